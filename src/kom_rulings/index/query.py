"""Our query language: what people type becomes a syntax tree, and a tree is printed back in normal form.

::

    query       = group { ("," | ELLER | OR) group }            at least one of the groups
    group       = { [ "-" | IKKE | NOT ] near }                 all of them, without those excluded; OG and AND may
                                                                stand between
    near        = part { (NEAR | NÆR)["/" number] part }        in one paragraph, so many words apart
    part        = "(" query ")" | reference | field | phrase | word
    field       = name ":" ( value | phrase | "(" values ")" )  names and values in ``search_fields``
    phrase      = '"' words '"'                                 exactly so
    word        = ["*"] letters ["*" | "~"]

Nothing typed is an error: a bracket that is not closed ends with the text, a sign that means nothing where it stands
is passed over, and small words are left out unless there is nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from kom_rulings.index.analysis import SMALL_WORDS
from kom_rulings.index.notes import Note
from kom_rulings.index.pieces import NEAR_DISTANCE, Piece, Pieces
from kom_rulings.index.search_fields import SEARCH_FIELDS
from kom_rulings.index.tree import EVERYTHING, And, Cited, Filter, Near, Node, Not, Or, Phrase, Word, joined
from kom_rulings.wording import Language

#: Brackets within brackets beyond this depth are passed over.
DEEPEST: Final = 25
#: Signs that mean nothing by themselves where a part may begin; “not” is remembered for the part that follows.
_PASSED_OVER: Final = frozenset({"not", "and", "near", "close"})
_OPERATORS: Final = frozenset({"og", "and", "eller", "or", "ikke", "ikkje", "not", "near", "nær"})
#: Written between parts that would else be read together: “HR-2017-1124 OG a”.
_AND: Final[dict[Language, str]] = {"nb": "OG", "en": "AND"}
_NAMES: Final[dict[Language, int]] = {"nb": 0, "en": 1}
_NAMES_OF: Final = {one.names[0]: one.names for one in SEARCH_FIELDS}


class Reading(NamedTuple):
    """A query as it was read, and what is to be told about the reading."""

    node: Node
    notes: tuple[Note, ...]


def read(text: str) -> Reading:
    """Read what was typed; every text has a reading, and an empty one means every case."""
    pieces = Pieces(text)
    node = _Reader(pieces.read()).query(0)
    return Reading(node, tuple(pieces.notes))


def parse(text: str) -> Node:
    """The tree of what was typed."""
    return read(text).node


def narrowed(node: Node, filters: Sequence[Node]) -> Node:
    """The query together with filters that were chosen beside it."""
    return _all([node, *filters])


class _Reader:
    """Recursive descent over the pieces; every method leaves ``_at`` behind what it has read."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._at = 0

    def query(self, depth: int) -> Node:
        """Groups up to the end or, inside a bracket, to where it closes."""
        groups = [self._group(depth)]
        while self._sign() == "or":
            self._at += 1
            groups.append(self._group(depth))
        return _any([one for one in groups if one != EVERYTHING])

    def _group(self, depth: int) -> Node:
        parts: list[Node] = []
        exclude = False
        while self._at < len(self._pieces) and self._sign() != "or" and not (depth and self._sign() == "close"):
            if self._sign() in _PASSED_OVER:
                exclude = exclude or self._sign() == "not"
                self._at += 1
                continue
            found = [node for node in self._near(depth) if node != EVERYTHING]
            parts += [Not(node) for node in found] if exclude else found
            exclude = exclude and not found
        return _all(parts)

    def _near(self, depth: int) -> Sequence[Node]:
        """A part, or several with NEAR between them; it joins words and phrases, between others it is passed over."""
        chain, distance = [self._part(depth)], 0
        while self._next_is_near():
            distance = max(distance, self._pieces[self._at].distance)
            self._at += 1
            chain.append(self._part(depth))
        leaves = [node for nodes in chain if len(nodes) == 1 for node in nodes if isinstance(node, Word | Phrase)]
        if len(leaves) == len(chain) > 1:
            return (Near(tuple(leaves), distance),)
        return tuple(node for nodes in chain for node in nodes)

    def _sign(self) -> str | None:
        return self._pieces[self._at].sign if self._at < len(self._pieces) else None

    def _next_is_near(self) -> bool:
        upcoming = [piece.sign for piece in self._pieces[self._at : self._at + 2]]
        return upcoming[:1] == ["near"] and len(upcoming) > 1 and upcoming[1] is None

    def _part(self, depth: int) -> tuple[Node, ...]:
        piece = self._pieces[self._at]
        self._at += 1
        if piece.sign != "open":
            return piece.nodes
        if depth >= DEEPEST:
            return ()
        node = self.query(depth + 1)
        self._at += 1
        return (node,)


def _is_small(part: Node) -> bool:
    return isinstance(part, Word) and part.way == "forms" and part.within is None and part.text in SMALL_WORDS


def _all(parts: Sequence[Node]) -> Node:
    """All of the parts, without the small words that tell nothing, unless there is nothing else."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    return joined([part for part in flat if not _is_small(part)] or flat, And)


def _any(parts: Sequence[Node]) -> Node:
    return joined([inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,))], Or)


def printed(node: Node, language: Language = "nb") -> str:
    """Write a tree in normal form, as the answer tells how the query was read."""
    match node:
        case Word():
            return _in_field(node, _word(node), language)
        case Phrase(words, _, typed):
            return _in_field(node, f'"{typed or " ".join(words)}"', language)
        case Near(parts, distance):
            sign = "NEAR" if distance == NEAR_DISTANCE else f"NEAR/{distance}"
            return f" {sign} ".join(printed(part, language) for part in parts)
        case Cited(reference):
            return reference.text
        case Filter():
            return _filter(node, language)
        case Not(part):
            text = printed(part, language)
            return f"-({text})" if isinstance(part, And | Or | Not | Near) else f"-{text}"
        case And(parts):
            text = " ".join(_bracketed(part, language) for part in parts)
            return text if parse(text) == node else f" {_AND[language]} ".join(_bracketed(p, language) for p in parts)
        case Or(parts):
            return ", ".join(printed(part, language) for part in parts)
        case _:
            raise TypeError(node)


def _word(node: Word) -> str:
    text = node.typed or node.text
    text = text.lower() if text.lower() in _OPERATORS else text
    before = "*" if node.way in ("ending", "inside") else ""
    after = {"beginning": "*", "inside": "*", "near": "~"}.get(node.way, "")
    return f"{before}{text}{after}"


def _in_field(node: Word | Phrase, text: str, language: Language) -> str:
    name = next((one.names[_NAMES[language]] for one in SEARCH_FIELDS if node.within and one.text == node.within), "")
    return f"{name}:{text}" if name else text


def _filter(node: Filter, language: Language) -> str:
    """A filter as it was typed, with the name of the field in the reader's language."""
    name, _, value = node.typed.partition(":")
    quoted = f'"{value}"' if any(sign in value for sign in ' ,()\t\u00a0"') else value
    return f"{_NAMES_OF[name][_NAMES[language]]}:{quoted}"


def _bracketed(part: Node, language: Language) -> str:
    text = printed(part, language)
    return f"({text})" if isinstance(part, Or) else text
