"""The syntax tree of a query, as people mean it, and the plan for engines: the same, with words spelled out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from kom_rulings.references import Reference

#: How a typed word is matched: as itself and in its forms, or as a part that stars or a tilde ask for.
Way = Literal["forms", "beginning", "ending", "inside", "near"]
#: Where the words of a case stand; the order is that of their places (see ``passages``).
FieldName = Literal["title", "keywords", "legal_points", "facts", "summary", "text"]
#: Why a form is searched along with the word that was typed, nearest first.
How = Literal["whole", "lemma", "family", "beginning", "part", "translation", "spelling"]


@dataclass(frozen=True)
class Word:
    """A word in one field or in all. ``text`` is matched, ``typed`` is what was written, for telling the reading."""

    text: str
    way: Way = "forms"
    within: FieldName | None = None
    typed: str = field(default="", compare=False)


@dataclass(frozen=True)
class Phrase:
    """Words that stand in this order with nothing between them: no other forms, small words kept."""

    words: tuple[str, ...]
    within: FieldName | None = None
    typed: str = field(default="", compare=False)


@dataclass(frozen=True)
class Near:
    """Words or phrases in the same paragraph, at most so many words apart, in any order."""

    parts: tuple[Word | Phrase, ...]
    distance: int


@dataclass(frozen=True)
class Cited:
    """A reference: that ruling first, then those that cite it."""

    reference: Reference


@dataclass(frozen=True)
class Filter:
    """Cases, or rulings of theirs, with one of the values, or with a number from ``low`` to ``high``, both included."""

    key: str
    values: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    typed: str = field(default="", compare=False)


@dataclass(frozen=True)
class Variant:
    """A word as it stands in the texts, or several in their order, and how much of the typed word it weighs."""

    words: tuple[str, ...]
    weight: float = 1.0
    how: How = "whole"


@dataclass(frozen=True)
class OneOf:
    """Part of a plan: at least one of the variants, in one field or in all; ``typed`` is what they stand for."""

    variants: tuple[Variant, ...]
    within: FieldName | None = None
    typed: str = field(default="", compare=False)


@dataclass(frozen=True)
class Close:
    """Part of a plan: every part in the same paragraph, at most so many words apart."""

    parts: tuple[OneOf, ...]
    distance: int


@dataclass(frozen=True)
class SameRuling:
    """Part of a plan: filters that one and the same ruling of the case satisfies."""

    filters: tuple[Filter, ...]


@dataclass(frozen=True)
class AtLeast:
    """Part of a plan: so many of the parts; the more the better."""

    parts: tuple[Node, ...]
    number: int


@dataclass(frozen=True)
class Not:
    """Cases that the part does not match."""

    part: Node


@dataclass(frozen=True)
class And:
    """Cases that every part matches; with no part, every case."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Or:
    """Cases that at least one part matches."""

    parts: tuple[Node, ...]


Typed = Word | Phrase | Near | Cited | Filter
Planned = OneOf | Close | SameRuling | AtLeast
Node = Typed | Planned | Not | And | Or
EVERYTHING: Final = And(())


def joined(parts: list[Node], join: type[And | Or]) -> Node:
    """One part as itself, several as one node, none as everything."""
    if not parts:
        return EVERYTHING
    return parts[0] if len(parts) == 1 else join(tuple(parts))


def conjuncts(node: Node) -> tuple[Node, ...]:
    """What all must hold: the parts of an AND, or the node itself."""
    return node.parts if isinstance(node, And) else (node,)


def asked_for(node: Node) -> Iterator[Node]:
    """The leaves that a case is wanted for, not those that are excluded."""
    match node:
        case And(parts) | Or(parts) | AtLeast(parts):
            for part in parts:
                yield from asked_for(part)
        case Not():
            return
        case _:
            yield node
