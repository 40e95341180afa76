"""The slow engine that walks every document: always right, judge of the others, and the way out without an index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kom_rulings.index.card import Card
from kom_rulings.index.contract import Hit, ordered
from kom_rulings.index.fields import Document, Places
from kom_rulings.index.filters import is_cited, is_own, passes
from kom_rulings.index.passages import LAST_WORD, field_of
from kom_rulings.index.scoring import CITING_WEIGHT, OWN_REFERENCE_WEIGHT, blended, rarity, weight_in
from kom_rulings.index.tree import And, AtLeast, Cited, Close, Filter, Node, Not, OneOf, Or, SameRuling, Variant
from kom_rulings.names import CaseId


class ScanEngine:
    """Keeps the documents in memory. ``folder`` is not used: nothing is written."""

    def __init__(self, folder: Path) -> None:  # noqa: ARG002 - every engine is opened on a folder
        self._documents: dict[CaseId, Document] = {}

    def build(self, documents: Iterable[Document]) -> None:
        """Keep the documents."""
        self._documents = {document.case: document for document in documents}

    def update(self, changed: Sequence[Document], removed: Sequence[CaseId]) -> None:
        """Replace and take out."""
        for case in removed:
            self._documents.pop(case, None)
        self._documents.update({document.case: document for document in changed})

    def search(self, plan: Node, cards: Mapping[CaseId, Card]) -> list[Hit]:
        """Score every document."""
        documents = [document for case, document in self._documents.items() if case in cards]
        scores = [(document, _score(plan, document, documents)) for document in documents]
        return ordered((one.case, found * one.card.authority) for one, found in scores if found is not None)

    def places(self, words: Iterable[str], cases: Sequence[CaseId]) -> Mapping[CaseId, Mapping[str, Places]]:
        """Where the words stand in the documents."""
        wanted = list(words)
        return {case: self._places(case, wanted) for case in cases}

    def close(self) -> None:
        """There is nothing to close."""

    def _places(self, case: CaseId, words: Sequence[str]) -> Mapping[str, Places]:
        document = self._documents.get(case)
        return {word: document.places[word] for word in words if document and word in document.places}


def _score(node: Node, document: Document, documents: Sequence[Document]) -> float | None:
    """The score of a document among all, or ``None`` when it does not match."""
    match node:
        case OneOf():
            if not _tiers(node, document):
                return None
            found = sum(bool(_tiers(node, one)) for one in documents)
            return rarity(found, len(documents)) * blended(_tiers(node, document))
        case Close(parts, distance):
            scores = [_score(part, document, documents) for part in parts]
            return _sum(scores) if _stand_close(parts, distance, document) else None
        case Cited():
            own, citing = is_own(document.card, node), is_cited(document.card, node)
            return OWN_REFERENCE_WEIGHT if own else CITING_WEIGHT if citing else None
        case Filter() | SameRuling():
            return 0.0 if passes(document.card, node) else None
        case Not(part):
            return 0.0 if _score(part, document, documents) is None else None
        case And(parts):
            return _sum([_score(part, document, documents) for part in parts])
        case Or(parts):
            some = [one for part in parts if (one := _score(part, document, documents)) is not None]
            return max(some) if some else None
        case AtLeast(parts, number):
            some = [one for part in parts if (one := _counted(part, document, documents)) is not None]
            return sum(some) * (len(some) / len(parts)) ** 2 if len(some) >= number else None
        case _:
            raise TypeError(node)


def _counted(part: Node, document: Document, documents: Sequence[Document]) -> float | None:
    """A part of which some must be there: a filter counts by how rare it is."""
    found = _score(part, document, documents)
    if found is None or not isinstance(part, Filter):
        return found
    return rarity(sum(passes(one.card, part) for one in documents), len(documents))


def _sum(scores: Sequence[float | None]) -> float | None:
    known = [one for one in scores if one is not None]
    return sum(known) if len(known) == len(scores) else None


def _tiers(node: OneOf, document: Document) -> list[tuple[float, float]]:
    """What the variants of each weight come to in the document, the best first; nothing where none is there."""
    weights = sorted({variant.weight for variant in node.variants}, reverse=True)
    found = [
        (weight, sum(_mentions(v, node, document) for v in node.variants if v.weight == weight)) for weight in weights
    ]
    return [(weight, mentions) for weight, mentions in found if mentions]


def _mentions(variant: Variant, node: OneOf, document: Document) -> float:
    """What the mentions of a variant weigh: as indexed where it is one word of any field, else one by one."""
    if len(variant.words) == 1 and node.within is None:
        return document.weights.get(variant.words[0], 0)
    return sum(weight_in(field_of(one), 1) for one in _starts(variant, node, document))


def _starts(variant: Variant, node: OneOf, document: Document) -> list[int]:
    """The places at which the words of a variant begin, in the field that is asked for."""
    places = [set(document.places.get(word, ())) for word in variant.words]
    starts = [one for one in places[0] if all(one + n in some for n, some in enumerate(places))]
    inside = (one for one in starts if (one & LAST_WORD) + len(places) - 1 <= LAST_WORD)
    return sorted(one for one in inside if node.within in (None, field_of(one)))


def _stand_close(parts: Sequence[OneOf], distance: int, document: Document) -> bool:
    first, *others = [[one for v in part.variants for one in _starts(v, part, document)] for part in parts]
    return any(all(any(_near(one, two, distance) for two in other) for other in others) for one in first)


def _near(one: int, two: int, distance: int) -> bool:
    return one & ~LAST_WORD == two & ~LAST_WORD and abs(one - two) <= distance
