"""Text of pages made plain: one kind of space, composed signs, nothing that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: Soft hyphens, joiners, marks of direction and byte order marks, and controls that are no space.
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]"
)
_SPACES: Final = re.compile(r"[^\S\n]+")
_BREAKS: Final = re.compile(r"[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\r\n?")
_AROUND_BREAKS: Final = re.compile(r" ?\n[ \n]*")
#: Controls that stand where windows-1252 has its dashes and quotes: somebody took that for Latin-1.
_CONTROLS: Final = re.compile("[\x80-\x84\x86-\x9f]")

#: More marks over one letter than any language has; composing takes ever longer the more there are.
_HEAPED: Final = re.compile(r"[^\w\s]{30,}")


def tidy(text: str) -> str:
    """The text with plain spaces and composed signs; single line breaks stay, and dashes are as they were."""
    seen = _UNSEEN.sub("", _BREAKS.sub("\n", _CONTROLS.sub(_of_windows, text)))
    spaced = _AROUND_BREAKS.sub("\n", _SPACES.sub(" ", seen)).strip()
    return unicodedata.normalize("NFC", _HEAPED.sub(_without_marks, spaced))


def one_line(text: str) -> str:
    """The text tidied, its line breaks spaces."""
    return tidy(text).replace("\n", " ")


def _of_windows(control: re.Match[str]) -> str:
    return control[0].encode("latin-1").decode("cp1252", "ignore")


def _without_marks(signs: re.Match[str]) -> str:
    return "".join(sign for sign in signs[0] if not unicodedata.combining(sign))
