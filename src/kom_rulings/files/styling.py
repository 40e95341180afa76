"""How values that a program writes look in a case file: short lists on one line, long texts folded."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Final

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import FoldedScalarString, SingleQuotedScalarString

#: As wide as the records are written by hand.
_WIDTH: Final = 110
#: What all readers of YAML take for plain text, also between brackets; they differ on the rest.
_PLAIN: Final = re.compile(r"[\w§](?:[\w §./()–-]*[\w§.)])?")
#: Signs that stand in no quotation on one line: control signs and line ends of other kinds.
_NOT_IN_QUOTES: Final = re.compile(
    r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def styled(value: object, depth: int = 0) -> Any:
    """The value as ruamel writes it in our manner; ``depth`` is how far in it stands."""
    if isinstance(value, Mapping):
        return CommentedMap((name, styled(one, depth + 1)) for name, one in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _list([styled(one, depth + 1) for one in value], depth)
    return _text(str(value), _WIDTH - 2 * depth) if isinstance(value, str) else str(value)


def _list(items: list[Any], depth: int) -> CommentedSeq:
    found = CommentedSeq(items)
    short = all(isinstance(one, str) and _PLAIN.fullmatch(one) for one in items)
    if short and sum(len(one) + 2 for one in items) + 2 * depth < _WIDTH:
        found.fa.set_flow_style()
    return found


def _text(text: str, width: int) -> Any:
    """A text of several lines or of more than one line's length, folded where words end."""
    if "\n" not in text and len(text) <= width - 20:
        return text if _PLAIN.fullmatch(text) or _NOT_IN_QUOTES.search(text) else _as_needed(text)
    folded: Any = FoldedScalarString(text)
    folded.fold_pos = _folds(text, width)
    return folded


def _as_needed(text: str) -> str:
    """In quotes where a reader may take the text, or its beginning, for a sign of YAML."""
    doubtful = not re.match(r"[\w§(«–]", text) or ": " in text or " #" in text or text.endswith((":", " "))
    return SingleQuotedScalarString(text) if doubtful else text


def _folds(text: str, width: int) -> list[int]:
    """Where a line may break: the places of spaces, paragraph by paragraph."""
    folds, start = [], 0
    for paragraph in text.split("\n"):
        position = start
        for line in textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)[:-1]:
            position += len(line)
            folds.append(position)
            position += 1
        start += len(paragraph) + 1
    return folds
