"""Numbers of chapters, tables and charts, put into an outline once, so that every form of it shows the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from kom_rulings.documents.outline import Block, Bullets, ChartBlock, Heading, Outline, Paragraph, Runs, TableBlock
from kom_rulings.wording import N_, wording

#: The levels of headings that are numbered: chapters and their parts.
NUMBERED: Final = range(2, 4)


def numbered(outline: Outline) -> Outline:
    """The outline with numbers on chapters, tables and charts, and with the text of every mention of these."""
    blocks = tuple(_counted(outline.blocks))
    labels = {
        block.anchor: caption_label(outline, block) for block in blocks if isinstance(block, TableBlock | ChartBlock)
    }
    return replace(outline, blocks=tuple(_mentioning(block, labels) for block in blocks))


def caption_label(outline: Outline, block: TableBlock | ChartBlock) -> str:
    """What a table or chart is called: Table 3, Figure 1."""
    return f"{label_word(outline, block)} {block.number}"


def label_word(outline: Outline, block: TableBlock | ChartBlock) -> str:
    """Table or Figure, in the language of the outline."""
    return wording(outline.language)(N_("Table") if isinstance(block, TableBlock) else N_("Figure"))


def _counted(blocks: tuple[Block, ...]) -> Iterator[Block]:
    tables = charts = 0
    at = [0] * len(NUMBERED)
    for block in blocks:
        match block:
            case TableBlock():
                tables += 1
                yield replace(block, number=tables)
            case ChartBlock():
                charts += 1
                yield replace(block, number=charts)
            case Heading(level) if level in NUMBERED:
                depth = level - NUMBERED.start
                at = [*at[:depth], at[depth] + 1, *(0 for _ in at[depth + 1 :])]
                yield replace(block, number=".".join(map(str, at[: depth + 1])))
            case _:
                yield block


def _mentioning(block: Block, labels: Mapping[str, str]) -> Block:
    """A mention of a table or chart that is not there fails: it would lead nowhere."""
    match block:
        case Paragraph(runs):
            return replace(block, runs=_labelled(runs, labels))
        case Bullets(items):
            return replace(block, items=tuple(_labelled(item, labels) for item in items))
        case _:
            return block


def _labelled(runs: Runs, labels: Mapping[str, str]) -> Runs:
    return tuple(replace(run, text=labels[run.mention]) if run.mention else run for run in runs)
