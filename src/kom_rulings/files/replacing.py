"""Files put in place in one step: whoever looks sees the old file or the new one, and a failure leaves the old."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kom_rulings.files.refusals import writing


def replace_file(path: Path, content: bytes) -> None:
    """Put content in place of a file in one step; whoever looks sees the old file or the new one."""
    with writing(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
        temporary = Path(name)
        try:
            _store(handle, content)
            _keep_mode(path, temporary)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _store(handle: int, content: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep_mode(path: Path, temporary: Path) -> None:
    """Give the new file the rights of the old one, or those of an ordinary new file."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    temporary.chmod(mode)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
