"""The numbers of the overview: what is said of a table, its chart, and the cases behind each number."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kom_rulings.documents.linking import sentence
from kom_rulings.documents.outline import Paragraph, Run
from kom_rulings.names import CaseId
from kom_rulings.overview.behind import Behind
from kom_rulings.overview.charts import chart_of
from kom_rulings.overview.findings import finding
from kom_rulings.tables import Cell, Row, Table


def table(*groups: tuple[str, int, int], title: str = "Convictions by year") -> Table:
    """A table of groups, each with a total and how many of them are final."""
    rows, cases = [], []
    for label, count, final in groups:
        own = tuple(CaseId(f"{label.lower()}-{n}") for n in range(count))
        rows.append(Row(label, label, (Cell(own), Cell(own[:final]))))
        cases.append((own, own[:final]))
    sums = tuple(Cell(tuple(case for pair in cases for case in pair[column])) for column in (0, 1))
    return Table("year", title, "Year", ("Total", "Final"), tuple(rows), Row("total", "Total", sums))


def told(table: Table) -> str:
    return "".join(run.text or f"[{run.mention}]" for run in finding(table, "t", "en"))


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([("2013", 3, 1), ("2014", 2, 2)], "The largest group is “2013”, with 3 of 5."),
        (
            [("2013", 2, 1), ("2014", 2, 2), ("2015", 1, 0)],
            "The largest groups are “2013” and “2014”, with 2 of 5 each.",
        ),
        ([("2013", 1, 0), ("2014", 0, 0)], "There is one, under “2013”."),
    ],
)
def test_before_a_table_stands_what_it_shows(groups: list[tuple[str, int, int]], said: str) -> None:
    assert told(table(*groups)) == f"[t] shows convictions by year. {said}"


def test_a_number_leads_to_the_list_of_its_cases_and_nought_leads_nowhere() -> None:
    behind = Behind({}, "nb")
    row = table(("2013", 2, 1), ("2014", 1, 0)).rows
    assert behind.number("t", row[0], 0) == Run("2", link="#t-2013-0")
    assert behind.number("t", row[0], 1) == Run("1", link="#t-2013-1")
    assert behind.number("t", row[1], 1) == Run("0")


def test_numbers_of_the_same_cases_share_one_list() -> None:
    row = table(("2013", 2, 2)).rows[0]
    behind = Behind({}, "nb")
    assert behind.number("t", row, 0).link == behind.number("t", row, 1).link


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=6))
def test_every_number_above_nought_has_a_list_with_as_many_cases(counts: list[tuple[int, int]]) -> None:
    made = table(*((str(2000 + n), total, min(final, total)) for n, (total, final) in enumerate(counts)))
    names = {case: Run(case, link=f"#case-{case}") for case in made.total.cells[0].cases}
    behind = Behind(names, "en")
    behind.remember("t", made)
    lists = {block.anchor: block for block in behind.chapter() if isinstance(block, Paragraph) and block.anchor}
    for row in (*made.rows, made.total):
        for column, cell in enumerate(row.cells):
            number = behind.number("t", row, column)
            assert number.text == str(cell.count)
            if cell.count:
                found = [run.text for run in lists[str(number.link).removeprefix("#")].runs if run.link]
                assert found == list(cell.cases)


def test_cases_that_may_not_be_shown_are_only_counted() -> None:
    made = table(("2013", 3, 3))
    behind = Behind({CaseId("2013-1"): Run("Saken", link="#case-2013-1")}, "nb")
    behind.remember("t", made)
    texts = ["".join(run.text for run in block.runs) for block in behind.chapter() if isinstance(block, Paragraph)]
    assert texts[2] == "2013 – Totalt, Rettskraftig (3): Saken; 2 saker som ikke kan vises"
    assert "2013-0" not in "".join(texts)


def test_without_tables_there_is_no_chapter_of_lists() -> None:
    assert list(Behind({}, "nb").chapter()) == []


def test_the_chart_of_years_has_no_gaps_and_tells_every_number() -> None:
    chart = chart_of(table(("2013", 2, 1), ("2016", 1, 0), ("unknown", 1, 1)), "t", "en")
    assert chart.categories == ("2013", "2014", "2015", "2016", "unknown")
    assert [series.values for series in chart.series] == [(2, 0, 0, 1, 1)]
    assert chart.description == "Column chart: Convictions by year. 2013: 2; 2016: 1; unknown: 1."


def test_the_chart_of_parts_stacks_the_columns_that_hold_anything() -> None:
    one, two = (CaseId("a"),), (CaseId("b"), CaseId("c"))
    rows = (Row("2013", "2013", (Cell(one), Cell(()), Cell(two), Cell((*one, *two)))),)
    total = Row("total", "Total", rows[0].cells)
    heads = ("Sexual services", "Other forms", "Both forms", "Total")
    chart = chart_of(Table("y", "Convictions", "Year", heads, rows, total, whole=3), "t", "en")
    assert [(series.name, series.values) for series in chart.series] == [
        ("Sexual services", (1,)),
        ("Both forms", (2,)),
    ]
    assert chart.description.endswith("2013: sexual services 1 and both forms 2.")


def test_a_translation_may_put_the_linked_parts_in_its_own_order() -> None:
    link = Run("3", link="#list")
    assert sentence("{part1} av {part0}{end}".format, Run("", mention="t"), link, end=".") == (
        link,
        Run(" av "),
        Run("", mention="t"),
        Run("."),
    )


def test_a_sentence_without_parts_is_one_run() -> None:
    assert sentence(partial("{n} saker".format, n=3)) == (Run("3 saker"),)
