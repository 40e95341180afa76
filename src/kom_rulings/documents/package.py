"""What Word, XML and the zip format can hold: names of places, characters, and a package without times."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from typing import Final

_LONGEST_BOOKMARK: Final = 40
#: Anchors of these signs can be told apart once the hyphens are underscores; of any other a hash is added.
_PLAIN_ANCHOR: Final = re.compile("[a-z0-9-]*")
#: What XML cannot hold, controls that nobody can see, and the marks that turn text around: a number among them would
#: read backwards. Letters that are written from right to left need no mark.
_NOT_IN_XML: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff\ud800-\udfff]"
)
#: The zip format cannot say “no time”; its earliest one is used, so that same content gives same bytes.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)


def bookmark_name(anchor: str) -> str:
    """The name of a place as Word takes it: letters, digits and underscores, at most 40 signs, never two alike.

    Word does not tell capitals from small letters in it.
    """
    name = "k_" + re.sub("[^A-Za-z0-9]", "_", anchor)
    if _PLAIN_ANCHOR.fullmatch(anchor) and len(name) <= _LONGEST_BOOKMARK:
        return name
    tail = hashlib.sha256(anchor.encode(errors="surrogatepass")).hexdigest()[:8]
    return f"{name[: _LONGEST_BOOKMARK - 9]}_{tail}"


def clean(words: str) -> str:
    """Text without what XML cannot hold, controls and marks that turn it around; line breaks and tabs stay."""
    return _NOT_IN_XML.sub("", words)


def without_times(package: bytes) -> bytes:
    """The same zip with names in order, no times and no trace of the system.

    Its parts are stored as they are: how tightly zlib packs, and so the bytes, differs from one machine to the next.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.create_system = 0
            target.writestr(info, source.read(name))
    return stream.getvalue()
