"""The formatting that takes effect: styles with those that they build on, and what a run or paragraph says itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any, Final, TypeVar

from kom_rulings.documents.accessibility.package import is_on, q, value

_HALF_POINTS: Final = 2
#: The size in points that Word takes where none is given.
_DEFAULT_SIZE: Final = 10.0
_PATTERN_SHARE: Final = "pct"
_HIGHLIGHTS: Final = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "blue": "0000FF",
    "red": "FF0000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "black": "000000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
    "white": "FFFFFF",
}


@dataclass(frozen=True, slots=True)
class Format:
    """How text looks, None where nothing is said: colours as six hexadecimal digits, the size in points.

    The colour “auto” is the one that the reader's program chooses against the background.
    """

    colour: str | None = None
    size: float | None = None
    bold: bool | None = None
    font: str | None = None
    language: str | None = None
    shade: str | None = None
    hidden: bool | None = None

    def over(self, under: Format) -> Format:
        """Lay this format over another: where this one says nothing, the one under it holds."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        return replace(under, **{name: one for name, one in said.items() if one is not None})


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph stands: alignment, list, level of outline from 0, shade; None where nothing is said."""

    alignment: str | None = None
    numbering: str | None = None
    outline: int | None = None
    shade: str | None = None

    def over(self, under: Layout) -> Layout:
        """Lay this layout over another: where this one says nothing, the one under it holds."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        return replace(under, **{name: one for name, one in said.items() if one is not None})


#: Text or paragraphs, whichever is asked for.
_Said = TypeVar("_Said", Format, Layout)


class Styles:
    """The styles of a document; every look-up is worked out once."""

    def __init__(self, root: Any, theme: Any) -> None:
        self._theme_fonts = dict(_theme_fonts(theme))
        self._styles = {} if root is None else {one.get(q("w:styleId"), ""): one for one in root.iter(q("w:style"))}
        self._formats: dict[str, Format] = {}
        self._layouts: dict[str, Layout] = {}
        self.default_paragraph = self._default("paragraph")
        defaults = None if root is None else root.find(f"{q('w:docDefaults')}/{q('w:rPrDefault')}/{q('w:rPr')}")
        self.defaults = self.format_of(defaults).over(Format(size=_DEFAULT_SIZE, bold=False, hidden=False))

    def name(self, style: str) -> str:
        """The name of a style in small letters, such as “heading 1”; Word keeps it in English in every language."""
        return (value(self._styles.get(style), "w:name") or style).lower()

    def text(self, style: str) -> Format:
        """What a style and those it builds on say of text, without the defaults of the document."""
        if style not in self._formats:
            self._formats[style] = self._chained(style, lambda one: self.format_of(one.find(q("w:rPr"))), Format())
        return self._formats[style]

    def paragraph(self, style: str) -> Layout:
        """What a style and those it builds on say of paragraphs."""
        if style not in self._layouts:
            self._layouts[style] = self._chained(style, lambda one: layout_of(one.find(q("w:pPr"))), Layout())
        return self._layouts[style]

    def table(self, style: str, parts: tuple[str, ...]) -> Format:
        """What a table style says of cells in these parts of the table, such as firstRow; the later parts win."""
        found = self._chained(style, self._whole_table, Format())
        for part in parts:
            found = self._chained(style, partial(self._part, part), Format()).over(found)
        return found

    def format_of(self, properties: Any) -> Format:
        """What the properties of a run say."""
        if properties is None or not len(properties):
            return Format()
        size, fonts, language = value(properties, "w:sz"), properties.find(q("w:rFonts")), value(properties, "w:lang")
        return Format(
            colour=_colour(properties.find(q("w:color")), "w:val"),
            size=float(size) / _HALF_POINTS if size else None,
            bold=_switch(properties, "w:b"),
            font=self._font(fonts),
            language=language or None,
            shade=_HIGHLIGHTS.get(value(properties, "w:highlight") or "") or shade_of(properties),
            hidden=_switch(properties, "w:vanish"),
        )

    def _font(self, fonts: Any) -> str | None:
        if fonts is None:
            return None
        theme = fonts.get(q("w:asciiTheme"))
        return self._theme_fonts.get(theme[:5]) if theme else fonts.get(q("w:ascii"))

    def _default(self, kind: str) -> str:
        found = (name for name, one in self._styles.items() if one.get(q("w:type")) == kind)
        return next((name for name in found if self._styles[name].get(q("w:default")) == "1"), "")

    def _chain(self, style: str) -> Iterator[Any]:
        """A style and those that it builds on, each once, for a circle must not hold us."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "w:basedOn") or ""

    def _chained(self, style: str, read: Callable[[Any], _Said], nothing: _Said) -> _Said:
        found = nothing
        for one in self._chain(style):
            found = found.over(read(one))
        return found

    def _whole_table(self, style: Any) -> Format:
        return self.format_of(style.find(q("w:rPr"))).over(Format(shade=shade_of(style.find(q("w:tcPr")))))

    def _part(self, part: str, style: Any) -> Format:
        rule = next((one for one in style.findall(q("w:tblStylePr")) if one.get(q("w:type")) == part), None)
        return Format() if rule is None else self._whole_table(rule)


def layout_of(properties: Any) -> Layout:
    """What the properties of a paragraph say."""
    if properties is None or not len(properties):
        return Layout()
    level = value(properties, "w:outlineLvl")
    return Layout(
        alignment=value(properties, "w:jc") or None,
        numbering=value(properties.find(q("w:numPr")), "w:numId"),
        outline=int(level) if level and level.isdigit() else None,
        shade=shade_of(properties),
    )


def shade_of(properties: Any) -> str | None:
    """The colour behind, as the properties of a run, paragraph or cell give it; a pattern is mixed of its colours."""
    shade = None if properties is None else properties.find(q("w:shd"))
    if shade is None:
        return None
    kind, fill, ink = shade.get(q("w:val"), "clear"), _colour(shade, "w:fill"), _colour(shade, "w:color")
    fill = "FFFFFF" if fill in {None, "auto"} else fill
    if kind == "solid":
        return "000000" if ink in {None, "auto"} else ink
    if kind.startswith(_PATTERN_SHARE) and kind[3:].isdigit():
        return _mixed(fill or "FFFFFF", "000000" if ink in {None, "auto"} else str(ink), int(kind[3:]) / 100)
    return fill


def _mixed(paper: str, ink: str, share: float) -> str:
    pairs = ((int(paper[n : n + 2], 16), int(ink[n : n + 2], 16)) for n in (0, 2, 4))
    return "".join(f"{round(one * (1 - share) + other * share):02X}" for one, other in pairs)


def _colour(element: Any, attribute: str) -> str | None:
    found = None if element is None else element.get(q(attribute))
    if found is None or found == "auto":
        return found
    return (
        found.upper() if len(found) == len("RRGGBB") and all(one in "0123456789abcdefABCDEF" for one in found) else None
    )


def _switch(properties: Any, name: str) -> bool | None:
    return None if properties.find(q(name)) is None else is_on(properties, name)


def _theme_fonts(theme: Any) -> Iterator[tuple[str, str]]:
    """The fonts of the theme, under the first five letters by which text names them: minor, major."""
    for kind in () if theme is None else ("minor", "major"):
        for font in theme.iter(q(f"a:{kind}Font")):
            latin = font.find(q("a:latin"))
            if latin is not None:
                yield kind, latin.get("typeface", "")
