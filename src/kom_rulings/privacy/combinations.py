"""What names nobody alone but does so together: age, small place and nationality; initials and a place.

Oslo, the largest towns, regions and countries are too large to tell who somebody is, and a place in the name of a
court tells where the case was heard and no more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from kom_rulings.privacy.capital_words import Guise, Word
from kom_rulings.privacy.known_names import KnownNames, Sort
from kom_rulings.privacy.public_roles import is_case_name
from kom_rulings.privacy.reading import Reading, Span

_PERSON: Final = (
    r"(?:fornærm|tiltal|sikte|jent|gutt|kvinn|mann|menn|barn|person|søst|bror|brødre|datter|sønn|tenåring|ungdom"
    r"|girl|boy|woman|women|man|men|child|sister|brother)\w{0,6}"
)
_NUMBER_WORD: Final = (
    r"(?:ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tjue(?:en|to|tre|fire|fem|seks|sju|åtte|ni)?|"
    r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
)
_AGE: Final = re.compile(
    rf"(?i)\b(?:\d{{1,2}}|{_NUMBER_WORD})[ -]?"
    r"(?:år(?:ige?|ingen?|ingar|inger)\b|åring\w{0,3}\b|år(?:s|\s)?\s?gam\w{1,4}\b|-?years?[ -]old\b)"
    rf"|\b{_PERSON}(?:\s\([^()]{{1,20}}\))?,?\s(?:(?:på|i alderen|aged)\s)?"
    r"\d{1,2}(?:(?:,|\sog|\stil|-)\s?\d{1,2}){0,4}\sår\b"
    r"|\b(?:aged|age)\s\d{1,2}\b"
    r"|\b(?:var|er|vart|ble|blei|fylte|fylt|was|is|turned)\s(?:da |bare |only |just )?\d{1,2}\sår\b"
    rf"|\b{_PERSON}\s\(\d{{2}}\)|(?<!fengsel)(?<!straff)(?<!dom)\spå\s\d{{1,2}}\sår\b"
)
_NOT_A_HOME: Final = re.compile(
    r"\s(?:og\s[^\W\d_a-z]\w{1,20}\s)?"
    r"(?i:tingrett|lagmannsrett|herredsrett|byrett|forhørsrett|politi|(?:district )?court|statsadvokat|fengsel)"
)
#: Initials with full stops, or two letters alone where a home follows.
_INITIALS: Final = re.compile(
    r"(?<![\w.])[A-ZÆØÅ]\.\s?[A-ZÆØÅ]\.?(?:\s?[A-ZÆØÅ]\.?)?(?!\w)"
    r"|(?<![\w.])[A-ZÆØÅ]{2}(?=\s(?:fra|frå|from|bosatt|busett)\s)"
)
_HOME: Final = re.compile(
    r"\.?,?\s?\(?(?:(?:fra|frå|from|bosatt i|busett i|bosatt på|bor i|bodde i|som bodde (?:i|på)|who lived in"
    r"|living in|of|i|in|på)\s)?"
)
_SERIES: Final = frozenset({"EU", "FN", "UN", "EØS", "US", "UK", "EF", "EC", "IS", "TV"})
_REACH: Final = 45
_MOST_WORDS: Final = 8
#: Lists and tables have no full stops; what stands so far apart is not said of one person.
_LONGEST_SENTENCE: Final = 300
_PREPOSITIONS: Final = frozenset({"i", "på", "ved", "nær", "utenfor", "in", "at", "near", "outside"})


def ages_with_place_and_nationality(reading: Reading) -> Iterator[Span]:
    """Find sentences that tell age, nationality and a small place; the span goes from the first to the last of them."""
    words = reading.words
    starts = [word.start for word in words]
    for age in _first_of_sentence(reading):
        sentence = reading.sentences[_number(reading.sentences, age.start)]
        inside = words[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        nationality = next((word for word in inside if _tells_nationality(word, reading.known)), None)
        place = next(
            (word for number, word in enumerate(inside) if _is_home(word, inside[number - 1 : number], reading.text)),
            None,
        )
        if nationality and place:
            parts = [age, Span(nationality.start, nationality.end), Span(place.start, place.end)]
            together = Span(min(part.start for part in parts), max(part.end for part in parts))
            if together.end - together.start <= _LONGEST_SENTENCE:
                yield together


def _first_of_sentence(reading: Reading) -> Iterator[Span]:
    seen = -1
    for match in _AGE.finditer(reading.text):
        number = _number(reading.sentences, match.start())
        if number != seen:
            yield Span(*match.span())
        seen = number


def _number(sentences: Sequence[Span], at: int) -> int:
    return bisect_left(sentences, (at + 1, 0)) - 1


def _tells_nationality(word: Word, known: KnownNames) -> bool:
    if word.guise is Guise.COUNTRY:
        return word.small.removesuffix("s") not in ("norge", "noreg", "norway")
    return word.guise is Guise.NATIONALITY or (word.guise is Guise.SMALL and known.words.tells_nationality(word.small))


def _is_home(word: Word, before: Sequence[Word], text: str) -> bool:
    """Tell whether a word is a small place, known or after a preposition, and no part of a court's name."""
    is_small = word.sort is Sort.PLACE or (
        word.guise is Guise.UNKNOWN and word.sort is None and bool(before) and before[0].small in _PREPOSITIONS
    )
    return is_small and not _NOT_A_HOME.match(text, word.end)


def initials_with_places(reading: Reading) -> Iterator[Span]:
    """Find initials with a place right behind them, or with a small place in the same sentence not far away."""
    words = reading.words
    starts = [word.start for word in words]
    for match in _INITIALS.finditer(reading.text):
        initials = Span(*match.span())
        if match[0] in _SERIES or is_case_name(initials, reading) or reading.in_reference_or_address(*initials):
            continue
        first = bisect_left(starts, initials.end)
        place = _place_behind(initials, words[first : first + _MOST_WORDS], reading.text)
        if place is not None:
            yield Span(initials.start, place.end)


def _place_behind(initials: Span, words: Sequence[Word], text: str) -> Word | None:
    home = _HOME.match(text, initials.end)
    direct = home.end() if home and home.end() > initials.end else -1
    for word in words:
        if word.start - initials.end > _REACH or re.search(r"[a-zæøå][.!?]\s", text[initials.end : word.start]):
            return None
        if _NOT_A_HOME.match(text, word.end):
            continue
        if word.sort is Sort.PLACE or (
            word.start == direct and (word.guise is Guise.PLACE or word.guise is Guise.UNKNOWN)
        ):
            return word
    return None
