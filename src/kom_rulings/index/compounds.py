"""Norwegian compounds taken apart: tvangsarbeidsformål is tvangsarbeid and formål, the first of tvang and arbeid.

A piece is a word of the legal lexicon or of the corpus, joined to the next by nothing, by s or by e; before the last,
any base form will do. One piece at least must be of the lexicon, so that words which only look like compounds stay
whole. The last piece may be inflected.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from kom_rulings.index.analysis import SMALL_WORDS, folded
from kom_rulings.index.lemmas import BaseForms
from kom_rulings.records.word_lists import WordLists

_SHORTEST: Final = 3
#: A word of the corpus that is not in the lexicon is a piece from this length on.
_SHORTEST_OF_CORPUS: Final = 5
_LONGEST: Final = 60
_PIECES_AT_HAND: Final = 200_000
_WORDS_AT_HAND: Final = 1000
_JOINTS: Final = ("", "s", "e")
_NO_PIECES: Final = SMALL_WORDS | {"ingen", "andre", "annen", "annet", "egne", "flere", "mange", "siden", "etter"}


class _Piece(NamedTuple):
    """A piece of a word: how long it is with its joint, its base form, and whether the lexicon has it."""

    length: int
    base: str
    legal: bool


Pieces = tuple[_Piece, ...]


class Splitter:
    """Splits words. ``corpus`` tells whether a base form is a word of the corpus, ``base_forms`` knows inflections."""

    def __init__(
        self,
        lists: WordLists,
        base_forms: BaseForms,
        corpus: Callable[[str], bool],
        shortest: int = _SHORTEST_OF_CORPUS,
    ) -> None:
        self._parts = lists.parts
        self._joints = dict(lists.joints)
        self._whole = lists.whole
        self._families = {word: line for line in lists.families for word in line}
        self._base_forms = base_forms
        self._corpus = corpus
        self._shortest = shortest
        # The same pieces come in thousands of words.
        self._first = lru_cache(maxsize=_PIECES_AT_HAND)(self._read_first)
        self._last = lru_cache(maxsize=_PIECES_AT_HAND)(self._read_last)
        self._rest = lru_cache(maxsize=_PIECES_AT_HAND)(self._read_rest)
        self._pieces = lru_cache(maxsize=_WORDS_AT_HAND)(self._read_pieces)

    def base(self, word: str) -> str:
        """The base form of a compound by that of its last piece; the word itself where it is none."""
        pieces = self._pieces(word)
        return word[: -pieces[-1].length] + pieces[-1].base if pieces else word

    def parts(self, word: str) -> Collection[str]:
        """The words that a compound is made of, in their base forms; nothing where the word is whole."""
        pieces = self._pieces(word)
        return dict.fromkeys(self._named(word, pieces)) if pieces else ()

    def pieces(self, word: str) -> list[str]:
        """The base forms of the pieces alone, in their order; nothing where the word is whole."""
        return [piece.base for piece in self._pieces(word)]

    def _named(self, word: str, pieces: Pieces) -> Iterator[str]:
        """Every piece, what it is made of itself, and pieces together: tvangsarbeid, tvang, arbeid, formål."""
        for piece in pieces:
            yield piece.base
            yield from () if piece.legal else self.parts(piece.base)
        starts = list(accumulate((piece.length for piece in pieces), initial=0))
        for n in range(1, len(pieces) - 1):
            yield word[: starts[n]] + pieces[n].base
            yield word[starts[n] : starts[-2]] + pieces[-1].base

    def _read_pieces(self, word: str) -> Pieces:
        """The split with the fewest pieces, of these the one with the longest last; none for a whole word."""
        if not 2 * _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or self._is_whole(word):
            return ()
        return min(filter(_is_legal, self._begun(word)), key=_rank, default=())

    def _is_whole(self, word: str) -> bool:
        return word in self._whole or word in self._parts or any(base in self._whole for base in self._base_forms(word))

    def _begun(self, word: str) -> Iterator[Pieces]:
        """The splits of a word in two or more: a piece that begins it, and the best split of the rest."""
        for end in range(_SHORTEST, len(word) - _SHORTEST + 1):
            first = self._first(word[:end])
            if first:
                yield from ((_Piece(end, *first), *rest) for rest in self._rest(word[end:]))

    def _read_rest(self, written: str) -> tuple[Pieces, ...]:
        """The best split of what is left, whole or in pieces, and the best that has a piece of the lexicon."""
        last = self._last(written)
        splits = [*self._begun(written), *([(_Piece(len(written), *last),)] if last else [])]
        best = min(splits, key=_rank, default=None)
        legal = min(filter(_is_legal, splits), key=_rank, default=None)
        return tuple(dict.fromkeys(one for one in (best, legal) if one))

    def _read_last(self, written: str) -> tuple[str, bool] | None:
        """A piece at the end of a word: its base form, and whether the lexicon has it."""
        base = self._lemma(written)
        return (base, base in self._parts) if self._is_known(base) else None

    def _read_first(self, written: str) -> tuple[str, bool] | None:
        """A piece that is not the last, with the letter that joins it: of the lexicon, the corpus, or any base form."""
        if written in self._joints:
            return self._joints[written], True
        bases = [written.removesuffix(joint) for joint in _JOINTS if written.endswith(joint)]
        legal = next((base for base in bases if base in self._parts), None)
        if legal:
            return legal, True
        return next(((base, False) for base in bases if self._is_of_corpus(base) or self._is_other(base)), None)

    def _lemma(self, word: str) -> str:
        """The part that a last piece is a form of: itself, its base form or a word of its family; or its base form."""
        if word in self._parts:
            return word
        bases = [*self._base_forms(word)]
        families = [one for form in (word, *bases) for one in self._families.get(form, ())]
        legal = next((one for one in (*bases, self._joints.get(word), *families) if one in self._parts), None)
        return legal or next((one for one in bases if self._is_of_corpus(one)), word)

    def _is_known(self, base: str) -> bool:
        return base in self._parts or self._is_of_corpus(base)

    def _is_of_corpus(self, base: str) -> bool:
        return self._corpus(base) and self._may_be_piece(base)

    def _may_be_piece(self, base: str) -> bool:
        """Whether a word that is not of the lexicon may be a piece: not too short, and none of the small words."""
        return len(base) >= self._shortest and base not in self._whole and folded(base) not in _NO_PIECES

    def _is_other(self, base: str) -> bool:
        return len(base) >= self._shortest and tuple(self._base_forms(base)) == (base,) and self._may_be_piece(base)


def _is_legal(pieces: Pieces) -> bool:
    return any(piece.legal for piece in pieces)


def _rank(pieces: Pieces) -> tuple[int, int]:
    """Fewer pieces before more, and of as many the longest last before shorter."""
    return len(pieces), -pieces[-1].length
