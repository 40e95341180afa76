"""Points 4 and 5: real headings without jumps, and a table of contents whose links lead to them in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from typing import Any, Final

from kom_rulings.documents.accessibility.document import Document, Words
from kom_rulings.documents.accessibility.failures import Failure, in_document, in_settings
from kom_rulings.documents.accessibility.package import is_on, q

#: With so many headings below the title a document needs a table of contents.
_CONTENTS_FROM: Final = 10
_LEVELS: Final = re.compile(r'\\o\s+"(\d)-(\d)"')
_PAGE: Final = re.compile(r"\t\s*\d+\s*$")
#: A line in bold of at most so many words, without a full stop, looks like a heading.
_LOOKALIKE_WORDS: Final = 12
_SENTENCE_ENDS: Final = (".", ":", "!", "?", ";", ",")
_NO_LOOKALIKES: Final = frozenset({"caption", "subtitle"})


def check_headings(document: Document) -> Iterator[Failure]:
    """Point 4: one heading of level 1, at the top; none empty, no level left out, no look-alike, no style Title."""
    headings = document.headings
    tops = [words for level, words in headings if level == 1]
    if len(tops) != 1:
        yield Failure("heading-one", tops[1].place if tops else in_document(), {"count": len(tops)})
    elif headings[0][0] != 1:
        yield Failure("heading-first", headings[0][1].place)
    for (before, _), (after, words) in pairwise(headings):
        if after > before + 1:
            yield Failure("heading-jump", words.place, {"before": before, "after": after})
    yield from (Failure("heading-empty", words.place) for _, words in headings if not words.text.strip())
    for words in document.text:
        if document.styles.name(words.style) == "title":
            yield Failure("heading-title-style", words.place)
    yield from _lookalikes(document)


def _lookalikes(document: Document) -> Iterator[Failure]:
    """Short lines in bold that stand as headings; the one over the contents is none, so that they do not list it."""
    contents = _contents(document)
    beside = {id(one) for one in contents.paragraphs} if contents else set()
    for words, following in pairwise(document.text):
        over_contents = contents is not None and contents.paragraphs[:1] == [following.element]
        if not over_contents and id(words.element) not in beside and _is_lookalike(document, words):
            yield Failure("heading-faked", words.place)


def _is_lookalike(document: Document, words: Words) -> bool:
    text = words.text.strip()
    if not text or text.endswith(_SENTENCE_ENDS) or len(text.split()) > _LOOKALIKE_WORDS or words.cell is not None:
        return False
    if document.level(words) or words.layout.numbering or document.styles.name(words.style) in _NO_LOOKALIKES:
        return False
    return all(document.look(words, run).bold for run in words.runs if run.text.strip())


@dataclass
class _Contents:
    """A table of contents: its field, the paragraphs it fills, and their links in order."""

    instruction: str
    paragraphs: list[Any] = field(default_factory=list)


def check_contents(document: Document) -> Iterator[Failure]:
    """Point 5: the contents are links, to headings that are there, all of them and in order, and ask for nothing."""
    if is_on(document.settings, "w:updateFields"):
        yield Failure("contents-ask", in_settings())
    contents = _contents(document)
    if contents is None:
        below = sum(level > 1 for level, _ in document.headings)
        if below >= _CONTENTS_FROM:
            yield Failure("contents-missing", in_document(), {"count": below})
        return
    if contents.paragraphs and any(one.get(q("w:dirty")) for one in contents.paragraphs[0].iter(q("w:fldChar"))):
        yield Failure("contents-ask", in_document())
    yield from _entries(document, contents)


def _entries(document: Document, contents: _Contents) -> Iterator[Failure]:
    by_element = {id(words.element): words for words in document.text}
    entries = [by_element[id(one)] for one in contents.paragraphs]
    linked = all(_anchor(one) for one in entries) and r"\h" in contents.instruction
    if not linked:
        yield Failure("contents-unlinked", next((one.place for one in entries if not _anchor(one)), in_document()))
        return
    headings = _listed(document, contents.instruction)
    for entry, heading in zip_longest(entries, headings):
        place = (entry or entries[-1] if entries else heading).place
        led = document.bookmarks.get(_anchor(entry)) if entry else None
        if entry is not None and led is None:
            yield Failure("contents-dead", place, {"anchor": _anchor(entry)})
        elif heading is None or led is not heading.element or not _same(entry.text, heading.text):
            yield Failure("contents-differ", place, {"heading": " ".join(heading.text.split()) if heading else "–"})
            return


def _listed(document: Document, instruction: str) -> list[Words]:
    levels = _LEVELS.search(instruction)
    low, high = (int(levels[1]), int(levels[2])) if levels else (1, 9)
    return [words for level, words in document.headings if low <= level <= high]


def _same(entry: str, heading: str) -> bool:
    """An entry may add the number that Word counts before the heading, and the page after it."""
    said, words = " ".join(_PAGE.sub("", entry).split()), " ".join(heading.split())
    return said == words or re.fullmatch(rf"[\d.]+ {re.escape(words)}", said) is not None


def _anchor(words: Words) -> str:
    return next((run.link.get(q("w:anchor"), "") for run in words.runs if run.link is not None), "")


def _contents(document: Document) -> _Contents | None:
    """The first table of contents: what lies between the begin and the end of its field, whatever fields are within."""
    found: _Contents | None = None
    depth = 0
    for words in document.text:
        for mark in words.element.iter(q("w:fldChar"), q("w:instrText")):
            if mark.tag == q("w:instrText"):
                if found is None and (mark.text or "").split()[:1] == ["TOC"]:
                    found, depth = _Contents(mark.text), 1
                continue
            depth += {"begin": 1, "end": -1}.get(mark.get(q("w:fldCharType")), 0) if found else 0
        if found:
            if any(run.text.strip() for run in words.runs):
                found.paragraphs.append(words.element)
            if depth <= 0:
                return found
    return found


def contents_paragraphs(document: Document) -> set[int]:
    """The numbers of the paragraphs that are entries of the table of contents."""
    contents = _contents(document)
    filled = {id(one) for one in contents.paragraphs} if contents else set()
    return {words.n for words in document.text if id(words.element) in filled}
