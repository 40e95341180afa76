"""The embedded engine: one list per word, kept by Whoosh. The only module that imports Whoosh.

Whoosh stores and finds the lists; what they mean – weights and places – is ours, and they are read a block at a time,
since walking them posting by posting takes twenty times as long. It is pinned at 2.7.4, its last release.
"""

from __future__ import annotations

import contextlib
import warnings
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from kom_rulings.errors import IndexUnusable
from kom_rulings.index.card import Card
from kom_rulings.index.contract import Hit, ordered
from kom_rulings.index.evaluation import Evaluation, Postings
from kom_rulings.index.fields import PLACES_TYPE, Document, Places
from kom_rulings.index.tree import Node
from kom_rulings.names import CaseId

with warnings.catch_warnings():
    # Whoosh 2.7.4 of 2016 has expressions that newer Pythons warn about when they compile it.
    warnings.simplefilter("ignore")
    from whoosh.codec.whoosh3 import W3Codec
    from whoosh.fields import ID, FieldType, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.formats import Format
    from whoosh.index import FileIndex

#: How much Whoosh keeps in memory before it writes a run to disk.
_MEMORY_MB: Final = 256
#: How many lists are kept at hand: those of a query are read again for its best paragraphs.
_LISTS_AT_HAND: Final = 1024


class _Weighted(Format):  # type: ignore[misc]
    """Postings that carry the places of a word as they are packed."""

    def __init__(self) -> None:
        self.field_boost = 1.0
        self.options: dict[str, object] = {}
        self.posting_size = -1

    def fixed_value_size(self) -> int:
        return -1


class _Words(FieldType):  # type: ignore[misc]
    """A field whose words are counted already: word, mentions, weight, packed places."""

    def __init__(self) -> None:
        self.format = _Weighted()
        self.analyzer = self.vector = self.column_type = None
        self.stored = self.unique = self.spelling = False
        # Scorable, or else Whoosh asks the file system for the lengths of documents at every posting.
        self.indexed = self.scorable = True

    def index(self, value: Sequence[tuple[bytes, int, float, bytes]], **_: object) -> Iterator[tuple[Any, ...]]:
        return iter(value)

    def clean(self) -> None:
        """There is nothing to clean."""


class WhooshEngine:
    """An index in a folder that only this program, as this user, has written."""

    def __init__(self, folder: Path) -> None:
        self._storage = FileStorage(str(folder))
        self._index: FileIndex | None = None
        self._reader: Any = None
        self._list = lru_cache(maxsize=_LISTS_AT_HAND)(self._read_list)
        self._case_of: dict[int, CaseId] = {}

    def build(self, documents: Iterable[Document]) -> None:
        """Make the index."""
        self._index = self._storage.create_index(Schema(case=ID(unique=True, stored=True), words=_Words()))
        writer = self._index.writer(limitmb=_MEMORY_MB, codec=W3Codec())
        for document in documents:
            writer.add_document(**_row(document))
        writer.commit()

    def update(self, changed: Sequence[Document], removed: Sequence[CaseId]) -> None:
        """Replace and take out in one commit."""
        with self._readable():
            writer = self._opened().writer()
            for case in (*removed, *(document.case for document in changed)):
                writer.delete_by_term("case", case)
            for document in changed:
                writer.add_document(**_row(document))
            writer.commit()
            self._forget()

    def search(self, plan: Node, cards: Mapping[CaseId, Card]) -> list[Hit]:
        """Answer from the lists."""
        with self._readable():
            cases = self._cases()
            by_number = {n: cards[case] for n, case in cases.items() if case in cards}
            scores = Evaluation(self._list, by_number).scores(plan)
            return ordered(
                Hit(cases[n], score * by_number[n].authority) for n, score in scores.items() if n in by_number
            )

    def places(self, words: Iterable[str], cases: Sequence[CaseId]) -> Mapping[CaseId, Mapping[str, Places]]:
        """Where the words stand in the cases."""
        with self._readable():
            asked = set(cases)
            wanted = {n: case for n, case in self._cases().items() if case in asked}
            found: dict[CaseId, dict[str, Places]] = {case: {} for case in cases}
            for word in words:
                postings = self._list(word)
                for n, case in wanted.items():
                    if n in postings:
                        found[case][word] = array(PLACES_TYPE, postings[n][1])
            return found

    def close(self) -> None:
        """Close the files."""
        self._forget()
        if self._index is not None:
            self._index.close()
            self._index = None

    def _opened(self) -> FileIndex:
        if self._index is None:
            self._index = self._storage.open_index()
        return self._index

    def _leaves(self) -> list[tuple[Any, int]]:
        """The parts of the index, each with the number of its first case."""
        if self._reader is None:
            self._reader = self._opened().refresh().reader()
        return list(self._reader.leaf_readers())

    def _cases(self) -> Mapping[int, CaseId]:
        """The cases by number, without those that were replaced or taken out."""
        if not self._case_of:
            self._case_of = {
                first + n: CaseId(leaf.stored_fields(n)["case"])
                for leaf, first in self._leaves()
                for n in leaf.all_doc_ids()
            }
        return self._case_of

    def _read_list(self, word: str) -> Postings:
        postings: dict[int, tuple[float, bytes]] = {}
        for leaf, first in self._leaves():
            postings.update(_blocks(leaf, first, word.encode()))
        cases = self._cases()
        return {n: one for n, one in postings.items() if n in cases} if self._reader.has_deletions() else postings

    def _forget(self) -> None:
        self._list.cache_clear()
        self._case_of = {}
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    @contextlib.contextmanager
    def _readable(self) -> Iterator[None]:
        """Whatever Whoosh makes of damaged files – they raise all sorts of errors – the index can be built anew."""
        try:
            yield
        except Exception as error:
            reason = str(error) or type(error).__name__
            raise IndexUnusable(folder=self._storage.folder, reason=reason) from error


def _row(document: Document) -> dict[str, Any]:
    words = (
        (word.encode(), len(places), float(document.weights[word]), places.tobytes())
        for word, places in sorted(document.places.items())
    )
    return {"case": document.case, "words": words}


def _blocks(leaf: Any, first: int, word: bytes) -> Iterator[tuple[int, tuple[float, bytes]]]:
    """The list of a word in one part of the index, block by block."""
    if ("words", word) not in leaf:
        return
    matcher = leaf._terms.matcher("words", word, leaf.schema["words"].format)  # noqa: SLF001 - see above
    while matcher.is_active():
        matcher._read_ids(), matcher._read_weights(), matcher._read_values()  # noqa: SLF001
        for n, weight, packed in zip(matcher._ids, matcher._weights, matcher._values, strict=True):  # noqa: SLF001
            yield first + n, (weight, packed)
        matcher._next_block()  # noqa: SLF001
