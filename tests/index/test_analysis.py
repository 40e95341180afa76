"""How text becomes words: references and sections whole, letters folded, places in the original text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.index.analysis import SMALL_WORDS, folded, tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tre menn fra Romania", ["tre", "menn", "fra", "romania"]),
        ("tvangsarbeid/tvangstjenester (grov)", ["tvangsarbeid", "tvangstjenester", "grov"]),
        ("au pair-saken", ["au", "pair", "saken"]),
        ("200 000 kroner", ["200", "000", "kroner"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
        ("– … !? «»", []),
    ],
)
def test_words_are_split_at_every_sign(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dommen i Rt. 2013 s. 39 gjaldt barn", ["dommen", "i", "rt-2013-39", "gjaldt", "barn"]),
        ("HR-2017-1124-A", ["hr-2017-1124-a"]),
        ("HR–2017–01124–A", ["hr-2017-1124-a"]),
        ("Rantsev (nr. 25965/04)", ["rantsev", "nr", "25965/04"]),
        ("sak nr. 2005/1641", ["sak_nr._2005/1641"]),
        ("LB-2013-100192, LF-2014-39428", ["lb-2013-100192", "lf-2014-39428"]),
        ("20-062373STR-HRET", ["20-062373str-hret"]),
    ],
)
def test_a_reference_is_one_word_in_its_canonical_form(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_what_is_typed_loosely_is_no_reference_in_running_text() -> None:
    assert words("rt 2013 39") == ["rt", "2013", "39"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 257", ["§257"]),
        ("§257", ["§257"]),
        ("§\u00a0257", ["§257"]),
        ("§§ 257 og 258", ["§257", "og", "258"]),
        ("utf. § 8-4 annet ledd", ["utf", "§8-4", "annet", "ledd"]),
        ("strl. 1902 § 60 a", ["strl", "1902", "§60a"]),
        ("§ 60a", ["§60a"]),
        ("§ 60\u00a0A", ["§60a"]),
        ("§ 257 første ledd", ["§257", "forste", "ledd"]),
        ("§ 257 og § 258", ["§257", "og", "§258"]),
        ("§ uten nummer", ["uten", "nummer"]),
    ],
)
def test_a_section_is_one_word_with_its_sign(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("Gård", "gaard", "gard"),
        ("TROMSØ", "Tromsoe", "tromso"),
        ("lærer", "LAERER", "laerer"),
        ("Østerrike", "Oesterrike", "osterrike"),
        ("Håløygland", "haaloeygland", "haloygland"),
        ("kjønn", "kjonn", "kjonn"),
        ("à", "a", "a"),
        ("Zoletić", "zoletic", "zoletic"),
        ("Türkiye", "turkiye", "turkiye"),
        ("straße", "STRASSE", "strasse"),
        ("a\u030a", "å", "a"),
        ("\u212b", "Å", "a"),
    ],
)
def test_spellings_of_a_letter_meet(word: str, other: str, expected: str) -> None:
    assert folded(word) == folded(other) == expected


def test_small_words_of_both_languages_are_known() -> None:
    assert {folded(word) for word in ("og", "PÅ", "the", "ikke")} <= SMALL_WORDS


def test_telling_words_are_not_small() -> None:
    assert not SMALL_WORDS & {"tigging", "barn", "victim"}


def test_a_word_keeps_its_place_in_the_original_text() -> None:
    text = "Bråk i Rt. 2013 s. 39, jf. § 60 a."
    places = [(token.text, text[token.start : token.end]) for token in tokens(text)]
    assert places == [
        ("brak", "Bråk"),
        ("i", "i"),
        ("rt-2013-39", "Rt. 2013 s. 39"),
        ("jf", "jf"),
        ("§60a", "§ 60 a"),
    ]


_PIECES = st.sampled_from(["Rt. 2013 s. 39", "25965/04", "§ 257", "§§ 8-4", " ", "-", "ærå", "\u00a0", "§", "\n"])


@settings(deadline=None)
@given(st.lists(st.one_of(st.text(max_size=8), _PIECES)).map("".join))
def test_the_places_of_words_lie_inside_the_text_and_in_order(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.text
        end = token.end


@settings(deadline=None)
@given(st.text(alphabet="abcæøåÆØÅéüKs"))
def test_capitals_never_matter(word: str) -> None:
    assert folded(word.upper()) == folded(word.lower())
