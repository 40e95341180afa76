"""Points 15 to 17: real lists and spacing, readable text aligned left, and headers that carry nothing alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from kom_rulings.documents.accessibility.contrast import charts
from kom_rulings.documents.accessibility.document import Document, Words
from kom_rulings.documents.accessibility.failures import Failure, shortened
from kom_rulings.documents.accessibility.headings import contents_paragraphs
from kom_rulings.documents.accessibility.package import q
from kom_rulings.documents.accessibility.pictures import pictures

#: Points, and hundredths of them in charts.
_SMALLEST: Final = 9.0
_SMALLEST_IN_CHART: Final = 900
_JUSTIFIED: Final = frozenset({"both", "distribute", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute"})
_NOT_LEFT: Final = frozenset({"center", "right", "end"})
#: A centred line may stand alone, on the title page; text of more signs than this runs over several lines.
_RUNNING: Final = 120
_BLANKS: Final = re.compile(r"[ \u00a0\u2002\u2003]{3,}")
_BULLET: Final = re.compile(r"\s*[-*•·▪‣◦]\s+\S")
_DASH: Final = re.compile(r"\s*[–—]\s+\S")
_LETTERED: Final = re.compile(r"\s*\(?(?:\d{1,2}|[a-hA-H])\)\s+\S")
_NUMBERED: Final = re.compile(r"\s*(\d{1,2})\.\s+(\S)")
_PAGE_WORDS: Final = frozenset({"side", "av", "page", "of"})
_PIECES: Final = re.compile(r"\s+[–—|·]\s+|[\t\n|]")


def check_spacing(document: Document) -> Iterator[Failure]:
    """Point 15: no empty paragraph, no tabs, blanks or line breaks that shift text, and no list typed by hand."""
    contents = contents_paragraphs(document)
    numberings = _numberings(document)
    for before, words, after in _neighbours(document.text):
        drawn = next(words.element.iter(q("w:drawing"), q("w:pict")), None) is not None
        if not words.text.strip() and not drawn and words.cell is None:
            yield Failure("paragraph-empty", words.place)
        if _shifted_by_tabs(words, in_contents=words.n in contents):
            yield Failure("tabs", words.place)
        if _BLANKS.search(words.text):
            yield Failure("blanks", words.place)
        if "\n\n" in words.text:
            yield Failure("line-breaks", words.place)
        if not document.level(words) and words.n not in contents:
            yield from _list(words, before, after, numberings)
    yield from (Failure("tabs", words.place) for words in document.edges if "\t\t" in words.text)


def _shifted_by_tabs(words: Words, *, in_contents: bool) -> bool:
    """In the contents a tab stands before the page number, and one may stand after the number of the chapter."""
    return "\t\t" in words.text or words.text.count("\t") > 2 if in_contents else "\t" in words.text  # noqa: PLR2004


def _list(words: Words, before: Words | None, after: Words | None, numberings: frozenset[str]) -> Iterator[Failure]:
    number = words.layout.numbering
    if number and number != "0":
        if number not in numberings:
            yield Failure("list-unknown", words.place)
    elif any(_is_typed(line) for line in words.text.split("\n")) or _goes_on(words, before, after):
        yield Failure("list-typed", words.place)


def _is_typed(line: str) -> bool:
    return bool(_BULLET.match(line) or _LETTERED.match(line))


def _goes_on(words: Words, before: Words | None, after: Words | None) -> bool:
    """A date or a remark may begin with a number or a dash; where the next paragraph goes on, it is a list."""
    others = [one.text for one in (before, after) if one is not None]
    if _DASH.match(words.text):
        return any(_DASH.match(other) for other in others)
    if not (number := _NUMBERED.match(words.text)):
        return False
    beside = {int(found[1]) for other in others if (found := _NUMBERED.match(other))}
    return bool(beside & {int(number[1]) - 1, int(number[1]) + 1})


def _numberings(document: Document) -> frozenset[str]:
    root = document.package.xml(document.package.first(document.package.main, "numbering"))
    return frozenset(() if root is None else (one.get(q("w:numId"), "") for one in root.iter(q("w:num"))))


def _neighbours(paragraphs: list[Words]) -> Iterator[tuple[Words | None, Words, Words | None]]:
    return zip(chain([None], paragraphs), paragraphs, chain(paragraphs[1:], [None]), strict=False)


def check_text(document: Document) -> Iterator[Failure]:
    """Point 16: text of at least 9 points, aligned left and not justified, and no picture in place of text."""
    for words in document.everything:
        sizes = [document.look(words, run).size or 0.0 for run in words.runs if run.text.strip()]
        if sizes and min(sizes) < _SMALLEST:
            yield Failure("text-small", words.place, {"size": f"{min(sizes):g}"})
        if words.layout.alignment in _JUSTIFIED:
            yield Failure("text-justified", words.place)
        elif words.layout.alignment in _NOT_LEFT and len(words.text) > _RUNNING:
            yield Failure("text-not-left", words.place)
    for picture in pictures(document):
        if picture.in_text and picture.is_photograph and not picture.decorative and not _is_logo(picture.description):
            yield Failure("picture-of-text", picture.place)
    for place, root in charts(document):
        sizes = [int(one.get("sz")) for one in root.iter(q("a:defRPr"), q("a:rPr")) if one.get("sz", "").isdigit()]
        if sizes and min(sizes) < _SMALLEST_IN_CHART:
            yield Failure("text-small", place, {"size": f"{min(sizes) / 100:g}"})


def _is_logo(description: str) -> bool:
    return description.lower().startswith("logo")


def check_edges(document: Document) -> Iterator[Failure]:
    """Point 17: what headers and footers say, page numbers aside, stands in the text or the properties too."""
    if not document.edges:
        return
    core = document.package.xml(document.package.first("", "core-properties"))
    properties = [] if core is None else [one.text or "" for one in core]
    everything = "\n".join(_plain(one) for one in (*(words.text for words in document.text), *properties))
    for words in document.edges:
        written = "".join(run.text if not run.by_field else "|" for run in words.runs)
        for piece in map(_plain, _PIECES.split(written)):
            if not set(piece.split()) <= _PAGE_WORDS and piece not in everything:
                yield Failure("edge-alone", words.place, {"words": shortened(piece)})


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
