"""The overview as an outline: whole editions as golden text, and what each audience and date may see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from kom_rulings.changes import changes
from kom_rulings.dates import Tertial
from kom_rulings.documents.outline import Bullets, Heading, Outline, Paragraph, Run, TableBlock
from kom_rulings.documents.plain import as_text
from kom_rulings.overview.edition import Sources, edition
from kom_rulings.overview.prose import read_prose
from kom_rulings.records import Case, Register
from kom_rulings.records.tables import Tables
from kom_rulings.standing import Audience, shown_cases
from kom_rulings.tallies import tally
from kom_rulings.tallies.published import compare, read_figures
from kom_rulings.wording import Language

ROOT = Path(__file__).parents[2]


def overview(
    register: Register, tables: Tables, tertial: str, language: Language = "nb", audience: Audience = "public"
) -> Outline:
    period = Tertial.parse(tertial)
    figures = compare(read_figures(ROOT)[0], register)
    counted = tally(register, period.last_day)
    news = changes(register, period, None)
    sources = Sources(register, tables, read_prose(ROOT, language)[0], counted, figures, news)
    return edition(sources, period, language, audience)


@pytest.mark.parametrize(
    ("tertial", "language"), [("2021-3", "nb"), ("2021-3", "en"), ("2022-1", "nb"), ("2007-1", "nb"), ("2003-1", "nb")]
)
def test_an_edition_reads_as_its_golden_text(
    bundled: Register, tables: Tables, snapshot: Callable[[str, str], None], tertial: str, language: Language
) -> None:
    snapshot(f"overview-{tertial}-{language}.txt", as_text(overview(bundled, tables, tertial, language)))


def test_the_parts_stand_in_their_order(bundled: Register, tables: Tables) -> None:
    outline = overview(bundled, tables, "2021-3")
    assert [heading.anchor for heading in outline.headings(2)] == [
        *("purpose", "new", "penal-provision", "numbers", "criminal", "immigration", "echr"),
        *("conviction-table", "counting-rules", "behind", "references", "contact"),
    ]


def test_headings_go_down_one_level_at_a_time_and_the_title_stands_once(bundled: Register, tables: Tables) -> None:
    levels = [block.level for block in overview(bundled, tables, "2021-3").blocks if isinstance(block, Heading)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_no_anchor_is_given_twice(bundled: Register, tables: Tables) -> None:
    anchors = [block.anchor for block in overview(bundled, tables, "2021-3").blocks if isinstance(block, Heading)]
    assert len(anchors) == len(set(anchors))


def test_every_cell_of_every_table_is_filled(bundled: Register, tables: Tables) -> None:
    blocks = [block for block in overview(bundled, tables, "2021-3").blocks if isinstance(block, TableBlock)]
    assert len(blocks) >= 9
    for block in blocks:
        assert all("".join(run.text for run in cell).strip() for row in block.rows for cell in row)
        assert all(len(row) == len(block.heads) == len(block.widths) for row in block.rows)


def test_nothing_later_than_the_date_is_shown(bundled: Register, tables: Tables) -> None:
    text = as_text(overview(bundled, tables, "2019-1"))
    assert "LB-2018-102939-2" not in text
    assert "HR-2020-2136-A" not in text
    assert "TOSLO-2015-105037-2" in text


@pytest.mark.parametrize(
    ("visibility", "audience", "seen"),
    [
        ("public", "public", True),
        ("partner", "public", False),
        ("internal", "public", False),
        ("partner", "partner", True),
        ("internal", "partner", False),
        ("internal", "internal", True),
    ],
)
def test_an_audience_sees_its_own_cases_only(
    bundled: Register, visibility: str, audience: Audience, *, seen: bool
) -> None:
    case = bundled.by_id["lime-saken"].model_copy(update={"visibility": visibility})  # type: ignore[index]
    shown = shown_cases(Register((case,)), Tertial(2021, 3).last_day, audience)
    assert bool(shown) is seen


def test_of_a_restricted_case_nothing_is_shown_but_it_is_counted(
    make_case: Callable[..., Case], bundled: Register, tables: Tables
) -> None:
    lime = bundled.by_id["lime-saken"]  # type: ignore[index]
    restricted = make_case(
        "kind: criminal\ntitle: {nb: Sak}\nexploitation: [sexual]\n"
        "restriction: {scope: hele avgjørelsen}\nvisibility: internal\n"
        "rulings: [{court: Oslo tingrett, instance: tingrett, date: 2020-01-01, outcome: convicted}]\n",
        name="hemmelig",
    )
    outline = overview(Register((lime, restricted)), tables, "2021-3", audience="internal")
    assert "hemmelig" not in as_text(outline)
    assert tally(Register((lime, restricted)), Tertial(2021, 3).last_day).convictions.total.count == 2


@pytest.mark.parametrize("tertial", ["2021-3", "2022-1", "2007-1", "2003-1"])
def test_every_link_within_the_document_leads_to_a_place_that_is_there(
    bundled: Register, tables: Tables, tertial: str
) -> None:
    outline = overview(bundled, tables, tertial)
    places = [place for block in outline.blocks if (place := getattr(block, "anchor", None))]
    assert len(places) == len(set(places))
    links = {run.link[1:] for run in runs_of(outline) if run.link and run.link.startswith("#")}
    assert links
    assert links <= set(places)


def test_a_table_or_chart_that_is_mentioned_has_its_number(bundled: Register, tables: Tables) -> None:
    mentions = [run for run in runs_of(overview(bundled, tables, "2021-3")) if run.mention]
    assert mentions
    assert all(re.fullmatch(r"(Tabell|Figur) \d+", run.text) for run in mentions)


def test_every_number_in_the_tables_of_numbers_leads_to_its_cases(bundled: Register, tables: Tables) -> None:
    outline = overview(bundled, tables, "2021-3")
    listed = {block.anchor: block for block in outline.blocks if isinstance(block, Paragraph) and block.anchor}
    numbers = [
        cell[0]
        for block in outline.blocks
        if isinstance(block, TableBlock) and block.anchor.startswith(("convictions-", "acquittals-", "echr-", "immig"))
        for row in block.rows
        for cell in row[len(row) - block.numeric :]
        if block.numeric
    ]
    assert len(numbers) > 100
    for number in numbers:
        cases = [run for run in listed[number.link[1:]].runs if run.link] if number.link else []
        assert len(cases) == int(number.text)


def runs_of(outline: Outline) -> Iterator[Run]:
    for block in outline.blocks:
        match block:
            case Paragraph(runs):
                yield from runs
            case Bullets(items):
                yield from (run for item in items for run in item)
            case TableBlock():
                yield from (run for row in block.rows for cell in row for run in cell)
