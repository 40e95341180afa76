"""The lists of words that KOM can edit: legal word families, the thesaurus, and what compounds are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kom_rulings.files.paths import WORD_LIST_FILES
from kom_rulings.records.case import Part
from kom_rulings.records.tables import DATA_FOLDER, read_part
from kom_rulings.records.values import Text


class Concept(Part):
    """One legal meaning: its terms, of one or more words, in each language."""

    nb: tuple[Text, ...] = ()
    nn: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


class _WordListPart(Part):
    """What one file of lists may hold."""

    families: tuple[tuple[Text, ...], ...] = ()
    concepts: tuple[Concept, ...] = ()
    parts: tuple[Text, ...] = ()
    joints: Mapping[str, Text] = {}
    whole: tuple[Text, ...] = ()


@dataclass(frozen=True)
class WordLists:
    """The three lists, in small letters.

    ``families`` and ``concepts`` are groups of words, and of terms of several words; ``parts`` are what compounds are
    made of, ``joints`` how a part is written where it differs, ``whole`` what is never split.
    """

    families: tuple[tuple[str, ...], ...] = ()
    concepts: tuple[tuple[str, ...], ...] = ()
    parts: frozenset[str] = frozenset()
    joints: tuple[tuple[str, str], ...] = ()
    whole: frozenset[str] = frozenset()


@cache
def word_lists_digest() -> str:
    """A hash of the lists that come with the program: an index made with others is built anew."""
    digest = hashlib.sha256()
    for name in WORD_LIST_FILES:
        digest.update((DATA_FOLDER / name).read_bytes())
    return digest.hexdigest()[:16]


def load_word_lists(extra_folder: Path | None = None) -> WordLists:
    """Load the lists; those of the same name in ``extra_folder`` add to ours. Raises ``DataTableBroken``."""
    folders = [DATA_FOLDER, *([extra_folder] if extra_folder else [])]
    paths = (folder / name for folder in folders for name in WORD_LIST_FILES)
    return _load(tuple((path, path.stat().st_size, path.stat().st_mtime_ns) for path in paths if path.is_file()))


@cache
def _load(files: Sequence[tuple[Path, int, int]]) -> WordLists:
    """Read the files; with their sizes and times, so that lists which have changed are read again."""
    parts = [read_part(path, _WordListPart) for path, *_ in files]
    return WordLists(
        families=tuple(_lowered(line) for part in parts for line in part.families),
        concepts=tuple(_lowered((*one.nb, *one.nn, *one.en)) for part in parts for one in part.concepts),
        parts=frozenset(word for part in parts for word in _lowered(part.parts)),
        joints=tuple((joint.lower(), word.lower()) for part in parts for joint, word in part.joints.items()),
        whole=frozenset(word for part in parts for word in _lowered(part.whole)),
    )


def _lowered(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(word.lower().split()) for word in words))
