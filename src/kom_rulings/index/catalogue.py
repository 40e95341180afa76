"""What is kept beside the lists of an engine: the cards of the cases, and how the words of the corpus hang together.

One SQLite file in the folder of the index, looked up by key, so that a search loads neither dictionaries nor lists.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple

from kom_rulings.errors import IndexUnusable
from kom_rulings.index.card import Card
from kom_rulings.names import CaseId

CATALOGUE_FILE: Final = "catalogue.sqlite"
#: What leads from one word to others: a base form, a family, a part of a compound, a concept of the thesaurus.
Kind = Literal["lemma", "family", "part", "concept"]
_WAIT_SECONDS: Final = 10
_SCHEMA: Final = """
CREATE TABLE card (name TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE spelling (written TEXT PRIMARY KEY, word TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX spelling_word ON spelling (word);
CREATE TABLE form (form TEXT, kind TEXT, key TEXT, PRIMARY KEY (form, kind, key)) WITHOUT ROWID;
CREATE TABLE member (kind TEXT, key TEXT, word TEXT, PRIMARY KEY (kind, key, word)) WITHOUT ROWID;
CREATE INDEX member_word ON member (word, kind);
"""


class Link(NamedTuple):
    """A form or a word, and the key that it is known by."""

    kind: Kind
    key: str
    word: str


class Catalogue:
    """The file, or with no folder a catalogue in memory. Whatever is wrong with it raises ``IndexUnusable``."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        with self._usable():
            target = folder / CATALOGUE_FILE if folder else ":memory:"
            self._connection = sqlite3.connect(target, timeout=_WAIT_SECONDS, check_same_thread=False)

    def create(self) -> None:
        """Make the tables."""
        with self._usable():
            self._connection.executescript(_SCHEMA)

    def put_cards(self, cards: Iterable[Card], removed: Iterable[CaseId] = ()) -> None:
        """Put cards in, replacing those of the same cases, and take others out."""
        rows = ((card.case, json.dumps(card.as_json(), ensure_ascii=False)) for card in cards)
        with self._usable(), self._connection:
            self._connection.executemany("DELETE FROM card WHERE name = ?", ((case,) for case in removed))
            self._connection.executemany("INSERT OR REPLACE INTO card VALUES (?, ?)", rows)

    def put_words(self, spellings: Mapping[str, str], forms: Iterable[Link], members: Iterable[Link]) -> None:
        """Put in words as they are written with their folded forms, and what leads to them."""
        with self._usable(), self._connection:
            self._connection.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?)", spellings.items())
            self._connection.executemany(
                "INSERT OR IGNORE INTO form VALUES (?, ?, ?)", ((one.word, one.kind, one.key) for one in forms)
            )
            self._connection.executemany("INSERT OR IGNORE INTO member VALUES (?, ?, ?)", members)

    def cards(self) -> dict[CaseId, Card]:
        """Every card."""
        with self._usable():
            rows = self._rows("SELECT * FROM card")
            return {CaseId(name): Card.from_json(json.loads(text)) for name, text in rows}

    @property
    def is_empty(self) -> bool:
        """Whether it has no words yet."""
        return not self._rows("SELECT 1 FROM spelling LIMIT 1")

    def unknown(self, spellings: Iterable[str]) -> set[str]:
        """Those of the spellings that were never put in."""
        return {one for one in spellings if not self.is_known(one)}

    def is_known(self, written: str) -> bool:
        """Whether a word stands in the corpus as it is written here."""
        return bool(self._rows("SELECT 1 FROM spelling WHERE written = ?", written))

    def keys(self, form: str, kind: Kind) -> list[str]:
        """What a form leads to."""
        return [key for (key,) in self._rows("SELECT key FROM form WHERE form = ? AND kind = ?", form, kind)]

    def members(self, kind: Kind, key: str) -> list[str]:
        """The words of the corpus, or the terms of a concept, under a key."""
        return [word for (word,) in self._rows("SELECT word FROM member WHERE kind = ? AND key = ?", kind, key)]

    def parts_of(self, words: Iterable[str] | None) -> dict[str, list[str]]:
        """The parts of compounds, of those that are asked for or of all."""
        query = "SELECT word, key FROM member WHERE kind = 'part'"
        rows = (
            self._rows(query)
            if words is None
            else [row for word in words for row in self._rows(f"{query} AND word = ?", word)]
        )
        parts: dict[str, list[str]] = {}
        for word, key in rows:
            parts.setdefault(word, []).append(key)
        return parts

    def beginning(self, letters: str) -> list[str]:
        """The words that begin so, the shortest first."""
        query = "SELECT DISTINCT word FROM spelling WHERE word >= ? AND word < ? ORDER BY length(word), word"
        return [word for (word,) in self._rows(query, letters, letters + "\U0010ffff")]

    def holding(self, letters: str, *, at_end: bool) -> list[str]:
        """The words that hold the letters, or end in them."""
        where = "substr(word, -length(?1)) = ?1" if at_end else "instr(word, ?1)"
        query = f"SELECT DISTINCT word FROM spelling WHERE {where} ORDER BY length(word), word"  # noqa: S608
        return [word for (word,) in self._rows(query, letters)]

    def of_length(self, shortest: int, longest: int) -> list[str]:
        """The words of so many letters."""
        query = "SELECT DISTINCT word FROM spelling WHERE length(word) BETWEEN ? AND ?"
        return [word for (word,) in self._rows(query, shortest, longest)]

    def written(self, word: str) -> str:
        """A word as it is written in the corpus."""
        rows = self._rows("SELECT max(written) FROM spelling WHERE word = ?", word)
        return str(rows[0][0] or word)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _rows(self, query: str, *values: object) -> Sequence[tuple[str, ...]]:
        with self._usable():
            return self._connection.execute(query, values).fetchall()

    @contextlib.contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError) as error:
            raise IndexUnusable(folder=self._folder, reason=str(error)) from error
