"""A case file as it is laid out: every field with the comments that speak of it, so that it can be moved with them.

The comment lines above a field, or above an item of a list, belong to it, and so does the comment at the end of its
line. Comments below the last field of a group, as far in as the group, stay at its end.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeGuard

import yaml

from kom_rulings.files.layout_parts import (
    Document,
    Entry,
    Group,
    Item,
    Items,
    LayoutNotKept,
    Leaf,
    Scalar,
    tidied,
)
from kom_rulings.problems import Path

#: Line ends that YAML knows and editors do not show.
_ODD_LINE_ENDS = re.compile("[\r\x85\u2028\u2029]")
_COMMENT = re.compile(r"(?:(?<=[ \t])|^)#.*")
_SCHEMA: Final = "# yaml-language-server:"
_MARKER: Final = "---"
_MappingPairs = list[tuple[yaml.Node, yaml.Node]]


def read_layout(text: str) -> Document:
    """Take a file apart; raises ``LayoutNotKept`` where it could not be put together again as it was."""
    if _ODD_LINE_ENDS.search(text):
        raise LayoutNotKept(text)
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style or not root.value:
        raise LayoutNotKept(text)
    return _Reader(text, root).document()


@dataclass(frozen=True)
class _Trivia:
    """What stands between values: a comment on its own line, at the end of one, behind a dash; or a blank line."""

    index: int
    column: int
    text: str
    kind: Literal["own", "line", "dash", "blank"]


class _Reader:
    """Walks the nodes in the order of the file and hands each the comments that are its own."""

    def __init__(self, text: str, root: yaml.MappingNode) -> None:
        self._text, self._root = text, root
        self._trivia: deque[_Trivia] = deque()
        self._dashes: deque[tuple[int, int]] = deque()
        self._starts: deque[tuple[int, int]] = deque()
        self._between()

    def document(self) -> Document:
        prologue = self._prologue()
        root = self._group(self._root)
        column = _column(self._root)
        root.tail = self._tail(column, column)
        return Document(prologue, root, tidied(one.text for one in self._trivia))

    def _between(self) -> None:
        """Gather what stands between the values, and where the dashes of lists are."""
        before = 0
        for node in _leaves(self._root):
            start = node.start_mark.index
            self._gap(before, start)
            self._starts.append((start, node.start_mark.column))
            before = self._end(node)
        self._gap(before, len(self._text))

    def _end(self, node: yaml.Node) -> int:
        """Where a value ends; blank lines below a block of text are not of it, unless it says so."""
        start, end = node.start_mark.index, node.end_mark.index
        if not _is_block_text(node):
            return end
        lines = self._text[start:end].split("\n")
        if "+" in _block_header(lines[0]):
            return end - 1 if lines[-1] == "" else end
        indent = _content_indent(lines)
        while len(lines) > 1 and not lines[-1].strip(" ") and len(lines[-1]) <= indent:
            lines.pop()
        return start + len("\n".join(lines))

    def _gap(self, start: int, end: int) -> None:
        follows_value = start > 0
        position = start
        lines = self._text[start:end].split("\n")
        for n, line in enumerate(lines):
            leads_on = n == len(lines) - 1
            self._gap_line(line, position, behind_value=follows_value and n == 0, leads_on=leads_on)
            position += len(line) + 1

    def _gap_line(self, line: str, position: int, *, behind_value: bool, leads_on: bool) -> None:
        comment = _COMMENT.search(line)
        code = line[: comment.start()] if comment else line
        if code == _MARKER and not self._starts:
            self._trivia.append(_Trivia(position, 0, line, "own"))
            return
        if set(code) - set(" \t:-" if behind_value else " \t-"):
            raise LayoutNotKept(line)
        column = position - (self._text.rfind("\n", 0, position) + 1)
        for dash in re.finditer("-", code):
            self._dashes.append((position + dash.start(), column + dash.start()))
        if comment:
            kind: Literal["own", "line", "dash"] = "line" if behind_value else "dash" if "-" in code else "own"
            place = comment.start()
            self._trivia.append(_Trivia(position + place, column + place, comment[0].rstrip(), kind))
        elif not behind_value and not leads_on and "-" not in code:
            self._trivia.append(_Trivia(position, 0, "", "blank"))

    def _prologue(self) -> list[str]:
        """The lines that speak of the file: that of the schema, and all above the last blank line before a field."""
        above = [one.text for one in self._until(self._starts[0][0])]
        parts = [n for n, line in enumerate(above) if line in ("", _MARKER)]
        schema = next((n for n, line in enumerate(above) if line.startswith(_SCHEMA)), -1)
        last = max([*parts, schema]) + 1
        for line in reversed(above[last:]):
            self._trivia.appendleft(_Trivia(0, 0, line, "own"))
        return tidied(above[:last])

    def _group(self, node: yaml.MappingNode) -> Group:
        group, column = Group([], []), _column(node)
        pairs: _MappingPairs = node.value
        for key, value in pairs:
            start, _ = self._starts.popleft()
            head = tidied(one.text for one in self._until(start))
            comment = self._taken("line")
            name = self._scalar(key)
            if _is_leaf(value):
                leaf = self._leaf(value, column, head, comment)
                group.entries.append(Entry(name, head, "", leaf))
            else:
                group.entries.append(Entry(name, head, comment, self._collection(value, column)))
        return group

    def _items(self, node: yaml.SequenceNode) -> Items:
        items, column = Items([], []), node.start_mark.column
        for value in node.value:
            dash, dash_column = self._dashes.popleft()
            if dash_column != column:
                raise LayoutNotKept(self._text)
            head = tidied(one.text for one in self._until(dash))
            comment = self._taken("dash")
            if _is_leaf(value):
                items.items.append(Item(head, "", self._leaf(value, column, head, comment)))
            else:
                items.items.append(Item(head, comment, self._collection(value, column)))
        return items

    def _collection(self, node: yaml.Node, outer: int) -> Group | Items:
        """A group or list; of a list that is no further in than its name, comments below belong to what is around."""
        found: Group | Items
        if isinstance(node, yaml.SequenceNode):
            found, column = self._items(node), int(node.start_mark.column)
        elif isinstance(node, yaml.MappingNode):
            found, column = self._group(node), _column(node)
        else:
            raise LayoutNotKept(self._text)
        found.tail = self._tail(column, max(outer, self._next()[1]))
        return found

    def _leaf(self, node: yaml.Node, column: int, head: list[str], comment: str) -> Leaf:
        """A value on its line; a comment between its name and it moves above the name, where both have one."""
        start, _ = self._starts.popleft()
        head += [one.text for one in self._until(start) if one.text]
        behind = self._taken("line")
        block = _is_block_text(node)
        if comment and (behind or block):
            head.append(comment)
            comment = ""
        pieces = tuple(self._pieces(node))
        body = self._block_lines(node, column) if block else ()
        return Leaf(pieces, behind or comment, body)

    def _pieces(self, node: yaml.Node) -> Iterator[str | Scalar]:
        """The scalars of a value with what stands between them: one of a plain value, more of one in brackets."""
        before = node.start_mark.index
        for scalar, path in _scalars(node, ()):
            yield self._text[before : scalar.start_mark.index]
            yield self._scalar(scalar, path)
            before = scalar.end_mark.index
        if not isinstance(node, yaml.ScalarNode):
            yield self._text[before : node.end_mark.index]

    def _scalar(self, node: yaml.Node, path: Path | None = None) -> Scalar:
        if not isinstance(node, yaml.ScalarNode):
            raise LayoutNotKept(self._text)
        text = self._text[node.start_mark.index : node.end_mark.index]
        return Scalar(str(node.value), text, str(node.style or ""), path)

    def _block_lines(self, node: yaml.Node, column: int) -> tuple[str, ...]:
        """The lines of a block of text without their indentation, the first being its header."""
        header, *lines = self._text[node.start_mark.index : self._end(node)].split("\n")
        digit = re.search(r"\d", _block_header(header))
        indent = column + int(digit[0]) if digit else _content_indent([header, *lines])
        return (header.rstrip(), *(line[indent:] for line in lines))

    def _next(self) -> tuple[int, int]:
        """Where the next field or item begins; behind the last, the end of the file in the column of the fields."""
        places = [queue[0] for queue in (self._dashes, self._starts) if queue]
        return min(places, default=(len(self._text) + 1, _column(self._root)))

    def _until(self, index: int) -> list[_Trivia]:
        found = []
        while self._trivia and self._trivia[0].index < index:
            found.append(self._trivia.popleft())
        return found

    def _taken(self, kind: Literal["line", "dash"]) -> str:
        """The comment that stands next, where it is of this kind."""
        following = self._trivia[0] if self._trivia else None
        if following is None or following.kind != kind or following.index > self._next()[0]:
            return ""
        return self._trivia.popleft().text

    def _tail(self, column: int, following: int) -> list[str]:
        """The comments below the last field of a group that are as far in as it, and further than what follows."""
        limit, taken, pending = self._next()[0], list[str](), list[_Trivia]()
        while self._trivia and self._trivia[0].index < limit:
            one = self._trivia.popleft()
            if one.kind != "blank" and not (one.column >= column and one.column > following):
                self._trivia.appendleft(one)
                break
            pending.append(one)
            if one.kind != "blank":
                taken += [each.text for each in pending]
                pending.clear()
        self._trivia.extendleft(reversed(pending))
        return tidied(taken)


def _is_leaf(node: yaml.Node) -> bool:
    return not isinstance(node, yaml.CollectionNode) or bool(node.flow_style) or not node.value


def _is_block_text(node: yaml.Node) -> TypeGuard[yaml.ScalarNode]:
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def _block_header(line: str) -> str:
    return line.partition("#")[0]


def _content_indent(lines: list[str]) -> int:
    """How far in a block of text stands: as its first line that holds something."""
    first = next((line for line in lines[1:] if line.strip(" ")), None)
    return len(first) - len(first.lstrip(" ")) if first is not None else max(map(len, lines[1:]), default=0)


def _column(node: yaml.MappingNode) -> int:
    pairs: _MappingPairs = node.value
    return int(pairs[0][0].start_mark.column)


def _leaves(node: yaml.Node) -> Iterator[yaml.Node]:
    """The names and the values that are on one line or in brackets, in the order of the file."""
    if _is_leaf(node):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield from _leaves(value)
    else:
        for value in node.value:
            yield from _leaves(value)


def _scalars(node: yaml.Node, path: Path) -> Iterator[tuple[yaml.ScalarNode, Path | None]]:
    """The scalars of a value, each with its way within it; a name in brackets has none."""
    if isinstance(node, yaml.ScalarNode):
        yield node, path
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise LayoutNotKept(str(node.start_mark))
            yield key, None
            yield from _scalars(value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for n, value in enumerate(node.value):
            yield from _scalars(value, (*path, n))
