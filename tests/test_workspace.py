"""A workspace: found from any folder, its settings, its cases by any name, its texts, findings and tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kom_rulings.errors import CaseBroken, CaseNotFound, NoRecords, SettingsNotRead, WorkspaceNotFound
from kom_rulings.settings import Settings, read_settings
from kom_rulings.workspace import Workspace

CASE = """\
# yaml-language-server: $schema=../case.schema.json
kind: criminal
title: {nb: Saken om gull, en: The gold case}
exploitation: [begging]
rulings:
  - court: Høyesterett
    instance: hoyesterett
    references: [HR-2016-2491-A, Rt-2013-39]
    date: 2016-12-08
    outcome: upheld
"""

RecordsOf = Callable[[dict[str, str]], Path]


@pytest.fixture
def root(records_of: RecordsOf) -> Path:
    """Two sound cases and a broken one."""
    other = CASE.replace("HR-2016-2491-A, Rt-2013-39", "25965/04")
    return records_of(
        {"criminal/gull.yaml": CASE, "criminal/solv.yaml": other, "criminal/knust.yaml": "kind: criminal\ntitle: }\n"}
    )


@pytest.mark.parametrize("inside", [".", "rulings", "rulings/criminal"])
def test_the_workspace_is_found_upward(root: Path, inside: str) -> None:
    assert Workspace.find(root / inside).root == root


def test_the_nearest_workspace_wins(root: Path) -> None:
    inner = root / "inner" / "rulings"
    (inner / "echr").mkdir(parents=True)
    (inner / "echr" / "kobber.yaml").write_text(CASE, encoding="utf-8")
    assert Workspace.find(inner).root == root / "inner"


def test_a_root_that_is_named_wins_over_the_place(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert Workspace.find(elsewhere, root).root == root


def test_a_relative_root_becomes_absolute(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    assert Workspace.find(root, Path(root.name)).root == root


def test_a_root_without_records_is_refused_even_inside_a_workspace(root: Path) -> None:
    with pytest.raises(WorkspaceNotFound) as caught:
        Workspace.find(root, root / "rulings")
    assert caught.value.params == {"start": root / "rulings"}


def test_without_records_there_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "rulings").write_text("a file, no folder")
    with pytest.raises(WorkspaceNotFound, match="no folder with records") as caught:
        Workspace.find(tmp_path)
    assert caught.value.exit_code == 2


def test_a_folder_without_a_single_record_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "rulings" / "criminal").mkdir(parents=True)
    with pytest.raises(NoRecords, match="There are no records in") as caught:
        Workspace.find(tmp_path)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("gull", "gull"),
        ("HR-2016-2491-A", "gull"),
        ("hr 2016 2491", "gull"),
        ("Rt. 2013 s. 39", "gull"),
        ("rt 2013 39", "gull"),
        ("25965/04", "solv"),
        ("nr. 25965/04", "solv"),
        ("GULL", "gull"),
    ],
)
def test_a_case_is_named_by_its_id_or_any_spelling_of_a_reference(root: Path, name: str, case: str) -> None:
    assert Workspace(root).case(name).id == case


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("gul", "gull"), ("sølv", "solv"), ("xyz", ""), ("", ""), ("Rt. 2013 s. 40", ""), ("hr 2016 249", "")],
)
def test_an_unknown_case_is_refused_with_the_nearest(root: Path, name: str, nearest: str) -> None:
    with pytest.raises(CaseNotFound) as caught:
        Workspace(root).case(name)
    assert caught.value.params == {"name": name, "nearest": nearest}


@pytest.mark.parametrize("name", ["../x", "../criminal/gull", "gull.yaml", "criminal/gull", ".", "gull\x00"])
def test_a_path_is_no_case(root: Path, name: str) -> None:
    (root / "x.yaml").write_text(CASE, encoding="utf-8")
    (root / "rulings" / "x.yaml").write_text(CASE, encoding="utf-8")
    with pytest.raises(CaseNotFound):
        Workspace(root).case(name)


def test_a_broken_case_is_told_with_file_and_line(root: Path) -> None:
    with pytest.raises(CaseBroken, match=r"criminal/knust\.yaml has an error on line 2") as caught:
        Workspace(root).case("knust")
    assert caught.value.exit_code == 1


def test_a_broken_case_hides_no_other(root: Path) -> None:
    workspace = Workspace(root)
    assert list(workspace.register.by_id) == ["gull", "solv"]
    assert [(one.code, one.place.file) for one in workspace.problems if one.place.file == "criminal/knust.yaml"] == [
        ("yaml-syntax", "criminal/knust.yaml")
    ]


def test_the_workspace_adds_rows_to_the_tables(root: Path) -> None:
    assert Workspace(root).tables.countries["RO"].nb == "Romania"
    folder = root / "inner" / "rulings" / "tables"
    folder.mkdir(parents=True)
    (folder / "countries.yaml").write_text("countries:\n  QQ: {nb: Ruritania, en: Ruritania}\n", encoding="utf-8")
    tables = Workspace(root / "inner").tables
    assert (tables.countries["QQ"].nb, tables.countries["RO"].nb) == ("Ruritania", "Romania")


def test_without_a_settings_file_the_defaults_hold(root: Path) -> None:
    assert Workspace(root).settings == Settings(language="nb", engine="whoosh", lock_wait_seconds=10.0)


def test_settings_are_read_from_the_workspace(root: Path) -> None:
    content = '\ufefflanguage = "en"\nengine = "scan"\nlock_wait_seconds = 0\n'
    (root / "kom-rulings.toml").write_text(content, encoding="utf-8")
    assert Workspace(root).settings == Settings("en", "scan", 0)
    assert Workspace(root, Settings()).settings == Settings()


def test_a_language_that_is_asked_for_wins() -> None:
    assert Settings(engine="scan").speaking("en") == Settings("en", "scan")
    assert Settings("en").speaking(None) == Settings("en")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("language = ", "Invalid value"),
        ('language = "sv"', "language = 'sv'"),
        ('engine = "lucene"', "engine = 'lucene'"),
        ("lock_wait_seconds = -1", "lock_wait_seconds = -1"),
        ('lock_wait_seconds = "soon"', "lock_wait_seconds = 'soon'"),
        ('colour = "red"\nage = 3', "age, colour?"),
        ("language = 'nb'\nlanguage = 'en'", "Cannot overwrite a value"),
    ],
)
def test_settings_that_cannot_be_used_are_refused_with_a_reason(root: Path, content: str, reason: str) -> None:
    (root / "kom-rulings.toml").write_text(content, encoding="utf-8")
    with pytest.raises(SettingsNotRead, match=r"kom-rulings\.toml cannot be used") as caught:
        Workspace(root)
    assert reason in str(caught.value.params["reason"])


def test_settings_in_another_encoding_are_refused(tmp_path: Path) -> None:
    (tmp_path / "kom-rulings.toml").write_bytes(b'language = "nb" # \xe5')
    with pytest.raises(SettingsNotRead, match="utf-8"):
        read_settings(tmp_path)
