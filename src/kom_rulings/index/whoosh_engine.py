"""The embedded engine: lists of words on shelves, kept by Whoosh. The only module that imports Whoosh.

A shelf is a document of Whoosh's, and the list of a word on it the posting of that word. Whoosh stores and finds them,
writes them in one step and reads them from several processes; what is in them is ours (see ``shelves``).
"""

from __future__ import annotations

import contextlib
import uuid
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from kom_rulings.errors import IndexUnusable
from kom_rulings.index.card import Card
from kom_rulings.index.contract import Hit, ordered
from kom_rulings.index.evaluation import Evaluation
from kom_rulings.index.fields import Document, Places
from kom_rulings.index.shelves import Piece, Shelf, WordList, shelves
from kom_rulings.index.tree import Node
from kom_rulings.names import CaseId

with warnings.catch_warnings():
    # Whoosh 2.7.4 of 2016 has expressions that newer Pythons warn about when they compile it.
    warnings.simplefilter("ignore")
    from whoosh.codec import whoosh3 as _codec  # noqa: F401 - Whoosh imports it late, with warnings of its own
    from whoosh.fields import ID, STORED, FieldType, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.formats import Format
    from whoosh.index import FileIndex
    from whoosh.reading import SegmentReader

#: How much Whoosh keeps in memory before it writes a run to disk.
_MEMORY_MB: Final = 256
#: How many lists are kept at hand: those of a query are read again for its best paragraphs.
_LISTS_AT_HAND: Final = 1024
#: So many pieces of the index, each smaller than this, are made one.
_MANY_SMALL: Final = 10
_SMALL_BYTES: Final = 8_000_000


class _Packed(Format):  # type: ignore[misc]
    """Postings that are one packed list each."""

    def __init__(self) -> None:
        self.field_boost = 1.0
        self.options: dict[str, object] = {}
        self.posting_size = -1

    def fixed_value_size(self) -> int:
        return -1


