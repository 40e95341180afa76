"""The only module that writes case files: comments and order kept, only over the file that was read, all or nothing."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.resolver import VersionedResolver

from kom_rulings.errors import CannotRead, FieldNotThere, FileChanged
from kom_rulings.files.reading import RawFile
from kom_rulings.files.refusals import reason_of
from kom_rulings.files.remarks import with_remarks
from kom_rulings.files.replacing import replace_file
from kom_rulings.files.styling import styled
from kom_rulings.problems import Path, dotted

#: Wide enough that no line is folded anew.
_WIDTH = 1_000_000
_NONE: Mapping[Path, str] = MappingProxyType({})
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Inserted:
    """A value that is put into a list at the position its way names, before what stands there now."""

    value: object


def change(raw: RawFile, changes: Mapping[Path, object]) -> None:
    """Set fields in a case file and leave every other byte of meaning, comment and order as it is.

    ``changes`` maps the way to a field to its new value, or to ``None`` to take it out. Raises ``FileChanged`` when
    the file is no longer the one that was read, ``FieldNotThere`` when the way leads nowhere, and ``CannotWrite`` when
    the system refuses; the old file then stands. Spaces inside brackets and the indentation of lists become ours.
    """
    put(raw, changed(raw, _unchanged(raw), changes))


def changed(raw: RawFile, content: bytes, changes: Mapping[Path, object], remarks: Mapping[Path, str] = _NONE) -> bytes:
    """The content of a case file with fields set as ``change`` does, and comments beside the fields of ``remarks``.

    Raises ``FieldNotThere`` when a way leads nowhere.
    """
    document = _load(content)
    for path, value in changes.items():
        try:
            _set(document, path, value)
        except (KeyError, IndexError, TypeError) as error:
            raise FieldNotThere(file=raw.path, field=dotted(path)) from error
    return _in_the_manner_of(content, with_remarks(_dump(document), remarks).encode("utf-8"))


def put(raw: RawFile, content: bytes) -> None:
    """Put new content in place of a case file; raises ``FileChanged`` unless it is still the one that was read."""
    _unchanged(raw)
    replace_file(raw.path, content)


def text_of(tree: Mapping[str, object], remarks: Mapping[Path, str]) -> str:
    """The text of a new case file, with comments beside the fields of ``remarks``."""
    return with_remarks(_dump(styled(tree)), remarks)


def create(path: FilePath, text: str) -> None:
    """Write a new case file; raises ``FileChanged`` when there is one of that name already."""
    if path.exists():
        raise FileChanged(file=path)
    replace_file(path, text.encode("utf-8"))


def _unchanged(raw: RawFile) -> bytes:
    try:
        content = raw.path.read_bytes()
    except OSError as error:
        raise CannotRead(file=raw.path, reason=reason_of(error)) from error
    if hashlib.sha256(content).hexdigest() != raw.sha256:
        raise FileChanged(file=raw.path)
    return content


class _AsText(VersionedResolver):
    """Sees text in every scalar, so that nothing is rewritten because YAML would read a number or a date in it."""

    @property
    def versioned_resolver(self) -> dict[str, list[object]]:
        return {}


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Resolver = _AsText
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _load(content: bytes) -> Any:
    return _yaml().load(content.decode("utf-8-sig").replace("\r\n", "\n"))


def _dump(document: Any) -> str:
    stream = io.StringIO()
    _yaml().dump(document, stream)
    return stream.getvalue()


def _in_the_manner_of(before: bytes, after: bytes) -> bytes:
    """Keep the line ends and the mark of UTF-8 that an editor on Windows may have given the file."""
    if b"\r\n" in before:
        after = after.replace(b"\n", b"\r\n")
    return _BOM + after if before.startswith(_BOM) else after


def _set(document: Any, path: Path, value: object) -> None:
    *parents, last = path
    for step in parents:
        if isinstance(document, dict) and step not in document:
            document[step] = {}
        document = document[step]
    if value is None:
        if last in document or isinstance(last, int):
            del document[last]
    elif isinstance(value, Inserted):
        document.insert(last, styled(value.value, len(path)))
    else:
        document[last] = styled(value, len(path))
