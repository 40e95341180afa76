"""The figures that have been published, set beside what the records give on the same date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from kom_rulings.dates import PartialDate
from kom_rulings.files.paths import FIGURES_FILE, rulings_folder
from kom_rulings.files.reading import RawFile, read_file
from kom_rulings.problems import Problem
from kom_rulings.records.building import problems_of
from kom_rulings.records.case import Part
from kom_rulings.records.nearest import nearest
from kom_rulings.records.register import Register
from kom_rulings.records.values import Count, DateOrUnknown, Text
from kom_rulings.tallies.criminal import Group
from kom_rulings.tallies.tally import tally
from kom_rulings.wording import N_, Phrase

#: The parts of the file; only convictions are compared, the others are kept for its reader.
_SECTIONS: Final = (
    "convictions",
    "convictions_in_year",
    "reports_in_year",
    "identified_victims_in_year",
    "witness_permits",
)
_LIST: Final = N_("a list")

#: The figures compared, with the label of each.
MEASURES: Final[Mapping[str, str]] = {
    "total": N_("Convictions"),
    "final": N_("Final"),
    "minors": N_("With minors"),
    "sexual": N_("Prostitution or other sexual services"),
    "labour": N_("Forced labour or services"),
    "both": N_("Both forms"),
}


class PublishedFigure(Part):
    """A figure on convictions as someone published it; only cases on a known day can be compared."""

    as_of: DateOrUnknown
    publisher: Text
    unit: Literal["cases", "persons", "rulings"]
    source: Text
    note: Text | None = None
    total: Count
    final: Count | None = None
    not_final: Count | None = None
    minors: Count | None = None
    sexual: Count | None = None
    labour: Count | None = None
    both: Annotated[Count | None, Field(description="Both forms, a category of its own.")] = None


@dataclass(frozen=True)
class Measure:
    """One figure beside ours."""

    key: str
    label: str
    published: int
    recorded: int

    @property
    def missing(self) -> int:
        """How many cases the records lack; negative where they have more."""
        return self.published - self.recorded


@dataclass(frozen=True)
class Comparison:
    """What was published for a day beside what the records give for it."""

    as_of: dt.date
    publisher: str
    source: str
    measures: tuple[Measure, ...]
    #: Convictions in the records that no date is known of: they may be among those that seem to be missing.
    undated: int

    @property
    def lacking(self) -> int:
        """How many of the published convictions are not among those that the records count."""
        return self.measures[0].missing

    def as_json(self) -> dict[str, object]:
        """The comparison as plain data."""
        figures = {
            one.key: {"published": one.published, "records": one.recorded, "missing": one.missing}
            for one in self.measures
        }
        beside = {"as_of": self.as_of.isoformat(), "publisher": self.publisher, "source": self.source}
        return {**beside, "figures": figures, "undated": self.undated}


def read_figures(root: Path) -> tuple[list[PublishedFigure], list[Problem]]:
    """Read the published figures of a workspace; without the file there are none."""
    path = rulings_folder(root) / FIGURES_FILE
    if not path.is_file():
        return [], []
    raw, problems = read_file(path, FIGURES_FILE)
    if raw is None:
        return [], problems
    figures: list[PublishedFigure] = []
    problems += [_unknown(raw, key) for key in raw.tree if key not in _SECTIONS]
    rows = raw.tree.get("convictions", ())
    if not isinstance(rows, tuple):
        return [], [
            Problem("wrong-shape", raw.place("convictions"), {"field": "convictions", "expected": Phrase(_LIST)})
        ]
    for n, row in enumerate(rows):
        try:
            figures.append(PublishedFigure.model_validate(row))
        except ValidationError as error:
            problems += problems_of(raw, error, PublishedFigure, ("convictions", n))
    return figures, problems


def compare(figures: Sequence[PublishedFigure], register: Register) -> list[Comparison]:
    """Set the comparable figures – cases, on a known day – beside the tally of that day."""
    return [
        _compared(figure, figure.as_of, register)
        for figure in figures
        if figure.unit == "cases" and isinstance(figure.as_of, PartialDate) and figure.as_of.day
    ]


def _compared(figure: PublishedFigure, date: PartialDate, register: Register) -> Comparison:
    convictions = tally(register, date.last_day).convictions
    recorded = _recorded(convictions)
    published = figure.model_dump()
    measures = tuple(
        Measure(key, label, published[key], recorded[key])
        for key, label in MEASURES.items()
        if published[key] is not None
    )
    return Comparison(date.last_day, figure.publisher, figure.source, measures, convictions.not_counted.count)


def _recorded(convictions: Group) -> dict[str, int]:
    forms = {key: cell.count for key, cell in convictions.by_exploitation.items()}
    numbers = {"total": convictions.total, "final": convictions.final, "minors": convictions.by_minors["yes"]}
    return {**forms, **{key: cell.count for key, cell in numbers.items()}}


def _unknown(raw: RawFile, key: str) -> Problem:
    params = {"reason": f"{key}?", "nearest": nearest(key, _SECTIONS)}
    return Problem("figures-not-read", raw.place(key), params)
