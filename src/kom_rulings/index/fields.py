"""What of a case is indexed: its card, and every word with its places and its weight."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise
from typing import Any, Final, TypeAlias

from kom_rulings.files.fulltext import FullText
from kom_rulings.index.analysis import folded, spelled_words
from kom_rulings.index.card import Card, card
from kom_rulings.index.passages import Passage, passages, place
from kom_rulings.index.scoring import weight_of
from kom_rulings.index.tree import FieldName
from kom_rulings.names import CaseId
from kom_rulings.records.register import Case
from kom_rulings.records.tables import Tables
from kom_rulings.references import Reference

#: The places of a word, ascending, as unsigned numbers of 32 bits.
Places: TypeAlias = "array[int]"
PLACES_TYPE: Final = "I"
#: Before a part of a compound, where it stands among the words; no word begins so.
PART: Final = "+"
#: Raised whenever what is indexed changes, so that an older index is built anew.
SCHEMA_VERSION: Final = 3


@dataclass(frozen=True)
class Document:
    """A case as engines index it. ``spellings`` are its words as they are written, in small letters.

    ``lengths`` is how many words each field has.
    """

    card: Card
    places: Mapping[str, Places]
    weights: Mapping[str, int]
    spellings: frozenset[str]
    lengths: Mapping[FieldName, int]

    @property
    def case(self) -> CaseId:
        """The case."""
        return self.card.case

    def __reduce__(self) -> tuple[Any, ...]:
        """A few long pieces for other processes and files: a thousand short ones take ten times as long."""
        counts = array(PLACES_TYPE, map(len, self.places.values()))
        weights = array(PLACES_TYPE, map(self.weights.__getitem__, self.places))
        places = b"".join(map(array.tobytes, self.places.values()))
        return _rebuilt, (self.card, self.lengths, list(self.places), counts.tobytes(), weights.tobytes(), places)

    def with_parts(self, parts_of: Mapping[str, Sequence[str]]) -> Document:
        """The same with the parts of its compounds as words of their own: one list finds every compound of a part."""
        found: dict[str, list[str]] = {}
        for word in parts_of.keys() & self.places.keys():
            for part in parts_of[word]:
                found.setdefault(PART + part, []).append(word)
        alone = {part: words[0] for part, words in found.items() if len(words) == 1}
        merged = {part: self._merged(words) for part, words in found.items() if len(words) > 1}
        places = {part: self.places[word] for part, word in alone.items()}
        weights = {part: self.weights[word] for part, word in alone.items()}
        weights |= {part: weight_of(some, self.lengths) for part, some in merged.items()}
        return replace(self, places={**self.places, **places, **merged}, weights={**self.weights, **weights})

    def _merged(self, words: Sequence[str]) -> Places:
        return array(PLACES_TYPE, sorted(chain.from_iterable(self.places[word] for word in words)))


def document(case: Case, texts: Sequence[FullText], tables: Tables) -> Document:
    """Turn a case and its full texts into what engines index."""
    written: dict[str, Places] = {}
    lengths: dict[FieldName, int] = {}
    cited = {reference for ruling in case.rulings for reference in ruling.cites}
    for n, (name, some) in enumerate(passages(case, texts, tables).items()):
        lengths[name] = _take(n, some, written, cited if name in ("summary", "text") else set())
    places = _by_folded(written)
    return Document(
        card=card(case, sorted(cited - set(case.references)), tables),
        places=places,
        weights={word: weight_of(some, lengths) for word, some in places.items()},
        spellings=frozenset(written),
        lengths=lengths,
    )


def _take(field: int, some: Sequence[Passage], written: dict[str, Places], cited: set[Reference]) -> int:
    """Note where each word stands, and what is cited; return how many words there are."""
    length = 0
    for n, passage in enumerate(some):
        found, references = spelled_words(passage.text)
        first = place(field, n, 0)
        last = place(field, n, len(found)) - first
        for at, word in enumerate(found):
            places = written.get(word)
            if places is None:
                written[word] = places = array(PLACES_TYPE)
            places.append(first + min(at, last))
        cited.update(references)
        length += len(found)
    return length


def _by_folded(written: Mapping[str, Places]) -> dict[str, Places]:
    """Spellings that mean the same word have their places together, in order."""
    places: dict[str, Places] = {}
    for spelling, some in written.items():
        word = folded(spelling)
        places[word] = array(PLACES_TYPE, sorted([*places[word], *some])) if word in places else some
    return places


def _rebuilt(
    card: Card,
    lengths: Mapping[FieldName, int],
    words: list[str],
    counts: bytes,
    weights: bytes,
    places: bytes,
) -> Document:
    """The document again, but for its spellings, which are known by then."""
    ends = accumulate(array(PLACES_TYPE, counts), initial=0)
    found = array(PLACES_TYPE, places)
    by_word = {word: found[start:end] for word, (start, end) in zip(words, pairwise(ends), strict=True)}
    by_weight = dict(zip(words, array(PLACES_TYPE, weights), strict=True))
    return Document(card, by_word, by_weight, frozenset(), lengths)
