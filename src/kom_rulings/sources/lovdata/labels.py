"""The metadata of a Lovdata page by its labels, whichever layout it was saved in, and the body apart from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kom_rulings.pages.page import Block, Grid, SavedPage

Label = Literal[
    "court",
    "date",
    "published",
    "keywords",
    "summary",
    "chain",
    "parties",
    "author",
    "provisions",
    "other",
]
#: What each label is called, in small letters and without its colon.
_NAMES: Final[dict[Label, tuple[str, ...]]] = {
    "court": ("instans", "domstol", "avsagt av", "rett"),
    "date": ("dato", "avsagt", "avgjørelsesdato", "avgjerdsdato", "domsdato"),
    "published": ("publisert", "referanse", "refid", "ref", "publisert i"),
    "keywords": ("stikkord", "emneord"),
    "summary": ("sammendrag", "samandrag"),
    "chain": ("saksgang", "saksgong", "sakens gang"),
    "parties": ("parter", "partar"),
    "author": ("forfatter", "forfattar", "dommer", "dommere", "domarar"),
    "provisions": (
        "rettslig grunnlag",
        "rettsleg grunnlag",
        "lovhenvisninger",
        "lovtilvisingar",
        "henvisninger i teksten",
        "henvisninger",
        "tilvisingar i teksten",
    ),
    "other": ("sist oppdatert", "sist endret", "oppdatert", "rettsområde", "id", "språk", "dokumenttype", "sakstype"),
}
LABEL_OF: Final[dict[str, Label]] = {name: label for label, names in _NAMES.items() for name in names}
#: Where the ruling itself stands.
_BODIES: Final = ("#documentbody", "#dokument", "#document", "#documentcontent", "article")
_LINE: Final = re.compile(r"([^\W\d][^:\n]{1,30}?)\s?:\s+(.+)", re.DOTALL)
_PAIR: Final = 2


@dataclass(frozen=True)
class Labelled:
    """The value of each label, and the blocks of the ruling in their order; ``unknown`` are lines of other labels."""

    values: dict[Label, str]
    body: tuple[Block, ...]
    unknown: tuple[str, ...]

    def __getitem__(self, label: Label) -> str:
        """The value of a label, empty where the page has none."""
        return self.values.get(label, "")


def labelled(page: SavedPage) -> Labelled:
    """The page taken apart."""
    values: dict[Label, list[str]] = {}
    unknown: list[str] = []
    used: set[int] = set()
    for n, name, value in _pairs(page.parts):
        label = LABEL_OF.get(_plain(name))
        if label is None:
            unknown.append(f"{name}: {value}")
        else:
            values.setdefault(label, []).append(value)
        used.add(n)
    rest = [part for n, part in enumerate(page.parts) if n not in used]
    return Labelled(
        {label: "\n".join(filter(None, found)) for label, found in values.items()}, _body(rest), tuple(unknown)
    )


def _pairs(parts: Sequence[Block | Grid]) -> Iterator[tuple[int, str, str]]:
    """Labels with their values and the part that they stand in: rows of two cells, or “Instans: …” before the body.

    Cells of tables that serve the layout are blocks: a label alone, and its value in those behind it.
    """
    alone = ""
    for n, part in enumerate(parts):
        if isinstance(part, Block) and not _in_body(part) and _plain(part.text) in LABEL_OF:
            alone = part.text
            yield n, alone, ""
            continue
        if alone and isinstance(part, Block) and not _in_body(part) and not part.level:
            yield n, alone, part.text
            continue
        alone = ""
        if isinstance(part, Grid):
            if any(_plain(row[0]) in LABEL_OF for row in part.rows if row):
                yield from ((n, row[0], " ".join(row[1:])) for row in part.rows if len(row) >= _PAIR and row[0].strip())
        elif not _in_body(part):
            yield from ((n, name, value) for name, value in _of_block(part))


def _of_block(block: Block) -> Iterator[tuple[str, str]]:
    """The labels that a block holds, one a line; lines without one go on with the value before them."""
    found: list[tuple[str, str]] = []
    for line in block.lines:
        match = _LINE.fullmatch(line)
        if match and _plain(match[1]) in LABEL_OF:
            found.append((match[1], match[2]))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line}")
        else:
            return
    yield from found


def _body(parts: Sequence[Block | Grid]) -> tuple[Block, ...]:
    """The blocks inside the body, or all that are no labels where the page marks none."""
    blocks = [part for part in parts if isinstance(part, Block)]
    inside = [block for block in blocks if _in_body(block)]
    return tuple(inside or [block for block in blocks if not {"header", "footer", "aside"} & set(block.inside)])


def _in_body(block: Block) -> bool:
    return any(name.lower() in _BODIES for name in block.inside)


def _plain(name: str) -> str:
    return " ".join(name.replace(":", " ").split()).lower()
