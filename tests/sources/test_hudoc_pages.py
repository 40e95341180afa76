"""Pages of HUDOC: formation, applications, paragraphs and opinions, whatever the page holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.pages.reading import page_of
from kom_rulings.records.tables import Tables, load_tables
from kom_rulings.sources import hudoc
from kom_rulings.sources.hudoc.lines import Line
from kom_rulings.sources.hudoc.paragraphs import numbered
from sources.judgments import as_records, fields_of, judgment, page_from


@pytest.mark.parametrize(
    ("composition", "expected"),
    [
        (
            "The European Court of Human Rights, sitting as a Committee composed of A, B, C, judges,",
            ("echr_committee", False),
        ),
        ("The European Court of Human Rights composed of A, President, B, C, judges,", ("echr_committee", True)),
        ("The European Court of Human Rights composed of A, B, C, D, E, F, G, judges,", ("echr_chamber", True)),
        ("The European Court of Human Rights composed of A, B, C, D, E, judges,", None),
    ],
)
def test_the_formation_is_what_the_page_says_or_a_guess_from_its_judges(
    composition: str, expected: tuple[str, bool] | None, tables: Tables
) -> None:
    page = page_from("FIRST SECTION", "CASE OF X.Y. v. NORWAY", "(Application no. 99991/99)", composition, "1. One.")
    found = [one for one in hudoc.drafts(page, tables)[0].fields if one.path[-1] == "instance"]
    assert [(one.value, bool(one.guess)) for one in found] == ([expected] if expected else [])


def test_applications_that_are_counted_but_not_listed_are_told(tables: Tables) -> None:
    page = page_from(
        "CASE OF X. v. NORWAY", "(Applications nos. 99991/99 and two others – see appended list)", "1. One."
    )
    draft = hudoc.drafts(page, tables)[0]
    assert fields_of(draft)["applications"] == ["99991/99"]
    assert any("another number of applications" in remark for remark in draft.remarks)


def test_an_application_number_that_is_only_cited_is_not_of_the_case(tables: Tables) -> None:
    page = page_from("CASE OF X.Y. v. NORWAY", "JUDGMENT", "1. The Court refers to another case (no. 99002/12, § 4).")
    assert "applications" not in fields_of(hudoc.drafts(page, tables)[0])


def test_the_item_in_the_name_of_the_file_is_a_guess(tables: Tables) -> None:
    page = replace(judgment("Holds that there has been a violation of Article 4."), file="C:\\pages\\001-9999999.html")
    (item,) = (one for one in hudoc.drafts(page, tables)[0].fields if one.path[-1] == "item")
    assert (item.value, bool(item.guess)) == ("001-9999999", True)


def test_numbers_that_a_quotation_holds_are_no_paragraphs() -> None:
    lines = [Line(text) for text in ("1. One.", "2. A text says:", "“3. Three.", "4. Four.”", "3. Real.", "4. Real.")]
    assert [text.split("\n")[0] for _, text in numbered(lines).paragraphs] == ["One.", "A text says:", "Real.", "Real."]


def test_numbers_that_begin_anew_are_no_paragraphs() -> None:
    lines = [Line(text) for text in ("1. One.", "2. Two.", "1. a list;", "2. goes on.", "3. Three.", "4. Four.")]
    assert [number for number, _ in numbered(lines).paragraphs] == [1, 2, 3, 4]


@pytest.mark.parametrize("at", [3, 4])
def test_a_list_within_a_paragraph_takes_no_paragraph_its_number(at: int) -> None:
    """The list counts as far as the paragraphs around it do."""
    real = [f"{n}. Real." for n in range(1, 7)]
    listed = [f"{n}. of a list;" for n in range(1, 6)]
    found = numbered([Line(text) for text in (*real[:at], *listed, *real[at:])])
    assert [text.split("\n")[0] for _, text in found.paragraphs] == ["Real."] * 6


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 30), st.text("ab “”.\n", min_size=1, max_size=12)), max_size=30))
def test_paragraphs_count_upwards_and_keep_every_line_that_is_no_heading(parts: list[tuple[int, str]]) -> None:
    lines = [Line(f"{number}. x{text.strip()} end.") for number, text in parts]
    found = numbered(lines)
    numbers = [number for number, _ in found.paragraphs]
    assert numbers == sorted(set(numbers))
    assert sum(text.count(" end.") for _, text in found.paragraphs) == len(lines)


SAID = """CASE OF|X.Y.|v.|NORWAY|(Application no.|99991/99|)|JUDGMENT|1.|2.|3.|STRASBOURG|7 January 2014|In the case of|
FOR THESE REASONS, THE COURT|Holds that there has been|a violation of|no violation of|Article 4|Articles 3|and|by|in|
of Protocol No. 1|in conjunction with|Declares|inadmissible|admissible|Done in English|OPINION OF JUDGE Z|APPENDIX|
in respect of|the first applicant|Delivers the following judgment|“|”|qu’il y a eu violation de l’article 4"""
WORDS = st.sampled_from(SAID.split("|"))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=25))
def test_any_page_gives_one_draft_whose_findings_a_record_can_hold(texts: list[str]) -> None:
    (draft,) = hudoc.drafts(page_from(*texts), load_tables())
    found = fields_of(draft).get("rulings.0.findings", [])
    assert as_records(found) if found else True  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "texts",
    [
        ("The European Court of Human Rights has held much on trafficking (no. 25965/04).",),
        ("HR-2017-1124-A", "CASE OF X.Y. v. NORWAY is cited here."),
        ("Straffesaker", "Rantsev v. Cyprus and Russia (25965/04)", "EMD kom til krenkelse av artikkel 4."),
        ("Application no. 99991/99",),
        ("CASE OF X.Y. v. NORWAY", "CASE OF N.N. v. SWEDEN", "99991/99 | Judgment"),
    ],
)
def test_a_page_that_only_speaks_of_the_court_is_none_of_its_judgments(texts: tuple[str, ...]) -> None:
    assert not hudoc.recognises(page_from(*texts))


@pytest.mark.parametrize(
    "unit", ["there has been ", "Article 4 and ", ",.;:–", "strike out of the list ", "applicants "]
)
def test_a_sentence_without_end_costs_no_more_than_a_long_one(unit: str, tables: Tables) -> None:
    draft = hudoc.drafts(judgment(f"Holds that {unit * 20_000}"), tables)[0]
    assert draft.texts


def test_every_golden_page_gives_findings_that_a_record_can_hold(tables: Tables) -> None:
    pages = sorted((Path(__file__).parent / "hudoc").glob("*.html"))
    for path in pages:
        encoding = "windows-1252" if ".windows-1252." in path.name else "utf-8"
        page = page_of(path.read_text(encoding="utf-8").encode(encoding), path.name)
        found = fields_of(hudoc.drafts(page, tables)[0]).get("rulings.0.findings", [])
        assert len(as_records(found)) == len(found)  # type: ignore[arg-type]
    assert len(pages) > 10
