"""Changes to several case files at once: all or nothing, and finished by the next command where one was interrupted.

What is to be done is written down first, then new files are written, then others are moved, and old ones are taken
away last. A failure puts back what was there. After a sudden end nothing is lost: what was written down is carried
out by whoever comes next.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kom_rulings.errors import ActUnfinished, CannotRead, FileChanged
from kom_rulings.files.paths import rulings_folder
from kom_rulings.files.refusals import reason_of, writing
from kom_rulings.files.replacing import replace_file
from kom_rulings.problems import Place, Problem

#: Where it is written down, below ``rulings/``.
JOURNAL: Final = ".unfinished.json"
_FILE = re.compile(r"(criminal|immigration|echr)/[^/\\.][^/\\]*")


@dataclass(frozen=True)
class Write:
    """A file with its new content; ``before`` is the checksum of what stands there, or ``None`` for a new file."""

    file: str
    before: str | None
    content: bytes


@dataclass(frozen=True)
class Act:
    """What is to be done, by a name for people; files are named below ``rulings/``, old ones with their checksum."""

    name: str
    writes: Sequence[Write]
    moves: Sequence[tuple[str, str]] = ()
    removals: Sequence[tuple[str, str]] = ()


def carry_out(root: Path, act: Act) -> None:
    """Do all of it or nothing; raises ``FileChanged`` or ``CannotWrite`` with everything as it was."""
    folder = rulings_folder(root)
    for file, before in _expected(act).items():
        if checksum_of(folder / file) != before:
            raise FileChanged(file=folder / file)
    old = {file: (folder / file).read_bytes() for file, before in _expected(act).items() if before is not None}
    replace_file(folder / JOURNAL, _journal(act))
    try:
        _do(folder, act)
    except BaseException:
        _put_back(folder, act, old)
        raise
    (folder / JOURNAL).unlink(missing_ok=True)


def finish(root: Path) -> str | None:
    """Finish what was interrupted and return its name; raises ``ActUnfinished`` where files were changed since."""
    journal = rulings_folder(root) / JOURNAL
    if not journal.exists():
        return None
    act = _read(journal)
    folder = rulings_folder(root)
    for one in act.writes:
        if checksum_of(folder / one.file) not in (one.before, _digest(one.content)):
            raise ActUnfinished(act=act.name, file=folder / one.file, journal=journal)
    for file, before in act.removals:
        if checksum_of(folder / file) not in (before, None):
            raise ActUnfinished(act=act.name, file=folder / file, journal=journal)
    for old, new in act.moves:
        if (folder / old).exists() and (folder / new).exists():
            raise ActUnfinished(act=act.name, file=folder / new, journal=journal)
    _do(folder, act)
    journal.unlink(missing_ok=True)
    return act.name


def unfinished(root: Path) -> list[Problem]:
    """The finding that tells of what was interrupted."""
    journal = rulings_folder(root) / JOURNAL
    if not journal.is_file():
        return []
    try:
        name = _read(journal).name
    except ActUnfinished as error:
        name = str(error.params["act"])
    return [Problem("act-unfinished", Place(JOURNAL), {"act": name})]


def checksum_of(path: Path) -> str | None:
    """The checksum of a file, or ``None`` where there is none; raises ``CannotRead`` where it may not be read."""
    try:
        return _digest(path.read_bytes()) if path.is_file() else None
    except OSError as error:
        raise CannotRead(file=path, reason=reason_of(error)) from error


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _expected(act: Act) -> Mapping[str, str | None]:
    """What must be there before the act begins; the places that files are moved to must be free."""
    return {
        **{one.file: one.before for one in act.writes},
        **dict(act.removals),
        **{new: None for _, new in act.moves},
    }


def _do(folder: Path, act: Act) -> None:
    for one in act.writes:
        if checksum_of(folder / one.file) != _digest(one.content):
            with writing(folder / one.file):
                (folder / one.file).parent.mkdir(exist_ok=True)
            replace_file(folder / one.file, one.content)
    for old, new in act.moves:
        with writing(folder / new):
            if (folder / old).exists():
                (folder / old).replace(folder / new)
    for file, _ in act.removals:
        with writing(folder / file):
            (folder / file).unlink(missing_ok=True)


def _put_back(folder: Path, act: Act, old: Mapping[str, bytes]) -> None:
    """Undo what was done of it; what it was is held in memory, and written only where it differs."""
    for file, content in old.items():
        if checksum_of(folder / file) != _digest(content):
            replace_file(folder / file, content)
    for before, after in act.moves:
        if (folder / after).exists() and not (folder / before).exists():
            (folder / after).replace(folder / before)
    for one in act.writes:
        if one.before is None:
            (folder / one.file).unlink(missing_ok=True)
    (folder / JOURNAL).unlink(missing_ok=True)


def _journal(act: Act) -> bytes:
    content = {
        "act": act.name,
        "writes": [
            {"file": one.file, "before": one.before, "content": base64.b64encode(one.content).decode("ascii")}
            for one in act.writes
        ],
        "moves": [list(one) for one in act.moves],
        "removals": [list(one) for one in act.removals],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _read(journal: Path) -> Act:
    """What was written down; only files of cases are believed."""
    try:
        act = _act(json.loads(journal.read_bytes()))
        sound = all(_FILE.fullmatch(file) for file in _files(act))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ActUnfinished(act="?", file=journal, journal=journal) from error
    if not sound:
        raise ActUnfinished(act="?", file=journal, journal=journal)
    return act


def _act(content: Any) -> Act:
    return Act(
        str(content["act"]),
        [Write(one["file"], one["before"], base64.b64decode(one["content"])) for one in content["writes"]],
        [(old, new) for old, new in content["moves"]],
        [(file, before) for file, before in content["removals"]],
    )


def _files(act: Act) -> Iterator[Any]:
    yield from (one.file for one in act.writes)
    yield from (file for pair in act.moves for file in pair)
    yield from (file for file, _ in act.removals)
