"""What one place of an overview tells of a case: a heading with its summary, or a row of the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kom_rulings.dates import PartialDate
from kom_rulings.records.case import Author, Instance, Kind
from kom_rulings.references import Reference
from kom_rulings.sources.draft import Understood, Value
from kom_rulings.wording import Language


@dataclass(frozen=True)
class ToldRuling:
    """A ruling as a line tells of it; what the line does not say is empty. ``court_guess`` tells how it was concluded.

    ``outcome`` is a code of the records, ``inferred`` that the overview says it was concluded; ``findings`` and
    ``document`` are those of the Court in Strasbourg. ``unread`` is an outcome in words that were not understood.
    """

    said: str
    references: tuple[Reference, ...] = ()
    date: PartialDate | None = None
    court: str = ""
    instance: Instance = "unknown"
    court_guess: str = ""
    outcome: str = ""
    inferred: bool = False
    document: str = ""
    findings: tuple[Mapping[str, Value], ...] = ()
    unread: str = ""


@dataclass(frozen=True)
class ToldSummary:
    """A summary with who wrote it; ``at`` is the ruling that it is of, counted among those told."""

    paragraphs: tuple[str, ...]
    author: Author
    date: PartialDate | None
    language: Language
    at: int = -1


@dataclass(frozen=True)
class Told:
    """A case as one place tells of it.

    ``facts`` are fields of the case, ``ruling_facts`` those of the ruling that stands, their paths beginning in it.
    ``name`` is what the case is called in public, without references.
    """

    kind: Kind
    name: str
    rulings: tuple[ToldRuling, ...]
    kind_guess: str = ""
    own: bool = False
    convicts: bool = False
    summaries: tuple[ToldSummary, ...] = ()
    facts: tuple[Understood, ...] = ()
    ruling_facts: tuple[Understood, ...] = ()
    left_over: tuple[str, ...] = ()
    remarks: tuple[str, ...] = field(default=())

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every reference, each once."""
        return tuple(dict.fromkeys(one for ruling in self.rulings for one in ruling.references))
