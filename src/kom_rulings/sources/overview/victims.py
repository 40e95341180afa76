"""Victims and defendants as a cell counts them: how many, how many under 18, and from where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kom_rulings.records.tables import Tables
from kom_rulings.sources.immigration.nationalities import country_named

_NUMBERS: Final = {
    word: n
    for n, words in enumerate(
        ("ingen none", "en én ett ein éin ei éi one", "to two", "tre three", "fire four", "fem five", "seks six",
         "sju syv seven", "åtte eight", "ni nine", "ti ten", "elleve eleven", "tolv twelve")
    )
    for word in words.split()
}  # fmt: skip
_N = r"(?:\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
_MINOR = r"(?:mindreårige?|under 18(?: år)?|barn|minors?|children|u/18|jenter under 18)"
_ABOUT = re.compile(r"\b(?:om lag|ca\.?|cirka|omtrent|omkring|rundt|about)\s*", re.IGNORECASE)
_INEXACT = re.compile(
    r"\b(?:minst|flere|fleire|over|inntil|at least|several|mellom)\b|\d\s*[-–]\s*\d|\+", re.IGNORECASE
)
_MINORS = re.compile(
    rf"(?P<all>\b(?:alle|begge|all|both)\b[^,;]{{0,12}}{_MINOR})|(?P<none>\b(?:ingen|none)\b[^,;]{{0,12}}{_MINOR})"
    rf"|(?P<some>(?:minst (?:én|en|ett|1)|at least one)[^,;]{{0,12}}{_MINOR}?)"
    rf"|(?<![\w-])(?P<n>{_N})\s*(?:av dem |var |er |of them )?\w{{0,12}}\s*{_MINOR}"
    rf"|{_MINOR}\s*[:=]\s*(?P<labelled>{_N})\b",
    re.IGNORECASE,
)  # fmt: skip
_OWN_MINORS = re.compile(r"^[^(]*\((?P<inside>\d{1,3}|minst én|at least one|ikke kjent|not known)\)\s*$")
_COUNT = re.compile(
    rf"^\W*(?:(?:antall|fornærmede?|ofre|offer|victims?)\s*:?\s*)?(?P<n>{_N})(?![\w/.-])", re.IGNORECASE
)
_PIECE = re.compile(r"[,;/()\n:]|\s+(?:og|and|fra|frå|from)\s+")
_WORD = re.compile(r"[^\W\d]{3,}")


@dataclass(frozen=True)
class Persons:
    """How many persons; what the cell does not tell is ``None`` or empty, and ``rest`` are pieces that nothing took."""

    count: int | None = None
    approximate: bool = False
    minors: int | Literal["some"] | None = None
    countries: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


def persons_in(cell: str, tables: Tables) -> Persons:
    """Read a cell such as “4 (2 mindreårige), Nigeria og Romania”, or “10 (ikke kjent)” of our own overview."""
    text = " ".join(cell.split("\n")) if "(" in cell else cell.replace("\n", ", ")
    about = bool(_ABOUT.search(text))
    plain = _ABOUT.sub("", text)
    minors, without = _minors(plain)
    match = _COUNT.match(without)
    exact = match is not None and not _INEXACT.search(without)
    count = number(match["n"]) if match and exact else None
    if minors == "all":
        minors = count
    countries = tuple(countries_in(cell, tables))
    rest = () if count is not None or minors is not None or countries or not _WORD.search(plain) else (cell,)
    rest = (cell,) if _INEXACT.search(without) and not rest else rest
    return Persons(count, about and count is not None, minors, countries, rest)  # type: ignore[arg-type]


def number(text: str) -> int:
    """A number in figures or words."""
    return int(text) if text.isdigit() else _NUMBERS[text.lower()]


def countries_in(cell: str, tables: Tables) -> Iterator[str]:
    """The codes of the countries that a cell lists, by names or adjectives, each once."""
    found: list[str] = []
    for piece in _PIECE.split(cell):
        code = _country(piece, tables)
        if code is not None and code not in found:
            found.append(code)
            yield code


def _country(piece: str, tables: Tables) -> str | None:
    """The country of a piece: the whole of it, or what stands behind a number: “2 nigerianske kvinner”."""
    plain = re.sub(rf"^\W*(?:{_N}\s+)?", "", piece.strip(" ."), flags=re.IGNORECASE)
    if not plain:
        return None
    words = plain.split()
    tried: Sequence[str] = (plain, words[0], words[-1])
    return next((code for one in tried if len(one) > 2 and (code := country_named(one, tables))), None)  # noqa: PLR2004


def _minors(text: str) -> tuple[int | str | None, str]:
    """The number of minors and the cell without it."""
    own = _OWN_MINORS.match(text)
    if own:
        inside = own["inside"]
        known = int(inside) if inside.isdigit() else "some" if "m" in inside or "least" in inside else None
        return known, text.partition("(")[0]
    match = _MINORS.search(text)
    if match is None:
        return None, text
    without = f"{text[: match.start()]} {text[match.end() :]}"
    if match["all"]:
        return "all", without
    if match["some"]:
        return "some", without
    return (0 if match["none"] else number(match["n"] or match["labelled"])), without
