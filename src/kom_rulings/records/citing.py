"""A text held against the records: each citation known, not known, or malformed, with its line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from kom_rulings.records.register import Recorded, Register
from kom_rulings.references import (
    Citation,
    Malformed,
    Reference,
    find_citations,
    find_malformed,
    find_references,
)
from kom_rulings.references.pinpoint import Pinpoint

Status = Literal["known", "unknown", "malformed"]
STATUSES: Final[tuple[Status, ...]] = ("known", "unknown", "malformed")


@dataclass(frozen=True)
class CheckedCitation:
    """What stands at a place of a text, and what the records know of it.

    ``nearest`` are recorded references of the same number: of one that is not known those with another last part, of
    a malformed one those that may be meant. ``why`` is a catalogue key.
    """

    line: int
    column: int
    written: str
    status: Status
    reference: Reference | None = None
    pinpoint: Pinpoint | None = None
    recorded: Recorded | None = None
    nearest: tuple[Reference, ...] = ()
    why: str = ""
    meant: str = ""


def check_citations(text: str, register: Register) -> list[CheckedCitation]:
    """Return every citation of a text in order, checked against the records."""
    lines = _line_starts(text)
    found = [(one.start, _checked(text, one, lines, register)) for one in find_citations(text)]
    found += [(one.start, _told(one, lines, register)) for one in find_malformed(text)]
    return [checked for _, checked in sorted(found, key=lambda pair: pair[0])]


def _checked(text: str, citation: Citation, lines: list[int], register: Register) -> CheckedCitation:
    recorded = register.ruling_of(citation.reference)
    return CheckedCitation(
        *_place(citation.start, lines),
        text[citation.start : citation.end],
        "unknown" if recorded is None else "known",
        citation.reference,
        citation.pinpoint,
        recorded,
        nearest=register.nearest_to(citation.reference) if recorded is None else (),
    )


def _told(malformed: Malformed, lines: list[int], register: Register) -> CheckedCitation:
    return CheckedCitation(
        *_place(malformed.start, lines),
        malformed.text,
        "malformed",
        nearest=tuple(_maybe_meant(malformed, register)),
        why=malformed.why,
        meant=malformed.meant,
    )


def _maybe_meant(malformed: Malformed, register: Register) -> Iterator[Reference]:
    """The recorded references that it can be read as, with the last part that may be missing."""
    for found in find_references(malformed.meant or malformed.text, typed=True):
        yield from (one for one in register.nearest_to(found.reference) if found.reference.covers(one))


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _place(start: int, lines: list[int]) -> tuple[int, int]:
    """Line and column, both counted from 1."""
    line = bisect_right(lines, start)
    return line, start - lines[line - 1] + 1
