"""A text as it is read for what may tell who somebody is: its disguises taken off, and every sign's place kept."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple
from urllib.parse import unquote

from kom_rulings.privacy.capital_words import Word, words_in
from kom_rulings.privacy.known_names import KnownNames
from kom_rulings.references import find_references

#: What may read as something else: entities, percent signs of addresses, loose accents, signs beyond ASCII.
_ODD: Final = re.compile(
    r"&(?:amp;){0,3}(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|(?:%[0-9A-Fa-f]{2}){1,12}|[A-Za-z][\u0300-\u036f]{1,4}|[\t\r\f\v\u0080-\U0010ffff]"
)
_WEB: Final = re.compile(
    r"(?i:https?://|www\.)[^\s<>\"'|]{1,2000}"
    r"|(?<![\w.@/-])10\.\d{4,9}/[^\s<>\"']{1,300}"
    r"|(?<![\w.@/-])(?:[A-Za-z0-9-]{1,40}\.){1,4}[a-z]{2,10}/[^\s<>\"']{1,500}"
)
_SENTENCE_END: Final = re.compile(r"(?<=[a-zæøåß\d)»”\"][.!?])[\s»”\"]{1,9}(?=[A-ZÆØÅ«“\"])|\n\s{0,9}\n")
_LIKE_SPACE, _LIKE_NOTHING, _LIKE_HYPHEN = frozenset({"Zs", "Zl", "Zp"}), frozenset({"Cf", "Cc"}), frozenset({"Pd"})
_MINUS: Final = "\u2212"


class Span(NamedTuple):
    """From ``start`` up to ``end`` in the text as it is read."""

    start: int
    end: int


class _Piece(NamedTuple):
    """A part of the text as it is read, and where it stands in the text as it is."""

    text: str
    start: int
    end: int
    verbatim: bool


@dataclass(frozen=True)
class Reading:
    """The text as a reader sees it; ``place`` leads back to the text as it is."""

    text: str
    known: KnownNames
    _starts: Sequence[int]
    _pieces: Sequence[_Piece]

    @classmethod
    def of(cls, text: str, known: KnownNames) -> Reading:
        """Read a text: entities and percent signs are resolved, every space, dash and digit is the plain one."""
        pieces = list(_pieces(text))
        starts, length = [], 0
        for piece in pieces:
            starts.append(length)
            length += len(piece.text)
        return cls("".join(piece.text for piece in pieces), known, starts, pieces)

    def place(self, span: Span) -> Span:
        """The place in the text as it is."""
        first, last = self._origin(span.start), self._origin(span.end - 1)
        return Span(first.start, last.end)

    def _origin(self, at: int) -> Span:
        number = bisect_right(self._starts, at) - 1
        piece = self._pieces[number]
        if not piece.verbatim:
            return Span(piece.start, piece.end)
        start = piece.start + at - self._starts[number]
        return Span(start, start + 1)

    @cached_property
    def words(self) -> Sequence[Word]:
        """The words, with what each may be."""
        return words_in(self.text, self.known)

    @cached_property
    def web_addresses(self) -> Spans:
        """Web addresses and digital object identifiers."""
        return Spans([Span(*match.span()) for match in _WEB.finditer(self.text)])

    @cached_property
    def references(self) -> Spans:
        """References to rulings."""
        return Spans([Span(found.start, found.end) for found in find_references(self.text)])

    def in_reference_or_address(self, start: int, end: int) -> bool:
        """Tell whether a place lies in a reference or in a web address."""
        return self.references.meet(start, end) or self.web_addresses.meet(start, end)

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """The sentences, as far as full stops and empty lines tell."""
        ends = [match.span() for match in _SENTENCE_END.finditer(self.text)]
        starts = [0, *(end for _, end in ends)]
        return [Span(*one) for one in zip(starts, [*(start for start, _ in ends), len(self.text)], strict=True)]


class Spans:
    """Places in order, none overlapping, that are asked for what they meet."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def meet(self, start: int, end: int) -> bool:
        """Tell whether one of them shares a sign with this place."""
        number = bisect_right(self._starts, end - 1) - 1
        return number >= 0 and self._spans[number].end > start


def _pieces(text: str) -> Iterator[_Piece]:
    """Cut a text where what is read differs from what stands."""
    end = 0
    for match in _ODD.finditer(text):
        plain = _plain(match[0])
        if plain == match[0]:
            continue
        if end < match.start():
            yield _Piece(text[end : match.start()], end, match.start(), verbatim=True)
        end = match.end()
        if plain:
            yield _Piece(plain, match.start(), end, verbatim=False)
    if end < len(text):
        yield _Piece(text[end:], end, len(text), verbatim=True)


def _plain(odd: str) -> str:
    """What a reader sees in an entity, a percent sign, or a sign."""
    if odd[0] == "&" and len(odd) > 1:
        odd = html.unescape(odd.replace("&amp;", "&"))
    elif odd[0] == "%":
        odd = unquote(odd, errors="replace")
    return "".join(_plain_sign(sign) for sign in unicodedata.normalize("NFC", odd))


def _plain_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if sign == "\n":
        return sign
    if category in _LIKE_SPACE or sign in "\t\r\f\v":
        return " "
    if category in _LIKE_NOTHING:
        return ""
    if category in _LIKE_HYPHEN or sign == _MINUS:
        return "-"
    if category == "Nd":
        return str(unicodedata.digit(sign))
    return unicodedata.normalize("NFKC", sign) if "\uff00" <= sign <= "\uffef" else sign
