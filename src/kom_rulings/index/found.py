"""What is asked of a search, and what it found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from kom_rulings.index.contract import Hit
from kom_rulings.index.expansion import Added
from kom_rulings.index.facets import FacetCounter
from kom_rulings.index.notes import Note
from kom_rulings.index.query import printed
from kom_rulings.index.tree import And, Node, conjuncts, joined
from kom_rulings.index.units import is_filter
from kom_rulings.names import CaseId
from kom_rulings.wording import N_, Language, wording

Sort = Literal["relevance", "date", "sentence", "cited"]
SORTS: Final[tuple[Sort, ...]] = ("relevance", "date", "sentence", "cited")
_LIKE: Final = N_("cases like {case}")


@dataclass(frozen=True)
class Like:
    """A case that others are to be like, and the plan that finds them."""

    case: CaseId
    plan: Node


@dataclass(frozen=True)
class Wish:
    """What is asked for: the text, filters chosen beside it, how to search and sort, or a case to be like."""

    text: str
    filters: tuple[Node, ...] = ()
    exact: bool = False
    without: tuple[str, ...] = ()
    sort: Sort = "relevance"
    like: Like | None = None


@dataclass(frozen=True)
class Blame:
    """A part of a query without which there would be so many hits."""

    part: Node
    hits: int


@dataclass(frozen=True)
class Found:
    """What a search found: hits that hold everything, and those that lack something, both in order."""

    wish: Wish
    node: Node
    plan: Node
    strict: tuple[Hit, ...]
    partial: tuple[Hit, ...]
    named: frozenset[CaseId]
    added: tuple[Added, ...]
    blamed: tuple[Blame, ...]
    notes: tuple[Note, ...]
    counter: Callable[[], FacetCounter]

    @cached_property
    def facets(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        """What the strict hits, or where there are none the others, can be narrowed by."""
        return self.counter().count([hit.case for hit in self.strict or self.partial], self.node)

    @property
    def shown(self) -> list[tuple[Hit, bool]]:
        """Hits in the order that they are shown, each with whether it lacks something.

        Rulings whose reference was typed come first, even where they lack other words.
        """
        hits = [(hit, False) for hit in self.strict] + [(hit, True) for hit in self.partial]
        return sorted(hits, key=lambda one: one[0].case not in self.named)

    def read_as(self, language: Language) -> str:
        """The query in normal form."""
        text = printed(self.node, language)
        return f"{wording(language)(_LIKE, case=self.wish.like.case)} {text}".strip() if self.wish.like else text

    def part_text(self, part: Node, language: Language) -> str:
        """A part of the query in normal form."""
        return printed(part, language)

    def active_filters(self, language: Language) -> list[tuple[str, str]]:
        """Each filter of the query, and the query without it."""
        parts = conjuncts(self.node)
        filters = [part for part in parts if is_filter(part)]
        rest = {one: joined([part for part in parts if part is not one], And) for one in filters}
        return [(printed(one, language), printed(left, language)) for one, left in rest.items()]
