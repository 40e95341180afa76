"""What cases and rulings of every kind have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kom_rulings.names import CaseId
from kom_rulings.records.values import (
    UNKNOWN,
    Count,
    CountOrSome,
    CountOrUnknown,
    Country,
    DateOrUnknown,
    Link,
    ListOrUnknown,
    ProvisionText,
    Ref,
    Text,
    TextOrUnknown,
    Yes,
    fault,
)
from kom_rulings.references import Reference
from kom_rulings.wording import Language

Kind = Literal["criminal", "immigration", "echr"]

#: Forms of exploitation, after strl. 2005 § 257; begging and crime are sub-forms of forced services.
Exploitation = Literal["sexual", "forced_labour", "forced_services", "begging", "crime", "war_service", "organ_removal"]

#: The level of the court or board that gave a ruling; ``unknown`` where no source tells.
Instance = Literal[
    "tingrett",
    "lagmannsrett",
    "hoyesterett",
    "ankeutvalg",
    "udi",
    "une",
    "echr_committee",
    "echr_chamber",
    "echr_plenary",
    "echr_grand_chamber",
    "unknown",
]

Visibility = Literal["public", "partner", "internal"]

#: Who wrote a summary. ``kom-rulings`` are those that came with this program.
Author = Literal["KOM", "Lovdata", "court", "kom-rulings"]

#: The page that a case was imported from, by who made it.
Source = Literal["hudoc", "lovdata", "une", "udiregelverk", "overview"]

#: What in a text may tell who somebody is.
Telling = Literal[
    "identity-number",
    "birth-date",
    "phone",
    "e-mail",
    "address",
    "licence-plate",
    "bank-account",
    "passport-number",
    "person-name",
    "age-place-nationality",
    "initials-with-place",
]


class Part(BaseModel):
    """A part of a record: frozen, strictly typed, unknown fields refused."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", validate_default=False)


class Bilingual(Part):
    """A text in bokmål and, where there is one, in English."""

    nb: Text
    en: Text | None = None


class Words(Part):
    """Short texts in bokmål and English."""

    nb: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


class SummaryText(Part):
    """A summary in one language, with who wrote it, by whose leave, and when."""

    text: Text
    author: Author
    permission: Annotated[Text | None, Field(description="Who allowed publication, and when.")] = None
    date: DateOrUnknown = UNKNOWN

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the text."""
        return [part.strip() for part in self.text.splitlines() if part.strip()]


class Summary(Part):
    """The summaries of a ruling, one per language."""

    nb: SummaryText | None = None
    en: SummaryText | None = None


class NamedLink(Part):
    """An address with the text that tells where it leads."""

    title: Text
    url: Link


class Restriction(Part):
    """A restriction on reproduction (domstolloven § 130): nothing of the case is published but its count."""

    scope: Text
    until: DateOrUnknown = UNKNOWN


class Victims(Part):
    """The victims: ``minors`` is a number, ``some`` (at least one, how many is not known) or ``unknown``."""

    count: CountOrUnknown = UNKNOWN
    approximate: Annotated[Yes, Field(description="The count is about so many.")] = False
    minors: CountOrSome = UNKNOWN
    countries: ListOrUnknown[Country] = UNKNOWN


class Imprisonment(Part):
    """A sentence of imprisonment in years, months and days; ``suspended`` is the part that is."""

    years: Count = 0
    months: Count = 0
    days: Count = 0

    @model_validator(mode="after")
    def _is_some_length(self) -> Self:
        """A sentence of no length is not a sentence; one that is not known is left out."""
        if not (self.years or self.months or self.days):
            raise fault("text-empty", "")
        return self


class Ruling(Part):
    """One decision of one court or board. A field left out is unknown; an empty list says that there is none."""

    court: TextOrUnknown
    instance: Instance
    references: tuple[Ref, ...] = ()
    date: DateOrUnknown
    not_before: Annotated[
        DateOrUnknown, Field(description="For a ruling of unknown date: the earliest it can have been given.")
    ] = UNKNOWN
    provisions: ListOrUnknown[ProvisionText] = UNKNOWN
    legal_points: Words = Words()
    summary: Summary = Summary()
    cites: tuple[Ref, ...] = ()
    links: tuple[NamedLink, ...] = ()
    note: Text | None = None

    def summary_in(self, language: Language) -> SummaryText | None:
        """The summary in a language, in bokmål where there is no other."""
        return (self.summary.en if language == "en" else None) or self.summary.nb


class Provenance(Part):
    """The saved page that a case was imported from."""

    source: Source
    address: Link | None = None
    retrieved: Annotated[DateOrUnknown, Field(description="When the page was saved.")] = UNKNOWN
    sha256: Annotated[Text, Field(description="The checksum of the saved page.")]


class Accepted(Part):
    """A finding of the privacy check that a person has looked at and keeps, with the reason."""

    finding: Telling
    mark: Annotated[Text, Field(description="The mark that the check prints beside the finding.")]
    reason: Text
    date: DateOrUnknown = UNKNOWN


class BaseCase(Part):
    """One file: one set of charges or one application, through all its instances."""

    id: CaseId
    title: Bilingual
    popular_name: Text | None = None
    exploitation: ListOrUnknown[Exploitation]
    victims: Victims = Victims()
    visibility: Visibility = "public"
    restriction: Restriction | None = None
    keywords: Words = Words()
    sources: tuple[Text, ...] = ()
    note: Text | None = None
    draft: Annotated[Yes, Field(description="Not yet approved: not counted, not shown, not searched.")] = False
    formerly: Annotated[
        tuple[Text, ...], Field(description="Ids that the case had before, or that were merged in.")
    ] = ()
    split_from: Annotated[Text | None, Field(description="The id of the case that this one was part of.")] = None
    provenance: tuple[Provenance, ...] = ()
    privacy_accepted: tuple[Accepted, ...] = ()

    def title_in(self, language: Language) -> str:
        """The title in a language, in bokmål where there is no other."""
        return (self.title.en if language == "en" else None) or self.title.nb


def references_of(rulings: Sequence[Ruling]) -> tuple[Reference, ...]:
    """Every reference of these rulings, in order."""
    return tuple(reference for ruling in rulings for reference in ruling.references)
