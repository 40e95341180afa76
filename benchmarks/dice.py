"""Draws that come out the same on every machine and in every version of Python.

Only ``random()`` is promised to stay as it is, so every other draw is made of it here, with arithmetic that rounds
the same everywhere: no powers, no logarithms.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

_Item = TypeVar("_Item")
#: How far the top of the list is flattened, and from about which rank on words are rare.
_TOP, _TAIL = 2.7, 8000


class Dice:
    """A stream of draws of its own for every seed and name, so that one text does not depend on another."""

    def __init__(self, seed: int, *name: object) -> None:
        self._random = random.Random("/".join(map(str, (seed, *name)))).random

    def chance(self, share: float) -> bool:
        """True in so great a share of draws."""
        return self._random() < share

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self._random() * (high - low + 1))

    def pick(self, items: Sequence[_Item]) -> _Item:
        """One of the items, each as likely as the others."""
        return items[int(self._random() * len(items))]

    def weighted(self, items: Sequence[_Item], sums: Sequence[float], count: int) -> list[_Item]:
        """So many of the items, by the running sums of their weights."""
        draw, total, last = self._random, sums[-1], len(items) - 1
        return [items[bisect(sums, draw() * total, 0, last)] for _ in range(count)]


def zipf(count: int) -> list[float]:
    """The running sums of weights after Zipf's law, as real texts bend it: flatter at the top, steeper in the tail."""
    return list(accumulate(1 / (rank + _TOP) / (1 + rank / _TAIL) for rank in range(1, count + 1)))
