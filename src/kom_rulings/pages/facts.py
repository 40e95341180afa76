"""What a page tells of itself outside its text: title, language, where and when it was saved, and its meta elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.pages.elements import Element
from kom_rulings.pages.tidying import one_line

#: The comments of browsers and of SingleFile.
_SAVED_FROM: Final = re.compile(r"\s*saved from url=\(\d{1,6}\)(\S{1,2000})")
_SINGLE_FILE: Final = re.compile(r"url:[ \t]*(\S{1,2000})\s+saved date:[ \t]*([^\n(]{10,60})")
_DAY: Final = re.compile(r"\w{3} (\w{3} \d{1,2} \d{4})")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST: Final = 5_000
_MOST: Final = 500


@dataclass(frozen=True)
class Facts:
    """What a page tells of itself; ``base`` is what it says that its relative links start from."""

    title: str
    language: str
    address: str | None
    retrieved: PartialDate | None
    metadata: Mapping[str, str]
    base: str | None


def facts_of(root: Element, comments: Sequence[str]) -> Facts:
    """Gather what a page tells of itself."""
    metadata = dict(_metadata(root))
    address, retrieved = _saved(comments)
    title = next((one_line(one.text)[:_LONGEST] for one in root.outermost("title")), "")
    language = next((one.get("lang") or one.get("xml:lang") for one in root.outermost("html")), "")
    base = next(filter(None, (_web(one.get("href")) for one in root.outermost("base"))), None)
    return Facts(title, one_line(language).lower(), address or _declared(root, metadata), retrieved, metadata, base)


def _metadata(root: Element) -> Iterator[tuple[str, str]]:
    for n, meta in enumerate(root.outermost("meta")):
        name = one_line(meta.get("name") or meta.get("property") or meta.get("itemprop")).lower()
        if name and n < _MOST:
            yield name[:200], one_line(meta.get("content"))[:_LONGEST]


def _saved(comments: Sequence[str]) -> tuple[str | None, PartialDate | None]:
    for comment in comments:
        saved = _SAVED_FROM.match(comment)
        if saved:
            return _web(saved[1]), None
        single = _SINGLE_FILE.search(comment[:_LONGEST])
        if single:
            return _web(single[1]), _date(single[2])
    return None, None


def _declared(root: Element, metadata: Mapping[str, str]) -> str | None:
    canonical = (one.get("href") for one in root.outermost("link") if "canonical" in one.get("rel").lower().split())
    return next(filter(None, map(_web, (*canonical, metadata.get("og:url", "")))), None)


def _web(address: str) -> str | None:
    tidied = one_line(address)
    whole = tidied.lower().startswith(("http://", "https://")) and " " not in tidied and len(tidied) <= _LONGEST
    return tidied if whole else None


def _date(text: str) -> PartialDate | None:
    """The day of “Mon Jan 06 2025 10:11:12 GMT+0100”; the hour is left, as is a form that is not known."""
    match = _DAY.match(text.strip())
    if match is None:
        return None
    month, day, year = match[1].split()
    if month.lower() not in _MONTHS:
        return None
    found = PartialDate(int(year), _MONTHS.index(month.lower()) + 1, int(day))
    return found if found.exists() else None
