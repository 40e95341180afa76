"""A chart as a small drawing in SVG: stacked columns, told apart by pattern as well as by colour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kom_rulings.documents.axes import FONT, LINE, SLANT, names_below, text_width, ticks
from kom_rulings.documents.cleaning import one_line, place_name
from kom_rulings.documents.markup import NOTHING, Markup, element, escaped, lines, run_together
from kom_rulings.documents.outline import ChartBlock
from kom_rulings.formats import number_text
from kom_rulings.wording import Language

_PLOT_WIDTH: Final = 640
_PLOT_HEIGHT: Final = 260
_COLUMN_SHARE: Final = 0.72
_WIDEST_COLUMN: Final = 88
_EDGE: Final = 10
_SWATCH: Final = 18
_LEGEND_LINE: Final = 26
_SMALL: Final = 12
#: Colours that stand out 3:1 and more against white, against the dark page, and against the white of their patterns.
COLOURS: Final = ("#2a6fb0", "#a8590a", "#2c7d46", "#8a55b8", "#b23a48", "#5f6b7a")
#: What is drawn in white upon the colour, in squares of 8 by 8: nothing, strokes, dots, strokes, lines, a grid.
_PATTERNS: Final = (
    NOTHING,
    element("path", d="M-2,2L2,-2M0,8L8,0M6,10L10,6", stroke="#fff", stroke_width=2),
    element("circle", cx=4, cy=4, r=1.8, fill="#fff"),
    element("path", d="M-2,6L2,10M0,0L8,8M6,-2L10,2", stroke="#fff", stroke_width=2),
    element("path", d="M0,4L8,4", stroke="#fff", stroke_width=2),
    element("path", d="M0,4L8,4M4,0L4,8", stroke="#fff", stroke_width=1.4),
)


def chart(block: ChartBlock, language: Language) -> str:
    """The chart as an ``svg`` element that stands in HTML or alone; its size follows what it has to hold.

    The caption is its title and the description its text for those who do not see it. Names inside it begin with the
    anchor and the number of the chart, so that several charts can stand on one page.
    """
    return _Chart(block, language).drawing()


class _Chart:
    """Measures first, from the texts that must have room, then draws from the top down."""

    def __init__(self, block: ChartBlock, language: Language) -> None:
        self._block, self._language = block, language
        self._prefix = f"{place_name(block.anchor)}.{block.number}"
        self._band = _PLOT_WIDTH / max(1, len(block.categories))
        columns = [sum(series.values[n] for series in block.series) for n in range(len(block.categories))]
        self._ticks = ticks(max(columns, default=0))
        self._names = names_below(block.categories, self._band)
        numbers = max(text_width(self._number(tick)) for tick in self._ticks)
        self._left = max(numbers + 2 * _EDGE, self._names.overhang(self._band) if block.categories else 0)
        self._legend = list(_rows([one_line(series.name).strip() for series in block.series]))
        self._top = _LEGEND_LINE * len(self._legend) + 2 * LINE
        self._bottom = self._top + _PLOT_HEIGHT

    def drawing(self) -> str:
        depth = self._names.depth if self._block.categories else 0
        titles = (one_line(self._block.category_title), one_line(self._block.value_title))
        ends = [self._left + _PLOT_WIDTH, *(self._left + text_width(title) for title in titles)]
        ends += [self._left + start + _item_width(name) for row in self._legend for start, _, name in row]
        width, height = max(ends) + _EDGE, self._bottom + depth + 2 * LINE
        return element(
            "svg",
            *(Markup("\n"), self._texts(), Markup("\n"), lines(*self._parts(depth)), Markup("\n")),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {width:.0f} {height:.0f}",
            width=f"{width:.0f}",
            height=f"{height:.0f}",
            role="img",
            lang=self._language,
            aria_labelledby=f"{self._prefix}.title",
            aria_describedby=f"{self._prefix}.desc",
            font_family="Arial, Helvetica, sans-serif",
            font_size=str(FONT),
            fill="currentColor",
        )

    def _texts(self) -> Markup:
        title = element("title", escaped(self._block.caption), id=f"{self._prefix}.title")
        return lines(title, element("desc", escaped(self._block.description), id=f"{self._prefix}.desc"))

    def _parts(self, depth: float) -> Iterator[Markup]:
        patterns = [self._pattern(n) for n, _ in enumerate(self._block.series) if n % len(_PATTERNS)]
        yield element("defs", *patterns) if patterns else NOTHING
        yield from self._legend_items()
        yield _text(self._block.value_title, self._left, self._top - LINE)
        yield from self._grid()
        for n, _ in enumerate(self._block.categories):
            yield from self._column(n)
        yield _line(self._left, self._bottom, self._left + _PLOT_WIDTH, self._bottom, 1)
        yield from self._category_names()
        yield _text(self._block.category_title, self._left, self._bottom + depth + LINE)

    def _pattern(self, n: int) -> Markup:
        ground = element("rect", width=8, height=8, fill=_colour(n))
        return element(
            "pattern",
            *(ground, _PATTERNS[n % len(_PATTERNS)]),
            id=f"{self._prefix}.p{n}",
            width=8,
            height=8,
            patternUnits="userSpaceOnUse",
        )

    def _fill(self, n: int) -> str:
        """One colour where there is no pattern: tiles of it would show their seams."""
        return f"url(#{self._prefix}.p{n})" if n % len(_PATTERNS) else _colour(n)

    def _legend_items(self) -> Iterator[Markup]:
        for at, row in enumerate(self._legend):
            for start, n, name in row:
                x, y = self._left + start, at * _LEGEND_LINE + 4
                yield _box(x, y, _SWATCH, _SWATCH, self._fill(n))
                yield _text(name, x + _SWATCH + 6, y + FONT)

    def _grid(self) -> Iterator[Markup]:
        for tick in self._ticks:
            y = self._height_of(tick)
            yield _line(self._left, y, self._left + _PLOT_WIDTH, y, 0.25)
            yield _text(self._number(tick), self._left - _EDGE, y + 5, anchor="end")

    def _column(self, n: int) -> Iterator[Markup]:
        width = min(self._band * _COLUMN_SHARE, _WIDEST_COLUMN)
        x, below = self._left + (n + 0.5) * self._band - width / 2, 0
        for at, series in enumerate(self._block.series):
            value = series.values[n]
            if value > 0:
                high, low = self._height_of(below + value), self._height_of(below)
                yield _box(x, high, width, low - high, self._fill(at))
                yield self._value(value, x + width / 2, (high + low) / 2, width, low - high)
                below += value

    def _value(self, value: int, x: float, y: float, width: float, height: float) -> Markup:
        """The number on a white plate in its part of the column, where it fits."""
        words = self._number(value)
        plate = text_width(words, _SMALL) + 6
        if plate > width - 2 or height < LINE:
            return NOTHING
        ground = element("rect", x=x - plate / 2, y=y - 8, width=plate, height=16, rx=2, fill="#fff")
        return run_together([ground, _text(words, x, y + 4.5, anchor="middle", size=_SMALL, fill="#111")])

    def _category_names(self) -> Iterator[Markup]:
        for n, written in enumerate(self._names.lines):
            x = self._left + (n + 0.5) * self._band
            if self._names.slanted and n % self._names.every == 0:
                turn = f"translate({x + SLANT * FONT / 2:.1f} {self._bottom + LINE:.1f}) rotate(-45)"
                yield _text(written[0], 0, 0, anchor="end", transform=turn)
            elif not self._names.slanted:
                for at, line in enumerate(written, start=1):
                    yield _text(line, x, self._bottom + at * LINE, anchor="middle")

    def _height_of(self, value: int) -> float:
        return self._bottom - _PLOT_HEIGHT * value / self._ticks[-1]

    def _number(self, value: int) -> str:
        return number_text(value, self._language)


def _colour(n: int) -> str:
    """The colour of a series; beyond the sixth, the patterns meet other colours."""
    return COLOURS[(n + n // len(_PATTERNS)) % len(COLOURS)]


def _rows(names: list[str]) -> Iterator[list[tuple[float, int, str]]]:
    """The legend in rows: where each item begins, its number and its name."""
    row: list[tuple[float, int, str]] = []
    start = 0.0
    for n, name in enumerate(names):
        if row and start + _item_width(name) > _PLOT_WIDTH:
            yield row
            row, start = [], 0.0
        row.append((start, n, name))
        start += _item_width(name)
    if row:
        yield row


def _item_width(name: str) -> float:
    return _SWATCH + text_width(name) + 3 * _EDGE


def _text(words: str, x: float, y: float, *, anchor: str | None = None, size: int | None = None, **more: str) -> Markup:
    return element("text", escaped(words), x=x, y=y, text_anchor=anchor, font_size=size, **more)


def _line(x: float, y: float, to_x: float, to_y: float, strength: float) -> Markup:
    return element("line", x1=x, y1=y, x2=to_x, y2=to_y, stroke="currentColor", stroke_opacity=f"{strength}")


def _box(x: float, y: float, width: float, height: float, fill: str) -> Markup:
    return element("rect", x=x, y=y, width=width, height=height, fill=fill, stroke="currentColor")
