"""What every search engine does, tested over all of them on real folders; the scan engine is the judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.errors import IndexUnusable
from kom_rulings.index.contract import Hit, OpenEngine, SearchEngine, ordered
from kom_rulings.index.fields import Document, document
from kom_rulings.index.query import EVERYTHING, And, Cited, InYear, Node, Not, OfKind, Or, Phrase, Word, narrowed, parse
from kom_rulings.index.refresh import ENGINES
from kom_rulings.names import CaseId
from kom_rulings.records.register import Register
from kom_rulings.records.tables import Tables
from kom_rulings.references import Reference

ACCEPTANCE: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "acceptance.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def documents(bundled: Register, tables: Tables) -> list[Document]:
    return [document(case, bundled.texts_of(case.id), tables) for case in bundled.cases]


@pytest.fixture(scope="module", params=sorted(ENGINES))
def open_engine(request: pytest.FixtureRequest) -> OpenEngine:
    return ENGINES[request.param]


@pytest.fixture(scope="module")
def engine(
    open_engine: OpenEngine, documents: list[Document], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SearchEngine]:
    """The engine with every bundled case."""
    engine = open_engine(tmp_path_factory.mktemp("index"))
    engine.build(documents)
    yield engine
    engine.close()


@pytest.fixture
def small(open_engine: OpenEngine, tmp_path: Path) -> Iterator[SearchEngine]:
    """The engine with three small cases, to change at will."""
    engine = open_engine(tmp_path)
    engine.build([made("one", "gull solv"), made("two", "gull"), made("three", "kobber", "echr", (2010, 2013))])
    yield engine
    engine.close()


def made(case: str, words: str, kind: str = "criminal", years: tuple[int, ...] = (2017,)) -> Document:
    """A document with some words in its summary."""
    fields = dict.fromkeys(("title", "keywords", "legal_points", "facts", "text"), ())
    base = Document(CaseId(case), "criminal", 1.0, years, (), (), {**fields, "summary": tuple(words.split())})
    return base if kind == "criminal" else replace(base, kind="echr")


def found(engine: SearchEngine, query: Node | str) -> list[str]:
    return [hit.case for hit in engine.search(parse(query) if isinstance(query, str) else query)]


@pytest.mark.parametrize("query", ACCEPTANCE)
def test_a_query_finds_exactly_its_cases(engine: SearchEngine, query: str) -> None:
    assert sorted(found(engine, query)) == sorted(ACCEPTANCE[query])


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Rt. 2013 s. 39", "rt-2013-39-litauiske-barn-tyveri"),
        ("25965/04", "rantsev"),
        ("hr 2017 1124", "hr-2017-1124-a-gartneri"),
        ("gartnerisaken", "hr-2017-1124-a-gartneri"),
        ("siliadin, trelldom", "siliadin"),
    ],
)
def test_what_is_named_comes_first(engine: SearchEngine, query: str, first: str) -> None:
    assert found(engine, query)[0] == first


def test_no_words_find_every_case(engine: SearchEngine, documents: list[Document]) -> None:
    assert sorted(found(engine, "")) == sorted(one.case for one in documents)


def test_a_kind_is_a_filter(engine: SearchEngine, bundled: Register) -> None:
    assert sorted(found(engine, OfKind("immigration"))) == sorted(case.id for case in bundled.immigration)
    assert found(engine, narrowed(parse("flyktningstatus"), [OfKind("echr")])) == ["lr-v-uk"]


def test_years_are_a_filter_with_both_ends_included(engine: SearchEngine) -> None:
    in_2013 = {
        "larvik-13-149986-tigging-egne-barn",
        "rt-2013-39-litauiske-barn-tyveri",
        "rt-2013-1247-au-pair-oslo",
        "fa-v-uk",
    }
    assert set(found(engine, InYear(2013, 2013))) == in_2013
    assert sorted(found(engine, InYear(1980, 2005))) == ["rt-2006-111-trondheim", "siliadin", "van-der-mussele"]
    assert found(engine, InYear(1990, 1999)) == []


def test_scores_fall_and_cases_stand_once(engine: SearchEngine) -> None:
    hits = engine.search(parse("prostitusjon, tvangsarbeid"))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.case for hit in hits}) == len(hits) > 40


def test_equal_scores_are_ordered_by_id() -> None:
    hits = [Hit(CaseId("b"), 1.0), Hit(CaseId("a"), 1.0), Hit(CaseId("c"), 2.0)]
    assert [hit.case for hit in ordered(hits)] == ["c", "a", "b"]


def test_a_ruling_comes_before_those_that_cite_it(open_engine: OpenEngine, tmp_path: Path) -> None:
    cited = Reference.parse("HR-2017-1124-A")
    engine = open_engine(tmp_path)
    citing = replace(made("citing", "gull"), cites=(cited,), authority=2.0)
    engine.build([citing, replace(made("own", "gull"), references=(cited,)), made("other", "gull")])
    assert found(engine, "hr 2017 1124") == ["own", "citing"]
    assert found(engine, "hr 2017 112") == []
    engine.close()


def test_a_title_weighs_more_than_a_summary(small: SearchEngine) -> None:
    titled = replace(made("titled", ""), fields={**made("titled", "").fields, "title": ("gull",)})
    small.update([titled], [])
    assert found(small, "gull")[0] == "titled"


def test_a_whole_word_weighs_more_than_a_beginning(small: SearchEngine) -> None:
    small.update([made("begun", "kobbertak")], [])
    assert found(small, "kobber") == ["three", "begun"]
    assert found(small, "kobber*") == ["begun", "three"]


def test_words_of_three_letters_match_whole_only(small: SearchEngine) -> None:
    assert found(small, "sol") == []
    assert found(small, "sol*") == ["one"]


def test_an_update_replaces_and_removes(small: SearchEngine) -> None:
    small.update([made("two", "sink"), made("four", "gull")], [CaseId("three"), CaseId("unheard-of")])
    assert sorted(found(small, "gull")) == ["four", "one"]
    assert found(small, "sink") == ["two"]
    assert found(small, "kobber") == []
    assert sorted(found(small, EVERYTHING)) == ["four", "one", "two"]


def test_what_is_updated_is_found_after_opening_anew(open_engine: OpenEngine, tmp_path: Path) -> None:
    engine = open_engine(tmp_path)
    engine.build([made("one", "gull")])
    engine.update([made("one", "sink")], [])
    assert found(engine, "sink, gull") == ["one"]
    assert found(engine, "gull") == []
    engine.close()


def test_an_index_of_nothing_finds_nothing(open_engine: OpenEngine, tmp_path: Path) -> None:
    engine = open_engine(tmp_path)
    engine.build([])
    assert [found(engine, query) for query in ("", "gull", "-gull", '"gull solv"', "Rt-2013-39")] == [[]] * 5
    assert engine.suggest("gull") == []
    engine.close()


def test_a_misspelled_word_leads_to_the_word(engine: SearchEngine) -> None:
    assert "menneskehandel" in engine.suggest("menneskehandl")
    assert "trelldom" in engine.suggest("treldom")


def test_suggestions_are_few_and_never_the_word_itself(engine: SearchEngine) -> None:
    assert len(engine.suggest("prostitusjn", 1)) == 1
    assert "prostitusjon" not in engine.suggest("prostitusjon")
    assert engine.suggest("qqqqqqqqqqqq") == []


def test_whoosh_tells_that_its_folder_holds_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable, match="is not used"):
        ENGINES["whoosh"](tmp_path).search(parse("gull"))


@pytest.fixture(scope="module")
def both(documents: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[SearchEngine]]:
    """Every engine with the bundled cases."""
    engines = [open_engine(tmp_path_factory.mktemp("index")) for open_engine in ENGINES.values()]
    for engine in engines:
        engine.build(documents)
    yield engines
    for engine in engines:
        engine.close()


_WORDS = st.sampled_from(
    ["tigging", "tyveri", "barn", "oslo", "au", "i", "prostitusjon", "§224", "§60", "art", "emk", "nigeria", "zzz"]
)
_LEAVES: st.SearchStrategy[Node] = st.one_of(
    st.builds(Word, _WORDS, st.booleans()),
    st.sampled_from(["au pair", "grov menneskehandel", "emk artikkel 4", "i", "tigging tyveri", "emk emk"]).map(
        lambda words: Phrase(tuple(words.split()))
    ),
    st.sampled_from(["Rt-2013-39", "25965/04", "LB-2018-102939-2", "RG-2004-1"]).map(
        lambda text: Cited(Reference.parse(text))
    ),
    st.builds(OfKind, st.sampled_from(["criminal", "immigration", "echr"])),
    st.builds(InYear, st.integers(2000, 2012), st.integers(2012, 2026)),
    st.just(EVERYTHING),
)


def _joined(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    parts = st.lists(nodes, min_size=1, max_size=3).map(tuple)
    return st.one_of(nodes.map(Not), parts.map(And), parts.map(Or))


@settings(deadline=None, max_examples=60)
@given(st.recursive(_LEAVES, _joined, max_leaves=8))
def test_every_engine_finds_the_same_cases(both: list[SearchEngine], query: Node) -> None:
    first, *others = [set(found(engine, query)) for engine in both]
    assert others == [first] * len(others)
