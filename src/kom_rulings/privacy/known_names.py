"""What may stand in public – courts, places, organisations, case names – and the words that tell names from others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from kom_rulings.files.paths import KNOWN_NAMES_FILE
from kom_rulings.records.case import Bilingual, Part
from kom_rulings.records.register import Register
from kom_rulings.records.tables import DATA_FOLDER, Tables, read_part
from kom_rulings.records.values import Text
from kom_rulings.records.word_lists import load_word_lists

NAME_WORDS_FILE: Final = "name_words.yaml"
WORD: Final = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
#: In the title of a case before the Court in Strasbourg, the applicant stands before these.
_BEHIND_APPLICANT: Final = re.compile(r"\s(?:mot|v\.|c\.|m\.\s?fl\.?|and Others|et autres|og andre)(?:\s|$)")
_NOT_ALPHANUMERIC: Final = re.compile(r"[\W_]+")
_SHORTEST_WITH_ENDING: Final = 7
_ENDINGS_OF_NATIONALITY: Final = ("", "s", "e", "t", "er", "ere", "eren", "erne", "ene", "en", "ne", "r")


class Sort(Enum):
    """What a public name is the name of."""

    PERSON = auto()
    PLACE = auto()
    LARGE_PLACE = auto()
    COUNTRY = auto()
    COURT = auto()
    ORGANISATION = auto()
    PHRASE = auto()


class _KnownNamesPart(Part):
    """What one file of known names may hold."""

    people: tuple[Text, ...] = ()
    places: tuple[Text, ...] = ()
    large_places: tuple[Text, ...] = ()
    organisations: tuple[Text, ...] = ()
    phrases: tuple[Text, ...] = ()
    contacts: tuple[Text, ...] = ()


class _NameWordsPart(Part):
    """The words by which names are told from other words."""

    given_names: tuple[Text, ...]
    ordinary: tuple[Text, ...]
    endings: tuple[Text, ...]
    endings_at_start: tuple[Text, ...]
    thing_words: tuple[Text, ...]
    organisation_words: tuple[Text, ...]
    public_roles: tuple[Text, ...]
    roles_of_several: tuple[Text, ...]
    private_roles: tuple[Text, ...]
    nationalities: tuple[Text, ...]


@dataclass(frozen=True)
class NameWords:
    """The words by which names are told from other words, in small letters."""

    given_names: frozenset[str]
    ordinary: frozenset[str]
    endings: tuple[str, ...]
    endings_at_start: tuple[str, ...]
    thing_words: frozenset[str]
    organisation_words: frozenset[str]
    public_roles: frozenset[str]
    roles_of_several: frozenset[str]
    private_roles: frozenset[str]
    nationalities: frozenset[str]

    @cached_property
    def roles(self) -> frozenset[str]:
        """The words that tell what somebody is in a case, public or not."""
        return self.public_roles | self.roles_of_several | self.private_roles

    def is_ordinary(self, word: str, *, opens: bool = False) -> bool:
        """Tell whether a word in small letters is no name, by the lists or by how it ends.

        Surnames end like some common words (-elsen); such an ending counts where the word opens a sentence only.
        """
        stem = word.removesuffix("s")
        if not self.ordinary.isdisjoint((word, stem, stem.rstrip("'’"))):
            return True
        endings = self.endings + self.endings_at_start if opens else self.endings
        return len(word) >= _SHORTEST_WITH_ENDING and word.endswith(endings)

    def tells_nationality(self, word: str) -> bool:
        """Tell whether a word in small letters is a nationality, in any of its forms."""
        endings = (ending for ending in _ENDINGS_OF_NATIONALITY if word.endswith(ending))
        return any(word[: len(word) - len(ending)] in self.nationalities for ending in endings)


@dataclass(frozen=True)
class KnownNames:
    """Public names by their first word, longest first, the contacts of public bodies, and the words around names."""

    names: Mapping[str, Sequence[tuple[tuple[str, ...], Sort]]] = field(repr=False)
    contacts: frozenset[str] = field(repr=False)
    words: NameWords = field(repr=False)

    def is_contact(self, text: str) -> bool:
        """Tell whether this is how to reach a public body; spaces, dots and hyphens make no difference."""
        return _bare(text) in self.contacts

    def sort_of(self, name: str) -> Sort | None:
        """What a public name is the name of."""
        return self._sorts.get(words_of(name))

    def is_norwegian_place(self, name: str) -> bool:
        """Tell whether a word is a place in Norway, or one that is known too widely to be in doubt."""
        return self.sort_of(name) in (Sort.PLACE, Sort.LARGE_PLACE)

    @cached_property
    def _sorts(self) -> Mapping[tuple[str, ...], Sort]:
        return {words: sort for names in self.names.values() for words, sort in names}


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name, in small letters."""
    return tuple(word.casefold() for word in WORD.findall(text))


