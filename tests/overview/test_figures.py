"""The figures of the status report: golden text, sentences for every size of group, and years that never change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counting.histories import case, registers, ruling, victims
from kom_rulings.documents.outline import Outline, Paragraph, TableBlock
from kom_rulings.documents.plain import as_text
from kom_rulings.overview.figures import figures_outline, years_of
from kom_rulings.records import CriminalCase, Register
from kom_rulings.tallies import tally
from kom_rulings.tallies.published import compare, read_figures
from kom_rulings.wording import Language

ROOT = Path(__file__).parents[2]
END = dt.date(2017, 12, 31)


def paragraphs(cases: Sequence[CriminalCase], as_of: dt.date = END, language: Language = "nb") -> list[str]:
    """The paragraphs in the body of the figures; the first is on how to read the years."""
    blocks = figures_outline(Register(tuple(cases)), as_of, language).blocks
    return [
        "".join(run.text for run in one.runs) for one in blocks if isinstance(one, Paragraph) and one.style == "body"
    ]


def tables_in(outline: Outline) -> list[TableBlock]:
    return [block for block in outline.blocks if isinstance(block, TableBlock)]


def convicted(name: str, instance: str = "tingrett", date: str = "2017-05-02", **more: object) -> CriminalCase:
    return case(ruling(instance, date, "convicted", final="2017-06-01"), name=name, **{"victims": victims(0), **more})


@pytest.mark.parametrize(("day", "language"), [("2021-12-31", "nb"), ("2019-04-30", "nb"), ("2019-04-30", "en")])
def test_the_figures_read_as_their_golden_text(
    bundled: Register, snapshot: Callable[[str, str], None], day: str, language: Language
) -> None:
    published = compare(read_figures(ROOT)[0], bundled)
    outline = figures_outline(bundled, dt.date.fromisoformat(day), language, published)
    snapshot(f"figures-{day}-{language}.txt", as_text(outline))


def test_several_cases_are_told_by_court_finality_age_and_form() -> None:
    cases = [
        *(convicted(f"t{n}") for n in range(4)),
        convicted("l", "lagmannsrett", victims=victims("some"), exploitation=("forced_labour", "begging")),
        case(ruling("unknown", "2017-02", "convicted"), name="u", exploitation=("sexual", "forced_labour")),
        convicted("h", "hoyesterett", victims=victims(2), exploitation=("organ_removal",)),
    ]
    assert paragraphs(cases)[1] == (
        "I 2017 var det 7 fellende saker: 4 i tingretten, 1 i lagmannsretten, 1 i Høyesterett og 1 i en instans som "
        "ikke er kjent. 6 av dem var rettskraftige ved årsskiftet; resten var det ikke, eller det er ikke kjent. Blant "
        "dem var det 2 saker med minst ett offer under 18 år, 4 saker med bare voksne ofre og 1 sak der ofrenes alder "
        "ikke er kjent. Utnyttelsesformen var prostitusjon eller andre seksuelle ytelser i 4 saker, tvangsarbeid eller "
        "tvangstjenester i 1 sak, både seksuelle ytelser og tvangsarbeid eller tvangstjenester i 1 sak og en annen "
        "form i 1 sak."
    )


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        (
            [convicted("a", "hoyesterett")],
            (
                "I 2017 var det 1 fellende sak, i Høyesterett. Saken var rettskraftig ved årsskiftet. Ingen av ofrene "
                "var under 18 år. Utnyttelsesformen var prostitusjon eller andre seksuelle ytelser."
            ),
        ),
        (
            [case(ruling("tingrett", "2017-05-02", "convicted"), exploitation=())],
            (
                "I 2017 var det 1 fellende sak, i tingretten. Saken var ikke rettskraftig ved årsskiftet, eller det er "
                "ikke kjent. Det er ikke kjent om noen av ofrene var under 18 år. Utnyttelsesformen var ikke kjent."
            ),
        ),
        (
            [convicted("a", victims=victims(1)), convicted("b", victims=victims("some"))],
            (
                "I 2017 var det 2 fellende saker, alle i tingretten. Alle var rettskraftige ved årsskiftet. I alle var "
                "minst ett offer under 18 år. Utnyttelsesformen var prostitusjon eller andre seksuelle ytelser i alle."
            ),
        ),
        (
            [case(ruling("tingrett", "2017-05-02", "convicted"), name=name) for name in "ab"],
            (
                "I 2017 var det 2 fellende saker, alle i tingretten. Ingen av dem var rettskraftige ved årsskiftet, så "
                "vidt det er kjent. Det er ikke kjent for noen av dem om noe offer var under 18 år. Utnyttelsesformen "
                "var prostitusjon eller andre seksuelle ytelser i alle."
            ),
        ),
    ],
)
def test_a_year_is_told_in_sentences_that_fit_its_numbers(cases: list[CriminalCase], said: str) -> None:
    assert paragraphs(cases)[1] == said


def test_english_has_its_own_singular_and_plural() -> None:
    one, two = convicted("a", "hoyesterett"), convicted("b")
    assert paragraphs([one], language="en")[1].startswith(
        "In 2017 there was 1 case with a conviction, in the Supreme Court. It was final at the end of the year."
    )
    assert paragraphs([one, two], language="en")[1].startswith(
        "In 2017 there were 2 cases with a conviction: 1 in the District Court and 1 in the Supreme Court. All of them"
    )


def test_a_year_without_convictions_after_the_first_is_said_to_have_none() -> None:
    assert paragraphs([convicted("a")], dt.date(2018, 12, 31))[2] == "I 2018 var det ingen fellende saker."


def test_the_year_that_is_not_over_is_told_up_to_the_day() -> None:
    told = paragraphs([convicted("a")], dt.date(2017, 8, 31))[1]
    assert told.startswith("Fra 1. januar til og med 31. august 2017 var det 1 fellende sak, i tingretten. Saken var")
    assert "rettskraftig den dagen." in told
    (levels, _) = tables_in(figures_outline(Register((convicted("a"),)), dt.date(2017, 8, 31), "nb"))
    assert levels.rows[0][0][0].text == "2017 til og med 31. august 2017"


def test_a_case_stands_in_each_year_in_which_its_ruling_stood_at_the_end() -> None:
    appealed = case(ruling("tingrett", "2016-03-01", "convicted"), ruling("lagmannsrett", "2017-03-01", "upheld"))
    years = years_of([appealed], END)
    assert [(one.year, one.convictions.total.cases) for one in years] == [(2016, ("a",)), (2017, ("a",))]
    assert [list(one.convictions.by_court_level.values())[1].count for one in years] == [0, 1]


def test_a_conviction_undone_within_its_year_is_in_no_year() -> None:
    undone = case(ruling("tingrett", "2017-03-01", "convicted"), ruling("lagmannsrett", "2017-09-01", "acquitted"))
    assert years_of([undone], END) == []


def test_a_case_whose_date_is_not_known_is_counted_in_no_year_and_told_in_the_total() -> None:
    undated = case(ruling("tingrett", "unknown", "convicted"), name="u")
    assert paragraphs([convicted("a"), undated])[-1] == (
        "1 fellende sak er ikke regnet med, fordi datoen for avgjørelsen ikke er kjent."
    )


def test_a_case_whose_year_is_not_known_is_in_the_total_only() -> None:
    undated = case(
        ruling("tingrett", "unknown", "convicted"), ruling("ankeutvalg", "2017-03-01", "appeal_not_admitted")
    )
    told = paragraphs([undated, convicted("b")])
    assert told[1].startswith("I 2017 var det 1 fellende sak")
    assert told[-2].startswith("Per 31. desember 2017 var det i alt 2 fellende saker siden 2003. Stående avgjørelse: ")
    assert told[-1].startswith("1 av disse sakene er ikke med i noe år ovenfor")


def test_without_any_conviction_it_is_said_and_there_is_no_table() -> None:
    outline = figures_outline(Register(()), END, "nb")
    assert paragraphs([]) == [
        "Registeret har ingen domfellelser per denne datoen.",
        "Per 31. desember 2017 var det ingen fellende saker.",
    ]
    assert tables_in(outline) == []


def test_figures_published_later_than_the_day_say_nothing_of_it(bundled: Register) -> None:
    published = compare(read_figures(ROOT)[0], bundled)
    assert "ikke fullstendig" not in as_text(figures_outline(bundled, dt.date(2019, 4, 29), "nb", published))
    assert "47 fellende saker per 30. april 2019" in as_text(
        figures_outline(bundled, dt.date(2019, 4, 30), "nb", published)
    )


def test_no_two_heads_of_a_table_are_alike(bundled: Register) -> None:
    for language in ("nb", "en"):
        for table in tables_in(figures_outline(bundled, dt.date(2021, 12, 31), language)):
            assert len(set(table.heads)) == len(table.heads)
            assert sum(table.widths) == 100


DAYS = st.dates(dt.date(2004, 1, 1), dt.date(2026, 12, 31))


@given(registers(), DAYS, DAYS)
@settings(deadline=None, max_examples=60)
def test_a_year_that_is_over_is_told_alike_on_every_later_day(
    cases: list[CriminalCase], first: dt.date, second: dt.date
) -> None:
    earlier, later = sorted((first, second))
    before = {one.year: one for one in years_of(cases, earlier) if one.over}
    after = {one.year: one for one in years_of(cases, later)}
    assert before == {year: after.get(year) for year in before}
    told = paragraphs(cases, later)
    over = [text for text in paragraphs(cases, earlier) if text.startswith("I 20")]
    assert [text for text in told if text in over] == over


@given(registers(), DAYS)
@settings(deadline=None, max_examples=60)
def test_every_row_sums_and_the_last_year_is_that_of_the_tally(cases: list[CriminalCase], as_of: dt.date) -> None:
    outline = figures_outline(Register(tuple(cases)), as_of, "nb")
    for levels, forms in [tables_in(outline)] if tables_in(outline) else []:
        assert [row[0] for row in levels.rows] == [row[0] for row in forms.rows]
        for row in levels.rows:
            total, *parts = (int(cell[0].text) for cell in row[1:])
            assert sum(parts[:-2]) == sum(parts[-2:]) == total
        for row in forms.rows:
            total, *parts = (int(cell[0].text) for cell in row[1:])
            assert sum(parts[:3]) == sum(parts[3:]) == total
        counted = tally(Register(tuple(cases)), as_of).convictions.by_year.get(str(as_of.year))
        assert int(levels.rows[-1][1][0].text) == (counted.count if counted else 0)
