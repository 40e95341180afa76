"""Who is named in public: judges, counsel, experts and officials by the word beside them; applicants in titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kom_rulings.privacy.known_names import WORD, KnownNames, Sort, words_of
from kom_rulings.privacy.reading import Reading, Span

_TITLES: Final = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "m",
        "mme",
        "mlle",
        "maître",
        "me",
        "herr",
        "fru",
        "v",
        "ved",
        "kst",
    }
)
_BEFORE_WIDTH, _BEHIND_WIDTH, _GAP_WIDTH = 60, 60, 12
_MOST_WORDS: Final = 5
_ENDS_SENTENCE: Final = re.compile(r"[a-zæøå]{3}[.!?;]\s|\n\s*\n")
_BEHIND: Final = re.compile(r"\s{0,2}[,(\n–]\s{0,3}(?:(?:a|an|the|their|its|og|and)\s)?")
#: What may stand behind a role that belongs to the name before it, and not to the next one.
_ROLE_ENDS: Final = re.compile(r"\s{0,3}(?:$|[,.;)\n]|(?:practising|ved|i|in|of|at|og|and|for|hos|til|until)\b)")
_ONLY_A_LIST: Final = re.compile(r"\s{0,2}(?:,|,?\s{0,2}(?:og|and|et|&))\s{1,3}")
#: Between the applicant and the state: “and Others”, “m.fl.”, “and A.N.”.
_VERSUS: Final = re.compile(
    r"\.?(?:,?\s(?:and|og|et|&)\s(?:\d\s)?[\w.'’-]{1,30}(?:\s[\w.'’-]{1,30}){0,3})?(?:,?\sm\.?\s?fl\.?)?(?:\s\([^()]{1,20}\))?"
    r"\s(?:v\.?|vs\.?|c\.?|mot|V\.|VS\.|MOT)\s(?P<state>(?:the\s|THE\s|den\s)?[^\W\d_].{0,50})",
    re.DOTALL,
)


def named_in_public(names: Sequence[Span], reading: Reading) -> set[Span]:
    """Those of the names, in order, that are borne in public."""
    public = {name for name in names if _is_public(name, reading)}
    several = {name for name in names if _stands_in_several(name, reading)}
    for neighbours in (names, names[::-1]):
        for one, other in pairwise(neighbours):
            if one in several and _only_a_list_between(one, other, reading.text):
                several.add(other)
    return public | several


def is_case_name(span: Span, reading: Reading) -> bool:
    """Tell whether “v. Croatia” or “mot Hellas” follows: the Court in Strasbourg calls the case so itself."""
    match = _VERSUS.match(reading.text, span.end, span.end + 160)
    if match is None:
        return False
    words = [word for word in words_of(match["state"]) if word not in ("the", "den")]
    if words[:1] == ["republic"]:
        words = words[2:]
    return any(
        reading.known.sort_of(" ".join(words[:length])) is Sort.COUNTRY or _is_state(words[:length], reading.known)
        for length in (1, 2, 3)
    )


def _is_state(words: Sequence[str], known: KnownNames) -> bool:
    """Tell whether these are a state by another name: Türkiye, England, the Czech Republic."""
    return bool(words) and known.sort_of(" ".join(words)) is Sort.LARGE_PLACE


def _is_public(name: Span, reading: Reading) -> bool:
    before = _role_before(name, reading.text, reading.known.words.public_roles)
    return before or _role_behind(name, reading.text, reading.known.words.public_roles) or is_case_name(name, reading)


def _stands_in_several(name: Span, reading: Reading) -> bool:
    roles = reading.known.words.roles_of_several
    return _role_before(name, reading.text, roles) or _role_behind(name, reading.text, roles)


def _role_before(name: Span, text: str, roles: frozenset[str]) -> bool:
    """Tell whether a role stands right before a name, perhaps with a title between: “Agent, Mr”."""
    before = text[max(0, name.start - _BEFORE_WIDTH) : name.start]
    sentence = _ENDS_SENTENCE.split(before)[-1]
    found = list(WORD.finditer(sentence))
    if not found or len(sentence) - found[-1].end() > _GAP_WIDTH:
        return False
    words = [match[0].casefold() for match in found]
    while words and words[-1] in _TITLES:
        words.pop()
    return any(" ".join(words[-length:]) in roles for length in range(1, _MOST_WORDS))


def _role_behind(name: Span, text: str, roles: frozenset[str]) -> bool:
    """Tell whether a role stands behind a name, set off and with no name of its own behind it: “, President,”."""
    gap = _BEHIND.match(text, name.end)
    if gap is None:
        return False
    behind = list(WORD.finditer(text, gap.end(), gap.end() + _BEHIND_WIDTH))
    for length in range(min(_MOST_WORDS, len(behind)), 0, -1):
        role = " ".join(match[0].casefold() for match in behind[:length])
        if behind[0].start() == gap.end() and role in roles:
            return bool(_ROLE_ENDS.match(text, behind[length - 1].end()))
    return False


def _only_a_list_between(one: Span, other: Span, text: str) -> bool:
    first, second = sorted((one, other))
    return bool(_ONLY_A_LIST.fullmatch(text[first.end : second.start]))