def load_known_names(tables: Tables, register: Register | None = None, extra_folder: Path | None = None) -> KnownNames:
    """Load the public names: ours, those of a workspace in ``extra_folder``, of the tables and of the register.

    Of the register only the names of cases before the Court in Strasbourg count, for that is what the Court itself
    calls them. Raises ``DataTableBroken`` where a file of names cannot be used.
    """
    folders = [DATA_FOLDER, *([extra_folder] if extra_folder else [])]
    paths = (folder / KNOWN_NAMES_FILE for folder in folders)
    parts = _load(tuple((path, path.stat().st_size, path.stat().st_mtime_ns) for path in paths if path.is_file()))
    named = [*_from_parts(parts), *_from_tables(tables), *(_from_register(register) if register else ())]
    contacts = frozenset(_bare(contact) for part in parts for contact in part.contacts)
    return KnownNames(_by_first_word(named), contacts, _name_words())


@cache
def _load(files: Sequence[tuple[Path, int, int]]) -> tuple[_KnownNamesPart, ...]:
    """Read the files; with their sizes and times, so that lists which have changed are read again."""
    return tuple(read_part(path, _KnownNamesPart) for path, *_ in files)


@cache
def _name_words() -> NameWords:
    part = read_part(DATA_FOLDER / NAME_WORDS_FILE, _NameWordsPart)
    small = {name: frozenset(word.casefold() for word in getattr(part, name)) for name in _NameWordsPart.model_fields}
    return NameWords(
        **{name: words for name, words in small.items() if name not in ("endings", "endings_at_start", "ordinary")},
        ordinary=small["ordinary"] | _legal_words(),
        endings=part.endings,
        endings_at_start=part.endings_at_start,
    )


def _legal_words() -> frozenset[str]:
    """The words of law that searching knows; none of them is a name."""
    lists = load_word_lists()
    terms = (term for group in (*lists.families, *lists.concepts) for term in group)
    return frozenset(word for term in terms for word in words_of(term)) | lists.parts


def _from_parts(parts: Iterable[_KnownNamesPart]) -> Iterator[tuple[str, Sort]]:
    for part in parts:
        yield from ((name, Sort.PERSON) for name in part.people)
        yield from ((name, Sort.PLACE) for name in part.places)
        yield from ((name, Sort.LARGE_PLACE) for name in part.large_places)
        yield from ((name, Sort.ORGANISATION) for name in part.organisations)
        yield from ((name, Sort.PHRASE) for name in part.phrases)


def _from_tables(tables: Tables) -> Iterator[tuple[str, Sort]]:
    for court in tables.courts:
        yield from ((name, Sort.COURT) for name in _both(court.name))
    for country in tables.countries.values():
        yield from ((name, Sort.COUNTRY) for name in (country.nb, country.en, *country.examples))
    for row in (*tables.laws, *tables.provisions):
        yield from ((name, Sort.PHRASE) for name in _both(row.name))


def _from_register(register: Register) -> Iterator[tuple[str, Sort]]:
    for case in register.with_drafts.echr:
        applicants = (_BEHIND_APPLICANT.split(title)[0] for title in _both(case.title))
        yield from ((name, Sort.PERSON) for name in applicants if not _is_initials(name))


def _is_initials(name: str) -> bool:
    return all(len(word) == 1 for word in words_of(name) if word not in ("and", "og"))


def _both(name: Bilingual) -> tuple[str, ...]:
    return (name.nb, name.en) if name.en else (name.nb,)


def _by_first_word(named: Iterable[tuple[str, Sort]]) -> dict[str, tuple[tuple[tuple[str, ...], Sort], ...]]:
    """Group by the first word; of one name the first meaning counts, and longer names come first."""
    sorts: dict[tuple[str, ...], Sort] = {}
    for name, sort in named:
        sorts.setdefault(words_of(name), sort)
    grouped: dict[str, list[tuple[tuple[str, ...], Sort]]] = {}
    for words, sort in sorts.items():
        if words:
            grouped.setdefault(words[0], []).append((words, sort))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in grouped.items()}


def _bare(contact: str) -> str:
    return _NOT_ALPHANUMERIC.sub("", contact).casefold()
