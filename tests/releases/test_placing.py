"""Putting a release in place: the old one or the new one, whatever fails, and what killed runs have left."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kom_rulings.errors import CannotWrite
from kom_rulings.releases.placing import put_in_place

FILES = [("a.txt", b"a"), ("b.txt", b"b")]


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def failing() -> Iterator[tuple[str, bytes]]:
    yield "a.txt", b"new"
    raise OSError(28, "No space left on device")


def test_the_files_stand_in_the_folder_and_nothing_beside(tmp_path: Path) -> None:
    put_in_place(tmp_path / "exports" / "2021-3", FILES)
    assert content(tmp_path / "exports" / "2021-3") == dict(FILES)
    assert [path.name for path in (tmp_path / "exports").iterdir()] == ["2021-3"]


def test_a_full_disk_leaves_the_old_release_and_says_so(tmp_path: Path) -> None:
    target = tmp_path / "2021-3"
    put_in_place(target, FILES)
    with pytest.raises(CannotWrite) as error:
        put_in_place(target, failing())
    assert str(error.value.params["reason"]) == "the disk is full"
    assert content(target) == dict(FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["2021-3"]


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="nothing is closed to the superuser")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path, read_only: None) -> None:
    (tmp_path / "exports").mkdir(mode=0o555)
    with pytest.raises(CannotWrite):
        put_in_place(tmp_path / "exports" / "2021-3", FILES)


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("x")
    with pytest.raises(CannotWrite):
        put_in_place(tmp_path / "exports" / "2021-3", FILES)


def test_should_the_last_step_fail_the_old_release_gets_its_name_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "2021-3"
    put_in_place(target, FILES)
    rename = Path.rename

    def refusing(self: Path, other: Path) -> Path:
        if self.name.startswith("."):
            raise PermissionError(13, "Permission denied")
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(CannotWrite):
        put_in_place(target, [("c.txt", b"c")])
    assert content(target) == dict(FILES)


def test_what_a_killed_run_has_left_is_taken_away_when_it_is_old(tmp_path: Path) -> None:
    old, new = tmp_path / ".2021-3.killed", tmp_path / ".2021-3.running"
    for folder in (old, new):
        folder.mkdir()
    os.utime(old, (0, 0))
    put_in_place(tmp_path / "2021-3", FILES)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".2021-3.running", "2021-3"]
