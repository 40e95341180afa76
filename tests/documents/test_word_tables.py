"""Tables of the Word document: headers that repeat, rows that stay whole, widths that agree, words to be heard."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from docx.oxml.ns import qn

from documents.outlines import CASES, TABLE
from documents.word_file import body, outline, values
from kom_rulings.documents.outline import Heading, Landscape, Paragraph, Portrait, TableBlock, text
from kom_rulings.documents.word import render

SOURCE = Paragraph(text("Kilde."), "source")


def long_table(rows: int, *, numeric: int = 0) -> TableBlock:
    cells = (text("1"), text("Saken"), text("Tingrett"))
    return replace(CASES, rows=(cells,) * rows, numeric=numeric)


def test_the_header_repeats_rows_are_whole_and_it_tells_what_it_holds() -> None:
    table = body(render(outline(TABLE))).find(qn("w:tbl"))
    rows = table.findall(qn("w:tr"))
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True, False, False, False]
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
    assert values(table, "w:tblCaption") == [TABLE.caption]
    assert values(table, "w:tblDescription") == [TABLE.description]


@pytest.mark.parametrize(("total", "look"), [(True, "06E0"), (False, "06A0")])
def test_the_look_says_which_rows_and_columns_are_heads(total: bool, look: str) -> None:
    table = body(render(outline(replace(TABLE, total=total)))).find(qn("w:tbl"))
    found = table.find(f".//{qn('w:tblLook')}")
    names = ("val", "firstRow", "firstColumn", "lastRow", "noHBand")
    assert [found.get(qn(f"w:{name}")) for name in names] == [look, "1", "1", str(int(total)), "1"]


@pytest.mark.parametrize("across", [False, True])
def test_widths_are_fixed_agree_and_fill_the_page(across: bool) -> None:
    content = render(outline(*([Landscape()] if across else []), CASES, SOURCE, Portrait(), SOURCE))
    table = body(content).find(qn("w:tbl"))
    grid = [int(width) for width in values(table, "w:gridCol", "w:w")]
    for row in table.findall(qn("w:tr")):
        assert [int(width) for width in values(row, "w:tcW", "w:w")] == grid
    assert values(table, "w:tblW", "w:w") == [str(sum(grid))]
    assert values(table, "w:tblLayout", "w:type") == ["fixed"]
    text_width = (16838 if across else 11906) - 2 * 1417
    assert text_width - len(grid) <= sum(grid) <= text_width


def test_numbers_stand_to_the_right_by_their_style() -> None:
    table = body(render(outline(TABLE))).find(qn("w:tbl"))
    styles = [[style.removesuffix("Kept") for style in values(row, "w:pStyle")] for row in table.findall(qn("w:tr"))]
    assert styles == [["KOMTableText", "KOMTableNumber", "KOMTableNumber"]] * 4


def kept(table: TableBlock, *following: Paragraph | Heading) -> list[bool]:
    """For each row whether it stays with the next."""
    rows = body(render(outline(table, *following))).find(qn("w:tbl")).findall(qn("w:tr"))
    return [all(style.endswith("Kept") for style in values(row, "w:pStyle")) for row in rows]


def test_a_table_of_numbers_stays_on_one_page_with_what_explains_it() -> None:
    assert kept(TABLE, SOURCE) == [True, True, True, True]
    assert kept(TABLE, Heading(2, "Neste", "next")) == [True, True, True, False]


def test_of_a_long_table_the_header_stays_with_the_first_row_and_the_last_with_what_explains_it() -> None:
    assert kept(long_table(40), SOURCE) == [True, *[False] * 39, True]
    assert kept(long_table(40), Heading(2, "Neste", "next")) == [True, *[False] * 40]


def test_a_table_of_numbers_that_is_longer_than_a_page_is_not_held_together() -> None:
    assert kept(long_table(28, numeric=1)) == [*[True] * 28, False]
    assert kept(long_table(31, numeric=1)) == [True, *[False] * 31]


def test_no_cell_is_empty_merged_or_without_a_paragraph() -> None:
    empty = replace(TABLE, rows=((text(""), text(" "), ()), *TABLE.rows[1:]))
    found = body(render(outline(empty))).find(qn("w:tbl"))
    words = ["".join(one.text for one in cell.iter(qn("w:t"))) for cell in found.iter(qn("w:tc"))]
    assert words[3:6] == ["–", "–", "–"]
    assert not list(found.iter(qn("w:gridSpan"), qn("w:vMerge")))


def test_forty_cases_keep_their_order() -> None:
    rows = tuple((text(str(n)), text(f"Sak {n}"), text("Tingrett")) for n in range(40))
    found = body(render(outline(replace(CASES, rows=rows)))).find(qn("w:tbl"))
    numbers = [int(row.find(f".//{qn('w:t')}").text) for row in found.findall(qn("w:tr"))[1:]]
    assert len(numbers) == 40
    assert all(after == before + 1 for before, after in pairwise(numbers))
