"""A search over an open index: strict hits, then rulings that lack a word, and what to tell where there are none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kom_rulings.index.analysis import folded
from kom_rulings.index.card import Card
from kom_rulings.index.catalogue import Catalogue
from kom_rulings.index.contract import Hit, SearchEngine
from kom_rulings.index.expansion import Added, Expander, Split
from kom_rulings.index.facets import FacetCounter
from kom_rulings.index.filters import is_own
from kom_rulings.index.found import Blame, Found, Sort, Wish
from kom_rulings.index.notes import Note
from kom_rulings.index.query import narrowed, read
from kom_rulings.index.tree import EVERYTHING, And, AtLeast, Cited, Node, Or, asked_for, conjuncts, joined
from kom_rulings.index.units import is_fixed, units
from kom_rulings.names import CaseId
from kom_rulings.references import Reference
from kom_rulings.wording import N_

#: Where fewer rulings than this hold every word, those that lack one or more follow.
_FEW: Final = 5
_FAR_BEHIND: Final = 0.2


@dataclass(frozen=True)
class Searcher:
    """An open index; ``split`` takes typed compounds apart that stand in no text."""

    engine: SearchEngine
    catalogue: Catalogue
    split: Split

    @cached_property
    def cards(self) -> Mapping[CaseId, Card]:
        """Every card."""
        return self.catalogue.cards()

    @cached_property
    def _counter(self) -> FacetCounter:
        return FacetCounter(self.cards)

    @cached_property
    def times_cited(self) -> Mapping[CaseId, int]:
        """How many other cases cite each case."""
        counts = dict.fromkeys(self.cards, 0)
        for card in self.cards.values():
            cited = {case for case in map(self.cited_case, card.cites) if case is not None}
            for case in cited - {card.case}:
                counts[case] += 1
        return counts

    def cites(self, case: CaseId) -> list[tuple[Reference, CaseId | None]]:
        """What a case cites in its record, summaries and full texts, each with its own case where that is recorded."""
        cited = self.cards[case].cites if case in self.cards else ()
        return [(one, self.cited_case(one)) for one in cited]

    def cited_by(self, case: CaseId) -> list[CaseId]:
        """The cases that cite a case."""
        others = (card for card in self.cards.values() if card.case != case)
        return [card.case for card in others if any(self.cited_case(one) == case for one in card.cites)]

    @cached_property
    def _case_of(self) -> Mapping[Reference, CaseId]:
        return {one: card.case for card in self.cards.values() for one in card.references}

    def cited_case(self, reference: Reference) -> CaseId | None:
        """The case that a reference is of; another number at its end is another ruling."""
        return self._case_of.get(reference)

    def search(self, wish: Wish) -> Found:
        """Search as wished."""
        reading = read(wish.text)
        node = narrowed(reading.node, wish.filters)
        expander = Expander(self.catalogue, self.split, wish.exact, frozenset(folded(one) for one in wish.without))
        plan = expander.plan(node)
        if wish.like:
            plan = joined([wish.like.plan, *conjuncts(plan)], And)
        strict = self.engine.search(plan, self.cards)
        strict = _not_far_behind(strict) if wish.like else strict
        partial = self._partial(plan, strict) if len(strict) < _FEW and not wish.like else []
        named = self._named(plan, strict)
        partial = [*named, *(hit for hit in partial if hit not in named)]
        return Found(
            wish=wish,
            node=node,
            plan=plan,
            strict=self._sorted(strict, wish.sort),
            partial=self._sorted(partial, wish.sort),
            named=frozenset(hit.case for hit in named),
            added=tuple(expander.added),
            blamed=() if strict else tuple(self._blamed(node, expander)),
            notes=(*reading.notes, *_said(node, wish, expander.added)),
            counter=lambda: self._counter,
        )

    def _partial(self, plan: Node, strict: Sequence[Hit]) -> list[Hit]:
        """Cases that hold at least a third of the words, and pass every filter, but for those far behind the best."""
        parts = [one for part in conjuncts(plan) for one in units(part)]
        wanted = tuple(part for part in parts if not is_fixed(part))
        if len(wanted) < 2:  # noqa: PLR2004 - of one word nothing can be lacking
            return []
        fixed = [part for part in parts if is_fixed(part)]
        loose = joined([*fixed, AtLeast(wanted, -(-len(wanted) // 3))], And)
        found = {hit.case for hit in strict}
        hits = [hit for hit in self.engine.search(loose, self.cards) if hit.case not in found]
        return _not_far_behind(hits)

    def _named(self, plan: Node, strict: Sequence[Hit]) -> list[Hit]:
        """Rulings whose reference was typed among words that they lack; what the filters leave out stays out."""
        parts = conjuncts(plan)
        typed = [one for part in parts for one in asked_for(part) if isinstance(one, Cited)]
        if len(parts) == 1 or not typed:
            return []
        own = joined([*(part for part in parts if is_fixed(part)), Or(tuple(typed))], And)
        found = {hit.case for hit in strict}
        hits = (hit for hit in self.engine.search(own, self.cards) if hit.case not in found)
        return [hit for hit in hits if any(is_own(self.cards[hit.case], one) for one in typed)]

    def _blamed(self, node: Node, expander: Expander) -> Iterable[Blame]:
        """The parts of a query without hits that killed it: without each of them there are some."""
        parts = conjuncts(node)
        for part in parts:
            rest = expander.plan(joined([one for one in parts if one is not part], And))
            hits = len(self.engine.search(rest, self.cards))
            if hits:
                yield Blame(part, hits)

    def _sorted(self, hits: Sequence[Hit], sort: Sort) -> tuple[Hit, ...]:
        if sort == "relevance" and any(hit.score for hit in hits):
            return tuple(hits)
        cards = self.cards
        key = {
            "date": lambda hit: -cards[hit.case].latest,
            "sentence": lambda hit: -cards[hit.case].longest_sentence,
            "cited": lambda hit: -self.times_cited[hit.case],
        }
        # Where filters alone were typed, nothing ranks the hits but their date.
        by = "date" if sort == "relevance" else sort
        return tuple(sorted(hits, key=key[by]))


def _not_far_behind(hits: Sequence[Hit]) -> list[Hit]:
    return [hit for hit in hits if hit.score >= _FAR_BEHIND * hits[0].score]


def _said(node: Node, wish: Wish, added: Sequence[Added]) -> Iterable[Note]:
    for one in added:
        near = one.written("spelling")
        if near:
            yield Note(N_("“{typed}” stands in no ruling. Did you mean {nearest}?"), _meant(one.typed, near))
    if node == EVERYTHING and wish.text.strip():
        yield Note(N_("Nothing in the query can be searched for, so every case is shown."))


def _meant(typed: str, near: Sequence[str]) -> dict[str, object]:
    return {"typed": typed, "nearest": ", ".join(near)}
