"""The text of elements as blocks and grids, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin, urlsplit

from kom_rulings.pages.counting_items import ItemNumbers
from kom_rulings.pages.elements import Element
from kom_rulings.pages.known_markup import ASIDE_ROLES, BLOCKS, HEADINGS, LANDMARKS, LEFT_OUT
from kom_rulings.pages.look import PLAIN, Look, Rules, is_hidden, look_of
from kom_rulings.pages.page import Block, Grid, Link
from kom_rulings.pages.tables import is_grid, rows_of
from kom_rulings.pages.tidying import one_line, tidy

#: What a form holds that some sites put the whole page into.
_TEXT: Final = HEADINGS | {"p", "main", "article"}
_SPACE: Final = re.compile(r"\s+")
#: How many names and classes are told of what encloses a block.
_MOST_NAMES: Final = 40
#: Links that run something, or lead to files of whoever reads the page.
_HARMFUL: Final = ("javascript:", "vbscript:", "data:", "file:", "blob:")


@dataclass
class _Text:
    """A block that is being gathered."""

    pieces: list[tuple[str, Look, tuple[str, ...]]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def since_break(self) -> str:
        """What was gathered after the last line break."""
        last = next((text for text, _, _ in reversed(self.pieces) if text == "\n" or text.strip()), "")
        return "" if last == "\n" else last


@dataclass(frozen=True)
class _Around:
    """What encloses the text at one place of the page."""

    look: Look = PLAIN
    level: int = 0
    inside: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    kept: bool = False
    numbers: ItemNumbers | None = None


class PageReader:
    """Reads elements into blocks and grids; tells afterwards what was left out."""

    def __init__(self, rules: Rules, address: str = "") -> None:
        """Take the rules that style sheets give, and the address that relative links start from."""
        self._rules = rules
        self._address = address
        self.hidden = False
        self.other_links = False

    def parts(self, root: Element, inside: tuple[str, ...] = ()) -> list[Block | Grid]:
        """The blocks and grids of an element."""
        return _Reading(self, self._rules, inside).of(root)

    def link(self, element: Element) -> Link | None:
        """A link to a web page; any other is none."""
        try:
            address = urljoin(self._address, one_line(element.get("href")))
            leads_somewhere = bool(urlsplit(address).netloc)
        except ValueError:
            return None
        if not leads_somewhere or not address.lower().startswith(("http://", "https://")):
            self.other_links = self.other_links or address.lower().startswith(_HARMFUL)
            return None
        # A link in a link is damage; its text is told once.
        return Link("" if "a" in element.holds else one_line(element.text), address)


class _Reading:
    """One walk over an element; a grid is read by walks of its own over its cells."""

    def __init__(self, reader: PageReader, rules: Rules, inside: tuple[str, ...]) -> None:
        self._reader, self._rules = reader, rules
        self._found: list[Block | Grid] = []
        self._text = _Text()
        self._number = ""
        self._around = [_Around(inside=inside)]

    def of(self, root: Element) -> list[Block | Grid]:
        stack: list[tuple[Element, Iterator[Element | str]]] = [(root, iter(root.children))]
        while stack:
            element, rest = stack[-1]
            child = next(rest, None)
            if child is None:
                stack.pop()
                if stack:
                    self._close(element)
            elif isinstance(child, str):
                self._add(child)
            elif self._enter(child):
                stack.append((child, iter(child.children)))
        self._flush()
        return self._found

    def _enter(self, element: Element) -> bool:
        """Tell whether the walk goes on into an element."""
        if element.name == "br":
            self._break()
            return False
        if element.name in LEFT_OUT or element.get("role").lower() in ASIDE_ROLES or _only_asks(element):
            return False
        if self._is_hidden(element):
            return False
        if element.name in {"table", "dl"} and is_grid(element):
            self._grid(element)
            return False
        self._open(element)
        return True

    def _is_hidden(self, element: Element) -> bool:
        hidden = is_hidden(element)
        if hidden and not self._reader.hidden:
            self._reader.hidden = bool(element.text.strip())
        return hidden

    def _open(self, element: Element) -> None:
        around = self._around[-1]
        if element.name in BLOCKS:
            self._flush()
        if element.name == "li" and around.numbers:
            self._number = around.numbers.of(element)
        block = element.name in BLOCKS
        self._around.append(
            _Around(
                look=look_of(element, around.look, self._rules),
                level=int(element.name[1]) if element.name in HEADINGS else around.level,
                inside=(*around.inside, *_names(element))[:_MOST_NAMES],
                styles=element.classes if block and element.classes else around.styles,
                spans=() if block else (*around.spans, *element.classes)[:_MOST_NAMES],
                kept=around.kept or element.name == "pre",
                numbers=ItemNumbers(element) if element.name == "ol" else None if block else around.numbers,
            )
        )

    def _close(self, element: Element) -> None:
        if element.name in BLOCKS:
            self._flush()
        if element.name == "li":
            self._number = ""
        if element.name == "a" and element.get("href"):
            self._text.links.extend(filter(None, [self._reader.link(element)]))
        self._around.pop()

    def _add(self, text: str) -> None:
        around = self._around[-1]
        self._text.pieces.append((text if around.kept else _SPACE.sub(" ", text), around.look, around.spans))

    def _break(self) -> None:
        """A line break, or the end of the block where it follows another."""
        if self._text.since_break:
            self._text.pieces.append(("\n", self._around[-1].look, self._around[-1].spans))
        else:
            self._flush()

    def _flush(self) -> None:
        gathered, self._text = self._text, _Text()
        text = tidy("".join(piece for piece, _, _ in gathered.pieces))
        if not text:
            return
        around = self._around[-1]
        seen = [(look, spans) for piece, look, spans in gathered.pieces if _shows(piece)]
        common = [one for one in seen[0][1] if all(one in spans for _, spans in seen)]
        block = Block(
            text,
            level=around.level,
            number=self._number,
            bold=all(look.bold for look, _ in seen),
            italic=all(look.italic for look, _ in seen),
            centred=all(look.centred for look, _ in seen),
            styles=tuple(dict.fromkeys([*around.styles, *common])),
            inside=around.inside,
            links=tuple(gathered.links),
        )
        self._number = ""
        self._found.append(block)

    def _grid(self, element: Element) -> None:
        self._flush()
        inside = (*self._around[-1].inside, *_names(element))
        cells: list[Block | Grid] = []

        def words(cell: Element) -> str:
            parts = self._reader.parts(cell)
            cells.extend(parts)
            return "\n".join(part.text for part in parts if isinstance(part, Block))

        for name in ("tr", "td", "th", "dt", "dd"):
            for part in element.outermost(name):
                self._is_hidden(part)
        for caption in element.outermost("caption"):
            self._found.extend(self._reader.parts(caption, inside))
        rows = rows_of(element, words)
        links = tuple(link for part in cells for link in part.links)
        if rows:
            self._found.append(Grid(rows, inside, links))


def _shows(piece: str) -> bool:
    return bool(piece.strip() if piece.isascii() else tidy(piece))


def _only_asks(element: Element) -> bool:
    """Whether it is a form to fill in; some sites put the whole page into one, which then is text like any other."""
    return element.name == "form" and not element.holds & _TEXT


def _names(element: Element) -> tuple[str, ...]:
    """What an element is called in ``Block.inside``."""
    landmark = (element.name,) if element.name in LANDMARKS else ()
    place = "".join(element.get("id").split())
    return (*landmark, f"#{place}") if place else landmark
