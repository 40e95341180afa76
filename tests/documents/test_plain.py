"""The text for a newsletter: readable without marks, one paragraph one line, addresses after what links outward."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from documents.outlines import CASES, CHART, SAMPLE, TABLE, nasty_outlines
from kom_rulings.documents.cleaning import one_line
from kom_rulings.documents.numbering import numbered
from kom_rulings.documents.outline import Block, Bullets, Contents, Heading, Outline, Paragraph, Run, TableBlock, text
from kom_rulings.documents.plain import newsletter


def of(*blocks: Block) -> str:
    return newsletter(numbered(replace(SAMPLE, blocks=blocks)))


def test_a_newsletter_reads_as_its_golden_text(snapshot: Callable[[str, str], None]) -> None:
    snapshot("document-sample.txt", newsletter(SAMPLE))


@pytest.mark.parametrize(("level", "written"), [(1, "Tall\n===="), (2, "1 Tall\n------"), (3, "0.1 Tall"), (4, "Tall")])
def test_headings_stand_out(level: int, written: str) -> None:
    assert of(Heading(level, "Tall", "numbers")) == f"{written}\n"


def test_a_paragraph_is_one_line_however_long() -> None:
    assert of(Paragraph(text("ord " * 100)), Paragraph(text("a\nb"))) == f"{'ord ' * 99}ord\n\na b\n"


@pytest.mark.parametrize(
    ("run", "written"),
    [
        (Run("§ 257", link="https://lovdata.no/x"), "§ 257 (https://lovdata.no/x)"),
        (Run("https://lovdata.no/x", link="https://lovdata.no/x"), "https://lovdata.no/x"),
        (Run("Skriv", link="mailto:kom@example.org"), "Skriv (kom@example.org)"),
        (Run("kom@example.org", link="mailto:kom@example.org"), "kom@example.org"),
        (Run("saken", link="#case-a"), "saken"),
        (Run("klikk", link="javascript:alert(1)"), "klikk"),
    ],
)
def test_a_link_outward_is_followed_by_its_address(run: Run, written: str) -> None:
    assert of(Paragraph((run,))) == f"{written}\n"


def test_a_list_has_dashes() -> None:
    assert of(Bullets((text("én"), text(""), text("to")))) == "– én\n– to\n"


def test_a_narrow_table_is_aligned() -> None:
    assert of(TABLE).splitlines() == [
        *("Tabell 1. Domfellelser etter år", ""),
        "År      Totalt  Rettskraftig",
        "------  ------  ------------",
        "2016         2             1",
        "2017         1             1",
        "Totalt       3             2",
    ]


def test_the_words_of_a_long_head_stand_under_each_other() -> None:
    heads = ("Form for utnyttelse", "Ikke rettskraftig eller ikke kjent")
    one = TableBlock("Tall", "", heads, ((text("tvangsarbeid"), text("2")),), (50, 50), numeric=1)
    assert of(one).splitlines()[2:] == [
        *("                      Ikke", "              rettskraftig", "Form for        eller ikke"),
        *("utnyttelse           kjent", "------------  ------------", "tvangsarbeid             2"),
    ]


def test_a_table_wider_than_a_line_is_told_row_by_row() -> None:
    written = of(CASES)
    assert "Sak: Siliadin v. France\n" in written
    assert "(73316/01 (https://hudoc.echr.coe.int/eng?i=001-69891))" in written
    assert "---" not in written


def test_a_chart_is_told_in_words_and_contents_are_left_out() -> None:
    assert of(Contents("Innhold"), CHART) == (
        "Figur 1. Domfellelser etter år og form\n\n2016: to saker om seksuelle ytelser. 2017: én om tvangsarbeid. "
        "Figuren vises ikke her. Tallene står i en tabell i samme del.\n"
    )


@given(nasty_outlines())
@settings(deadline=None)
def test_no_text_runs_over_its_line(outline: Outline) -> None:
    """What is written is one part after the other; a text adds no line and no control of its own."""
    written = newsletter(outline)
    assert not set(written) & set("\x00\x07\r\x0b\x1b\u2028\u202e\u2066\x85")
    parts = [newsletter(replace(outline, blocks=(block,))).removesuffix("\n") for block in outline.blocks]
    assert written == "\n\n".join(filter(None, parts)) + "\n"
    for block, part in zip(outline.blocks, parts, strict=True):
        match block:
            case Paragraph(runs):
                assert "\n" not in part
                assert all(one_line(run.text).strip() in part for run in runs)
            case Bullets(items):
                assert part.count("\n") <= max(0, len(items) - 1)
            case Heading():
                assert part.count("\n") <= 1
