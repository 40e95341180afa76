"""The order of the summaries: under which heading a case stands, each case once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kom_rulings.dates import Tertial
from kom_rulings.overview.grouping import (
    article_of,
    by_article,
    by_court_level,
    by_permit,
    other_articles,
    permits_of,
)
from kom_rulings.records import Case, Register
from kom_rulings.standing import Shown, by_year, shown_cases

DAY = Tertial(2024, 3).last_day


def shown(*cases: Case) -> list[Shown]:
    return shown_cases(Register(cases), DAY, "public")


def criminal(*rulings: str) -> str:
    lines = "".join(f"  - {{court: unknown, {ruling}}}\n" for ruling in rulings)
    return f"kind: criminal\ntitle: {{nb: Sak}}\nexploitation: [sexual]\nrulings:\n{lines}"


def echr(*articles: str) -> str:
    findings = ", ".join(f"{{article: '{article}', outcome: violation}}" for article in articles)
    return (
        "kind: echr\ntitle: {nb: A mot B}\nexploitation: [sexual]\napplications: [25965/04]\nrespondents: [GR]\n"
        "rulings:\n  - {court: unknown, instance: echr_chamber, date: 2017-01-01, document: JUD, "
        f"findings: [{findings}]}}\n"
    )


def test_every_case_of_the_records_stands_in_one_group(bundled: Register) -> None:
    cases = shown_cases(bundled, DAY, "public")
    for kind, groups in (("criminal", by_court_level), ("immigration", by_permit), ("echr", by_article)):
        of_kind = [one for one in cases if one.case.kind == kind]
        placed = [one.case.id for group in groups(of_kind) for one in group.cases]
        assert sorted(placed) == sorted(one.case.id for one in of_kind)


@pytest.mark.parametrize(
    ("rulings", "level"),
    [
        (["instance: tingrett, date: 2015-01-01, outcome: convicted"], "tingrett"),
        (
            [
                "instance: tingrett, date: 2015-01-01, outcome: convicted",
                "instance: ankeutvalg, date: 2016-01-01, outcome: appeal_not_admitted",
            ],
            "tingrett",  # a refusal of leave decides nothing: the judgment below still stands
        ),
        (
            [
                "instance: tingrett, date: 2015-01-01, outcome: convicted",
                "instance: hoyesterett, date: 2016-01-01, outcome: upheld",
            ],
            "hoyesterett",
        ),
        (["instance: lagmannsrett, date: unknown, outcome: convicted"], "lagmannsrett"),
        (["instance: unknown, date: 2016, outcome: convicted"], "unknown"),
    ],
)
def test_a_criminal_case_stands_under_the_level_of_its_standing_ruling(
    make_case: Callable[..., Case], rulings: list[str], level: str
) -> None:
    assert [group.key for group in by_court_level(shown(make_case(criminal(*rulings))))] == [level]


def test_the_highest_court_comes_first(bundled: Register) -> None:
    cases = [one for one in shown_cases(bundled, DAY, "public") if one.case.kind == "criminal"]
    assert [group.key for group in by_court_level(cases)] == ["hoyesterett", "lagmannsrett", "tingrett", "unknown"]


@pytest.mark.parametrize(
    ("articles", "article"),
    [(["4"], "4"), (["3", "4"], "4"), (["13", "8"], "8"), (["P1-1", "6"], "6"), (["P1-1"], "P1-1"), ([], "unknown")],
)
def test_a_case_stands_under_article_4_where_that_was_decided_on_else_under_the_first(
    make_case: Callable[..., Case], articles: list[str], article: str
) -> None:
    (one,) = shown(make_case(echr(*articles), kind="echr"))
    assert article_of(one) == article


def test_articles_stand_in_the_order_of_their_numbers_the_protocols_last(make_case: Callable[..., Case]) -> None:
    cases = shown(
        *(make_case(echr(article), kind="echr", name=f"c{n}") for n, article in enumerate(("13", "P1-1", "3")))
    )
    assert [group.key for group in by_article(cases)] == ["3", "13", "P1-1"]


def test_a_case_is_named_under_every_other_article_too(make_case: Callable[..., Case]) -> None:
    cases = shown(make_case(echr("3", "4", "13"), kind="echr"))
    assert {article: [one.case.id for one in found] for article, found in other_articles(cases).items()} == {
        "3": ["a"],
        "13": ["a"],
    }


def test_an_immigration_case_stands_under_the_permit_that_is_recorded_first(bundled: Register) -> None:
    both = next(one for one in shown_cases(bundled, DAY, "public") if one.case.id == "lb-2015-82734")
    assert permits_of(both) == ("protection", "humanitarian", "witness")
    assert [group.key for group in by_permit([both])] == ["protection"]


def test_years_go_from_the_newest_to_the_oldest_and_the_unknown_stands_last(make_case: Callable[..., Case]) -> None:
    dates = ["2015-03-01", "unknown", "2016-01-01", "2015-06-01"]
    made = [
        make_case(criminal(f"instance: tingrett, date: {date}, outcome: convicted"), name=f"c{n}")
        for n, date in enumerate(dates)
    ]
    assert {year: [one.case.id for one in found] for year, found in by_year(shown(*made)).items()} == {
        2016: ["c2"],
        2015: ["c3", "c0"],
        None: ["c1"],
    }
