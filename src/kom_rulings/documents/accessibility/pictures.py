"""Points 10 to 12: captions of tables and charts, text for those who do not see them, and their place in the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from kom_rulings.documents.accessibility.document import Document, Words
from kom_rulings.documents.accessibility.failures import Failure, Place, in_picture
from kom_rulings.documents.accessibility.package import q

_FILE_NAME: Final = re.compile(r"\.(png|jpe?g|gif|svg|emf|wmf|bmp|tiff?)$", re.IGNORECASE)
_NUMBER_ONLY: Final = re.compile(r"[^\W\d]+\s+\d+\s*[.:]?\s*", re.UNICODE)
#: A sentence that stands for a caption has at least so many words.
_SENTENCE_WORDS: Final = 4
_SENTENCE_ENDS: Final = (".", ":")


@dataclass(frozen=True)
class Picture:
    """A picture or chart: its number from 1, what it is called, and whether it stands in the text itself."""

    n: int
    element: Any
    in_text: bool

    @property
    def properties(self) -> Any:
        """The element that names and describes it, or None."""
        return next(self.element.iter(q("wp:docPr")), None)

    @property
    def description(self) -> str:
        """The text for those who do not see it."""
        return "" if self.properties is None else (self.properties.get("descr") or "").strip()

    @property
    def decorative(self) -> bool:
        """Tell whether it is marked as mere decoration."""
        return any(one.get("val") in {"1", "true"} for one in self.element.iter(q("adec:decorative")))

    @property
    def charts(self) -> list[str]:
        """The ids of the relations to the charts that it shows."""
        return [one.get(q("r:id"), "") for one in self.element.iter(q("c:chart"))]

    @property
    def is_photograph(self) -> bool:
        """Tell whether it is a picture file, not a chart."""
        return next(self.element.iter(q("pic:pic")), None) is not None

    @property
    def place(self) -> Place:
        """Where it stands, as a reader finds it."""
        name = "" if self.properties is None else self.properties.get("name", "")
        return in_picture(self.n, self.description or name)


def pictures(document: Document) -> list[Picture]:
    """The pictures and charts, those of headers and footers last."""
    inside = list(document.root.iter(q("w:drawing")))
    edges = [one for words in document.edges for one in words.element.iter(q("w:drawing"))]
    return [Picture(n, one, n <= len(inside)) for n, one in enumerate([*inside, *edges], start=1)]


def check_captions(document: Document) -> Iterator[Failure]:
    """Point 10: right before a table or chart stands its caption or a sentence; a chart may have it right after."""
    words_of = {id(words.element): words for words in document.text}
    for table in document.tables:
        if not table.nested:
            yield from _captioned(document, words_of.get(id(_before(table.element))), None, table.place())
    for picture in pictures(document):
        if picture.in_text and not picture.decorative:
            own = next(picture.element.iterancestors(q("w:p")))
            before, after = words_of.get(id(_before(own))), words_of.get(id(own.getnext()))
            yield from _captioned(document, before, after, picture.place)


def _captioned(document: Document, before: Words | None, after: Words | None, place: Place) -> Iterator[Failure]:
    captions = [one for one in (before, after) if one and document.styles.name(one.style) == "caption"]
    if captions and all(_NUMBER_ONLY.fullmatch(one.text) or not one.text.strip() for one in captions):
        yield Failure("caption-bare", place)
    elif not captions and not (before and _is_sentence(document, before)):
        yield Failure("caption-missing", place)


def _is_sentence(document: Document, words: Words) -> bool:
    text = words.text.strip()
    return not document.level(words) and text.endswith(_SENTENCE_ENDS) and len(text.split()) >= _SENTENCE_WORDS


def _before(element: Any) -> Any:
    """What stands before, looking past the ends of bookmarks."""
    before = element.getprevious()
    while before is not None and before.tag in {q("w:bookmarkStart"), q("w:bookmarkEnd")}:
        before = before.getprevious()
    return before


def check_descriptions(document: Document) -> Iterator[Failure]:
    """Point 11: a text for every picture and chart that is no file name, unless it is marked as decoration."""
    for picture in pictures(document):
        if picture.decorative and picture.charts:
            yield Failure("chart-decorative", picture.place)
        elif picture.decorative:
            continue
        elif not picture.description or picture.description == picture.properties.get("name"):
            yield Failure("alt-missing", picture.place)
        elif _FILE_NAME.search(picture.description):
            yield Failure("alt-file-name", picture.place)


def check_places(document: Document) -> Iterator[Failure]:
    """Point 12: in the text, pictures stand in the line; no floating ones, no text boxes, no old drawings."""
    for picture in pictures(document):
        if picture.in_text and picture.element.find(q("wp:inline")) is None:
            yield Failure("picture-floating", picture.place)
    for words in document.text:
        if next(words.element.iter(q("w:pict"), q("w:txbxContent"), q("w:object")), None) is not None:
            yield Failure("text-box", words.place)
