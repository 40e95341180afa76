"""Word files become plain headings, paragraphs and tables, as Word shows them."""

from __future__ import annotations

import pytest

from kom_rulings.pages.page import Block, SavedPage
from kom_rulings.pages.reading import page_of
from kom_rulings.wording import wording
from sources.word_files import docx_from, part_of, repacked

BODY = "word/document.xml"
LEVEL = '<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'


def page(description: str) -> SavedPage:
    return page_of(docx_from(description), "fil.docx")


def with_xml(inside: str, numbering: str = "") -> SavedPage:
    """A page of paragraphs in Word's own markup."""
    content = docx_from("Slutt")
    changes: dict[str, bytes | None] = {
        BODY: part_of(content, BODY).replace(b"<w:body>", b"<w:body>" + inside.encode())
    }
    if numbering:
        name = "word/numbering.xml"
        head, _, _ = part_of(content, name).partition(b"<w:abstractNum ")
        changes[name] = head + numbering.encode() + b"</w:numbering>"
    return page_of(repacked(content, changes), "fil.docx")


def paragraph(inside: str, about: str = "") -> str:
    return f"<w:p><w:pPr>{about}</w:pPr>{inside}</w:p>"


def run(text: str, about: str = "") -> str:
    return f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(saved: SavedPage) -> list[str]:
    return [block.text for block in saved.blocks if block.text != "Slutt"]


def test_headings_paragraphs_tables_and_links_come_in_their_order() -> None:
    saved = page(
        "property title: Oversikt\nproperty author: KOM\n\n# Domfellelser\n\n## Høyesterett\n\nen linje\nog en til, "
        "[link: https://example.org/a HR-2099-1-A]\n\n| Dom | Utfall |\n| LB-2099-1 | **domfelt** |"
        "\n\n[style: Note] til slutt"
    )
    parts = [
        (part.text, part.level, part.styles) if isinstance(part, Block) else (part.rows, -1, ()) for part in saved.parts
    ]
    assert parts == [
        ("Domfellelser", 1, ("heading 1",)),
        ("Høyesterett", 2, ("heading 2",)),
        ("en linje\nog en til, HR-2099-1-A", 0, ("normal",)),
        ((("Dom", "Utfall"), ("LB-2099-1", "domfelt")), -1, ()),
        ("til slutt", 0, ("note",)),
    ]
    assert [link.address for block in saved.blocks for link in block.links] == ["https://example.org/a"]
    assert (saved.form, saved.title, saved.metadata["creator"]) == ("docx", "Oversikt", "KOM")
    assert (saved.address, saved.retrieved, saved.remarks) == (None, None, ())


@pytest.mark.parametrize(("text", "look"), [("**a** **b**", "bold"), ("**a** b", ""), ("*a*", "italic"), ("a", "")])
def test_the_look_is_that_of_the_whole_paragraph(text: str, look: str) -> None:
    block = next(page(text).blocks)
    assert " ".join(name for name in ("bold", "italic", "centred") if getattr(block, name)) == look


def test_items_have_the_numbers_that_word_shows() -> None:
    saved = page("1. en\n2. to\n\nmellom\n\n1. tre")
    assert [(block.number, block.text) for block in saved.blocks] == [
        ("1.", "en"),
        ("2.", "to"),
        ("", "mellom"),
        ("3.", "tre"),
    ]


def numbered(list_id: int, level: int, text: str) -> str:
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_levels_count_within_the_level_above_and_lists_start_where_they_say() -> None:
    levels = "".join(
        LEVEL.format(n=n, start=start, kind=kind, text=text)
        for n, (start, kind, text) in enumerate(
            [(1, "decimal", "(%1)"), (1, "lowerLetter", "%1%2)"), (3, "upperRoman", "%3:"), (1, "bullet", "•")]
        )
    )
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>'
    lists = (
        f'<w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="5"/>{again}</w:num>'
    )
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 3), (2, 0), (2, 0), (7, 0), (0, 0)]
    saved = with_xml("".join(numbered(list_id, level, "x") for list_id, level in places), lists)
    blocks = [block for block in saved.blocks if block.text == "x"]
    assert [block.number for block in blocks] == ["(1)", "1a)", "1b)", "III:", "(2)", "2a)", "", "(9)", "(10)", "", ""]
    assert [block.inside for block in blocks[:1] + blocks[6:7] + blocks[-1:]] == [("ol",), ("ul",), ()]


