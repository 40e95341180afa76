"""Facets: by what a list can be narrowed, with the number of cases that each would leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kom_rulings.index.card import THROUGH, Card
from kom_rulings.index.filters import meant_rulings, ruling_filters
from kom_rulings.index.provision_names import SEPARATOR
from kom_rulings.index.tree import Node
from kom_rulings.names import CaseId

#: The fields that a list can be narrowed by, in the order that they are shown.
FACETS: Final = (
    "kind", "court", "instance", "date", "outcome", "law", "exploitation", "minors", "final", "country", "state",
)  # fmt: skip
Pair = tuple[str, str]


class FacetCounter:
    """Counts the facets of lists. Each value is a set of cases, kept as the bits of one number."""

    def __init__(self, cards: Mapping[CaseId, Card]) -> None:
        self._cards = cards
        self._bit = {case: 1 << n for n, case in enumerate(cards)}
        self._cases: dict[Pair, int] = {}
        for case, card in cards.items():
            for pair in card.facets:
                self._cases[pair] = self._cases.get(pair, 0) | self._bit[case]

    def count(self, cases: Sequence[CaseId], node: Node) -> dict[str, list[tuple[str, int]]]:
        """Per field the values and how many of the cases would be left if the list were narrowed by each, most first.

        A ruling-level value counts where a ruling that the filters of the query mean has it, so that the number is
        that of the list one gets by adding it.
        """
        counts = self._narrowed(cases, node) if ruling_filters(node) else self._plain(cases)
        found: dict[str, list[tuple[str, int]]] = {}
        for (key, value), count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
            through = key == "law" and (THROUGH, value) in counts
            found.setdefault(key, []).append((f"{value}{SEPARATOR}{THROUGH}" if through else value, count))
        return {key: found[key] for key in FACETS if key in found}

    def _plain(self, cases: Iterable[CaseId]) -> dict[Pair, int]:
        # The bits of all cases are different, so that their sum has them all.
        listed = sum(map(self._bit.__getitem__, cases))
        counts = {pair: (some & listed).bit_count() for pair, some in self._cases.items()}
        return {pair: count for pair, count in counts.items() if count}

    def _narrowed(self, cases: Iterable[CaseId], node: Node) -> dict[Pair, int]:
        counts: dict[Pair, int] = {}
        for card in map(self._cards.__getitem__, cases):
            rulings = (ruling.facets for ruling in meant_rulings(card, node))
            for pair in card.facts.facets.union(*rulings):
                counts[pair] = counts.get(pair, 0) + 1
        return counts
