"""The text of the overview that KOM edits: Markdown with four parts, each under a heading with its id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kom_rulings.files.encoding import not_utf8
from kom_rulings.files.paths import rulings_folder
from kom_rulings.files.refusals import reason_of
from kom_rulings.overview.outline import Block, Bullets, Heading, Paragraph, Run, Runs
from kom_rulings.problems import Place, Problem
from kom_rulings.wording import Language

PARTS: Final = ("purpose", "penal-provision", "counting-rules", "contact")
_PART_LEVEL: Final = 2
_HEADING = re.compile(r"(?P<text>.*?)\s*\{#(?P<id>[a-z-]+)\}")


@dataclass(frozen=True)
class Prose:
    """The parts by id: each a heading of level 2 and what stands under it."""

    parts: dict[str, tuple[Block, ...]]

    def part(self, name: str) -> tuple[Block, ...]:
        """A part; one that is missing is told by ``read_prose`` and is empty here."""
        return self.parts.get(name, ())


def read_prose(root: Path, language: Language) -> tuple[Prose, list[Problem]]:
    """Read the prose of a language; every part that is missing is a finding."""
    path = rulings_folder(root) / "overview" / f"{language}.md"
    file = f"overview/{language}.md"
    try:
        content = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = reason_of(error)
        return Prose({}), [Problem("file-unreadable", Place(file), {"reason": reason})]
    except UnicodeDecodeError as error:
        return Prose({}), [not_utf8(error, file)]
    parts = parse_prose(content)
    missing = [Problem("overview-part-missing", Place(file), {"part": part}) for part in PARTS if part not in parts]
    return Prose(parts), missing


def parse_prose(content: str) -> dict[str, tuple[Block, ...]]:
    """Split Markdown into its parts; raw HTML is left out."""
    parts: dict[str, list[Block]] = {}
    current: list[Block] = []
    for block in _blocks(MarkdownIt("commonmark", {"html": True}).parse(content)):
        if isinstance(block, Heading) and block.level == _PART_LEVEL:
            current = parts.setdefault(block.anchor, [])
        current.append(block)
    return {name: tuple(blocks) for name, blocks in parts.items()}


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    items: list[Runs] = []
    depth = 0
    level = 0
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type.endswith("list_open"):
            depth += 1
        elif token.type.endswith("list_close"):
            depth -= 1
            if depth == 0:
                yield Bullets(tuple(items))
                items = []
        elif token.type == "inline" and depth:
            items.append(tuple(_runs(token.children or [])))
        elif token.type == "inline" and level:
            yield _heading(token.content, level)
            level = 0
        elif token.type == "inline":
            yield Paragraph(tuple(_runs(token.children or [])))


def _heading(content: str, level: int) -> Heading:
    match = _HEADING.fullmatch(content)
    if match is None:
        return Heading(level, content, "")
    return Heading(level, match["text"], match["id"])


def _runs(children: Sequence[Token]) -> Iterator[Run]:
    bold = italic = False
    link: str | None = None
    for child in children:
        match child.type:
            case "strong_open" | "strong_close":
                bold = child.type == "strong_open"
            case "em_open" | "em_close":
                italic = child.type == "em_open"
            case "link_open":
                link = str(child.attrs["href"])
            case "link_close":
                link = None
            case "softbreak" | "hardbreak":
                yield Run(" ", bold, italic, link)
            case "text" | "code_inline":
                yield Run(child.content, bold, italic, link)
