"""A record in an editor: the copy becomes the record, nobody's change is lost, and an interruption neither."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from kom_rulings.editing.opening import editor_words, working_copy
from kom_rulings.errors import EditedMeanwhile

Records = Callable[[dict[str, str]], Path]


@pytest.fixture
def root(records_of: Records) -> Path:
    return records_of({"criminal/a.yaml": "kind: criminal\n"})


@pytest.fixture
def record(root: Path) -> Path:
    return root / "rulings" / "criminal" / "a.yaml"


def names(record: Path) -> list[str]:
    return [path.name for path in record.parent.iterdir()]


def test_what_is_saved_in_the_copy_becomes_the_record(root: Path, record: Path) -> None:
    copy = working_copy(root, record)
    assert copy.copy.read_bytes() == record.read_bytes()
    copy.copy.write_text("kind: [", encoding="utf-8")
    assert copy.put_back()
    assert record.read_text(encoding="utf-8") == "kind: ["
    assert names(record) == ["a.yaml"]


def test_a_copy_that_is_not_changed_changes_nothing(root: Path, record: Path) -> None:
    copy = working_copy(root, record)
    assert not copy.put_back()
    copy.discard()
    assert names(record) == ["a.yaml"]


def test_a_copy_that_is_emptied_or_gone_does_not_empty_the_record(root: Path, record: Path) -> None:
    copy = working_copy(root, record)
    copy.copy.write_text("", encoding="utf-8")
    assert not copy.put_back()
    copy.discard()
    assert not copy.put_back()
    assert record.read_text(encoding="utf-8") == "kind: criminal\n"


def test_a_change_by_another_is_not_written_over_and_mine_is_kept(root: Path, record: Path) -> None:
    copy = working_copy(root, record)
    copy.copy.write_text("mitt", encoding="utf-8")
    record.write_text("den andres", encoding="utf-8")
    with pytest.raises(EditedMeanwhile):
        copy.put_back()
    assert record.read_text(encoding="utf-8") == "den andres"
    assert copy.copy.read_text(encoding="utf-8") == "mitt"
    with pytest.raises(EditedMeanwhile):
        working_copy(root, record)
    copy.copy.unlink()
    assert not working_copy(root, record).resumed


def test_an_interrupted_session_is_taken_up_again(root: Path, record: Path) -> None:
    working_copy(root, record).copy.write_text("halvferdig", encoding="utf-8")
    again = working_copy(root, record)
    assert again.resumed
    assert again.copy.read_text(encoding="utf-8") == "halvferdig"
    assert again.put_back()


def test_a_copy_in_which_nothing_was_written_is_taken_away(root: Path, record: Path) -> None:
    working_copy(root, record)
    record.write_text("kind: echr\n", encoding="utf-8")
    copy = working_copy(root, record)
    assert not copy.resumed
    assert sorted(names(record)) == sorted([copy.copy.name, "a.yaml"])


@pytest.mark.parametrize(
    ("editor", "windows", "exists", "expected"),
    [
        ("code --wait", False, False, ["code", "--wait"]),
        ("'/my tools/ed' -x", False, False, ["/my tools/ed", "-x"]),
        ("notepad", True, False, ["notepad"]),
        ("code --wait", True, False, ["code", "--wait"]),
        (r"C:\Windows\notepad.exe", True, True, [r"C:\Windows\notepad.exe"]),
        (r"C:\Program Files\Notepad++\notepad++.exe", True, True, [r"C:\Program Files\Notepad++\notepad++.exe"]),
        (r'"C:\Program Files\N\n.exe" -multiInst', True, False, [r"C:\Program Files\N\n.exe", "-multiInst"]),
    ],
)
def test_an_editor_is_named_by_words_of_a_shell(editor: str, windows: bool, exists: bool, expected: list[str]) -> None:
    assert shlex.split(editor_words(editor, windows=windows, exists=lambda _: exists)) == expected
