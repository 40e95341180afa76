"""The chapter on how many convictions there are: sentences, tables and charts, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kom_rulings.changes.coverage import coverage
from kom_rulings.documents.linking import sentence
from kom_rulings.documents.outline import Block, Bullets, Heading, Paragraph, Run, Runs, TableBlock, text
from kom_rulings.formats import date_text
from kom_rulings.names import CaseId
from kom_rulings.overview.behind import Behind
from kom_rulings.overview.charts import chart_of
from kom_rulings.overview.findings import finding
from kom_rulings.tables import Cell, Row, Table
from kom_rulings.tallies import Tally
from kom_rulings.tallies.published import Comparison
from kom_rulings.wording import N_, Language, Phrase, wording

#: How much of a table's width, in per cent, the labels of its rows take: with few columns of numbers, and with many.
_LABEL_WIDTH: Final = 40
_NARROW_LABEL_WIDTH: Final = 14
_FEW_COLUMNS: Final = 3


class Numbers:
    """Writes the numbers of a tally in one language."""

    def __init__(
        self, tally: Tally, comparisons: Sequence[Comparison], names: Mapping[CaseId, Run], language: Language
    ) -> None:
        """``names`` are the titles of the cases that may be shown, linked to their places."""
        self._tally, self._names, self._language = tally, names, language
        self._comparisons = comparisons
        self._say = wording(language)
        self.behind = Behind(names, language)

    def chapter(self) -> Iterator[Block]:
        """The blocks of the chapter; afterwards ``behind`` knows the lists that its numbers lead to."""
        say, tally = self._say, self._tally
        yield Heading(2, say(N_("How many convictions")), "numbers", new_page=True)
        yield Paragraph(self._lead(), "lead")
        yield from self._coverage()
        yield Heading(3, say(N_("Convictions")), "convictions")
        yield from self._convictions()
        yield Heading(3, say(N_("Acquittals")), "acquittals")
        acquittals = tally.acquittals.table("exploitation", N_("Acquittals by form of exploitation"))
        yield from self._table("acquittals-exploitation", acquittals)
        yield from self._beside()
        yield Heading(3, say(N_("Cases before the European Court of Human Rights")), "echr-numbers")
        yield from self._table("echr-finding", tally.echr.table())
        yield from self._listed(N_("Cases that are not counted:"), tally.echr.not_counted)
        yield Heading(3, say(N_("Immigration cases")), "immigration-numbers")
        yield from self._table("immigration-result", tally.immigration.table())
        yield from self._listed(N_("Cases that are not counted:"), tally.immigration.not_counted)

    def _convictions(self) -> Iterator[Block]:
        convictions = self._tally.convictions
        yield from self._table(_BY_YEAR, convictions.table("year", N_("Convictions by year of the standing ruling")))
        if convictions.total.count:
            forms = convictions.table_of_forms(N_("Convictions by year and form of exploitation"))
            yield from self._table("convictions-year-form", forms, charted=True)
        levels = convictions.table("court-level", N_("Convictions by level of court"))
        yield from self._table("convictions-court-level", levels, charted=True)
        exploitation = convictions.table("exploitation", N_("Convictions by form of exploitation"))
        yield from self._table("convictions-exploitation", exploitation)
        minors = convictions.table("minors", N_("Convictions by whether victims were under 18"))
        yield from self._table("convictions-minors", minors)

    def _lead(self) -> Runs:
        """How many convictions there are; the numbers lead to the cases."""
        convictions = self._tally.convictions
        total = convictions.table("year", N_("Convictions by year of the standing ruling")).total
        date = date_text(self._tally.as_of, self._language)

        def said(**places: object) -> str:
            return self._say.plural(
                "On {date} the records hold {part0} conviction for human trafficking. Final: {part1}.",
                "On {date} the records hold {part0} convictions for human trafficking. Final: {part1}.",
                convictions.total.count,
                date=date,
                **places,
            )

        return sentence(said, *(self.behind.number(_BY_YEAR, total, column) for column in (0, 1)))

    def _beside(self) -> Iterator[Block]:
        """The criminal cases that are in none of the tables above."""
        tally = self._tally
        listed = {*tally.convictions.not_counted.cases, *tally.acquittals.not_counted.cases}
        neither = [case for case in tally.not_counted.cases if case not in listed]
        if neither:
            message = N_("Not counted, neither date nor outcome known: {count}")
            yield Paragraph(text(self._say(message, count=len(neither))), "source")
        yield from self._listed(N_("Criminal cases that are not counted:"), tally.not_counted)
        if tally.undecided.count:
            message = N_("Cases without a standing ruling on guilt: {count}")
            yield Paragraph(text(self._say(message, count=tally.undecided.count)), "source")

    def _listed(self, message: str, cell: Cell) -> Iterator[Block]:
        """The cases that are counted in no table, as far as they may be shown."""
        shown = [self._names[case] for case in cell.cases if case in self._names]
        if shown:
            yield Paragraph(text(self._say(message)), "closing")
            yield Bullets(tuple((name,) for name in shown))

    def _coverage(self) -> Iterator[Block]:
        """Say how far the records reach."""
        if warning := coverage(self._comparisons, self._tally.as_of, self._language):
            yield Paragraph(text(warning))

    def _table(self, anchor: str, table: Table, *, charted: bool = False) -> Iterator[Block]:
        """What the table tells, the table and its chart; a sentence alone where it would hold noughts only."""
        if table.total.cells[table.whole].count:
            yield Paragraph(finding(table, anchor, self._language), "closing")
            yield self._block(anchor, table)
            self.behind.remember(anchor, table)
        else:
            message = N_("{table}: there are none by this date.")
            yield Paragraph(text(self._say(message, table=Phrase(table.title))))
        if table.not_counted.count:
            message = N_("Not counted, date unknown: {count}")
            yield Paragraph(text(self._say(message, count=table.not_counted.count)), "source")
        if charted and table.total.cells[table.whole].count:
            yield chart_of(table, anchor, self._language)

    def _block(self, anchor: str, table: Table) -> TableBlock:
        say, columns = self._say, len(table.columns)
        label_width = _LABEL_WIDTH if columns <= _FEW_COLUMNS else _NARROW_LABEL_WIDTH
        width = (100 - label_width) // columns
        return TableBlock(
            caption=say(table.title),
            description=say(N_("One row per group, the last row is the total.")),
            heads=(say(table.head), *(say(column) for column in table.columns)),
            rows=(*(self._row(anchor, row) for row in table.rows), self._row(anchor, table.total)),
            widths=(100 - width * columns, *(width for _ in table.columns)),
            numeric=columns,
            total=True,
            anchor=anchor,
        )

    def _row(self, anchor: str, row: Row) -> tuple[Runs, ...]:
        """The label and the numbers; the total row is bold by the table's own style."""
        numbers = ((self.behind.number(anchor, row, column),) for column in range(len(row.cells)))
        return (text(self._say(row.label)), *numbers)


#: The table that the numbers of the first sentence stand in.
_BY_YEAR: Final = "convictions-year"
