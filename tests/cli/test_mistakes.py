"""Mistakes made on purpose: one clear message, the right exit code, nothing lost, and never a traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kom_rulings.cli import main as command_line

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["publish", "2021-4"], 2, "«2021-4» er ikke et tertial."),
        (["tally", "--as-of", "2021-02-30"], 2, "«2021-02-30» er ikke en dato som finnes."),
        (["tally", "--tertial", "høst"], 2, "«høst» er ikke et tertial."),
        (["show", "lime"], 2, "Mente du lime-saken?"),
        (["show", "../../etc/passwd"], 2, "finnes ikke"),
        (["search", "x", "--year", "i fjor"], 2, "er ikke en dato som finnes"),
        (["search", "x", "--limit", "0"], 2, "Feil:"),
        (["search"], 2, "Feil:"),
        (["sok", "x"], 2, "sok"),
        (["check", "--jsn"], 2, "--jsn"),
        (["tally", "--as-of", "2021", "--tertial", "2021-3"], 2, "Oppgi --as-of eller --tertial, ikke begge."),
        (["tally", "--as-of", ""], 2, "«» er ikke en dato som finnes."),
        (["tally", "--published", "--as-of", "2019"], 2, "--published"),
        (["tally", "--published", "--explain"], 2, "--published"),
        (["search", "tigging", "--yaer", "2020"], 2, "--yaer"),
        (["publish", "2999-3"], 2, "slutter 2999-12-31, som ikke er kommet ennå"),
    ],
)
def test_wrong_use_is_told_and_exits_with_2(run: Run, arguments: list[str], code: int, told: str) -> None:
    done = run(*arguments)
    assert done.code == code
    assert told in done.err
    assert "Traceback" not in done.err


def test_a_folder_without_records_is_told(run: Run, tmp_path: Path) -> None:
    done = run("check", root=tmp_path)
    assert done.code == 2
    assert "rulings" in done.err


def test_numbers_from_records_with_errors_are_told_and_exit_with_1(run: Run, workspace_copy: Path) -> None:
    path = workspace_copy / "rulings" / "criminal" / "lime-saken.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("count: 10", "count: ti"), encoding="utf-8")
    done = run("tally", "--tertial", "2021-3", root=workspace_copy)
    assert done.code == 1
    assert "så tallene kan være gale" in done.err
    assert "Traceback" not in done.err


def test_a_register_without_published_figures_tells_that_there_are_none(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "rulings" / "published-figures.yaml").unlink()
    done = run("tally", "--published", root=workspace_copy)
    assert done.code == 0
    assert "Det finnes ingen publiserte tall" in done.err


def test_settings_that_cannot_be_used_are_told(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "kom-rulings.toml").write_text("sprog = 1\n", encoding="utf-8")
    done = run("tally", root=workspace_copy)
    assert done.code == 2
    assert "sprog" in done.err


def test_a_broken_record_stops_publishing_and_nothing_else(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "rulings" / "criminal" / "ny.yaml").write_text("kind: criminal\n  x: [", encoding="utf-8")
    done = run("publish", "2021-3", root=workspace_copy)
    assert done.code == 1
    assert "criminal/ny.yaml:2" in done.out
    assert not (workspace_copy / "exports").exists()
    found = run("search", "25965/04", "--json", root=workspace_copy)
    assert found.json["hits"][0]["case"] == "rantsev"
    assert any("ny" in note for note in found.json["notes"])


def test_a_broken_record_cannot_be_shown_and_is_named(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "rulings" / "echr" / "rantsev.yaml").write_text("kind: echr\n", encoding="utf-8")
    done = run("show", "rantsev", root=workspace_copy)
    assert done.code == 1
    assert "echr/rantsev.yaml" in done.err


def test_a_release_is_not_overwritten_and_with_force_the_old_one_is_kept(run: Run, workspace_copy: Path) -> None:
    folder = workspace_copy / "exports" / "2021-3"
    assert run("publish", "2021-3", root=workspace_copy).code == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert run("publish", "2021-3", root=workspace_copy).code == 2
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert run("publish", "2021-3", "--force", root=workspace_copy).code == 0
    kept = workspace_copy / "exports" / "2021-3.old-1"
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == before
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_exports_folder_that_cannot_be_written_is_told(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "exports").write_text("her står det noe annet", encoding="utf-8")
    done = run("publish", "2021-3", root=workspace_copy)
    assert done.code == 3
    assert "exports" in done.err
    assert (workspace_copy / "exports").read_text(encoding="utf-8") == "her står det noe annet"


def test_a_full_disk_leaves_nothing_half_written(
    run: Run, workspace_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = run("publish", "2021-3", root=workspace_copy)
    assert done.code == 3
    assert "disken er full" in done.err
    assert list((workspace_copy / "exports").iterdir()) == []


def test_what_nobody_foresaw_is_one_message_and_a_traceback_only_with_debug(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("uventet")

    monkeypatch.setattr(command_line.main, "main", fail)
    plain, debug = run("check"), run("check", "--debug")
    assert (plain.code, debug.code) == (3, 3)
    assert "uventet" in plain.err
    assert "Traceback" not in plain.err
    assert "Traceback" in debug.err


def test_a_tally_of_a_damaged_register_says_what_it_leaves_out(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "rulings" / "criminal" / "hr-2016-2491-a.yaml").write_text("kind: [", encoding="utf-8")
    plain = run("tally", "--tertial", "2021-3", root=workspace_copy)
    data = run("tally", "--tertial", "2021-3", "--json", root=workspace_copy)
    assert (plain.code, data.code) == (1, 1)
    assert "criminal/hr-2016-2491-a.yaml" in plain.err
    assert data.json["left_out"] == ["criminal/hr-2016-2491-a.yaml"]
    assert data.json["convictions"]["total"] == 10


def test_errors_that_stop_publishing_are_data_when_asked_for(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "rulings" / "criminal" / "tom.yaml").write_text("", encoding="utf-8")
    done = run("publish", "2021-3", "--json", root=workspace_copy)
    assert done.code == 1
    assert [problem["code"] for problem in done.json] == ["file-empty"]


def test_a_broken_table_of_the_workspace_stops_nothing_but_publishing(run: Run, workspace_copy: Path) -> None:
    tables = workspace_copy / "rulings" / "tables"
    tables.mkdir()
    (tables / "courts.yaml").write_text("courts: 3\n", encoding="utf-8")
    assert "tables/courts.yaml:1" in run("check", "--errors-only", root=workspace_copy).out
    assert run("show", "lime-saken", root=workspace_copy).code == 0
    assert run("publish", "2021-3", root=workspace_copy).code == 1


def test_a_language_that_the_workspace_sets_is_that_of_errors_and_help(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "kom-rulings.toml").write_text('language = "en"\n', encoding="utf-8")
    assert "is not a tertial" in run("publish", "2021-9", root=workspace_copy).err
    assert "Usage:" in run("search", "--help", root=workspace_copy).out
