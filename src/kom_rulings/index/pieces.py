"""The first half of reading a query: what was typed becomes pieces – words, phrases, references, filters, signs.

Every sign has a reading: what is no sign of the language where it stands is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from kom_rulings.index.analysis import SECTION, SMALL_WORDS, folded, tokens, words
from kom_rulings.index.notes import Note
from kom_rulings.index.search_fields import FIELD_OF, SearchField
from kom_rulings.index.tree import Cited, Filter, Node, Phrase, Way, Word
from kom_rulings.references import find_references
from kom_rulings.references.pinpoint import ECHR_KINDS, pinpoint_at
from kom_rulings.references.reference import Found
from kom_rulings.wording import N_

#: More than this is not read: nobody types it, and who pastes a page looks for its first words.
LONGEST: Final = 10_000
MOST_WORDS: Final = 200
NEAR_DISTANCE: Final = 10
FARTHEST: Final = 100

_QUOTES: Final = str.maketrans("“”„«»", '"""""')
_OPERATOR: Final = re.compile(
    r"(?P<near>(?:NEAR|NÆR)(?:/(?P<distance>\d{1,4}))?|(?:near|nær)/(?P<small>\d{1,4}))(?=\s|\(|\"|$)"
    r"|(?P<or>ELLER|OR)(?=\s|,|\(|\)|\"|$)|(?P<not>IKKE|IKKJE|NOT)(?=\s|,|\(|\)|\"|$)"
    r"|(?P<and>OG|AND)(?=\s|,|\(|\)|\"|$)"
)
_FIELD: Final = re.compile(r"(?P<name>[^\W\d_]+):[ \t]*(?=\S)")
_BARE: Final = re.compile(r'[^\s,()"]+')
_QUOTED: Final = re.compile(r'"([^"]*)"?')
_GROUP: Final = re.compile(r"\(([^()]*)\)?")
_SECTION: Final = re.compile(rf"{SECTION}\*?")
_WILD: Final = re.compile(r"(?P<before>\**)(?P<word>.*?)(?P<after>\**)(?P<near>~\d?)?", re.DOTALL)
_SIGNS: Final = {"(": "open", ")": "close", ",": "or"}
_NUMBER: Final = r"[<>=]{0,2}[ \t]*\d[\d.,]*(?:[ \t]*(?:\.\.|[-\u2010-\u2015])[ \t]*\d[\d.,-]*)?"
#: What belongs to the value of a field beyond the next space.
_LONGER: Final = {
    key: re.compile(rf'(?:{pattern})(?=[\s,()"]|$)')
    for key, pattern in {
        "law": r"(?:[^\W\d]+\.?[ \t]+){0,2}(?:\d{4}[ \t]+)?(?:§§?|art(?:ikkel|icle|\.)?)[ \t]*"
        r"\d+(?:-\d+)?(?:[ \t][a-h]\b)?",
        "sentence": rf"{_NUMBER}(?:[ \t]*(?:år|years?|måned(?:er)?|mnd|months?|uker?|weeks?|dag(?:er)?|days?)\b)?",
        "redress": r"[<>=]{0,2}[ \t]*\d{1,3}(?:[ \u00a0]\d{3})+",
        "date": r"[<>=]{0,2}[ \t]*[\d.-]*\d[-\u2010-\u2015.]*\d*[\d.-]*",
    }.items()
}

Sign = Literal["open", "close", "or", "not", "near", "and"]


@dataclass(frozen=True)
class Piece:
    """A sign of the language, or nodes that belong together; ``word`` is an operator in small letters, perhaps."""

    sign: Sign | None = None
    nodes: tuple[Node, ...] = ()
    distance: int = NEAR_DISTANCE
    word: str = ""

    @property
    def tells(self) -> bool:
        """Whether it is something to look for that tells rulings apart."""
        return any(not isinstance(node, Word) or node.text not in SMALL_WORDS for node in self.nodes)


