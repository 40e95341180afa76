"""The chapter on how many convictions there are: a sentence and a table for each breakdown, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kom_rulings.documents.outline import Block, Bullets, Heading, Paragraph, Run, Runs, TableBlock, text
from kom_rulings.formats import date_text, number_text
from kom_rulings.names import CaseId
from kom_rulings.tables import Cell, Row, Table
from kom_rulings.tallies import Tally
from kom_rulings.tallies.published import Comparison
from kom_rulings.wording import N_, Language, Phrase, wording

#: How much of a table's width, in per cent, the labels of its rows take.
_LABEL_WIDTH: Final = 40


class Numbers:
    """Writes the numbers of a tally in one language."""

    def __init__(
        self, tally: Tally, comparisons: Sequence[Comparison], names: Mapping[CaseId, Run], language: Language
    ) -> None:
        """``names`` are the titles of the cases that may be shown, linked to their places."""
        self._tally, self._names, self._language = tally, names, language
        self._comparisons = [one for one in comparisons if one.as_of <= tally.as_of]
        self._say = wording(language)

    def chapter(self) -> Iterator[Block]:
        """The blocks of the chapter."""
        say, tally = self._say, self._tally
        yield Heading(2, say(N_("How many convictions")), "numbers", new_page=True)
        yield Paragraph(text(self._lead()), "lead")
        yield from self._coverage()
        yield Heading(3, say(N_("Convictions")), "convictions")
        yield from self._table(tally.convictions.table("year", N_("Convictions by year of the standing ruling")))
        yield from self._table(tally.convictions.table("court-level", N_("Convictions by level of court")))
        yield from self._table(tally.convictions.table("exploitation", N_("Convictions by form of exploitation")))
        yield from self._table(tally.convictions.table("minors", N_("Convictions by whether victims were under 18")))
        yield Heading(3, say(N_("Acquittals")), "acquittals")
        yield from self._table(tally.acquittals.table("exploitation", N_("Acquittals by form of exploitation")))
        yield from self._beside()
        yield Heading(3, say(N_("Cases before the European Court of Human Rights")), "echr-numbers")
        yield from self._table(tally.echr.table())
        yield from self._listed(N_("Cases that are not counted:"), tally.echr.not_counted)
        yield Heading(3, say(N_("Immigration cases")), "immigration-numbers")
        yield from self._table(tally.immigration.table())
        yield from self._listed(N_("Cases that are not counted:"), tally.immigration.not_counted)

    def _lead(self) -> str:
        convictions = self._tally.convictions
        return self._say.plural(
            "On {date} the records hold {n} conviction for human trafficking. Final: {final}.",
            "On {date} the records hold {n} convictions for human trafficking. Final: {final}.",
            convictions.total.count,
            date=date_text(self._tally.as_of, self._language),
            final=convictions.final.count,
        )

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
        """Say how far the records reach: what has been published before and is missing here."""
        if not self._comparisons:
            return
        latest = max(self._comparisons, key=lambda one: one.as_of)
        total = latest.measures[0]
        if total.missing > 0:
            message = N_(
                "The records are not complete. {publisher} has published {published} convictions as of {date}; for "
                "that day the records hold {recorded} that can be dated and {undated} without a known date. The "
                "numbers below must not be read as the number of convictions in Norway."
            )
            params = {"published": total.published, "recorded": total.recorded, "undated": latest.undated}
            date = date_text(latest.as_of, self._language)
            yield Paragraph(text(self._say(message, publisher=latest.publisher, date=date, **params)))

    def _table(self, table: Table) -> Iterator[Block]:
        """A table, or a sentence where it would hold noughts only; then the cases that would belong to it."""
        if table.total.cells[0].count:
            yield self._block(table)
        else:
            message = N_("{table}: there are none by this date.")
            yield Paragraph(text(self._say(message, table=Phrase(table.title))))
        if table.not_counted.count:
            message = N_("Not counted, date unknown: {count}")
            yield Paragraph(text(self._say(message, count=table.not_counted.count)), "source")

    def _block(self, table: Table) -> TableBlock:
        say = self._say
        width = (100 - _LABEL_WIDTH) // len(table.columns)
        return TableBlock(
            caption=say(table.title),
            description=say(N_("One row per group, the last row is the total.")),
            heads=(say(table.head), *(say(column) for column in table.columns)),
            rows=(*(self._row(row) for row in table.rows), self._row(table.total, bold=True)),
            widths=(100 - width * len(table.columns), *(width for _ in table.columns)),
            numeric=len(table.columns),
            total=True,
        )

    def _row(self, row: Row, *, bold: bool = False) -> tuple[Runs, ...]:
        cells = (self._say(row.label), *(number_text(cell.count, self._language) for cell in row.cells))
        return tuple((Run(cell, bold=bold),) for cell in cells)
