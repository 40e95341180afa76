"""Did you mean: the word that is spelled most like another."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

#: Two letters resemble everything.
_SHORTEST = 3


def nearest(word: str, words: Iterable[str]) -> str:
    """The word most like this one, whatever its capitals; empty where none is."""
    known = {one.casefold(): one for one in words}
    found = difflib.get_close_matches(word.casefold(), known, n=1, cutoff=0.55) if len(word) >= _SHORTEST else []
    return known[found[0]] if found else ""
