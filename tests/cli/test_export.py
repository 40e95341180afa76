"""The command ``export``: every form, who may see what, dates, and what is refused before anything is written."""

from __future__ import annotations

import datetime as dt
import errno
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rispy
from docx import Document

from documents.sheets import read_back
from kom_rulings.exports.exporting import FORMS

Run = Callable[..., Any]


@pytest.fixture
def export(run: Run, workspace_copy: Path) -> Callable[..., Any]:
    """Export to a file below the workspace: ``export("lime", "saker.csv")``."""

    def carry_out(query: str, name: str, *options: str) -> Any:
        words = query.split()
        return run("export", *words, "-o", str(workspace_copy / name), *options, root=workspace_copy)

    return carry_out


def hide(root: Path, case: str = "lime-saken", visibility: str = "internal") -> None:
    path = root / "rulings" / "criminal" / f"{case}.yaml"
    path.write_text(path.read_text("utf-8").replace("visibility: public", f"visibility: {visibility}"), "utf-8")


def ids(path: Path) -> list[str]:
    return [case["id"] for case in json.loads(path.read_text(encoding="utf-8"))["cases"]]


@pytest.mark.parametrize("ending", FORMS)
def test_every_ending_makes_a_file_and_the_same_one_twice(export: Run, workspace_copy: Path, ending: str) -> None:
    done = export("lime", f"saker{ending}", "--as-of", "2021-12-31")
    assert done.code == 0
    assert done.out == f"1 sak er skrevet til {workspace_copy / f'saker{ending}'}\n"
    first = (workspace_copy / f"saker{ending}").read_bytes()
    assert export("lime", f"saker{ending}", "--as-of", "2021-12-31", "--force").code == 0
    assert (workspace_copy / f"saker{ending}").read_bytes() == first


def test_the_word_file_holds_the_summaries_the_query_and_the_date(export: Run, workspace_copy: Path) -> None:
    export("lime", "saker.docx", "--as-of", "2021-12-31")
    text = "\n".join(paragraph.text for paragraph in Document(str(workspace_copy / "saker.docx")).paragraphs)
    assert "Per 31. desember 2021" in text
    assert "Menn fra Pakistan ble hentet til arbeid" in text
    assert "lime" in text


def test_the_workbook_has_rulings_convictions_and_what_it_is_about(export: Run, workspace_copy: Path) -> None:
    export("tvangsarbeid type:straff", "saker.xlsx", "--as-of", "2021-12-31")
    rulings, convicted, about = read_back((workspace_copy / "saker.xlsx").read_bytes())
    assert [rulings.name, convicted.name, about.name] == ["Avgjørelser", "Domfellelser", "Om"]
    assert about.told["Det ble søkt etter"] == "tvangsarbeid type:straff"
    assert about.told["Per dato"] == dt.date(2021, 12, 31)


def test_columns_are_picked_in_the_order_asked_for(export: Run, workspace_copy: Path) -> None:
    export("lime", "saker.csv", "--fields", "court, date", "--as-of", "2019-04-30")
    assert (workspace_copy / "saker.csv").read_text(encoding="utf-8-sig").splitlines() == [
        '"Domstol";"Dato"',
        '"Oslo tingrett";"2018-06-22"',
        '"Høyesteretts ankeutvalg";"2019-03-07"',
    ]
    export("lime", "saker.xlsx", "--fields", "case", "--as-of", "2019-04-30")
    assert [sheet.rows[0] for sheet in read_back((workspace_copy / "saker.xlsx").read_bytes())] == [
        ["Saks-ID"],
        ["Opplysning", "Innhold"],
    ]


def test_the_language_is_that_of_the_command(export: Run, workspace_copy: Path) -> None:
    export("lime", "cases.ris", "--lang", "en")
    (record, *_) = rispy.loads((workspace_copy / "cases.ris").read_text(encoding="utf-8"))
    assert record["publisher"] == "Oslo District Court"


