"""What Word, XML and the zip format can hold: names of places, characters, and a package without times."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from typing import Final

_LONGEST_BOOKMARK: Final = 40
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
#: The zip format cannot say “no time”; its earliest one is used, so that same content gives same bytes.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)


def bookmark_name(anchor: str) -> str:
    """The name of a place as Word takes it: letters, digits and underscores, at most 40 signs, never two alike."""
    name = "k_" + "".join(sign if sign.isalnum() else "_" for sign in anchor)
    if len(name) <= _LONGEST_BOOKMARK:
        return name
    tail = hashlib.sha256(anchor.encode()).hexdigest()[:8]
    return f"{name[: _LONGEST_BOOKMARK - 9]}_{tail}"


def clean(words: str) -> str:
    """Text without the control characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", words)


def without_times(package: bytes) -> bytes:
    """The same zip with names in order, no times and no trace of the system."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.create_system, info.compress_type = 0, zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return stream.getvalue()
