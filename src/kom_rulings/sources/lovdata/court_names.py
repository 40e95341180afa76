"""The courts and boards that a text names, with their instance, by the tables as far as they go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kom_rulings.records.case import Instance
from kom_rulings.records.tables import Tables

_WORD = r"[A-ZÆØÅ][A-Za-zÆØÅæøåéáŋšđč-]{1,30}"
_NAMED: Final = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<ankeutvalg>(?:H(?:ø|ö|o)(?:ye|g)steretts? )?(?:[Aa]nke|[Kk]jæremåls)utval(?:get|g))"
    r"|(?P<hoyesterett>(?i:h(?:ø|ö|o)(?:ye|g)sterett))"
    r"|(?P<une>Utlendingsnemnd(?:a|en)|UNE)|(?P<udi>Utlendingsdirektoratet|UDI)"
    rf"|(?:(?P<name>{_WORD}(?:(?:, | og | ){_WORD}){{0,5}}) )?"
    r"(?:(?P<tingrett>(?i:tingrett(?:en)?|byrett(?:en)?|herredsrett(?:en)?|sorenskriverembete))"
    r"|(?P<lagmannsrett>(?i:lagmannsrett(?:en)?)))"
    r")(?![\w])"
)  # fmt: skip
_INSTANCES: Final[tuple[Instance, ...]] = ("ankeutvalg", "hoyesterett", "une", "udi", "tingrett", "lagmannsrett")
_FIXED: Final = {
    "ankeutvalg": "Høyesteretts ankeutvalg",
    "hoyesterett": "Høyesterett",
    "une": "Utlendingsnemnda",
    "udi": "Utlendingsdirektoratet",
}


class Court(NamedTuple):
    """A court as it is named; ``known`` where it is plain which one it is."""

    name: str
    instance: Instance
    known: bool


def courts_named(text: str, tables: Tables) -> Iterator[tuple[int, Court]]:
    """Each court that the text names, and where."""
    for match in _NAMED.finditer(text):
        yield match.start(), _court(match, tables)


def court_named(text: str, tables: Tables) -> Court | None:
    """The first court that the text names."""
    return next((court for _, court in courts_named(text, tables)), None)


def _court(match: re.Match[str], tables: Tables) -> Court:
    instance = next(one for one in _INSTANCES if match[one])
    if instance in _FIXED:
        return Court(_FIXED[instance], instance, known=True)
    if not match["name"]:
        return Court(match[0], instance, known=False)
    return _named(match["name"], match[instance], instance, tables)


def _named(name: str, sort: str, instance: Instance, tables: Tables) -> Court:
    """A court by its name; words before it, such as a label without colon, are left off where the tables know it."""
    words = name.split(" ")
    for first in range(len(words)):
        known = tables.court(f"{' '.join(words[first:])} {sort.lower()}")
        if known:
            return Court(known.name.nb, instance, known=True)
    return Court(f"{name} {sort}", instance, known=False)
