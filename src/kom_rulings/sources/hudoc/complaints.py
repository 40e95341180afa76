"""The articles that an application was about, where the Court disposes of it as a whole: concluded, never certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from kom_rulings.sources.hudoc.admissibility import PROCEDURE
from kom_rulings.sources.hudoc.articles import groups_in, short_form

_SENTENCE: Final = re.compile(r"(?<=[.;])\s+(?=[A-ZÀ-Þ])")
_COMPLAINS: Final = re.compile(
    r"\bcomplain|\brel(?:ied|ying|ies)\s+on\b|\binvok|\balleg\w+\s+(?:a\s+)?(?:violation|breach)|\bse plaign|"
    r"\bse plaint|"
    r"\binvoqu|\ballègu|\bdénonc",
    re.IGNORECASE,
)
_BASE: Final = re.compile(r"(\d{1,2})(?:[-+].*)?")


def from_details(values: Iterable[str]) -> list[str]:
    """The articles that the case details list, without those on procedure: “4”, “35-3-a”, “P1-1”."""
    found: list[str] = []
    for value in values:
        for one in re.split(r"[;,\s]+", value):
            match = _BASE.fullmatch(one)
            name = short_form(one) or (str(int(match[1])) if match else "")
            if name and name not in PROCEDURE and name != "0":
                found.append(name)
    return list(dict.fromkeys(found))


def from_text(paragraphs: Sequence[str]) -> tuple[list[str], str]:
    """The articles that the applicant relied on, as the text tells, and the first sentence that does."""
    found: list[str] = []
    said = ""
    for paragraph in paragraphs:
        for sentence in _SENTENCE.split(paragraph):
            if not _COMPLAINS.search(sentence):
                continue
            names = [
                article.name
                for group in groups_in(sentence)
                if group.clear
                for article in group.articles
                if article.name not in PROCEDURE
            ]
            said = said or (sentence if names else "")
            found += names
    return list(dict.fromkeys(found)), said