class Pieces:
    """Reads one query from left to right; ``notes`` tells what could not be read as it was typed."""

    def __init__(self, text: str) -> None:
        self.notes: list[Note] = []
        self._text = text[:LONGEST].translate(_QUOTES)
        self._at = 0
        self._references = {found.start: found for found in find_references(self._text, typed=True)}
        if len(text) > LONGEST:
            self.notes.append(_too_long())

    def read(self) -> list[Piece]:
        """All pieces, with operators in small letters resolved."""
        pieces: list[Piece] = []
        left = MOST_WORDS
        for piece in self._pieces():
            pieces.append(replace(piece, nodes=piece.nodes[:left]))
            left -= len(piece.nodes)
            if left < 0:
                self.notes.append(_too_long())
                break
        return _resolved(pieces)

    def _pieces(self) -> Iterator[Piece]:
        while self._at < len(self._text):
            sign = self._text[self._at]
            if sign.isspace():
                self._at += 1
            elif sign == '"':
                yield from self._phrase(None)
            elif self._at in self._references:
                yield self._reference(self._references[self._at])
            elif sign in _SIGNS:
                self._at += 1
                yield Piece(_SIGNS[sign])  # type: ignore[arg-type]
            else:
                yield from self._word_like(sign)

    def _word_like(self, sign: str) -> Iterator[Piece]:
        operator = _OPERATOR.match(self._text, self._at)
        named = _FIELD.match(self._text, self._at)
        if sign == "-":
            yield from self._minus()
        elif operator:
            self._at = operator.end()
            yield _operator(operator)
        elif named and folded(named["name"]) in FIELD_OF:
            self._at = named.end()
            yield from self._field(FIELD_OF[folded(named["name"])], named["name"])
        else:
            yield from self._word()

    def _minus(self) -> Iterator[Piece]:
        """A minus before a word excludes it; alone, or within words, it is nothing."""
        before = self._text[self._at - 1] if self._at else " "
        after = self._text[self._at + 1 : self._at + 2]
        self._at += 1
        if (before.isspace() or before in '-(,"') and after and not after.isspace():
            yield Piece("not")

    def _phrase(self, search_field: SearchField | None) -> Iterator[Piece]:
        match = _QUOTED.match(self._text, self._at)
        assert match is not None
        self._at = match.end()
        found = words(match[1])
        if found:
            where = search_field.text if search_field else None
            yield Piece(nodes=(Phrase(tuple(found), where, " ".join(match[1].split())),))

    def _reference(self, found: Found) -> Piece:
        pinpoint = pinpoint_at(self._text, found.end, of_echr=found.reference.kind in ECHR_KINDS)
        self._at = pinpoint.end if pinpoint else found.end
        return Piece(nodes=(Cited(found.reference),))

    def _word(self) -> Iterator[Piece]:
        end = min([start for start in self._references if start > self._at] or [len(self._text)])
        match = _SECTION.match(self._text, self._at) or _BARE.match(self._text, self._at, end)
        assert match is not None
        self._at = match.end()
        nodes = typed_words(match[0])
        if nodes:
            yield Piece(nodes=nodes, word=match[0].casefold())

    def _field(self, search_field: SearchField, name: str) -> Iterator[Piece]:
        """A filter, or words of one field; a value that the field cannot have is searched as words."""
        group = _GROUP.match(self._text, self._at)
        if search_field.read is None:
            yield from self._in_field(search_field, group)
            return
        start = self._at
        typed = [one.strip() for one in group[1].split(",")] if group else [self._value(search_field)]
        self._at = group.end() if group else self._at
        filters = [one for one in (_filter(search_field, value) for value in typed if value) if one]
        if filters and len(filters) == sum(map(bool, typed)):
            yield from _alternatives(filters)
            return
        message = N_("“{name}:{value}” is no filter that is known, and was searched as words.")
        self.notes.append(Note(message, {"name": name, "value": ", ".join(typed)}))
        # What stands behind the name is read as if it stood alone.
        self._at = start

    def _in_field(self, search_field: SearchField, group: re.Match[str] | None) -> Iterator[Piece]:
        if group:
            self._at = group.end()
            pieces = Pieces(group[1]).read()
            yield from (Piece("open"), *(_placed(piece, search_field) for piece in pieces), Piece("close"))
        elif self._text[self._at] == '"':
            yield from self._phrase(search_field)
        else:
            yield from (_placed(piece, search_field) for piece in self._word_or_nothing())

    def _word_or_nothing(self) -> Iterator[Piece]:
        if _BARE.match(self._text, self._at):
            yield from self._word()

    def _value(self, search_field: SearchField) -> str:
        """The text of a value: in quotes, as long as the field allows, or to the next space."""
        found = self._references.get(self._at)
        if self._text[self._at] == '"':
            match = _QUOTED.match(self._text, self._at)
        elif found and search_field.key in ("cites", "reference"):
            self._at = found.end
            return self._text[found.start : found.end]
        else:
            longer = _LONGER.get(search_field.key)
            match = (longer.match(self._text, self._at) if longer else None) or _BARE.match(self._text, self._at)
        if match is None:
            return ""
        self._at = match.end()
        return match[1] if match.lastindex else match[0]


