"""Documents kept aside in a file of this process, so that all words of the corpus are known before any is indexed."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

from kom_rulings.index.card import Card
from kom_rulings.index.fields import Document


class Pickled(NamedTuple):
    """A document in one piece, with what must be known of it first; made in this process or in one that it started."""

    card: Card
    spellings: frozenset[str]
    content: bytes


def pickled(document: Document) -> Pickled:
    """Pack a document."""
    return Pickled(document.card, document.spellings, pickle.dumps(document, pickle.HIGHEST_PROTOCOL))


class Spool:
    """Takes documents once and hands them out once more; what it learns on the way are the cards and the words.

    The file has no name and nobody else can open it, so that what is unpickled is what was pickled.
    """

    def __init__(self, documents: Iterable[Pickled]) -> None:
        self.cards: list[Card] = []
        self.spellings: set[str] = set()
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by ``__exit__``
        for one in documents:
            self.cards.append(one.card)
            self.spellings.update(one.spellings)
            self._file.write(one.content)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def documents(self) -> Iterator[Document]:
        """The documents, one by one."""
        self._file.seek(0)
        for _ in self.cards:
            document: Document = pickle.load(self._file)  # noqa: S301 - see above
            yield document
