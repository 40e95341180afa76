"""Verifying a release: what was changed in it afterwards, and what the records no longer give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kom_rulings.dates import Tertial
from kom_rulings.errors import ManifestNotRead
from kom_rulings.releases import Means, Release, publish
from kom_rulings.releases.verifying import verify
from kom_rulings.workspace import Workspace


@pytest.fixture
def folder(workspace_copy: Path) -> Path:
    return publish(Workspace(workspace_copy), Release(Tertial(2021, 3)), Means(), lambda *_: None)


def told(folder: Path) -> list[tuple[str, str, bool]]:
    remarks = verify(Workspace(folder.parents[1]), folder, Means(), lambda *_: None)
    return [(one.file, one.message.format(**one.params), one.fault) for one in remarks]


def test_a_release_as_it_was_published_has_no_remark(folder: Path) -> None:
    assert told(folder) == []


def test_a_later_edition_does_not_change_an_earlier_one(folder: Path) -> None:
    publish(Workspace(folder.parents[1]), Release(Tertial(2022, 1)), Means(), lambda *_: None)
    assert told(folder) == []


def test_a_file_that_was_changed_is_named(folder: Path) -> None:
    with (folder / "overview.docx").open("ab") as file:
        file.write(b" ")
    assert told(folder) == [("overview.docx", "The file is not the one that was published.", True)]


def test_a_file_that_is_gone_and_one_that_was_added_are_named(folder: Path) -> None:
    (folder / "figures.md").rename(folder / "notater.md")
    assert told(folder) == [
        ("figures.md", "The file is missing.", True),
        ("notater.md", "The file is not in the manifest.", True),
    ]


def test_a_manifest_that_was_changed_is_named(folder: Path) -> None:
    path = folder / "manifest.json"
    path.write_text(path.read_text("utf-8").replace('"total": 11', '"total": 12'), "utf-8")
    assert told(folder) == [("manifest.json", "Made anew from the records, the file has other bytes.", True)]


def test_records_that_have_changed_since_are_told_and_so_are_the_files_that_differ(folder: Path) -> None:
    record = folder.parents[1] / "rulings" / "criminal" / "lime-saken.yaml"
    record.write_text(record.read_text("utf-8").replace("nb: Lime-saken –", "nb: Limesaken –"), "utf-8")
    found = told(folder)
    assert found[0] == ("", "The records have changed since it was published: files made anew may differ.", False)
    differing = {name for name, _, fault in found if fault}
    assert {"overview.docx", "rulings.csv", "rulings.json"} <= differing


def test_records_with_errors_are_no_reason_to_doubt_the_files(folder: Path) -> None:
    (folder.parents[1] / "rulings" / "criminal" / "ny.yaml").write_text("kind: criminal\n", "utf-8")
    assert told(folder) == [("", "The records have errors now, so no file was made anew.", False)]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"tertial": "2021-9"}', '{"files": []}'])
def test_a_manifest_that_is_none_is_refused(folder: Path, content: str) -> None:
    (folder / "manifest.json").write_text(content, "utf-8")
    with pytest.raises(ManifestNotRead):
        told(folder)


def test_a_folder_without_a_manifest_is_refused(workspace_copy: Path) -> None:
    with pytest.raises(ManifestNotRead):
        verify(Workspace(workspace_copy), workspace_copy / "rulings", Means(), lambda *_: None)


def test_what_needs_another_libreoffice_is_not_made_anew(folder: Path) -> None:
    path = folder / "manifest.json"
    data = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(data | {"libreoffice": "LibreOffice 1.0"}), "utf-8")
    assert ("", "Not made anew: it needs LibreOffice 1.0, which is not found here.", False) in told(folder)
