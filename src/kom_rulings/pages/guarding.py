"""What stands before every page that is read: its size, and what its first bytes say that it is instead."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from kom_rulings.errors import PageNotRead
from kom_rulings.wording import N_, Phrase

#: The longest judgment of HUDOC, saved with its pictures, has some 8 MB.
_LARGEST: Final = 25_000_000
_PDF_WITHIN: Final = 1024

NO_TEXT: Final = N_("it holds no text.")
_NOT_THERE: Final = N_("there is no such file, or it cannot be read.")
_FOLDER: Final = N_("it is a folder.")
_NO_FILE: Final = N_("it is no ordinary file.")
_LARGE: Final = N_("it is larger than 25 MB, which no page of a source is.")
_EMPTY: Final = N_("it is empty.")
_PDF: Final = N_("it is a PDF. Save the page itself, or the document as .docx.")
_RTF: Final = N_("it is an RTF document. Save it as .docx in Word.")
_OLD: Final = N_("it is protected by a password, or saved in the old Word format (.doc).")
_PICTURE: Final = N_("it is a picture.")
_APPLE: Final = N_("it is a web archive of Safari. Save the page as page source, or in another browser.")
_PACKED: Final = N_("it is packed. Unpack it first.")
_OTHER: Final = N_("it is neither a saved web page nor a Word document (.docx).")
_FORMS: Final = (
    (b"{\\rtf", _RTF),
    (b"\xd0\xcf\x11\xe0", _OLD),
    *((start, _PICTURE) for start in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")),
    (b"bplist", _APPLE),
    *((start, _PACKED) for start in (b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"\xfd7zXZ", b"Rar!", b"\x28\xb5\x2f\xfd")),
    *((start, _OTHER) for start in (b"\x7fELF", b"MZ", b"SQLite format 3")),
)


def content_of(path: Path, file: str) -> bytes:
    """The bytes of a file that can be a page. Raises ``PageNotRead`` with the reason."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise PageNotRead(file=file, reason=Phrase(_FOLDER))
        if not stat.S_ISREG(about.st_mode):
            raise PageNotRead(file=file, reason=Phrase(_NO_FILE))
        with path.open("rb") as opened:
            content = opened.read(_LARGEST + 1)
    except (OSError, ValueError, RuntimeError) as error:
        raise PageNotRead(file=file, reason=Phrase(_NOT_THERE)) from error
    return content


def refuse_size(content: bytes, file: str) -> None:
    """Raise ``PageNotRead`` for bytes that are too many, or none."""
    if len(content) > _LARGEST:
        raise PageNotRead(file=file, reason=Phrase(_LARGE))
    if not content.strip(b"\0 \t\r\n"):
        raise PageNotRead(file=file, reason=Phrase(_EMPTY))


def refuse_other_forms(content: bytes, file: str) -> None:
    """Raise ``PageNotRead`` for bytes that begin like something that is no page."""
    refuse_size(content, file)
    start = content[:_PDF_WITHIN].lstrip()
    reason = next((said for sign, said in _FORMS if start.startswith(sign)), "")
    if reason or b"%PDF-" in start:
        raise PageNotRead(file=file, reason=Phrase(reason or _PDF))
