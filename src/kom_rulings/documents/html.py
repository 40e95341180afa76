"""An outline as one web page that needs nothing else: readable by all, safe to open, the same bytes each time."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from kom_rulings.documents.html_blocks import Blocks, under
from kom_rulings.documents.markup import Markup, element, escaped, lines
from kom_rulings.documents.outline import Block, Contents, Heading, Outline, Paragraph
from kom_rulings.wording import N_, wording

STYLES: Final = Path(__file__).parents[1] / "data" / "overview.css"
#: Names of places that the page itself needs hold a dot, which those of a document never do.
_MAIN: Final = "page.main"


def page(outline: Outline) -> bytes:
    """The page in UTF-8, which is sound XML too; it has no script and asks for nothing from outside."""
    return (_Page(outline).written() + "\n").encode()


class _Page:
    """Puts the blocks into the landmarks of a page."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._say = wording(outline.language)
        self._title, self._blocks = _title_and_rest(outline)
        self._written = Blocks(outline, (self._title, *self._blocks))

    def written(self) -> Markup:
        body = element("body", Markup("\n"), lines(*self._landmarks()), Markup("\n"))
        html = element("html", Markup("\n"), lines(self._head(), body), Markup("\n"), lang=self._outline.language)
        return Markup(f"<!DOCTYPE html>\n{html}")

    def _head(self) -> Markup:
        outline, style = self._outline, Markup(STYLES.read_text(encoding="utf-8"))
        title = " – ".join(part for part in (outline.title, outline.subject) if part)
        parts = lines(
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="color-scheme", content="light dark"),
            element("meta", name="referrer", content="no-referrer"),
            element("title", escaped(title)),
            element("meta", name="author", content=outline.author),
            element("meta", name="description", content=outline.subject),
            element("style", style),
        )
        return element("head", Markup("\n"), parts, Markup("\n"))

    def _landmarks(self) -> Iterator[Markup]:
        """Title, contents where they come next, the document itself, and who gave it out."""
        yield element("a", escaped(self._say(N_("Skip to the text"))), class_="skip", href=f"#{_MAIN}")
        front = _leading_subtitles(self._blocks)
        rest = self._blocks[len(front) :]
        yield under("header", self._written.heading(self._title, 1), *map(self._written.block, front))
        if rest and isinstance(rest[0], Contents):
            yield self._written.block(rest[0])
            rest = rest[1:]
        yield under("main", *self._written.pages(rest), id=_MAIN, tabindex="-1")
        author = ", ".join(part for part in (self._outline.author, self._outline.subject) if part)
        to_top = element("a", escaped(self._say(N_("To the top of the page"))), href="#")
        yield under("footer", element("p", escaped(author)), element("p", to_top, class_="top"))


def _title_and_rest(outline: Outline) -> tuple[Heading, tuple[Block, ...]]:
    """The heading of level 1, or the title of the document where it has none, and all other blocks."""
    titles = [block for block in outline.blocks if isinstance(block, Heading) and block.level == 1]
    title = titles[0] if titles else Heading(1, outline.title, "")
    return title, tuple(block for block in outline.blocks if block is not title)


def _leading_subtitles(blocks: Sequence[Block]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or block.style != "subtitle":
            break
        found.append(block)
    return found


def _policy(style: str) -> str:
    """Nothing may be loaded or run, and no style but this one holds."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
