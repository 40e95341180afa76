"""The draft of a page of HUDOC: fields of the case and its ruling, numbered texts, and what was left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.pages.page import SavedPage
from kom_rulings.records.tables import Tables
from kom_rulings.sources.draft import Draft, TextPart
from kom_rulings.sources.hudoc.case_fields import (
    applications_of,
    case_fields,
    keywords_of,
    lacks_applications,
    respondents_of,
)
from kom_rulings.sources.hudoc.head import listed_applications
from kom_rulings.sources.hudoc.paragraphs import Numbered, numbered
from kom_rulings.sources.hudoc.reading import Reading, reading_of
from kom_rulings.sources.hudoc.ruling_fields import FoundOnPage, ecli_of, found_on, ruling_fields
from kom_rulings.wording import N_

_MORE: Final = N_("The page speaks of another number of applications than it lists.")
_GAPS: Final = N_("The numbers of the paragraphs do not follow on each other; text may be missing.")
_NO_OPERATIVE: Final = N_("The page has no operative part.")
_NOT_READ: Final = N_("Sentences of the operative part that are no sure finding are among what was left over.")
_DIFFER: Final = N_(
    "The conclusions in the case details say something else than the operative part, which was followed."
)
#: What the site writes around its documents.
_SITE: Final = re.compile(
    r"(?:hudoc|european court of human rights|cour européenne des droits de l['’]homme|council of europe|"
    r"conseil de l['’]europe|case details|document|view|language versions?|related|translations?|print|save|share|"
    r"permalink|search|help|pdf|word|détails de l['’]affaire|imprimer|recherche|aide|[|•·\s])+",
    re.IGNORECASE,
)
_USED: Final = frozenset(
    {"title", "applications", "states", "importance", "body", "type", "date", "conclusions", "ecli", "item"}
)


def drafts(page: SavedPage, tables: Tables) -> list[Draft]:
    """What is understood of a judgment or a decision: one draft."""
    reading = reading_of(page, tables)
    found = found_on(reading)
    fields = (*case_fields(reading), *ruling_fields(reading, found))
    values = {one.path: str(one.value) for one in fields}
    numbers = applications_of(reading)[0]
    ecli = ecli_of(reading)
    item = values.get(("rulings", 0, "item"))
    own = [*numbers, *([str(ecli.value)] if ecli else []), *([item] if item else [])]
    return [
        Draft(
            source="hudoc",
            kind="echr",
            title=reading.title.own if reading.title else next(iter(numbers), ""),
            references=tuple(own),
            fields=fields,
            texts=tuple(_texts(reading)),
            text_reference=str(ecli.value) if ecli else next(iter(numbers), ""),
            left_over=tuple(_left_over(reading, found)),
            remarks=tuple(_remarks(reading, found)),
        )
    ]


def _texts(reading: Reading) -> Iterator[TextPart]:
    """The ruling, its operative part and each separate opinion, with the numbers that they have of their own."""
    opinions = [(opinion.name, numbered(opinion.lines)) for opinion in reading.regions.opinions]
    parts: list[tuple[str, Numbered]] = [("", reading.body), ("operative", reading.operative), *opinions]
    for name, part in parts:
        if part.paragraphs:
            yield TextPart(name, part.paragraphs, part.own)


def _remarks(reading: Reading, found: FoundOnPage) -> Iterator[str]:
    if lacks_applications(reading):
        yield _MORE
    if reading.body.gaps or reading.operative.gaps:
        yield _GAPS
    if not reading.operative.paragraphs:
        yield _NO_OPERATIVE
    if found.unclear:
        yield _NOT_READ
    if found.differs:
        yield _DIFFER


def _left_over(reading: Reading, found: FoundOnPage) -> Iterator[str]:
    """Lines that no field took and the text does not hold. Sentences of the operative part are both, if not sure."""
    yield from (line.text for line in reading.regions.before if not line.aside and not _SITE.fullmatch(line.text))
    yield from reading.head.left_over
    yield from (state.name for state in respondents_of(reading)[0] if not state.code)
    yield from found.unclear
    for line in reading.regions.appendix:
        if not listed_applications([line]) and not line.cells and not line.is_heading:
            yield line.text
    used = _USED | ({"keywords"} if keywords_of(reading) else set())
    yield from (f"{label}: {value}" for name, label, value in reading.details.rows if name not in used and value)
