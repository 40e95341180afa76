"""Two cases made one: rulings in the order of their dates, the same ones joined, and nothing chosen without asking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from kom_rulings.editing import case_text
from kom_rulings.editing.case_text import CaseText, comments_in, in_brackets, opened, put, take_out, texts_in
from kom_rulings.editing.normal_values import normal
from kom_rulings.editing.placing import by_date
from kom_rulings.editing.shapes import part_at, shapes_of
from kom_rulings.editing.splitting import references_of, rulings_in, rulings_of
from kom_rulings.errors import FieldsDiffer, NotATake, NotOtherCase, TextsDiffer
from kom_rulings.files.layout_parts import Entry, Group, Item, Items, Leaf, text_of_bytes
from kom_rulings.files.moving import Act, Write, checksum_of
from kom_rulings.files.paths import rulings_folder
from kom_rulings.files.reading import Tree
from kom_rulings.files.yaml_text import comments_of
from kom_rulings.names import CaseId
from kom_rulings.problems import Path as Way
from kom_rulings.problems import dotted

Side = Literal["INTO", "CASE"]
SIDES: Final[tuple[Side, ...]] = ("INTO", "CASE")
#: Lists that hold what both cases hold.
_UNITED: Final = frozenset(
    {"sources", "formerly", "provenance", "privacy_accepted", "applications", "references", "cites", "links"}
)
#: Lists of words in two languages, which do so too.
_UNITED_WORDS: Final = frozenset({"keywords", "legal_points"})
_LONGEST_LINE: Final = 100


@dataclass(frozen=True)
class Differing:
    """A field of which the two cases say different things."""

    field: str
    into: str
    case: str


def merging(root: Path, path: Path, into_path: Path, takes: Sequence[str]) -> Act:
    """What merging a case into another would do; nothing is written.

    ``takes`` are ``FIELD=INTO``, ``FIELD=CASE``, or a side alone for all other fields. Raises ``FieldsDiffer`` while
    a field differs that nobody has decided.
    """
    case, into = opened(root, path), opened(root, into_path)
    if case.id == into.id or case.kind != into.kind:
        raise NotOtherCase(case=case.id, into=into.id)
    merge = _Merge(into.kind, _takes(takes))
    merge.cases(into, case)
    merge.refuse_differences()
    _tell_where_from(into, case)
    _keep_comments(into, case)
    moves, copies = _texts(root, case.id, into.id)
    return Act(
        name=f"merge {case.id} {into.id}",
        writes=[Write(into.raw.file, into.raw.sha256, into.encoded(into.document))],
        moves=moves,
        removals=[(case.raw.file, case.raw.sha256), *copies],
    )


def _takes(takes: Sequence[str]) -> dict[str, Side]:
    """The sides that were chosen, by field; the one for all others has no name."""
    found: dict[str, Side] = {}
    for text in takes:
        name, _, side = text.rpartition("=")
        chosen = next((one for one in SIDES if one == side.strip().upper()), None)
        if chosen is None:
            raise NotATake(text=text, fields="–")
        found[name.strip()] = chosen
    return found


@dataclass
class _Merge:
    """Puts what a case says into another, field by field, and notes what they say differently."""

    kind: str
    takes: Mapping[str, Side]
    differing: list[Differing] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def cases(self, into: CaseText, case: CaseText) -> None:
        rulings = case.document.root.entry("rulings")
        own, other = rulings_of(into.document, into), rulings_of(case.document, case)
        own_trees, other_trees = rulings_in(into), rulings_in(case)
        take_out(case.document.root, "rulings")
        self.groups(into.document.root, into.raw.tree, case.document.root, case.raw.tree, ())
        apart: list[tuple[Item, Tree]] = []
        joined: set[int] = set()
        for item, tree in zip(other.items, other_trees, strict=True):
            shared = (n for n, one in enumerate(own_trees) if references_of(one) & references_of(tree))
            n = next((n for n in shared if n not in joined), None)
            if n is None:
                apart.append((item, tree))
            else:
                joined.add(n)
                self._join(own.items[n], own_trees[n], item, tree, ("rulings", n))
        own.items = by_date([*zip(own.items, own_trees, strict=True)], apart)
        own.tail += [*other.tail, *(rulings.head if rulings else [])]

    def refuse_differences(self) -> None:
        """Raise ``NotATake`` for a choice of a field that does not differ, ``FieldsDiffer`` for one that is missing."""
        for name in self.takes:
            if name and not any(_is_below(one, name) for one in self.asked):
                raise NotATake(text=name, fields=", ".join(self.asked) or "–")
        if self.differing:
            raise FieldsDiffer(self.differing)

    def _join(self, own: Item, own_tree: Tree, other: Item, other_tree: Tree, path: Way) -> None:
        """Two entries of one ruling, known by a reference that they share."""
        if isinstance(own_tree, dict) and isinstance(other_tree, dict):
            group, added = _as_group(own.value, own_tree), _as_group(other.value, other_tree)
            own.value = group
            own.head += [*other.head, *([other.comment] if other.comment else [])]
            self.groups(group, own_tree, added, other_tree, path)

    def groups(
        self, own: Group, own_tree: Mapping[str, Tree], other: Group, other_tree: Mapping[str, Tree], path: Way
    ) -> None:
        for entry in [*other.entries]:
            here = (*path, entry.name)
            mine = own.entry(entry.name)
            if mine is not None:
                self._entries(mine, own_tree[entry.name], entry, other_tree[entry.name], here)
            elif self._chosen(here, self._default(here), other_tree[entry.name]) == "CASE":
                put(own, entry, self.kind, path)
        for entry in own.entries:
            if entry.name not in other_tree and entry.name in own_tree:
                here = (*path, entry.name)
                default = self._default(here)
                if default is not None and self._chosen(here, own_tree[entry.name], default) == "CASE":
                    entry.value = case_text.leaf(default)
        own.tail += other.tail

    def _entries(self, mine: Entry, own: Tree, entry: Entry, other: Tree, path: Way) -> None:
        same = isinstance(mine.value, Leaf) and self._normal(own, path) == self._normal(other, path)
        if isinstance(own, dict) and isinstance(other, dict) and not same:
            mine.value = group = _as_group(mine.value, own)
            mine.head += [*entry.head, *([entry.comment] if entry.comment else [])]
            self.groups(group, own, _as_group(entry.value, other), other, path)
        elif isinstance(own, tuple) and isinstance(other, tuple) and _is_united(path):
            self._unite(mine, own, entry, other, path)
        else:
            taken = self._chosen(path, own, other)
            left = list(comments_in(mine)) if taken == "CASE" else list(comments_in(entry))
            if taken == "CASE":
                mine.head, mine.comment, mine.value = entry.head, entry.comment, entry.value
            mine.head += [one for one in left if one not in comments_in(mine)]

    def _unite(self, mine: Entry, own: tuple[Tree, ...], entry: Entry, other: tuple[Tree, ...], path: Way) -> None:
        """One list of what stands in either."""
        known = [self._normal(one, (*path, 0)) for one in own]
        new = [n for n, one in enumerate(other) if self._normal(one, (*path, 0)) not in known]
        plain = isinstance(mine.value, Leaf) and isinstance(entry.value, Leaf)
        united = (*own, *(other[n] for n in new))
        if plain and len(in_brackets(united)) <= _LONGEST_LINE:
            mine.value = Leaf(case_text.leaf(united).pieces, mine.value.comment if isinstance(mine.value, Leaf) else "")
        elif new or not plain:
            items, added = _as_items(mine.value, own), _as_items(entry.value, other)
            items.items += [added.items[n] for n in new]
            items.tail += added.tail
            mine.value = items
        mine.head += [one for one in comments_in(entry) if one not in comments_in(mine)]

    def _chosen(self, path: Way, own: Tree | None, other: Tree) -> Side:
        """Which side holds; a side that says nothing, or that it is not known, gives way."""
        if own is None or own == "unknown":
            return "CASE"
        if other == "unknown" or self._normal(own, path) == self._normal(other, path):
            return "INTO"
        name = dotted(path)
        self.asked.append(name)
        given = [one for one in self.takes if one and _is_below(name, one)]
        side = self.takes.get(max(given, key=len) if given else "")
        if side is None:
            self.differing.append(Differing(name, _shown(own), _shown(other)))
        return side or "INTO"

    def _default(self, path: Way) -> str | None:
        """What a field that is left out says, where that is more than that it is not known."""
        part = part_at(self.kind, path[:-1])
        shape = shapes_of(part).get(str(path[-1])) if part else None
        if shape is None or shape.required or not isinstance(shape.default, str | bool | int):
            return None
        if isinstance(shape.default, bool):
            return "yes" if shape.default else "no"
        return str(shape.default)

    def _normal(self, tree: Tree, path: Way) -> Tree:
        if isinstance(tree, dict):
            return {name: self._normal(one, (*path, name)) for name, one in tree.items()}
        if isinstance(tree, tuple):
            return tuple(self._normal(one, (*path, n)) for n, one in enumerate(tree))
        return normal(self.kind, path, tree.strip())


def _is_united(path: Way) -> bool:
    names = [step for step in path if isinstance(step, str)]
    return names[-1] in _UNITED or any(name in _UNITED_WORDS for name in names[:-1])


def _is_below(name: str, outer: str) -> bool:
    """Whether a field is another one, or within it."""
    return name == outer or name.startswith((f"{outer}.", f"{outer}["))


def _shown(tree: Tree) -> str:
    return tree.strip() if isinstance(tree, str) else in_brackets(tree)


def _as_group(node: Leaf | Group | Items, tree: Mapping[str, Tree]) -> Group:
    return node if isinstance(node, Group) else case_text.group_of(tree)


def _as_items(node: Leaf | Group | Items, trees: Sequence[Tree]) -> Items:
    return node if isinstance(node, Items) else case_text.items_of(trees)


def _tell_where_from(into: CaseText, case: CaseText) -> None:
    """Note the ids that were merged in; the two are no longer parts of each other."""
    former = [*texts_in(into.raw.tree.get("formerly")), *texts_in(case.raw.tree.get("formerly")), case.id]
    kept = tuple(one for one in dict.fromkeys(former) if one != into.id)
    root = into.document.root
    put(root, case_text.field("formerly", kept), into.kind, ())
    split = root.entry("split_from")
    if split is not None and isinstance(split.value, Leaf):
        values = {piece.value for piece in split.value.pieces if not isinstance(piece, str)}
        if values & {*kept, into.id}:
            take_out(root, "split_from")


def _keep_comments(into: CaseText, case: CaseText) -> None:
    """What spoke of the other file as a whole, or stood in brackets that are written anew, stands at the end."""
    standing = set(comments_of(into.document.text()))
    texts = [text_of_bytes(one.content) for one in (into, case)]
    into.document.tail += [one for text in texts for one in comments_of(text) if one not in standing]


def _texts(root: Path, case: CaseId, into: CaseId) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The full texts that move, and those that are the same as one that is there already."""
    moves, copies = [], []
    folder = rulings_folder(root)
    for file, _ in case_text.texts_of(root, case):
        new = case_text.renamed_text(file, into)
        here, there = checksum_of(folder / file), checksum_of(folder / new)
        if there is None:
            moves.append((file, new))
        elif here == there and here is not None:
            copies.append((file, here))
        else:
            raise TextsDiffer(file=file, other=new)
    return moves, copies
