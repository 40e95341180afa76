"""Build the Word template that the overview takes its styles from; ``python scripts/build_template.py FILE``.

KOM can replace the template by one of its own with the same style names. Everything in this one is written here: a
package with styles, lists, settings, colours and an empty page, and no property or picture of any program.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

FONT = "Calibri"
BLUE, GREY, LINK = "1F3A5F", "555555", "0B4F9E"
#: A4, its margins and the width of the text between them, in twips (twentieths of a point).
PAGE_WIDTH, PAGE_HEIGHT, SIDE, TOP, BOTTOM, EDGE = 11906, 16838, 1417, 1417, 1247, 680
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE
#: The numbers of the lists: bullets, and chapters with their parts.
BULLETS, CHAPTERS = 1, 2
#: The zip format's earliest time stands for none.
NO_TIME = (1980, 1, 1, 0, 0, 0)

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "settings", "numbering", "fontTable")
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
#: The colours that Word offers those who change the document, as the theme format names them.
_COLOURS = dict(
    zip(
        ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink"),
        ("000000", "FFFFFF", BLUE, "DCE4EE", BLUE, "B5541C", "3B7A57", "F2C14E", "6B4C9A", GREY, LINK, "6B4C9A"),
        strict=True,
    )
)

#: Level, size in half points, space before and after in twips, colour.
HEADINGS = (
    (1, 60, 3400, 240, BLUE),
    (2, 40, 480, 160, BLUE),
    (3, 32, 400, 120, BLUE),
    (4, 27, 320, 100, GREY),
    (5, 23, 280, 60, BLUE),
)


def build(path: Path) -> None:
    """Write the template."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        for name, content in sorted(_files().items(), key=lambda file: (file[0] != "[Content_Types].xml", file[0])):
            part = zipfile.ZipInfo(name, NO_TIME)
            part.create_system = 0
            package.writestr(part, _HEAD + content)


def _files() -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml", "extended-properties": "docProps/app.xml"}),
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>",
        "word/_rels/document.xml.rels": _relations(
            {**{part: f"{part}.xml" for part in _PARTS}, "theme": "theme/theme1.xml"}
        ),
        "word/document.xml": f"<w:document {_W}><w:body>{_page()}</w:body></w:document>",
        "word/fontTable.xml": f'<w:fonts {_W}><w:font w:name="{FONT}"><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>',
        "word/numbering.xml": f"<w:numbering {_W}>{_lists()}</w:numbering>",
        "word/settings.xml": f"<w:settings {_W}>{_settings()}</w:settings>",
        "word/theme/theme1.xml": _theme(),
        "word/styles.xml": f"<w:styles {_W}>{''.join(_styles())}</w:styles>",
    }


def _content_types() -> str:
    overrides = {f"/word/{part}.xml": f"{_WORD_TYPE}.{part}+xml" for part in _PARTS}
    overrides["/word/document.xml"] = f"{_WORD_TYPE}.document.main+xml"
    overrides["/word/theme/theme1.xml"] = _THEME_TYPE
    overrides["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
        + "</Types>"
    )


