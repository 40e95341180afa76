"""Word files from a plain description, so that no binary file lies in git."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_PROPERTY = re.compile(r"property (\w+): (.*)")
_HEADING = re.compile(r"(#{1,6}) (.*)", re.DOTALL)
_NUMBERED = re.compile(r"\d+\. (.*)", re.DOTALL)
_STYLED = re.compile(r"\[style: ([^\]]+)\] ?(.*)", re.DOTALL)
_PIECE = re.compile(r"\[link: (\S+) ([^\]]*)\]|\*\*([^*]+)\*\*|\*([^*]+)\*")


def docx_from(description: str) -> bytes:
    """A Word file from its description.

    ``property title: …`` lines at the top are core properties. Then parts that blank lines divide: ``# heading`` and
    ``## …``; ``| a | b |`` lines as a table; ``1. text`` numbered by Word (several lines: several items; a number does
    not stand in the text); ``[style: Name] text``; all else is a paragraph, its lines set off by line breaks. In a
    text, ``[link: address words]`` is a link, ``**bold**`` bold and ``*italic*`` italic.
    """
    document = Document()
    for part in re.split(r"\n[ \t]*\n", description.strip("\n")):
        lines = _without_properties(document, part.split("\n"))
        if not any(line.strip() for line in lines):
            continue
        if all(line.startswith("|") for line in lines):
            _add_table(document, lines)
        elif all(_NUMBERED.fullmatch(line) for line in lines):
            for line in lines:
                _fill(document.add_paragraph(style="List Number"), line.split(" ", 1)[1])
        else:
            _add_paragraph(document, "\n".join(lines))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _without_properties(document: Any, lines: list[str]) -> list[str]:
    rest = []
    for line in lines:
        match = _PROPERTY.fullmatch(line)
        if match:
            setattr(document.core_properties, match[1], match[2])
        else:
            rest.append(line)
    return rest


def _add_paragraph(document: Any, text: str) -> None:
    heading, styled = _HEADING.fullmatch(text), _STYLED.fullmatch(text)
    if heading:
        _fill(document.add_paragraph(style=f"Heading {len(heading[1])}"), heading[2])
    elif styled:
        names = [style.name for style in document.styles]
        if styled[1] not in names:
            document.styles.add_style(styled[1], WD_STYLE_TYPE.PARAGRAPH)
        _fill(document.add_paragraph(style=styled[1]), styled[2])
    else:
        _fill(document.add_paragraph(), text)


def _add_table(document: Any, lines: list[str]) -> None:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for n, row in enumerate(rows):
        for m, text in enumerate(row):
            _fill(table.cell(n, m).paragraphs[0], text)


def _fill(paragraph: Any, text: str) -> None:
    """Write text into a paragraph, with its links and what is bold or italic."""
    end = 0
    for match in _PIECE.finditer(text):
        _write(paragraph, text[end : match.start()])
        if match[1]:
            _link(paragraph, match[1], match[2])
        else:
            run = paragraph.add_run(match[3] or match[4])
            run.bold, run.italic = bool(match[3]), bool(match[4])
        end = match.end()
    _write(paragraph, text[end:])


def _write(paragraph: Any, text: str) -> None:
    if text:
        paragraph.add_run(text)


def _link(paragraph: Any, address: str, words: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(words)
    link.append(run._r)
    paragraph._p.append(link)


def repacked(content: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """A Word file with parts put in place of others, or left out (None)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts: dict[str, bytes | None] = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in {**parts, **changes}.items():
            if part is not None:
                package.writestr(name, part)
    return stream.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    """The bytes of a part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)
