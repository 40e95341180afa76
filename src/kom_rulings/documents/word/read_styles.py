"""The styles of a Word file that is read: names, levels of headings, lists and look, with what each is based on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from kom_rulings.documents.accessibility.package import is_on, q, value
from kom_rulings.documents.word.list_numbers import whole

#: Word stores the names of its own heading styles in English, whatever its language; other programs do not.
_HEADING: Final = re.compile(r"(?:heading|overskrift)\s*([1-9])")
_MOST_BASES: Final = 20
#: The outline level of text, which is no heading.
_TEXT: Final = 9
_Told = TypeVar("_Told")


@dataclass(frozen=True)
class ReadStyle:
    """A style with all that it takes from those it is based on; ``None`` is what none of them tells.

    ``level`` is that of headings, from 1. ``list_id`` and ``list_level`` are the list that it numbers paragraphs by.
    """

    name: str = ""
    level: int = 0
    alignment: str = ""
    list_id: str = ""
    list_level: int = 0
    bold: bool | None = None
    italic: bool | None = None


class ReadStyles:
    """The styles by their ids; each is put together once."""

    def __init__(self, styles: Any) -> None:
        """Read word/styles.xml; None is a file without styles."""
        found = [] if styles is None else styles.findall(q("w:style"))
        self._styles = {one.get(q("w:styleId"), ""): one for one in found}
        self._read: dict[str, ReadStyle] = {}
        self.usual = next((one.get(q("w:styleId"), "") for one in found if _is_usual(one)), "")

    def style(self, style_id: str) -> ReadStyle:
        """The style of an id; one that is not there is as plain as can be."""
        if style_id not in self._read:
            self._read[style_id] = self._put_together(style_id)
        return self._read[style_id]

    def _put_together(self, style_id: str) -> ReadStyle:
        bases = list(self._bases(style_id))
        list_id, list_level = _first(bases, _list) or ("", 0)
        return ReadStyle(
            name=(value(self._styles.get(style_id), "w:name") or style_id).strip().lower(),
            level=_first(bases, _level) or 0,
            alignment=_first(bases, lambda one: value(one.find(q("w:pPr")), "w:jc")) or "",
            list_id=list_id,
            list_level=list_level,
            bold=_first(bases, lambda one: switched(one.find(q("w:rPr")), "w:b")),
            italic=_first(bases, lambda one: switched(one.find(q("w:rPr")), "w:i")),
        )

    def _bases(self, style_id: str) -> Iterator[Any]:
        """A style, what it is based on, and so on."""
        for _ in range(_MOST_BASES):
            one = self._styles.get(style_id)
            if one is None:
                return
            yield one
            style_id = value(one, "w:basedOn") or ""


def switched(about: Any, name: str) -> bool | None:
    """Whether properties switch something on or off, such as ``w:b``; None where they do not tell."""
    return None if value(about, name) is None else is_on(about, name)


def _first(bases: list[Any], told: Callable[[Any], _Told | None]) -> _Told | None:
    """What the first of the styles tells that tells anything."""
    return next((found for one in bases if (found := told(one)) is not None), None)


def _is_usual(style: Any) -> bool:
    return style.get(q("w:type")) == "paragraph" and style.get(q("w:default")) in {"1", "true"}


def _level(style: Any) -> int | None:
    outline = value(style.find(q("w:pPr")), "w:outlineLvl")
    if outline:
        return whole(outline, _TEXT) + 1 if whole(outline, _TEXT) < _TEXT else 0
    match = _HEADING.fullmatch((value(style, "w:name") or "").strip().lower())
    return int(match[1]) if match else None


def _list(style: Any) -> tuple[str, int] | None:
    about = style.find(q("w:pPr"))
    own = None if about is None else about.find(q("w:numPr"))
    return None if own is None else (value(own, "w:numId") or "", whole(value(own, "w:ilvl"), 0))
