"""A change to a case file touches what it should, and a failure leaves the old file as it was."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

from kom_rulings.errors import CannotRead, CannotWrite, FieldNotThere, FileChanged
from kom_rulings.files.paths import case_files
from kom_rulings.files.reading import RawFile, read_file
from kom_rulings.files.replacing import replace_file
from kom_rulings.files.writing import change, create
from kom_rulings.problems import Path as FieldPath

SMALL = """\
# yaml-language-server: $schema=../case.schema.json
kind: criminal  # the branch
title:
  # in Norwegian first
  nb: Saken

  en: 'The case'
countries: [RO, NO]
victims: {count: 4, minors: 0123}
rulings:
  # the first
  - court: Oslo tingrett
    date: 2018-06-07
    aggravated: yes
    summary: >-
      En linje som brytes
      på to.

  - court: "Borgarting lagmannsrett"   # on appeal
    date: 2018-06
    note: |
      Som den står.
# the end
"""


@pytest.fixture
def small(tmp_path: Path) -> RawFile:
    return _write(tmp_path / "a.yaml", SMALL)


def _write(path: Path, text: str) -> RawFile:
    path.write_bytes(text.encode())
    return _read(path)


def _read(path: Path) -> RawFile:
    raw, problems = read_file(path, path.name)
    assert raw is not None, problems
    return raw


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _difference(old: list[str], new: list[str]) -> list[str]:
    return [line for line in difflib.ndiff(old, new) if line[0] in "+-"]


def _fail_to_store(handle: int) -> None:
    raise OSError(28, "No space left on device")


def test_without_a_change_of_value_the_file_is_the_same(small: RawFile) -> None:
    change(small, {("kind",): "criminal", ("rulings", 0, "court"): "Oslo tingrett", ("title", "nb"): "Saken"})
    assert small.path.read_bytes() == SMALL.encode()


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("title", "nb"), "Sak: to", ["-   nb: Saken", "+   nb: 'Sak: to'"]),
        (("rulings", 1, "date"), "unknown", ["-     date: 2018-06", "+     date: unknown"]),
        (("rulings", 0, "aggravated"), None, ["-     aggravated: yes"]),
        (("rulings", 0, "outcome"), "convicted", ["+     outcome: convicted"]),
        (("visibility",), "NO", ["+ visibility: NO"]),
        (("permission", "by"), "KOM", ["+ permission:", "+   by: KOM"]),
        (("countries", 0), "BG", ["- countries: [RO, NO]", "+ countries: [BG, NO]"]),
    ],
)
def test_a_change_touches_the_lines_of_its_field_only(
    tmp_path: Path, path: FieldPath, value: object, expected: list[str]
) -> None:
    raw = _write(tmp_path / "a.yaml", SMALL)
    old = _lines(raw.path)
    change(raw, {path: value})
    assert _difference(old, _lines(raw.path)) == expected


@pytest.mark.parametrize("value", ["NO", "2018-06-07", "0123", "null", "a: b", "# x", "to\nlinjer", "“æøå”", " x "])
def test_a_text_that_is_written_is_read_again_as_it_was(small: RawFile, value: str) -> None:
    change(small, {("title", "nb"): value})
    assert _read(small.path).tree["title"] == {"nb": value, "en": "The case"}


def test_lists_and_mappings_are_written_as_they_are(small: RawFile) -> None:
    change(small, {("countries",): ["VN", "NO"], ("title",): {"nb": "x"}})
    tree = _read(small.path).tree
    assert (tree["countries"], tree["title"]) == (("VN", "NO"), {"nb": "x"})


def test_a_bundled_record_keeps_every_byte_when_a_field_gets_the_value_it_has(workspace_copy: Path) -> None:
    for path in case_files(workspace_copy):
        before = path.read_bytes()
        raw = _read(path)
        change(raw, {("kind",): raw.tree["kind"]})
        assert path.read_bytes() == before, path.name


def test_scalars_are_text_and_are_not_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: ~\nb: 2019-02-29\nc: +5  # kept\nd: True\ne: '0123'\nf: null\n", encoding="utf-8", newline="\n")
    change(_read(path), {("b",): "2019-02-28", ("g",): "10"})
    assert (
        path.read_text(encoding="utf-8") == "a: ~\nb: 2019-02-28\nc: +5  # kept\nd: True\ne: '0123'\nf: null\ng: 10\n"
    )


def test_the_line_ends_and_the_mark_of_windows_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    change(_read(path), {("b",): "3"})
    assert path.read_bytes() == b"\xef\xbb\xbfa: 1\r\nb: 3\r\n"


@pytest.mark.parametrize("way", [("countries", 7), ("title", "nb", "deeper"), ("rulings", 9, "date")])
def test_a_change_where_no_field_is_leaves_the_file(small: RawFile, way: FieldPath) -> None:
    before = small.path.read_bytes()
    with pytest.raises(FieldNotThere):
        change(small, {way: "x"})
    assert small.path.read_bytes() == before


def test_taking_out_what_is_not_there_changes_nothing(small: RawFile) -> None:
    before = small.path.read_bytes()
    change(small, {("popular_name",): None})
    assert small.path.read_bytes() == before


def test_a_file_changed_since_it_was_read_is_not_overwritten(small: RawFile) -> None:
    newer = SMALL.replace("Saken", "En annen")
    small.path.write_bytes(newer.encode())
    with pytest.raises(FileChanged) as fault:
        change(small, {("title", "nb"): "Vår"})
    assert fault.value.params == {"file": small.path}
    assert small.path.read_bytes() == newer.encode()


def test_a_second_change_must_read_the_file_again(small: RawFile) -> None:
    change(small, {("title", "nb"): "En"})
    with pytest.raises(FileChanged):
        change(small, {("title", "nb"): "To"})
    change(_read(small.path), {("title", "nb"): "To"})
    assert _read(small.path).tree["title"] == {"nb": "To", "en": "The case"}


def test_a_file_that_is_gone_is_not_written_anew(small: RawFile) -> None:
    small.path.unlink()
    with pytest.raises(CannotRead):
        change(small, {("title", "nb"): "Vår"})
    assert list(small.path.parent.iterdir()) == []


def test_the_old_file_stands_when_the_disk_is_full(small: RawFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", _fail_to_store)
    with pytest.raises(CannotWrite) as fault:
        change(small, {("title", "nb"): "Vår"})
    assert fault.value.params == {"file": small.path, "reason": "the disk is full"}
    assert small.path.read_bytes() == SMALL.encode()
    assert list(small.path.parent.iterdir()) == [small.path]


def test_the_old_file_stands_when_the_writing_is_broken_off(small: RawFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", break_off)
    with pytest.raises(KeyboardInterrupt):
        change(small, {("title", "nb"): "Vår"})
    assert small.path.read_bytes() == SMALL.encode()
    assert list(small.path.parent.iterdir()) == [small.path]


def test_after_a_change_there_is_no_other_file(small: RawFile) -> None:
    change(small, {("title", "nb"): "Vår"})
    assert list(small.path.parent.iterdir()) == [small.path]


def test_a_folder_in_the_way_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(CannotWrite):
        replace_file(tmp_path / "a.yaml", b"a: 1\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
    assert (tmp_path / "a.yaml").is_dir()


def test_a_new_file_holds_the_text_byte_for_byte(tmp_path: Path) -> None:
    create(tmp_path / "a.yaml", "a: ø\n")
    assert (tmp_path / "a.yaml").read_bytes() == b"a: \xc3\xb8\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_new_file_never_takes_the_place_of_an_old_one(small: RawFile) -> None:
    with pytest.raises(FileChanged):
        create(small.path, "a: 1\n")
    assert small.path.read_bytes() == SMALL.encode()


@pytest.mark.parametrize("parent", ["missing", "file"])
def test_a_folder_that_is_not_there_is_explained(tmp_path: Path, parent: str) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CannotWrite) as fault:
        create(tmp_path / parent / "a.yaml", "a: 1\n")
    assert fault.value.params["file"] == tmp_path / parent / "a.yaml"
    assert fault.value.params["reason"]
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(os.name == "nt", reason="rights of this kind are those of Unix")
def test_a_changed_file_keeps_its_rights_and_a_new_one_has_the_usual(small: RawFile) -> None:
    small.path.chmod(0o640)
    change(small, {("title", "nb"): "Vår"})
    assert small.path.stat().st_mode & 0o777 == 0o640
    old_mask = os.umask(0o027)
    try:
        create(small.path.with_name("b.yaml"), "a: 1\n")
    finally:
        assert os.umask(old_mask) == 0o027
    assert small.path.with_name("b.yaml").stat().st_mode & 0o777 == 0o640
