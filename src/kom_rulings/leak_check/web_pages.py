"""Every text of a web page: what is read, what stands in attributes and addresses, and what is commented away."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.leak_check.piece import IN_ALTERNATIVE, IN_COMMENT, IN_LINK, Piece, Spot, Use, property_named
from kom_rulings.wording import N_

_TOKEN: Final = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|<(?P<closing>/?)(?P<tag>[A-Za-z][^\s/>]*)(?P<attributes>(?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>"
    r"|<[!?][^>]*>"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(r"([^\s=\"'/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
#: A word goes on through these; every other element begins another text.
_WITHIN_TEXT: Final = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong"}
    | {"sub", "sup", "time", "tspan", "u", "var", "wbr"}
)
_LINKS: Final = frozenset(
    {"href", "src", "action", "cite", "data", "xlink:href", "id", "for", "name", "aria-labelledby"}
)
_ALTERNATIVES: Final = frozenset({"alt", "title", "aria-label", "aria-description", "summary", "placeholder"})
#: Look and shape, told by programs.
_SHAPE: Final = frozenset({"class", "style", "d", "points", "transform", "viewbox", "integrity"})
_TECHNICAL_TAGS: Final = frozenset({"style", "script"})


def web_page_pieces(content: bytes) -> Iterator[Piece]:
    """The texts of a page in the order in which they stand, numbered as blocks."""
    waiting: list[str] = []
    tag, n = "", 0
    for token in _TOKEN.finditer(content.decode("utf-8-sig", "replace")):
        if token["text"] is not None:
            waiting.append(token["text"])
            continue
        if token["comment"] is not None:
            yield Piece(html.unescape(token["comment"]), IN_COMMENT)
        if token["tag"] is None:
            continue
        name = token["tag"].lower()
        if name == "br":
            waiting.append(" ")
        elif name not in _WITHIN_TEXT:
            if words := _words(waiting):
                n += 1
                use = Use.TECHNICAL if tag in _TECHNICAL_TAGS else Use.READ
                yield Piece(words, Spot(N_("text block {n}"), {"n": n}), use)
            waiting.clear()
            tag = name
        yield from _attributes(name, token["attributes"])
    if words := _words(waiting):
        yield Piece(words, Spot(N_("text block {n}"), {"n": n + 1}))


def _words(parts: list[str]) -> str:
    return html.unescape("".join(parts)).strip()


def _attributes(tag: str, written: str) -> Iterator[Piece]:
    for name, *values in _ATTRIBUTE.findall(written) if "=" in written else ():
        small, words = name.lower(), html.unescape(max(values, key=len))
        if small in _SHAPE or not words:
            continue
        if small in _LINKS:
            yield Piece(words, IN_LINK, Use.ADDRESS if ":" in words else Use.TECHNICAL)
        elif small in _ALTERNATIVES:
            yield Piece(words, IN_ALTERNATIVE)
        elif tag == "meta" and small == "content":
            use = Use.TECHNICAL if "default-src" in words else Use.READ
            yield Piece(words, property_named("meta"), use)
        else:
            use = Use.READ if small.startswith("data-") else Use.TECHNICAL
            yield Piece(words, Spot(N_("the attribute {name}"), {"name": name}), use)
