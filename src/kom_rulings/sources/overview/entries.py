"""The walk through an overview: headings with their summaries, rows of tables, and how much stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.pages.page import Block, SavedPage
from kom_rulings.records.case import Kind
from kom_rulings.records.tables import Tables
from kom_rulings.references import Kind as Series
from kom_rulings.sources.draft import Understood, Value
from kom_rulings.sources.overview.finality import finality_in
from kom_rulings.sources.overview.findings import findings_in
from kom_rulings.sources.overview.headings import (
    HeadingRead,
    ends_in_page_number,
    is_contents_line,
    looks_like_heading,
    read_heading,
)
from kom_rulings.sources.overview.own_lines import is_own_line, own_ruling
from kom_rulings.sources.overview.rows import NOT_FINAL, rows_of
from kom_rulings.sources.overview.ruling_lines import read_line
from kom_rulings.sources.overview.summaries import is_around
from kom_rulings.sources.overview.told import Told, ToldRuling

_SHORT: Final = 200
_CONVICTS = re.compile(r"domfell|convict|fellende|fellande", re.IGNORECASE)
#: Styles of ours beside a summary: captions, and how a case stands.
_AROUND: Final = frozenset({"caption", "kom note", "note"})
_NO_SENTENCE: Final = (".", "!", "?")


@dataclass
class Entry:
    """A heading of a case with what stands below it, as it is gathered. ``groups`` are the headings above it."""

    kind: Kind | None
    heading: str
    name: str
    groups: tuple[str, ...]
    own: bool
    rulings: list[ToldRuling] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    findings: list[tuple[dict[str, Value], str]] = field(default_factory=list)
    facts: list[Understood] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass
class Walked:
    """What was found in an overview; ``skipped`` counts the paragraphs and tables that stand around the cases."""

    own: bool
    as_of: PartialDate | None
    entries: list[Entry] = field(default_factory=list)
    rows: list[Told] = field(default_factory=list)
    skipped: int = 0


def walk(page: SavedPage, tables: Tables, as_of: PartialDate | None) -> Walked:
    """Walk through an overview from its beginning to its end."""
    return _Walk(page, tables, as_of).walked()


class _Walk:
    def __init__(self, page: SavedPage, tables: Tables, as_of: PartialDate | None) -> None:
        self._parts, self._tables = page.parts, tables
        self._found = Walked(any(isinstance(part, Block) and is_own_line(part) for part in page.parts), as_of)
        self._kind: Kind | None = None
        self._part = "start"
        self._frame_level = 0
        self._groups: list[tuple[int, str]] = []
        self._entry: Entry | None = None
        self._above = ""

    def walked(self) -> Walked:
        for n, part in enumerate(self._parts):
            following = self._parts[n + 1] if n + 1 < len(self._parts) else None
            if not isinstance(part, Block):
                rows = rows_of(part, self._tables, own=self._found.own, convicts=bool(_CONVICTS.search(self._above)))
                self._found.rows += rows or []
                self._found.skipped += rows is None
            elif is_contents_line(part):
                self._found.skipped += 1
            elif isinstance(following, Block) and is_own_line(following) and part.level:
                self._begin(part, part.text, [])
            elif is_own_line(part) and self._entry is not None:
                self._entry.rulings.append(own_ruling(part.text, self._kind or "criminal", self._tables))
            elif looks_like_heading(part):
                self._heading(part)
            else:
                self._paragraph(part)
        return self._found

    def _heading(self, block: Block) -> None:
        if self._part == "contents" and ends_in_page_number(block):
            self._found.skipped += 1
            return
        read = read_heading(block, self._kind, self._tables)
        if read.sort == "case" and self._is_case(read, block):
            line = read_line(block.text, self._tables)
            self._begin(block, line.name, list(line.rulings))
            return
        self._found.skipped += 1
        self._above = read.text
        if read.sort == "case" and self._entry is not None and not block.level:
            return
        self._entry = None
        if read.sort == "kind":
            self._kind, self._part, self._groups = read.kind, "cases", []
        elif read.sort == "group":
            self._groups = [one for one in self._groups if one[0] < block.level] + [(block.level, read.text)]
        else:
            self._part, self._frame_level = ("contents" if read.sort == "contents" else "frame"), block.level

    def _is_case(self, read: HeadingRead, block: Block) -> bool:
        """Whether a heading begins a case here: never in our own overview, where the lines below it tell."""
        cited = any(one.references for one in read_line(read.text, self._tables).rulings)
        if self._found.own:
            return False
        if self._part == "cases":
            return True
        return cited and (self._part in {"start", "contents"} or block.level <= self._frame_level)

    def _begin(self, block: Block, name: str, rulings: list[ToldRuling]) -> None:
        self._part = "cases"
        groups = tuple(text for _, text in self._groups)
        self._entry = Entry(
            self._kind, " ".join(block.text.split()), " ".join(name.split()), groups, self._found.own, rulings
        )
        self._found.entries.append(self._entry)

    def _paragraph(self, block: Block) -> None:
        entry, text = self._entry, block.text
        if is_around(text) or _AROUND & set(block.styles):
            self._above = text
            self._found.skipped += 1
        elif self._is_heading_line(block):
            line = read_line(text, self._tables)
            self._begin(block, line.name, list(line.rulings))
        elif entry is None or self._part != "cases":
            self._found.skipped += 1
            self._above = text if len(text) <= _SHORT else self._above
        elif not entry.own and not entry.paragraphs and self._names_ruling(entry, text):
            return
        elif (
            not entry.own
            and entry.kind == "echr"
            and len(text) <= _SHORT
            and findings_in(text)
            and not entry.paragraphs
        ):
            entry.findings += [(one, text) for one in findings_in(text)]
        else:
            entry.paragraphs.append(text)

    def _is_heading_line(self, block: Block) -> bool:
        """A short line that begins with a reference, where no case is open or the open one has its summary already."""
        if self._found.own or self._part != "cases" or len(block.text) > _SHORT or block.text.endswith(_NO_SENTENCE):
            return False
        rulings = read_line(block.text[:60], self._tables).rulings
        begins = bool(rulings and rulings[0].references) and bool(
            re.match(r"(?:HR|R[tT]|L[A-H]|T[A-ZÆØÅ]{3})\W*\d", block.text)
        )
        return begins and (self._entry is None or bool(self._entry.paragraphs))

    def _names_ruling(self, entry: Entry, text: str) -> bool:
        """Take a line below the heading that only names a ruling, with its legal force."""
        line = read_line(text, self._tables)
        final = finality_in(line.name) if line.name else None
        names = (
            line.rulings and len(text) <= _SHORT and (not line.name or (final is not None and final.state != "unknown"))
        )
        only_final = not line.rulings and len(text) <= 60 and finality_in(text).state != "unknown"  # noqa: PLR2004 - a few words
        if not names and not only_final:
            return False
        entry.rulings += line.rulings if names else ()
        self._finality(entry, line.name if names else text)
        return True

    def _finality(self, entry: Entry, said: str) -> None:
        final = finality_in(said) if said else None
        if final is not None and final.state == "final":
            entry.facts.append(
                Understood(("legal_force",), {"date": str(final.date or "unknown"), "how": final.how}, said)
            )
        elif final is not None and final.state == "not_final":
            entry.remarks.append(NOT_FINAL)


def kind_by_reference(rulings: Sequence[ToldRuling]) -> Kind | None:
    """The kind of case that the references tell where no heading does; one of a Norwegian court does not."""
    series = {reference.kind for ruling in rulings for reference in ruling.references}
    if series & {Series.APPLICATION, Series.ECLI, Series.HUDOC_ITEM}:
        return "echr"
    return "immigration" if Series.UNE_PRACTICE in series else None
