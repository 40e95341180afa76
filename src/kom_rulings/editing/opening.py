"""A record open in a text editor: the person works on a copy beside it, which is put in its place when it is saved.

So nobody writes over what another has changed meanwhile, and what was written is never lost: whatever happens, it is
in the record or in the copy, and the copy is opened again by the next ``edit``.
"""

from __future__ import annotations

import contextlib
import hashlib
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kom_rulings.errors import CannotRead, EditedMeanwhile, FileChanged
from kom_rulings.files.moving import Act, Write, carry_out, checksum_of
from kom_rulings.files.paths import SUFFIX, relative
from kom_rulings.files.refusals import reason_of, writing

_MARK_LENGTH: Final = 12


@dataclass(frozen=True)
class WorkingCopy:
    """The copy that is edited; ``resumed`` tells that it holds what was written before an interruption."""

    root: Path
    record: Path
    copy: Path
    before: str
    resumed: bool

    def put_back(self) -> bool:
        """Put the copy in place of the record; tells whether it was changed. Raises ``EditedMeanwhile``."""
        content = self.copy.read_bytes() if self.copy.is_file() else b""
        if not content or hashlib.sha256(content).hexdigest() == self.before:
            return False
        file = relative(self.record, self.root)
        try:
            carry_out(self.root, Act(f"edit {self.record.stem}", [Write(file, self.before, content)]))
        except FileChanged as error:
            raise EditedMeanwhile(file=file, mine=self.copy) from error
        self.discard()
        return True

    def discard(self) -> None:
        """Take the copy away; where an editor still holds it, it stays, and does no harm."""
        with contextlib.suppress(OSError):
            self.copy.unlink(missing_ok=True)


def working_copy(root: Path, record: Path) -> WorkingCopy:
    """The copy to edit: a new one, or that of an interrupted session.

    Raises ``EditedMeanwhile`` where such a one was made of a record that has been changed since.
    """
    try:
        content = record.read_bytes()
    except OSError as error:
        raise CannotRead(file=record, reason=reason_of(error)) from error
    before = hashlib.sha256(content).hexdigest()
    copy = record.with_name(f".{record.stem}.{before[:_MARK_LENGTH]}{SUFFIX}")
    resumed = _left_behind(root, record, copy)
    if not resumed:
        with writing(copy):
            copy.write_bytes(content)
    return WorkingCopy(root, record, copy, before, resumed)


def _left_behind(root: Path, record: Path, copy: Path) -> bool:
    """Whether the copy is there with something written in it; copies in which nothing was written are taken away."""
    found = False
    for path in sorted(record.parent.glob(f".{record.stem}.*{SUFFIX}")):
        mark = path.name.removeprefix(f".{record.stem}.").removesuffix(SUFFIX)
        if (checksum_of(path) or "").startswith(mark):
            path.unlink(missing_ok=True)
        elif path == copy:
            found = True
        else:
            raise EditedMeanwhile(file=relative(record, root), mine=path)
    return found


def editor_words(editor: str, *, windows: bool, exists: Callable[[str], bool]) -> str:
    """The command of an editor as words of a shell; on Windows backslashes are kept, and a path may hold spaces."""
    if not windows:
        return editor
    return shlex.quote(editor) if exists(editor) else editor.replace("\\", "\\\\")
