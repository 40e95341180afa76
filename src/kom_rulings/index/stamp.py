"""The stamp of an index: what it was made of and by which version, so that it is known to be fresh or stale."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kom_rulings.files.paths import relative
from kom_rulings.files.replacing import replace_file
from kom_rulings.index.analysis import ANALYSIS_VERSION
from kom_rulings.index.fields import SCHEMA_VERSION
from kom_rulings.names import CaseId
from kom_rulings.records.word_lists import word_lists_digest

STAMP_FILE = "stamp.json"
#: A file changed so shortly before the stamp was written may change again without a new time; it is hashed anew.
_RACY_NS = 2_000_000_000


@dataclass(frozen=True)
class FileState:
    """A file as it was indexed: size and time tell quickly that it is the same, the hash tells for sure."""

    size: int
    time_ns: int
    sha256: str


@dataclass(frozen=True)
class Stamp:
    """What an index is made of."""

    engine: str
    generation: str
    files: Mapping[str, FileState] = field(default_factory=dict)
    written_ns: int = 0
    left_out: tuple[CaseId, ...] = ()
    schema_version: int = SCHEMA_VERSION
    analysis_version: int = ANALYSIS_VERSION
    word_lists: str = field(default_factory=word_lists_digest)

    def fits(self, engine: str) -> bool:
        """Tell whether this program, with this engine, can go on with the index."""
        versions = (self.schema_version, self.analysis_version, self.word_lists)
        return self.engine == engine and versions == (SCHEMA_VERSION, ANALYSIS_VERSION, word_lists_digest())


def read_stamp(folder: Path) -> Stamp | None:
    """Read the stamp; without one, or with one that we have not written, there is no index."""
    try:
        content = json.loads((folder / STAMP_FILE).read_text(encoding="utf-8"))
        return _stamp(content)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _stamp(content: Any) -> Stamp:
    """A stamp from what was read; every value is of its type, or a ``TypeError`` says that it is none of ours."""
    states = {str(name): FileState(**state) for name, state in dict(content["files"]).items()}
    numbers = {name: content[name] for name in ("written_ns", "schema_version", "analysis_version")}
    names = {name: content[name] for name in ("engine", "generation", "word_lists")}
    left_out = content["left_out"]
    typed = [
        all(type(number) is int for number in numbers.values()),
        all(isinstance(name, str) for name in (*names.values(), *left_out)),
        all((type(one.size), type(one.time_ns), type(one.sha256)) == (int, int, str) for one in states.values()),
    ]
    if not all(typed):
        raise TypeError(STAMP_FILE)
    return Stamp(files=states, left_out=tuple(left_out), **numbers, **names)


def write_stamp(folder: Path, stamp: Stamp) -> None:
    """Put the stamp in place in one step: from now on the index is what it says."""
    files = {name: vars(state) for name, state in stamp.files.items()}
    content = json.dumps({**vars(stamp), "files": files}, ensure_ascii=False, sort_keys=True)
    replace_file(folder / STAMP_FILE, content.encode("utf-8"))


def current_files(paths: Iterable[Path], root: Path, known: Stamp | None) -> dict[str, FileState]:
    """The state of the files now; one that has kept its size and time since it was indexed is not read again."""
    states = {relative(path, root): _state(path, relative(path, root), known) for path in paths}
    return {name: state for name, state in states.items() if state is not None}


def changed_files(before: Mapping[str, FileState], now: Mapping[str, FileState]) -> tuple[set[str], set[str]]:
    """The files that are new or have other content, and those that are gone."""
    changed = {name for name, state in now.items() if name not in before or before[name].sha256 != state.sha256}
    return changed, set(before) - set(now)


def _state(path: Path, name: str, known: Stamp | None) -> FileState | None:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None
        before = known.files.get(name) if known else None
        if before and known and _surely_same(before, status, known.written_ns):
            return before
        return FileState(status.st_size, status.st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
    except OSError:
        return None


def _surely_same(before: FileState, status: os.stat_result, written_ns: int) -> bool:
    same = (before.size, before.time_ns) == (status.st_size, status.st_mtime_ns)
    return same and status.st_mtime_ns + _RACY_NS < written_ns
