"""The passages of a case – titles, keywords, paragraphs – and the numbers by which an index knows the places of words.

A place is one number of 32 bits: the field, the passage within the field, and the word within the passage. So a place
tells in which paragraph a word stands, and words that follow each other have places that follow each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from kom_rulings.files.fulltext import FullText
from kom_rulings.index.tree import FieldName
from kom_rulings.records.case import Ruling, Words
from kom_rulings.records.register import Case
from kom_rulings.records.tables import Tables
from kom_rulings.records.values import UNKNOWN
from kom_rulings.references import NotAReference, Reference
from kom_rulings.wording import LANGUAGES, Language

FIELDS: Final[tuple[FieldName, ...]] = get_args(FieldName)
_WORD_BITS: Final = 14
_PASSAGE_BITS: Final = 15
#: Beyond these a word is still found, but its place is that of the last one that fits.
LAST_WORD: Final = (1 << _WORD_BITS) - 1
LAST_PASSAGE: Final = (1 << _PASSAGE_BITS) - 1

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
class Passage:
    """A piece of text of a case. ``number`` is that of a paragraph of a full text; ``ruling`` whose text it is."""

    text: str
    language: Language | None = None
    ruling: int | None = None
    number: int | None = None


#: All that is searched of a case, field by field.
Passages = Mapping[FieldName, Sequence[Passage]]


def place(field: int, passage: int, word: int) -> int:
    """The number of a place."""
    return (field << _PASSAGE_BITS | min(passage, LAST_PASSAGE)) << _WORD_BITS | min(word, LAST_WORD)


def field_of(one: int) -> FieldName:
    """The field that a place lies in."""
    return FIELDS[one >> _WORD_BITS + _PASSAGE_BITS]


def passage_of(one: int) -> tuple[FieldName, int]:
    """The field and the passage that a place lies in."""
    return field_of(one), one >> _WORD_BITS & LAST_PASSAGE


def bounds(field: FieldName) -> tuple[int, int]:
    """The first place of a field, and the first behind it."""
    first = FIELDS.index(field) << _WORD_BITS + _PASSAGE_BITS
    return first, first + (1 << _WORD_BITS + _PASSAGE_BITS)


def passages(case: Case, texts: Iterable[FullText], tables: Tables) -> Passages:
    """All that is searched of a case, field by field, always in the same order."""
    rulings = list(enumerate(case.rulings))
    return {
        "title": list(_titles(case)),
        "keywords": list(_words(case.keywords, None)),
        "legal_points": [one for n, ruling in rulings for one in _words(ruling.legal_points, n)],
        "facts": list(_facts(case, tables)),
        "summary": [one for n, ruling in rulings for one in _summaries(ruling, n)],
        "text": [one for text in texts for one in _paragraphs(text, case)],
    }


def _titles(case: Case) -> Iterator[Passage]:
    yield Passage(case.title.nb, "nb")
    if case.title.en:
        yield Passage(case.title.en, "en")
    if case.popular_name:
        yield Passage(case.popular_name, "nb")


def _words(some: Words, ruling: int | None) -> Iterator[Passage]:
    for language, texts in zip(LANGUAGES, (some.nb, some.en), strict=True):
        yield from (Passage(text, language, ruling) for text in texts)


def _summaries(ruling: Ruling, n: int) -> Iterator[Passage]:
    for language, summary in zip(LANGUAGES, (ruling.summary.nb, ruling.summary.en), strict=True):
        yield from (Passage(text, language, n) for text in (summary.paragraphs if summary else ()))


def _paragraphs(text: FullText, case: Case) -> Iterator[Passage]:
    ruling = _ruling_of(text.reference, case)
    for one in text.paragraphs:
        yield Passage(one.text, None, ruling, one.number if text.citable else None)


def _ruling_of(reference: str, case: Case) -> int | None:
    """Which ruling a full text is of; the only one of a case, whatever its reference is called."""
    try:
        wanted = Reference.parse(reference)
    except NotAReference:
        wanted = None
    found = [n for n, ruling in enumerate(case.rulings) if wanted in ruling.references]
    return found[0] if found else 0 if len(case.rulings) == 1 else None


def _facts(case: Case, tables: Tables) -> Iterator[Passage]:
    """Courts, provisions, forms of exploitation and countries, in both languages."""
    for n, ruling in enumerate(case.rulings):
        yield from () if ruling.court is UNKNOWN else (Passage(str(ruling.court), "nb", n),)
        provisions = () if ruling.provisions is UNKNOWN else ruling.provisions
        yield from (Passage(str(one), "nb", n) for one in provisions)
    if case.exploitation is not UNKNOWN:
        yield from (Passage(_FORMS[form]) for form in case.exploitation)
    for code in (*origins(case), *(case.respondents if case.kind == "echr" else ())):
        row = tables.countries.get(code)
        yield from (Passage(row.nb, "nb"), Passage(row.en, "en")) if row else ()


def origins(case: Case) -> Iterator[str]:
    """The countries that the victims, or the applicant of an immigration case, come from."""
    if case.victims.countries is not UNKNOWN:
        yield from case.victims.countries
    if case.kind == "immigration" and case.nationality is not UNKNOWN:
        yield str(case.nationality)
