"""Our query language, first version: what people type becomes a syntax tree; nothing typed is an error.

A space means AND, a comma or ELLER/OR means OR, quotes an exact phrase, ``-word`` or IKKE/NOT excludes, ``word*`` a
beginning, and a reference in any spelling finds that ruling. All other signs are read as spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kom_rulings.index.analysis import SECTION, SMALL_WORDS, tokens, words
from kom_rulings.records.case import Kind
from kom_rulings.references import Reference, find_references
from kom_rulings.references.pinpoint import ECHR_KINDS, pinpoint_at

_QUOTED = re.compile(r'"([^"]*)"?')
_PIECE = re.compile(
    r"(?P<lone>(?<!\S)-$)"
    rf"|(?P<minus>(?<!\S)-)?(?:(?P<comma>,)|(?P<section>{SECTION}\*?)|(?P<word>[^\s,§]+))"
)
_OR, _NOT, _AND = frozenset({"ELLER", "OR"}), frozenset({"IKKE", "NOT"}), frozenset({"OG", "AND"})


@dataclass(frozen=True)
class Word:
    """A word, and from four letters on also as a beginning, ranked lower. ``prefix``: as a beginning only.

    ``text`` is matched, ``typed`` is what was written, for telling how the query was read.
    """

    text: str
    prefix: bool = False
    typed: str = field(default="", compare=False)


@dataclass(frozen=True)
class Phrase:
    """Words that stand in this order, with nothing between them."""

    words: tuple[str, ...]
    typed: str = field(default="", compare=False)


@dataclass(frozen=True)
class Cited:
    """A reference: that ruling first, then those that cite it."""

    reference: Reference


@dataclass(frozen=True)
class OfKind:
    """Cases of one kind."""

    kind: Kind


@dataclass(frozen=True)
class InYear:
    """Cases with a ruling in one of the years, both included."""

    first: int
    last: int


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


Node = Word | Phrase | Cited | OfKind | InYear | Not | And | Or
EVERYTHING = And(())


def parse(text: str) -> Node:
    """Read what was typed; every text has a reading, and an empty one means every case."""
    alternatives = [_conjunction(group) for group in _groups(text)]
    alternatives = [node for node in alternatives if node != EVERYTHING]
    return _one(alternatives, Or)


def narrowed(node: Node, filters: Sequence[Node]) -> Node:
    """The query together with filters that were chosen beside it."""
    parts = node.parts if isinstance(node, And) else (node,)
    return _one([*parts, *filters], And)


def printed(node: Node) -> str:
    """Write a tree in normal form, as the answer tells how the query was read."""
    match node:
        case Word(text, prefix, typed):
            return f"{typed or text}*" if prefix else typed or text
        case Phrase(phrase, typed):
            return f'"{typed or " ".join(phrase)}"'
        case Cited(reference):
            return reference.text
        case OfKind(kind):
            return f"type:{kind}"
        case InYear(first, last):
            return f"år:{first}" if first == last else f"år:{first}-{last}"
        case Not(part):
            return f"-{printed(part)}"
        case And(parts):
            return " ".join(f"({printed(part)})" if isinstance(part, Or) else printed(part) for part in parts)
        case Or(parts):
            return ", ".join(printed(part) for part in parts)


def wanted_words(node: Node) -> list[Word | Phrase]:
    """The words and phrases that a hit may show, for picking its best paragraphs."""
    match node:
        case Word() | Phrase():
            return [node]
        case And(parts) | Or(parts):
            return [word for part in parts for word in wanted_words(part)]
        case _:
            return []


def cited_in(node: Node) -> list[Reference]:
    """The references that are asked for."""
    match node:
        case Cited(reference):
            return [reference]
        case And(parts) | Or(parts):
            return [reference for part in parts for reference in cited_in(part)]
        case _:
            return []


def _one(parts: Sequence[Node], join: type[And | Or]) -> Node:
    if not parts:
        return EVERYTHING
    return parts[0] if len(parts) == 1 else join(tuple(parts))


def _groups(text: str) -> Iterator[list[Node]]:
    """Split at commas and ELLER/OR; read the pieces of each group."""
    group: list[Node] = []
    exclude = False
    for piece in _pieces(text):
        if piece == ",":
            yield group
            group, exclude = [], False
        elif piece == "-":
            exclude = True
        elif not isinstance(piece, str):
            group += [Not(node) for node in piece] if exclude else piece
            exclude = False
    yield group


def _pieces(text: str) -> Iterator[list[Node] | str]:
    """Quotes first, since what stands in them is read as it is; then references; then signs and words."""
    end = 0
    for match in _QUOTED.finditer(text):
        yield from _unquoted(text, end, match.start())
        found = words(match[1])
        if found:
            yield [Phrase(tuple(found), " ".join(match[1].split()))]
        end = match.end()
    yield from _unquoted(text, end, len(text))


def _unquoted(text: str, start: int, stop: int) -> Iterator[list[Node] | str]:
    """References with their pinpoints, and between them signs and words."""
    for found in find_references(text[start:stop], typed=True):
        begin, end = start + found.start, start + found.end
        pinpoint = pinpoint_at(text, end, of_echr=found.reference.kind in ECHR_KINDS)
        end = pinpoint.end if pinpoint else end
        yield from _typed(text, start, begin)
        yield [Cited(found.reference)]
        text = text[:start] + " " * (end - start) + text[end:]
    yield from _typed(text, start, stop)


def _typed(text: str, start: int, stop: int) -> Iterator[list[Node] | str]:
    for match in _PIECE.finditer(text, start, stop):
        if match["minus"] or match["lone"]:
            yield "-"
        if match["comma"]:
            yield ","
        elif match["section"] or match["word"]:
            yield _word(match["section"] or match["word"])


def _word(text: str) -> list[Node] | str:
    """An operator, or the words that a typed word is made of; joined by hyphens they are a phrase (au-pair)."""
    if text in _OR:
        return ","
    if text in _NOT:
        return "-"
    found = [] if text in _AND else list(tokens(text))
    if len(found) > 1 and "-" in text and not text.endswith("*"):
        return [Phrase(tuple(token.text for token in found), text)]
    return [Word(token.text, set(text[token.end :]) == {"*"}, text[token.start : token.end]) for token in found]


def _conjunction(group: Sequence[Node]) -> Node:
    """AND of a group, without the small words that tell nothing, unless there is nothing else."""
    telling = [node for node in group if not (isinstance(node, Word) and node.text in SMALL_WORDS)]
    return _one(telling or group, And)
