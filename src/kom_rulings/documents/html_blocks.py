"""The blocks of an outline as elements of a web page, with places to lead to and links that lead to them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kom_rulings.documents.cleaning import address_of, joined, place_name, right_to_left
from kom_rulings.documents.markup import NOTHING, Markup, element, escaped, lines, run_together
from kom_rulings.documents.numbering import caption_label
from kom_rulings.documents.outline import (
    Block,
    Bullets,
    ChartBlock,
    Contents,
    Heading,
    Landscape,
    Outline,
    Paragraph,
    Portrait,
    Run,
    Runs,
    TableBlock,
)
from kom_rulings.documents.svg import chart

_DEEPEST: Final = 6


class Blocks:
    """Writes block after block; knows which places there are and which have been given."""

    def __init__(self, outline: Outline, blocks: Sequence[Block]) -> None:
        """``blocks`` are those of the page, the title first, which the outline need not have."""
        self._outline, self._blocks = outline, blocks
        anchors = {getattr(block, "anchor", None) for block in blocks}
        self._places = {place_name(anchor) for anchor in anchors if anchor}
        self._given: set[str] = set()

    def pages(self, blocks: Sequence[Block]) -> Iterator[Markup]:
        """The blocks, those of pages laid across within an element of their own, for the printer."""
        across: list[Markup] | None = None
        for block in (*blocks, Portrait()):
            match block:
                case Portrait() if across is not None:
                    yield under("div", *across, class_="across")
                    across = None
                case Landscape():
                    across = across or []
                case Portrait():
                    pass
                case _ if across is not None:
                    across.append(self.block(block))
                case _:
                    yield self.block(block)

    def block(self, block: Block) -> Markup:
        """One block; a heading is at least of the second level, since the title of a page stands once."""
        match block:
            case Heading():
                return self.heading(block, min(max(block.level, 2), _DEEPEST))
            case Paragraph(runs, style, anchor):
                return self._text("p", runs, class_=None if style == "body" else style, id=self._place(anchor))
            case Bullets(items, keep):
                return under("ul", *(self._text("li", item) for item in items), class_="rulings" if keep else None)
            case Contents():
                return self._contents(block)
            case TableBlock():
                return self._table(block)
            case ChartBlock():
                return self._chart(block)
            case Landscape() | Portrait():
                return NOTHING

    def heading(self, block: Heading, level: int) -> Markup:
        """A heading with its number and its place."""
        return element(
            f"h{level}",
            self._words(block),
            **{"id": self._place(block.anchor), "class": "new-page" if block.new_page else None},
            **self._spoken(Run(block.text, language=block.language)),
        )

    def _words(self, block: Heading) -> Markup:
        """The words of a heading after its number."""
        number = escaped(f"{block.number} ") if block.number else NOTHING
        return run_together([number, _apart(block.text)])

    def _contents(self, block: Contents) -> Markup:
        """Nested lists of links; a level that is skipped opens no list of its own."""
        headings = [one for one in self._blocks if isinstance(one, Heading) and 1 < one.level <= block.depth]
        label = "page.contents"
        heading = element("h2", escaped(block.heading), id=label)
        return under("nav", heading, self._entries(headings), aria_labelledby=label)

    def _entries(self, headings: Sequence[Heading]) -> Markup:
        if not headings:
            return NOTHING
        tops = itertools.accumulate((one.level for one in headings), min)
        starts = [n for n, (one, top) in enumerate(zip(headings, tops, strict=True)) if one.level <= top]
        parts = [headings[start:end] for start, end in zip(starts, [*starts[1:], len(headings)], strict=True)]
        return under("ol", *(element("li", self._entry(part[0]), self._entries(part[1:])) for part in parts))

    def _entry(self, heading: Heading) -> Markup:
        spoken = self._spoken(Run(heading.text, language=heading.language))
        return element("a", self._words(heading), href=f"#{place_name(heading.anchor)}", **spoken)

    def _table(self, block: TableBlock) -> Markup:
        """The table in a region of its own that can be reached by keyboard and scrolled."""
        place = self._place(block.anchor)
        label = f"{place or 'table'}.{block.number}"
        rows = [self._row(row, block) for row in block.rows]
        body, foot = (rows[:-1], rows[-1:]) if block.total else (rows, [])
        heads = (element("th", _apart(head), scope="col", class_=_kind(n, block)) for n, head in enumerate(block.heads))
        table = under(
            "table",
            self._caption(block, label),
            under("thead", element("tr", *heads)),
            under("tbody", *body) if body else NOTHING,
            under("tfoot", *foot) if foot else NOTHING,
            class_="sum" if block.total else None,
        )
        return under("div", table, class_="wide", role="region", aria_labelledby=label, tabindex="0", id=place)

    def _caption(self, block: TableBlock, label: str) -> Markup:
        words = element("span", self._label(block), escaped(" "), _apart(block.caption), id=label)
        heard = element("span", escaped(f" {block.description}"), class_="unseen") if block.description else NOTHING
        return element("caption", element("span", words, heard, class_="stay"))

    def _label(self, block: TableBlock | ChartBlock) -> Markup:
        return escaped(f"{caption_label(self._outline, block)}.")

    def _row(self, cells: Sequence[Runs], block: TableBlock) -> Markup:
        return element("tr", *(self._cell(n, runs, block) for n, runs in enumerate(cells)))

    def _cell(self, n: int, runs: Runs, block: TableBlock) -> Markup:
        if n == 0:
            return self._text("th", runs, scope="row", class_=_kind(n, block))
        return self._text("td", runs, class_=_kind(n, block))

    def _chart(self, block: ChartBlock) -> Markup:
        place = self._place(block.anchor)
        label = f"{place or 'figure'}.{block.number}.caption"
        drawing = Markup(chart(replace(block, anchor=place or ""), self._outline.language))
        scrolled = under("div", drawing, class_="wide", role="region", aria_labelledby=label, tabindex="0")
        caption = element("figcaption", self._label(block), escaped(" "), _apart(block.caption), id=label)
        return under("figure", scrolled, caption, id=place)

    def _text(self, name: str, runs: Runs, /, **attributes: str | None) -> Markup:
        """Runs in an element that takes the direction of its first letter where some are written leftwards."""
        direction = "auto" if right_to_left(joined(runs)) else None
        return element(name, *map(self._run, runs), dir=direction, **attributes)

    def _run(self, run: Run) -> Markup:
        if not run.text.strip():
            return escaped(run.text)
        words = _apart(run.text)
        words = element("strong", words) if run.bold else words
        words = element("em", words) if run.italic else words
        spoken = self._spoken(run)
        if run.link and run.link.startswith("#") and place_name(run.link[1:]) in self._places:
            return element("a", words, href=f"#{place_name(run.link[1:])}", **spoken)
        if address := address_of(run):
            return element("a", words, href=address, rel="noreferrer", **spoken)
        return element("span", words, **spoken) if spoken else words

    def _spoken(self, run: Run) -> dict[str, str]:
        """The language of a text where it is not that of the page."""
        return {"lang": run.language} if run.language and run.language != self._outline.language else {}

    def _place(self, anchor: str | None) -> str | None:
        """The name of a place, given once: of two alike the first has it."""
        name = place_name(anchor or "")
        if not name or name in self._given:
            return None
        self._given.add(name)
        return name


def under(name: str, /, *parts: Markup, **attributes: str | None) -> Markup:
    """An element with its parts on lines of their own."""
    return element(name, Markup("\n"), lines(*parts), Markup("\n"), **attributes)


def _kind(n: int, block: TableBlock) -> str | None:
    return "number" if n >= len(block.heads) - block.numeric else None


def _apart(words: str) -> Markup:
    """Text that is written leftwards set apart, so that what stands beside it keeps its order."""
    return element("bdi", escaped(words)) if right_to_left(words) else escaped(words)
