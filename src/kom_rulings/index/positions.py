"""Questions about places: in a field, one right after the other, near each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from kom_rulings.index.fields import Places
from kom_rulings.index.passages import LAST_WORD, bounds
from kom_rulings.index.tree import FieldName

#: Places that differ above the bits of the word lie in different passages.
_PASSAGE = ~LAST_WORD


def within(places: Places, field: FieldName | None) -> Places:
    """The places in one field, or all of them."""
    if field is None:
        return places
    first, behind = bounds(field)
    return places[bisect_left(places, first) : bisect_left(places, behind)]


def in_order(words: Sequence[Places]) -> list[int]:
    """Where the words stand right after each other: the places of the first word."""
    rarest = min(range(len(words)), key=lambda n: len(words[n]))
    starts = {one - rarest for one in words[rarest]}
    for n, places in enumerate(words):
        if n != rarest and starts:
            starts &= {one - n for one in places}
    # A full passage is followed by the number of the next one, but not by its words.
    return sorted(one for one in starts if one & _PASSAGE == one + len(words) - 1 & _PASSAGE)


def are_close(parts: Sequence[Sequence[int]], distance: int) -> bool:
    """Whether a place of each part lies in the same passage as one of the first, at most so far from it."""
    first, *others = parts
    return any(all(_has_near(other, one, distance) for other in others) for one in first)


def _has_near(places: Sequence[int], one: int, distance: int) -> bool:
    at = bisect_left(places, one - distance)
    return at < len(places) and places[at] <= one + distance and _same_passage(places[at:], one, distance)


def _same_passage(places: Iterable[int], one: int, distance: int) -> bool:
    for other in places:
        if other > one + distance:
            return False
        if other & _PASSAGE == one & _PASSAGE:
            return True
    return False
