"""How hits are ranked: the one table of weights, and the formula that every engine uses."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Final

from kom_rulings.index.passages import FIELDS, bounds
from kom_rulings.index.tree import FieldName, How

#: How much a word in each field weighs; the one table of weights.
WEIGHTS: Final[Mapping[FieldName, float]] = {
    "title": 6.0,
    "keywords": 4.0,
    "legal_points": 3.0,
    "facts": 2.0,
    "summary": 2.0,
    "text": 1.0,
}
#: How much of a word its forms are worth, whole word first; the order is that of ``How``.
TIERS: Final[Mapping[How, float]] = {
    "whole": 1.0,
    "lemma": 0.8,
    "family": 0.6,
    "beginning": 0.4,
    "part": 0.35,
    "translation": 0.3,
    "spelling": 0.25,
}
#: What the ruling itself weighs when its reference is typed, and what one that cites it weighs.
OWN_REFERENCE_WEIGHT: Final = 1000.0
CITING_WEIGHT: Final = 5.0
#: Words of a field that is usually so long count in full; in a longer one for less, in a shorter one for more.
_USUAL_LENGTH: Final[Mapping[FieldName, int]] = {
    "title": 8,
    "keywords": 20,
    "legal_points": 20,
    "facts": 30,
    "summary": 250,
    "text": 4000,
}
#: How far length matters, 0 to 1.
_LENGTH_MATTERS: Final = 0.3
#: Weights are whole numbers of this fraction, so that every engine keeps exactly the same.
_UNITS: Final = 64
#: At this weight a word counts for half of what it can count at most.
_HALF: Final = 2.0 * _UNITS
_BOUNDS: Final = [(name, *bounds(name)) for name in FIELDS]


def weight_of(places: array[int], lengths: Mapping[FieldName, int]) -> int:
    """The weight of a word in a case: its mentions in each field by the weight of the field."""
    total = 0.0
    end = 0
    for name, _, behind in _BOUNDS:
        start, end = end, bisect_left(places, behind, end)
        if end > start:
            total += WEIGHTS[name] * (end - start) / _long(name, lengths.get(name, 0))
    return max(1, round(total * _UNITS))


def weight_in(field: FieldName, mentions: int) -> float:
    """The weight of so many mentions in one field."""
    return WEIGHTS[field] * mentions * _UNITS


def rarity(found: int, of: int) -> float:
    """What a word counts that is found in so many of all cases: the rarer, the more."""
    return math.log(1 + (of - found + 0.5) / (found + 0.5))


def blended(tiers: Iterable[tuple[float, float]]) -> float:
    """How well a word is met, 0 to 1, by the weights of its forms in a case, tier by tier, best tier first.

    A tier fills part of what the better ones have left, so that many parts of compounds never count more than the word.
    """
    met, left = 0.0, 1.0
    for tier, weight in tiers:
        met += left * tier * fill(weight)
        left *= 1 - fill(weight)
    return met


def fill(weight: float) -> float:
    """How far a weight goes, 0 to 1: the fifth mention adds less than the second."""
    return weight / (weight + _HALF)


def _long(name: FieldName, length: int) -> float:
    return 1 - _LENGTH_MATTERS + _LENGTH_MATTERS * length / _USUAL_LENGTH[name]
