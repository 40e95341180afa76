"""Plans answered set by set: each part gives the cases that match with their scores, from the lists of an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from kom_rulings.index.card import Card
from kom_rulings.index.filters import is_cited, is_own, passes
from kom_rulings.index.passages import field_of
from kom_rulings.index.positions import are_close, in_order, within
from kom_rulings.index.scoring import CITING_WEIGHT, OWN_REFERENCE_WEIGHT, fill, rarity, weight_in
from kom_rulings.index.shelves import WordList
from kom_rulings.index.tree import And, AtLeast, Cited, Close, Filter, Node, Not, OneOf, Or, SameRuling, Variant

Scores = dict[int, float]


class Evaluation:
    """Answers plans over cases that are known by number; ``word_list`` gives the list of a word."""

    def __init__(self, word_list: Callable[[str], WordList], cards: Mapping[int, Card]) -> None:
        self._word_list = word_list
        self._cards = cards

    def scores(self, node: Node) -> Scores:
        """The score of every case that matches."""
        match node:
            case OneOf():
                return self._one_of(node)
            case Close(parts, distance):
                return self._close(parts, distance)
            case Cited():
                return self._cited(node)
            case Filter() | SameRuling():
                return {n: 0.0 for n, card in self._cards.items() if passes(card, node)}
            case Not(part):
                excluded = self.scores(part)
                return {n: 0.0 for n in self._cards if n not in excluded}
            case And(parts):
                return self._all(parts)
            case Or(parts):
                return self._any(parts)
            case AtLeast(parts, number):
                return self._at_least(parts, number)
            case _:
                raise TypeError(node)

    def _all(self, parts: Sequence[Node]) -> Scores:
        if not parts:
            return dict.fromkeys(self._cards, 0.0)
        found = sorted((self.scores(part) for part in parts), key=len)
        return {n: first + sum(one[n] for one in found[1:]) for n, first in found[0].items() if _in_all(n, found)}

    def _any(self, parts: Sequence[Node]) -> Scores:
        best: Scores = {}
        for part in parts:
            for n, one in self.scores(part).items():
                best[n] = max(one, best.get(n, one))
        return best

    def _at_least(self, parts: Sequence[Node], number: int) -> Scores:
        """The sum of the parts, by the square of how many of them there are; a filter counts by how rare it is."""
        found = [self._counted(part) for part in parts]
        matched = Counter(n for one in found for n in one)
        wanted = {n: (many / len(parts)) ** 2 for n, many in matched.items() if many >= number}
        return {n: share * sum(one.get(n, 0.0) for one in found) for n, share in wanted.items()}

    def _counted(self, part: Node) -> Scores:
        scores = self.scores(part)
        return dict.fromkeys(scores, rarity(len(scores), len(self._cards))) if isinstance(part, Filter) else scores

    def _cited(self, node: Cited) -> Scores:
        citing = {n: CITING_WEIGHT for n, card in self._cards.items() if is_cited(card, node)}
        return citing | {n: OWN_REFERENCE_WEIGHT for n, card in self._cards.items() if is_own(card, node)}

    def _one_of(self, node: OneOf) -> Scores:
        """Every case that holds a variant, by how well it meets the word and how rare it is."""
        met: Scores = {}
        left: Scores = {}
        for tier, weights in self._tiers(node):
            for n, weight in weights.items():
                filled, room = fill(weight), left.get(n, 1.0)
                met[n] = met.get(n, 0.0) + room * tier * filled
                left[n] = room * (1 - filled)
        found = {n: one for n, one in met.items() if n in self._cards}
        rare = rarity(len(found), len(self._cards))
        return {n: rare * one for n, one in found.items()}

    def _tiers(self, node: OneOf) -> list[tuple[float, Mapping[int, float]]]:
        """What the variants of each weight come to in each case, the best first."""
        tiers: dict[float, dict[int, float]] = {}
        for variant in node.variants:
            weights = tiers.setdefault(variant.weight, {})
            for n, weight in self._variant(variant, node).items():
                weights[n] = weights.get(n, 0.0) + weight
        return sorted(tiers.items(), key=lambda one: -one[0])

    def _variant(self, variant: Variant, node: OneOf) -> Mapping[int, float]:
        if len(variant.words) == 1 and node.within is None:
            return self._word_list(variant.words[0]).weights
        found = self._places(variant, node)
        return {n: sum(weight_in(field_of(one), 1) for one in places) for n, places in found.items() if places}

    def _places(self, variant: Variant, node: OneOf) -> dict[int, Sequence[int]]:
        """Where the words of a variant stand, in order, in the cases that have all of them."""
        lists = [self._word_list(word) for word in variant.words]
        rarest = min((one.weights for one in lists), key=len)
        cases = [n for n in rarest if all(n in one.weights for one in lists)]
        return {n: in_order([within(one.places(n), node.within) for one in lists]) for n in cases}

    def _close(self, parts: Sequence[OneOf], distance: int) -> Scores:
        """Cases in which the parts stand close, with what each part adds in them."""
        scores = [self.scores(part) for part in parts]
        found = [self._places_of(part) for part in parts]
        both = [n for n in scores[0] if _in_all(n, scores)]
        return {n: sum(one[n] for one in scores) for n in both if are_close([one[n] for one in found], distance)}

    def _places_of(self, part: OneOf) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for variant in part.variants:
            for n, places in self._places(variant, part).items():
                found.setdefault(n, []).extend(places)
        return {n: sorted(places) for n, places in found.items() if places}


def _in_all(n: int, found: Sequence[Scores]) -> bool:
    return all(n in one for one in found)
