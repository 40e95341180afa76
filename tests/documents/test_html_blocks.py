"""The blocks of a page: tables with named rows and columns, figures, links that are safe, languages and directions."""

from __future__ import annotations

import pytest

from documents.page_reading import PAGE, assert_sound, first, read, words
from kom_rulings.documents.outline import (
    Contents,
    Heading,
    Paragraph,
    Run,
    text,
)


@pytest.mark.parametrize("anchor", ["case-a", "med mellomrom", 'a"b', "æøå", "main", "page.main"])
def test_a_link_finds_its_place_whatever_it_is_called(anchor: str) -> None:
    tree = read(Contents("Innhold"), Heading(2, "Sak", anchor), Paragraph((Run("til saken", link=f"#{anchor}"),)))
    assert_sound(tree)
    assert [words(one) for one in tree.iterfind("body/main/p/a")] == ["til saken"]
    assert first(tree, "body/main/h2").get("id") == first(tree, "body/main/p/a").get("href", "")[1:]


def test_of_two_places_with_one_name_the_first_has_it() -> None:
    tree = read(Heading(2, "a", "x"), Heading(2, "b", "x"))
    assert [one.get("id") for one in tree.iter("h2")] == ["x", None]


def test_a_link_to_a_place_that_is_not_there_is_text() -> None:
    paragraph = first(read(Paragraph((Run("skjult sak", link="#case-secret"),))), "body/main/p")
    assert words(paragraph) == "skjult sak"
    assert len(paragraph) == 0


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        *(("https://lovdata.no/a?b=1&c=2", True), ("http://a.no", True), ("mailto:kom@example.org", True)),
        *(("javascript:alert(1)", False), ("data:text/html,x", False), ("file:///etc", False), ("//a.no", False)),
        ('https://a.no/"onmouseover="x', False),
    ],
)
def test_only_addresses_of_web_and_mail_are_links_outward(link: str, kept: bool) -> None:
    links = [one.attrib for one in first(read(Paragraph((Run("a", link=link),))), "body/main").iter("a")]
    assert links == ([{"href": link, "rel": "noreferrer"}] if kept else [])


@pytest.mark.parametrize("style", ["closing", "subtitle", "note", "lead", "source"])
def test_a_paragraph_has_the_class_of_its_style(style: str) -> None:
    tree = read(Paragraph(text("a")), Paragraph(text("b"), style))  # type: ignore[arg-type]
    assert [one.get("class") for one in first(tree, "body/main")] == [None, style]


def test_a_table_has_its_caption_its_description_and_named_rows_and_columns() -> None:
    table = first(PAGE, ".//*[@id='table-year']/table")
    assert words(first(table, "caption")) == (
        "Tabell 1. Domfellelser etter år Én rad per år, den siste raden er summen."
    )
    assert [(words(one), one.get("scope"), one.get("class")) for one in table.iterfind("thead/tr/th")] == [
        ("År", "col", None),
        ("Totalt", "col", "number"),
        ("Rettskraftig", "col", "number"),
    ]
    assert [(one.tag, one.get("scope"), one.get("class")) for one in first(table, "tbody/tr")] == [
        ("th", "row", None),
        ("td", None, "number"),
        ("td", None, "number"),
    ]
    assert [words(one) for one in first(table, "tfoot/tr")] == ["Totalt", "3", "2"]


def test_a_table_without_a_sum_has_no_foot() -> None:
    tables = list(PAGE.iter("table"))
    assert tables[1].find("tfoot") is None
    assert len(list(tables[1].iter("tr"))) == 2


def test_a_table_and_a_figure_can_be_scrolled_by_keyboard_and_have_a_name() -> None:
    regions = [one for one in PAGE.iter() if one.get("role") == "region"]
    assert [one.get("tabindex") for one in regions] == ["0", "0", "0"]
    names = [words(first(PAGE, f".//*[@id='{one.get('aria-labelledby')}']")) for one in regions]
    assert names == ["Tabell 1. Domfellelser etter år", "Figur 1. Domfellelser etter år og form", "Tabell 2. Saker"]


def test_a_figure_has_its_drawing_and_its_caption() -> None:
    figure = first(PAGE, ".//figure")
    assert figure.get("id") == "figure-year"
    assert words(first(figure, "figcaption")) == "Figur 1. Domfellelser etter år og form"
    drawing = first(figure, ".//{http://www.w3.org/2000/svg}svg")
    assert drawing.get("role") == "img"


def test_text_in_another_language_says_so() -> None:
    spoken = [(one.tag, words(one)) for one in PAGE.iter() if one.get("lang") == "en"]
    assert spoken == [("a", "Siliadin v. France"), ("h4", "Siliadin v. France"), ("span", "servitude")]


def test_emphasis_is_kept() -> None:
    assert "3" in [words(one) for one in PAGE.iter("strong")]
    assert [words(one) for one in PAGE.iter("em")] == ["servitude"]


def test_text_written_leftwards_is_set_apart_from_what_stands_beside_it() -> None:
    paragraph = first(read(Paragraph((Run("סחר"), Run(", 2017")))), "body/main/p")
    assert paragraph.get("dir") == "auto"
    assert [(one.tag, one.text, one.tail) for one in paragraph] == [("bdi", "סחר", ", 2017")]


def test_pages_laid_across_and_new_pages_are_known_to_the_printer() -> None:
    across = first(PAGE, "body/main/div[@class='across']")
    assert [one.tag for one in across] == ["h2", "div"]
    assert [words(one) for one in PAGE.iterfind(".//*[@class='new-page']")] == ["1 Tall"]


def test_every_link_within_the_page_leads_somewhere() -> None:
    assert_sound(PAGE)
    assert {"#table-year", "#case-siliadin", "#cases"} <= {one.get("href") for one in PAGE.iter("a")}
