"""The slow engine that walks every document: always right, judge of the others, and the way out without an index."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path

from kom_rulings.index.contract import Hit, ordered
from kom_rulings.index.fields import (
    CITING_WEIGHT,
    OWN_REFERENCE_WEIGHT,
    PREFIX_WEIGHT,
    SHORTEST_PREFIX,
    WEIGHTS,
    Document,
)
from kom_rulings.index.query import And, Cited, InYear, Node, Not, OfKind, Or, Phrase, Word
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

    def search(self, query: Node) -> list[Hit]:
        """Score every document."""
        scores = {document.case: _score(query, document) for document in self._documents.values()}
        found = {case: score for case, score in scores.items() if score is not None}
        return ordered(Hit(case, score * self._documents[case].authority) for case, score in found.items())

    def suggest(self, word: str, limit: int = 3) -> list[str]:
        """The nearest words by similarity."""
        vocabulary = {w for document in self._documents.values() for words in document.fields.values() for w in words}
        near = difflib.get_close_matches(word, sorted(vocabulary - {word}), n=limit, cutoff=0.75)
        return [str(one) for one in near]

    def close(self) -> None:
        """There is nothing to close."""


def _score(node: Node, document: Document) -> float | None:
    """The score of a document, or ``None`` when it does not match."""
    match node:
        case Word(text, prefix):
            return _word_score(text, prefix, document)
        case Phrase(phrase):
            return _sum(WEIGHTS[name] * _occurrences(phrase, words) for name, words in document.fields.items())
        case Cited(reference):
            if any(reference.covers(own) for own in document.references):
                return OWN_REFERENCE_WEIGHT
            return CITING_WEIGHT if any(reference.covers(cited) for cited in document.cites) else None
        case OfKind(kind):
            return 0.0 if document.kind == kind else None
        case InYear(first, last):
            return 0.0 if any(first <= year <= last for year in document.years) else None
        case Not(part):
            return 0.0 if _score(part, document) is None else None
        case And(parts):
            scores = [_score(part, document) for part in parts]
            return None if None in scores else sum(score for score in scores if score is not None)
        case Or(parts):
            found = [score for part in parts if (score := _score(part, document)) is not None]
            return max(found) if found else None


def _word_score(text: str, prefix: bool, document: Document) -> float | None:
    """Whole words count in full, beginnings for a part, each field by its weight."""
    as_beginning = prefix or len(text) >= SHORTEST_PREFIX
    total = 0.0
    for name, words in document.fields.items():
        whole = 0 if prefix else words.count(text)
        begun = sum(word.startswith(text) for word in words) - whole if as_beginning else 0
        total += WEIGHTS[name] * (whole + PREFIX_WEIGHT * begun)
    return total or None


def _occurrences(phrase: Sequence[str], words: Sequence[str]) -> int:
    return sum(tuple(words[n : n + len(phrase)]) == tuple(phrase) for n in range(len(words) - len(phrase) + 1))


def _sum(scores: Iterable[float]) -> float | None:
    return sum(scores) or None
