"""The parts that a case file is laid out in, and how they are written, each field with the comments of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kom_rulings.problems import Path

_STEP: Final = 2
#: The line ends and the mark of UTF-8 that an editor on Windows may give a file.
_BOM: Final = b"\xef\xbb\xbf"


class LayoutNotKept(ValueError):
    """A file is laid out in a way that is not taken apart: explicit keys, several documents, odd line ends."""


@dataclass(frozen=True)
class Scalar:
    """A value or a name: what it says, how it is written, and its style: plain, in quotes, or a block of text.

    ``path`` is the way to a value within brackets, empty for a value that stands alone, and ``None`` for a name.
    """

    value: str
    text: str
    style: str = ""
    path: Path | None = None


@dataclass
class Leaf:
    """A value that is not laid out over fields: a text, or a list or group in brackets.

    ``pieces`` are its scalars and what stands between them; ``block`` holds the lines of a block of text, the first
    of them its header, the others without indentation.
    """

    pieces: tuple[str | Scalar, ...]
    comment: str = ""
    block: tuple[str, ...] = ()


@dataclass
class Entry:
    """A field: the comments above it, its name, the comment behind the name, and its value."""

    key: Scalar
    head: list[str]
    comment: str
    value: Node

    @property
    def name(self) -> str:
        """The name of the field."""
        return self.key.value


@dataclass
class Group:
    """Fields, and the comments below the last of them."""

    entries: list[Entry]
    tail: list[str]

    def entry(self, name: str) -> Entry | None:
        """The field of a name."""
        return next((one for one in self.entries if one.name == name), None)


@dataclass
class Item:
    """An item of a list: the comments above it, the one behind its dash, and its value."""

    head: list[str]
    comment: str
    value: Node


@dataclass
class Items:
    """The items of a list, and the comments below the last of them."""

    items: list[Item]
    tail: list[str]


Node = Leaf | Group | Items


@dataclass
class Document:
    """A case file: the lines that speak of the file, its fields, and the comments below the last of them."""

    prologue: list[str]
    root: Group
    tail: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The file, with single blank lines at most and none at its end."""
        ending = self.tail if any(self.tail) else []
        while ending and not ending[-1]:
            ending = ending[:-1]
        return "\n".join([*self.prologue, *_group_lines(self.root, 0), *ending]) + "\n"


@dataclass(frozen=True)
class Manner:
    """How the bytes of a file are its text: the line ends, and whether the mark of UTF-8 stands first."""

    crlf: bool
    bom: bool

    @classmethod
    def of(cls, content: bytes) -> Manner:
        """The manner of a file."""
        return cls(b"\r\n" in content, content.startswith(_BOM))

    def encoded(self, text: str) -> bytes:
        """The bytes of a text in this manner."""
        content = text.replace("\n", "\r\n").encode("utf-8") if self.crlf else text.encode("utf-8")
        return _BOM + content if self.bom else content


def text_of_bytes(content: bytes) -> str:
    """The text of a file with line ends as on Unix."""
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def tidied(lines: Iterable[str]) -> list[str]:
    """The lines with single blank ones at most."""
    found: list[str] = []
    for line in lines:
        if line or not found or found[-1]:
            found.append(line)
    return found


def _group_lines(group: Group, column: int) -> Iterator[str]:
    for n, entry in enumerate(group.entries):
        yield from _placed(_without_blank_start(entry.head) if n == 0 else entry.head, column)
        yield from _entry_lines(entry, column)
    yield from _placed(group.tail, column)


def _entry_lines(entry: Entry, column: int) -> Iterator[str]:
    start = f"{' ' * column}{entry.key.text}:"
    if isinstance(entry.value, Leaf):
        yield from _leaf_lines(start, entry.value, column)
        return
    yield _with_comment(start, entry.comment)
    yield from _collection_lines(entry.value, column + _STEP)


def _collection_lines(value: Group | Items, column: int) -> Iterator[str]:
    return _group_lines(value, column) if isinstance(value, Group) else _item_lines(value, column)


def _item_lines(items: Items, column: int) -> Iterator[str]:
    for n, item in enumerate(items.items):
        yield from _placed(_without_blank_start(item.head) if n == 0 else item.head, column)
        start = f"{' ' * column}-"
        if isinstance(item.value, Leaf):
            yield from _leaf_lines(start, item.value, column)
        elif isinstance(item.value, Items):
            yield _with_comment(start, item.comment)
            yield from _item_lines(item.value, column + _STEP)
        else:
            yield from _item_group_lines(start, item, item.value, column)
    yield from _placed(items.tail, column)


def _item_group_lines(start: str, item: Item, group: Group, column: int) -> Iterator[str]:
    """A group behind its dash; below it, where a comment stands between."""
    first, *others = _group_lines(group, column + _STEP)
    if item.comment or first.lstrip().startswith("#"):
        yield _with_comment(start, item.comment)
        yield first
    else:
        yield f"{start} {first[column + _STEP :]}"
    yield from others


def _leaf_lines(start: str, leaf: Leaf, column: int) -> Iterator[str]:
    if leaf.block:
        yield from _block_lines(start, leaf.block, column)
        return
    first, *others = _leaf_text(leaf).split("\n")
    lines = [f"{start} {first}" if first else start]
    lines += [_indented(line.lstrip(" \t"), column + _STEP) for line in others]
    yield from lines[:-1]
    yield _with_comment(lines[-1], leaf.comment)


def _block_lines(start: str, block: Sequence[str], column: int) -> Iterator[str]:
    header, *lines = block
    yield f"{start} {header}"
    digit = next((int(sign) for sign in header.partition("#")[0] if sign.isdigit()), _STEP)
    yield from (_indented(line, column + digit) for line in lines)


def _leaf_text(leaf: Leaf) -> str:
    """The value as it was written; in brackets on one line with the spaces that we write there."""
    raw = [piece if isinstance(piece, str) else piece.text for piece in leaf.pieces]
    between = [piece for piece in leaf.pieces if isinstance(piece, str)]
    if "\n" in "".join(between) or "#" in "".join(between):
        return "".join(raw)
    spaced = (_spaced(piece) if isinstance(piece, str) else piece.text for piece in leaf.pieces)
    return "".join(spaced)


def _spaced(between: str) -> str:
    return "".join(between.split()).replace(",", ", ").replace(":", ": ")


def _with_comment(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line


def _placed(lines: Iterable[str], column: int) -> Iterator[str]:
    return (_indented(line, column) for line in lines)


def _indented(line: str, column: int) -> str:
    return f"{' ' * column}{line}" if line else ""


def _without_blank_start(lines: Sequence[str]) -> Sequence[str]:
    return lines[1:] if lines and not lines[0] else lines
