"""How the words of a corpus hang together: what is learned of them, and from what catalogue it is not believed."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.errors import IndexUnusable
from kom_rulings.index.card import Card
from kom_rulings.index.catalogue import CATALOGUE_FILE, Catalogue, Kind, Link
from kom_rulings.index.lemmas import WordForms, base_forms, inflections
from kom_rulings.index.lexicon import PLAIN, learn, learn_terms, term_key
from kom_rulings.names import CaseId
from kom_rulings.records.word_lists import WordLists

#: A small dictionary: every form with its base form.
FORMS: Mapping[str, str] = {
    **dict.fromkeys(["dom", "dommen", "dommene"], "dom"),
    **dict.fromkeys(["kjønn", "kjønnet", "kjønnene"], "kjønn"),
    **dict.fromkeys(["arbeid", "arbeidet"], "arbeid"),
    **dict.fromkeys(["tvang", "tvangen"], "tvang"),
    **dict.fromkeys(["utnytte", "utnyttet"], "utnytte"),
    **dict.fromkeys(["victim", "victims"], "victim"),
    **dict.fromkeys(["sårbar", "sårbare"], "sårbar"),
}


def of_dictionary(word: str) -> Collection[str]:
    return (FORMS[word],) if word in FORMS else ()


def inflected(lemmas: Collection[str]) -> Mapping[str, str]:
    return {form: lemma for form, lemma in FORMS.items() if lemma in lemmas}


WAYS = WordForms(of_dictionary, inflected)
LISTS = WordLists(
    families=(("utnytte", "utnyttelse", "utbytting"), ("frifinne", "frifant")),
    concepts=(("offer", "victim"), ("tvangsarbeid", "forced labour"), ("misbruk av sårbare", "abuse of power")),
    parts=frozenset({"tvang", "arbeid", "barn", "kjønn"}),
    whole=frozenset({"barnearbeider"}),
)


@pytest.fixture
def catalogue() -> Iterator[Catalogue]:
    opened = Catalogue(None)
    opened.create()
    yield opened
    opened.close()


def taught(*steps: Collection[str], lists: WordLists = LISTS) -> Catalogue:
    """A catalogue that learned some words, step by step."""
    opened = Catalogue(None)
    opened.create()
    learn_terms(opened, lists, WAYS)
    for words in steps:
        learn(set(words), opened, lists, WAYS)
    return opened


def led_to(catalogue: Catalogue, form: str, kind: Kind) -> set[str]:
    """The words of the corpus that a typed form leads to."""
    return {word for key in catalogue.keys(form, kind) for word in catalogue.members(kind, key)}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dommen", {"dommen", "dommene"}),
        ("dommene", {"dommen", "dommene"}),
        ("dom", {"dommen", "dommene"}),
        ("kjønnene", {"kjonnet"}),
        (f"{PLAIN}kjonnene", {"kjonnet"}),
        ("kjonnene", set()),
        (f"{PLAIN}dommen", set()),
        ("tullord", {"tullord"}),
        ("finnesikke", set()),
        ("victim", {"victims"}),
    ],
)
def test_every_inflection_leads_to_those_in_the_corpus_also_where_it_stands_in_no_text(
    typed: str, found: set[str]
) -> None:
    with closing(taught(["dommen", "dommene", "kjønnet", "tullord", "victims"])) as catalogue:
        assert led_to(catalogue, typed, "lemma") == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("utnytte", {"utnyttet", "utbytting"}),
        ("utnyttelse", {"utnyttet", "utbytting"}),
        ("utbytting", {"utnyttet", "utbytting"}),
        ("frifinne", {"frifant"}),
        ("dommen", set()),
    ],
)
def test_a_word_of_a_family_leads_to_the_words_of_the_corpus_in_it_by_themselves_or_their_base_form(
    typed: str, found: set[str]
) -> None:
    with closing(taught(["utnyttet", "utbytting", "frifant", "dommen"])) as catalogue:
        assert led_to(catalogue, typed, "family") == found


@pytest.mark.parametrize(
    ("part", "compounds"),
    [
        ("arbeid", {"tvangsarbeid", "tvangsarbeidet", "barnearbeidet"}),
        ("tvang", {"tvangsarbeid", "tvangsarbeidet"}),
        ("barn", {"barnearbeidet"}),
        ("kjonn", {"kjonnarbeid"}),
        ("kjønn", set()),
        ("barnearbeid", set()),
    ],
)
def test_a_part_leads_to_the_compounds_that_are_made_of_it(part: str, compounds: set[str]) -> None:
    words = ["tvangsarbeid", "tvangsarbeidet", "barnearbeidet", "barnearbeider", "tvang", "arbeid", "kjønnarbeid"]
    with closing(taught(words)) as catalogue:
        assert set(catalogue.members("part", part)) == compounds | ({"kjonnarbeid"} if part == "arbeid" else set())
        parts = catalogue.parts_of(None)
        assert set(parts) == {"tvangsarbeid", "tvangsarbeidet", "barnearbeidet", "kjonnarbeid"}
        assert set(parts["tvangsarbeidet"]) == {"tvang", "arbeid"}
        assert catalogue.parts_of(["kjonnarbeid", "tvang"]).keys() == {"kjonnarbeid"}


def test_the_forms_of_a_compound_share_the_base_form_of_their_last_piece() -> None:
    with closing(taught(["tvangsarbeid", "tvangsarbeidet"])) as catalogue:
        assert led_to(catalogue, "tvangsarbeid", "lemma") == {"tvangsarbeid", "tvangsarbeidet"}
        assert catalogue.keys("tvangsarbeidet", "lemma") == ["tvangsarbeid"]


@pytest.mark.parametrize(
    ("term", "key"),
    [
        ("victims", "victim"),
        ("misbruk av sårbare", "misbruk sarbar"),
        ("Misbruk sårbar", "Misbruk sarbar".lower()),
        ("forced labour", "forced labour"),
        ("av og til", "av og til"),
    ],
)
def test_a_term_is_known_by_the_base_forms_of_its_telling_words(term: str, key: str) -> None:
    assert term_key(term, of_dictionary) == key


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("offer", {"offer", "victim"}),
        ("victim", {"offer", "victim"}),
        ("forced labour", {"tvangsarbeid", "forced labour"}),
        ("misbruk sarbar", {"misbruk av sårbare", "abuse of power"}),
        ("abuse power", {"misbruk av sårbare", "abuse of power"}),
        ("abuse", set()),
    ],
)
def test_a_term_leads_to_all_terms_of_its_concept(typed: str, terms: set[str]) -> None:
    with closing(taught()) as catalogue:
        assert led_to(catalogue, typed, "concept") == terms


def test_what_a_word_of_a_family_is_a_form_of_is_known_before_any_word_of_the_corpus_is() -> None:
    with closing(taught()) as catalogue:
        assert catalogue.keys("utnyttet", "lemma") == ["utnytte"]
        assert catalogue.members("lemma", "utnytte") == []
        assert catalogue.keys("dommen", "lemma") == []


def test_words_are_known_as_they_are_written_and_found_folded(catalogue: Catalogue) -> None:
    learn({"kjønnet", "dom", "hr-2017-1-a", "§257"}, catalogue, LISTS, WAYS)
    assert catalogue.is_known("kjønnet")
    assert not catalogue.is_known("kjonnet")
    assert catalogue.written("kjonnet") == "kjønnet"
    assert catalogue.written("unheardof") == "unheardof"
    assert catalogue.unknown(["kjønnet", "dom", "ny"]) == {"ny"}
    assert catalogue.beginning("kj") == ["kjonnet"]
    assert catalogue.holding("onne", at_end=False) == ["kjonnet"]
    assert catalogue.holding("om", at_end=True) == ["dom"]
    assert set(catalogue.of_length(3, 4)) == {"dom", "§257"}
    assert catalogue.keys("§257", "lemma") == []


UNRELATED = ("dommen", "kjønnet", "victims", "tullord", "utnyttet", "frifant", "sårbare")
KINDS: Sequence[Kind] = ("lemma", "family", "part", "concept")


def known(catalogue: Catalogue) -> dict[tuple[Kind, str], set[str]]:
    """All that the words of the dictionary and the lists lead to."""
    typed = {*FORMS, *UNRELATED, *(word for line in LISTS.families for word in line)}
    return {(kind, form): led_to(catalogue, form, kind) for kind in KINDS for form in typed | {PLAIN + "kjonnet"}}


@settings(deadline=None, max_examples=20)
@given(st.sets(st.sampled_from(UNRELATED)))
def test_words_learned_in_two_steps_are_found_as_those_learned_in_one(first: set[str]) -> None:
    with closing(taught(UNRELATED)) as once, closing(taught(first, UNRELATED)) as twice:
        assert known(twice) == known(once)


def test_the_order_in_which_the_forms_of_a_word_are_learned_does_not_matter() -> None:
    for words in permutations([["dommen"], ["dommene"], ["dom"]]):
        with closing(taught(*words)) as catalogue:
            assert led_to(catalogue, "dommene", "lemma") == {"dom", "dommen", "dommene"}


def test_learning_again_and_learning_nothing_change_nothing() -> None:
    with closing(taught(UNRELATED)) as once, closing(taught(UNRELATED, UNRELATED, [])) as again:
        assert known(again) == known(once)


def test_the_words_of_the_corpus_that_were_learned_before_make_compounds_of_later_ones() -> None:
    words = {"jordbær", "dommen"}, {"jordbærarbeid", "dommen"}
    with closing(taught(*words)) as step_by_step, closing(taught(words[1])) as alone:
        assert set(step_by_step.parts_of(None)["jordbaerarbeid"]) == {"jordbaer", "arbeid"}
        assert alone.parts_of(None) == {}


@pytest.mark.parametrize(
    ("word", "bases"),
    [
        ("dommene", ("dom",)),
        ("domane", ("dom",)),
        ("ofrene", ("offer",)),
        ("ofrenes", ("offer",)),
        ("offer", ("offer",)),
        ("barnas", ("barn",)),
        ("barns", ("barn",)),
        ("utnyttet", ("utnytte",)),
        ("frifunnet", ("frifinne",)),
        ("høyesterett", ("høyesterett",)),
        ("convicted", ("convict",)),
        ("children", ("child",)),
        ("xyzzy", ()),
        ("xyzzys", ()),
        ("æøå", ()),
        ("1902", ()),
        ("", ()),
    ],
)
def test_the_dictionaries_know_inflections_and_guess_nothing(word: str, bases: tuple[str, ...]) -> None:
    assert tuple(base_forms(word)) == bases


def test_the_inflections_of_a_base_form_are_those_that_lead_back_to_it() -> None:
    found = inflections({"dom", "offer"})
    assert {"dommen", "dommene", "domane", "ofrene"} <= found.keys()
    assert set(found.values()) == {"dom", "offer"}
    assert all(tuple(base_forms(form)) == (lemma,) for form, lemma in found.items())
    assert inflections(set()) == {}


def read_everything(folder: Path) -> None:
    """Open a catalogue and ask it all there is to ask."""
    with closing(Catalogue(folder)) as catalogue:
        catalogue.is_known("dom")
        catalogue.cards()
        catalogue.keys("dom", "lemma")
        catalogue.members("lemma", "dom")


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A folder with a catalogue in it."""
    with closing(Catalogue(tmp_path)) as catalogue:
        catalogue.create()
        catalogue.put_cards([Card(CaseId("a"), "criminal", {"nb": "a"})])
        learn(UNRELATED, catalogue, LISTS, WAYS)
    return tmp_path


