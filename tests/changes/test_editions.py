"""The ledgers on disk: written the same each time, read back, and what cannot be used is a finding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kom_rulings.changes import Ledger, ledger_bytes, ledger_of
from kom_rulings.changes.editions import edition_file, edition_problems, read_ledger
from kom_rulings.dates import Tertial
from kom_rulings.records import Register
from kom_rulings.workspace import Workspace

SECOND = Tertial(2021, 2)


def ledger(register: Register) -> Ledger:
    return ledger_of(register, SECOND.last_day, SECOND)


def kept(root: Path, content: bytes) -> Path:
    path = edition_file(root, SECOND)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_ledger_holds_every_case_that_had_begun_by_its_id(bundled: Register) -> None:
    content = json.loads(ledger_bytes(ledger(bundled)))
    assert list(content) == ["tertial", "as_of", "program", "cases"]
    assert list(content["cases"]) == sorted(content["cases"])
    assert "zoletic" not in content["cases"]
    lime = content["cases"]["lime-saken"]
    assert (lime["state"], lime["final"], lime["year"], lime["court_level"]) == ("convicted", False, 2018, "tingrett")
    assert lime["rulings"][0] == {
        "instance": "tingrett",
        "date": "2018-06-22",
        "references": ["TOSLO-2015-105037-2"],
    }


def test_the_same_records_give_the_same_bytes_in_utf_8_with_unix_line_ends(bundled: Register) -> None:
    shuffled = Register(tuple(reversed(bundled.cases)))
    content = ledger_bytes(ledger(bundled))
    assert content == ledger_bytes(ledger(shuffled))
    assert content.endswith(b"}\n")
    assert b"\r" not in content


def test_a_kept_ledger_is_read_back(bundled: Register, tmp_path: Path) -> None:
    kept(tmp_path, ledger_bytes(ledger(bundled)))
    assert read_ledger(tmp_path, SECOND) == (ledger(bundled), [])


def test_where_none_was_kept_there_is_none_and_nothing_is_wrong(tmp_path: Path) -> None:
    assert read_ledger(tmp_path, SECOND) == (None, [])
    assert edition_problems(tmp_path) == []


def test_a_mark_of_utf_8_and_windows_line_ends_do_no_harm(bundled: Register, tmp_path: Path) -> None:
    kept(tmp_path, b"\xef\xbb\xbf" + ledger_bytes(ledger(bundled)).replace(b"\n", b"\r\n"))
    assert read_ledger(tmp_path, SECOND) == (ledger(bundled), [])


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"null", b"{", b'{"tertial": "2021-2"}', b"[" * 100_000, b'{"cases": {"../x": {}}}', b"\xff\xfe"],
)
def test_whatever_the_file_holds_is_one_finding_and_no_failure(tmp_path: Path, content: bytes) -> None:
    kept(tmp_path, content)
    found, problems = read_ledger(tmp_path, SECOND)
    assert found is None
    assert [problem.place.file for problem in problems] == ["editions/2021-2.json"]
    assert edition_problems(tmp_path) == problems


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("state", "guilty"),
        ("final", "yes"),
        ("year", "2018"),
        ("court_level", "byrett"),
        ("minors", 2),
        ("visibility", "secret"),
        ("kind", "civil"),
        ("more", 1),
    ],
)
def test_an_entry_that_no_edition_could_have_written_is_refused(
    bundled: Register, tmp_path: Path, field: str, value: object
) -> None:
    content = json.loads(ledger_bytes(ledger(bundled)))
    content["cases"]["lime-saken"][field] = value
    kept(tmp_path, json.dumps(content).encode())
    found, problems = read_ledger(tmp_path, SECOND)
    assert found is None
    assert [problem.code for problem in problems] == ["edition-not-read"]
    assert "lime-saken" in problems[0].place.field


def test_what_is_wrong_in_the_folder_stands_among_the_findings_of_the_workspace(workspace_copy: Path) -> None:
    kept(workspace_copy, b"{}")
    (workspace_copy / "rulings" / "editions" / "notes.txt").write_text("?", encoding="utf-8")
    found = {problem.code for problem in Workspace(workspace_copy).problems if "editions" in problem.place.file}
    assert found == {"edition-not-read", "file-unexpected"}


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "rulings").mkdir()
    (tmp_path / "rulings" / "editions").write_text("?", encoding="utf-8")
    assert [problem.code for problem in edition_problems(tmp_path)] == ["file-unexpected"]
    assert read_ledger(tmp_path, SECOND) == (None, [])
