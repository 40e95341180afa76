"""Publishing: which files there are, the same bytes each time, what the public may not see, and no half release."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from kom_rulings.dates import Tertial
from kom_rulings.errors import ReleaseExists, TemplateUnusable
from kom_rulings.releases import Means, Release, publish
from kom_rulings.workspace import Workspace

RELEASE = Release(Tertial(2021, 3))
IN_NORWEGIAN = {
    *("overview.docx", "overview.html", "convictions.xlsx", "rulings.csv"),
    *("changes.docx", "changes.md", "figures.md"),
}


def published(root: Path, release: Release = RELEASE, *, force: bool = False) -> Path:
    return publish(Workspace(root), release, Means(), lambda *_: None, force=force)


def manifest(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return content


def test_the_manifest_holds_the_hash_of_every_file(workspace_copy: Path) -> None:
    folder = published(workspace_copy)
    for name, file in manifest(folder)["files"].items():
        content = (folder / name).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (file["sha256"], file["bytes"])
    assert set(manifest(folder)["files"]) == {*IN_NORWEGIAN, "rulings.json"}
    assert {path.name for path in folder.iterdir()} == {*IN_NORWEGIAN, "rulings.json", "manifest.json"}


def test_each_language_has_its_own_files_and_the_data_are_there_once(workspace_copy: Path) -> None:
    folder = published(workspace_copy, Release(Tertial(2021, 3), ("nb", "en")))
    in_english = {name.replace(".", "-en.") for name in IN_NORWEGIAN}
    assert {path.name for path in folder.iterdir()} == {*IN_NORWEGIAN, *in_english, "rulings.json", "manifest.json"}
    assert '<html lang="en"' in (folder / "overview-en.html").read_text("utf-8")


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
    prose = (Path(__file__).parents[2] / "rulings" / "overview" / "nb.md").read_text(encoding="utf-8")
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


def test_what_is_not_public_lies_in_a_folder_of_its_own(workspace_copy: Path) -> None:
    internal = published(workspace_copy, Release(Tertial(2021, 3), audience="internal"))
    assert internal.name == "2021-3-internal"
    assert manifest(internal)["audience"] == "internal"


def test_the_public_edition_is_remembered_in_the_records_and_no_other(workspace_copy: Path) -> None:
    ledger = workspace_copy / "rulings" / "editions" / "2021-3.json"
    published(workspace_copy, Release(Tertial(2021, 3), audience="partner"))
    assert not ledger.exists()
    published(workspace_copy)
    assert json.loads(ledger.read_text("utf-8"))["cases"]["lime-saken"]["state"] == "convicted"


def test_the_next_edition_knows_what_the_one_before_said(workspace_copy: Path) -> None:
    published(workspace_copy, Release(Tertial(2021, 2)))
    assert manifest(published(workspace_copy))["previous_edition"] == "2021-2"


def test_publishing_an_edition_again_does_not_change_a_byte_of_it(workspace_copy: Path) -> None:
    first = {path.name: path.read_bytes() for path in published(workspace_copy).iterdir()}
    second = {path.name: path.read_bytes() for path in published(workspace_copy, force=True).iterdir()}
    assert first == second


def test_an_old_release_is_kept_beside_the_new_one(workspace_copy: Path) -> None:
    published(workspace_copy)
    with pytest.raises(ReleaseExists):
        published(workspace_copy)
    published(workspace_copy, force=True)
    published(workspace_copy, force=True)
    assert sorted(path.name for path in (workspace_copy / "exports").iterdir()) == [
        *("2021-3", "2021-3.old-1", "2021-3.old-2"),
    ]


@pytest.mark.parametrize("breaks_at", range(1, 9))
def test_a_run_that_breaks_at_any_file_leaves_no_half_release(workspace_copy: Path, breaks_at: int) -> None:
    def breaking(_name: str, n: int, _total: int) -> None:
        if n == breaks_at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(Workspace(workspace_copy), RELEASE, Means(), breaking)
    assert not (workspace_copy / "exports").exists()
    assert not (workspace_copy / "rulings" / "editions").exists()


def test_a_template_of_ones_own_that_lacks_a_style_stops_the_release(workspace_copy: Path) -> None:
    own = Document()
    own.save(str(workspace_copy / "mal.docx"))
    with pytest.raises(TemplateUnusable):
        publish(Workspace(workspace_copy), RELEASE, Means(workspace_copy / "mal.docx"), lambda *_: None)
    assert not (workspace_copy / "exports" / "2021-3").exists()


def test_time_zone_and_locale_of_the_machine_change_nothing(
    workspace_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = {path.name: path.read_bytes() for path in published(workspace_copy).iterdir()}
    for name, value in (("TZ", "Pacific/Kiritimati"), ("LC_ALL", "ar_EG.UTF-8"), ("LANGUAGE", "de")):
        monkeypatch.setenv(name, value)
    if hasattr(time, "tzset"):
        time.tzset()
    second = {path.name: path.read_bytes() for path in published(workspace_copy, force=True).iterdir()}
    assert first == second
