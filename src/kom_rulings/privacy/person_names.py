"""Names of persons: words with capitals beside each other that are no public names, and single ones after “fornærmede”.

A first name followed by a word with a capital is a name; two unknown words are one too; and so are initials before an
unknown word. Judges, counsel, experts, officials and the case names of Strasbourg are named in public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kom_rulings.privacy.capital_words import Guise, Word, runs
from kom_rulings.privacy.known_names import WORD, KnownNames
from kom_rulings.privacy.public_roles import named_in_public
from kom_rulings.privacy.reading import Reading, Span

_ALWAYS: Final = frozenset({Guise.GIVEN, Guise.UNKNOWN, Guise.INITIAL, Guise.PARTICLE})
_AS_SURNAME: Final = frozenset({Guise.PLACE, Guise.ORDINARY, Guise.ACRONYM, Guise.NATIONALITY})
_LOOSE: Final = frozenset({Guise.INITIAL, Guise.PARTICLE})
_AFTER_ROLE: Final = re.compile(r"\.?\s{1,2}|:\s{1,2}")
_AFTER_ROLE_AND_COMMA: Final = re.compile(r"[,:]?\s{1,2}[«“\"]?")
_SURNAME_FIRST: Final = re.compile(r",\s{1,2}")
_ENUMERATION: Final = re.compile(r"(?:^|\n)[ ]{0,4}$")
_SHORTEST_SURNAME: Final = 3
_PAIR: Final = 2
_WIDTH: Final = 40


def person_names(reading: Reading) -> Iterator[Span]:
    """Find names of persons that are not borne in public."""
    words = [word for word in reading.words if not reading.web_addresses.meet(word.start, word.end)]
    names = [Span(name[0].start, name[-1].end) for run in runs(words, reading.text) for name in _names_in(run, reading)]
    taken = {at for name in names for at in (name.start, name.end)}
    singles = [one for one in _singles(words, reading) if not {one.start, one.end} & taken]
    found = sorted({*names, *singles, *_surname_first(words, reading)})
    public = named_in_public(found, reading)
    yield from (name for name in found if name not in public and not reading.references.meet(*name))


def _names_in(run: Sequence[Word], reading: Reading) -> Iterator[list[Word]]:
    """The names in a run of words with capitals."""
    part: list[Word] = []
    for word in run:
        if word.guise in _ALWAYS or _may_be_surname(part, word, reading):
            part.append(word)
            continue
        if word.guise is not Guise.ORGANISATION or _has_first_name(part):
            yield from _if_name(part, reading)
        part = []
    yield from _if_name(part, reading)


def _may_be_surname(part: Sequence[Word], word: Word, reading: Reading) -> bool:
    """Tell whether a place, a common word or capitals may be a surname: behind a first name that is no other word."""
    if word.guise not in _AS_SURNAME or not part or "\n" in reading.text[part[-1].end : word.start]:
        return False
    if word.small in reading.known.words.roles or (word.guise is Guise.ACRONYM and len(word.text) < _SHORTEST_SURNAME):
        return False
    return any(one.guise is Guise.GIVEN and one.sort is None and not _may_open(one, reading.known) for one in part)


def _may_open(word: Word, known: KnownNames) -> bool:
    """Tell whether a first name may be a common word that opens a sentence: Per, Are, Even."""
    return word.opens and known.words.is_ordinary(word.small)


def _has_first_name(part: Sequence[Word]) -> bool:
    return any(word.guise is Guise.GIVEN for word in part)


def _if_name(part: Sequence[Word], reading: Reading) -> Iterator[list[Word]]:
    """The part without loose ends, if it is a name."""
    name = list(part)
    while name and (name[-1].guise in _LOOSE or name[0].guise is Guise.PARTICLE):
        name.pop() if name[-1].guise in _LOOSE else name.pop(0)
    if name and (_is_with_first_name(name) or (_is_of_unknown_words(name, reading) and not _is_thing(name, reading))):
        yield name


def _is_with_first_name(name: Sequence[Word]) -> bool:
    return len(name) >= _PAIR and _has_first_name(name)


def _is_thing(name: Sequence[Word], reading: Reading) -> bool:
    """Tell whether the words before say that this is no person: “operasjon”, “restauranten”, “en” Ford Transit."""
    before = WORD.findall(reading.text[max(0, name[0].start - _WIDTH) : name[0].start].rstrip('«“"'))
    return bool(before) and before[-1].casefold() in reading.known.words.thing_words


def _is_of_unknown_words(name: Sequence[Word], reading: Reading) -> bool:
    text = reading.text
    unknown = [word for word in name if word.guise is Guise.UNKNOWN]
    initials = [word for word in name if word.guise is Guise.INITIAL and text[word.end : word.end + 1] == "."]
    if len(unknown) >= _PAIR:
        return not _is_heading(unknown, text)
    return bool(unknown and initials) and not _is_enumerated(name, initials, text)


def _is_heading(words: Sequence[Word], text: str) -> bool:
    """Tell whether the words stand in a line of capitals only."""
    if not all(word.in_capitals for word in words):
        return False
    start = text.rfind("\n", 0, words[0].start) + 1
    end = text.find("\n", words[-1].end)
    line = text[start : end if end >= 0 else len(text)]
    return line == line.upper()


def _is_enumerated(name: Sequence[Word], initials: Sequence[Word], text: str) -> bool:
    """Tell whether the letter counts headings: “B. Skyldspørsmålet” alone on its line."""
    alone = text[name[-1].end : name[-1].end + 2].strip(" ")[:1] in ("", "\n")
    at_start = bool(_ENUMERATION.search(text[max(0, name[0].start - 5) : name[0].start]))
    return len(initials) == 1 and at_start and alone


def _singles(words: Sequence[Word], reading: Reading) -> Iterator[Span]:
    """Single words with capitals after a word such as “fornærmede” or “Ms”."""
    for role, word in pairwise(words):
        if role.small not in reading.known.words.private_roles or word.guise not in (Guise.GIVEN, Guise.UNKNOWN):
            continue
        gap = _AFTER_ROLE if word.guise is Guise.UNKNOWN else _AFTER_ROLE_AND_COMMA
        between = reading.text[role.end : word.start]
        is_full_stop = "." in between and not role.text[0].isupper()
        if gap.fullmatch(between) and not is_full_stop and not word.text[0].islower():
            yield Span(word.start, word.end)


def _surname_first(words: Sequence[Word], reading: Reading) -> Iterator[Span]:
    """“TESTESEN, Kari”."""
    for surname, first in pairwise(words):
        # “IOM, ROSA” are two acronyms.
        is_surname = surname.in_capitals and (
            surname.guise is Guise.UNKNOWN or (surname.guise is Guise.ACRONYM and not first.in_capitals)
        )
        between = reading.text[surname.end : first.start]
        if is_surname and first.guise is Guise.GIVEN and _SURNAME_FIRST.fullmatch(between):
            yield Span(surname.start, first.end)
