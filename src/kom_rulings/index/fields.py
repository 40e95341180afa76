"""What of a case is searched: the fields, their weights, and the words of each as engines receive them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.files.fulltext import FullText
from kom_rulings.index.analysis import words
from kom_rulings.names import CaseId
from kom_rulings.records.case import Kind, Ruling
from kom_rulings.records.register import Case
from kom_rulings.records.tables import Tables
from kom_rulings.records.values import UNKNOWN
from kom_rulings.references import Reference, find_references

#: Raised whenever the fields change, so that an older index is built anew.
SCHEMA_VERSION: Final = 2

#: How much a hit in each field weighs; the one table of weights.
WEIGHTS: Final[Mapping[str, float]] = {
    "title": 6.0,
    "keywords": 4.0,
    "legal_points": 3.0,
    "facts": 2.0,
    "summary": 2.0,
    "text": 1.0,
}
#: A beginning of a word weighs so much of the whole word.
PREFIX_WEIGHT: Final = 0.25
#: Words shorter than this match whole only.
SHORTEST_PREFIX: Final = 4
#: What the ruling itself weighs when its reference is typed, and what one that cites it weighs.
OWN_REFERENCE_WEIGHT: Final = 1000.0
CITING_WEIGHT: Final = 5.0
#: Leading rulings come before others that match as well: by the highest instance that has ruled.
_AUTHORITY: Final = {"hoyesterett": 2.0, "echr_grand_chamber": 1.3, "key_case": 1.3, "lagmannsrett": 1.15}

_FORMS: Final = {
    "sexual": "prostitusjon seksuelle ytelser prostitution sexual services",
    "forced_labour": "tvangsarbeid forced labour",
    "forced_services": "tvangstjenester forced services",
    "begging": "tigging begging",
    "crime": "kriminalitet straffbare handlinger crime",
    "war_service": "krigstjeneste war service",
    "organ_removal": "fjerning av organer removal of organs",
}


@dataclass(frozen=True)
class Document:
    """A case as engines index it: id, filters, references, and the words of each field in their order."""

    case: CaseId
    kind: Kind
    authority: float
    years: tuple[int, ...]
    references: tuple[Reference, ...]
    cites: tuple[Reference, ...]
    fields: Mapping[str, tuple[str, ...]]


def document(case: Case, texts: Sequence[FullText], tables: Tables) -> Document:
    """Turn a case and its full texts into what engines index."""
    contents = _contents(case, texts, tables)
    written = [" ".join(part) for part in (contents["summary"], contents["text"])]
    found = {one.reference for text in written for one in find_references(text)}
    cited = {reference for ruling in case.rulings for reference in ruling.cites}
    return Document(
        case=case.id,
        kind=case.kind,
        authority=_authority(case),
        years=tuple(sorted({ruling.date.year for ruling in case.rulings if isinstance(ruling.date, PartialDate)})),
        references=case.references,
        cites=tuple(sorted((found | cited) - set(case.references))),
        fields={name: tuple(word for part in parts for word in words(part)) for name, parts in contents.items()},
    )


def _authority(case: Case) -> float:
    marks = {ruling.instance for ruling in case.rulings} | ({case.importance} if case.kind == "echr" else set())
    return max((_AUTHORITY.get(mark, 1.0) for mark in marks), default=1.0)


def _contents(case: Case, texts: Sequence[FullText], tables: Tables) -> dict[str, list[str]]:
    return {
        "title": [text for text in (case.title.nb, case.title.en, case.popular_name) if text],
        "keywords": [*case.keywords.nb, *case.keywords.en],
        "legal_points": [text for one in case.rulings for text in (*one.legal_points.nb, *one.legal_points.en)],
        "facts": list(_facts(case, tables)),
        "summary": [text for ruling in case.rulings for text in _summaries(ruling)],
        "text": [paragraph.text for text in texts for paragraph in text.paragraphs],
    }


def _summaries(ruling: Ruling) -> Iterator[str]:
    for summary in (ruling.summary.nb, ruling.summary.en):
        if summary is not None:
            yield summary.text


def _facts(case: Case, tables: Tables) -> Iterator[str]:
    """Courts, provisions, forms of exploitation and countries, in both languages."""
    for ruling in case.rulings:
        yield from () if ruling.court is UNKNOWN else (str(ruling.court),)
        yield from () if ruling.provisions is UNKNOWN else map(str, ruling.provisions)
    if case.exploitation is not UNKNOWN:
        yield from (_FORMS[form] for form in case.exploitation)
    for code in _countries(case):
        row = tables.countries.get(code)
        yield from (row.nb, row.en) if row else ()


def _countries(case: Case) -> Iterator[str]:
    if case.victims.countries is not UNKNOWN:
        yield from case.victims.countries
    if case.kind == "echr":
        yield from case.respondents
