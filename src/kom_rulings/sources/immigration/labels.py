"""Labels of a page with what stands behind them, whether they were laid out as list, table or lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from kom_rulings.pages.page import Block, Grid

Field = Literal[
    "id", "date", "country", "keywords", "matter", "outcome", "provisions", "document_type", "court", "case_number",
    "other",
]  # fmt: skip

#: How each label is written, in small letters.
_NAMES: Final[dict[Field, tuple[str, ...]]] = {
    "id": ("dokument-id", "dokumentid", "dokument id", "document-id", "document id", "referanse", "id"),
    "date": (
        "dokumentdato", "documentdate", "document date", "vedtaksdato", "avgjørelsesdato", "beslutningsdato", "dato",
        "avsagt",         "vedtaksmåned", "dato for vedtak", "dato for vedtaket", "vedtaksdato/beslutningsdato",
    ),
    "country": (
        "land", "nasjonalitet", "land/nasjonalitet", "statsborgerskap", "statsborgarskap", "opprinnelsesland",
        "country",         "nationality", "hjemland", "heimland",
    ),
    "keywords": ("emneord", "stikkord", "nøkkelord", "keywords", "emneord/stikkord", "tema/emneord", "tema", "emne"),
    "matter": ("sakstype", "sakstyper", "type sak", "sakskategori", "sakområde", "saksområde"),
    "outcome": ("resultat", "utfall", "konklusjon", "utfall i saken", "result", "outcome"),
    "provisions": (
        "rettslig grunnlag", "rettsleg grunnlag", "hjemmel", "heimel", "lovhjemmel", "lovheimel", "lovbestemmelse",
        "lovbestemmelser", "regelverk", "legal basis",
    ),
    "document_type": ("dokumenttype", "rettskilde", "source of law", "type dokument", "document type"),
    "court": ("instans", "domstol", "avgjort av", "court", "avgjørelsesorgan"),
    "case_number": (
        "saksnummer", "saksnr", "saksnr.", "case-id", "case number", "vår referanse",
        "case number in udisak (archive system)",
    ),
    "other": (
        "publisert", "oppdatert", "sist oppdatert", "sist endret", "siste endring", "last modified", "published",
        "updated", "arkiv", "arkivnummer", "mottakere", "mottaker", "receiver", "recipient", "owner", "eier",
        "avgjørelsesform", "behandlingsform", "topic", "vedlegg", "language", "språk", "status",
    ),
}  # fmt: skip
_FIELD_OF: Final[dict[str, Field]] = {name: one for one, names in _NAMES.items() for name in names}
_LINE = re.compile(r"([^:\n]{2,45}?) ?: ?(.*)", re.DOTALL)
#: Headings that are also labels: as a heading they open a section.
_SECTIONS: Final = frozenset({"konklusjon", "resultat", "utfall", "tema", "emne", "result", "outcome"})
_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")
_LONG: Final = 150
_PAIR: Final = 2


@dataclass(frozen=True)
class Label:
    """A label as it is written, what it is of, and its value."""

    name: str
    field: Field
    value: str

    @property
    def said(self) -> str:
        """Label and value as one line."""
        return f"{self.name}: {' '.join(self.value.split())}"


@dataclass
class Labelled:
    """The labels of a page; ``used`` are the positions of the parts that they took up."""

    labels: list[Label] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def first(self, wanted: Field) -> Label | None:
        """The first label of a sort that has a value."""
        return next((one for one in self.labels if one.field == wanted), None)

    def all(self, *wanted: Field) -> list[Label]:
        """The labels of these sorts."""
        return [one for one in self.labels if one.field in wanted]


def labelled(parts: Sequence[Block | Grid]) -> Labelled:
    """Gather the labels of a page."""
    found, waiting = Labelled(), ""
    text_begun = False
    for n, part in enumerate(parts):
        if isinstance(part, Grid):
            pairs = [(name, value) for name, value in _of_grid(part) if field_of(name)]
            found.labels += [_label(name, value) for name, value in pairs if value]
            found.used |= {n} if pairs else set()
            waiting = ""
        elif waiting and not _opens(part) and not part.level:
            listed = "ul" in part.inside and n + 1 < len(parts) and _continues(parts[n + 1])
            _add(found, waiting, part.text.strip(" -–•"))
            found.used.add(n)
            waiting = waiting if listed else ""
        else:
            waiting = _of_block(found, n, part, alone=not text_begun)
            text_begun = text_begun or (n not in found.used and not part.level and len(part.text) > _LONG)
    return found


def field_of(name: str) -> Field | None:
    """What a label is of; ``None`` where the words are no label."""
    return _FIELD_OF.get(_DASHES.sub("-", " ".join(name.lower().split())).strip(" :"))


def _of_grid(grid: Grid) -> Iterator[tuple[str, str]]:
    """Label and value in a row, or labels in the first row and values in the second."""
    first, *rest = grid.rows
    if len(rest) == 1 and len(first) > 1 and all(field_of(cell) for cell in first):
        yield from zip(first, rest[0], strict=False)
        return
    for row in grid.rows:
        cells = [cell for cell in row if cell] if len(row) > _PAIR else list(row)
        yield from zip(cells[::2], cells[1::2], strict=False)


def _of_block(found: Labelled, n: int, block: Block, *, alone: bool) -> str:
    """Take the labels of a block; gives the name of one whose value stands in the next block."""
    lines, waiting, taken = block.lines, "", 0
    for line in lines:
        opened = _opened(line)
        if opened is None and waiting:
            _add(found, waiting, line.strip(" -–•"))
            taken += 1
        elif opened is None:
            if taken:
                break
            continue
        else:
            name, value = opened
            taken += 1
            waiting = "" if value else name
            if value:
                found.labels.append(_label(name, value))
    if taken and taken == len(lines):
        found.used.add(n)
        return waiting
    is_label = alone and len(lines) == 1 and field_of(lines[0]) and not _is_section(block)
    if is_label:
        found.used.add(n)
    return lines[0] if is_label else ""


def _opened(line: str) -> tuple[str, str] | None:
    match = _LINE.fullmatch(line)
    return (match[1].strip(), match[2].strip()) if match and field_of(match[1]) else None


def _opens(block: Block) -> bool:
    """Whether a block begins with a label, so that it is no value."""
    first = block.lines[0]
    return _opened(first) is not None or field_of(first) is not None


def _continues(part: Block | Grid) -> bool:
    """Whether a list of values goes on."""
    return isinstance(part, Block) and "ul" in part.inside and not _opens(part)


def _is_section(block: Block) -> bool:
    return block.level > 0 and block.text.lower().strip(" :") in _SECTIONS


def _add(found: Labelled, name: str, value: str) -> None:
    """A value, joined to those that the label has already."""
    if found.labels and found.labels[-1].name == name.strip(" :"):
        found.labels[-1] = _label(name, f"{found.labels[-1].value}\n{value}")
    elif value:
        found.labels.append(_label(name, value))


def _label(name: str, value: str) -> Label:
    return Label(" ".join(name.split()).strip(" :"), field_of(name) or "other", value.strip())
