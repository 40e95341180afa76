"""A saved judgment taken apart: all that its fields are read from, once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from kom_rulings.pages.page import SavedPage
from kom_rulings.problems import Path
from kom_rulings.records.tables import Tables
from kom_rulings.sources.draft import Understood, Value
from kom_rulings.sources.hudoc.details import Details, split_details
from kom_rulings.sources.hudoc.head import Head, application_numbers, head_of
from kom_rulings.sources.hudoc.lines import lines_of
from kom_rulings.sources.hudoc.paragraphs import Numbered, numbered
from kom_rulings.sources.hudoc.regions import Regions, regions_of
from kom_rulings.sources.hudoc.states import names_of, states_in
from kom_rulings.sources.hudoc.telling import language_of
from kom_rulings.sources.hudoc.titles import Title, title_in

_LONGEST_SAID: Final = 110
_APPLICATION: Final = re.compile(r"\b(?:applications?|requêtes?)\b[^.;]{0,20}\(?n", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """A page, its parts and the facts that several fields need."""

    page: SavedPage
    tables: Tables
    details: Details
    regions: Regions
    head: Head
    title: Title | None
    title_said: str
    language: Literal["en", "fr"] | None
    body: Numbered
    operative: Numbered

    @property
    def states(self) -> dict[str, str]:
        """The codes of the respondent states by their names in small letters."""
        named = states_in(", ".join(self.details.values.get("states", ())), self.tables)
        return names_of([*(self.title.states if self.title else ()), *named], self.tables)

    @property
    def document(self) -> Literal["JUD", "DEC"] | None:
        """Whether it is a judgment or a decision, by its heading or the case details."""
        kind = self.details.first("type").casefold()
        if self.head.document is None:
            judgment = kind.startswith(("judgment", "arrêt"))
            return "JUD" if judgment else "DEC" if kind.startswith(("deci", "déci")) else None
        return self.head.document


def reading_of(page: SavedPage, tables: Tables) -> Reading:
    """Take a page apart."""
    details, parts = split_details(page.parts)
    lines = list(lines_of(parts))
    regions = regions_of(lines)
    head = head_of(regions.head)
    body = numbered(regions.body)
    title, said = _title(head, details, page, tables)
    language = language_of(lines)
    return Reading(page, tables, details, regions, head, title, said, language, body, numbered(regions.operative))


def said(text: str) -> str:
    """The words of the page, at most a line of them."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SAID else f"{line[: _LONGEST_SAID - 1].rsplit(' ', 1)[0]} …"


def understood(path: Path, value: Value, words: str, guess: str = "") -> Understood:
    """A field with the words it was read from, cut to a line."""
    return Understood(path, value, said(words), guess)


def first_numbers(reading: Reading) -> tuple[list[str], str]:
    """The application numbers that the text begins with, and the words, for pages whose head gives none."""
    for text in (reading.head.composition, *(text for _, text in reading.body.paragraphs[:1])):
        numbers = application_numbers(text) if _APPLICATION.search(text) else []
        if numbers:
            return numbers, text
    return [], ""


def _title(head: Head, details: Details, page: SavedPage, tables: Tables) -> tuple[Title | None, str]:
    for text in (head.title, details.first("title"), page.title):
        title = title_in(text, tables) if text else None
        if title is not None:
            return title, text
    return None, ""
