"""Documents kept aside in a file of this process, so that all words of the corpus are known before any is indexed."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from typing import Self

from kom_rulings.index.card import Card
from kom_rulings.index.fields import Document


class Spool:
    """Takes documents once and hands them out once more; what it learns on the way are the cards and the words.

    The file has no name and nobody else can open it, so that what is unpickled is what was pickled.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self.cards: list[Card] = []
        self.spellings: set[str] = set()
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by ``__exit__``
        for document in documents:
            self.cards.append(document.card)
            self.spellings.update(document.spellings)
            pickle.dump(document, self._file, pickle.HIGHEST_PROTOCOL)

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
