"""The reconciliation as tables: from the numbers of the previous edition to those of today, and the cases behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from kom_rulings.changes.comparing import Changes
from kom_rulings.changes.reconciliation import Group, Reconciliation
from kom_rulings.documents.linking import sentence
from kom_rulings.documents.outline import Block, Bullets, Paragraph, Run, Runs, TableBlock, text
from kom_rulings.formats import date_text, list_text, number_text
from kom_rulings.names import CaseId
from kom_rulings.tables import Cell
from kom_rulings.wording import N_, Language, Phrase, wording

_CAPTIONS: Final[dict[Group, str]] = {
    "criminal": N_("Criminal cases: from the previous number to the number now"),
    "others": N_(
        "Cases before the Court in Strasbourg and immigration cases: from the previous number to the number now"
    ),
}
_SAME: Final[dict[Group, str]] = {
    "criminal": N_("All numbers of criminal cases are the same as on {before}."),
    "others": N_("All numbers of immigration cases and of cases before the Court are the same as on {before}."),
}
_FULL = N_(
    "{part0} shows how the numbers as of {before} have become those as of {date}: The previous number, plus what was "
    "added late, revised in and new, minus what was revised out and what has gone out, is the number now."
)
_SHORT = N_(
    "{part0} shows how the numbers as of {before} have become those as of {date}: The previous number, plus what is "
    "new, minus what has gone out, is the number now."
)
_HEADS: Final = {
    "previous": N_("Before"),
    "late": N_("Added"),
    "corrected_in": N_("Revised in"),
    "corrected_out": N_("Revised out"),
    "new": N_("New"),
    "no_longer": N_("Gone out"),
    "now": N_("Now"),
}
#: The columns where nothing is known of what the previous edition said.
_WITHOUT_EDITION: Final = ("previous", "new", "no_longer", "now")
_NUMBER_WIDTH: Final = 10

#: The name of a case, and ``None`` for one that may not be shown.
NameIfSeen = Callable[[CaseId], Run | None]


class Reconciled:
    """Writes the tables and the lists of the cases behind the differences."""

    def __init__(self, changes: Changes, language: Language, name: NameIfSeen) -> None:
        self._changes, self._language, self._name = changes, language, name
        self._say = wording(language)
        self._columns = tuple(_HEADS) if changes.edition else _WITHOUT_EDITION

    def blocks(self) -> Iterator[Block]:
        """For each group a sentence, its table and the cases; one sentence where nothing differs."""
        for group, rows in self._changes.reconciliation.items():
            if any(row.differs for row in rows):
                yield from self._group(group, rows)
            else:
                yield Paragraph(text(self._say(_SAME[group], before=self._dates["before"])))

    @property
    def _dates(self) -> dict[str, str]:
        before, now = self._changes.before.as_of, self._changes.now.as_of
        return {"before": date_text(before, self._language), "date": date_text(now, self._language)}

    def _group(self, group: Group, rows: Sequence[Reconciliation]) -> Iterator[Block]:
        anchor = f"reconciliation-{group}"
        said = partial(self._say, _FULL if self._changes.edition else _SHORT, **self._dates)
        yield Paragraph(sentence(said, Run("", mention=anchor)), "closing")
        yield self._table(group, anchor, rows)
        yield Paragraph(text(self._say(N_("The cases behind the differences:"))), "closing")
        yield Bullets(tuple(self._cases(rows)))

    def _table(self, group: Group, anchor: str, rows: Sequence[Reconciliation]) -> TableBlock:
        numeric = len(self._columns)
        told = [row for row in rows if row.differs or row.previous.count or row.now.count]
        return TableBlock(
            caption=self._say(_CAPTIONS[group]),
            description=self._say(N_("One row per number; the last column is the sum of the ones before it.")),
            heads=(self._say(N_("Number of")), *(self._say(_HEADS[column]) for column in self._columns)),
            rows=tuple(self._row(row) for row in told),
            widths=(100 - numeric * _NUMBER_WIDTH, *(_NUMBER_WIDTH for _ in self._columns)),
            numeric=numeric,
            anchor=anchor,
        )

    def _row(self, row: Reconciliation) -> tuple[Runs, ...]:
        cells = (text(self._number(column, row.cells[column])) for column in self._columns)
        return (text(self._say(row.label)), *cells)

    def _number(self, column: str, cell: Cell) -> str:
        """A number; one that is taken away has its sign."""
        taken = column in ("corrected_out", "no_longer") and cell.count
        return f"{'−' if taken else ''}{number_text(cell.count, self._language)}"

    def _cases(self, rows: Sequence[Reconciliation]) -> Iterator[Runs]:
        """One item per case that came into a number or went out of one; those not shown are only counted."""
        came = _by_case([(row.label, cell) for row in rows for cell in row.added])
        went = _by_case([(row.label, cell) for row in rows for cell in row.taken])
        hidden = 0
        for case in sorted({*came, *went}):
            name = self._name(case)
            if name is None:
                hidden += 1
            else:
                yield (name, Run(f": {self._moves(came.get(case, []), went.get(case, []))}"))
        if hidden:
            yield text(hidden_cases(self._language, hidden))

    def _moves(self, came: Sequence[str], went: Sequence[str]) -> str:
        said = [self._listed(N_("into {labels}"), came)] if came else []
        said += [self._listed(N_("out of {labels}"), went)] if went else []
        return "; ".join(said) + "."

    def _listed(self, message: str, labels: Sequence[str]) -> str:
        quoted = [self._say(N_("“{label}”"), label=Phrase(label)) for label in labels]
        listed = list_text(quoted, self._language)
        return self._say(message, labels=listed)


def hidden_cases(language: Language, n: int) -> str:
    """How many cases are counted, but may not be shown to the reader."""
    return wording(language).plural("{n} case that may not be shown.", "{n} cases that may not be shown.", n)


def _by_case(labelled: Sequence[tuple[str, Cell]]) -> dict[CaseId, list[str]]:
    found: dict[CaseId, list[str]] = {}
    for label, cell in labelled:
        for case in cell.cases:
            found.setdefault(case, []).append(label)
    return found
