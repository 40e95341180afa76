"""The charts of the overview: the columns of a table as columns, the numbers told for those who do not see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kom_rulings.documents.outline import ChartBlock, Series
from kom_rulings.formats import list_text
from kom_rulings.tables import Cell, Row, Table
from kom_rulings.wording import N_, Language, wording


def chart_of(table: Table, anchor: str, language: Language) -> ChartBlock:
    """The chart of a table: one stack per row of what its columns hold, or one column where the first is the total."""
    say = wording(language)
    rows = _without_gaps(table)
    return ChartBlock(
        caption=say(table.title),
        description=_told(table, language),
        categories=tuple(say(row.label) for row in rows),
        series=tuple(_series(table, rows, language)),
        category_title=say(table.head),
        value_title=say(N_("Cases")),
        anchor=f"{anchor}-chart",
    )


def _without_gaps(table: Table) -> list[Row]:
    """The rows; of years also those without a case, so that the axis is that of time."""
    years = {int(row.key): row for row in table.rows if row.key.isdigit()}
    if not years:
        return list(table.rows)
    nought = tuple(Cell(()) for _ in table.columns)
    span = range(min(years), max(years) + 1)
    others = [row for row in table.rows if not row.key.isdigit()]
    return [*(years.get(year, Row(str(year), str(year), nought)) for year in span), *others]


def _series(table: Table, rows: Sequence[Row], language: Language) -> Iterator[Series]:
    say = wording(language)
    for column in _charted(table):
        yield Series(say(table.columns[column]), tuple(row.cells[column].count for row in rows))


def _charted(table: Table) -> list[int]:
    """The columns that are drawn: the parts that hold anything, or all of it where it stands first."""
    if table.whole == 0:
        return [0]
    return [column for column, cell in enumerate(table.total.cells) if cell.count and column != table.whole]


def _told(table: Table, language: Language) -> str:
    """Every number of the chart in words."""
    say = wording(language)
    rows = "; ".join(_row(table, row, language) for row in table.rows)
    return say(N_("Column chart: {title}. {rows}."), title=say(table.title), rows=rows)


def _row(table: Table, row: Row, language: Language) -> str:
    say = wording(language)
    parts = [
        f"{say(table.columns[column]).lower()} {row.cells[column].count}"
        for column in _charted(table)
        if row.cells[column].count
    ]
    single = len(_charted(table)) == 1
    said = str(row.cells[_charted(table)[0]].count) if single else list_text(parts, language)
    return f"{say(row.label)}: {said}"
