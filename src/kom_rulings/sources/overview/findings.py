"""What the Court in Strasbourg found, as headings, lines and our own overview say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kom_rulings.labels import FINDING, LIMB
from kom_rulings.records.tables import Tables
from kom_rulings.sources.draft import Value
from kom_rulings.wording import LANGUAGES, wording

_ARTICLE = r"(?:EMK |ECHR )?(?:artiklene|artikkel|artikler|articles?|arts?\.?)\s*"
_NUMBERS = (
    r"(?P<articles>P?\d+(?:-\d+)?(?:(?:\s*,\s*|\s*(?:og|and|samt)\s+)(?:(?:artikkel|article"
    r"|art\.)\s*)?P?\d+(?:-\d+)?)*)(?![\d/])"
)
_FOUND = re.compile(
    rf"(?P<no>(?:ikke|ikkje|ingen|no|not)\s+(?:a\s+)?)?(?:krenk(?:else|a|ing)\w*|violat(?:ion|ed)|brudd"
    rf"|brot)\s+(?:of|av|på|mot)?\s*{_ARTICLE}{_NUMBERS}",
    re.IGNORECASE,
)
_OWN_PLAIN = re.compile(
    r"(?P<article>artikkel \S+|article \S+)(?: i protokoll nr\. (?P<protocol>\d+)"
    r"| of Protocol No\. (?P<p>\d+))?: (?P<said>[^()]+)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\((?P<inside>.*)\)\s*$")
_PROTOCOL = re.compile(
    r"artikkel (?P<article>\d+) i protokoll nr\. (?P<protocol>\d+)"
    r"|Article (?P<a>\d+) of Protocol No\. (?P<p>\d+)",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"anfør|hevd|klag(?:et|de|er|eren)\b|påst|alleg|complain|spørsmål|dissens|mindretall|gjaldt|gjelder"
    r"|vurderte om|behandlet ikke",
    re.IGNORECASE,
)
_LIMBS: Final = {wording(language)(label).lower(): code for language in LANGUAGES for code, label in LIMB.items()}
_SAID: Final = {wording(language)(label).lower(): code for language in LANGUAGES for code, label in FINDING.items()}

_NOT_READ: Final = "not read"

#: Lines and the findings in them; the tests walk them.
EXAMPLES: Final = {
    "Krenkelse av artikkel 4": ("4 violation",),
    "Krenkelse av EMK artikkel 4.": ("4 violation",),
    "Krenking av artikkel 4": ("4 violation",),
    "Ikke krenkelse av art. 4": ("4 no_violation",),
    "Ingen krenkelse av artikkel 8": ("8 no_violation",),
    "Violation of Article 4": ("4 violation",),
    "No violation of Article 4": ("4 no_violation",),
    "Violation of Articles 4 and 6": ("4 violation", "6 violation"),
    "Krenkelse av artikkel 3, 4 og 5": ("3 violation", "4 violation", "5 violation"),
    "Krenkelse av artikkel 4, ikke krenkelse av artikkel 3": ("4 violation", "3 no_violation"),
    "Klageren hevdet at det forelå krenkelse av artikkel 4": (),
    "Artikkel 4": (),
}


def findings_in(line: str) -> list[dict[str, Value]]:
    """The findings that a line states; a sentence on what somebody claims states none."""
    if _CLAIM.search(line):
        return []
    return [
        {"article": article, "outcome": "no_violation" if match["no"] else "violation"}
        for match in _FOUND.finditer(line)
        for article in re.findall(r"P?\d+(?:-\d+)?", match["articles"])
    ]


def own_findings(text: str, tables: Tables) -> list[dict[str, Value]] | None:
    """The findings of a line of our own overview; ``None`` where one of them was not understood.

    A finding for some of the applicants only names them in one language, and is left to a person.
    """
    found = [_own(piece, tables) for piece in text.split("; ")]
    return [one for one in found if one is not None] if all(found) else None


def _own(piece: str, tables: Tables) -> dict[str, Value] | None:
    brackets = _BRACKETS.search(piece)
    plain = _PROTOCOL.sub(_of_protocol, piece[: brackets.start()] if brackets else piece)
    stated = findings_in(plain)
    if stated:
        finding = stated[0]
    elif (match := _OWN_PLAIN.fullmatch(plain)) and match["said"].lower() in _SAID:
        finding = {"article": match["article"].split(" ", 1)[1], "outcome": _SAID[match["said"].lower()]}
    else:
        return None
    circumstances = dict(_circumstances(brackets["inside"], tables)) if brackets else {}
    return None if _NOT_READ in circumstances else {**finding, **circumstances}


def _of_protocol(match: re.Match[str]) -> str:
    return f"artikkel P{match['protocol'] or match['p']}-{match['article'] or match['a']}"


def _circumstances(inside: str, tables: Tables) -> Iterator[tuple[str, Value]]:
    states = []
    for piece in inside.split(", "):
        if piece.lower() in _LIMBS:
            yield "limb", _LIMBS[piece.lower()]
        elif code := tables.country_code(piece):
            states.append(code)
        else:
            yield _NOT_READ, piece
    if states:
        yield "states", states


def written(finding: Mapping[str, Value]) -> str:
    """A finding as a short text."""
    return f"{finding['article']} {finding['outcome']}"
