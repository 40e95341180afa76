"""Summaries and who wrote them: KOM, Lovdata, or this program; lines that stand around a summary are set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.records.case import Author
from kom_rulings.sources.overview.dating import date_of
from kom_rulings.wording import LANGUAGES, N_, wording

_NAMES = r"(?P<author>KOM|Lovdata|domstolen|the court|retten)"
_BY: Final = re.compile(
    rf"\s*[\[(]?\s*(?:sammendrag(?:et)?|samandrag(?:et)?|summary|kilde|kjelde|source"
    rf"|gjengitt)(?: er)?(?: (?:fra|frå|av|by|from))?\s*:?\s*{_NAMES}"
    r"(?:s? sammendrag)?(?P<more>[^)\]]{0,80})[)\]]?\s*[.:]?\s*",
    re.IGNORECASE,
)
_LOVDATA_BEFORE = re.compile(
    r"\s*(?:Lovdatas sammendrag|Lovdata sitt samandrag|Sammendrag fra Lovdata|Samandrag frå Lovdata)\s*:?\s*",
    re.IGNORECASE,
)
#: What our own overview says beside a summary, by the keys of the catalogue.
_AROUND: Final = (
    N_("No ruling on guilt stands."),
    N_("The case is not counted, because the date of the ruling is not known."),
    N_("The case counts as a final conviction."),
    N_("The case counts as a conviction. It is not final, or not known to be."),
    N_("The case counts as a final acquittal."),
    N_("The case counts as an acquittal. It is not final, or not known to be."),
    N_("The summary tells of later days too, and is left out of this edition."),
    N_("There is no summary of the rulings given by this date."),
)
_BY_US: Final = N_("Summary written for this overview from public sources, not from the ruling itself")
_AUTHORS: Final[dict[str, Author]] = {
    "kom": "KOM",
    "lovdata": "Lovdata",
    "domstolen": "court",
    "the court": "court",
    "retten": "court",
}


@dataclass
class WrittenSummary:
    """Paragraphs by one author; ``author`` is ``None`` where nothing tells it."""

    paragraphs: list[str] = field(default_factory=list)
    author: Author | None = None
    date: PartialDate | None = None


def is_around(text: str) -> bool:
    """Whether a paragraph is one that our own overview sets beside a summary."""
    return any(text == wording(language)(message) for language in LANGUAGES for message in _AROUND)


def split_by_author(paragraphs: Sequence[str]) -> list[WrittenSummary]:
    """The summaries in a run of paragraphs: a line that names the author ends one, “Sammendrag fra …:” begins one."""
    found = [WrittenSummary()]
    for text in paragraphs:
        ended, begun = _ending(text), _LOVDATA_BEFORE.match(text)
        if ended is not None and found[-1].paragraphs:
            found[-1].author, found[-1].date = ended
            found.append(WrittenSummary())
        elif begun:
            _begin(found, text[begun.end() :])
        elif ended is not None:
            found[-1].author, found[-1].date = ended
        else:
            _add(found, text)
    return [one for one in found if one.paragraphs]


def _begin(found: list[WrittenSummary], rest: str) -> None:
    found.append(WrittenSummary([rest] if rest.strip() else [], "Lovdata"))


def _add(found: list[WrittenSummary], text: str) -> None:
    """Add a paragraph, which may name its author at its end: “… (Kilde: Lovdata)”."""
    tail = re.search(
        rf"\s*\((?:kilde|kjelde|source|sammendrag|samandrag)\s*:?\s*(?:fra |frå )?{_NAMES}\)\.?\s*$",
        text,
        re.IGNORECASE,
    )
    found[-1].paragraphs.append(text[: tail.start()] if tail else text)
    if tail:
        found[-1].author = _AUTHORS[tail["author"].lower()]
        found.append(WrittenSummary())


def _ending(text: str) -> tuple[Author, PartialDate | None] | None:
    for language in LANGUAGES:
        if text.startswith(wording(language)(_BY_US)):
            return "kom-rulings", date_of(text)
    match = _BY.fullmatch(text)
    return (_AUTHORS[match["author"].lower()], date_of(match["more"])) if match else None
