"""The skeleton of a new record: every field that the kind can have, each with what it is for, made from the models."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kom_rulings.editing.explaining import explanation
from kom_rulings.editing.order import ORDER
from kom_rulings.editing.shapes import Shape, shapes_of
from kom_rulings.records.building import MODELS
from kom_rulings.records.case import Part
from kom_rulings.records.schema import SCHEMA_LINE
from kom_rulings.references import Reference
from kom_rulings.wording import N_, Wording

_WIDTH: Final = 118
#: What stands for a text until somebody writes it.
FILL_IN: Final = N_("FILL IN")
_INTRODUCTION: Final = (
    N_("A new record. Fill in the fields that stand; write “unknown” where something is not known."),
    N_("A field behind # may be left out: take away the # and the space after it to use it."),
)
#: Values of the right form that no ruling has. A check tells of those that are left standing.
_NO_RULING: Final = {"applications": "99999/99", "ecli": "ECLI:CE:ECHR:2099:0101JUD009999999", "item": "001-0000000"}
_NO_COUNTRY, _NO_PAGE = "XX", "https://example.org/"


def skeleton(kind: str, say: Wording) -> str:
    """The text of a new record of a kind: fields that must stand filled with ``unknown`` where they may be."""
    lines = _Skeleton(kind, say).lines(MODELS[kind], _Place())
    introduction = (f"# {line}" for words in _INTRODUCTION for line in textwrap.wrap(say(words), _WIDTH - 2))
    return "\n".join([SCHEMA_LINE, *introduction, "", *lines]) + "\n"


@dataclass(frozen=True)
class _Place:
    """Where a field is written: how far in, and from which column on it is commented out."""

    column: int = 0
    commented: int | None = None
    dash: bool = False

    def start(self, *, dash: bool = False) -> str:
        """What stands before a field on its line."""
        inner = self.column - (2 if dash else 0)
        ending = "- " if dash else ""
        if self.commented is None:
            return " " * inner + ending
        return f"{' ' * self.commented}# {' ' * (inner - self.commented)}{ending}"


class _Skeleton:
    def __init__(self, kind: str, say: Wording) -> None:
        self._kind, self._say = kind, say

    def lines(self, part: type[Part], place: _Place) -> Iterator[str]:
        shapes = shapes_of(part)
        for n, name in enumerate(ORDER[part]):
            shape = shapes[name]
            live = shape.required or name == "draft"
            here = place if live or place.commented is not None else replace(place, commented=place.column)
            yield from self._field(part, name, shape, replace(here, dash=place.dash and n == 0))

    def _field(self, part: type[Part], name: str, shape: Shape, place: _Place) -> Iterator[str]:
        value = "" if shape.part else f" {self._value(name, shape)}"
        yield from self._line(f"{name}:{value}", self._words(part, name, shape), place)
        if shape.part:
            deeper = replace(place, column=place.column + (4 if shape.listed else 2), dash=shape.listed)
            yield from self.lines(shape.part, deeper)

    def _line(self, line: str, words: str, place: _Place) -> Iterator[str]:
        """A field with its explanation behind it, or above it where the line would be too long."""
        written = place.start(dash=place.dash) + line
        if len(written) + len(words) + 4 <= _WIDTH:
            yield f"{written}  # {words}"
            return
        start = replace(place, column=place.column - (2 if place.dash else 0)).start()
        yield from (f"{start}# {one}" for one in textwrap.wrap(words, _WIDTH - len(start) - 2, break_on_hyphens=False))
        yield written

    def _words(self, part: type[Part], name: str, shape: Shape) -> str:
        said = self._say(explanation(part, name))
        words = ["yes", "no"] if bool in shape.holds and name != "draft" else list(shape.words)
        if shape.may_be_unknown and words and "unknown" not in words:
            words.append("unknown")
        return f"{said} ({', '.join(words)})" if words and name not in ("kind", "document") else said

    def _value(self, name: str, shape: Shape) -> str:
        if name in ("kind", "draft"):
            return self._kind if name == "kind" else "yes"
        if shape.may_be_unknown:
            return "unknown"
        if shape.listed:
            return f"[{self._text(name, shape)}]" if shape.required else "[]"
        if shape.words:
            return shape.words[0] if shape.required else str(shape.default)
        if bool in shape.holds:
            return "no"
        return ("1" if name == "years" else "0") if int in shape.holds else self._text(name, shape)

    def _text(self, name: str, shape: Shape) -> str:
        if Reference in shape.holds:
            return _NO_RULING[name]
        if shape.country:
            return _NO_COUNTRY
        return _NO_PAGE if shape.link else self._say(FILL_IN)