def typed_words(text: str) -> tuple[Node, ...]:
    """The words that a typed word is made of; joined by hyphens they are a phrase (au-pair)."""
    wild = _WILD.fullmatch(text)
    assert wild is not None
    found = list(tokens(wild["word"]))
    if len(found) > 1 and "-" in wild["word"] and not (wild["before"] or wild["after"] or wild["near"]):
        return (Phrase(tuple(token.text for token in found), None, wild["word"]),)
    references = {one.start: one.reference for one in find_references(wild["word"])}
    return tuple(
        Cited(references[token.start])
        if token.start in references
        else Word(token.text, _way_of(n, len(found), wild), typed=wild["word"][token.start : token.end])
        for n, token in enumerate(found)
    )


def _way_of(n: int, of: int, wild: re.Match[str]) -> Way:
    """Stars before belong to the first of the words, stars and tilde behind to the last."""
    before, last = wild["before"] and n == 0, n == of - 1
    if before:
        return "inside" if wild["after"] and last else "ending"
    return "forms" if not last else "beginning" if wild["after"] else "near" if wild["near"] else "forms"


def _filter(search_field: SearchField, typed: str) -> Filter | None:
    reading = search_field.read(typed) if search_field.read else None
    if reading is None:
        return None
    values, low, high = reading
    return Filter(search_field.key, values, low, high, f"{search_field.names[0]}:{typed}")


def _alternatives(filters: Sequence[Filter]) -> Iterator[Piece]:
    yield Piece("open")
    for one in filters:
        yield from (Piece(nodes=(one,)), Piece("or"))
    yield Piece("close")


def _placed(piece: Piece, search_field: SearchField) -> Piece:
    """The words and phrases of a piece, to be searched in one field only."""
    nodes = tuple(_in(node, search_field) for node in piece.nodes)
    return replace(piece, nodes=nodes, word="")


def _in(node: Node, search_field: SearchField) -> Node:
    return replace(node, within=search_field.text) if isinstance(node, Word | Phrase) else node


def _operator(match: re.Match[str]) -> Piece:
    if match["near"]:
        distance = int(match["distance"] or match["small"] or NEAR_DISTANCE)
        return Piece("near", distance=max(1, min(distance, FARTHEST)))
    return Piece("or" if match["or"] else "not" if match["not"] else "and")


def _resolved(pieces: list[Piece]) -> list[Piece]:
    """Read “eller”, “ikke”, “or” and “not” in small letters as operators where they stand between telling words."""
    small = {"eller": "or", "or": "or", "ikke": "not", "ikkje": "not", "not": "not"}
    resolved = list(pieces)
    for n in range(1, len(pieces) - 1):
        if pieces[n].word in small and pieces[n - 1].tells and pieces[n + 1].tells:
            resolved[n] = Piece(small[pieces[n].word])  # type: ignore[arg-type]
    return resolved


def _too_long() -> Note:
    return Note(N_("The query is very long; only its beginning was read."))
