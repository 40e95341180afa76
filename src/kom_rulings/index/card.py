"""The facts of a case that filters, facets and sorting look at; made when a case is indexed and kept with the index."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Final

from kom_rulings.counting import status, with_minors
from kom_rulings.dates import PartialDate
from kom_rulings.index.passages import origins
from kom_rulings.index.provision_names import SEPARATOR, forerunner, provision_values, shown
from kom_rulings.index.ranges import year_of
from kom_rulings.names import CaseId
from kom_rulings.records.case import Kind
from kom_rulings.records.criminal import CriminalCase, CriminalRuling
from kom_rulings.records.echr import EchrCase, EchrRuling
from kom_rulings.records.immigration import ImmigrationCase
from kom_rulings.records.register import Case, Ruling
from kom_rulings.records.tables import Tables
from kom_rulings.records.values import UNKNOWN
from kom_rulings.references import Kind as ReferenceKind
from kom_rulings.references import Reference
from kom_rulings.sentences import highest_sentence, in_months, redress_awarded
from kom_rulings.wording import Language

#: Marks a provision that some ruling applied through an older one, which it continues.
THROUGH: Final = "through"
#: Leading rulings come before others that match as well: by the highest instance that has ruled.
_AUTHORITY: Final = {"hoyesterett": 1.25, "echr_grand_chamber": 1.15, "key_case": 1.15, "lagmannsrett": 1.05}
_DAYS_IN_MONTH: Final = 30
Span = tuple[int, int]


@dataclass(frozen=True)
class Facts:
    """Values by the key of their search field, and numbers as spans, since a date may be a whole year."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    @cached_property
    def facets(self) -> frozenset[tuple[str, str]]:
        """Key and value of each, as lists are narrowed by them: years for dates, provisions by their own names."""
        pairs = {(key, value) for key, values in self.values.items() if key != "law" for value in values}
        provisions = self.values.get("law", ())
        pairs |= {("law", shown(value)) for value in provisions}
        pairs |= {(THROUGH, shown(value)) for value in provisions if forerunner(value)}
        years = {str(year_of(high)) for _, high in self.spans.get("date", ())}
        return frozenset(pairs | {("date", year) for year in years})


@dataclass(frozen=True)
class Card:
    """A case in short. ``cites`` is what its records, summaries and full texts refer to."""

    case: CaseId
    kind: Kind
    titles: Mapping[Language, str]
    authority: float = 1.0
    facts: Facts = Facts()
    rulings: tuple[Facts, ...] = ()
    references: tuple[Reference, ...] = ()
    cites: tuple[Reference, ...] = ()

    @cached_property
    def facets(self) -> frozenset[tuple[str, str]]:
        """Those of the case and of all its rulings."""
        return self.facts.facets.union(*(ruling.facets for ruling in self.rulings))

    def title(self, language: Language) -> str:
        """The title in a language, in bokmål where there is no other."""
        return self.titles.get(language) or self.titles["nb"]

    @property
    def latest(self) -> int:
        """The last day of the latest dated ruling as a day number, 0 where none is dated."""
        return max((high for ruling in self.rulings for _, high in ruling.spans.get("date", ())), default=0)

    @property
    def longest_sentence(self) -> int:
        """The longest imprisonment in days, 0 where none is recorded."""
        return max((high for ruling in self.rulings for _, high in ruling.spans.get("sentence", ())), default=0)

    def as_json(self) -> dict[str, Any]:
        """The card as plain data."""
        written = [[str(one.kind), one.text] for one in self.references], [[str(o.kind), o.text] for o in self.cites]
        return {**asdict(self), "references": written[0], "cites": written[1]}

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Card:
        """The card that was written."""
        references, cites = (
            tuple(Reference(ReferenceKind(kind), text) for kind, text in content[name])
            for name in ("references", "cites")
        )
        facts = {"facts": _facts_of(content["facts"]), "rulings": tuple(map(_facts_of, content["rulings"]))}
        return cls(**{**content, **facts, "references": references, "cites": cites})


def card(case: Case, cites: Sequence[Reference], tables: Tables) -> Card:
    """Write the card of a case."""
    return Card(
        case=case.id,
        kind=case.kind,
        titles={"nb": case.title_in("nb"), "en": case.title_in("en")},
        authority=_authority(case),
        facts=Facts(_clean(_case_values(case, tables))),
        rulings=tuple(_ruling_facts(ruling, tables) for ruling in case.rulings),
        references=case.references,
        cites=tuple(cites),
    )


