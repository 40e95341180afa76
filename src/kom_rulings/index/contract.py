"""What every search engine does: given documents and trees it answers ids and scores; all text comes from records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from kom_rulings.index.fields import Document
from kom_rulings.index.query import Node
from kom_rulings.names import CaseId


class Hit(NamedTuple):
    """A case that matches; a higher score is better, scores of two engines cannot be compared."""

    case: CaseId
    score: float


class SearchEngine(Protocol):
    """An index of documents in one folder. Same documents, same tree: the same set of cases from every engine."""

    def build(self, documents: Iterable[Document]) -> None:
        """Make the index in its folder, which is empty."""

    def update(self, changed: Sequence[Document], removed: Sequence[CaseId]) -> None:
        """Replace documents and take others out; all of it or nothing."""

    def search(self, query: Node) -> list[Hit]:
        """Every matching case, best first; equal scores by id."""

    def suggest(self, word: str, limit: int = 3) -> list[str]:
        """Words of the index that are spelled much like this one, nearest first."""

    def close(self) -> None:
        """Let go of open files."""


#: How an engine is opened on a folder.
OpenEngine = Callable[[Path], SearchEngine]


def ordered(hits: Iterable[Hit]) -> list[Hit]:
    """Best first; equal scores by id, so that the order never depends on chance."""
    return sorted(hits, key=lambda hit: (-hit.score, hit.case))
