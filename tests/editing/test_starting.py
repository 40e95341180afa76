"""A new workspace: sound from the start, with nothing in it that could be taken for a real case."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path

import pytest

from kom_rulings.editing.formatting import formatted
from kom_rulings.editing.starting import contents, free_nameless, start
from kom_rulings.errors import FolderNotEmpty
from kom_rulings.files.reading import read_file
from kom_rulings.records.schema import schema_text
from kom_rulings.settings import Settings, read_settings
from kom_rulings.workspace import Workspace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    start(tmp_path / "ny")
    return tmp_path / "ny"


def test_it_holds_an_example_of_each_kind_which_is_a_draft_and_otherwise_faultless(folder: Path) -> None:
    workspace = Workspace.find(folder, folder)
    assert workspace.register.cases == ()
    assert sorted(case.kind for case in workspace.register.drafts) == ["criminal", "echr", "immigration"]
    assert {problem.code for problem in workspace.problems} == {"draft-not-counted"}
    assert all("Oppdiktet" in case.title.nb for case in workspace.register.drafts)


def test_its_files_are_in_order(folder: Path) -> None:
    for path in (folder / "rulings").glob("*/*.yaml"):
        raw, _ = read_file(path, path.name)
        assert raw is not None
        assert formatted(raw, path.read_bytes()) == path.read_bytes()


def test_its_settings_tell_every_setting_with_what_holds_otherwise(folder: Path) -> None:
    assert read_settings(folder) == Settings()
    text = (folder / "kom-rulings.toml").read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") for line in text.splitlines() if " = " in line]
    assert tomllib.loads("\n".join(lines)) == dataclasses.asdict(Settings())


def test_what_is_derived_is_kept_out_of_git_and_the_schema_is_there(folder: Path) -> None:
    assert (folder / "rulings/case.schema.json").read_text(encoding="utf-8") == schema_text()
    assert "/exports/*" in (folder / ".gitignore").read_text(encoding="utf-8")
    assert not (folder / "gitignore").exists()
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == set(contents())


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notat.txt").write_text("mitt", encoding="utf-8")
    for place in (tmp_path, tmp_path / "notat.txt"):
        with pytest.raises(FolderNotEmpty):
            start(place)
    assert [path.name for path in tmp_path.iterdir()] == ["notat.txt"]


def test_a_record_without_a_name_gets_the_next_free_one(folder: Path) -> None:
    (folder / "rulings/echr/ny-sak.yaml").write_text("", encoding="utf-8")
    assert free_nameless(folder) == "ny-sak-2"
