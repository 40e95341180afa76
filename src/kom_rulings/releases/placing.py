"""A folder of files put in place by one rename: whoever looks sees the old release or the new one, never a half."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kom_rulings.files.refusals import writing
from kom_rulings.files.replacing import replace_file

#: So long after, in seconds, a folder left by a run that was killed is taken away.
_STALE: Final = 3600


def put_in_place(target: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write the files one by one into a folder beside, then let it become ``target``; an older one is kept beside.

    Raises ``CannotWrite`` when the system refuses; what stood at ``target`` then still stands.
    """
    with writing(target):
        target.parent.mkdir(exist_ok=True)
        _clear_away_stale(target)
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
        try:
            for name, content in files:
                replace_file(beside / name, content)
            beside.chmod(0o755)
            _exchange(beside, target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _exchange(beside: Path, target: Path) -> None:
    """Let the new folder become the release; should that fail, the old one gets its name back."""
    kept = _free_name(target)
    if target.exists():
        target.rename(kept)
    try:
        beside.rename(target)
    except OSError:
        if kept.exists():
            kept.rename(target)
        raise


def _clear_away_stale(target: Path) -> None:
    """Take away what runs that were killed have left; a run of this hour may still be going on."""
    for folder in target.parent.glob(f".{target.name}.*"):
        if time.time() - folder.stat().st_mtime > _STALE:
            shutil.rmtree(folder, ignore_errors=True)


def _free_name(target: Path) -> Path:
    """The name under which an older release is kept: 2021-3.old-1, 2021-3.old-2 and so on."""
    n = 1
    while (kept := target.with_name(f"{target.name}.old-{n}")).exists():
        n += 1
    return kept
