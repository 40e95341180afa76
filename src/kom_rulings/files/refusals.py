"""Why the system refuses a file, in words that are in the catalogue."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kom_rulings.errors import CannotWrite
from kom_rulings.wording import N_, Phrase

_REASONS: Final = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EACCES: N_("you have no access"),
    errno.EPERM: N_("you have no access"),
    errno.EROFS: N_("it can only be read, not written"),
    errno.EISDIR: N_("it is a folder"),
    errno.EINVAL: N_("it is no ordinary file"),
    errno.ENOTDIR: N_("a part of the path is no folder"),
    errno.EEXIST: N_("a file of that name is in the way"),
    errno.ENOENT: N_("it does not exist"),
}


def reason_of(error: OSError) -> Phrase:
    """The reason, or what the system itself says where we have no words for it."""
    return Phrase(_REASONS.get(error.errno or 0, error.strerror or str(error)))


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Within this, a refusal of the system is told as ``CannotWrite``."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(file=path, reason=reason_of(error)) from error
