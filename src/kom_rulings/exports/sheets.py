"""The sheets of the workbooks: rulings, convictions, numbers, and what the file is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from kom_rulings.describing import Describer
from kom_rulings.documents.cells import Value
from kom_rulings.documents.workbook import Sheet
from kom_rulings.exports.columns import cells, picked
from kom_rulings.exports.row import RulingRow
from kom_rulings.labels import AUDIENCE
from kom_rulings.overview.convictions import convicted_in, convictions
from kom_rulings.standing import Audience, Shown
from kom_rulings.tables import Row, Table
from kom_rulings.tallies import Tally
from kom_rulings.wording import N_

_CONVICTIONS: Final = (
    (N_("No."), 6),
    (N_("Year"), 8),
    (N_("Case"), 34),
    (N_("Court, date and reference"), 50),
    (N_("Exploitation"), 24),
    (N_("Victims"), 10),
    (N_("Victims under 18"), 12),
    (N_("Persons convicted"), 12),
    (N_("Highest sentence"), 20),
    (N_("Highest sentence in months"), 14),
    (N_("Final"), 14),
    (N_("Case id"), 28),
)
_NUMBERS: Final = (
    *((N_("Table"), 40), (N_("Group"), 44)),
    *((N_("Total"), 10), (N_("Final"), 14), (N_("Not final or not known"), 16)),
)
_COUNTING: Final = N_(
    "A case is counted once. What counts is its standing ruling on the date: the latest ruling that decides the charge "
    "and has not been set aside. The case counts as a conviction when at least one defendant is convicted of human "
    "trafficking."
)
_SENTENCE: Final = N_(
    "The sentence is the highest in the case, as the standing ruling gives it. A month is thirty days."
)
_UNKNOWN: Final = N_("“Not known” means that no source tells. It is neither nought nor no.")


def rulings_sheet(describe: Describer, cases: Sequence[Shown], fields: Sequence[str] | None = None) -> Sheet:
    """One row per ruling; ``fields`` picks the columns."""
    columns = picked(fields)
    heads = tuple(describe.say(column.head) for column in columns)
    widths = tuple(column.width for column in columns)
    return Sheet(describe.say(N_("Rulings")), heads, tuple(cells(columns, describe, cases)), widths)


def convictions_sheet(describe: Describer, cases: Sequence[Shown]) -> Sheet:
    """One row per conviction among the cases, the newest first."""
    rows = tuple(_conviction(describe, n, one) for n, one in enumerate(convictions(cases), start=1))
    return _sheet(describe, N_("Convictions"), _CONVICTIONS, rows)


def numbers_sheet(describe: Describer, tally: Tally) -> Sheet:
    """The tables of the overview under each other, each with its total."""
    rows = tuple(row for table in _tables(tally) for row in _table(describe, table))
    return _sheet(describe, N_("Numbers"), _NUMBERS, rows)


def about_sheet(describe: Describer, as_of: dt.date, audience: Audience, more: Sequence[tuple[str, Value]]) -> Sheet:
    """The date, for whom the file is, how cases are counted; ``more`` are heads as catalogue keys with their values."""
    say = describe.say
    rows: tuple[tuple[str, Value], ...] = (
        (N_("From"), say(N_("Coordinating Unit against Human Trafficking (KOM)"))),
        (N_("As of"), as_of),
        (N_("Made for"), say(AUDIENCE[audience])),
        *more,
        (N_("How cases are counted"), say(_COUNTING)),
        (N_("Sentence"), say(_SENTENCE)),
        (N_("What is not known"), say(_UNKNOWN)),
    )
    told = tuple((say(head), value) for head, value in rows)
    return _sheet(describe, N_("About"), ((N_("What"), 28), (N_("Content"), 90)), told)


def _sheet(
    describe: Describer, name: str, columns: Sequence[tuple[str, int]], rows: tuple[tuple[Value, ...], ...]
) -> Sheet:
    heads = tuple(describe.say(head) for head, _ in columns)
    return Sheet(describe.say(name), heads, rows, tuple(width for _, width in columns))


def _conviction(describe: Describer, n: int, shown: Shown) -> tuple[Value, ...]:
    standing = shown.status.standing if shown.status else None
    row = RulingRow(describe, shown, standing.ruling if standing else shown.rulings[-1], n)
    values = (
        *(n, row.year(), row.title(), "\n".join(_instances(describe, shown)), row.exploitation()),
        *(row.victims(), row.minors(), _convicted(describe, shown), row.sentence(), row.sentence_months()),
        *(row.final(), row.id()),
    )
    return tuple(describe.not_known if value is None else value for value in values)


def _instances(describe: Describer, shown: Shown) -> Iterator[str]:
    """Each ruling on a line: court, date and the reference that comes first."""
    for ruling in shown.rulings:
        reference = f" ({ruling.references[0]})" if ruling.references else ""
        yield f"{describe.court(ruling)}, {describe.date(ruling.date)}{reference}"


def _convicted(describe: Describer, shown: Shown) -> Value | None:
    """How many are convicted; where not all defendants are recorded, at least so many."""
    found = convicted_in(shown)
    if found is None:
        return None
    count, exact = found
    return count if exact else describe.say(N_("at least {n}"), n=count)


def _tables(tally: Tally) -> Iterator[Table]:
    yield tally.convictions.table("year", N_("Convictions by year of the standing ruling"))
    yield tally.convictions.table("court-level", N_("Convictions by level of court"))
    yield tally.convictions.table("exploitation", N_("Convictions by form of exploitation"))
    yield tally.convictions.table("minors", N_("Convictions by whether victims were under 18"))
    yield tally.acquittals.table("exploitation", N_("Acquittals by form of exploitation"))
    yield tally.echr.table()
    yield tally.immigration.table()


def _table(describe: Describer, table: Table) -> Iterator[tuple[Value, ...]]:
    """A row for each group, for the total, and for the cases that cannot be dated."""
    for row in (*table.rows, table.total, Row("not-counted", N_("Not counted, date unknown"), (table.not_counted,))):
        numbers = [cell.count for cell in row.cells]
        missing = [describe.say(N_("not relevant"))] * (len(_NUMBERS) - 2 - len(numbers))
        yield (describe.say(table.title), describe.say(row.label), *numbers, *missing)
