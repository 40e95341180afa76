"""Lengths of imprisonment as a cell gives them, with the part that is suspended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

Length = Mapping[str, int]

_WORDS: Final = (
    *("null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv", "tretten"),
    *("fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tjue"),
)
_ENGLISH: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NUMBERS: Final = {
    **{word: n for n, word in enumerate(_ENGLISH)}, **{word: n for n, word in enumerate(_WORDS)},
    "ett": 1, "én": 1, "et": 1, "eitt": 1, "ein": 1, "éin": 1, "syv": 7, "tjueen": 21, "a": 1,
}  # fmt: skip
_NUMBER = r"(?:\d{1,3}(?:,5| ?1/2| ?½)?|½|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
_HALF = r"(?:\s+og\s+(?:et\s+|eit\s+)?halvt|\s+and\s+a\s+half)"
_YEARS, _MONTHS, _DAYS = (
    r"(?:år|years?)",
    r"(?:måneder?s?|månader?|mnd\w{0,2}|mdr?|months?)",
    r"(?:dager|dagar|dag|days?|dgr)",
)
_JOINT = r"(?:\s*,\s*|\s+og\s+|\s+and\s+|\s*)"
_LENGTH = re.compile(
    rf"(?<![\w,./])(?:(?P<and_half>halvannet|halvanna)\s+år|(?P<years>{_NUMBER}{_HALF}?)\s*{_YEARS}\b(?!\s+gam)\.?"
    rf"(?:{_JOINT}(?P<months>{_NUMBER})\s*{_MONTHS}\b\.?)?(?:{_JOINT}(?P<days>{_NUMBER})\s*{_DAYS}\b)?"
    rf"|(?P<only_months>{_NUMBER})\s*{_MONTHS}\b\.?(?:{_JOINT}(?P<more_days>{_NUMBER})\s*{_DAYS}\b)?"
    rf"|(?P<only_days>{_NUMBER})\s*{_DAYS}\b)(?!\s+(?:hver\s+)?(?:betinget\s+)?prøvetid)",
    re.IGNORECASE,
)  # fmt: skip
_SUSPENDED_BEHIND = re.compile(
    r"\s*(?:er |ble |vart |is |was )?(?:gjort |gjorde )?(?:betinget|betinga|på vilkår|suspended)", re.IGNORECASE
)
_SUSPENDED_BEFORE = re.compile(
    r"(?:betinget|betinga|suspended)\s+(?:fengsel|imprisonment)?\s*(?:i|på|of)?\s*$", re.IGNORECASE
)
_PART_BEFORE = re.compile(r"(?:hvorav|herav|derav|der|kvarav|of which|av disse|\(|,)\s*$", re.IGNORECASE)
_PROBATION = re.compile(r"(?:prøvetid\w*|probation)\s*(?:på|av|i|of)?\s*$", re.IGNORECASE)
#: What makes a length none that can be recorded as it stands: a range, an estimate, another sanction.
_NOT_EXACT = re.compile(
    r"\b(?:fra|frå|from|mellom|between|ca|cirka|om lag|rundt|inntil|minst|over|under|about|forvaring\w*"
    r"|samfunnsstraff\w*|"
    r"samfunnstjeneste|bot|timer|ungdomsstraff)\b|\d\s*[-–]\s*\d+\s*(?:år|m|d|years)",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:til hver|på hver|hver|kvar|each)\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:begge|både|both|til begge)\b", re.IGNORECASE)
_LABEL = re.compile(r"^\s*((?:[A-ZÆØÅ]|[A-ZÆØÅa-zæøå]\w+(?: \w+){0,2}(?: [A-D1-9])?))\s*(?::|–|\s-\s)\s*")
_BETWEEN = re.compile(r"\n|;|\s+/\s+")

#: Cells and the sentences in them: years, months and days, behind a stroke the suspended part; the tests walk them.
EXAMPLES: Final = {
    "3 år 6 mnd": ("3-6-0",),
    "3 år 6 mnd.": ("3-6-0",),
    "3 år, 6 mndr": ("3-6-0",),
    "3 år og 6 måneder": ("3-6-0",),
    "3\u00a0år og 6\u00a0måneder": ("3-6-0",),
    "tre år og seks måneder": ("3-6-0",),
    "Fengsel i 3 år og 6 md.": ("3-6-0",),
    "3,5 år": ("3-6-0",),
    "2 ½ år": ("2-6-0",),
    "to og et halvt år": ("2-6-0",),
    "halvannet år": ("1-6-0",),
    "11 år": ("11-0-0",),
    "ett år": ("1-0-0",),
    "18 måneder": ("0-18-0",),
    "120 dager": ("0-0-120",),
    "1 år, 2 måneder og 15 dager": ("1-2-15",),
    "7 months": ("0-7-0",),
    "four years and six months": ("4-6-0",),
    "2 år og 6 måneder, hvorav 6 måneder betinget": ("2-6-0/0-6-0",),
    "2 år og 6 måneder hvorav 1 år er gjort betinget": ("2-6-0/1-0-0",),
    "2 år (6 mnd betinget)": ("2-0-0/0-6-0",),
    "2 år, herav 120 dager på vilkår": ("2-0-0/0-0-120",),
    "3 years, of which 6 months suspended": ("3-0-0/0-6-0",),
    "60 dager betinget": ("0-0-60/0-0-60",),
    "betinget fengsel i 45 dager": ("0-0-45/0-0-45",),
    "1 år betinget med prøvetid på 2 år": ("1-0-0/1-0-0",),
    "A: 3 år\nB: 2 år 6 mnd": ("A: 3-0-0", "B: 2-6-0"),
    "Hovedmannen: 9 år": ("Hovedmannen: 9-0-0",),
    "5 år; 4 år 6 mnd": ("5-0-0", "4-6-0"),
    "5 år og 4 år 6 mnd": ("5-0-0", "4-6-0"),
    "3 år begge": ("3-0-0", "3-0-0"),
    "5 år / 3 år": ("5-0-0", "3-0-0"),
    "fra 1 år til 5 år": (),
    "3–5 år": (),
    "ca. 3 år": (),
    "3 år til hver": (),
    "Forvaring i 6 år": (),
    "Samfunnsstraff 120 timer": (),
    "Ukjent": (),
    "16 år gammel": (),
}


@dataclass(frozen=True)
class Sentence:
    """A sentence of imprisonment; the label is how the cell tells defendants apart, and is empty where it does not."""

    length: Length
    suspended: Length | None = None
    label: str = ""

    def __str__(self) -> str:
        label = f"{self.label}: " if self.label else ""
        return f"{label}{_written(self.length)}{f'/{_written(self.suspended)}' if self.suspended else ''}"


def sentences_in(cell: str) -> list[Sentence]:
    """The sentences of a cell in their order; none where one of them is no exact length of imprisonment.

    “3 år til hver” tells no number of sentences and gives none.
    """
    if _NOT_EXACT.search(cell) or (_EACH.search(cell) and not _BOTH.search(cell)):
        return []
    return [one for piece in _BETWEEN.split(cell) for one in _of_piece(piece)]


def _of_piece(piece: str) -> list[Sentence]:
    label = _LABEL.match(piece)
    found: list[Sentence] = []
    for match in _LENGTH.finditer(piece):
        before, behind = piece[: match.start()], piece[match.end() :]
        length = _length(match)
        if _PROBATION.search(before) or not length:
            continue
        if _SUSPENDED_BEHIND.match(behind) and found and _PART_BEFORE.search(before):
            found[-1] = replace(found[-1], suspended=length)
        elif _SUSPENDED_BEHIND.match(behind) or _SUSPENDED_BEFORE.search(before):
            found.append(Sentence(length, length))
        else:
            found.append(Sentence(length))
    if label:
        found = [replace(one, label=label[1]) for one in found]
    return found * 2 if len(found) == 1 and _BOTH.search(piece) else found


def _length(match: re.Match[str]) -> Length:
    if match["and_half"]:
        return {"years": 1, "months": 6}
    years = _number(match["years"])
    months = _number(match["months"] or match["only_months"]) + (years - int(years)) * 12
    days = _number(match["days"] or match["more_days"] or match["only_days"])
    numbers = {"years": int(years), "months": int(months), "days": int(days)}
    return {name: number for name, number in numbers.items() if number}


def _number(text: str | None) -> Fraction:
    if not text:
        return Fraction(0)
    half = re.search(r",5|1/2|½|halvt|half", text)
    whole = re.match(r"\d+(?=,| ?1/2| ?½|$)|[^\W\d]+", text.lower())
    found = _NUMBERS.get(whole[0], 0) if whole and whole[0].isalpha() else int(whole[0]) if whole else 0
    return Fraction(found) + (Fraction(1, 2) if half else 0)


def _written(length: Length) -> str:
    return "-".join(str(length.get(name, 0)) for name in ("years", "months", "days"))
