"""Point 14: text and charts stand out against what is behind them, and no series is told by its colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, Final

from kom_rulings.documents.accessibility.document import Document, Stretch, Words, cell_shade
from kom_rulings.documents.accessibility.failures import Failure, Place
from kom_rulings.documents.accessibility.package import q, value
from kom_rulings.documents.accessibility.pictures import pictures
from kom_rulings.documents.accessibility.styles import Format

#: The ratios of WCAG 2.1, 1.4.3 and 1.4.11: text, and large text and parts of charts.
_TEXT_RATIO: Final = 4.5
_LARGE_RATIO: Final = 3.0
_LARGE: Final = 18.0
_LARGE_BOLD: Final = 14.0
_WHITE: Final = "FFFFFF"
#: Below this share of light a screen is linear (sRGB).
_DARK: Final = 0.04045


def check_contrast(document: Document) -> Iterator[Failure]:
    """Point 14: the colour of every run against its background, then the charts."""
    for words in document.everything:
        for run in words.runs:
            if failure := _faint(document, words, run):
                yield failure
                break
    for place, root in charts(document):
        yield from _chart(place, root)


def contrast(ink: str, paper: str) -> float:
    """The ratio of contrast of two colours, 1 to 21, as WCAG defines it."""
    lighter, darker = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@cache
def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _faint(document: Document, words: Words, run: Stretch) -> Failure | None:
    """Text whose colour the reader's program chooses stands out by itself."""
    look = document.look(words, run)
    if look.colour in {None, "auto"} or not run.text.strip():
        return None
    paper = _paper(document, words, run)
    ratio = contrast(str(look.colour), paper)
    if ratio >= (_LARGE_RATIO if _is_large(look) else _TEXT_RATIO):
        return None
    return Failure("contrast-low", words.place, {"ink": look.colour, "paper": paper, "ratio": _rounded(ratio)})


def _paper(document: Document, words: Words, run: Stretch) -> str:
    """What lies behind a run: its own shade, else the paragraph's, the cell's, the table's, the page."""
    styles, cell = document.styles, words.cell
    own = styles.format_of(run.properties).over(styles.text(value(run.properties, "w:rStyle") or "")).shade
    around = cell_shade(cell) if cell else None
    return own or words.layout.shade or around or document.look(words, run).shade or _WHITE


def _is_large(look: Format) -> bool:
    size = look.size or 0
    return size >= _LARGE or (size >= _LARGE_BOLD and bool(look.bold))


def _rounded(ratio: float) -> str:
    """Rounded down, so that a ratio that fails never looks as if it passed."""
    return f"{int(ratio * 10) / 10:.1f}"


def charts(document: Document) -> Iterator[tuple[Place, Any]]:
    """The charts of the text: where each stands, and the root of its part."""
    relations = document.package.relations(document.package.main)
    for picture in pictures(document):
        for relation in (relations[one] for one in picture.charts if one in relations):
            yield picture.place, document.package.xml(relation.target)


def _chart(place: Place, root: Any) -> Iterator[Failure]:
    series = [] if root is None else list(root.iter(q("c:ser")))
    colours = [_ink(one) for one in series]
    for n, colour in enumerate(colours, start=1):
        if colour is None:
            yield Failure("chart-colour-unknown", place, {"n": n})
        elif contrast(colour, _WHITE) < _LARGE_RATIO:
            yield Failure("chart-faint", place, {"n": n, "ratio": _rounded(contrast(colour, _WHITE))})
    if len(series) > 1 and None not in colours and not _told_apart(series, [str(one) for one in colours]):
        yield Failure("chart-colour-alone", place)
    for ink in () if root is None else root.iter(q("a:defRPr"), q("a:rPr")):
        colour = _fixed(ink.find(q("a:solidFill")))
        if colour and contrast(colour, _WHITE) < _TEXT_RATIO:
            yield Failure("chart-text-faint", place, {"ratio": _rounded(contrast(colour, _WHITE))})


def _told_apart(series: list[Any], colours: list[str]) -> bool:
    """By pattern, by the name beside each, or by colours that differ as light and dark do."""
    patterns = [_pattern(one) for one in series]
    named = [any(one.get("val") == "1" for one in each.iter(q("c:showSerName"))) for each in series]
    light_and_dark = all(contrast(one, other) >= _LARGE_RATIO for one, other in pairwise(colours))
    return len(set(patterns)) == len(patterns) or all(named) or light_and_dark


def _pattern(series: Any) -> str:
    found = series.find(f"{q('c:spPr')}/{q('a:pattFill')}")
    return "" if found is None else found.get("prst", "")


def _ink(series: Any) -> str | None:
    """The fixed colour of a series; that of a pattern's lines where it has one."""
    shape = series.find(q("c:spPr"))
    if shape is None:
        return None
    pattern = shape.find(q("a:pattFill"))
    return _fixed(shape.find(q("a:solidFill")) if pattern is None else pattern.find(q("a:fgClr")))


def _fixed(fill: Any) -> str | None:
    colour = None if fill is None else fill.find(q("a:srgbClr"))
    return None if colour is None else colour.get("val", "").upper()
