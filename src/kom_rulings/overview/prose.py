"""The text of the overview that KOM edits: Markdown with four parts, each under a heading with its id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kom_rulings.documents.outline import Block, Bullets, Heading, Paragraph, Run, Runs
from kom_rulings.files.encoding import not_utf8
from kom_rulings.files.paths import rulings_folder
from kom_rulings.files.refusals import reason_of
from kom_rulings.problems import Place, Problem
from kom_rulings.wording import Language

PARTS: Final = ("purpose", "penal-provision", "counting-rules", "contact")
_PART_LEVEL: Final = 2
_DEEPEST: Final = 4
_HEADING = re.compile(r"(?P<text>.*?)\s*\{#(?P<id>[a-z-]+)\}")


@dataclass(frozen=True)
class Prose:
    """The parts by id: each a heading of level 2 and what stands under it."""

    parts: dict[str, tuple[Block, ...]]

    def part(self, name: str) -> tuple[Block, ...]:
        """A part; one that is missing is told by ``read_prose`` and is empty here."""
        return self.parts.get(name, ())


def read_prose(root: Path, language: Language) -> tuple[Prose, list[Problem]]:
    """Read the prose of a language; what is missing or would be lost is a finding."""
    path = rulings_folder(root) / "overview" / f"{language}.md"
    file = f"overview/{language}.md"
    try:
        content = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        return Prose({}), [Problem("file-unreadable", Place(file), {"reason": reason_of(error)})]
    except UnicodeDecodeError as error:
        return Prose({}), [not_utf8(error, file)]
    parts, problems = parse_prose(content, file)
    missing = [Problem("overview-part-missing", Place(file), {"part": part}) for part in PARTS if part not in parts]
    return Prose(parts), [*problems, *missing]


def parse_prose(content: str, file: str = "") -> tuple[dict[str, tuple[Block, ...]], list[Problem]]:
    """Split Markdown into its parts; raw HTML is left out."""
    reading = _Reading(file)
    for token in MarkdownIt("commonmark", {"html": True}).parse(content):
        reading.take(token)
    return {name: tuple(blocks) for name, blocks in reading.parts.items()}, reading.problems


class _Reading:
    """Takes token after token; knows the part, the list and the heading that it is in."""

    def __init__(self, file: str) -> None:
        self.parts: dict[str, list[Block]] = {}
        self.problems: list[Problem] = []
        self._file = file
        self._current: list[Block] = []
        self._part = ""
        self._items: list[Runs] = []
        self._depth = 0
        self._level = 0
        self._line = 1

    def take(self, token: Token) -> None:
        self._line = token.map[0] + 1 if token.map else self._line
        if token.type == "heading_open":
            self._level = int(token.tag[1])
        elif token.type == "heading_close":
            self._level = 0
        elif token.type.endswith("list_open"):
            self._depth += 1
        elif token.type.endswith("list_close"):
            self._end_list()
        elif token.type == "inline":
            self._inline(token)

    def _end_list(self) -> None:
        self._depth -= 1
        if self._depth == 0:
            self._current.append(Bullets(tuple(self._items)))
            self._items = []

    def _inline(self, token: Token) -> None:
        runs = tuple(self._runs(token.children or []))
        if self._depth:
            self._items.append(runs)
        elif self._level:
            self._heading(token.content)
        elif runs:
            self._current.append(Paragraph(runs))

    def _heading(self, content: str) -> None:
        """A heading of level 2 begins a part; all others are headings within it, of level 3 or 4."""
        match = _HEADING.fullmatch(content)
        if self._level > _PART_LEVEL:
            words = match["text"] if match else content
            number = sum(isinstance(block, Heading) for block in self._current)
            self._current.append(Heading(min(self._level, _DEEPEST), words, f"{self._part}-{number}"))
        elif match is None or self._level < _PART_LEVEL:
            self._problem("overview-heading", heading=content)
        else:
            self._begin(match["id"], match["text"])

    def _begin(self, part: str, words: str) -> None:
        if part in self.parts:
            self._problem("overview-part-twice", part=part)
        self._part, self._current = part, []
        self.parts.setdefault(part, self._current).append(Heading(_PART_LEVEL, words, part))

    def _runs(self, children: Sequence[Token]) -> Iterator[Run]:
        bold = italic = False
        link: str | None = None
        for child in children:
            match child.type:
                case "strong_open" | "strong_close":
                    bold = child.type == "strong_open"
                case "em_open" | "em_close":
                    italic = child.type == "em_open"
                case "link_open":
                    link = self._address(str(child.attrs["href"]))
                case "link_close":
                    link = None
                case "softbreak" | "hardbreak":
                    yield Run(" ", bold, italic, link)
                case "text" | "code_inline" if child.content:
                    yield Run(child.content, bold, italic, link)

    def _address(self, link: str) -> str | None:
        """An address in the world; anything else would lead nowhere from the document."""
        if link.startswith(("https://", "http://", "mailto:")):
            return link
        self._problem("overview-link", link=link)
        return None

    def _problem(self, code: str, **params: object) -> None:
        self.problems.append(Problem(code, Place(self._file, self._line), params))