@pytest.mark.parametrize("query", ["", "*"])
def test_without_a_query_every_case_is_exported(export: Run, workspace_copy: Path, query: str) -> None:
    export(query, "alle.json", "--as-of", "2026-12-31")
    assert len(ids(workspace_copy / "alle.json")) == 57


def test_cases_stand_by_kind_and_then_the_newest_first(export: Run, workspace_copy: Path) -> None:
    export("", "alle.json", "--as-of", "2021-12-31")
    found = ids(workspace_copy / "alle.json")
    kinds = [case["kind"] for case in json.loads((workspace_copy / "alle.json").read_text(encoding="utf-8"))["cases"]]
    assert list(dict.fromkeys(kinds)) == ["criminal", "immigration", "echr"]
    assert found[0] == "lime-saken"


def test_cases_that_lack_a_word_are_not_exported(export: Run, workspace_copy: Path, run: Run) -> None:
    searched = run("search", "tigging tyveri", "--json", "--limit", "50", root=workspace_copy).json
    export("tigging tyveri", "saker.json")
    strict = {hit["case"] for hit in searched["hits"] if not hit["partial"]}
    assert searched["partial"] > 0
    assert set(ids(workspace_copy / "saker.json")) == strict


@pytest.mark.parametrize(
    ("visibility", "audience", "seen"),
    [
        ("internal", "public", False),
        ("internal", "partner", False),
        ("internal", "internal", True),
        ("partner", "public", False),
        ("partner", "partner", True),
    ],
)
def test_an_audience_gets_no_more_than_it_may_see(
    export: Run, workspace_copy: Path, visibility: str, audience: str, seen: bool
) -> None:
    hide(workspace_copy, visibility=visibility)
    done = export("tvangsarbeid", "saker.json", "--audience", audience)
    assert ("lime-saken" in ids(workspace_copy / "saker.json")) is seen
    assert ("Utelatt fordi mottakeren ikke kan se den: 1 sak" in done.err) is not seen
    assert "lime" not in (done.out + done.err).lower().replace(str(workspace_copy).lower(), "")


def test_no_citation_tells_of_a_case_that_is_hidden(export: Run, workspace_copy: Path) -> None:
    hide(workspace_copy)
    path = workspace_copy / "rulings" / "echr" / "rantsev.yaml"
    cites = "    document: JUD\n    cites: [LB-2018-102939-2, HR-2017-1124-A]\n"
    path.write_text(path.read_text("utf-8").replace("    document: JUD\n", cites), "utf-8")
    export("25965/04", "saker.json")
    text = (workspace_copy / "saker.json").read_text(encoding="utf-8")
    assert "HR-2017-1124-A" in text
    assert "LB-2018-102939-2" not in text


def test_the_past_holds_no_more_than_was_ruled_then(export: Run, workspace_copy: Path) -> None:
    done = export("tvangsarbeid", "saker.json", "--as-of", "2012-12-31", "--json")
    counts = done.json
    assert counts["not_yet"] > 0
    assert counts["found"] == counts["exported"] + counts["not_for_audience"] + counts["not_yet"]
    for case in json.loads((workspace_copy / "saker.json").read_text(encoding="utf-8"))["cases"]:
        assert all(ruling["date"] == "unknown" or ruling["date"] <= "2012-12-31" for ruling in case["rulings"])


def test_nothing_found_makes_no_file(export: Run, workspace_copy: Path) -> None:
    done = export("romskip", "saker.csv")
    assert done.code == 1
    assert "Søket fant ingen sak som har alle ordene. Det ble ikke laget noen fil." in done.err
    assert not (workspace_copy / "saker.csv").exists()


