"""What every search engine does: given documents and plans it answers ids and scores; all text comes from records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from kom_rulings.index.card import Card
from kom_rulings.index.fields import Document, Places
from kom_rulings.index.tree import Node
from kom_rulings.names import CaseId

#: Scores are compared to this many decimals, so that the order never depends on how they were added up.
_DECIMALS = 6


class Hit(NamedTuple):
    """A case that matches, with its score; a higher one is better."""

    case: CaseId
    score: float


class SearchEngine(Protocol):
    """An index of documents in one folder. Same documents, same plan: the same hits from every engine."""

    def build(self, documents: Iterable[Document]) -> None:
        """Make the index in its folder, which holds none yet."""

    def update(self, changed: Sequence[Document], removed: Sequence[CaseId]) -> None:
        """Replace documents and take others out; all of it or nothing."""

    def search(self, plan: Node, cards: Mapping[CaseId, Card]) -> list[Hit]:
        """Every matching case, best first; equal scores by id. Filters and references are matched on the cards."""

    def places(self, words: Iterable[str], cases: Sequence[CaseId]) -> Mapping[CaseId, Mapping[str, Places]]:
        """Where words stand in some cases; a word that is not there is left out."""

    def close(self) -> None:
        """Let go of open files."""


#: How an engine is opened on a folder.
OpenEngine = Callable[[Path], SearchEngine]


def ordered(hits: Iterable[tuple[CaseId, float]]) -> list[Hit]:
    """Best first; equal scores by id, so that the order never depends on chance."""
    return [Hit(case, -negative) for negative, case in sorted((-round(score, _DECIMALS), case) for case, score in hits)]
