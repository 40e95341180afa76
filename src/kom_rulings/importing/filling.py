"""A new case file from a draft: what the page says, marked where it is guessed, and “unknown” where it is silent."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any

from kom_rulings.editing.formatting import formatted
from kom_rulings.files.layout_parts import LayoutNotKept
from kom_rulings.files.paths import SUFFIX
from kom_rulings.files.reading import RawFile, parse
from kom_rulings.files.writing import text_of
from kom_rulings.names import CaseId
from kom_rulings.problems import Path, Problem, undotted
from kom_rulings.records import Case
from kom_rulings.records.building import build, may_be_unknown
from kom_rulings.records.case import Kind
from kom_rulings.records.schema import SCHEMA_LINE


def new_file(
    kind: Kind, fields: Mapping[Path, object], remarks: Mapping[Path, str], path: FilePath
) -> tuple[bytes, RawFile | None, Case | None, list[Problem]]:
    """The content of a new case file, what is read in it, the case, and what is wrong with it."""
    tree = _tree({("kind",): kind, **fields})
    text = _text(tree, remarks)
    raw, case, problems = read_back(text.encode("utf-8"), path)
    missing = [undotted(one.place.field) for one in problems if may_be_unknown(one)]
    if missing:
        text = _text(_with_unknown(tree, missing), remarks)
        raw, case, problems = read_back(text.encode("utf-8"), path)
    content = text.encode("utf-8")
    return (in_order(raw, content) if raw is not None else content), raw, case, problems


def in_order(raw: RawFile, content: bytes) -> bytes:
    """The content of a case file with its fields in order, as far as that loses nothing."""
    try:
        return formatted(raw, content)
    except LayoutNotKept:
        return content


def read_back(content: bytes, path: FilePath) -> tuple[RawFile | None, Case | None, list[Problem]]:
    """What the program reads in a file that is about to be written."""
    raw, problems = parse(content, path, f"{path.parent.name}/{path.name}")
    if raw is None:
        return None, None, problems
    case, problems = build(raw)
    return raw, case, problems


def case_file(root: FilePath, kind: str, case: CaseId) -> FilePath:
    """Where the record of a case of a kind lies."""
    return root / "rulings" / kind / f"{case}{SUFFIX}"


def _text(tree: Mapping[str, object], remarks: Mapping[Path, str]) -> str:
    return f"{SCHEMA_LINE}\n{text_of(tree, remarks)}"


def _tree(fields: Mapping[Path, object]) -> dict[str, Any]:
    """Groups and lists from the ways to their values."""
    tree: dict[str, Any] = {}
    for path, value in fields.items():
        node: Any = tree
        for step in path[:-1]:
            node = node.setdefault(step, {})
        node[path[-1]] = value
    return {name: _with_lists(node) for name, node in tree.items()}


def _with_lists(node: Any) -> Any:
    if not isinstance(node, dict):
        return node
    if node and all(isinstance(step, int) for step in node):
        return [_with_lists(node[step]) for step in sorted(node)]
    return {name: _with_lists(one) for name, one in node.items()}


def _with_unknown(tree: dict[str, Any], missing: list[Path]) -> dict[str, Any]:
    for path in missing:
        node: Any = tree
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = "unknown"
    return tree
