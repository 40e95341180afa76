"""Where in a case the words of a plan stand: which are there at all, and how much each passage shows of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from kom_rulings.index.fields import Places
from kom_rulings.index.passages import LAST_WORD, passage_of
from kom_rulings.index.positions import in_order, within
from kom_rulings.index.tree import Close, FieldName, Node, OneOf, Variant, asked_for

Where = tuple[FieldName, int]


class Spot(NamedTuple):
    """The place of the first word of a variant, how many words it has, and what it weighs."""

    start: int
    words: int
    weight: float


class Wanted:
    """The words that a plan asks for, sorted out once for all the cases that are looked at."""

    def __init__(self, plan: Node) -> None:
        leaves = [node.parts if isinstance(node, Close) else (node,) for node in asked_for(plan)]
        self.nodes = [one for some in leaves for one in some if isinstance(one, OneOf)]
        self._alone = [{v.words[0]: v.weight for v in node.variants if len(v.words) == 1} for node in self.nodes]
        self._together = [[v for v in node.variants if len(v.words) > 1] for node in self.nodes]

    @property
    def words(self) -> list[str]:
        """Every word of every variant."""
        found = (word for node in self.nodes for variant in node.variants for word in variant.words)
        return list(dict.fromkeys(found))

    def spots(self, places: Mapping[str, Places]) -> list[list[Spot]]:
        """For each of the nodes where its variants stand."""
        return [list(self._spots(n, places)) for n in range(len(self.nodes))]

    def _spots(self, n: int, places: Mapping[str, Places]) -> Iterator[Spot]:
        alone, field = self._alone[n], self.nodes[n].within
        for word in places.keys() & alone.keys():
            yield from (Spot(one, 1, alone[word]) for one in within(places[word], field))
        for variant in self._together[n]:
            yield from _phrase(variant, field, places)


class Evidence:
    """What one case shows of what is wanted."""

    def __init__(self, wanted: Wanted, places: Mapping[str, Places]) -> None:
        self._nodes = wanted.nodes
        self._spots = wanted.spots(places)

    @property
    def present(self) -> set[OneOf]:
        """What of it is there at all."""
        return {node for node, spots in zip(self._nodes, self._spots, strict=True) if spots}

    @cached_property
    def worth(self) -> Mapping[Where, float]:
        """How much each passage shows: first how many of the words, then how near they are to what was typed."""
        worth: dict[Where, float] = {}
        for spots in self._spots:
            best: dict[Where, float] = {}
            for spot in spots:
                where = passage_of(spot.start)
                best[where] = max(spot.weight, best.get(where, 0.0))
            for where, weight in best.items():
                worth[where] = worth.get(where, 0.0) + 1 + weight
        return worth

    def words_at(self, where: Where) -> set[int]:
        """Which words of a passage are among those that are wanted, counted from its beginning."""
        spots = (spot for some in self._spots for spot in some if passage_of(spot.start) == where)
        return {(spot.start & LAST_WORD) + ahead for spot in spots for ahead in range(spot.words)}


def _phrase(variant: Variant, field: FieldName | None, places: Mapping[str, Places]) -> Iterator[Spot]:
    if all(word in places for word in variant.words):
        lists: Sequence[Places] = [within(places[word], field) for word in variant.words]
        yield from (Spot(one, len(lists), variant.weight) for one in in_order(lists))
