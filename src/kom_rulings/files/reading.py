"""Case files as trees of text with places: read through libyaml, never typed here, bad content becomes findings."""

from __future__ import annotations

import errno
import hashlib
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath

import yaml

from kom_rulings.files.encoding import not_utf8
from kom_rulings.files.refusals import reason_of
from kom_rulings.problems import Path, Place, Problem, dotted
from kom_rulings.wording import N_, Phrase

#: What a file holds: text, lists of trees, or mappings of trees. YAML's own types are not used: NO stays "NO".
Tree = str | tuple["Tree", ...] | dict[str, "Tree"]

LARGEST_FILE = 2_000_000
DEEPEST_NESTING = 24
#: Beyond so many brackets or so deep an indentation the nesting is counted before libyaml composes the tree.
_MANY_BRACKETS = 200
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map")
)
_NO_NAME = N_("a field name must be text")
#: What libyaml says most often, for the catalogue; what it says otherwise stays in its own words.
_SAID_BY_LIBYAML = (
    N_("could not find expected ':'"),
    N_("mapping values are not allowed in this context"),
    N_("block sequence entries are not allowed in this context"),
    N_("did not find expected ',' or ']'"),
    N_("did not find expected ',' or '}'"),
    N_("did not find expected key"),
    N_("did not find expected '-' indicator"),
    N_("did not find expected node content"),
    N_("found character that cannot start any token"),
    N_("found unexpected end of stream"),
    N_("found undefined alias"),
    N_("but found another document"),
    N_("control characters are not allowed"),
)
_DEEP_PREFIX = re.compile(r"[ \-?:]{60}")


@dataclass(frozen=True)
class RawFile:
    """One file as read: its tree, where each value stands, and the hash that writing is held against."""

    path: FilePath
    file: str
    sha256: str
    tree: Mapping[str, Tree]
    places: Mapping[Path, tuple[int, int]] = field(repr=False)
    first_line: str = ""

    def place(self, *path: str | int) -> Place:
        """Return the place of a field, or of the nearest enclosing one that stands in the file."""
        known = path
        while known and known not in self.places:
            known = known[:-1]
        return Place(self.file, *self.places.get(known, (1, 1)), dotted(path))


@dataclass
class _Reading:
    """What is gathered while a file is read."""

    file: str
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def report(self, code: str, mark: yaml.Mark | None, path: Path = (), **params: object) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.problems.append(Problem(code, Place(self.file, line, column, dotted(path)), params))

    def report_at(self, code: str, path: Path, **params: object) -> None:
        self.problems.append(Problem(code, Place(self.file, *self.places.get(path, (1, 1)), dotted(path)), params))


def read_file(path: FilePath, file: str) -> tuple[RawFile | None, list[Problem]]:
    """Read one file; ``file`` is the name shown in findings. With any structural defect there is no tree."""
    content, problem = _content(path, file)
    if problem is not None:
        return None, [problem]
    return parse(content, path, file)


def parse(content: bytes, path: FilePath, file: str) -> tuple[RawFile | None, list[Problem]]:
    """Read the content of a file into a tree with places, or into findings."""
    reading = _Reading(file)
    text = _decode(content, reading)
    tree = _tree(text, reading) if text is not None else None
    if reading.problems or not isinstance(tree, dict):
        return None, reading.problems or [Problem("file-empty", Place(file))]
    sha256 = hashlib.sha256(content).hexdigest()
    return RawFile(path, file, sha256, tree, reading.places, (text or "").partition("\n")[0].rstrip("\r")), []


def _content(path: FilePath, file: str) -> tuple[bytes, Problem | None]:
    try:
        status = path.stat()
        size = status.st_size
        if not stat.S_ISREG(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, "") if stat.S_ISDIR(status.st_mode) else OSError(errno.EINVAL, "")
        if size > LARGEST_FILE:
            params = {"size": round(size / 1e6, 1), "limit": LARGEST_FILE // 1_000_000}
            return b"", Problem("file-too-large", Place(file), params)
        return path.read_bytes(), None
    except OSError as error:
        return b"", Problem("file-unreadable", Place(file), {"reason": reason_of(error)})


def _decode(content: bytes, reading: _Reading) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reading.problems.append(not_utf8(error, reading.file))
        return None


def _tree(text: str, reading: _Reading) -> Tree | None:
    try:
        if _may_be_deep(text) and _depth(text) > DEEPEST_NESTING:
            reading.report("yaml-nesting", None, limit=DEEPEST_NESTING)
            return None
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        reading.report("yaml-syntax", error.problem_mark, reason=Phrase(error.problem or ""))
        return None
    except yaml.reader.ReaderError as error:
        _report_character(text, error, reading)
        return None
    return _plain(node, (), reading) if node is not None else None


def _report_character(text: str, error: yaml.reader.ReaderError, reading: _Reading) -> None:
    """A control character: libyaml gives a position in bytes or none, so the line is found anew."""
    bad = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    line = text.count("\n", 0, bad.start()) + 1 if bad else 1
    reading.problems.append(Problem("yaml-syntax", Place(reading.file, line), {"reason": Phrase(error.reason)}))


def _may_be_deep(text: str) -> bool:
    """A cheap look; libyaml's composer is recursive and must not meet a bomb of brackets."""
    return text.count("[") + text.count("{") > _MANY_BRACKETS or _DEEP_PREFIX.search(text) is not None


def _depth(text: str) -> int:
    """Count the deepest nesting from the stream of events, without recursion; stop at the limit."""
    depth = deepest = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        deepest = max(deepest, depth)
        if deepest > DEEPEST_NESTING:
            break
    return deepest


def _plain(node: yaml.Node, path: Path, reading: _Reading) -> Tree:
    """Turn a node into text, tuples and dicts, and note where each value stands."""
    if id(node) in reading.seen:
        reading.report_at("yaml-alias", path)
        return ""
    reading.seen.add(id(node))
    if len(path) > DEEPEST_NESTING:
        reading.report_at("yaml-nesting", path, limit=DEEPEST_NESTING)
        return ""
    if node.tag not in _PLAIN_TAGS:
        reading.report("yaml-tag", node.start_mark, path, tag=node.tag.replace("tag:yaml.org,2002:", "!!"))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, reading)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_item(child, (*path, n), reading) for n, child in enumerate(node.value))
    return str(node.value)


def _item(node: yaml.Node, path: Path, reading: _Reading) -> Tree:
    reading.places[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
    return _plain(node, path, reading)


def _mapping(node: yaml.MappingNode, path: Path, reading: _Reading) -> dict[str, Tree]:
    tree: dict[str, Tree] = {}
    for key_node, value_node in node.value:
        key, mark = str(key_node.value), key_node.start_mark
        here = (*path, key)
        if not isinstance(key_node, yaml.ScalarNode):
            reading.report("yaml-syntax", mark, path, reason=Phrase(_NO_NAME))
            continue
        if id(key_node) in reading.seen:
            reading.report("yaml-alias", node.start_mark, path)
        reading.seen.add(id(key_node))
        if key in tree:
            reading.report("yaml-key-twice", mark, here, key=key, first=reading.places[here][0])
            continue
        reading.places[here] = (mark.line + 1, mark.column + 1)
        tree[key] = _plain(value_node, here, reading)
    return tree
