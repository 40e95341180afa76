"""What every search engine does, tested over all of them on real folders; the scan engine is the judge."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.errors import IndexUnusable
from kom_rulings.index.card import Card, Facts
from kom_rulings.index.contract import Hit, OpenEngine, SearchEngine, ordered
from kom_rulings.index.fields import Document, document
from kom_rulings.index.passages import FIELDS, place
from kom_rulings.index.refresh import ENGINES
from kom_rulings.index.scoring import weight_of
from kom_rulings.index.tree import (
    EVERYTHING,
    And,
    AtLeast,
    Cited,
    Close,
    FieldName,
    Filter,
    Node,
    Not,
    OneOf,
    Or,
    SameRuling,
    Variant,
)
from kom_rulings.names import CaseId
from kom_rulings.records.register import Register
from kom_rulings.records.tables import Tables
from kom_rulings.references import Reference


@pytest.fixture(scope="module")
def documents(bundled: Register, tables: Tables) -> list[Document]:
    return [document(case, bundled.texts_of(case.id), tables) for case in bundled.cases]


@pytest.fixture(scope="module", params=sorted(ENGINES))
def open_engine(request: pytest.FixtureRequest) -> OpenEngine:
    return ENGINES[request.param]


class Opened:
    """An engine with the cards of its documents, as a search has them."""

    def __init__(self, engine: SearchEngine, documents: Sequence[Document]) -> None:
        self.engine = engine
        self.cards = {one.case: one.card for one in documents}
        engine.build(documents)

    def update(self, changed: Sequence[Document], removed: Sequence[str] = ()) -> None:
        self.engine.update(changed, [CaseId(case) for case in removed])
        self.cards = {case: card for case, card in self.cards.items() if case not in removed}
        self.cards.update({one.case: one.card for one in changed})

    def hits(self, plan: Node) -> list[Hit]:
        return self.engine.search(plan, self.cards)

    def found(self, plan: Node) -> list[str]:
        return [hit.case for hit in self.hits(plan)]


@pytest.fixture
def small(open_engine: OpenEngine, tmp_path: Path) -> Iterator[Opened]:
    """The engine with three small cases, to change at will."""
    engine = open_engine(tmp_path)
    yield Opened(engine, [made("one", "gull solv"), made("two", "gull"), made("three", "kobber", kind="echr")])
    engine.close()


def made(case: str, words: str, *, field: FieldName = "summary", kind: str = "criminal") -> Document:
    """A document with some words in one field, a passage for each line."""
    places: dict[str, array[int]] = {}
    for n, line in enumerate(words.split("\n")):
        for at, word in enumerate(line.split()):
            places.setdefault(word, array("I")).append(place(FIELDS.index(field), n, at))
    card = Card(CaseId(case), "criminal", {"nb": case}, facts=Facts({"kind": (kind,)}))
    lengths = {field: len(words.split())}
    weights = {word: weight_of(some, lengths) for word, some in places.items()}
    return Document(card, places, weights, frozenset(places), lengths)


def word(text: str, *others: str, within: FieldName | None = None) -> OneOf:
    """A word with forms that weigh half of it."""
    return OneOf((Variant((text,)), *(Variant((other,), 0.5, "lemma") for other in others)), within)


def phrase(text: str, within: FieldName | None = None) -> OneOf:
    return OneOf((Variant(tuple(text.split())),), within)


def test_a_word_finds_the_cases_that_hold_it_or_one_of_its_forms(small: Opened) -> None:
    assert sorted(small.found(word("gull"))) == ["one", "two"]
    assert sorted(small.found(word("solv", "kobber"))) == ["one", "three"]
    assert small.found(word("sink")) == []


def test_the_typed_word_weighs_more_than_its_forms(small: Opened) -> None:
    small.update([made("four", "kobberet")])
    assert small.found(word("kobber", "kobberet")) == ["three", "four"]
    assert small.found(word("kobberet", "kobber")) == ["four", "three"]


def test_a_word_in_the_title_weighs_more_than_one_in_a_summary(small: Opened) -> None:
    small.update([made("titled", "gull", field="title")])
    assert small.found(word("gull"))[0] == "titled"


def test_a_word_is_searched_in_one_field_where_that_is_asked_for(small: Opened) -> None:
    small.update([made("titled", "gull", field="title")])
    assert small.found(word("gull", within="title")) == ["titled"]
    assert sorted(small.found(word("gull", within="summary"))) == ["one", "two"]
    assert small.found(word("gull", within="text")) == []


def test_a_phrase_holds_its_words_in_their_order_with_nothing_between(small: Opened) -> None:
    small.update([made("four", "solv gull"), made("five", "gull og solv"), made("six", "gull\nsolv")])
    assert small.found(phrase("gull solv")) == ["one"]
    assert small.found(phrase("gull solv", "title")) == []
    assert small.found(phrase("gull gull")) == []


def test_words_are_close_within_a_paragraph_and_a_distance(small: Opened) -> None:
    small.update([made("far", "gull a b c solv"), made("apart", "gull\nsolv")])
    assert small.found(Close((word("gull"), word("solv")), 1)) == ["one"]
    assert sorted(small.found(Close((word("solv"), word("gull")), 4))) == ["far", "one"]
    assert small.found(Close((phrase("gull solv"), word("kobber")), 9)) == []


def test_and_or_and_not_are_sets(small: Opened) -> None:
    assert small.found(And((word("gull"), word("solv")))) == ["one"]
    assert sorted(small.found(Or((word("solv"), word("kobber"))))) == ["one", "three"]
    assert small.found(And((word("gull"), Not(word("solv"))))) == ["two"]
    assert sorted(small.found(Not(word("gull")))) == ["three"]


def test_at_least_some_of_the_parts_the_more_the_better(small: Opened) -> None:
    parts = (word("gull"), word("solv"), word("sink"))
    assert small.found(AtLeast(parts, 1)) == ["one", "two"]
    assert small.found(AtLeast(parts, 2)) == ["one"]
    assert small.found(AtLeast(parts, 3)) == []


def test_filters_are_matched_on_the_cards(small: Opened) -> None:
    assert small.found(Filter("kind", ("echr",))) == ["three"]
    assert small.found(And((word("gull"), Filter("kind", ("echr",))))) == []


def test_no_words_find_every_case(small: Opened) -> None:
    assert sorted(small.found(EVERYTHING)) == ["one", "three", "two"]


def test_a_ruling_comes_before_those_that_cite_it(small: Opened) -> None:
    cited = Reference.parse("HR-2017-1124-A")
    own = made("own", "gull")
    citing = made("citing", "gull")
    small.update(
        [
            replace(own, card=replace(own.card, references=(cited,))),
            replace(citing, card=replace(citing.card, cites=(cited,), authority=2.0)),
        ]
    )
    assert small.found(Cited(cited)) == ["own", "citing"]
    assert small.found(Cited(Reference.parse("HR-2017-112-A"))) == []


def test_an_update_replaces_and_removes(small: Opened) -> None:
    small.update([made("two", "sink"), made("four", "gull")], ["three", "unheard-of"])
    assert sorted(small.found(word("gull"))) == ["four", "one"]
    assert small.found(word("sink")) == ["two"]
    assert small.found(word("kobber")) == []
    assert sorted(small.found(EVERYTHING)) == ["four", "one", "two"]


def test_many_updates_leave_what_one_build_makes(open_engine: OpenEngine, small: Opened, tmp_path: Path) -> None:
    for n in range(12):
        small.update([made("two", f"gull nr{n}")], [])
    (tmp_path / "fresh").mkdir()
    fresh = Opened(
        open_engine(tmp_path / "fresh"),
        [made("one", "gull solv"), made("two", "gull nr11"), made("three", "kobber", kind="echr")],
    )
    for plan in (word("gull"), word("nr11", "nr10"), EVERYTHING, phrase("gull nr11")):
        assert small.hits(plan) == fresh.hits(plan)
    fresh.engine.close()


def test_the_places_of_words_are_told_for_the_cases_asked_for(small: Opened) -> None:
    found = small.engine.places(["gull", "solv", "sink"], [CaseId("one"), CaseId("three")])
    summary = FIELDS.index("summary")
    told = {case: {word: list(places) for word, places in some.items()} for case, some in found.items()}
    assert told == {"one": {"gull": [place(summary, 0, 0)], "solv": [place(summary, 0, 1)]}, "three": {}}


def test_an_index_of_nothing_finds_nothing(open_engine: OpenEngine, tmp_path: Path) -> None:
    opened = Opened(open_engine(tmp_path), [])
    plans: list[Node] = [EVERYTHING, word("gull"), Not(word("gull")), phrase("gull solv")]
    assert [opened.found(plan) for plan in plans] == [[]] * 4
    opened.engine.close()


def test_scores_fall_and_equal_scores_are_ordered_by_id() -> None:
    hits = [Hit(CaseId("b"), 1.0), Hit(CaseId("a"), 1.0 + 1e-9), Hit(CaseId("c"), 2.0)]
    assert [hit.case for hit in ordered(hits)] == ["c", "a", "b"]


def test_whoosh_tells_that_its_folder_holds_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable, match="is not used"):
        ENGINES["whoosh"](tmp_path).search(word("gull"), {})


@pytest.fixture(scope="module")
def both(documents: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Opened]]:
    """Every engine with the bundled cases."""
    engines = [Opened(open_engine(tmp_path_factory.mktemp("index")), documents) for open_engine in ENGINES.values()]
    yield engines
    for one in engines:
        one.engine.close()


_WORDS = st.sampled_from(
    ["tigging", "tyveri", "barn", "oslo", "au", "i", "og", "prostitusjon", "§224", "art", "emk", "nigeria", "zzz", "av"]
)
_FIELDS: st.SearchStrategy[FieldName | None] = st.sampled_from([None, None, None, "title", "keywords", "summary"])
_VARIANTS = st.builds(
    Variant,
    st.one_of(
        _WORDS.map(lambda one: (one,)),
        st.sampled_from(["au pair", "grov menneskehandel", "emk artikkel 4", "av prostitusjon", "emk emk"]).map(
            lambda words: tuple(words.split())
        ),
    ),
    st.sampled_from([1.0, 0.8, 0.3]),
)
_ONE_OF = st.builds(OneOf, st.lists(_VARIANTS, min_size=1, max_size=4).map(tuple), _FIELDS)
_FILTERS = st.one_of(
    st.builds(Filter, st.just("kind"), st.sampled_from([("criminal",), ("echr", "immigration")])),
    st.builds(Filter, st.just("date"), st.just(()), st.integers(733000, 736000), st.integers(736000, 739000)),
    st.builds(Filter, st.just("law"), st.sampled_from([("257",), ("strl. 1902 § 224",)])),
    st.builds(Filter, st.just("outcome"), st.sampled_from([("acquitted",), ("violation",)])),
)
_LEAVES: st.SearchStrategy[Node] = st.one_of(
    _ONE_OF,
    st.builds(Close, st.lists(_ONE_OF, min_size=2, max_size=3).map(tuple), st.integers(1, 12)),
    st.sampled_from(["Rt-2013-39", "25965/04", "LB-2018-102939-2", "RG-2004-1"]).map(
        lambda text: Cited(Reference.parse(text))
    ),
    _FILTERS,
    st.builds(SameRuling, st.lists(_FILTERS, min_size=2, max_size=2).map(tuple)),
    st.just(EVERYTHING),
)


def _joined(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    parts = st.lists(nodes, min_size=1, max_size=3).map(tuple)
    return st.one_of(nodes.map(Not), parts.map(And), parts.map(Or), st.builds(AtLeast, parts, st.integers(1, 2)))


@settings(deadline=None, max_examples=80)
@given(st.recursive(_LEAVES, _joined, max_leaves=8))
def test_every_engine_finds_the_same_cases_with_the_same_scores(both: list[Opened], plan: Node) -> None:
    first, *others = [one.hits(plan) for one in both]
    assert others == [first] * len(others)
