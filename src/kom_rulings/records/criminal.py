"""Criminal cases: one set of charges, its rulings, the defendants and what they got."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kom_rulings.records.case import BaseCase, Imprisonment, Part, Ruling, references_of
from kom_rulings.records.values import (
    UNKNOWN,
    CountOrUnknown,
    Country,
    DateOrUnknown,
    ListOrUnknown,
    ProvisionText,
    Text,
    Yes,
    YesOrUnknown,
)
from kom_rulings.references import Reference

#: What a ruling does with the charge of trafficking (docs/counting.md). ``upheld``: an appeal is dismissed;
#: ``sentence_changed``: only the sentence is; ``not_on_guilt``: remand, procedure and the like.
CriminalOutcome = Literal[
    "convicted",
    "acquitted",
    "upheld",
    "sentence_changed",
    "set_aside",
    "appeal_not_admitted",
    "appeal_withdrawn",
    "not_on_guilt",
    "unknown",
]

HowFinal = Literal["not_appealed", "appeal_withdrawn", "appeal_not_admitted", "final_instance", "unknown"]


class Defendant(Part):
    """One defendant in one ruling, by a label that names nobody, such as ``hovedmannen``."""

    label: Text
    outcome: Annotated[
        Literal["convicted", "acquitted", "not_charged", "unknown"],
        Field(description="For trafficking: strl. 2005 §§ 257–258 or strl. 1902 § 224."),
    ]
    other_provisions: ListOrUnknown[ProvisionText] = UNKNOWN
    imprisonment: Imprisonment | None = None
    suspended: Annotated[Imprisonment | None, Field(description="The suspended part of it.")] = None
    for_trafficking: Annotated[YesOrUnknown, Field(description="Whether the sentence is (also) for trafficking.")] = (
        UNKNOWN
    )
    note: Text | None = None


class Compensation(Part):
    """Money awarded or taken, in Norwegian kroner."""

    type: Literal["redress", "compensation", "repayment", "confiscation", "compensation_and_redress"]
    amount: CountOrUnknown
    to: Text | None = None
    note: Text | None = None


class LegalForce(Part):
    """The day a ruling became final, and how."""

    date: DateOrUnknown
    how: HowFinal
    note: Text | None = None


class CriminalRuling(Ruling):
    """A ruling in a criminal case."""

    outcome: CriminalOutcome
    outcome_basis: Annotated[
        Literal["stated", "inferred"], Field(description="Whether a source states the outcome, or it is inferred.")
    ] = "stated"
    reopened: Annotated[Yes, Field(description="Given after the case was reopened (gjenopptakelse).")] = False
    aggravated: Annotated[YesOrUnknown, Field(description="Gross trafficking (strl. 2005 § 258).")] = UNKNOWN
    defendants: tuple[Defendant, ...] = ()
    compensation: tuple[Compensation, ...] = ()
    legal_force: LegalForce | None = None


class Charged(Part):
    """All who were charged in the case: how many, and of which citizenship."""

    count: CountOrUnknown = UNKNOWN
    countries: ListOrUnknown[Country] = UNKNOWN


class CriminalCase(BaseCase):
    """A criminal case through all its instances."""

    kind: Literal["criminal"]
    charged: Charged = Charged()
    rulings: Annotated[tuple[CriminalRuling, ...], Field(min_length=1)]

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every reference of the case."""
        return references_of(self.rulings)
