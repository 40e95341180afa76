"""A record put in order: fields as they are read, values in their one form, spaces and quotes; no comment is lost."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Final

from kom_rulings.editing.normal_values import normal
from kom_rulings.editing.order import ORDER
from kom_rulings.editing.shapes import part_at
from kom_rulings.files.layout import read_layout
from kom_rulings.files.layout_parts import (
    Entry,
    Group,
    Item,
    Items,
    LayoutNotKept,
    Leaf,
    Manner,
    Node,
    Scalar,
    text_of_bytes,
)
from kom_rulings.files.reading import RawFile, Tree, parse
from kom_rulings.files.yaml_text import comments_of, written
from kom_rulings.problems import Path
from kom_rulings.records.building import MODELS

_QUOTES: Final = ("'", '"')


def formatted(raw: RawFile, content: bytes) -> bytes:
    """The content of a case file in order; raises ``LayoutNotKept`` where it cannot be done without a loss.

    The record that is read from it is the same but for values that are written in their one form, and every comment
    is there, beside what it speaks of.
    """
    kind = kind_of(raw)
    text = text_of_bytes(content)
    document = read_layout(text)
    document.root = _group(document.root, kind, ())
    after = document.text()
    if not _same(raw.tree, after, kind) or sorted(comments_of(text)) != sorted(comments_of(after)):
        raise LayoutNotKept(raw.file)
    return Manner.of(content).encoded(after)


def kind_of(raw: RawFile) -> str:
    """The kind of a case: as it says, else as its folder says."""
    kind = raw.tree.get("kind")
    return kind if isinstance(kind, str) and kind in MODELS else raw.path.parent.name


def ordered(group: Group, kind: str, path: Path) -> list[Entry]:
    """The fields of a group in their order; one that has no place in it stays behind the one above it."""
    part = part_at(kind, path) if kind in MODELS else None
    names = ORDER[part] if part else ()
    ranked, rank = [], -1
    for entry in group.entries:
        rank = names.index(entry.name) if entry.name in names else rank
        ranked.append((rank, entry))
    return [entry for _, entry in sorted(ranked, key=lambda one: one[0])]


def _group(group: Group, kind: str, path: Path) -> Group:
    entries = [
        Entry(_name(entry.key), entry.head, entry.comment, _node(entry.value, kind, (*path, entry.name)))
        for entry in ordered(group, kind, path)
    ]
    return Group(entries, group.tail)


def _node(node: Node, kind: str, path: Path) -> Node:
    if isinstance(node, Group):
        return _group(node, kind, path)
    if isinstance(node, Items):
        items = [Item(one.head, one.comment, _node(one.value, kind, (*path, n))) for n, one in enumerate(node.items)]
        return Items(items, node.tail)
    return _leaf(node, kind, path)


def _leaf(leaf: Leaf, kind: str, path: Path) -> Leaf:
    if leaf.block:
        return leaf
    bracketed = any(piece for piece in leaf.pieces if isinstance(piece, str))
    pieces = (
        piece if isinstance(piece, str) else _value(piece, kind, path, bracketed=bracketed) for piece in leaf.pieces
    )
    return Leaf(tuple(pieces), leaf.comment)


def _value(scalar: Scalar, kind: str, path: Path, *, bracketed: bool) -> Scalar:
    """A value in its one form, and without quotes where it needs none; one over several lines is left."""
    if "\n" in scalar.text or not scalar.text:
        return scalar
    within = scalar.path
    value = scalar.value if within is None or kind not in MODELS else normal(kind, (*path, *within), scalar.value)
    if value == scalar.value and scalar.style not in _QUOTES:
        return scalar
    plain = written(value, bracketed=bracketed)
    if plain is None:
        return scalar if value == scalar.value else Scalar(value, _quoted(value), "'", within)
    return Scalar(value, plain, "", within)


def _name(key: Scalar) -> Scalar:
    plain = written(key.value, bracketed=False) if key.style in _QUOTES else None
    return Scalar(key.value, plain) if plain is not None else key


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _same(before: Mapping[str, Tree], text: str, kind: str) -> bool:
    """Whether a text holds the same record, but for the form of its values."""
    after, problems = parse(text.encode("utf-8"), FilePath(), "")
    if after is None or problems:
        return False
    return _normal_tree(dict(before), kind, ()) == _normal_tree(dict(after.tree), kind, ())


def _normal_tree(tree: Tree, kind: str, path: Path) -> Tree:
    if isinstance(tree, dict):
        return {name: _normal_tree(one, kind, (*path, name)) for name, one in tree.items()}
    if isinstance(tree, tuple):
        return tuple(_normal_tree(one, kind, (*path, n)) for n, one in enumerate(tree))
    # A block of text at the end of a file may gain the line end that it lacked.
    value = tree.rstrip("\n")
    return normal(kind, path, value) if kind in MODELS else value
