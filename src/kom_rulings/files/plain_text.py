"""Text that somebody hands in to be read: UTF-8 with or without a byte order mark, bounded, and nothing binary."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import BinaryIO, Final

from kom_rulings.errors import CannotRead, NotPlainText, TextTooLarge
from kom_rulings.files.refusals import reason_of

LARGEST: Final = 20_000_000


def read_plain_text(path: Path) -> str:
    """The text of a file, with line ends as on Unix."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        with path.open("rb") as file:
            return read_plain_stream(file, path)
    except OSError as error:
        raise CannotRead(file=path, reason=reason_of(error)) from error


def read_plain_stream(stream: BinaryIO, name: Path | str) -> str:
    """The text of an open stream; not one byte more than the limit is taken in."""
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise TextTooLarge(file=name, limit=LARGEST // 1_000_000)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_plain(name, error.object, error.start) from error
    if "\0" in text:
        raise _not_plain(name, content, content.index(b"\0"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_plain(name: Path | str, content: bytes, position: int) -> NotPlainText:
    line = content.count(b"\n", 0, position) + 1
    return NotPlainText(file=name, byte=f"0x{content[position]:02x}", line=line)
