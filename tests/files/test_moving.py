"""Changes to several files are done whole or not at all, and what was interrupted is finished by who comes next."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from kom_rulings.errors import ActUnfinished, CannotWrite, FileChanged
from kom_rulings.files import moving
from kom_rulings.files.moving import JOURNAL, Act, Write, carry_out, finish, unfinished
from kom_rulings.files.replacing import replace_file

BEFORE = {"criminal/a.yaml": "a", "criminal/a.R.txt": "tekst", "criminal/b.yaml": "b"}
AFTER = {"criminal/b.yaml": "b og a", "criminal/c.yaml": "ny", "criminal/b.R.txt": "tekst"}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


ACT = Act(
    "merge a b",
    [Write("criminal/b.yaml", digest("b"), b"b og a"), Write("criminal/c.yaml", None, b"ny")],
    [("criminal/a.R.txt", "criminal/b.R.txt")],
    [("criminal/a.yaml", digest("a"))],
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, content in BEFORE.items():
        path = tmp_path / "rulings" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path


def files(root: Path) -> dict[str, str]:
    folder = root / "rulings"
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


def stop_at(n: int, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let the n-th change to the disk fail."""
    count = 0

    def counted(function: Any) -> Any:
        def act(*arguments: Any, **options: Any) -> Any:
            nonlocal count
            count += 1
            if count == n:
                raise error
            return function(*arguments, **options)

        return act

    monkeypatch.setattr(moving, "replace_file", counted(replace_file))
    monkeypatch.setattr(Path, "unlink", counted(Path.unlink))


def test_it_is_done_and_nothing_is_left_over(root: Path) -> None:
    carry_out(root, ACT)
    assert files(root) == AFTER
    assert unfinished(root) == []
    assert finish(root) is None


@pytest.mark.parametrize(
    ("name", "content"),
    [("criminal/a.yaml", "endret"), ("criminal/b.yaml", "endret"), ("criminal/c.yaml", "x"), ("criminal/b.R.txt", "x")],
)
def test_nothing_is_done_when_a_file_is_not_as_it_was_read(root: Path, name: str, content: str) -> None:
    (root / "rulings" / name).write_text(content, encoding="utf-8")
    with pytest.raises(FileChanged):
        carry_out(root, ACT)
    assert files(root) == {**BEFORE, name: content}


@pytest.mark.parametrize("n", [2, 3, 4])
def test_a_failure_puts_back_what_was_there(root: Path, n: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        stop_at(n, patched, CannotWrite(file="x", reason="full"))
        with pytest.raises(CannotWrite):
            carry_out(root, ACT)
    assert files(root) == BEFORE


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
def test_a_sudden_end_loses_nothing_and_the_next_run_finishes(
    root: Path, n: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(moving, "_put_back", lambda *_: None)
        stop_at(n, patched, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            carry_out(root, ACT)
    left = files(root)
    assert "a" in left.values() or left.get("criminal/b.yaml") == "b og a"
    assert "tekst" in left.values()
    assert [one.code for one in unfinished(root)] == ([] if n == 1 else ["act-unfinished"])
    assert finish(root) == (None if n == 1 else "merge a b")
    assert files(root) == (BEFORE if n == 1 else AFTER)


def test_what_was_interrupted_is_not_finished_over_another_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(moving, "_put_back", lambda *_: None)
        stop_at(3, patched, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            carry_out(root, ACT)
    (root / "rulings/criminal/a.yaml").write_text("endret siden", encoding="utf-8")
    with pytest.raises(ActUnfinished):
        finish(root)
    assert files(root)["criminal/a.yaml"] == "endret siden"


@pytest.mark.parametrize(
    "content",
    [
        "ikke json",
        "{}",
        "[]",
        json.dumps({"act": "x", "writes": [], "moves": [], "removals": [["../../andre.txt", ""]]}),
        json.dumps(
            {"act": "x", "writes": [{"file": "/etc/x", "before": None, "content": ""}], "moves": [], "removals": []}
        ),
        json.dumps({"act": "x", "writes": [], "moves": [["criminal/a.yaml", "criminal/../../x"]], "removals": []}),
    ],
)
def test_a_journal_that_is_not_ours_is_told_and_does_nothing(root: Path, content: str) -> None:
    (root / "rulings" / JOURNAL).write_text(content, encoding="utf-8")
    with pytest.raises(ActUnfinished):
        finish(root)
    assert [one.code for one in unfinished(root)] == ["act-unfinished"]
    assert files(root) == {**BEFORE, JOURNAL: content}
