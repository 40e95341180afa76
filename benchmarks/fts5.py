"""SQLite FTS5 over the same full texts, to time our engines beside: one row a paragraph, words as they stand.

It knows no word forms, compounds, references or filters: words are ANDed within a paragraph, a phrase and a beginning
are what FTS5 has of them, and a filter such as ``år:2015`` is left out.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, Self

from kom_rulings.files.fulltext import FullText, read_text
from kom_rulings.files.paths import relative, text_files

#: How many cases are answered, how many paragraphs of each, and how many rows are looked at for them.
_CASES, _PARAGRAPHS, _ROWS = 10, 3, 100
_TABLE = """
    CREATE VIRTUAL TABLE paragraph USING fts5(
        content, case_id UNINDEXED, number UNINDEXED, tokenize = "unicode61 remove_diacritics 2"
    )
"""
_BEST = "SELECT rowid, case_id, number FROM paragraph WHERE paragraph MATCH ? ORDER BY rank LIMIT ?"
_SNIPPET = "SELECT snippet(paragraph, 0, '[', ']', '…', 24) FROM paragraph WHERE paragraph MATCH ? AND rowid = ?"
_TYPED = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<filter>\w+:\S*)|(?P<word>[^\s"]+)')


class Found(NamedTuple):
    """A case that was found, the numbers of its best paragraphs, the best first, and a piece of the best."""

    case: str
    paragraphs: tuple[int, ...]
    snippet: str


class Fts5:
    """An FTS5 table in a file of its own."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path)

    def build(self, texts: Iterable[FullText]) -> float:
        """Put the texts into a new table and return the seconds, those of reading included if ``texts`` reads."""
        start = time.perf_counter()
        with self._database as database:
            database.execute("DROP TABLE IF EXISTS paragraph")
            database.execute(_TABLE)
            database.executemany("INSERT INTO paragraph VALUES (?, ?, ?)", _rows(texts))
            database.execute("INSERT INTO paragraph (paragraph) VALUES ('optimize')")
        return time.perf_counter() - start

    def search(self, query: str) -> list[Found]:
        """The ten best cases with their best paragraphs, by the rank of FTS5 (bm25)."""
        match = expression(query)
        if not match:
            return []
        rows: dict[str, list[tuple[int, int]]] = {}
        for row, case, number in self._database.execute(_BEST, (match, _ROWS)):
            rows.setdefault(case, []).append((row, number))
        return [self._found(match, case, best) for case, best in list(rows.items())[:_CASES]]

    def _found(self, match: str, case: str, best: list[tuple[int, int]]) -> Found:
        with closing(self._database.execute(_SNIPPET, (match, best[0][0]))) as found:
            return Found(case, tuple(number for _, number in best[:_PARAGRAPHS]), found.fetchone()[0])

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def texts_of(root: Path) -> Iterator[FullText]:
    """Read the full texts of a workspace, one at a time."""
    for path in text_files(root):
        text, _ = read_text(path, relative(path, root))
        if text is not None:
            yield text


def expression(query: str) -> str:
    """A query as FTS5 reads it: every term in quotes, so that none of its signs is an operator; ANDed by a space."""
    readable = query.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    terms = (_term(match) for match in _TYPED.finditer(readable) if not match["filter"])
    return " ".join(term for term in terms if any(sign.isalnum() for sign in term))


def _term(match: re.Match[str]) -> str:
    """A phrase, or a word; the star of a beginning stands outside the quotes."""
    word = match["phrase"] if match["word"] is None else match["word"]
    star = "*" if match["word"] and word.endswith("*") else ""
    return f'"{word}"{star}'


def _rows(texts: Iterable[FullText]) -> Iterator[tuple[str, str, int]]:
    for text in texts:
        for paragraph in text.paragraphs:
            yield paragraph.text, text.case, paragraph.number
