"""Lists of words over shelves of cases: which cases of a shelf hold a word, what it weighs there, and where it stands.

A shelf is a batch of cases that was indexed at one time. The list of a word on a shelf is packed into one piece, so
that an index has a few pieces for each word and not one for each word of each case. A case that is indexed again stands
on a newer shelf, and only the newest counts.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, islice
from typing import Final, NamedTuple, cast

from kom_rulings.index.fields import PLACES_TYPE, Document, Places
from kom_rulings.names import CaseId

#: So many cases stand on a shelf at most: few pieces to read, and not too much to keep in memory while it is filled.
CASES_ON_A_SHELF: Final = 512


class Shelf(NamedTuple):
    """Some cases in their order, and the packed list of each word on them; no lists at all: the cases are gone."""

    cases: tuple[CaseId, ...]
    lists: Mapping[str, bytes] | None


def shelves(documents: Iterable[Document]) -> Iterator[Shelf]:
    """Fill shelves one by one."""
    rest = iter(documents)
    while some := list(islice(rest, CASES_ON_A_SHELF)):
        yield Shelf(tuple(document.case for document in some), _packed(some))


def _packed(documents: Sequence[Document]) -> dict[str, bytes]:
    """How many cases, then for each its number on the shelf, its weight, how many places, and then all the places."""
    lists: dict[str, tuple[array[int], array[int], array[int], array[int]]] = {}
    for n, document in enumerate(documents):
        weights = document.weights
        for word, some in document.places.items():
            found = lists.get(word)
            if found is None:
                lists[word] = found = (_empty(), _empty(), _empty(), _empty())
            numbers, weighed, counts, places = found
            numbers.append(n)
            weighed.append(weights[word])
            counts.append(len(some))
            places.extend(some)
    return {word: b"".join((_number(len(some[0])), *map(array.tobytes, some))) for word, some in lists.items()}


def _empty() -> array[int]:
    return array(PLACES_TYPE)


def _number(one: int) -> bytes:
    return array(PLACES_TYPE, [one]).tobytes()


class Piece:
    """The list of a word on one shelf, as it is read; ``cases`` are the numbers that the cases of the shelf have."""

    def __init__(self, packed: bytes, cases: Sequence[int | None]) -> None:
        self._content = array(PLACES_TYPE, packed)
        of = self._content[0]
        self.cases = list(map(cases.__getitem__, self._content[1 : 1 + of]))
        self.weights = self._content[1 + of : 1 + 2 * of]

    @cached_property
    def _lying(self) -> tuple[Mapping[int | None, int], list[int]]:
        """The position of each case in the list, and where the places of each position begin."""
        first = 1 + 3 * len(self.cases)
        counts = self._content[first - len(self.cases) : first]
        return dict(zip(self.cases, range(len(self.cases)), strict=True)), list(accumulate(counts, initial=first))

    def places(self, case: int) -> Places | None:
        """Where the word stands in a case; nothing where it is not of this shelf."""
        positions, starts = self._lying
        at = positions.get(case)
        return None if at is None else self._content[starts[at] : starts[at + 1]]


class WordList:
    """The list of a word over all shelves; cases that stand on a newer shelf are left out."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        weights: dict[int | None, int] = {}
        for piece in pieces:
            weights.update(zip(piece.cases, piece.weights, strict=True))
        weights.pop(None, None)
        self.weights = cast("Mapping[int, int]", weights)

    def places(self, case: int) -> Places:
        """Where the word stands in a case that has it."""
        found = (piece.places(case) for piece in self._pieces)
        return next(places for places in found if places is not None)
