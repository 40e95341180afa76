"""The prose that KOM edits: Markdown parts by id, and what is told of a part that is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kom_rulings.overview.outline import Bullets, Heading, Paragraph, Run
from kom_rulings.overview.prose import PARTS, parse_prose, read_prose
from kom_rulings.wording import Language

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_bundled_prose_has_every_part(language: Language) -> None:
    prose, problems = read_prose(ROOT, language)
    assert problems == []
    assert all(prose.part(part) for part in PARTS)


def test_markdown_becomes_headings_paragraphs_lists_and_links() -> None:
    parts = parse_prose("## Formål {#purpose}\n\nSe [loven](https://lovdata.no/x) og **dette**.\n\n- én\n- *to*\n")
    assert parts["purpose"] == (
        Heading(2, "Formål", "purpose"),
        Paragraph(
            (Run("Se "), Run("loven", link="https://lovdata.no/x"), Run(" og "), Run("dette", bold=True), Run("."))
        ),
        Bullets(((Run("én"),), (Run("to", italic=True),))),
    )


def test_raw_html_and_comments_are_left_out() -> None:
    parts = parse_prose("<!-- en kommentar -->\n\n## A {#contact}\n\nTekst <script>x</script> slutt\n")
    assert "".join(run.text for run in parts["contact"][1].runs) == "Tekst x slutt"  # type: ignore[union-attr]


def test_missing_parts_are_told_all_at_once(records_of: Callable[[dict[str, str]], Path]) -> None:
    root = records_of({"overview/nb.md": "## Formål {#purpose}\n\nTekst.\n"})
    problems = read_prose(root, "nb")[1]
    assert [problem.params["part"] for problem in problems] == ["penal-provision", "counting-rules", "contact"]


def test_a_missing_file_is_told(records_of: Callable[[dict[str, str]], Path]) -> None:
    assert [problem.code for problem in read_prose(records_of({}), "nb")[1]] == ["file-unreadable"]
