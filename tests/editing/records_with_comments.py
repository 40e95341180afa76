"""Random records with comments anywhere: above fields, at line ends, between items, below groups, at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

_WORDS = st.sampled_from(
    ["Oslo tingrett", "NO", "ja: nei", "unknown", "2017-06-07", "# ingen", "'sitat'", "3", "null", "æ ø å", "[x", "- y"]
)
_DATES = st.sampled_from(["2017-6-7", "2017-06", "2017", "unknown", "7.6.2017"])
_REFERENCES = st.lists(st.sampled_from(["Rt. 2013 s. 39", "HR-2017-1124-A", "LB–2018–102939–2", "noe"]), max_size=3)
_DEFENDANT = {"label": _WORDS, "outcome": st.just("convicted"), "note": _WORDS}
_TEXTS = st.sampled_from(["En tekst\n\nmed to avsnitt", "én linje", "  innrykket\nså ikke"])
_RULING = {
    "court": _WORDS,
    "date": _DATES,
    "references": _REFERENCES,
    "outcome": st.just("convicted"),
    "defendants": st.lists(st.fixed_dictionaries({}, optional=_DEFENDANT).filter(bool), max_size=2),
    "summary": st.fixed_dictionaries({"nb": st.fixed_dictionaries({"text": _TEXTS, "author": st.just("KOM")})}),
    "ukjent_felt": _WORDS,
}
_RECORD = {
    "title": st.fixed_dictionaries({"nb": _WORDS}, optional={"en": _WORDS}),
    "exploitation": st.lists(st.sampled_from(["sexual", "begging"]), max_size=2),
    "victims": st.fixed_dictionaries({}, optional={"count": _WORDS, "countries": st.lists(_WORDS, max_size=2)}),
    "rulings": st.lists(st.fixed_dictionaries({}, optional=_RULING).filter(bool), min_size=1, max_size=3),
    "sources": st.lists(_WORDS, max_size=3),
    "note": _TEXTS,
}


@dataclass
class Written:
    """A text, and of each comment how the line begins that it speaks of; one below a group has ``^`` and its name."""

    lines: list[str] = field(default_factory=list)
    speaks_of: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


@st.composite
def records(draw: st.DrawFn, *, with_rulings: bool = False) -> Written:
    """A record as somebody may have typed it, with comments that each have a number of their own."""
    must = {"kind": st.just("criminal"), **({"rulings": _RECORD["rulings"]} if with_rulings else {})}
    may = {name: values for name, values in _RECORD.items() if name not in must}
    tree = draw(st.fixed_dictionaries(must, optional=may))
    typing = _Typing(draw)
    typing.group(tree, 0, "")
    if draw(st.booleans()):
        typing.written.lines.append(typing.comment(""))
    return typing.written


class _Typing:
    def __init__(self, draw: st.DrawFn) -> None:
        self._draw, self.written, self._count = draw, Written(), 0

    def comment(self, speaks_of: str) -> str:
        self._count += 1
        comment = f"# merknad {self._count}."
        self.written.speaks_of[comment] = speaks_of
        return comment

    def group(self, tree: Mapping[str, Any], column: int, name: str, start: str = "") -> None:
        names = self._draw(st.permutations(sorted(tree)))
        for n, one in enumerate(names):
            lead = start if n == 0 and start else " " * column
            self._above(f"{one}:", column, skip=bool(start) and n == 0)
            self._field(lead, one, tree[one], column)
        self._below(column, name)

    def _field(self, lead: str, name: str, value: Any, column: int) -> None:
        quote = self._draw(st.sampled_from(["", "", '"']))
        key, deeper = f"{lead}{quote}{name}{quote}:", column + self._draw(st.sampled_from([2, 4]))
        if isinstance(value, Mapping) and value:
            self._line(key, f"{name}:")
            self.group(value, deeper, f"{name}:")
        elif isinstance(value, Sequence) and not isinstance(value, str) and value:
            self._list(key, name, value, column if self._draw(st.booleans()) else deeper)
        elif isinstance(value, str):
            self._text(key, f"{name}:", value, deeper)
        else:
            self._line(f"{key} {'{}' if isinstance(value, Mapping) else '[]'}", f"{name}:")

    def _list(self, key: str, name: str, value: Sequence[Any], column: int) -> None:
        if all(isinstance(one, str) for one in value) and self._draw(st.booleans()):
            items = self._draw(st.sampled_from([",", ", ", " ,  "])).join(_quoted(one) for one in value)
            self._line(f"{key} [{items}]", f"{name}:")
            return
        self._line(key, f"{name}:")
        for one in value:
            self._above("-", column, skip=False)
            dash = f"{' ' * column}-{' ' * self._draw(st.integers(1, 3))}"
            if isinstance(one, Mapping):
                self.group(one, len(dash), "-", dash)
            else:
                self._line(dash + _quoted(one), "- ")
        if column > len(key) - len(key.lstrip(" -")):  # else it may as well speak of what follows
            self._below(column, f"{name}:")

    def _text(self, key: str, name: str, value: str, column: int) -> None:
        if "\n" in value or self._draw(st.booleans()):
            spaces = "2" if value.startswith(" ") else ""
            self.written.lines.append(f"{key} |{spaces}-")
            indent = len(key) - len(key.lstrip(" -")) + 2 if spaces else column
            self.written.lines += [f"{' ' * indent}{line}" if line else "" for line in value.split("\n")]
        else:
            self._line(f"{key} {_quoted(value)}", name)

    def _line(self, line: str, name: str) -> None:
        behind = self._draw(st.sampled_from([0, 0, 1, 3]))
        self.written.lines.append(f"{line}{' ' * behind}{self.comment(name)}" if behind else line)

    def _above(self, name: str, column: int, *, skip: bool) -> None:
        if skip:
            return
        if self._draw(st.booleans()) and self._draw(st.booleans()):
            self.written.lines += [""] * self._draw(st.integers(0, 2))
        for _ in range(self._draw(st.sampled_from([0, 0, 0, 1, 2]))):
            self.written.lines.append(" " * column + self.comment(name))

    def _below(self, column: int, name: str) -> None:
        if column and self._draw(st.sampled_from([False, False, True])):
            self.written.lines.append(" " * column + self.comment(f"^{name}"))


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
