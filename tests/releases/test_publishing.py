"""A release: what stands in the manifest, the same bytes each time, and what the public may not see."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document

from kom_rulings.dates import Tertial
from kom_rulings.publishing import Release, publish
from kom_rulings.workspace import Workspace

RELEASE = Release(Tertial(2021, 3))


def published(root: Path, release: Release = RELEASE) -> Path:
    return publish(Workspace(root), release, lambda _: None)


def manifest(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return content


def test_the_manifest_holds_the_hash_of_every_file(workspace_copy: Path) -> None:
    folder = published(workspace_copy)
    for name, sha256 in manifest(folder)["files"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256
    assert set(manifest(folder)["files"]) == {"overview.docx", "rulings.json"}


def test_the_same_records_give_the_same_bytes(workspace_copy: Path) -> None:
    first = {path.name: path.read_bytes() for path in published(workspace_copy).iterdir()}
    (workspace_copy / "exports").rename(workspace_copy / "før")
    second = {path.name: path.read_bytes() for path in published(workspace_copy).iterdir()}
    assert first == second


def test_the_manifest_tells_when_a_record_has_changed(workspace_copy: Path) -> None:
    before = manifest(published(workspace_copy))["records"]["sha256"]
    path = workspace_copy / "rulings" / "echr" / "rantsev.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# rettet\n", encoding="utf-8")
    (workspace_copy / "exports").rename(workspace_copy / "før")
    assert manifest(published(workspace_copy))["records"]["sha256"] != before


def test_no_case_that_is_not_public_is_in_a_public_release(workspace_copy: Path) -> None:
    path = workspace_copy / "rulings" / "criminal" / "lime-saken.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("visibility: public", "visibility: internal"), encoding="utf-8"
    )
    folder = published(workspace_copy)
    cases = json.loads((folder / "rulings.json").read_text(encoding="utf-8"))["cases"]
    assert "lime-saken" not in [case["id"] for case in cases]
    assert manifest(folder)["tally"]["convictions"]["total"] == 11


def test_the_data_holds_only_rulings_that_exist_on_the_date(workspace_copy: Path) -> None:
    folder = published(workspace_copy, Release(Tertial(2019, 1)))
    cases = json.loads((folder / "rulings.json").read_text(encoding="utf-8"))["cases"]
    lime = next(case for case in cases if case["id"] == "lime-saken")
    assert [ruling["date"] for ruling in lime["rulings"]] == ["2018-06-22", "2019-03-07"]


def test_an_empty_register_still_gives_a_release(records_of: Callable[[dict[str, str]], Path]) -> None:
    prose = (Path(__file__).parent.parent / "rulings" / "overview" / "nb.md").read_text(encoding="utf-8")
    root = records_of({"overview/nb.md": prose})
    assert manifest(published(root))["tally"]["convictions"]["total"] == 0


def test_an_earlier_edition_knows_nothing_of_later_days(workspace_copy: Path) -> None:
    folder = published(workspace_copy, Release(Tertial(2020, 3)))
    hedmarken = next(case for case in cases_in(folder) if case["id"] == "thedm-2020-52736")
    assert hedmarken["rulings"][0]["legal_force"] is None
    assert hedmarken["rulings"][0]["summary"] == {"nb": None, "en": None}
    document = Document(str(folder / "overview.docx"))
    assert "2021" not in "".join(paragraph.text for paragraph in document.paragraphs if "Hedmarken" in paragraph.text)


def test_notes_and_sources_stay_in_the_house(workspace_copy: Path) -> None:
    text = (published(workspace_copy) / "rulings.json").read_text(encoding="utf-8")
    assert '"note"' not in text
    assert '"sources"' not in text


def test_a_citation_of_a_case_that_is_not_public_is_left_out(workspace_copy: Path) -> None:
    lime = workspace_copy / "rulings" / "criminal" / "lime-saken.yaml"
    lime.write_text(lime.read_text("utf-8").replace("visibility: public", "visibility: internal"), "utf-8")
    rantsev = workspace_copy / "rulings" / "echr" / "rantsev.yaml"
    cites = "    document: JUD\n    cites: [LB-2018-102939-2, HR-2017-1124-A]\n"
    rantsev.write_text(rantsev.read_text("utf-8").replace("    document: JUD\n", cites), "utf-8")
    found = next(case for case in cases_in(published(workspace_copy)) if case["id"] == "rantsev")
    assert found["rulings"][0]["cites"] == ["HR-2017-1124-A"]


def cases_in(folder: Path) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((folder / "rulings.json").read_text(encoding="utf-8"))["cases"]
    return cases
