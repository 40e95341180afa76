"""Charts: whole numbers, names that do not run into each other, nothing cut off, no meaning by colour alone."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.outlines import CHART, nasty_words
from kom_rulings.documents.axes import LINE, SLANT, text_width, ticks
from kom_rulings.documents.outline import ChartBlock, Series
from kom_rulings.documents.svg import COLOURS, chart

SVG = "{http://www.w3.org/2000/svg}"
YEARS = tuple(str(year) for year in range(2003, 2028))
FORMS = (
    "Prostitusjon eller andre seksuelle ytelser",
    "Tvangsarbeid eller tvangstjenester",
    *("Begge former", "Andre former", "Ikke kjent"),
)


def block(categories: tuple[str, ...], *series: Series, anchor: str = "figure", number: int = 1) -> ChartBlock:
    rows = series or (Series("Saker", (1,) * len(categories)),)
    return ChartBlock("Figur", "Beskrivelse", categories, rows, "År", "Antall saker", anchor, number)


def drawn(one: ChartBlock) -> ET.Element:
    return ET.fromstring(chart(one, "nb"))


def texts(drawing: ET.Element) -> list[str]:
    return [one.text or "" for one in drawing.iter(f"{SVG}text")]


def box(one: ET.Element) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a text as it is laid out."""
    width = text_width(one.text or "", float(one.get("font-size", "14")))
    if turn := re.match(r"translate\(([\d.-]+) ([\d.-]+)\) rotate\(-45\)", one.get("transform", "")):
        x, y = float(turn[1]), float(turn[2])
        return x - SLANT * (width + 14), y - 14, x, y + SLANT * width
    x, y = float(one.get("x", "0")), float(one.get("y", "0"))
    left = x - width * {"middle": 0.5, "end": 1}.get(one.get("text-anchor", ""), 0)
    return left, y - 14, left + width, y


def names_of(drawing: ET.Element, categories: tuple[str, ...]) -> list[ET.Element]:
    words = {word for category in categories for word in category.split()}
    below = max(float(one.get("y2", "0")) for one in drawing.iter(f"{SVG}line"))
    found = [one for one in drawing.iter(f"{SVG}text") if one.get("transform") or box(one)[3] > below]
    return [one for one in found if set((one.text or "").split()) <= words]


def test_it_is_a_picture_with_a_title_and_a_text_for_those_who_do_not_see_it() -> None:
    drawing = drawn(CHART)
    assert drawing.get("role") == "img"
    assert drawing.get("lang") == "nb"
    title, description = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert (title.text, description.text) == (CHART.caption, CHART.description)
    assert drawing.get("aria-labelledby") == title.get("id")
    assert drawing.get("aria-describedby") == description.get("id")


def test_columns_are_as_high_as_their_values_and_stand_on_each_other() -> None:
    drawing = drawn(block(("a", "b"), Series("x", (6, 0)), Series("y", (3, 2))))
    columns = [one for one in drawing.findall(f"{SVG}rect") if float(one.get("width", "0")) > 40]
    heights = [float(one.get("height", "0")) for one in columns]
    assert len(columns) == 3, "a value of nought has no box"
    assert heights[0] == pytest.approx(2 * heights[1], abs=0.2) == pytest.approx(3 * heights[2], abs=0.3)
    lower, upper = columns[:2]
    assert float(upper.get("y", "0")) + heights[1] == pytest.approx(float(lower.get("y", "0")), abs=0.2)


def test_series_differ_in_pattern_and_not_by_colour_alone() -> None:
    drawing = drawn(block(("a",), *(Series(str(n), (5,)) for n in range(8))))
    fills = [one.get("fill") for one in drawing.findall(f"{SVG}rect") if one.get("stroke")]
    legend, columns = fills[:8], fills[8:]
    assert legend == columns
    patterns = {one.get("id"): one for one in drawing.iter(f"{SVG}pattern")}
    drawings = []
    for fill in legend:
        ground, *signs = (
            list(patterns[fill[5:-1]]) if fill and fill.startswith("url(#") else [ET.Element("", fill=fill or "")]
        )
        drawings.append((tuple(str(sign.attrib) for sign in signs), ground.get("fill")))
    assert len({pattern for pattern, _ in drawings}) == 6
    assert len(set(drawings)) == 8


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", ["#ffffff", "#14181d"])
@pytest.mark.parametrize("colour", COLOURS)
def test_colours_stand_out_on_the_light_and_on_the_dark_page(colour: str, ground: str) -> None:
    darker, lighter = sorted((luminance(colour), luminance(ground)))
    assert (lighter + 0.05) / (darker + 0.05) >= 3