def test_a_catalogue_that_was_written_is_read(written: Path) -> None:
    read_everything(written)
    with closing(Catalogue(written)) as catalogue:
        assert catalogue.cards() == {"a": Card(CaseId("a"), "criminal", {"nb": "a"})}
        assert led_to(catalogue, "dom", "lemma") == {"dommen"}
        catalogue.put_cards([], [CaseId("a"), CaseId("never")])
        assert catalogue.cards() == {}


@pytest.mark.parametrize("content", [b"garbage " * 999, b"SQLite format 3\0" + b"\xff" * 9000, b""])
def test_a_catalogue_of_other_content_is_unusable(written: Path, content: bytes) -> None:
    (written / CATALOGUE_FILE).write_bytes(content)
    with pytest.raises(IndexUnusable):
        read_everything(written)


@pytest.mark.parametrize("share", [0.01, 0.1, 0.5])
def test_a_catalogue_that_was_cut_short_is_unusable(written: Path, share: float) -> None:
    content = (written / CATALOGUE_FILE).read_bytes()
    (written / CATALOGUE_FILE).write_bytes(content[: int(len(content) * share)])
    with pytest.raises(IndexUnusable):
        read_everything(written)


@pytest.mark.parametrize("table", ["card", "spelling", "form", "member"])
def test_a_catalogue_that_lacks_a_table_is_unusable(written: Path, table: str) -> None:
    with closing(sqlite3.connect(written / CATALOGUE_FILE)) as connection:
        connection.execute(f"DROP TABLE {table}")
    with pytest.raises(IndexUnusable, match=table):
        read_everything(written)


def test_a_catalogue_that_is_a_folder_or_lies_in_none_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable):
        Catalogue(tmp_path / "nowhere")
    (tmp_path / CATALOGUE_FILE).mkdir()
    with pytest.raises(IndexUnusable):
        Catalogue(tmp_path)


def test_writing_to_a_catalogue_without_tables_makes_it_unusable(tmp_path: Path) -> None:
    with closing(Catalogue(tmp_path)) as catalogue:
        with pytest.raises(IndexUnusable):
            learn({"dom"}, catalogue, LISTS, WAYS)
        with pytest.raises(IndexUnusable):
            catalogue.put_words({"dom": "dom"}, [], [Link("lemma", "dom", "dom")])
