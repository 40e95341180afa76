"""The only module that writes case files: comments and order kept, only over the file that was read, all or nothing."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from ruamel.yaml import YAML

from kom_rulings.errors import CannotRead, CannotWrite, FileChanged
from kom_rulings.files.reading import RawFile
from kom_rulings.problems import Path

_WIDTH = 110


def change(raw: RawFile, changes: Mapping[Path, object]) -> None:
    """Set fields in a case file and leave every other byte of meaning, comment and order as it is.

    ``changes`` maps the way to a field to its new value, or to ``None`` to take it out. Raises ``FileChanged`` when
    the file is no longer the one that was read, and ``CannotWrite`` when the system refuses; the old file then stands.
    """
    document = _load(_unchanged(raw))
    for path, value in changes.items():
        _set(document, path, value)
    replace_file(raw.path, _dump(document))


def create(path: FilePath, text: str) -> None:
    """Write a new case file; raises ``FileChanged`` when there is one of that name already."""
    if path.exists():
        raise FileChanged(file=path)
    replace_file(path, text.encode("utf-8"))


def replace_file(path: FilePath, content: bytes) -> None:
    """Put content in place of a file in one step; whoever looks sees the old file or the new one."""
    with _refusals_explained(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
        temporary = FilePath(name)
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


def _keep_mode(path: FilePath, temporary: FilePath) -> None:
    """Give the new file the rights of the old one, or those of an ordinary new file."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    temporary.chmod(mode)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


@contextlib.contextmanager
def _refusals_explained(path: FilePath) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWrite(file=path, reason=error.strerror or str(error)) from error


def _unchanged(raw: RawFile) -> bytes:
    try:
        content = raw.path.read_bytes()
    except OSError as error:
        raise CannotRead(file=raw.path, reason=error.strerror or str(error)) from error
    if hashlib.sha256(content).hexdigest() != raw.sha256:
        raise FileChanged(file=raw.path)
    return content


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    # Scalars are text to us: nothing is rewritten because YAML would see a number or a date in it.
    yaml.Constructor.add_constructor(None, yaml.Constructor.construct_scalar)
    return yaml


def _load(content: bytes) -> Any:
    return _yaml().load(content.decode("utf-8-sig"))


def _dump(document: Any) -> bytes:
    stream = io.BytesIO()
    _yaml().dump(document, stream)
    return stream.getvalue()


def _set(document: Any, path: Path, value: object) -> None:
    *parents, last = path
    for step in parents:
        if isinstance(document, dict) and step not in document:
            document[step] = {}
        document = document[step]
    if value is None:
        del document[last]
    else:
        document[last] = value
