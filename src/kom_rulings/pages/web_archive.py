"""Pages that a browser saved as one file with all their pictures (MHTML): only the page is taken out."""

from __future__ import annotations

import binascii
import quopri
import re
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.errors import PageNotRead
from kom_rulings.wording import N_, Phrase

_BEGINS: Final = re.compile(
    rb"\s{0,100}(?:from|mime-version|subject|date|content-type|snapshot-content-location):", re.IGNORECASE
)
_HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
_HEAD: Final = 20_000
_MOST_PARTS: Final = 5_000
_LONGEST_ADDRESS: Final = 4_000
_NO_PAGE: Final = N_("it is a web archive without a page in it, or a damaged one.")


@dataclass(frozen=True)
class Wrapped:
    """The bytes of the page itself, and what its wrapping tells of it."""

    content: bytes
    encoding: str = ""
    address: str | None = None
    retrieved: PartialDate | None = None


def unwrapped(content: bytes, file: str) -> Wrapped:
    """Take the page out of a web archive; any other page is returned as it is. Raises ``PageNotRead``."""
    if not _BEGINS.match(content):
        return Wrapped(content)
    try:
        return _unwrapped(content, file)
    except (ValueError, LookupError, TypeError) as error:
        # The library tells of damaged heads in many ways.
        raise PageNotRead(file=file, reason=Phrase(_NO_PAGE)) from error


def _unwrapped(content: bytes, file: str) -> Wrapped:
    head, rest = _split(content)
    if head.get_content_type() not in {"multipart/related", "multipart/alternative"}:
        return Wrapped(content)
    boundary = head.get_boundary()
    parts = rest.split(b"--" + boundary.encode("ascii", "replace"), _MOST_PARTS)[1:] if boundary else []
    for part in parts:
        about, body = _split(part.lstrip(b"\r\n"))
        if about.get_content_type() == "text/html":
            address = str(head.get("Snapshot-Content-Location") or about.get("Content-Location") or "").strip()
            encoding = about.get_content_charset() or ""
            return Wrapped(_body(about, body), encoding, _web(address), _day(head))
    raise PageNotRead(file=file, reason=Phrase(_NO_PAGE))


def _split(content: bytes) -> tuple[Message, bytes]:
    """The head of a message or a part, and what follows it."""
    end = _HEAD_END.search(content, 0, _HEAD)
    head = content[: end.start()] if end else b""
    return BytesHeaderParser().parsebytes(head), content[end.end() :] if end else content


def _body(about: Message, body: bytes) -> bytes:
    match str(about.get("Content-Transfer-Encoding") or "").strip().lower():
        case "quoted-printable":
            return quopri.decodestring(body)
        case "base64":
            return binascii.a2b_base64(body)
        case _:
            return body


def _web(address: str) -> str | None:
    whole = address.lower().startswith(("http://", "https://")) and len(address) <= _LONGEST_ADDRESS
    return address if whole and not any(sign.isspace() for sign in address) else None


def _day(head: Message) -> PartialDate | None:
    """The day on which the browser saved the page, where it was."""
    try:
        day = parsedate_to_datetime(str(head.get("Date") or ""))
    except (ValueError, TypeError, OverflowError):
        return None
    found = PartialDate(day.year, day.month, day.day)
    return found if found.exists() else None
