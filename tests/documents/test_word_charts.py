"""Charts of the Word document: native, editable, told in words, and to be read without colours."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from documents.outlines import CHART, TABLE
from documents.word_file import body, opened, outline, paragraphs, parts
from kom_rulings.documents.outline import ChartBlock, Series
from kom_rulings.documents.word import render
from kom_rulings.documents.word.chart_sheet import ChartSheet

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SINGLE = replace(CHART, series=(Series("Saker", (3, 12)),))


def drawn(block: ChartBlock, **changes: Any) -> Any:
    """The chart part."""
    return parse_xml(parts(render(outline(block, **changes)))["word/charts/chart1.xml"])


def said(element: Any, path: str) -> list[str]:
    return [one.get("val") if one.text is None else one.text for one in element.iterfind(path)]


def test_the_paragraph_leads_to_the_chart_part_and_that_to_its_workbook() -> None:
    content = render(outline(CHART))
    key = body(content).find(f".//{C}chart").get(f"{R}id")
    chart = opened(content).part.rels[key].target_part
    assert (chart.partname, chart.content_type.rpartition(".")[2]) == ("/word/charts/chart1.xml", "chart+xml")
    data = parse_xml(chart.blob).find(f"{C}externalData")
    workbook = chart.rels[data.get(f"{R}id")].target_part
    assert workbook.partname == "/word/embeddings/Workbook1.xlsx"
    assert workbook.content_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert said(data, f"{C}autoUpdate") == ["0"]


def cells(content: bytes, n: int = 1) -> tuple[str, dict[str, str]]:
    """The name of the sheet in the workbook of a chart, and what its cells hold."""
    book = parts(parts(content)[f"word/embeddings/Workbook{n}.xlsx"])
    shared = ["".join(item.itertext()) for item in parse_xml(book["xl/sharedStrings.xml"])]
    found = {}
    for cell in parse_xml(book["xl/worksheets/sheet1.xml"]).iter(f"{S}c"):
        assert cell.find(f"{S}f") is None, "no cell is a formula"
        value = cell.find(f"{S}v").text
        found[cell.get("r")] = shared[int(value)] if cell.get("t") == "s" else value
    return parse_xml(book["xl/workbook.xml"]).find(f".//{S}sheet").get("name"), found


def test_the_workbook_holds_what_the_formulas_of_the_chart_point_to() -> None:
    content = render(outline(CHART))
    sheet, held = cells(content)
    chart = parse_xml(parts(content)["word/charts/chart1.xml"])
    formulas = [one.text for one in chart.iter(f"{C}f")]
    assert formulas == [f"'{sheet}'!${at}" for at in ("B$1", "A$2:$A$3", "B$2:$B$3", "C$1", "A$2:$A$3", "C$2:$C$3")]
    columns = (("År", "2016", "2017"), ("Seksuelle ytelser", "2", "0"), ("Tvangsarbeid", "0", "1"))
    assert held == {
        f"{letter}{n}": word for letter, column in zip("ABC", columns, strict=True) for n, word in enumerate(column, 1)
    }
    cached = [one.text for one in chart.iter(f"{C}v")]
    assert cached == ["Seksuelle ytelser", "2016", "2017", "2", "0", "Tvangsarbeid", "2016", "2017", "0", "1"]


@pytest.mark.parametrize(("language", "name"), [("nb", "Tall i figuren"), ("en", "Numbers of the chart")])
def test_the_sheet_and_the_chart_speak_the_language_of_the_document(language: str, name: str) -> None:
    content = render(outline(CHART, language=language))
    assert cells(content)[0] == name
    expected = {"nb": "nb-NO", "en": "en-GB"}[language]
    assert said(parse_xml(parts(content)["word/charts/chart1.xml"]), f"{C}lang") == [expected]


def test_the_workbook_tells_the_day_of_the_document_and_nobody_but_the_unit() -> None:
    book = parts(parts(render(outline(CHART)))["word/embeddings/Workbook1.xlsx"])
    properties = book["docProps/core.xml"].decode()
    assert "2021-12-31T00:00:00Z" in properties
    assert str(dt.datetime.now(dt.UTC).year) not in properties
    assert "Koordineringsenheten" in properties


@pytest.mark.parametrize(
    "words", ["=1+1", "=HYPERLINK(0)", "{=A1}", "007", "https://a.no", "-", "x" * 300, "\x00\ud800"]
)
def test_words_are_words_in_the_workbook_whatever_they_look_like(words: str) -> None:
    block = replace(CHART, categories=(words, "b"), category_title=words, series=(Series(words, (1, 2)),))
    held = cells(render(outline(block)))[1]
    assert held.get("A2", "") == held.get("B1", "") == ("" if words == "\x00\ud800" else words)


def test_the_drawing_stands_in_the_line_with_title_description_and_a_number_of_its_own() -> None:
    found = body(render(outline(CHART, TABLE, replace(SINGLE, anchor="other"))))
    drawings = list(found.iter(qn("wp:docPr")))
    assert [(one.get("name"), one.get("title"), one.get("descr")) for one in drawings] == [
        ("Figur 1", CHART.caption, CHART.description),
        ("Figur 2", SINGLE.caption, SINGLE.description),
    ]
    assert len({one.get("id") for one in drawings}) == 2
    assert not list(found.iter(qn("wp:anchor")))


def test_the_caption_stands_above_and_stays_with_the_chart() -> None:
    content = render(outline(CHART))
    assert [style for style, _ in paragraphs(content)] == ["Heading 1", "Caption", "KOM Chart"]
    assert opened(content).styles["Caption"].paragraph_format.keep_with_next


def test_a_chart_fits_between_the_margins() -> None:
    wide = replace(CHART, categories=tuple(f"Kategori {n}" for n in range(40)), series=(Series("a", (1,) * 40),))
    extent = body(render(outline(wide))).find(f".//{qn('wp:extent')}")
    assert int(extent.get("cx")) <= (11906 - 2 * 1417) * 635
    assert int(extent.get("cy")) <= 12 * 360_000


def test_several_series_are_stacked_with_a_legend_and_one_has_its_numbers_on_top() -> None:
    stacked, single = drawn(CHART), drawn(SINGLE)
    assert (said(stacked, f".//{C}grouping"), said(single, f".//{C}grouping")) == (["stacked"], ["clustered"])
    assert (len(list(stacked.iter(f"{C}legend"))), len(list(single.iter(f"{C}legend")))) == (1, 0)
    assert (said(stacked, f".//{C}dLblPos"), said(single, f".//{C}dLblPos")) == (["ctr", "ctr"], ["outEnd"])


def test_numbers_stand_in_the_parts_of_low_columns_only() -> None:
    high = replace(CHART, series=(Series("a", (40, 2)), Series("b", (1, 1))))
    assert len(list(drawn(CHART).iter(f"{C}dLbls"))) == 2
    assert not list(drawn(high).iter(f"{C}dLbls"))


@pytest.mark.parametrize(
    ("tallest", "step"), [(0, "1"), (1, "1"), (6, "1"), (7, "2"), (12, "2"), (30, "5"), (55, "10")]
)
def test_the_axis_counts_in_whole_numbers_from_nought(tallest: int, step: str) -> None:
    axis = drawn(replace(CHART, series=(Series("a", (tallest, 0)),))).find(f".//{C}valAx")
    assert said(axis, f"{C}majorUnit") == [step]
    assert said(axis, f"{C}scaling/{C}min") == ["0"]
    assert [one.get("formatCode") for one in axis.iter(f"{C}numFmt")] == ["0"]


def test_the_axes_are_shown_and_named() -> None:
    chart = drawn(CHART)
    assert said(chart, f".//{C}delete") == ["0", "0"]
    assert [one.text for one in chart.iter(f"{A}t")] == ["År", "Saker"]


def test_series_differ_in_pattern_and_stand_out_from_the_paper() -> None:
    many = replace(CHART, series=tuple(Series(f"Serie {n}", (n, 1)) for n in range(8)))
    chart = drawn(many)
    fills = [one.find(f"{C}spPr")[0] for one in chart.iter(f"{C}ser")]
    assert len({(one.tag, one.get("prst")) for one in fills}) == 8
    colours = [next(one.iter(f"{A}srgbClr")).get("val") for one in fills]
    assert len(set(colours)) == 8
    assert min(contrast_to_white(colour) for colour in colours) >= 3


def contrast_to_white(colour: str) -> float:
    parts_of_light = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts_of_light)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_no_letter_in_a_chart_is_smaller_than_nine_points() -> None:
    sizes = [int(one.get("sz")) for one in drawn(CHART).iter(f"{A}defRPr", f"{A}rPr")]
    assert min(sizes) >= 900


@pytest.mark.parametrize(
    ("categories", "turned"), [(("2016", "2017"), False), (tuple(map(str, range(2003, 2025))), True)]
)
def test_names_are_slanted_where_they_would_run_into_each_other(categories: tuple[str, ...], turned: bool) -> None:
    block = replace(CHART, categories=categories, series=(Series("a", (1,) * len(categories)),))
    body_of_letters = drawn(block).find(f".//{C}catAx/{C}txPr/{A}bodyPr")
    assert (body_of_letters.get("rot") is not None) == turned


def test_long_names_make_the_chart_higher_so_that_the_columns_keep_their_height() -> None:
    def height(categories: tuple[str, ...]) -> int:
        block = replace(CHART, categories=categories, series=(Series("a", (1,) * len(categories)),))
        return int(body(render(outline(block))).find(f".//{qn('wp:extent')}").get("cy"))

    assert height(("Menneskehandelsbestemmelsen i straffeloven av 1902",) * 8) > height(("2016",) * 8)


@pytest.mark.parametrize(
    "block",
    [
        replace(CHART, categories=(), series=(Series("a", ()),)),
        replace(CHART, series=()),
        replace(CHART, categories=(), series=()),
        replace(CHART, series=(Series("a", (0, 0)), Series("b", (0, 0)))),
    ],
    ids=["no categories", "no series", "nothing at all", "noughts"],
)
def test_a_chart_of_nothing_is_still_a_sound_document(block: ChartBlock) -> None:
    chart = drawn(block)
    assert len(list(chart.iter(f"{C}ser"))) == len(block.series)


@pytest.mark.parametrize(
    ("series", "letters"), [(0, "B"), (24, "Z"), (25, "AA"), (51, "BA"), (700, "ZZ"), (701, "AAA")]
)
def test_columns_have_the_letters_of_a_workbook(series: int, letters: str) -> None:
    assert ChartSheet("Sheet", 3).values_of(series) == f"'Sheet'!${letters}$2:${letters}$4"


def test_an_apostrophe_in_the_name_of_a_sheet_is_doubled() -> None:
    assert ChartSheet("KOM's", 1).categories == "'KOM''s'!$A$2:$A$2"