def test_a_value_stands_in_its_part_of_the_column_where_it_fits() -> None:
    values = texts(drawn(block(("a",), Series("x", (50,)), Series("y", (1,)))))
    assert "50" in values
    assert "1" not in values


def test_numbers_are_written_as_the_language_writes_them() -> None:
    one = block(("a",), Series("x", (26000,)))
    assert "26\u00a0000" in texts(ET.fromstring(chart(one, "nb")))
    assert "26,000" in texts(ET.fromstring(chart(one, "en")))


@pytest.mark.parametrize(
    ("largest", "expected"),
    [
        *((0, [0, 1]), (1, [0, 1]), (2, [0, 1, 2]), (6, [0, 1, 2, 3, 4, 5, 6]), (7, [0, 2, 4, 6, 8])),
        *((13, [0, 5, 10, 15]), (43, [0, 10, 20, 30, 40, 50]), (600, [0, 100, 200, 300, 400, 500, 600])),
    ],
)
def test_the_axis_counts_in_whole_numbers(largest: int, expected: list[int]) -> None:
    assert list(ticks(largest)) == expected


@given(st.integers(0, 10**9))
def test_the_axis_reaches_the_largest_number_in_few_steps(largest: int) -> None:
    found = ticks(largest)
    assert largest <= found[-1]
    assert 2 <= len(found) <= 7


@pytest.mark.parametrize("categories", [*(YEARS[:n] for n in (1, 2, 8, 14, 15, 16, 20, 25)), FORMS, FORMS * 3])
def test_names_of_categories_do_not_run_into_each_other(categories: tuple[str, ...]) -> None:
    names = names_of(drawn(block(categories)), categories)
    assert names
    if any(name.get("transform") for name in names):
        assert [name.text for name in names] == list(categories), "up to 25, each is shown"
        starts = [box(name)[2] for name in names]
        assert all(after - before >= LINE for before, after in itertools.pairwise(starts))
    else:
        boxes = [box(name) for name in names]
        for one, other in itertools.combinations(boxes, 2):
            apart = one[2] < other[0] or other[2] < one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)
        assert sorted(" ".join(name.text or "" for name in names).split()) == sorted(" ".join(categories).split())


def test_beyond_what_has_room_some_names_are_passed_over() -> None:
    categories = tuple(str(year) for year in range(1950, 2030))
    names = [name.text or "" for name in names_of(drawn(block(categories)), categories)]
    assert 20 <= len(names) <= 40
    assert names == sorted(set(names) & set(categories))


@pytest.mark.parametrize(
    "one",
    [
        CHART,
        block(YEARS, *(Series(form, (3,) * 25) for form in FORMS)),
        block(FORMS * 3),
        block(("x" * 90, "y"), Series("navn " * 40, (10**6, 1))),
        block((), Series("a", ())),
        ChartBlock("", "", ("a",), (), "t" * 150, "v" * 150, "", 1),
    ],
)
def test_no_text_is_cut_off(one: ChartBlock) -> None:
    drawing = drawn(one)
    width, height = (float(part) for part in drawing.get("viewBox", "").split()[2:])
    for text in drawing.iter(f"{SVG}text"):
        left, top, right, bottom = box(text)
        assert left >= -1, text.text
        assert top >= -1, text.text
        assert right <= width + 1, text.text
        assert bottom <= height + 1, text.text


def test_two_charts_on_a_page_share_no_name() -> None:
    ids = [
        {part.get("id") for part in drawn(block(("a",), anchor=anchor, number=number)).iter() if part.get("id")}
        for anchor, number in (("a", 1), ("a", 2), ("b", 1))
    ]
    assert sum(map(len, ids)) == len(set.union(*ids))


def test_it_needs_nothing_from_outside_and_no_style() -> None:
    drawing = chart(block(YEARS, *(Series(form, (3,) * 25) for form in FORMS)), "nb")
    assert set(re.findall(r"url\((.)", drawing)) == {"#"}
    assert "style" not in drawing
    assert "<image" not in drawing


@given(nasty_words, st.integers(0, 3))
def test_nasty_text_stays_text(words: str, count: int) -> None:
    plain = block(("a",) * count, Series("a", (1,) * count), anchor="a")
    nasty = ChartBlock(words, words, (words,) * count, (Series(words, (1,) * count),), words, words, words, 1)
    known = {part.tag for part in drawn(plain).iter()} | {f"{SVG}pattern", f"{SVG}text", f"{SVG}rect"}
    assert {part.tag for part in drawn(nasty).iter()} <= known
