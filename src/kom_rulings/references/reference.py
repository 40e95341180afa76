"""The reference as a type: read from any spelling, printed in its canonical form, ordered and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

from kom_rulings.references.forms import FORMS, Kind

#: Series whose second part is a year.
_YEAR_SECOND = frozenset({Kind.SUPREME_COURT, Kind.RETSTIDENDE, Kind.COURT_OF_APPEAL, Kind.DISTRICT_COURT})
#: Series whose fourth part tells rulings of one number apart.
_LAST_PART_APART = frozenset({Kind.SUPREME_COURT, Kind.COURT_OF_APPEAL, Kind.DISTRICT_COURT})

#: Every written form holds one of these; most paragraphs hold none, and are not looked at any closer.
_MAY_HOLD_ONE = re.compile(r"[0-9][^0-9A-Za-z\s.,][0-9]|[A-ZÆØÅ][^\w\s.,;)]{1,2}[0-9]|R[TtGg]\W*[0-9]{4}|N[0-9]{10}")

#: Pasted text is broken where its lines were full: “Rt. 2013” on one line and “s. 39” on the next.
_LINE_BREAK = re.compile(r"(?<![\r\n])(?:\r\n|[\r\n])(?![\r\n])")


class NotAReference(ValueError):
    """The text holds no reference, or more than a reference."""


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """One reference in canonical form; equal references are the same ruling, however they were spelled."""

    kind: Kind
    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a written reference: every dash and space variant, but capitals and all parts in place.

        Raises ``NotAReference`` where the text is anything else.
        """
        for found in _matches(unwrapped(text.strip()), typed=False):
            if found.start == 0 and found.end == len(text.strip()):
                return cls(found.reference.kind, found.reference.text)
        raise NotAReference(text)

    @property
    def year(self) -> int | None:
        """The year in the reference: no ruling is given before the year that its case was registered in."""
        if self.kind in _YEAR_SECOND:
            return int(self.text.split("-")[1])
        return 2000 + int(self.text[:2]) if self.kind is Kind.COURT_FILE else None

    @property
    def number(self) -> Reference:
        """The reference without the last part that tells rulings of one number apart: -A, -2, /03."""
        if self.kind in _LAST_PART_APART:
            return Reference(self.kind, "-".join(self.text.split("-")[:3]))
        return Reference(self.kind, self.text.partition("/")[0]) if self.kind is Kind.COURT_FILE else self

    def covers(self, other: Reference) -> bool:
        """Tell whether the other is this one, or this one with the last part that people leave out when typing."""
        return self.kind == other.kind and (other.text == self.text or other.text.startswith(f"{self.text}-"))

    def __str__(self) -> str:
        return self.text


class Found(NamedTuple):
    """A reference found in a text, with the place where it stands."""

    reference: Reference
    start: int
    end: int


def find_references(text: str, *, typed: bool = False) -> list[Found]:
    """Return the references in a text in their order; ``typed`` reads it as a search box is typed."""
    if not typed and not _MAY_HOLD_ONE.search(text):
        return []
    matches = _matches(unwrapped(text), typed=typed)
    return list(_without_overlaps(sorted(matches, key=lambda found: (found.start, -found.end))))


def unwrapped(text: str) -> str:
    """The text with a space for each single line break, so that every sign keeps its place; paragraphs stay apart."""
    return _LINE_BREAK.sub(lambda found: " " * len(found[0]), text)


def _matches(text: str, *, typed: bool) -> Iterator[Found]:
    for form in FORMS:
        pattern = form.typed if typed else form.written
        for match in pattern.finditer(text):
            yield Found(Reference(form.kind, form.canonical(match)), *match.span())


def _without_overlaps(found: list[Found]) -> Iterator[Found]:
    """Keep the longest of those that begin first; drop what lies inside it."""
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end
