"""What stands in records made harmless for every form: signs that break or turn a line, and addresses of links."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.documents.outline import Run
from kom_rulings.documents.package import clean

_BREAKS: Final = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]")
_SPACES: Final = re.compile(" {2,}")
#: Ranges rather than ``unicodedata``, whose answer depends on the version of Python.
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OPEN_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[^\s\"'<>`\\{}|^]+", re.IGNORECASE)
_NOT_IN_NAMES: Final = re.compile(r"[^\w-]")


def one_line(words: str) -> str:
    """Text as one line that reads as it stands: no breaks, no controls, no marks that turn it around."""
    return _SPACES.sub(" ", clean(_BREAKS.sub(" ", words)))


def joined(runs: tuple[Run, ...]) -> str:
    """The text of runs as one line without its links, with no space around it."""
    return one_line("".join(run.text for run in runs)).strip()


def right_to_left(words: str) -> bool:
    """Whether the text holds a letter that is written from right to left."""
    return _RIGHT_TO_LEFT.search(words) is not None


def address_of(run: Run) -> str | None:
    """The address outside the document that a run leads to: of the web or of mail; any other is no link."""
    return run.link if run.link and _OPEN_ADDRESS.fullmatch(run.link) else None


def place_name(anchor: str) -> str:
    """The name of a place as HTML and SVG take it: letters, digits, hyphens and underscores."""
    return _NOT_IN_NAMES.sub("_", anchor)