def _authority(case: Case) -> float:
    marks = {ruling.instance for ruling in case.rulings} | ({case.importance} if isinstance(case, EchrCase) else set())
    return max((_AUTHORITY.get(mark, 1.0) for mark in marks), default=1.0)


def _case_values(case: Case, tables: Tables) -> dict[str, Sequence[str]]:
    """The values of the case as a whole. Only a criminal case can be final in the sense of the counting rules."""
    values: dict[str, Sequence[str]] = {
        "kind": [case.kind],
        "exploitation": ["unknown"] if case.exploitation is UNKNOWN else case.exploitation,
        "minors": [with_minors(case)],
        "country": _countries(case, tables),
    }
    if isinstance(case, CriminalCase):
        values["final"] = ["yes" if _final(case) else "no"]
    if isinstance(case, EchrCase):
        values["state"] = [_country(code, tables) for code in case.respondents]
    if isinstance(case, ImmigrationCase):
        values["permit"] = ["unknown"] if case.permits is UNKNOWN else case.permits
    return values


def _final(case: CriminalCase) -> bool:
    standing = status(case, dt.date.max).standing
    return standing is not None and standing.final


def _countries(case: Case, tables: Tables) -> list[str]:
    return [_country(code, tables) for code in dict.fromkeys(origins(case))]


def _country(code: str, tables: Tables) -> str:
    row = tables.countries.get(code)
    return SEPARATOR.join((code, row.nb, row.en, *row.examples) if row else (code, code, code))


def _ruling_facts(ruling: Ruling, tables: Tables) -> Facts:
    values: dict[str, Sequence[str]] = {
        "court": _court(ruling, tables),
        "instance": [ruling.instance],
        "outcome": list(dict.fromkeys(_outcomes(ruling))),
        "law": list(_provisions(ruling, tables)),
        "article": [one.article for one in ruling.findings] if isinstance(ruling, EchrRuling) else [],
    }
    spans = {"date": list(_dates(ruling)), "sentence": list(_sentences(ruling)), "redress": list(_redress(ruling))}
    return Facts(_clean(values), {key: tuple(some) for key, some in spans.items() if some})


def _court(ruling: Ruling, tables: Tables) -> list[str]:
    if ruling.court is UNKNOWN:
        return []
    row = tables.court(str(ruling.court))
    return [SEPARATOR.join((str(ruling.court), (row.name.en if row else None) or str(ruling.court)))]


def _outcomes(ruling: Ruling) -> Iterator[str]:
    """What the ruling decides; in a criminal case also for single defendants, in an ECtHR case under each article."""
    if isinstance(ruling, EchrRuling):
        yield from (one.outcome for one in ruling.findings)
        return
    yield ruling.outcome
    if isinstance(ruling, CriminalRuling):
        yield from (one.outcome for one in ruling.defendants if one.outcome in ("convicted", "acquitted"))


def _provisions(ruling: Ruling, tables: Tables) -> Iterator[str]:
    provisions = () if ruling.provisions is UNKNOWN else ruling.provisions
    yield from dict.fromkeys(value for one in provisions for value in provision_values(one, tables))


def _dates(ruling: Ruling) -> Iterator[Span]:
    if isinstance(ruling.date, PartialDate):
        yield ruling.date.first_day.toordinal(), ruling.date.last_day.toordinal()


def _sentences(ruling: Ruling) -> Iterator[Span]:
    highest = highest_sentence(ruling) if isinstance(ruling, CriminalRuling) else None
    if highest is not None:
        days = int(in_months(highest) * _DAYS_IN_MONTH)
        yield days, days


def _redress(ruling: Ruling) -> Iterator[Span]:
    if isinstance(ruling, CriminalRuling):
        yield from ((amount, amount) for amount in redress_awarded(ruling))


def _clean(values: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(some) for key, some in values.items() if some}


def _facts_of(content: dict[str, Any]) -> Facts:
    values = {key: tuple(some) for key, some in content["values"].items()}
    return Facts(values, {key: tuple(tuple(span) for span in some) for key, some in content["spans"].items()})
