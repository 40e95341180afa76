"""Cases that an audience may not see, known again in a text: by id, reference, title and popular name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final, Literal, NamedTuple
from urllib.parse import unquote

from kom_rulings.names import CaseId
from kom_rulings.privacy.known_names import KnownNames
from kom_rulings.records.case import BaseCase
from kom_rulings.records.register import Case, Register
from kom_rulings.references import Reference, find_citations, find_references
from kom_rulings.standing import Audience, may_see

Why = Literal["restricted", "draft", "audience"]

_SPACES: Final = re.compile(r"[\s\u00a0\u202f]+")
_DASHES: Final = str.maketrans({**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\u00ad": None})
_WORD: Final = re.compile(r"\w+")
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SEGMENT: Final = re.compile(r"[a-z0-9]+")
#: A capital letter tells nothing here.
_AT_BEGINNING: Final = re.compile(r"(?:\A|[.!?:]\s|\n)\s*\Z")
#: A shorter id of one word is met by chance.
_SHORTEST_ID: Final = 5


class Mention(NamedTuple):
    """What of a hidden case stands in a text, and why it is hidden."""

    case: CaseId
    why: Why
    words: str


class HiddenCases:
    """Knows again every case that an audience may not see, and does not take for it what a shown case has too."""

    def __init__(self, register: Register, audience: Audience, known: KnownNames) -> None:
        shown = [case for case in register.cases if may_see(case, audience)]
        hidden = [case for case in (*register.cases, *register.drafts) if case.draft or not may_see(case, audience)]
        self._why = {case.id: _why(case) for case in hidden}
        # A draft of a public case is no secret: what is published may cite its ruling, by which it is often named.
        secret = [case for case in hidden if not may_see(case, audience)]
        self._references = _references(secret, {one for case in shown for one in case.references})
        shared_ids = {name for case in shown for name in _ids(case)}
        self._ids = {name: case.id for case in hidden for name in _ids(case) if name not in shared_ids}
        open_drafts = {case.id for case in hidden} - {case.id for case in secret}
        self._ids = {name: case for name, case in self._ids.items() if case not in open_drafts or not _is_cited(name)}
        self._single = {name for name in self._ids if len(name) >= _SHORTEST_ID and not known.words.is_ordinary(name)}
        self._longer = {name: _longer(name, shared_ids) for name in self._ids}
        shared = {phrase for case in shown for phrase in _phrases(case)}
        self._phrases = _by_longest_word(
            (phrase, case.id)
            for case in hidden
            for phrase in _phrases(case)
            if phrase not in shared and known.sort_of(phrase) is None
        )

    def in_text(self, text: str) -> Iterator[Mention]:
        """What people read: references as lawyers write them, ids and names as they stand."""
        if not self._why:
            return
        for citation in find_citations(text):
            if case := self._references.get(citation.reference):
                yield self._mention(case, str(citation.reference))
        small = text.casefold()
        for name in set(_ID.findall(small)) & self._ids.keys():
            if _is_apart(name) or (small.strip() == name and name in self._single):
                yield self._mention(self._ids[name], name)
        yield from self._named(_plain(text))

    def in_address(self, text: str) -> Iterator[Mention]:
        """Addresses, anchors and names of files, in which words are joined and letters may be small."""
        if not self._why:
            return
        plain = unquote(text).replace("_", "-")
        for found in find_references(plain.upper()):
            if case := self._references.get(found.reference):
                yield self._mention(case, str(found.reference))
        segments = _SEGMENT.findall(plain.casefold())
        joined = f"-{'-'.join(segments)}-"
        for name in self._ids_within(set(segments)):
            rest = joined
            for longer in self._longer[name]:
                rest = rest.replace(f"-{longer}-", "--")
            if f"-{name}-" in rest:
                yield self._mention(self._ids[name], name)

    def _ids_within(self, segments: AbstractSet[str]) -> Iterator[str]:
        """The ids that may be there, but for those that are met by chance."""
        for segment in segments & self._segments.keys():
            yield from self._segments[segment]

    @cached_property
    def _segments(self) -> Mapping[str, tuple[str, ...]]:
        """The ids by their longest part."""
        found: dict[str, tuple[str, ...]] = {}
        for name in self._ids:
            if _is_apart(name) or name in self._single:
                longest = max(name.split("-"), key=len)
                found[longest] = (*found.get(longest, ()), name)
        return found

    def _named(self, text: str) -> Iterator[Mention]:
        """Titles and popular names as whole phrases, with capitals as they have them."""
        words = set(_WORD.findall(text))
        for word in words & self._phrases.keys():
            for phrase, case in self._phrases[word]:
                if _stands_in(phrase, text):
                    yield self._mention(case, phrase)

    def _mention(self, case: CaseId, words: str) -> Mention:
        return Mention(case, self._why[case], words)


def _is_cited(name: str) -> bool:
    """Whether an id is made from a reference."""
    return bool(find_references(name.upper()))


def _is_apart(name: str) -> bool:
    """Whether an id cannot be taken for a word."""
    return "-" in name or any(sign.isdigit() for sign in name)


def _why(case: Case) -> Why:
    if case.draft:
        return "draft"
    return "restricted" if case.restriction is not None else "audience"


def _references(hidden: Iterable[Case], shown: AbstractSet[Reference]) -> dict[Reference, CaseId]:
    return {one: case.id for case in hidden for one in case.references if one not in shown}


def _ids(case: BaseCase) -> Iterator[str]:
    yield case.id
    yield from case.formerly


def _longer(name: str, shown: Iterable[str]) -> tuple[str, ...]:
    """The ids of shown cases that a hidden one is a part of, the longest first."""
    return tuple(sorted((one for one in shown if f"-{name}-" in f"-{one}-"), key=len, reverse=True))


def _phrases(case: BaseCase) -> Iterator[str]:
    for phrase in (case.title.nb, case.title.en, case.popular_name):
        if phrase is not None:
            yield _plain(phrase)


def _plain(text: str) -> str:
    """With one kind of dash and of space, and without the hyphens that show only at the end of a line."""
    return _SPACES.sub(" ", text.translate(_DASHES)).strip()


def _by_longest_word(phrases: Iterable[tuple[str, CaseId]]) -> dict[str, list[tuple[str, CaseId]]]:
    found: dict[str, list[tuple[str, CaseId]]] = {}
    for phrase, case in phrases:
        if words := _WORD.findall(phrase):
            found.setdefault(max(words, key=len), []).append((phrase, case))
    return found


def _stands_in(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text by itself. A single word may be an ordinary one where a sentence begins."""
    alone = " " not in phrase and "-" not in phrase
    for found in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text):
        if not alone or (phrase[:1].isupper() and not _AT_BEGINNING.search(text[: found.start()])):
            return True
    return False
