"""Captions of tables and charts: the label is a bookmark that mentions lead to, the number is a field."""

from __future__ import annotations

from kom_rulings.documents.numbering import label_word
from kom_rulings.documents.outline import ChartBlock, Outline, TableBlock
from kom_rulings.documents.word.fields import next_number
from kom_rulings.documents.word.inlines import Inlines


def caption(outline: Outline, block: TableBlock | ChartBlock, inlines: Inlines) -> str:
    """The caption, which stands above what it names and stays with it."""
    word = label_word(outline, block)
    label = inlines.words(f"{word} ") + next_number(word, block.number)
    inside = inlines.bookmarked(block.anchor, label) + inlines.words(f". {block.caption}")
    return inlines.paragraph("Caption", inside)
