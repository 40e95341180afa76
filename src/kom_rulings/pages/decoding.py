"""The bytes of a page as text: what they tell themselves goes before what the page declares."""

from __future__ import annotations

import codecs
import re
from typing import Final

from kom_rulings.errors import PageNotRead
from kom_rulings.wording import N_, Phrase

#: The longer marks first, for two of them begin with a shorter one.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE | re.ASCII)
_HEAD: Final = 4096
#: Encodings that pages in European languages come in; what else Python can decode is no text.
_KNOWN: Final = re.compile(r"cp(?:125\d|437|850|865)|iso8859-\d+|mac-(?:roman|iceland|latin2)|koi8-[ru]")
#: Declared by many and meant by none: browsers read them as windows-1252 too.
_WINDOWS: Final = frozenset({"iso8859-1", "ascii"})
_ESCAPED: Final = re.compile("[\udc80-\udcff]")
_UNKNOWN_SIGN: Final = "\ufffd"
#: Signs that a damaged page may have: ten, or one in a hundred; and one in twenty of those beyond ASCII.
_AT_MOST, _FEW, _SOME = 10, 100, 20
#: In UTF-16 half of the bytes are noughts; a page has signs of other alphabets too.
_HALF_OF_HALF: Final = 4
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1b\ufffd]")

_REDECLARED: Final = N_("The page declares an encoding that is not its own; its bytes told which it is.")
_MENDED: Final = N_(
    "Some signs of the page were not in its encoding. They were mended or left out: compare with the page."
)
_NO_TEXT: Final = N_("it holds bytes that are no text, or is damaged.")


def decoded(content: bytes, file: str, told: str = "") -> tuple[str, list[str]]:
    """The text, and remarks on how it was read; ``told`` is the encoding that came with the page.

    Raises ``PageNotRead`` where the bytes are no text.
    """
    text, remarks = _marked(content) or _unmarked(content, _name(told) or _declared(content))
    if len(_CONTROL.findall(text)) > max(len(text) // _FEW, _AT_MOST) or "\0" in text:
        raise PageNotRead(file=file, reason=Phrase(_NO_TEXT))
    if _UNKNOWN_SIGN in text and _MENDED not in remarks:
        remarks.append(_MENDED)
    return text, remarks


def _marked(content: bytes) -> tuple[str, list[str]] | None:
    """The text of a page that begins with a mark of its encoding, or has noughts as only UTF-16 has."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), []
    return (content.decode(_sixteen(content), "replace"), []) if b"\0" in content else None


def _unmarked(content: bytes, declared: str) -> tuple[str, list[str]]:
    for read in (_utf8, _mostly_utf8):
        text = read(content)
        if text is not None:
            mended = [_MENDED] if read is _mostly_utf8 else []
            # Plain ASCII is the same in every encoding.
            other = [_REDECLARED] if declared not in {"", "utf-8"} and not content.isascii() else []
            return text, [*mended, *other]
    name = declared if _KNOWN.fullmatch(declared) else "cp1252"
    return content.decode(name, "replace"), [_REDECLARED] if declared not in {"", name} else []


def _utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _mostly_utf8(content: bytes) -> str | None:
    """The text where all but a few signs are UTF-8; the bytes that are not are taken as windows-1252."""
    text = content.decode("utf-8", "replace")
    wrong = text.count(_UNKNOWN_SIGN)
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore")) - wrong
    if wrong * _SOME > beyond_ascii:
        return None
    return _ESCAPED.sub(_of_windows, content.decode("utf-8", "surrogateescape"))


def _of_windows(sign: re.Match[str]) -> str:
    """A byte that is no UTF-8 comes as a lone surrogate; this is what it is in windows-1252."""
    return bytes([ord(sign[0]) - 0xDC00]).decode("cp1252", "replace")


def _sixteen(content: bytes) -> str:
    """UTF-16 without a mark, told by where its noughts are; else the noughts stay, and the page is refused."""
    high, low = content[::2].count(0), content[1::2].count(0)
    if low > high * _SOME and low * _HALF_OF_HALF > len(content):
        return "utf-16-le"
    if high > low * _SOME and high * _HALF_OF_HALF > len(content):
        return "utf-16-be"
    return "latin-1"


def _declared(content: bytes) -> str:
    match = _DECLARED.search(content[:_HEAD])
    return _name(match[1].decode("ascii")) if match else ""


def _name(told: str) -> str:
    """What Python calls an encoding; empty for one that it does not know."""
    try:
        name = codecs.lookup(told).name if told else ""
    except (LookupError, ValueError):
        return ""
    return "cp1252" if name in _WINDOWS else name