class _Lists(FieldType):  # type: ignore[misc]
    """A field whose words come with their packed lists."""

    def __init__(self) -> None:
        self.format = _Packed()
        self.analyzer = self.vector = self.column_type = None
        self.stored = self.unique = self.spelling = False
        # Scorable, or else Whoosh asks the file system for the lengths of documents at every posting.
        self.indexed = self.scorable = True

    def index(self, value: Mapping[str, bytes], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        return ((word.encode(), 1, 1.0, packed) for word, packed in sorted(value.items()))

    def clean(self) -> None:
        """There is nothing to clean."""


class WhooshEngine:
    """An index in a folder that only this program, as this user, has written."""

    def __init__(self, folder: Path) -> None:
        self._storage = FileStorage(str(folder))
        self._index: FileIndex | None = None
        self._reader: Any = None
        self._list = lru_cache(maxsize=_LISTS_AT_HAND)(self._read_list)
        self._standing: _Standing | None = None

    def build(self, documents: Iterable[Document]) -> None:
        """Make the index."""
        self._index = self._storage.create_index(
            Schema(shelf=ID(unique=True, stored=True), order=STORED(), cases=STORED(), gone=STORED(), lists=_Lists())
        )
        with self._readable():
            self._write(shelves(documents), 0)

    def update(self, changed: Sequence[Document], removed: Sequence[CaseId]) -> None:
        """Put what has changed on a new shelf and what is removed on one without words, in one commit."""
        with self._readable():
            gone = [Shelf(tuple(removed), None)] if removed else []
            self._write([*shelves(changed), *gone], self._cases().newest + 1)
            self._forget()

    def search(self, plan: Node, cards: Mapping[CaseId, Card]) -> list[Hit]:
        """Answer from the lists."""
        with self._readable():
            known = self._cases().known
            by_number = {n: cards[case] for n, case in known.items() if case in cards}
            scores = Evaluation(self._list, by_number).scores(plan)
            return ordered((known[n], score * by_number[n].authority) for n, score in scores.items())

    def places(self, words: Iterable[str], cases: Sequence[CaseId]) -> Mapping[CaseId, Mapping[str, Places]]:
        """Where the words stand in the cases."""
        with self._readable():
            asked = set(cases)
            wanted = {n: case for n, case in self._cases().known.items() if case in asked}
            found: dict[CaseId, dict[str, Places]] = {case: {} for case in cases}
            for word in words:
                some = self._list(word)
                for n in wanted.keys() & some.weights.keys():
                    found[wanted[n]][word] = some.places(n)
            return found

    def close(self) -> None:
        """Close the files."""
        self._forget()
        if self._index is not None:
            self._index.close()
            self._index = None

    def _write(self, some: Iterable[Shelf], first: int) -> None:
        """Put shelves in, and take out those on which no case counts any more."""
        writer = self._opened().writer(limitmb=_MEMORY_MB)
        for order, shelf in enumerate(some, start=first):
            lists = {"lists": shelf.lists} if shelf.lists else {}
            gone = shelf.lists is None
            writer.add_document(shelf=uuid.uuid4().hex, order=order, cases=shelf.cases, gone=gone, **lists)
        for name in self._cases().idle if first else ():
            writer.delete_by_term("shelf", name)
        writer.commit(mergetype=_merge_small)

    def _opened(self) -> FileIndex:
        if self._index is None:
            self._index = self._storage.open_index()
        return self._index

    def _read(self) -> Any:
        if self._reader is None:
            self._reader = self._opened().refresh().reader()
        return self._reader

    def _cases(self) -> _Standing:
        if self._standing is None:
            reader = self._read()
            self._standing = _Standing({n: reader.stored_fields(n) for n in reader.all_doc_ids()})
        return self._standing

    def _read_list(self, word: str) -> WordList:
        reader, numbers = self._read(), self._cases().numbers
        if ("lists", word.encode()) not in reader:
            return WordList([])
        matcher = reader.postings("lists", word.encode())
        pieces = []
        while matcher.is_active():
            pieces.append(Piece(matcher.value(), numbers[matcher.id()]))
            matcher.next()
        return WordList(pieces)

    def _forget(self) -> None:
        self._list.cache_clear()
        self._standing = None
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


def _merge_small(writer: Any, segments: Sequence[Any]) -> list[Any]:
    """What updates leave is merged when there is much of it; what a build has made is never written again.

    Whoosh's own way goes by the number of documents, and a shelf of hundreds of cases is one document.
    """
    small = [one for one in segments if _size(writer, one) < _SMALL_BYTES]
    if len(small) < _MANY_SMALL:
        return list(segments)
    for one in small:
        reader = SegmentReader(writer.storage, writer.schema, one)
        writer.add_reader(reader)
        reader.close()
    return [one for one in segments if one not in small]


def _size(writer: Any, segment: Any) -> int:
    files = (name for name in writer.storage.list() if name.startswith(f"{segment.segment_id()}."))
    return sum(writer.storage.file_length(name) for name in files)


class _Standing:
    """Where each case counts: on the newest shelf that has it, and nowhere if that shelf is of those that are gone.

    Cases are numbered in the order of the shelves. ``idle`` are shelves on which none counts.
    """

    def __init__(self, stored: Mapping[int, Mapping[str, Any]]) -> None:
        in_order = sorted(stored, key=lambda n: stored[n]["order"])
        home = {CaseId(case): n for n in in_order for case in stored[n]["cases"]}
        self.newest: int = stored[in_order[-1]]["order"] if in_order else 0
        self.known: dict[int, CaseId] = {}
        self.numbers: dict[int, list[int | None]] = {}
        for n in in_order:
            counting = [home[CaseId(case)] == n and not stored[n]["gone"] for case in stored[n]["cases"]]
            self.numbers[n] = [
                self._numbered(case) if counts else None
                for case, counts in zip(stored[n]["cases"], counting, strict=True)
            ]
        idle = (
            n
            for n in in_order
            if not stored[n]["gone"] and not any(home[CaseId(case)] == n for case in stored[n]["cases"])
        )
        self.idle = [stored[n]["shelf"] for n in idle]

    def _numbered(self, case: str) -> int:
        number = len(self.known)
        self.known[number] = CaseId(case)
        return number
