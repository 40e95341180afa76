"""The program's own template: what a document needs is in it, and nothing of anybody else's."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from documents.word_file import opened, parts, values
from kom_rulings.documents.word import REQUIRED_STYLES, TEMPLATE

ROOT = Path(__file__).parents[2]
FILES = parts(TEMPLATE.read_bytes())
STYLES = parse_xml(FILES["word/styles.xml"])


def test_it_is_what_the_script_builds_the_same_each_time(tmp_path: Path) -> None:
    specification = importlib.util.spec_from_file_location("build_template", ROOT / "scripts" / "build_template.py")
    assert specification is not None
    assert specification.loader is not None
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    script.build(tmp_path / "built.docx")
    assert (tmp_path / "built.docx").read_bytes() == TEMPLATE.read_bytes()


def test_it_has_every_style_that_a_document_needs_and_no_title() -> None:
    names = {style.name.lower() for style in opened(TEMPLATE.read_bytes()).styles}
    assert {name.lower() for name in REQUIRED_STYLES} <= names
    assert "title" not in names


def test_every_style_list_and_next_style_that_is_named_is_there() -> None:
    ids = set(values(STYLES, "w:style", "w:styleId"))
    numbering = parse_xml(FILES["word/numbering.xml"])
    assert set(values(STYLES, "w:basedOn")) | set(values(STYLES, "w:next")) | set(values(numbering, "w:pStyle")) <= ids
    assert set(values(STYLES, "w:numId")) <= set(values(numbering, "w:num", "w:numId"))


def test_chapters_and_their_parts_are_numbered_by_a_list_that_names_their_styles() -> None:
    numbering = parse_xml(FILES["word/numbering.xml"])
    levels = {values(one, "w:pStyle")[0]: values(one, "w:lvlText")[0] for one in numbering.iter(qn("w:lvl"))}
    assert levels == {"ListBullet": "•", "Heading2": "%1", "Heading3": "%1.%2"}


def test_the_page_numbers_of_the_contents_stand_inside_the_indents() -> None:
    """LibreOffice does not show what stands beyond the right indent of its paragraph."""
    for style in (one for one in STYLES.iter(qn("w:style")) if one.get(qn("w:styleId")).startswith("Toc")):
        assert values(style, "w:tab", "w:pos") == ["9072"]
        assert values(style, "w:ind", "w:right") == [None]


def test_it_speaks_norwegian_and_counts_with_a_comma() -> None:
    settings = FILES["word/settings.xml"].decode()
    assert values(STYLES, "w:lang") == ["nb-NO"]
    for said in ('themeFontLang w:val="nb-NO"', 'decimalSymbol w:val=","', 'listSeparator w:val=";"'):
        assert said in settings
    assert 'compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings


def test_nothing_in_it_is_of_a_person_or_another_program() -> None:
    assert not [name for name in FILES if "core" in name or "thumbnail" in name or "custom" in name.lower()]
    assert "rsid" not in "".join(part.decode() for part in FILES.values())


def test_widows_are_held_everywhere() -> None:
    defaults, normal = STYLES.find(qn("w:docDefaults")), STYLES.find(qn("w:style"))
    assert all(list(one.iter(qn("w:widowControl"))) for one in (defaults, normal))


def test_no_text_is_smaller_than_nine_points_or_justified() -> None:
    assert min(int(size) for size in values(STYLES, "w:sz") if size) >= 8
    sizes = [int(size) for style in STYLES.iter(qn("w:rPr")) for size in values(style, "w:sz")]
    assert min(sizes) >= 18
    assert set(values(STYLES, "w:jc")) <= {"left", "right"}


def light(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("paper", ["FFFFFF", *sorted(set(values(STYLES, "w:shd", "w:fill")))])
def test_every_colour_of_text_can_be_read_on_every_ground(paper: str) -> None:
    colours = {one.get(qn("w:val")) for one in STYLES.iter(qn("w:color"))}
    assert len(colours) >= 3
    for colour in colours:
        assert (light(paper) + 0.05) / (light(colour) + 0.05) >= 4.5, f"{colour} on {paper}"
