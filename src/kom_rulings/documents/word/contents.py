"""The contents: a field whose entries are already written as links, with page numbers where these are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kom_rulings.documents.outline import Contents, Heading, Outline
from kom_rulings.documents.package import bookmark_name
from kom_rulings.documents.word.fields import END, begin, page_of
from kom_rulings.documents.word.inlines import Inlines, link_to
from kom_rulings.documents.word.markup import spoken
from kom_rulings.documents.word.template import Template


def contents(
    outline: Outline, block: Contents, inlines: Inlines, template: Template, pages: Mapping[str, int] | None, width: int
) -> Iterator[str]:
    """The heading of the contents and an entry for each heading; ``width`` of the text in twips."""
    yield inlines.paragraph("KOM Contents Heading", inlines.words(spoken(block.heading)))
    entries = list(outline.headings(block.depth))
    for n, heading in enumerate(entries):
        style = f"TOC {min(heading.level, 3)}"
        tab = "" if pages is None or style in template.right_tabs else _tab(width)
        first = begin(rf'TOC \o "2-{block.depth}" \h \z') if n == 0 else ""
        last = END if n == len(entries) - 1 else ""
        number = template.chapter_number(heading)
        yield inlines.paragraph(style, first + _entry(heading, number, inlines, pages or {}) + last, tab)


def _entry(heading: Heading, number: str, inlines: Inlines, pages: Mapping[str, int]) -> str:
    """Number, words and page, all in one link, as Word writes them."""
    words = spoken(heading.text)
    inside = inlines.words(f"{number} {words}" if number else words, heading.language)
    if heading.anchor in pages:
        inside += "<w:r><w:tab/></w:r>" + page_of(bookmark_name(heading.anchor), pages[heading.anchor])
    return link_to(heading.anchor, inside)


def _tab(width: int) -> str:
    """A dotted line to the right edge, for a template whose style has none."""
    return f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