def test_what_is_found_but_may_not_be_seen_makes_no_file(export: Run, workspace_copy: Path) -> None:
    hide(workspace_copy)
    done = export("LB-2018-102939-2 type:straff tittel:lime", "saker.csv", "--json")
    assert done.code == 1
    assert done.json == {"file": None, "found": 1, "exported": 0, "not_for_audience": 1, "not_yet": 0}
    assert not (workspace_copy / "saker.csv").exists()


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("saker.pdf", (), ".docx, .html, .md, .xlsx, .csv, .csl.json, .json, .ris"),
        ("saker", (), "Endelsen"),
        ("saker.csv", ("--fields", "domstol"), "Det finnes ingen kolonne «domstol»."),
        ("saker.csv", ("--fields", "cort"), "Mente du court?"),
        ("saker.ris", ("--fields", "court"), ".xlsx, .csv"),
        ("saker.csv", ("--as-of", "i går"), "«i går»"),
    ],
)
def test_wrong_use_is_refused_before_anything_is_written(
    export: Run, workspace_copy: Path, name: str, options: tuple[str, ...], told: str
) -> None:
    done = export("lime", name, *options)
    assert done.code == 2
    assert told in done.err
    assert not (workspace_copy / name).exists()


def test_a_file_that_exists_is_kept_unless_told_otherwise(export: Run, workspace_copy: Path) -> None:
    path = workspace_copy / "saker.csv"
    path.write_text("mitt arbeid", encoding="utf-8")
    assert export("lime", "saker.csv").code == 2
    assert path.read_text(encoding="utf-8") == "mitt arbeid"
    assert export("lime", "saker.csv", "--force").code == 0
    assert "Oslo tingrett" in path.read_text(encoding="utf-8")


def test_a_folder_that_is_missing_is_told(export: Run) -> None:
    done = export("lime", "finnes/ikke/saker.csv")
    assert done.code == 3
    assert "finnes ikke" in done.err


def test_a_folder_that_can_only_be_read_is_told(
    export: Run, workspace_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export("lime", "annet.csv")

    def refuse(**_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("kom_rulings.files.replacing.tempfile.mkstemp", refuse)
    done = export("", "saker.csv")
    assert done.code == 3
    assert "det er bare lesetilgang" in done.err
    assert not (workspace_copy / "saker.csv").exists()


def test_a_full_disk_leaves_the_old_file(export: Run, workspace_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workspace_copy / "saker.csv"
    path.write_text("det gamle", encoding="utf-8")
    export("lime", "annet.csv")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("kom_rulings.files.replacing.os.fsync", full)
    done = export("", "saker.csv", "--force")
    assert done.code == 3
    assert "disken er full" in done.err
    assert path.read_text(encoding="utf-8") == "det gamle"
    assert [one.name for one in workspace_copy.iterdir() if one.name.endswith(".tmp")] == []


def test_a_word_that_begins_with_a_dash_and_o_is_excluded_and_no_file_name(export: Run, workspace_copy: Path) -> None:
    export("tvangsarbeid", "med.json")
    export("tvangsarbeid -oslo", "uten.json")
    assert set(ids(workspace_copy / "uten.json")) < set(ids(workspace_copy / "med.json"))


def test_an_option_that_does_not_exist_is_no_word(export: Run) -> None:
    assert export("lime --finnes-ikke", "saker.csv").code == 2


def test_the_output_must_be_named(run: Run, workspace_copy: Path) -> None:
    assert run("export", "lime", root=workspace_copy).code == 2


def test_help_names_the_short_option_too(run: Run) -> None:
    assert "-o, --output FILE" in run("export", "--help").out


def test_records_with_errors_are_told_beside_the_file(export: Run, workspace_copy: Path) -> None:
    path = workspace_copy / "rulings" / "criminal" / "lime-saken.yaml"
    path.write_text(path.read_text("utf-8").replace("count: 10", "count: ti"), "utf-8")
    done = export("", "alle.json")
    assert done.code == 1
    assert "criminal/lime-saken.yaml" in done.err
    assert len(ids(workspace_copy / "alle.json")) == 56
