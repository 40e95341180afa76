"""The numbers that Word puts before paragraphs by itself, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kom_rulings.documents.accessibility.package import q, value
from kom_rulings.documents.item_numbers import written

_KINDS: Final = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_PLACE: Final = re.compile(r"%([1-9])")
_LARGEST: Final = 99_999


@dataclass(frozen=True)
class _Level:
    """How one level of a list is numbered: ``text`` is such as “%1.%2”."""

    start: int
    kind: str
    text: str


class ListNumbers:
    """The lists of a document, and how far each was counted."""

    def __init__(self, numbering: Any) -> None:
        """Read word/numbering.xml; None is a document without lists."""
        found = [] if numbering is None else numbering.findall(q("w:abstractNum"))
        self._levels = {one.get(q("w:abstractNumId"), ""): _levels(one) for one in found}
        self._lists = {} if numbering is None else _lists(numbering)
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def of(self, list_id: str, level: int) -> tuple[str, bool]:
        """The number of the next paragraph of a list as it is shown, and whether it is a bullet instead."""
        abstract, starts = self._lists.get(list_id, ("", {}))
        levels = self._levels.get(abstract, {})
        if level not in levels:
            return "", False
        if levels[level].kind == "bullet":
            return "", True
        counts = self._count(list_id, abstract, level, starts.get(level))
        return _shown(levels, level, counts), False

    def _count(self, list_id: str, abstract: str, level: int, start: int | None) -> dict[int, int]:
        counts = self._counts.setdefault(abstract, {})
        if start is not None and (list_id, level) not in self._started:
            self._started.add((list_id, level))
            counts[level] = start
        else:
            counts[level] = counts[level] + 1 if level in counts else self._levels[abstract][level].start
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return counts


def _shown(levels: Mapping[int, _Level], level: int, counts: Mapping[int, int]) -> str:
    def number(match: re.Match[str]) -> str:
        which = int(match[1]) - 1
        one = levels.get(which, levels[level])
        return "" if one.kind == "none" else written(counts.get(which, one.start), _KINDS.get(one.kind, "1"))

    return _PLACE.sub(number, levels[level].text)[:40].strip()


def _levels(abstract: Any) -> dict[int, _Level]:
    found = {}
    for one in abstract.findall(q("w:lvl")):
        kind, text = value(one, "w:numFmt") or "decimal", value(one, "w:lvlText") or ""
        found[whole(one.get(q("w:ilvl")), 0)] = _Level(whole(value(one, "w:start"), 1), kind, text)
    return found


def _lists(numbering: Any) -> dict[str, tuple[str, dict[int, int]]]:
    """The abstract list of every list, and where its levels start anew."""
    found = {}
    for one in numbering.findall(q("w:num")):
        starts = {
            whole(override.get(q("w:ilvl")), 0): whole(value(override, "w:startOverride"), 1)
            for override in one.findall(q("w:lvlOverride"))
            if value(override, "w:startOverride") is not None
        }
        found[one.get(q("w:numId"), "")] = (value(one, "w:abstractNumId") or "", starts)
    return found


def whole(text: str | None, otherwise: int) -> int:
    """A whole number of an attribute, or what holds where it is none."""
    fits = text is not None and text.isascii() and text.isdecimal() and len(text) <= len(str(_LARGEST))
    return int(text) if fits and text is not None else otherwise
