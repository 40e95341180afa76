"""Build the Word template that the overview takes its styles from; ``python scripts/build_template.py FILE``.

KOM can replace the template by one of its own with the same style names. This one begins with the library's default
document and leaves nothing of it but the parts that Word needs: properties, thumbnail, languages and unused styles go.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Calibri"
BLUE = RGBColor(0x1F, 0x3A, 0x5F)
GREY = RGBColor(0x55, 0x55, 0x55)
#: Names of the library's styles that stay, in its English names, which Word shows in the reader's language.
KEPT = {
    *("Normal", "Default Paragraph Font", "Normal Table", "No List", "Header", "Footer", "List Bullet", "Caption"),
    *("Heading 1", "Heading 2", "Heading 3", "Heading 4", "Subtitle", "Hyperlink"),
}
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPERTIES = _HEAD + (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>"
)
_FONTS = _HEAD + (
    b'<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:font w:name="Calibri"><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
#: Size, space before and after in points.
HEADINGS = {1: (30, 170, 12), 2: (18, 24, 8), 3: (14, 18, 6), 4: (12, 14, 4)}


def build(path: Path) -> None:
    """Write the template."""
    document = Document()
    _remove_leftovers(document)
    _page(document)
    _language(document)
    _styles(document)
    document.save(str(path))


def _remove_leftovers(document: Any) -> None:
    properties = document.core_properties
    for name in ("author", "comments", "last_modified_by", "keywords", "subject", "title", "category"):
        setattr(properties, name, "")
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]
        elif relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            relation.target_part._blob = _PROPERTIES
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith(("/customXml", "/stylesWithEffects")):
            del document.part.rels[key]
        elif relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            relation.target_part._blob = _FONTS
    for style in list(document.styles):
        if style.name not in KEPT:
            style.delete()
    latent = document.styles.element.find(qn("w:latentStyles"))
    if latent is not None:
        document.styles.element.remove(latent)


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.2)


def _language(document: Any) -> None:
    fonts = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(fonts):
        fonts.remove(child)
    family = OxmlElement("w:rFonts")
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        family.set(qn(name), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nb-NO")
    language.set(qn("w:eastAsia"), "nb-NO")
    language.set(qn("w:bidi"), "ar-SA")
    fonts.extend([family, language])
    settings = document.settings.element
    _setting(settings, "w:themeFontLang", "nb-NO")
    _setting(settings, "w:decimalSymbol", ",")
    _setting(settings, "w:listSeparator", ";")
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")


def _setting(settings: Any, name: str, value: str) -> None:
    element = settings.find(qn(name))
    if element is not None:
        for key in list(element.attrib):
            del element.attrib[key]
        element.set(qn("w:val"), value)


def _styles(document: Any) -> None:
    styles = document.styles
    _font(styles["Normal"], 11)
    _spacing(styles["Normal"], 0, 7, 1.12)
    styles["Normal"].paragraph_format.widow_control = True
    for level, (size, before, after) in HEADINGS.items():
        style = styles[f"Heading {level}"]
        _font(style, size, bold=True, colour=BLUE)
        _spacing(style, before, after, 1.05)
        style.paragraph_format.keep_with_next = True
    _font(styles["Subtitle"], 14, colour=GREY)
    _spacing(styles["Subtitle"], 0, 6, 1.1)
    _font(styles["Caption"], 10, bold=True, colour=BLUE)
    _spacing(styles["Caption"], 12, 4, 1.0)
    styles["Caption"].paragraph_format.keep_with_next = True
    _font(styles["List Bullet"], 11)
    _spacing(styles["List Bullet"], 0, 3, 1.08)
    for name in ("Header", "Footer"):
        _font(styles[name], 9, colour=GREY)
    _own_paragraph_styles(styles)
    _ruling_list(styles)
    _hyperlink(styles)
    _table_style(styles)


def _own_paragraph_styles(styles: Any) -> None:
    for name, size, options in (
        ("KOM Closing", 11, {}),
        ("KOM Lead", 12, {"bold": True}),
        ("KOM Note", 10.5, {"italic": True}),
        ("KOM Source", 9.5, {"colour": GREY}),
        ("KOM Contents Heading", 18, {"bold": True, "colour": BLUE}),
        ("KOM Contents 1", 11, {"bold": True}),
        ("KOM Contents 2", 11, {}),
        ("KOM Table Text", 9.5, {}),
        ("KOM Table Number", 9.5, {}),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _font(style, size, **options)
    _spacing(styles["KOM Closing"], 0, 7, 1.12)
    styles["KOM Closing"].paragraph_format.keep_with_next = True
    _spacing(styles["KOM Source"], 3, 10, 1.0)
    _spacing(styles["KOM Note"], 3, 5, 1.05)
    styles["KOM Note"].paragraph_format.keep_with_next = True
    _spacing(styles["KOM Contents Heading"], 0, 10, 1.05)
    styles["KOM Contents Heading"].paragraph_format.page_break_before = True
    _spacing(styles["KOM Contents 1"], 6, 1, 1.0)
    _spacing(styles["KOM Contents 2"], 0, 1, 1.0)
    styles["KOM Contents 2"].paragraph_format.left_indent = Cm(0.8)
    for name in ("KOM Table Text", "KOM Table Number"):
        _spacing(styles[name], 2, 2, 1.0)
    _justify(styles["KOM Table Number"], "right")


def _ruling_list(styles: Any) -> None:
    """The list of a case's rulings, held on the page of the summary that follows."""
    style = styles.add_style("KOM Rulings", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["List Bullet"]
    style.paragraph_format.keep_with_next = True


def _hyperlink(styles: Any) -> None:
    style = (
        styles["Hyperlink"]
        if "Hyperlink" in [s.name for s in styles]
        else styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    )
    style.font.color.rgb = RGBColor(0x0B, 0x4F, 0x9E)
    style.font.underline = True


def _table_style(styles: Any) -> None:
    """Thin grey lines, a shaded bold header row, a bold total row: shown by weight and line, not by colour alone."""
    style = styles.add_style("KOM Table", WD_STYLE_TYPE.TABLE)
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "8A94A3")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "80")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.extend([borders, margins])
    style.element.append(properties)
    for part, fill in (("firstRow", "DCE4EE"), ("lastRow", "F2F4F7")):
        style.element.append(_conditional(part, fill))


def _conditional(part: str, fill: str) -> Any:
    rule = OxmlElement("w:tblStylePr")
    rule.set(qn("w:type"), part)
    run = OxmlElement("w:rPr")
    run.append(OxmlElement("w:b"))
    cell = OxmlElement("w:tcPr")
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shade.set(qn(f"w:{name}"), value)
    cell.append(shade)
    rule.extend([run, cell])
    return rule


def _font(style: Any, size: float, *, bold: bool = False, italic: bool = False, colour: RGBColor | None = None) -> None:
    properties = style.element.find(qn("w:rPr"))
    if properties is not None:
        style.element.remove(properties)
    font = style.font
    font.name, font.size = FONT, Pt(size)
    font.bold, font.italic = bold or None, italic or None
    if colour is not None:
        font.color.rgb = colour


def _spacing(style: Any, before: float, after: float, line: float) -> None:
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    layout.line_spacing = line


def _justify(style: Any, side: str) -> None:
    alignment = OxmlElement("w:jc")
    alignment.set(qn("w:val"), side)
    style.element.get_or_add_pPr().append(alignment)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
