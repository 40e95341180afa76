"""The tables of planted leaks and innocent texts, and how many of each the detectors tell apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from kom_rulings.privacy.known_names import KnownNames
from kom_rulings.privacy.scanning import find_sightings

HERE = Path(__file__).parent
_MARKS = re.compile("([⟦⟧])")


class Leak(NamedTuple):
    """A text, what kind of leak it holds, and the places that must be covered."""

    kind: str
    text: str
    places: tuple[tuple[int, int], ...]


@cache
def leaks() -> tuple[Leak, ...]:
    """Every planted leak."""
    table = yaml.safe_load((HERE / "leaks.yaml").read_text(encoding="utf-8"))
    return tuple(_leak(kind, marked) for kind, lines in table.items() for marked in lines)


@cache
def innocents() -> tuple[str, ...]:
    """Every innocent text."""
    table = yaml.safe_load((HERE / "innocents.yaml").read_text(encoding="utf-8"))
    return tuple(text for lines in table.values() for text in lines)


def _leak(kind: str, marked: str) -> Leak:
    text, opened, places = "", 0, []
    for part in _MARKS.split(marked):
        if part == "⟦":
            opened = len(text)
        elif part == "⟧":
            places.append((opened, len(text)))
        else:
            text += part
    return Leak(kind, text, tuple(places))


def is_caught(leak: Leak, known: KnownNames) -> bool:
    """Whether sightings of its kind cover every place of a leak."""
    found = [one for one in find_sightings(leak.text, known) if one.kind == leak.kind]
    covered = {at for one in found for at in range(one.start, one.end)}
    return bool(leak.places) and all(covered.issuperset(range(*place)) for place in leak.places)


@dataclass(frozen=True)
class Figures:
    """How well leaks and innocent texts are told apart."""

    leaks: int
    caught: int
    innocents: int
    false_alarms: int

    def __str__(self) -> str:
        return f"{self.caught} of {self.leaks} leaks caught, {self.false_alarms} false alarms in {self.innocents} texts"


def figures(known: KnownNames) -> Figures:
    """The figures that the documentation cites."""
    places = sum(len(leak.places) for leak in leaks())
    caught = sum(len(leak.places) for leak in leaks() if is_caught(leak, known))
    return Figures(places, caught, len(innocents()), sum(bool(find_sightings(text, known)) for text in innocents()))
