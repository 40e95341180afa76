"""The prose that KOM edits: Markdown parts by id, and what is told of a part that is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kom_rulings.documents.outline import Bullets, Heading, Paragraph, Run
from kom_rulings.overview.prose import PARTS, parse_prose, read_prose
from kom_rulings.wording import Language

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_bundled_prose_has_every_part(language: Language) -> None:
    prose, problems = read_prose(ROOT, language)
    assert problems == []
    assert all(prose.part(part) for part in PARTS)


def test_markdown_becomes_headings_paragraphs_lists_and_links() -> None:
    parts = parse_prose("## Formål {#purpose}\n\nSe [loven](https://lovdata.no/x) og **dette**.\n\n- én\n- *to*\n")[0]
    assert parts["purpose"] == (
        Heading(2, "Formål", "purpose"),
        Paragraph(
            (Run("Se "), Run("loven", link="https://lovdata.no/x"), Run(" og "), Run("dette", bold=True), Run("."))
        ),
        Bullets(((Run("én"),), (Run("to", italic=True),))),
    )


def test_raw_html_and_comments_are_left_out() -> None:
    parts = parse_prose("<!-- en kommentar -->\n\n## A {#contact}\n\nTekst <script>x</script> slutt\n")[0]
    assert "".join(run.text for run in parts["contact"][1].runs) == "Tekst x slutt"  # type: ignore[union-attr]


def test_missing_parts_are_told_all_at_once(records_of: Callable[[dict[str, str]], Path]) -> None:
    root = records_of({"overview/nb.md": "## Formål {#purpose}\n\nTekst.\n"})
    problems = read_prose(root, "nb")[1]
    assert [problem.params["part"] for problem in problems] == ["penal-provision", "counting-rules", "contact"]


def test_a_missing_file_is_told(records_of: Callable[[dict[str, str]], Path]) -> None:
    assert [problem.code for problem in read_prose(records_of({}), "nb")[1]] == ["file-unreadable"]


def test_a_heading_in_a_list_is_an_item_and_leaves_the_next_paragraph_alone() -> None:
    parts, problems = parse_prose("## A {#contact}\n\n- # punkt\n\nEt avsnitt.\n")
    assert parts["contact"][1:] == (Bullets(((Run("punkt"),),)), Paragraph((Run("Et avsnitt."),)))
    assert problems == []


def test_headings_within_a_part_are_of_level_3_or_4_and_have_places_of_their_own() -> None:
    parts, _ = parse_prose("## A {#contact}\n\n### én\n\n###### to\n\n### tre {#egen}\n")
    assert parts["contact"][1:] == (
        Heading(3, "én", "contact-1"),
        Heading(4, "to", "contact-2"),
        Heading(3, "tre", "contact-3"),
    )


def test_a_link_that_leads_nowhere_is_told_and_its_words_are_kept() -> None:
    parts, problems = parse_prose("## A {#contact}\n\n[fil](vedlegg.docx)\n", "overview/nb.md")
    assert parts["contact"][1] == Paragraph((Run("fil"),))
    assert [(problem.code, problem.place.line) for problem in problems] == [("overview-link", 3)]
