"""A failure of a document: which point, what is wrong, where, and how it is mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kom_rulings.documents.accessibility.faults import FAULTS
from kom_rulings.documents.accessibility.points import POINTS
from kom_rulings.wording import N_, Language, wording

_SHOWN: Final = 50


@dataclass(frozen=True)
class Place:
    """Where something stands, as a reader finds it: ``key`` is a catalogue key, ``params`` fill it."""

    key: str
    params: Mapping[str, object] = field(default_factory=dict)

    def said(self, language: Language) -> str:
        """The place in words: table 3, “Convictions by year”, row 2."""
        return wording(language)(self.key, **self.params)


@dataclass(frozen=True)
class Failure:
    """One thing that is wrong: a code of the table of faults, its place, and what fills the message."""

    code: str
    place: Place
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def point(self) -> int:
        """The number of the point that fails, 1 to 20."""
        return FAULTS[self.code].point

    @property
    def where(self) -> str:
        """The place, in English."""
        return self.place.said("en")

    def title(self, language: Language) -> str:
        """What the point is called."""
        return wording(language)(POINTS[self.point])

    def message(self, language: Language) -> str:
        """Number and name of the point, what is wrong, where, and how it is mended."""
        say, fault = wording(language), FAULTS[self.code]
        return say(
            N_("Point {point} ({title}): {what} Where: {where}. {remedy}"),
            point=self.point,
            title=say(POINTS[self.point]),
            what=say(fault.message, **self.params),
            where=self.place.said(language),
            remedy=say(fault.remedy, **self.params),
        )


def in_properties() -> Place:
    """The properties of the file."""
    return Place(N_("the properties of the document"))


def in_settings() -> Place:
    """The settings and styles of the file."""
    return Place(N_("the settings and styles of the document"))


def in_document() -> Place:
    """The document as a whole."""
    return Place(N_("the document as a whole"))


def in_part(name: str) -> Place:
    """A part of the file, by its name."""
    return Place(N_("the part {name} of the file"), {"name": name})


def in_pdf() -> Place:
    """The PDF as a whole."""
    return Place(N_("the PDF"))


def in_paragraph(n: int, words: str, part: str = "") -> Place:
    """A paragraph of the text, or of a header or footer, counted from 1."""
    params = {"n": n, "words": shortened(words), "part": part}
    if part:
        return Place(N_("paragraph {n} of {part}, “{words}”"), params)
    return Place(N_("paragraph {n}, “{words}”") if words.strip() else N_("paragraph {n}"), params)


def in_table(n: int, words: str, row: int = 0, column: int = 0) -> Place:
    """A table, its row or its cell, counted from 1."""
    params = {"n": n, "words": shortened(words), "row": row, "column": column}
    if column:
        return Place(N_("table {n}, “{words}”, row {row}, column {column}"), params)
    return Place(N_("table {n}, “{words}”, row {row}") if row else N_("table {n}, “{words}”"), params)


def in_picture(n: int, words: str) -> Place:
    """A picture or chart, counted from 1."""
    return Place(N_("picture or chart {n}, “{words}”"), {"n": n, "words": shortened(words)})


def shortened(words: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
