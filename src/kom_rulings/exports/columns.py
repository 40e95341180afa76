"""The columns of rulings as a table: key, head, where the value comes from, and how wide it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.describing import Describer
from kom_rulings.documents.cells import Value
from kom_rulings.errors import UnknownField
from kom_rulings.exports.row import RulingRow, rows_of
from kom_rulings.records.nearest import nearest
from kom_rulings.standing import Shown
from kom_rulings.wording import N_


@dataclass(frozen=True)
class Column:
    """A column; ``key`` is what ``--fields`` calls it, ``head`` a catalogue key, ``width`` in signs."""

    key: str
    head: str
    value: Callable[[RulingRow], Value | None]
    width: int


#: Every column in its order: what the ruling is, what it says, then the case that it belongs to.
COLUMNS: Final = (
    Column("case", N_("Case id"), RulingRow.id, 24),
    Column("kind", N_("Type of case"), RulingRow.kind, 14),
    Column("title", N_("Case"), RulingRow.title, 34),
    Column("popular_name", N_("Popular name"), RulingRow.popular_name, 16),
    Column("year", N_("Year the case belongs to"), RulingRow.year, 8),
    Column("ruling", N_("Ruling no."), RulingRow.number, 10),
    Column("court", N_("Court"), RulingRow.court, 26),
    Column("instance", N_("Instance"), RulingRow.instance, 16),
    Column("date", N_("Date"), RulingRow.date, 14),
    Column("references", N_("References"), RulingRow.references, 26),
    Column("citation", N_("Citation"), RulingRow.citation, 26),
    Column("link", N_("Address"), RulingRow.link, 30),
    Column("outcome", N_("Outcome"), RulingRow.outcome, 28),
    Column("provisions", N_("Provisions"), RulingRow.provisions, 24),
    Column("defendants", N_("Defendants"), RulingRow.defendants, 34),
    Column("sentence", N_("Highest sentence"), RulingRow.sentence, 18),
    Column("sentence_months", N_("Highest sentence in months"), RulingRow.sentence_months, 12),
    Column("compensation", N_("Money awarded or taken"), RulingRow.compensation, 28),
    Column("legal_force", N_("Legal force from"), RulingRow.legal_force, 14),
    Column("how_final", N_("How it became final"), RulingRow.how_final, 18),
    Column("counted", N_("The case counts as"), RulingRow.counted, 16),
    Column("final", N_("The case is final"), RulingRow.final, 14),
    Column("exploitation", N_("Form of exploitation"), RulingRow.exploitation, 24),
    Column("victims", N_("Victims"), RulingRow.victims, 10),
    Column("minors", N_("Victims under 18"), RulingRow.minors, 10),
    Column("victim_countries", N_("Countries of the victims"), RulingRow.victim_countries, 20),
    Column("charged", N_("Persons charged"), RulingRow.charged, 10),
    Column("permits", N_("Permit"), RulingRow.permits, 28),
    Column("nationality", N_("Nationality"), RulingRow.nationality, 14),
    Column("respondents", N_("Respondent"), RulingRow.respondents, 18),
    Column("keywords", N_("Keywords"), RulingRow.keywords, 28),
    Column("visibility", N_("May be seen by"), RulingRow.visibility, 14),
    Column("summary", N_("Summary"), RulingRow.summary, 80),
    Column("summary_by", N_("Summary by"), RulingRow.summary_by, 18),
)


def picked(fields: Sequence[str] | None) -> tuple[Column, ...]:
    """The columns of these keys in the order asked for, or all of them. Raises ``UnknownField``."""
    if fields is None:
        return COLUMNS
    by_key = {column.key: column for column in COLUMNS}
    for name in fields:
        if name not in by_key:
            raise UnknownField(name=name, nearest=nearest(name, by_key), known=", ".join(by_key))
    return tuple(by_key[name] for name in dict.fromkeys(fields))


def cells(columns: Sequence[Column], describe: Describer, cases: Iterable[Shown]) -> Iterator[tuple[Value, ...]]:
    """A row of cells for every ruling of the cases; what is not known is said in words."""
    for row in rows_of(describe, cases):
        values = (column.value(row) for column in columns)
        yield tuple(describe.not_known if value is None else value for value in values)
