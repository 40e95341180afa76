"""Words that are spelled much alike; the only importer of rapidfuzz."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_MOST: Final = 3


def nearest_words(word: str, words: Sequence[str], distance: int) -> list[str]:
    """The words that differ in the fewest letters, at most ``distance``; two letters that changed places are one."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(word, words, scorer=OSA.distance, score_cutoff=distance, limit=None)
    others = sorted((far, abs(len(near) - len(word)), near) for near, far, _ in found if near != word)
    return [near for far, _, near in others if far == others[0][0]][:_MOST]
