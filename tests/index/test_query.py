"""Our query language: what is typed becomes a tree, the tree is printed back, and nothing typed is an error."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kom_rulings.index.query import (
    EVERYTHING,
    And,
    Cited,
    InYear,
    Node,
    Not,
    OfKind,
    Or,
    Phrase,
    Word,
    narrowed,
    parse,
    printed,
    wanted_words,
)
from kom_rulings.references import Reference

TIGGING, TYVERI, BARN = Word("tigging"), Word("tyveri"), Word("barn")
GARTNERI = Cited(Reference.parse("HR-2017-1124-A"))
CHILDREN = Cited(Reference.parse("Rt-2013-39"))


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("tigging", TIGGING),
        ("tigging tyveri barn", And((TIGGING, TYVERI, BARN))),
        ("tigging OG tyveri AND barn", And((TIGGING, TYVERI, BARN))),
        ("tigging, tyveri", Or((TIGGING, TYVERI))),
        ("tigging ELLER tyveri OR barn", Or((TIGGING, TYVERI, BARN))),
        ("tigging barn, tyveri", Or((And((TIGGING, BARN)), TYVERI))),
        ("tigging -tyveri", And((TIGGING, Not(TYVERI)))),
        ("tigging IKKE tyveri NOT barn", And((TIGGING, Not(TYVERI), Not(BARN)))),
        ('-"tigging tyveri"', Not(Phrase(("tigging", "tyveri")))),
        ("tigg*", Word("tigg", prefix=True)),
        ("Trømsø*", Word("tromso", prefix=True)),
        ("§ 257", Word("§257")),
        ("§§257 barn", And((Word("§257"), BARN))),
        ("utf. § 8-4", And((Word("utf"), Word("§8-4")))),
        ('"strl. § 60 a"', Phrase(("strl", "§60a"))),
        ("hr 2017 1124 a", GARTNERI),
        ("barn i rt. 2013 s 39 tyveri", And((BARN, CHILDREN, TYVERI))),
        ("barn,Rt–2013–39", Or((BARN, CHILDREN))),
        ("IKKE Rt-2013-39", Not(CHILDREN)),
        ("Rt-2013-39 avsnitt 45 barn", And((CHILDREN, BARN))),
        ("Rt. 2013 s. 39 flg. barn", And((CHILDREN, BARN))),
        ("Rt-2013-39 § 257", And((CHILDREN, Word("§257")))),
        ("", EVERYTHING),
        (" , , ", EVERYTHING),
    ],
)
def test_what_is_typed_becomes_a_tree(typed: str, tree: Node) -> None:
    assert parse(typed) == tree


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("  Tigging   TYVERI ", "Tigging TYVERI"),
        ("tigging OG tyveri", "tigging tyveri"),
        ("tigging eller tyveri", "tigging tyveri"),
        ("tigging ELLER tyveri", "tigging, tyveri"),
        ("tigging,,tyveri,", "tigging, tyveri"),
        (",tigging", "tigging"),
        ("tigging OR AND tyveri", "tigging, tyveri"),
        ("tigging IKKE tyveri", "tigging -tyveri"),
        ("NOT NOT tigging", "-tigging"),
        ("tigging NOT", "tigging"),
        ("NOT, tigging", "tigging"),
        ("--tigging", "-tigging"),
        ("- tigging", "tigging"),
        ("au-pair", '"au-pair"'),
        ('"Au  Pair"', '"Au Pair"'),
        ('tigging "au pair', 'tigging "au pair"'),
        ('tigging"au pair"tyveri', 'tigging "au pair" tyveri'),
        ('""tigging""', "tigging"),
        ('"', ""),
        ('-"', ""),
        ('"…"', ""),
        ("“au pair”", "au pair"),
        ("tigg*", "tigg*"),
        ("tigg**", "tigg*"),
        ("ti*gging", "ti gging"),
        ("*", ""),
        ("Rt. 2013 side 39", "Rt-2013-39"),
        ("HR–2017–01124–A", "HR-2017-1124-A"),
        ("hr 2017 1124", "HR-2017-1124"),
        ("Rantsev (25965/04)", "Rantsev 25965/04"),
        ("ecli:ce:echr:2010:0107jud002596504", "ECLI:CE:ECHR:2010:0107JUD002596504"),
        ("sak nr 2017/318", "sak nr. 2017/318"),
    ],
)
def test_the_reading_is_printed_in_normal_form(typed: str, reading: str) -> None:
    assert printed(parse(typed)) == reading


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("tigging på den gården", "tigging gården"),
        ("handel med barn i Norge", "handel barn Norge"),
        ("victims of the trafficking", "victims trafficking"),
        ("den", "den"),
        ("i og på", "i og på"),
        ("den, tigging", "den, tigging"),
        ('"den" tigging', '"den" tigging'),
        ("-den tigging", "-den tigging"),
        ("og Rt-2013-39", "Rt-2013-39"),
    ],
)
def test_small_words_are_dropped_unless_alone_or_quoted(typed: str, reading: str) -> None:
    assert printed(parse(typed)) == reading


@pytest.mark.parametrize(
    "nasty",
    [
        "\x00",
        "\\",
        "((((",
        "))) OR (((",
        "title:x^2~3",
        "[a TO z]",
        "'; DROP TABLE",
        "\udcff\ud800",
        "-" * 5000,
        '"' * 5001,
        "," * 5000,
        "a" * 50_000,
        "§" * 5000,
        "OR AND NOT",
        "\u202e\u200b\ufeff",
        "%s {0} {x}",
    ],
)
def test_a_nasty_text_has_a_reading_that_is_stable(nasty: str) -> None:
    tree = parse(nasty)
    assert parse(printed(tree)) == tree


@pytest.mark.parametrize(
    ("node", "reading"),
    [
        (EVERYTHING, ""),
        (OfKind("echr"), "type:echr"),
        (InYear(2017, 2017), "år:2017"),
        (InYear(2013, 2017), "år:2013-2017"),
        (Word("tromso", typed="Tromsø"), "Tromsø"),
        (Word("tromso", prefix=True), "tromso*"),
        (Phrase(("au", "pair")), '"au pair"'),
    ],
)
def test_a_node_is_printed_as_it_was_typed_or_as_it_is_matched(node: Node, reading: str) -> None:
    assert printed(node) == reading


def test_filters_narrow_a_query_down() -> None:
    criminal = OfKind("criminal")
    assert narrowed(EVERYTHING, []) == EVERYTHING
    assert narrowed(EVERYTHING, [criminal]) == criminal
    assert narrowed(TIGGING, [criminal, InYear(2013, 2013)]) == And((TIGGING, criminal, InYear(2013, 2013)))
    assert narrowed(And((TIGGING, BARN)), [criminal]) == And((TIGGING, BARN, criminal))
    assert narrowed(Or((TIGGING, BARN)), [criminal]) == And((Or((TIGGING, BARN)), criminal))


def test_words_to_show_are_those_that_are_asked_for() -> None:
    tree = narrowed(parse('tigging -tyveri "au pair", barn Rt-2013-39'), [OfKind("criminal")])
    assert wanted_words(tree) == [TIGGING, Phrase(("au", "pair")), BARN]


@settings(deadline=None)
@given(st.text())
@example('-,"*§')
def test_every_text_has_a_reading(text: str) -> None:
    assert isinstance(printed(parse(text)), str)


_LETTERS = st.text(alphabet="abeginorstæøåÆé", min_size=1, max_size=7)
_TYPED = st.one_of(
    _LETTERS,
    _LETTERS.map(lambda word: f"-{word}"),
    _LETTERS.map(lambda word: f"{word}*"),
    _LETTERS.map(lambda word: f"NOT {word}"),
    st.tuples(_LETTERS, _LETTERS).map(lambda pair: '"{} {}"'.format(*pair)),
    st.sampled_from([",", "OR", "ELLER", "OG", "AND", "§ 257", "§§8-4", "-§ 257", "-", "*", "(", "og"]),
    st.sampled_from(["Rt. 2013 s. 39", "25965/04", "HR-2017-1124-A", "lb 2018 102939 2"]),
)


@settings(deadline=None)
@given(st.lists(_TYPED, max_size=8).map(" ".join))
def test_a_printed_reading_is_read_the_same_way(text: str) -> None:
    tree = parse(text)
    assert parse(printed(tree)) == tree


@settings(deadline=None)
@given(st.text(alphabet='ab ,"-*'))
def test_signs_and_words_in_any_mix_are_read_the_same_way_again(text: str) -> None:
    tree = parse(text)
    assert parse(printed(tree)) == tree


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("-Rt-2013-39 tyveri", "-Rt-2013-39 tyveri"),
        ("tigging -25965/04", "tigging -25965/04"),
        ("-au-pair", '-"au-pair"'),
        ("§ 60 a", "§ 60 a"),
        ("(§ 257)", "§ 257"),
        ("§ 25*", "§ 25*"),
        ("§ 224 i saken", "§ 224 saken"),
        ("søknad nr. 25965/04", "25965/04"),
        ('"se Rt-2013-39 om" oslo', '"se Rt-2013-39 om" oslo'),
        ("tigging, tyveri", "tigging, tyveri"),
    ],
)
def test_references_sections_and_hyphens_are_read_as_a_lawyer_means_them(typed: str, reading: str) -> None:
    assert printed(parse(typed)) == reading


def test_an_or_beside_a_filter_is_told_apart_by_brackets() -> None:
    assert printed(narrowed(parse("tigging, tyveri"), [OfKind("criminal")])) == "(tigging, tyveri) type:criminal"
