"""Full texts that may not be published, known again where a run of their words stands in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kom_rulings.files.fulltext import FullText

_WORD: Final = re.compile(r"\w+")
#: So many words running are copied and not quoted by the way; a short paragraph is known as a whole.
_RUN: Final = 20
_SHORTEST: Final = 8

_Words = tuple[str, ...]


class CopiedTexts:
    """Finds runs of words of the full texts that are not publishable."""

    def __init__(self, texts: Iterable[FullText]) -> None:
        self._runs: dict[_Words, str] = {}
        self._short: dict[_Words, str] = {}
        for text in texts:
            if not text.publishable:
                self._learn(text)
        self._beginnings = {run[:2] for run in self._runs}

    def _learn(self, text: FullText) -> None:
        """Every run that begins where the one before ended, so that any copy of two runs' length holds a whole one."""
        for paragraph in text.paragraphs:
            words = _words(paragraph.text)
            if _SHORTEST <= len(words) < _RUN:
                self._short[words] = text.file
            for start in range(0, len(words) - _RUN + 1, _RUN):
                self._runs[words[start : start + _RUN]] = text.file

    def in_text(self, text: str) -> str | None:
        """The file of the full text that is copied here; none where it is not."""
        if not self._runs and not self._short:
            return None
        words = _words(text)
        if words in self._short:
            return self._short[words]
        starts = range(len(words) - _RUN + 1)
        runs = (words[n : n + _RUN] for n in starts if words[n : n + 2] in self._beginnings)
        return next((self._runs[run] for run in runs if run in self._runs), None)


def _words(text: str) -> _Words:
    return tuple(_WORD.findall(text.casefold()))
