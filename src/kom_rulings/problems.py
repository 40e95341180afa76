"""Findings: what is wrong in the records, as values with place, severity, message and a hint that mends it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from kom_rulings.problem_codes import CODES
from kom_rulings.wording import LANGUAGES, N_, Language, wording


class Severity(StrEnum):
    """How grave a finding is: an error stops publishing, a warning asks for a look, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}

#: The way to a value in a record: keys and positions, such as ("rulings", 0, "date").
Path = tuple[str | int, ...]


class Place(NamedTuple):
    """Where something stands: the file below ``rulings/``, line and column from 1, and the field."""

    file: str
    line: int = 1
    column: int = 1
    field: str = ""


@dataclass(frozen=True)
class Problem:
    """One finding. ``params`` fill the message and the hint of its code."""

    code: str
    place: Place
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """The severity, which belongs to the code."""
        return Severity(CODES[self.code].severity)

    def message(self, language: Language) -> str:
        """What is wrong, in one sentence."""
        return wording(language)(CODES[self.code].message, **self.params)

    def hint(self, language: Language) -> str:
        """How to mend it, with “did you mean” where something much like it exists."""
        say = wording(language)
        guess = say(N_("Did you mean {nearest}?"), **self.params) + " " if self.params.get("nearest") else ""
        return guess + say(CODES[self.code].hint, **self.params)

    def as_json(self) -> dict[str, object]:
        """The finding as plain data, with message and hint in every language."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            **self.place._asdict(),
            "message": {language: self.message(language) for language in LANGUAGES},
            "hint": {language: self.hint(language) for language in LANGUAGES},
        }


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort findings by file and line, the gravest first where several stand on one line."""
    return sorted(problems, key=lambda p: (p.place.file, p.place.line, _GRAVITY[p.severity], p.code, p.place))


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """The findings that stop publishing."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def dotted(path: Path) -> str:
    """Write the way to a field as people read it: ``rulings[1].date``; positions count from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


def undotted(field: str) -> Path:
    """The way to a field from how it is written for people: the other way round than ``dotted``.

    >>> undotted("rulings[1].summary.nb")
    ('rulings', 0, 'summary', 'nb')
    """
    steps = re.findall(r"\[(\d+)\]|([^.\[\]]+)", field)
    return tuple(int(number) - 1 if number else name for number, name in steps)