@pytest.mark.parametrize(
    ("inside", "text", "remark"),
    [
        (
            f"{run('før ')}<w:del>{run('bort')}<w:r><w:delText>x</w:delText></w:r></w:del>{run('etter')}",
            "før etter",
            "slettet",
        ),
        (f"{run('før ')}<w:ins>{run('nytt')}</w:ins>", "før nytt", ""),
        (f"<w:moveFrom>{run('bort')}</w:moveFrom><w:moveTo>{run('hit')}</w:moveTo>", "hit", "slettet"),
        (f"{run('før')}{run('skjult', '<w:vanish/>')}", "før", "ikke viser"),
        (f"{run('før')}<w:r><w:footnoteReference w:id='1'/></w:r>", "før", "Fotnoter"),
        (f"{run('før')}<w:r><w:drawing><w:t>x</w:t></w:drawing></w:r>", "før", "Bilder"),
        (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t></w:r>",
            "a b\nc-d",
            "",
        ),
        (f"<w:sdt><w:sdtContent>{run('felt')}</w:sdtContent></w:sdt>", "felt", ""),
        (f"<w:fldSimple w:instr='PAGE'>{run('4')}</w:fldSimple>", "4", ""),
        ("<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>" + run("vist"), "vist", ""),
    ],
)
def test_text_is_what_word_shows_when_all_changes_are_accepted(inside: str, text: str, remark: str) -> None:
    saved = with_xml(paragraph(inside))
    assert texts(saved) == [text]
    assert [remark in wording("nb")(one) for one in saved.remarks] == [True] * bool(remark)


def cell(inside: str, about: str = "") -> str:
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{inside}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_cells_that_others_span_are_empty_and_paragraphs_of_a_cell_are_lines() -> None:
    text = paragraph(run("a")) + paragraph(run("b"))
    saved = with_xml(
        table(
            cell(text, '<w:gridSpan w:val="2"/>') + cell(paragraph(run("c")), '<w:vMerge w:val="restart"/>'),
            cell(paragraph(run("1"))) + cell(paragraph(run("2"))) + cell(paragraph(""), "<w:vMerge/>"),
        )
    )
    assert [grid.rows for grid in saved.grids] == [(("a\nb", "", "c"), ("1", "2", ""))]


def test_a_table_that_lays_out_the_document_is_its_text_in_order() -> None:
    inner = table(cell(paragraph(run("x"))) + cell(paragraph(run("y"))))
    saved = with_xml(table(cell(paragraph(run("før"))) + cell(inner + paragraph(run("etter")))))
    assert texts(saved) == ["før", "etter"]
    assert [grid.rows for grid in saved.grids] == [(("x", "y"),)]


def test_a_template_is_read_like_a_document() -> None:
    content = docx_from("Tekst")
    types = part_of(content, "[Content_Types].xml").replace(
        b"wordprocessingml.document.main", b"wordprocessingml.template.main"
    )
    assert texts(page_of(repacked(content, {"[Content_Types].xml": types}), "mal.dotx")) == ["Tekst"]


@pytest.mark.parametrize("address", ["file:///c:/x", "mailto:a@example.org", "javascript:x"])
def test_links_that_lead_elsewhere_than_to_a_page_are_left_out(address: str) -> None:
    saved = page(f"[link: {address} her]")
    assert (texts(saved), next(saved.blocks).links) == (["her"], ())
