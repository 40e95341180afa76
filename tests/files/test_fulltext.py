"""Full texts are read with their head and numbered paragraphs, and an accidental change is noticed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.files.fulltext import LARGEST_TEXT, FullText, Paragraph, checksum, read_text
from kom_rulings.problems import Place, Problem

FILE = "criminal/lime-saken.HR-2017-1124-A.txt"
BODY = "[1] Innledning.\n\n[2]\tAvsnitt to,\nsom går over\n\nflere linjer.\n[10] Slutning.\n"


def _head(body: str, **changed: str | None) -> str:
    fields: dict[str, str | None] = {
        "reference": "HR-2017-1124-A",
        "source": "https://example.org/a: b",
        "retrieved": "2024-05-01",
        "sha256": checksum(body),
    }
    return "".join(f"{name}: {value}\n" for name, value in {**fields, **changed}.items() if value is not None)


def _read(folder: Path, content: str | bytes) -> tuple[FullText | None, list[Problem]]:
    path = folder / "lime-saken.HR-2017-1124-A.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_text(path, FILE)


def test_the_checksum_is_the_sha256_of_the_text_in_utf8() -> None:
    assert checksum("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert checksum("ø\n") == hashlib.sha256(b"\xc3\xb8\n").hexdigest()


def test_a_full_text_has_provenance_and_numbered_paragraphs(tmp_path: Path) -> None:
    text, problems = _read(tmp_path, f"{_head(BODY)}---\n{BODY}")
    assert problems == []
    assert text is not None
    assert (text.case, text.reference, text.retrieved) == ("lime-saken", "HR-2017-1124-A", "2024-05-01")
    assert text.source == "https://example.org/a: b"
    assert text.paragraphs == (
        Paragraph(1, "Innledning."),
        Paragraph(2, "Avsnitt to, som går over flere linjer."),
        Paragraph(10, "Slutning."),
    )
    assert text.place == Place(FILE)


@pytest.mark.parametrize(
    ("part", "numbering", "citable"),
    [
        (None, None, True),
        (None, "own", True),
        (None, "ours", False),
        ("operative", None, False),
        ("Dissens", "ours", False),
    ],
)
def test_only_numbers_of_the_ruling_itself_can_be_cited(
    tmp_path: Path, part: str | None, numbering: str | None, citable: bool
) -> None:
    text, problems = _read(tmp_path, f"{_head(BODY, part=part, numbering=numbering)}---\n{BODY}")
    assert problems == []
    assert text is not None
    assert (text.part, text.citable) == (part or "", citable)


@pytest.mark.parametrize(("value", "publishable"), [(None, False), ("no", False), ("true", False), ("yes", True)])
def test_only_a_clear_yes_makes_a_text_publishable(tmp_path: Path, value: str | None, publishable: bool) -> None:
    text, problems = _read(tmp_path, f"{_head(BODY, publishable=value)}---\n{BODY}")
    assert problems == []
    assert text is not None
    assert text.publishable is publishable


def test_a_byte_order_mark_and_windows_line_ends_leave_the_checksum_alone(tmp_path: Path) -> None:
    content = f"{_head(BODY)}---\n{BODY}".replace("\n", "\r\n")
    text, problems = _read(tmp_path, b"\xef\xbb\xbf" + content.encode())
    assert problems == []
    assert text is not None
    assert [paragraph.number for paragraph in text.paragraphs] == [1, 2, 10]


def test_numbers_in_brackets_inside_a_line_begin_no_paragraph(tmp_path: Path) -> None:
    body = "[1] Se [2] og\n [3] samt [4a].\n"
    text, problems = _read(tmp_path, f"{_head(body)}---\n{body}")
    assert problems == []
    assert text is not None
    assert text.paragraphs == (Paragraph(1, "Se [2] og [3] samt [4a]."),)


def test_a_line_of_dashes_in_the_text_does_not_end_the_head_again(tmp_path: Path) -> None:
    body = "[1] Før\n---\netter.\n"
    text, problems = _read(tmp_path, f"{_head(body)}---\n{body}")
    assert problems == []
    assert text is not None
    assert text.paragraphs == (Paragraph(1, "Før --- etter."),)


def test_a_changed_text_is_told_with_its_new_checksum_and_still_read(tmp_path: Path) -> None:
    changed = BODY.replace("Innledning", "Endret")
    text, problems = _read(tmp_path, f"{_head(BODY)}---\n{changed}")
    assert problems == [Problem("text-checksum", Place(FILE), {"actual": checksum(changed)})]
    assert text is not None
    assert text.paragraphs[0] == Paragraph(1, "Endret.")


@pytest.mark.parametrize("name", ["reference", "source", "retrieved", "sha256"])
def test_a_head_without_one_of_its_fields_is_a_finding(tmp_path: Path, name: str) -> None:
    outcome = _read(tmp_path, f"{_head(BODY, **{name: None})}---\n{BODY}")
    assert outcome == (None, [Problem("text-header", Place(FILE), {"reason": name})])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "reference, source, retrieved, sha256"),
        ("[1] Uten hode.\n", "reference, source, retrieved, sha256"),
        ("reference: x\nsource: y\n---\n[1] Halvt hode.\n", "retrieved, sha256"),
        (_head(BODY) + BODY, "---"),
        (f"{_head(BODY)}----\n{BODY}", "---"),
    ],
    ids=["empty", "no-head", "half-a-head", "no-end", "wrong-end"],
)
def test_a_head_that_is_not_right_says_what_is_missing(tmp_path: Path, content: str, reason: str) -> None:
    assert _read(tmp_path, content) == (None, [Problem("text-header", Place(FILE), {"reason": reason})])


def test_text_before_the_first_number_is_a_finding_on_its_line(tmp_path: Path) -> None:
    body = f"Norges Høyesterett\n{BODY}"
    outcome = _read(tmp_path, f"{_head(body)}---\n{body}")
    assert outcome == (None, [Problem("text-paragraph", Place(FILE, 6))])


def test_a_text_that_is_not_utf8_is_a_finding_on_its_line(tmp_path: Path) -> None:
    text, (problem,) = _read(tmp_path, b"reference: x\nsource: \xe5\n---\n[1] x\n")
    assert text is None
    assert problem == Problem("file-not-utf8", Place(FILE, 2), {"byte": "0xe5", "position": 21})


def test_a_text_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.R.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_TEXT + 1)
    assert read_text(path, FILE) == (None, [Problem("file-too-large", Place(FILE), {"size": 20, "limit": 20})])


@pytest.mark.parametrize("name", ["folder.txt", "missing.txt"])
def test_what_is_no_file_is_a_finding_with_the_systems_reason(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    text, (problem,) = read_text(tmp_path / name, FILE)
    assert text is None
    assert (problem.code, problem.place) == ("file-unreadable", Place(FILE))
    assert problem.params["reason"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("texts")


@settings(deadline=None)
@given(content=st.binary() | st.text(alphabet="[]1 \n\r-:ax").map(lambda body: f"{_head(body)}---\n{body}".encode()))
def test_any_bytes_give_a_text_or_findings(folder: Path, content: bytes) -> None:
    text, problems = _read(folder, content)
    assert text is not None or len(problems) == 1


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 99999), st.text(alphabet="abæø .,", max_size=9)), max_size=5))
def test_paragraphs_are_read_as_they_were_written(folder: Path, written: list[tuple[int, str]]) -> None:
    body = "".join(f"[{number}] {words}\n" for number, words in written)
    text, problems = _read(folder, f"{_head(body)}---\n{body}")
    assert problems == []
    assert text is not None
    assert text.paragraphs == tuple(Paragraph(number, " ".join(words.split())) for number, words in written)
