"""The embedded engine: our trees as Whoosh queries. The only module that imports Whoosh."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from kom_rulings.errors import IndexUnusable
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
from kom_rulings.references import Reference

with warnings.catch_warnings():
    # Whoosh 2.7.4 of 2016 has expressions that newer Pythons warn about when they compile it.
    warnings.simplefilter("ignore")
    from whoosh import fields, query
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.codec import whoosh3 as _codec  # noqa: F401 - Whoosh imports it late, with warnings of its own
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import FileIndex
    from whoosh.scoring import BM25F

#: How far long texts are held back, 0 to 1; summaries differ in length by what is known, not by what they are about.
_LENGTH_MATTERS: Final = 0.3
#: What a filter adds to a score: next to nothing. Whoosh takes a score of nought for one that was not given.
_NO_SCORE: Final = 1e-9
_REFERENCES: Final = ("references", "cites")


class WhooshEngine:
    """An index in a folder that only this program, as this user, has written."""

    def __init__(self, folder: Path) -> None:
        self._storage = FileStorage(str(folder))
        self._index: FileIndex | None = None

    def build(self, documents: Iterable[Document]) -> None:
        """Make the index."""
        self._index = self._storage.create_index(_schema())
        writer = self._index.writer(limitmb=128)
        for document in documents:
            writer.add_document(**_row(document))
        writer.commit()

    def update(self, changed: Sequence[Document], removed: Sequence[CaseId]) -> None:
        """Replace and take out in one commit."""
        with self._readable():
            writer = self._opened().writer()
            for case in removed:
                writer.delete_by_term("case", case)
            for document in changed:
                writer.update_document(**_row(document))
            writer.commit()

    def search(self, query: Node) -> list[Hit]:
        """Ask Whoosh for every matching case."""
        with self._readable(), self._opened().searcher(weighting=BM25F(B=_LENGTH_MATTERS)) as searcher:
            results = searcher.search(_query(query), limit=None)
            return ordered(Hit(CaseId(one["case"]), one.score * one["authority"]) for one in results)

    def suggest(self, word: str, limit: int = 3) -> list[str]:
        """Words within two changes of letters, from titles, keywords and summaries."""
        with self._readable(), self._opened().searcher() as searcher:
            found = [one for name in ("title", "keywords", "summary") for one in _near(searcher, name, word, limit)]
        return list(dict.fromkeys(one for one in found if one != word))[:limit]

    def close(self) -> None:
        """Close the files."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def _opened(self) -> FileIndex:
        if self._index is None:
            self._index = self._storage.open_index()
        return self._index

    @contextlib.contextmanager
    def _readable(self) -> Iterator[None]:
        """Whatever Whoosh makes of damaged files – they raise all sorts of errors – the index can be built anew."""
        try:
            yield
        except Exception as error:
            reason = str(error) or type(error).__name__
            raise IndexUnusable(folder=self._storage.folder, reason=reason) from error


def _schema() -> Any:
    words = {name: fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=True) for name in WEIGHTS}
    references = {name: fields.KEYWORD() for name in _REFERENCES}
    return fields.Schema(
        case=fields.ID(unique=True, stored=True),
        authority=fields.STORED(),
        kind=fields.ID(),
        years=fields.KEYWORD(),
        **references,
        **words,
    )


def _row(document: Document) -> dict[str, Any]:
    return {
        "case": document.case,
        "authority": document.authority,
        "kind": document.kind,
        "years": " ".join(map(str, document.years)),
        "references": " ".join(_key(reference) for reference in document.references),
        "cites": " ".join(_key(reference) for reference in document.cites),
        **{name: " ".join(words) for name, words in document.fields.items()},
    }


def _query(node: Node) -> Any:
    match node:
        case Word(text, prefix):
            return query.Or([_term(name, text, prefix) for name in WEIGHTS])
        case Phrase(words):
            return query.Or([_phrase(name, words) for name in WEIGHTS])
        case Cited(reference):
            own, citing = (_reference(name, reference) for name in _REFERENCES)
            return query.Or([_constant(own, OWN_REFERENCE_WEIGHT), _constant(citing, CITING_WEIGHT)])
        case OfKind(kind):
            return _constant(query.Term("kind", kind), _NO_SCORE)
        case InYear(first, last):
            return _constant(query.Or([query.Term("years", str(year)) for year in range(first, last + 1)]), _NO_SCORE)
        case Not(part):
            return query.And([_constant(query.Every(), _NO_SCORE), query.Not(_query(part))])
        case And(parts):
            return query.And([_query(part) for part in parts]) if parts else _constant(query.Every(), _NO_SCORE)
        case Or(parts):
            return query.DisjunctionMax([_query(part) for part in parts])


def _term(name: str, text: str, prefix: bool) -> Any:
    """A whole word scored by BM25F, and its beginnings with a constant, both by the weight of the field."""
    whole = [] if prefix else [query.Term(name, text, boost=WEIGHTS[name])]
    if prefix or len(text) >= SHORTEST_PREFIX:
        whole.append(query.Prefix(name, text, boost=WEIGHTS[name] * PREFIX_WEIGHT))
    return query.Or(whole)


def _phrase(name: str, words: Sequence[str]) -> Any:
    if len(words) == 1:
        return query.Term(name, words[0], boost=WEIGHTS[name])
    return query.Phrase(name, list(words), boost=WEIGHTS[name])


def _reference(name: str, reference: Reference) -> Any:
    """The reference itself, or one that goes on after it with a last part."""
    key = _key(reference)
    return query.Or([query.Term(name, key), query.Prefix(name, f"{key}-")])


def _constant(part: Any, score: float) -> Any:
    return query.ConstantScoreQuery(part, score)


def _key(reference: Reference) -> str:
    return reference.text.lower().replace(" ", "_")


def _near(searcher: Any, name: str, word: str, limit: int) -> list[str]:
    return [str(one) for one in searcher.suggest(name, word, limit=limit, maxdist=2, prefix=1)]
