"""Markup that is HTML and sound XML at once: text escaped, values quoted, and a type that raw text does not have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NewType

from kom_rulings.documents.cleaning import one_line

#: Text in which every sign is escaped that markup would take for its own.
Markup = NewType("Markup", str)
NOTHING: Final = Markup("")
_SIGNS: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
#: Elements without content, in HTML and in SVG.
_EMPTY: Final = frozenset({"meta", "rect", "path", "line", "circle"})


def escaped(words: str) -> Markup:
    """Text as markup, on one line."""
    return Markup(one_line(words).translate(_SIGNS))


def element(name: str, /, *content: Markup, **attributes: str | float | None) -> Markup:
    """An element; ``class_`` and ``aria_label`` stand for class and aria-label, an attribute of None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _EMPTY:
        return Markup(f"<{name}{written}/>")
    return Markup(f"<{name}{written}>{''.join(content)}</{name}>")


def lines(*parts: Markup) -> Markup:
    """Parts under each other, those that are empty left out."""
    return Markup("\n".join(part for part in parts if part))


def run_together(parts: Iterable[Markup]) -> Markup:
    """Parts after each other, with nothing between."""
    return Markup("".join(parts))


def _value(value: str | float) -> str:
    """A measure with at most one decimal, a text as it is."""
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
