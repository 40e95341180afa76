"""The records that come with the program: complete, sound, summarised in two languages, and naming nobody's number."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from kom_rulings.checks import run_checks
from kom_rulings.files.paths import case_files
from kom_rulings.files.writing import change
from kom_rulings.problems import errors_in
from kom_rulings.records import UNKNOWN, Case, Register
from kom_rulings.records.register import load_register
from kom_rulings.records.schema import SCHEMA_LINE
from kom_rulings.records.tables import Tables

ROOT = Path(__file__).parent.parent.parent
FILES = {f"{path.parent.name}/{path.stem}": path for path in case_files(ROOT)}

#: E-mail addresses, Norwegian telephone numbers, and birth numbers.
PRIVATE = {
    "e-mail": re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
    "phone": re.compile(r"\+\d\d[ \d]{8,}|(?<![\d/-])[2-9](?:\d \d\d \d\d \d\d|\d\d \d\d \d{3}|\d{7})(?!\d)"),
    "11 digits": re.compile(r"(?<!\d)\d{6} ?\d{5}(?!\d)"),
}
#: Addresses and amounts hold numbers that are nobody's.
HARMLESS = re.compile(r"https?://\S+|amount: \d+")


def private_in(text: str) -> dict[str, str]:
    """What could lead to a person, by its sort."""
    rest = HARMLESS.sub("", text)
    return {sort: match[0] for sort, pattern in PRIVATE.items() if (match := pattern.search(rest))}


def words(case: Case, language: str) -> list[int]:
    """How long each summary of a case is in a language."""
    texts = [getattr(ruling.summary, language) for ruling in case.rulings]
    return [len(text.text.split()) for text in texts if text is not None]


def test_there_are_57_cases_of_three_kinds(bundled: Register) -> None:
    assert Counter(case.kind for case in bundled.cases) == {"criminal": 23, "immigration": 5, "echr": 29}
    assert len(FILES) == 57


def test_no_record_has_an_error(bundled: Register, tables: Tables) -> None:
    _, problems = load_register(ROOT)

    assert problems == []
    assert errors_in(run_checks(bundled, tables)) == []


@pytest.mark.parametrize(("language", "shortest", "longest"), [("nb", 60, 180), ("en", 40, 120)])
def test_every_case_is_summarised_at_reading_length(
    language: str, shortest: int, longest: int, bundled: Register
) -> None:
    lengths = {case.id: words(case, language) for case in bundled.cases}

    assert [case for case, counts in lengths.items() if not counts] == []
    assert {case: n for case, counts in lengths.items() for n in counts if not shortest <= n <= longest} == {}


def test_every_summary_is_our_own_and_dated(bundled: Register) -> None:
    summaries = [
        text
        for case in bundled.cases
        for ruling in case.rulings
        for text in (ruling.summary.nb, ruling.summary.en)
        if text is not None
    ]

    assert {summary.author for summary in summaries} == {"kom-rulings"}
    assert [summary.text for summary in summaries if summary.date is UNKNOWN] == []


def test_every_case_is_public_and_tells_its_sources(bundled: Register) -> None:
    assert {case.visibility for case in bundled.cases} == {"public"}
    assert [case.id for case in bundled.cases if not case.sources] == []
    assert [case.id for case in bundled.cases if case.title.en is None] == []


@pytest.mark.parametrize("name", FILES)
def test_the_first_line_names_the_schema(name: str) -> None:
    content = FILES[name].read_bytes()

    assert content.splitlines()[0].decode() == SCHEMA_LINE
    assert (content[-1:], b"\r" in content, b"\t" in content) == (b"\n", False, False)


@pytest.mark.parametrize(
    ("sort", "text"),
    [
        ("e-mail", "ola.nordmann@example.no"),
        ("phone", "+47 22 00 00 00"),
        ("phone", "ring 22 00 00 00."),
        ("phone", "tlf. 900 00 000"),
        ("phone", "tlf. 90000000"),
        ("11 digits", "010100 00000"),
        ("11 digits", "født 01010000000"),
    ],
)
def test_a_private_number_would_be_seen(sort: str, text: str) -> None:
    assert list(private_in(text)) == [sort]


@pytest.mark.parametrize("name", FILES)
def test_a_record_holds_no_private_number_or_address(name: str) -> None:
    assert private_in(FILES[name].read_text(encoding="utf-8")) == {}


def test_writing_a_field_anew_changes_no_value_and_no_comment(workspace_copy: Path) -> None:
    before, _ = load_register(workspace_copy)
    for raw in before.files.values():
        change(raw, {("kind",): raw.tree["kind"]})
    after, problems = load_register(workspace_copy)

    assert (after.cases, problems) == (before.cases, [])
    assert {case: raw.tree for case, raw in after.files.items()} == {
        case: raw.tree for case, raw in before.files.items()
    }
    assert {raw.first_line for raw in after.files.values()} == {SCHEMA_LINE}
