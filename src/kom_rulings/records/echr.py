"""Cases before the European Court of Human Rights: applications, states, articles and findings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from kom_rulings.records.case import BaseCase, Bilingual, Part, Ruling, references_of
from kom_rulings.records.values import UNKNOWN, Application, Country, Ecli, HudocItem, ListOrUnknown, Text
from kom_rulings.references import Reference

FindingOutcome = Literal["violation", "no_violation", "inadmissible", "struck_out", "unknown"]
#: As HUDOC grades it; an editor sees numbers in 1, 2 and 3.
Importance = Annotated[
    Literal["key_case", "1", "2", "3", "unknown"],
    WithJsonSchema({"enum": ["key_case", "1", "2", "3", 1, 2, 3, "unknown"]}),
]


class Finding(Part):
    """What the Court found under one article, for one state or all of them."""

    article: Text
    outcome: FindingOutcome
    limb: Literal["substantive", "procedural", "both", "unknown"] = "unknown"
    states: ListOrUnknown[Country] = UNKNOWN
    applicants: Annotated[Bilingual | None, Field(description="Where the finding is not for all of them.")] = None
    note: Text | None = None


class EchrRuling(Ruling):
    """A judgment or decision of the Court."""

    document: Annotated[Literal["JUD", "DEC"], Field(description="JUD a judgment, DEC a decision.")]
    ecli: Ecli | None = None
    item: Annotated[HudocItem | None, Field(description="The HUDOC item, such as 001-96549.")] = None
    languages: ListOrUnknown[Literal["en", "fr", "nb"]] = UNKNOWN
    findings: tuple[Finding, ...] = ()


class EchrCase(BaseCase):
    """One application, or several joined ones, through committee, chamber and Grand Chamber."""

    kind: Literal["echr"]
    applications: Annotated[tuple[Application, ...], Field(min_length=1)]
    respondents: Annotated[tuple[Country, ...], Field(min_length=1)]
    importance: Importance = "unknown"
    rulings: Annotated[tuple[EchrRuling, ...], Field(min_length=1)]

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every reference of the case: application numbers, ECLIs, HUDOC items."""
        own = (reference for ruling in self.rulings for reference in (ruling.ecli, ruling.item) if reference)
        return (*self.applications, *own, *references_of(self.rulings))
