"""Citations in the RIS format, as Zotero, EndNote and Mendeley read it: a record of type CASE for every ruling.

UTF-8 without a byte order mark, one tag on each line, lines ended by CR LF. The court stands under PB and the number
under SV, where these programs look for them in a case, and under AN for all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.exports.cited import Cited, cited_rulings
from kom_rulings.records.tables import Tables
from kom_rulings.standing import Shown
from kom_rulings.wording import Language

#: A semicolon parts two keywords, and two addresses.
_SEMICOLON_IN_URL: Final = "%3B"


def ris(cases: Sequence[Shown], tables: Tables, language: Language) -> bytes:
    """The citations of every ruling of the cases."""
    return "\r\n".join(record(one) for one in cited_rulings(cases, tables, language)).encode("utf-8")


def record(cited: Cited) -> str:
    """The record of a ruling, from TY to ER; a tag without a value is left out."""
    lines = (f"{tag}  - {value}\r\n" for tag, value in _tags(cited) if value)
    return f"{''.join(lines)}ER  - \r\n"


def _tags(cited: Cited) -> Iterator[tuple[str, str]]:
    yield "TY", "CASE"
    yield "ID", cited.id
    yield "TI", cited.title
    yield "ST", cited.short_title
    yield "PB", cited.court
    yield "CY", cited.jurisdiction
    yield "SV", cited.number
    yield "AN", cited.number
    if cited.date is not None:
        yield "PY", f"{cited.date.year:04}"
        yield "DA", _day(cited.date)
    yield "UR", cited.url.replace(";", _SEMICOLON_IN_URL)
    yield "LA", cited.language
    yield from _each("KW", (keyword.replace(";", ",") for keyword in cited.keywords))
    yield "AB", cited.abstract
    yield from _each("N1", cited.notes)


def _day(date: PartialDate) -> str:
    """YYYY/MM/DD/ as exact as it is known: 2018/06// has no day, 2018/// no month."""
    month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
    return f"{date.year:04}/{month}/{day}/"


def _each(tag: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((tag, value) for value in values)
