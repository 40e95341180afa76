"""A case file taken apart to be changed as a whole, with its comments, and put together again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kom_rulings.editing.formatting import kind_of
from kom_rulings.editing.order import ORDER
from kom_rulings.editing.shapes import part_at
from kom_rulings.errors import CaseExists, CaseUnsound, LayoutOdd, NotACaseId
from kom_rulings.files.fulltext import FullText, read_text
from kom_rulings.files.layout import read_layout
from kom_rulings.files.layout_parts import (
    Document,
    Entry,
    Group,
    Item,
    Items,
    LayoutNotKept,
    Leaf,
    Manner,
    Scalar,
    text_of_bytes,
)
from kom_rulings.files.paths import KINDS, SUFFIX, case_id, case_of_text, relative, rulings_folder, text_files
from kom_rulings.files.reading import RawFile, Tree, parse, read_file
from kom_rulings.files.yaml_text import written
from kom_rulings.names import CaseId, is_case_id
from kom_rulings.problems import Path as Way


@dataclass(frozen=True)
class CaseText:
    """A case file as it was read: its record, and its text as parts."""

    raw: RawFile
    content: bytes
    document: Document
    kind: str

    @property
    def id(self) -> CaseId:
        """The id of the case."""
        return case_id(self.raw.path)

    def encoded(self, document: Document) -> bytes:
        """The bytes of changed parts in the manner of the file; raises ``LayoutOdd`` where they could not be read."""
        content = Manner.of(self.content).encoded(document.text())
        if parse(content, self.raw.path, self.raw.file)[1]:
            raise LayoutOdd(file=self.raw.file)
        return content


def opened(root: Path, path: Path) -> CaseText:
    """Read a case file; raises ``CaseUnsound`` where it has a structural defect, ``LayoutOdd`` where it is not ours."""
    raw, problems = read_file(path, relative(path, root))
    if raw is None:
        place = problems[0].place
        raise CaseUnsound(file=place.file, line=place.line)
    content = path.read_bytes()
    try:
        document = read_layout(text_of_bytes(content))
    except LayoutNotKept as error:
        raise LayoutOdd(file=raw.file) from error
    return CaseText(raw, content, document, kind_of(raw))


def free_name(root: Path, name: str) -> CaseId:
    """A new id; raises ``NotACaseId`` or ``CaseExists``."""
    if not is_case_id(name):
        raise NotACaseId(name=name)
    for kind in KINDS:
        path = rulings_folder(root) / kind / f"{name}{SUFFIX}"
        if path.exists():
            raise CaseExists(name=name, file=relative(path, root))
    return CaseId(name)


def texts_of(root: Path, case: CaseId) -> list[tuple[str, FullText | None]]:
    """The full texts beside a case, each with what it holds where it can be read."""
    paths = [path for path in text_files(root) if case_of_text(path) == case]
    return [(relative(path, root), read_text(path, relative(path, root))[0]) for path in paths]


def renamed_text(file: str, case: CaseId) -> str:
    """The name of a full text beside another case."""
    folder, _, name = file.partition("/")
    return f"{folder}/{case}.{name.partition('.')[2]}"


def texts_in(tree: Tree | None) -> list[str]:
    """The texts of a list, or none."""
    return [one for one in tree if isinstance(one, str)] if isinstance(tree, tuple) else []


def put(group: Group, entry: Entry, kind: str, path: Way) -> None:
    """Put a field at its place in a group, or in place of the one of that name, whose comments it takes over."""
    old = group.entry(entry.name)
    if old is not None:
        old.value = entry.value
        return
    part = part_at(kind, path)
    names = list(ORDER[part]) if part else []
    rank = names.index(entry.name) if entry.name in names else len(names)
    later = (n for n, one in enumerate(group.entries) if one.name in names and names.index(one.name) > rank)
    group.entries.insert(next(later, len(group.entries)), entry)


def take_out(group: Group, name: str) -> None:
    """Take a field out, where it stands."""
    group.entries = [one for one in group.entries if one.name != name]


def field(name: str, tree: Tree) -> Entry:
    """A field with its value in brackets, or plain."""
    return Entry(Scalar(name, name), [], "", leaf(tree))


def leaf(tree: Tree) -> Leaf:
    """A value on one line."""
    text = in_brackets(tree, bracketed=False)
    return Leaf((Scalar(text, text, path=()),))


def in_brackets(tree: Tree, *, bracketed: bool = True) -> str:
    """A value as it is written on one line."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{name}: {in_brackets(one)}" for name, one in tree.items()) + "}"
    if isinstance(tree, tuple):
        return "[" + ", ".join(in_brackets(one) for one in tree) + "]"
    plain = written(tree, bracketed=bracketed)
    if plain is not None:
        return plain
    return '"' + tree.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def group_of(tree: Mapping[str, Tree]) -> Group:
    """Fields below each other, of a group that stood in brackets."""
    return Group([field(name, value) for name, value in tree.items()], [])


def items_of(trees: Iterable[Tree]) -> Items:
    """Items below each other, of a list that stood in brackets."""
    return Items([Item([], "", leaf(one)) for one in trees], [])


def comments_in(part: Entry | Item | Group | Items | Leaf) -> Iterator[str]:
    """Every comment in a part of a file, but for those in brackets and at the head of a block of text."""
    if isinstance(part, Leaf):
        yield from [part.comment] if part.comment else []
    elif isinstance(part, Entry | Item):
        yield from (line for line in part.head if line)
        yield from [part.comment] if part.comment else []
        yield from comments_in(part.value)
    else:
        for one in part.entries if isinstance(part, Group) else part.items:
            yield from comments_in(one)
        yield from (line for line in part.tail if line)
