"""The words of a text, what each may be, and the runs of words with capitals that names stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from kom_rulings.privacy.known_names import WORD, KnownNames, Sort

#: Words in small letters that stand inside names.
PARTICLES: Final = frozenset(
    {
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "dos",
        "das",
        "di",
        "du",
        "del",
        "della",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "bint",
        "abu",
        "av",
        "af",
        "y",
        "e",
        "ten",
        "ter",
        "zu",
    }
)
_DIRECTIONS: Final = frozenset(
    {
        "nord",
        "sør",
        "øst",
        "vest",
        "midt",
        "sentral",
        "nordøst",
        "nordvest",
        "sørøst",
        "sørvest",
        "ytre",
        "indre",
        "nedre",
        "øvre",
    }
)
_BETWEEN: Final = re.compile(r"[ ]{1,3}\n?[ ]{0,3}|\n[ ]{0,3}")
_BEHIND_INITIAL: Final = re.compile(r"\.?[ ]{0,2}|\.\n")
_BETWEEN_KNOWN: Final = re.compile(r"[\s,.]{1,3}")
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:;\n•*|\"«“(–-])[ \"«“(]{0,3}$")
_JOINTS: Final = ("'", "’", "-")
_LONGEST_ACRONYM: Final = 5
_SHORT_ACRONYM: Final = 2
#: What is written small before the capital of a surname: al-Testi, d'Exemple.
_PREFIXES: Final = ("al-", "el-", "ben-", "ibn-", "abu-", "ul-", "ur-", "d'", "d’", "l'", "l’")
_WIDTH: Final = 6


class Guise(Enum):
    """What a word may be, as far as its look and the lists tell."""

    SMALL = auto()
    PARTICLE = auto()
    INITIAL = auto()
    GIVEN = auto()
    UNKNOWN = auto()
    ORDINARY = auto()
    ACRONYM = auto()
    ORGANISATION = auto()
    NATIONALITY = auto()
    PLACE = auto()
    COUNTRY = auto()
    PUBLIC = auto()


_GUISES: Final = {Sort.PLACE: Guise.PLACE, Sort.LARGE_PLACE: Guise.PLACE, Sort.COUNTRY: Guise.COUNTRY}


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its place; ``sort`` tells what it is the public name of, or part of the name."""

    text: str
    start: int
    end: int
    guise: Guise
    small: str
    sort: Sort | None = None
    opens: bool = False

    @property
    def in_capitals(self) -> bool:
        """Whether all of it is written with capitals."""
        return self.text.isupper() and len(self.text) > 1


def words_in(text: str, known: KnownNames) -> list[Word]:
    """Every word of a text, with what it may be."""
    words = [_word(text, match, known) for match in WORD.finditer(text)]
    _mark_public(words, text, known)
    return words


def runs(words: Iterable[Word], text: str) -> Iterator[list[Word]]:
    """The words with capitals, initials and particles between them, that stand beside each other."""
    run: list[Word] = []
    for word in words:
        joined = bool(run) and _are_joined(text, run[-1], word)
        if run and not joined:
            yield run
            run = []
        if word.guise is Guise.SMALL or (word.guise is Guise.PARTICLE and not run):
            if run:
                yield run
                run = []
        else:
            run.append(word)
    if run:
        yield run


def _are_joined(text: str, before: Word, after: Word) -> bool:
    gap = text[before.end : after.start]
    pattern = _BEHIND_INITIAL if before.guise is Guise.INITIAL else _BETWEEN
    return len(gap) <= _WIDTH and bool(pattern.fullmatch(gap))


def _word(text: str, match: re.Match[str], known: KnownNames) -> Word:
    written = match[0]
    small = written.casefold()
    opens = not written[0].islower() and bool(
        _SENTENCE_START.search(text[max(0, match.start() - _WIDTH) : match.start()])
    )
    guise = _guise(written, small, known, opens=opens)
    return Word(written, match.start(), match.end(), guise, small, opens=opens)


def _guise(written: str, small: str, known: KnownNames, *, opens: bool) -> Guise:
    if small in PARTICLES and written[0].islower():
        return Guise.PARTICLE
    last = written[max(map(written.rfind, _JOINTS)) + 1 :]
    if not written[0].isupper():
        return Guise.UNKNOWN if last[0].isupper() and small.startswith(_PREFIXES) else Guise.SMALL
    if len(written) == 1:
        return Guise.INITIAL
    if last != written and "-" in written and last[0].islower():
        return Guise.ORDINARY
    return _guise_by_lists(written, small, known, opens=opens)


def _guise_by_lists(written: str, small: str, known: KnownNames, *, opens: bool) -> Guise:
    words, first = known.words, small.partition("-")[0]
    if written.isupper() and len(written) <= _SHORT_ACRONYM:
        return Guise.ACRONYM
    if small in words.given_names or (first != small and first in words.given_names):
        return Guise.GIVEN
    if words.tells_nationality(small):
        return Guise.NATIONALITY
    if first != small and first in _DIRECTIONS:
        return Guise.PLACE
    if small in words.organisation_words:
        return Guise.ORGANISATION
    if (
        small in words.roles
        or words.is_ordinary(small, opens=opens)
        or (first != small and (words.is_ordinary(first) or words.is_ordinary(small.rpartition("-")[2])))
    ):
        return Guise.ORDINARY
    if written.removesuffix("s").isupper() and len(written) <= _LONGEST_ACRONYM:
        return Guise.ACRONYM
    return Guise.GIVEN if small.endswith("s") and small[:-1] in words.given_names else Guise.UNKNOWN


def _mark_public(words: list[Word], text: str, known: KnownNames) -> None:
    """Mark the words of public names; the longest name that begins at a word counts."""
    number = 0
    while number < len(words):
        found = _public_at(words, number, text, known) if words[number].guise is not Guise.SMALL else None
        length, sort = found or (1, None)
        if sort is not None:
            for at in range(number, number + length):
                guise = _GUISES.get(sort, Guise.PUBLIC)
                # A first name that is also a place stays a first name.
                is_given = length == 1 and words[at].guise is Guise.GIVEN and guise is Guise.PLACE
                words[at] = replace(words[at], sort=sort, guise=words[at].guise if is_given else guise)
        number += length


def _public_at(words: Sequence[Word], number: int, text: str, known: KnownNames) -> tuple[int, Sort] | None:
    first = words[number].small
    stem = first.removesuffix("'s").removesuffix("’s").removesuffix("s")
    for head in dict.fromkeys((first, stem)):
        for name, sort in known.names.get(head, ()):
            if (len(name) == 1 or head == first) and _stands_at(name, words, number, text):
                return len(name), sort
    return None


def _stands_at(name: Sequence[str], words: Sequence[Word], number: int, text: str) -> bool:
    """Tell whether the words of a public name stand here, the last one perhaps in the genitive."""
    for at, wanted in enumerate(name[1:], number + 1):
        if at >= len(words) or not _BETWEEN_KNOWN.fullmatch(text[words[at - 1].end : words[at].start]):
            return False
        is_last = at == number + len(name) - 1
        if words[at].small != wanted and not (is_last and words[at].small.removesuffix("s") == wanted):
            return False
    return True