def _relations(targets: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _page() -> str:
    return (
        f'<w:sectPr><w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/><w:pgMar w:top="{TOP}" w:right="{SIDE}" '
        f'w:bottom="{BOTTOM}" w:left="{SIDE}" w:header="{EDGE}" w:footer="{EDGE}" w:gutter="0"/>'
        '<w:cols w:space="708"/></w:sectPr>'
    )


def _settings() -> str:
    modern = 'w:uri="http://schemas.microsoft.com/office/word" w:val='
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:hyphenationZone w:val="425"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" {modern}"15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" {modern}"1"/>'
        f'<w:compatSetting w:name="enableOpenTypeFeatures" {modern}"1"/>'
        f'<w:compatSetting w:name="doNotFlipMirrorIndents" {modern}"1"/>'
        f'<w:compatSetting w:name="differentiateMultirowTableHeaders" {modern}"1"/></w:compat>'
        '<w:themeFontLang w:val="nb-NO"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    )


def _theme() -> str:
    """Colours and fonts; of each kind of effect the three plain ones that the format asks for."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fills = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    lines = '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="KOM"><a:themeElements>'
        f'<a:clrScheme name="KOM">{colours}</a:clrScheme>'
        f'<a:fontScheme name="KOM"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="KOM"><a:fillStyleLst>{fills}</a:fillStyleLst><a:lnStyleLst>'
        f"{lines}"
        f"</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fills}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _lists() -> str:
    """Bullets for List Bullet; 1 and 1.1 for Heading 2 and Heading 3, so that Word itself numbers the chapters."""
    levels = (("Heading2", "%1", 567), ("Heading3", "%1.%2", 737))
    chapters = "".join(_level(n, style, "decimal", sign, indent) for n, (style, sign, indent) in enumerate(levels))
    return (
        f'<w:abstractNum w:abstractNumId="{BULLETS}"><w:multiLevelType w:val="singleLevel"/>'
        f"{_level(0, 'ListBullet', 'bullet', '•', 340)}</w:abstractNum>"
        f'<w:abstractNum w:abstractNumId="{CHAPTERS}"><w:multiLevelType w:val="multilevel"/>{chapters}</w:abstractNum>'
        + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (BULLETS, CHAPTERS))
    )


def _level(n: int, style: str, form: str, sign: str, indent: int) -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>'
    )


def _styles() -> Iterator[str]:
    yield (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" '
        f'w:cs="{FONT}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="nb-NO" w:eastAsia="nb-NO" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    yield _style("paragraph", "Normal", paragraph="<w:widowControl/>" + _spacing(0, 140, 269), default=True)
    yield _style("character", "Default Paragraph Font", default=True)
    yield _style("table", "Normal Table", rest=_table_margins(108), default=True)
    yield _style("numbering", "No List", default=True)
    yield from _heading_styles()
    yield from _text_styles()
    yield from _contents_styles()
    yield from _table_styles()
    for name in ("header", "footer"):
        yield _text(name, size=18, colour=GREY, spacing=_spacing(0, 0, 240))
    yield _style("character", "Hyperlink", run=f'<w:color w:val="{LINK}"/><w:u w:val="single"/>')
    yield _style("character", "Strong", run="<w:b/><w:bCs/>")
    yield _style("character", "Emphasis", run="<w:i/><w:iCs/>")


def _heading_styles() -> Iterator[str]:
    numbered = {
        2: f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{CHAPTERS}"/></w:numPr>',
        3: f'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="{CHAPTERS}"/></w:numPr>',
    }
    for level, size, before, after, colour in HEADINGS:
        yield _style(
            "paragraph",
            f"heading {level}",
            base="Normal",
            paragraph="<w:keepNext/><w:keepLines/>"
            + numbered.get(level, "")
            + _spacing(before, after, 252)
            + f'<w:outlineLvl w:val="{level - 1}"/>',
            run=_font(size, bold=True, colour=colour),
        )


def _text_styles() -> Iterator[str]:
    kept = "<w:keepNext/>"
    yield _text("Subtitle", size=28, colour=GREY, spacing=_spacing(0, 120, 264))
    yield _text(
        "caption", size=20, bold=True, colour=BLUE, spacing=_spacing(240, 80, 240), keep=kept + "<w:keepLines/>"
    )
    bulleted = f'<w:numPr><w:numId w:val="{BULLETS}"/></w:numPr>'
    yield _text("List Bullet", spacing=bulleted + _spacing(0, 100, 259))
    yield _text("KOM Rulings", base="ListBullet", spacing=_spacing(0, 60, 259), keep=kept)
    yield _text("KOM Closing", keep=kept)
    yield _text("KOM After Table", spacing=_spacing(180, 140, 269))
    yield _text("KOM After Table Closing", base="KOMAfterTable", keep=kept)
    yield _text("KOM Lead", size=24, bold=True)
    yield _text("KOM Note", size=21, italic=True, spacing=_spacing(60, 100, 252), keep=kept)
    yield _text("KOM Source", size=19, colour=GREY, spacing=_spacing(60, 200, 240))
    yield _text("KOM Chart", spacing=_spacing(0, 200, 240))


def _contents_styles() -> Iterator[str]:
    """The entries end in a dotted line to their page, where they have a page number."""
    own_page, place = "<w:keepNext/><w:pageBreakBefore/>", _spacing(0, 200, 252)
    yield _text("KOM Contents Heading", size=40, bold=True, colour=BLUE, keep=own_page, spacing=place)
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    for name, bold, before, indent in (("toc 2", True, 120, 0), ("toc 3", False, 0, 454)):
        place = tab + _spacing(before, 20, 240) + f'<w:ind w:left="{indent}"/>'
        yield _text(name, bold=bold, spacing=place)


def _table_styles() -> Iterator[str]:
    """Thin grey lines, a shaded bold header row, a bold total row: shown by weight and line, not by colour alone."""
    line = 'w:val="single" w:sz="4" w:space="0" w:color="8A94A3"'
    borders = "".join(f"<w:{edge} {line}/>" for edge in ("top", "bottom", "insideH"))
    parts = "".join(
        f'<w:tblStylePr w:type="{part}"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr></w:tblStylePr>'
        for part, fill in (("firstRow", "DCE4EE"), ("lastRow", "F2F4F7"))
    )
    rest = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>{_table_margins(80, inside=True)}</w:tblPr>{parts}"
    yield _style("table", "KOM Table", base="NormalTable", rest=rest)
    for name, side in (("KOM Table Text", ""), ("KOM Table Number", '<w:jc w:val="right"/>')):
        yield _text(name, size=19, spacing=_spacing(40, 40, 240) + side)
        yield _text(f"{name} Kept", base=name.replace(" ", ""), keep="<w:keepNext/>")


def _table_margins(sides: int, *, inside: bool = False) -> str:
    margins = "".join(f'<w:{side} w:w="{sides}" w:type="dxa"/>' for side in ("left", "right"))
    cells = f"<w:tblCellMar>{margins}</w:tblCellMar>"
    return cells if inside else f"<w:tblPr>{cells}</w:tblPr>"


def _text(
    name: str,
    *,
    base: str = "Normal",
    size: int = 0,
    bold: bool = False,
    italic: bool = False,
    colour: str = "",
    spacing: str = "",
    keep: str = "",
) -> str:
    """A paragraph style; ``size`` in half points, 0 for that of the style it is based on."""
    run = _font(size, bold=bold, italic=italic, colour=colour)
    return _style("paragraph", name, base=base, paragraph=keep + spacing, run=run)


def _style(
    kind: str, name: str, *, base: str = "", paragraph: str = "", run: str = "", rest: str = "", default: bool = False
) -> str:
    """One style; its id is its name without spaces, with a capital."""
    return (
        f'<w:style w:type="{kind}" w:default="{int(default)}" '
        f'w:styleId="{(name[0].upper() + name[1:]).replace(" ", "")}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{base}"/>' if base else "")
        + ('<w:next w:val="Normal"/>' if name.startswith("heading") else "")
        + ("<w:qFormat/>" if kind == "paragraph" else "")
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + rest
        + "</w:style>"
    )


def _font(size: int, *, bold: bool = False, italic: bool = False, colour: str = "") -> str:
    return (
        ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")
    )


def _spacing(before: int, after: int, line: int) -> str:
    """Space before and after in twips; ``line`` in 240ths of a line."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


if __name__ == "__main__":
    build(Path(sys.argv[1]))
