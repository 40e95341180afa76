"""What a filter lets through, and the facets whose numbers are those of the lists that they lead to."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.index.card import THROUGH, Card, Facts, card
from kom_rulings.index.facet_labels import facet_label, facet_name, facet_query
from kom_rulings.index.facets import FACETS, FacetCounter
from kom_rulings.index.filters import forerunners, is_cited, is_own, meant_rulings, passes, ruling_filters
from kom_rulings.index.provision_names import SEPARATOR
from kom_rulings.index.query import narrowed, parse
from kom_rulings.index.tree import EVERYTHING, And, Cited, Filter, Node, Not, Or, SameRuling, conjuncts
from kom_rulings.names import CaseId
from kom_rulings.records.register import Register
from kom_rulings.records.tables import Tables
from kom_rulings.references import Reference

OSLO = "Oslo tingrett|Oslo District Court"
EIKER = "Eiker, Modum og Sigdal tingrett|Eiker, Modum and Sigdal District Court"
BORGARTING = "Borgarting lagmannsrett|Borgarting Court of Appeal"
OUTSIDE = "Jæren tingrett|Jæren tingrett"
COURTS = (OSLO, EIKER, BORGARTING, OUTSIDE)
BOSNIA = "BA|Bosnia-Hercegovina|Bosnia & Herzegovina|Bosnia"
BRITAIN = "GB|Storbritannia|United Kingdom|UK|England"
NIGERIA = "NG|Nigeria|Nigeria"
NIGER = "NE|Niger|Niger"
COUNTRIES = (BOSNIA, BRITAIN, NIGERIA, NIGER)
NAMES_2005 = "strl 2005 straffeloven lov om straff penal code"
NAMES_1902 = "strl 1902 almindelig borgerlig straffelov general civil penal code"
NEWER = f"strl. § 257|{NAMES_2005}|"
OLDER = f"strl. 1902 § 224|{NAMES_1902}|"
CONTINUED = f"strl. § 257|{NAMES_2005}|strl. 1902 § 224"
LAWS = (NEWER, OLDER, CONTINUED)


def day(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


def days(first: str, last: str | None = None) -> tuple[int, int]:
    return day(first), day(last or first)


def ruling(*dates: tuple[int, int], **values: tuple[str, ...]) -> Facts:
    return Facts(values, {"date": dates} if dates else {})


def with_rulings(*rulings: Facts, facts: Facts | None = None, case: str = "a") -> Card:
    return Card(CaseId(case), "criminal", {"nb": case}, facts=facts or Facts(), rulings=rulings)


def holds(one: Card, query: str) -> bool:
    """Whether the filters of a query let a case through, those on rulings for the same one."""
    parts = conjuncts(parse(query))
    meant = ruling_filters(And(parts))
    plan = [part for part in parts if part not in meant]
    return _holds(one, And((*plan, SameRuling(tuple(meant)))) if len(meant) > 1 else And(parts))


def _holds(one: Card, node: Node) -> bool:
    match node:
        case And(parts):
            return all(_holds(one, part) for part in parts)
        case Or(parts):
            return any(_holds(one, part) for part in parts)
        case Not(part):
            return not _holds(one, part)
        case Filter() | SameRuling():
            return passes(one, node)
        case _:
            raise TypeError(node)


@pytest.mark.parametrize(
    ("query", "court", "lets_through"),
    [
        ("domstol:oslo", OSLO, True),
        ("domstol:OSLO", OSLO, True),
        ("domstol:osl", OSLO, True),
        ("domstol:slo", OSLO, False),
        ('domstol:"tingrett oslo"', OSLO, True),
        ('domstol:"oslo ting"', OSLO, True),
        ('domstol:"oslo district"', OSLO, True),
        ('domstol:"tingrett district"', OSLO, False),
        ('domstol:"oslo bergen"', OSLO, False),
        ("domstol:tingrett", EIKER, True),
        ('domstol:"eiker og sigdal"', EIKER, True),
        ("domstol:sigdal", EIKER, True),
        ("domstol:jaeren", OUTSIDE, True),
        ("domstol:jæren", OUTSIDE, True),
        ("domstol:borgarting", OSLO, False),
    ],
)
def test_a_court_is_meant_by_the_beginnings_of_the_words_of_one_of_its_names(
    query: str, court: str, lets_through: bool
) -> None:
    assert holds(with_rulings(ruling(court=(court,))), query) == lets_through


@pytest.mark.parametrize(
    ("query", "country", "lets_through"),
    [
        ("land:bosnia", BOSNIA, True),
        ("land:ba", BOSNIA, True),
        ('land:"Bosnia og Herzegovina"', BOSNIA, False),
        ('land:"Bosnia & Herzegovina"', BOSNIA, True),
        ("land:bosnia-hercegovina", BOSNIA, True),
        ("land:england", BRITAIN, True),
        ("country:uk", BRITAIN, True),
        ('land:"united king"', BRITAIN, True),
        ("land:niger", NIGERIA, True),
        ("land:niger", NIGER, True),
        ("land:=niger", NIGERIA, False),
        ("land:=niger", NIGER, True),
        ("land:=ne", NIGER, True),
        ("land:=nig", NIGER, False),
        ('land:"=bosnia hercegovina"', BOSNIA, True),
        ('land:"=united"', BRITAIN, False),
    ],
)
def test_behind_an_equals_sign_a_name_is_the_whole_name(query: str, country: str, lets_through: bool) -> None:
    assert holds(with_rulings(facts=Facts({"country": (country,)})), query) == lets_through


@pytest.mark.parametrize(
    ("query", "held", "lets_through"),
    [
        ("lov:257", (NEWER,), True),
        ("lov:§257", (NEWER,), True),
        ('lov:"§ 257"', (NEWER,), True),
        ('lov:"strl § 257"', (NEWER,), True),
        ('lov:"strl. 2005 § 257"', (NEWER,), True),
        ('lov:"straffeloven § 257"', (NEWER,), True),
        ('lov:"penal code § 257"', (NEWER,), True),
        ("lov:straffeloven", (NEWER,), True),
        ('lov:"utl § 257"', (NEWER,), False),
        ("lov:25", (NEWER,), False),
        ("lov:258", (NEWER,), False),
        ("lov:224", (NEWER,), False),
        ("lov:257", (OLDER, CONTINUED), True),
        ("lov:224", (OLDER, CONTINUED), True),
        ('lov:"strl 1902 § 224"', (OLDER, CONTINUED), True),
        ('lov:"strl 1902 § 257"', (OLDER, CONTINUED), False),
        ('lov:"strl 2005 § 224"', (OLDER, CONTINUED), False),
        ("lov:(258, 257)", (NEWER,), True),
        ("lov:257", (), False),
    ],
)
def test_a_provision_is_meant_by_its_section_and_any_names_of_its_law(
    query: str, held: tuple[str, ...], lets_through: bool
) -> None:
    assert holds(with_rulings(ruling(law=held) if held else ruling()), query) == lets_through


@pytest.mark.parametrize(
    ("query", "rulings", "through"),
    [
        ("lov:257", [ruling(law=(OLDER, CONTINUED))], ["strl. 1902 § 224"]),
        ("lov:257", [ruling(law=(OLDER, CONTINUED)), ruling(law=(OLDER, CONTINUED))], ["strl. 1902 § 224"]),
        ("lov:257", [ruling(law=(NEWER,))], []),
        ("lov:257", [ruling(law=(OLDER, CONTINUED)), ruling(law=(NEWER,))], []),
        ("lov:224", [ruling(law=(OLDER, CONTINUED))], []),
        ("lov:257 år:2010", [ruling(law=(OLDER, CONTINUED))], ["strl. 1902 § 224"]),
        ("gull", [ruling(law=(OLDER, CONTINUED))], []),
        ("-lov:257", [ruling(law=(OLDER, CONTINUED))], []),
    ],
)
def test_the_forerunner_is_told_through_which_alone_a_provision_was_passed(
    query: str, rulings: list[Facts], through: list[str]
) -> None:
    assert forerunners(with_rulings(*rulings), parse(query)) == through


FIRST = ruling(days("2018-05-02"), court=(OSLO,), outcome=("convicted",))
SECOND = ruling(days("2021-01-01", "2021-12-31"), court=(BORGARTING,), outcome=("acquitted", "convicted"))
UNDATED = ruling(court=(EIKER,))


@pytest.mark.parametrize(
    ("query", "lets_through"),
    [
        ("domstol:oslo år:2018", True),
        ("domstol:oslo år:2021", False),
        ("domstol:borgarting år:2021 utfall:frifunnet", True),
        ("domstol:oslo utfall:frifunnet", False),
        ("domstol:oslo -år:2021", False),
        ("domstol:oslo -år:2015", True),
        ("domstol:eiker år:2018", False),
        ("domstol:eiker", True),
        ("domstol:(oslo, eiker)", True),
        ("utfall:domfelt land:nigeria", True),
        ("domstol:oslo land:niger domstol:oslo", True),
        ("domstol:oslo land:bosnia", False),
    ],
)
def test_filters_on_rulings_hold_for_the_same_ruling_and_others_for_the_case(query: str, lets_through: bool) -> None:
    one = with_rulings(FIRST, SECOND, UNDATED, facts=Facts({"country": (NIGERIA,)}))
    assert holds(one, query) == lets_through


def test_the_rulings_that_a_query_means_are_those_that_pass_all_its_filters() -> None:
    one = with_rulings(FIRST, SECOND, UNDATED)
    assert meant_rulings(one, parse("gull år:2018-2021")) == [FIRST, SECOND]
    assert meant_rulings(one, parse("utfall:frifunnet år:2018-2021")) == [SECOND]
    assert meant_rulings(one, parse("domstol:oslo år:2021")) == []
    assert meant_rulings(one, parse("gull land:nigeria")) == [FIRST, SECOND, UNDATED]


@pytest.mark.parametrize(
    ("query", "lets_through"),
    [
        ("år:2021", True),
        ("dato:2021-06-01", True),
        ("dato:2020-12-31..2021-01-01", True),
        ("år:>2021", False),
        ("år:<2021", False),
        ("år:<=2021", True),
        ("dato:>2021-12-30", True),
        ("dato:>2021-12-31", False),
        ("år:2020-", True),
        ("år:-2020", False),
        ("år:2020", False),
    ],
)
def test_a_ruling_of_which_only_the_year_is_known_passes_where_it_may_have_been_given(
    query: str, lets_through: bool
) -> None:
    node = parse(query)
    assert (isinstance(node, Filter) and passes(with_rulings(SECOND), node)) == lets_through


@pytest.mark.parametrize("query", ["år:2018", "år:1900-2999", "straff:>0", "oppreisning:0-", "domstol:oslo", "lov:257"])
def test_what_is_not_known_passes_no_filter(query: str) -> None:
    assert not holds(with_rulings(ruling()), query)
    assert not holds(with_rulings(), query)
    assert holds(with_rulings(ruling()), f"-{query}")


def test_a_value_that_is_recorded_as_unknown_can_be_asked_for() -> None:
    one = with_rulings(
        ruling(outcome=("unknown",)), facts=Facts({"minors": ("unknown",), "exploitation": ("unknown",)})
    )
    assert holds(one, "utfall:ukjent mindreårige:ukjent utnyttelse:unknown")
    assert not holds(one, "mindreårige:nei")


def test_references_are_passed_by_their_beginning_up_to_a_hyphen() -> None:
    own, cited = Reference.parse("LB-2018-102939-2"), Reference.parse("HR-2017-1124-A")
    one = Card(CaseId("a"), "criminal", {"nb": "a"}, references=(own,), cites=(cited,))
    assert [query for query in ("siterer:HR-2017-1124-A", "siterer:LB-2018-102939-2") if holds(one, query)] == [
        "siterer:HR-2017-1124-A"
    ]
    assert passes(one, Filter("reference", ("LB-2018-102939",)))
    assert not passes(one, Filter("reference", ("LB-2018-10293",)))
    assert passes(one, Filter("case", ("a", "b")))
    assert not passes(one, Filter("case", ("b",)))
    assert (is_own(one, Cited(own)), is_cited(one, Cited(own))) == (True, False)
    assert (is_own(one, Cited(cited)), is_cited(one, Cited(cited))) == (False, True)


_VALUES: Mapping[str, tuple[str, ...]] = {
    "court": COURTS,
    "instance": ("tingrett", "lagmannsrett", "unknown"),
    "outcome": ("convicted", "acquitted", "inadmissible"),
    "law": LAWS,
}
_OF_CASE: Mapping[str, tuple[str, ...]] = {
    "kind": ("criminal", "echr"),
    "minors": ("yes", "no", "unknown"),
    "final": ("yes", "no"),
    "exploitation": ("sexual", "begging", "unknown"),
    "country": COUNTRIES,
    "state": (BRITAIN, BOSNIA),
}


_Spans = dict[str, tuple[tuple[int, int], ...]]


def _dated(span: tuple[int, int]) -> _Spans:
    return {"date": (span,)}


def _facts(values: Mapping[str, tuple[str, ...]], spans: st.SearchStrategy[_Spans]) -> st.SearchStrategy[Facts]:
    some = {
        key: st.lists(st.sampled_from(of), min_size=1, max_size=2, unique=True).map(tuple) for key, of in values.items()
    }
    return st.builds(Facts, st.fixed_dictionaries({}, optional=some), spans)


_YEARS = st.integers(2015, 2018)
_SPANS = st.one_of(
    _YEARS.map(lambda year: days(f"{year}-01-01", f"{year}-12-31")),
    st.builds(lambda year, month: days(f"{year}-{month:02}-03"), _YEARS, st.integers(1, 12)),
)
_NO_SPANS: st.SearchStrategy[_Spans] = st.just({})
_DATED: st.SearchStrategy[_Spans] = st.one_of(_NO_SPANS, _SPANS.map(_dated))
_REFERENCES = st.lists(
    st.sampled_from(["HR-2017-1124-A", "Rt-2013-39", "25965/04", "LB-2018-102939-2"]).map(Reference.parse), max_size=2
).map(tuple)
_RULINGS = st.lists(_facts(_VALUES, _DATED), max_size=3).map(tuple)


def _cards(n: int) -> st.SearchStrategy[Card]:
    return st.builds(
        Card,
        st.just(CaseId(f"case-{n}")),
        st.sampled_from(["criminal", "echr"]),
        st.just({"nb": "Sak æøå", "en": "Case"}),
        st.sampled_from([1.0, 1.25]),
        _facts(_OF_CASE, _NO_SPANS),
        _RULINGS,
        _REFERENCES,
        _REFERENCES,
    )


_CARDS = st.integers(0, 5).flatmap(lambda n: st.tuples(*map(_cards, range(n))))
_QUERIES = st.sampled_from(
    [
        *("", "gull", "domstol:oslo", "år:2016", "år:2016-2017 utfall:domfelt", "lov:257", "lov:257 domstol:tingrett"),
        *("type:straff", "land:niger utfall:frifunnet", "lov:224 år:>2015", "instans:ukjent", "land:niger"),
    ]
)


def by_case(cards: Iterable[Card]) -> dict[CaseId, Card]:
    return {one.case: one for one in cards}


@settings(deadline=None, max_examples=60)
@given(_CARDS, _QUERIES)
def test_the_number_of_a_facet_is_that_of_the_cases_left_when_it_is_chosen(cards: tuple[Card, ...], query: str) -> None:
    node = parse(query)
    filters = And(tuple(part for part in conjuncts(node) if isinstance(part, Filter)))
    listed = [one for one in cards if passes_all(one, filters)]
    counted = FacetCounter(by_case(cards)).count([one.case for one in listed], node)
    assert set(counted) <= set(FACETS)
    for key, values in counted.items():
        assert [count for _, count in values] == sorted((count for _, count in values), reverse=True)
        for value, count in values:
            left = [one for one in listed if passes_all(one, narrowed(filters, [parse(facet_query(key, value))]))]
            assert len(left) == count, facet_query(key, value)


def passes_all(one: Card, node: Node) -> bool:
    meant = ruling_filters(node)
    others = [part for part in conjuncts(node) if part not in meant]
    same = SameRuling(tuple(meant)) if len(meant) > 1 else And(tuple(meant))
    return _holds(one, And((*others, same)))


@settings(deadline=None, max_examples=60)
@given(_CARDS)
def test_without_filters_on_rulings_every_value_of_every_case_is_counted_once(cards: tuple[Card, ...]) -> None:
    counted = FacetCounter(by_case(cards)).count([one.case for one in cards], EVERYTHING)
    told = {(key, value.split(f"|{THROUGH}")[0]): n for key, values in counted.items() for value, n in values}
    pairs = {pair for one in cards for pair in one.facets if pair[0] in FACETS}
    assert told == {pair: sum(pair in one.facets for one in cards) for pair in pairs}


def test_the_facets_of_a_list_do_not_count_the_cases_beside_it() -> None:
    counter = FacetCounter(by_case([with_rulings(FIRST, case="a"), with_rulings(SECOND, case="b")]))
    assert counter.count([CaseId("b")], EVERYTHING)["court"] == [(BORGARTING, 1)]
    assert counter.count([], EVERYTHING) == {}


def test_a_provision_that_some_ruling_applied_through_an_older_one_is_marked() -> None:
    older, newer = with_rulings(ruling(law=(OLDER, CONTINUED)), case="a"), with_rulings(ruling(law=(NEWER,)), case="b")
    counter = FacetCounter(by_case([older, newer]))
    assert counter.count([CaseId("a"), CaseId("b")], EVERYTHING)["law"] == [
        (f"strl. § 257{SEPARATOR}{THROUGH}", 2),
        ("strl. 1902 § 224", 1),
    ]
    assert counter.count([CaseId("b")], EVERYTHING)["law"] == [("strl. § 257", 1)]


@pytest.mark.parametrize(
    ("key", "value", "nb", "en", "query"),
    [
        ("kind", "criminal", "Straffesak", "Criminal case", "type:straff"),
        ("court", OSLO, "Oslo tingrett", "Oslo District Court", 'domstol:"=Oslo tingrett"'),
        ("court", OUTSIDE, "Jæren tingrett", "Jæren tingrett", 'domstol:"=Jæren tingrett"'),
        ("country", NIGERIA, "Nigeria", "Nigeria", "land:=Nigeria"),
        ("state", BRITAIN, "Storbritannia", "United Kingdom", "stat:=Storbritannia"),
        ("date", "2019", "2019", "2019", "år:2019"),
        ("law", "strl. § 257", "strl. § 257", "strl. § 257", 'lov:"strl. § 257"'),
        ("minors", "yes", "ja", "yes", "mindreårige:ja"),
        ("final", "yes", "ja", "yes", "rettskraftig:ja"),
    ],
)
def test_a_facet_is_read_in_both_languages_and_typed_as_a_filter(
    key: str, value: str, nb: str, en: str, query: str
) -> None:
    assert (facet_label(key, value, "nb").lower(), facet_label(key, value, "en").lower()) == (nb.lower(), en.lower())
    assert facet_query(key, value) == query
    assert facet_query(key, value).startswith(facet_name(key, "nb"))
    assert isinstance(parse(query), Filter)


def test_a_marked_provision_is_told_with_its_forerunner_and_typed_without() -> None:
    value = f"strl. § 257{SEPARATOR}{THROUGH}"
    assert facet_label("law", value, "en") == "strl. § 257 and its forerunner"
    assert facet_query("law", value) == 'lov:"strl. § 257"'


@settings(deadline=None, max_examples=60)
@given(_cards(1))
def test_a_card_is_the_same_after_it_was_written(one: Card) -> None:
    assert Card.from_json(json.loads(json.dumps(one.as_json(), ensure_ascii=False))) == one


def test_the_cards_of_the_bundled_cases_are_the_same_after_they_were_written(bundled: Register, tables: Tables) -> None:
    cards = [card(case, case.references, tables) for case in bundled.cases]
    assert [Card.from_json(json.loads(json.dumps(one.as_json()))) for one in cards] == cards


def test_every_facet_of_the_bundled_cases_leads_to_the_cases_that_it_counts(bundled: Register, tables: Tables) -> None:
    cards = by_case(card(case, (), tables) for case in bundled.cases)
    counted = FacetCounter(cards).count(list(cards), EVERYTHING)
    assert set(counted) == set(FACETS)
    for key, values in counted.items():
        for value, count in values:
            node = parse(facet_query(key, value))
            assert sum(_holds(one, node) for one in cards.values()) == count, facet_query(key, value)
            assert "|" not in facet_label(key, value, "nb") + facet_label(key, value, "en")
