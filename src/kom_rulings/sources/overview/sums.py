"""Sums that a cell says were awarded or taken, in whole kroner."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_SPACE = r"[ \u00a0\u202f]"
_AMOUNT = re.compile(
    rf"(?<![\w.,/-])(?:(?P<times>\d{{1,2}})\s*[x×]\s*)?(?P<sign>(?:kr\.?|NOK|kroner)\s*)?"
    rf"(?:(?P<whole>\d{{1,3}}(?:(?:{_SPACE}|\.|,)\d{{3}})+|\d{{4,9}})"
    rf"|(?P<some>\d{{1,3}}(?:,\d{{1,2}})?)\s*(?P<scale>millioner|million|mill\.?|tusen))"
    r"(?P<tail>,-|,00|:-|\s*(?:kr|kroner|NOK)\b)?(?!\d|/\d)",
    re.IGNORECASE,
)  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_TO = re.compile(
    r"\s*(?:(?:kr|kroner)\s+)?(?:til|to)\s+([\wæøåÆØÅ ]{1,40}?)(?=\s*(?:[,;.\n(]|\bog\s+(?:kr|\d)|$))", re.IGNORECASE
)
_ROUGH = re.compile(
    r"(?:\b(?:ca\.?|cirka|om lag|omtrent|rundt|drøyt|over|under|inntil|mellom|minst|about)|[-–])\s*(?:kr\.?\s*)?$",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b(?:mellom|between|fra kr|frå kr)\b|\d{3}\s*[-–]\s*(?:kr\.?\s*)?\d{1,3}[ .\u00a0]\d{3}", re.IGNORECASE
)
_NONE: Final = re.compile(r"\s*(?:ingen|none|nei)\.?\s*", re.IGNORECASE)
_KINDS: Final = (
    ("compensation_and_redress", (r"(?:erstatning\w*\s*(?:og|/)\s*oppr[ei]+sning\w*|oppr[ei]+sning\w*\s*(?:og"
        r"|/)\s*erstatning\w*|compensation and redress)")),
    ("redress", r"oppreisning\w*|oppreising\w*|redress"),
    ("compensation", r"erstatning\w*|compensation"),
    ("confiscation", r"inndrag\w+|inndrege\w*|confiscat\w+"),
    ("repayment", r"tilbakebetal\w+|repayment"),
)  # fmt: skip

#: Cells and the sums in them, each with whom it is to; the tests walk them.
EXAMPLES: Final = {
    "kr 150 000 til hver": ("150000 to hver",),
    "kr 150 000": ("150000",),
    "kr. 150.000": ("150000",),
    "150 000 kr": ("150000",),
    "150\u00a0000 kroner": ("150000",),
    "150.000,-": ("150000",),
    "kr 150 000,00": ("150000",),
    "NOK 150,000": ("150000",),
    "150000": ("150000",),
    "75 000 til fornærmede A og kr 50 000 til fornærmede B": ("75000 to fornærmede A", "50000 to fornærmede B"),
    "kr 100 000 og kr 50 000": ("100000", "50000"),
    "kr 100 000\nkr 80 000": ("100000", "80000"),
    "1,4 millioner kroner": ("1400000",),
    "26 mill. kr": ("26000000",),
    "200 tusen": ("200000",),
    "2 x 120 000": ("120000", "120000"),
    "Oppreisning kr 90 000": ("90000",),
    "kr 200 000 (samlet)": ("200000",),
    "kr 60 000 til B, kr 40 000 til C": ("60000 to B", "40000 to C"),
    "Ingen": (),
    "Ukjent": (),
    "ca. kr 150 000": (),
    "mellom 50 000 og 100 000": (),
    "kr 50 000–100 000": (),
    "dom av 2017": (),
    "25965/04": (),
}


class Sum(NamedTuple):
    """An amount in kroner, whom it is to, and what sort of payment the cell calls it."""

    amount: int
    to: str
    kind: str

    def __str__(self) -> str:
        return f"{self.amount}{f' to {self.to}' if self.to else ''}"


def sums_in(cell: str) -> list[Sum]:
    """The sums of a cell in their order; a range, or an amount that is only about so much, is left."""
    found: list[Sum] = []
    if _RANGE.search(cell):
        return found
    for match in _AMOUNT.finditer(cell):
        bare_year = match["whole"] and _YEAR.fullmatch(match["whole"]) and not match["sign"] and not match["tail"]
        if bare_year or _ROUGH.search(cell[: match.start()]):
            continue
        to = _TO.match(cell, match.end())
        found += [Sum(_kroner(match), to[1].strip() if to else "", _kind(cell, match.start()))] * int(
            match["times"] or 1
        )
    return found


def says_none(cell: str) -> bool:
    """Whether a cell says that nothing was awarded."""
    return bool(_NONE.fullmatch(cell))


def _kroner(match: re.Match[str]) -> int:
    if match["whole"]:
        return int(re.sub(r"\D", "", match["whole"]))
    scale = 1_000 if match["scale"].lower() == "tusen" else 1_000_000
    whole, _, part = match["some"].partition(",")
    return int(whole) * scale + int(part.ljust(2, "0") or 0) * scale // 100


def _kind(cell: str, at: int) -> str:
    """The last word before the amount that says what sort of payment it is."""
    found = [
        (match.end(), -n, kind)
        for n, (kind, words) in enumerate(_KINDS)
        for match in re.finditer(words, cell[:at], re.IGNORECASE)
    ]
    return max(found)[2] if found else ""
