"""What is put on shelves comes back as it was, the newest shelf counts, and documents keep through pickle and spool."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.index import shelves as shelving
from kom_rulings.index.card import Card, Facts
from kom_rulings.index.fields import PART, Document
from kom_rulings.index.passages import FIELDS, place
from kom_rulings.index.scoring import weight_of
from kom_rulings.index.shelves import Piece, Shelf, WordList, shelves
from kom_rulings.index.spool import Spool, pickled
from kom_rulings.names import CaseId
from kom_rulings.references import Reference

SUMMARY = FIELDS.index("summary")


def made(case: str, held: Mapping[str, Sequence[int]], weights: Mapping[str, int] | None = None) -> Document:
    """A document whose words stand at the given places of its summary."""
    places = {word: array("I", [place(SUMMARY, 0, at) for at in some]) for word, some in held.items()}
    weighed = weights or {word: weight_of(some, {"summary": 9}) for word, some in places.items()}
    card = Card(CaseId(case), "criminal", {"nb": case}, facts=Facts({"kind": ("criminal",)}))
    return Document(card, places, weighed, frozenset(places), {"summary": 9})


#: Words of one document with their places.
_HELD = st.dictionaries(
    st.sampled_from(["gull", "sølv", "tinn", "+del"]),
    st.sets(st.integers(0, 400), min_size=1, max_size=5).map(sorted),
    max_size=4,
)
#: Batches of documents that were indexed one after the other; the same case may be in several.
_BATCHES = st.lists(st.dictionaries(st.sampled_from("abcdef"), _HELD, min_size=1, max_size=6), min_size=1, max_size=4)


class Shelved:
    """Shelves in the order that they were filled, read as an engine reads them."""

    def __init__(self, filled: Sequence[Shelf]) -> None:
        self.shelves = filled
        on = {case: n for n, shelf in enumerate(filled) for case in shelf.cases}
        self.numbers = {case: n for n, case in enumerate(on)}
        self.known = [
            [self.numbers[case] if on[case] == n else None for case in shelf.cases] for n, shelf in enumerate(filled)
        ]

    def word_list(self, word: str) -> WordList:
        with_lists = zip(self.shelves, self.known, strict=True)
        packed = [((shelf.lists or {}).get(word), known) for shelf, known in with_lists]
        return WordList([Piece(one, known) for one, known in packed if one is not None])


def assert_same(shelved: Shelved, documents: Mapping[str, Document]) -> None:
    for word in {word for one in documents.values() for word in one.places} | {"sink"}:
        found = shelved.word_list(word)
        numbers = {shelved.numbers[CaseId(case)]: one for case, one in documents.items() if word in one.places}
        assert found.weights == {n: one.weights[word] for n, one in numbers.items()}
        assert {n: found.places(n) for n in found.weights} == {n: one.places[word] for n, one in numbers.items()}


@settings(deadline=None)
@given(_BATCHES)
def test_words_come_back_from_the_shelves_with_weights_and_places_and_the_newest_shelf_wins(
    batches: list[dict[str, dict[str, list[int]]]],
) -> None:
    newest: dict[str, Document] = {}
    filled: list[Shelf] = []
    for batch in batches:
        documents = {case: made(case, held) for case, held in batch.items()}
        newest.update(documents)
        filled += shelves(documents.values())
    assert_same(Shelved(filled), newest)


def test_a_shelf_that_is_full_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelving, "CASES_ON_A_SHELF", 2)
    documents = {case: made(case, {"gull": [n], case: [9]}) for n, case in enumerate("abcde")}
    filled = list(shelves(documents.values()))
    assert [shelf.cases for shelf in filled] == [("a", "b"), ("c", "d"), ("e",)]
    assert_same(Shelved(filled), documents)
    assert list(shelves([])) == []


def test_a_case_that_lost_a_word_is_not_found_by_it_on_its_older_shelf() -> None:
    old, new = made("a", {"gull": [1], "tinn": [2]}), made("a", {"tinn": [7]})
    shelved = Shelved([*shelves([old, made("b", {"gull": [3]})]), *shelves([new])])
    assert shelved.word_list("gull").weights.keys() == {shelved.numbers[CaseId("b")]}
    assert list(shelved.word_list("tinn").places(shelved.numbers[CaseId("a")])) == [place(SUMMARY, 0, 7)]


def test_a_shelf_whose_cases_are_gone_hides_the_older_ones() -> None:
    shelved = Shelved([*shelves([made("a", {"gull": [1]})]), Shelf((CaseId("a"),), None)])
    assert shelved.word_list("gull").weights == {}


def test_a_piece_has_no_places_for_a_case_of_another_shelf() -> None:
    [shelf] = shelves([made("a", {"gull": [1]})])
    assert shelf.lists is not None
    assert Piece(shelf.lists["gull"], [4]).places(5) is None


def test_the_largest_numbers_fit_on_a_shelf() -> None:
    most = 2**32 - 1
    document = replace(made("a", {"gull": [0]}, {"gull": most}), places={"gull": array("I", [0, most])})
    assert_same(Shelved(list(shelves([document]))), {"a": document})


def with_card(document: Document) -> Document:
    reference = Reference.parse("HR-2017-1124-A")
    facts = Facts({"court": ("Oslo tingrett|Oslo District Court",)}, {"date": ((736000, 736365),)})
    return replace(document, card=replace(document.card, rulings=(facts,), cites=(reference,), authority=1.25))


@given(_HELD)
def test_pickling_a_document_keeps_all_but_its_spellings(held: dict[str, list[int]]) -> None:
    document = with_card(made("a", held))
    back = pickle.loads(pickle.dumps(document, pickle.HIGHEST_PROTOCOL))
    assert back == replace(document, spellings=frozenset())
    assert list(back.places) == list(document.places)
    assert all(isinstance(some, array) and some.typecode == "I" for some in back.places.values())


@settings(deadline=None)
@given(st.lists(_HELD, max_size=4))
def test_a_spool_hands_out_what_it_took_and_knows_cards_and_words(some: list[dict[str, list[int]]]) -> None:
    documents = [with_card(made(f"case-{n}", held)) for n, held in enumerate(some)]
    with Spool(map(pickled, documents)) as spool:
        assert spool.cards == [one.card for one in documents]
        assert spool.spellings == {word for one in documents for word in one.spellings}
        for _ in range(2):
            assert list(spool.documents()) == [replace(one, spellings=frozenset()) for one in documents]


PARTS = {"tvangsarbeid": ["tvang", "arbeid"], "barnearbeid": ["barn", "arbeid"], "straffesak": ["straff"]}


def test_the_compounds_of_a_part_are_found_together_in_the_order_of_their_places() -> None:
    document = made("a", {"tvangsarbeid": [1, 8], "barnearbeid": [4], "arbeid": [2]})
    merged = document.with_parts(PARTS)
    found = {word: [at & 0xFF for at in some] for word, some in merged.places.items() if word.startswith(PART)}
    assert found == {"+tvang": [1, 8], "+arbeid": [1, 4, 8], "+barn": [4]}
    assert merged.weights["+arbeid"] == weight_of(merged.places["+arbeid"], merged.lengths)
    assert merged.weights["+tvang"] == document.weights["tvangsarbeid"]


def test_parts_leave_the_words_of_a_document_as_they_were() -> None:
    document = made("a", {"tvangsarbeid": [1], "gull": [2]})
    merged = document.with_parts(PARTS)
    assert {word: merged.places[word] for word in document.places} == document.places
    assert (merged.card, merged.lengths, merged.spellings) == (document.card, document.lengths, document.spellings)
    assert document.with_parts({}) == document
    assert made("b", {"gull": [1]}).with_parts(PARTS) == made("b", {"gull": [1]})


@given(_HELD, st.dictionaries(st.sampled_from(["gull", "sølv", "tinn"]), st.sets(st.sampled_from("xyz")).map(sorted)))
def test_the_places_of_a_part_are_those_of_its_compounds(
    held: dict[str, list[int]], parts: dict[str, list[str]]
) -> None:
    merged = made("a", held).with_parts(parts)
    for part in "xyz":
        compounds = [word for word in held if part in parts.get(word, ())]
        assert [at & 0xFFF for at in merged.places.get(PART + part, ())] == sorted(
            at for word in compounds for at in held[word]
        )
