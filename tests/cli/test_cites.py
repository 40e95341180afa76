"""The command ``cites``: a pasted text with its references checked, in two languages, as data, and its exit codes."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
TEXT = """\
Utkast: HR–2017–1124–A avsnitt 45, Rt. 2013 s. 39, dommens premiss 20–22, og strl. § 257.
Se også Rantsev mot Kypros og Russland, nr. 25965/04, §§ 282–284, LB-2018-102939 og Rt. 2010 s. 850.
Feilskrevet er HR-2017-1124, HR-17-1124-A, LB 2018 102939 og LX-2015-12345.
"""


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., str]:
    """Write a file and return its name."""

    def write(content: str | bytes, name: str = "utkast.txt") -> str:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_citation_is_told_with_what_the_records_know(
    run: Run, written: Callable[..., str], snapshot: Callable[[str, str], None], language: str
) -> None:
    done = run("cites", written(TEXT), "--lang", language)
    assert done.code == 1
    assert done.err == ""
    snapshot(f"cites-{language}.txt", done.out)


def test_what_is_not_in_the_records_is_no_fault(run: Run, written: Callable[..., str]) -> None:
    done = run("cites", written("HR-2017-1124-A og Rt. 2010 s. 850"))
    assert done.code == 0
    assert done.out.endswith("2 referanser: 1 i registeret, 1 ikke i registeret, 0 feilskrevet.\n")


def test_a_text_without_references_says_so(run: Run, written: Callable[..., str]) -> None:
    done = run("cites", written("Dom 01/07/2019 etter straffeloven § 257."))
    assert (done.code, done.out) == (0, "Det er ingen referanser i teksten.\n")


def test_citations_are_data_when_asked_for(run: Run, written: Callable[..., str]) -> None:
    done = run("cites", written(TEXT), "--json")
    assert done.code == 1
    assert done.json["counts"] == {"known": 3, "unknown": 2, "malformed": 4}
    assert done.json["left_out"] == []
    first, *_, last = done.json["citations"]
    assert first == {
        "line": 1,
        "column": 9,
        "written": "HR–2017–1124–A",
        "status": "known",
        "reference": "HR-2017-1124-A",
        "kind": "HR",
        "pinpoint": {"first": 45, "last": 45},
        "case": {
            "id": "hr-2017-1124-a-gartneri",
            "title": "Gartnerisaken – tvangsarbeid i gartnerier",
            "visibility": "public",
            "court": "Høyesterett",
            "date": "2017-06-07",
        },
        "nearest": [],
        "why": None,
        "meant": None,
    }
    assert set(last) == set(first)
    assert (last["status"], last["reference"], last["case"], last["meant"]) == ("malformed", None, None, None)
    assert last["why"].startswith("Det finnes ingen slik lagmannsrett")


def test_a_case_with_several_rulings_is_told_without_court_and_date(run: Run, workspace_copy: Path) -> None:
    path = workspace_copy / "rulings" / "echr" / "sm-v-croatia.yaml"
    assert path.read_text(encoding="utf-8").count("  - court:") > 1
    (workspace_copy / "a.md").write_text("nr. 60561/14", encoding="utf-8")
    (found,) = run("cites", str(workspace_copy / "a.md"), "--json", root=workspace_copy).json["citations"]
    assert found["case"]["id"] == "sm-v-croatia"
    assert (found["case"]["court"], found["case"]["date"]) == (None, None)


def test_a_case_that_is_not_public_is_told_as_such(run: Run, workspace_copy: Path) -> None:
    path = workspace_copy / "rulings" / "echr" / "rantsev.yaml"
    text = path.read_text(encoding="utf-8").replace("visibility: public", "visibility: internal")
    path.write_text(text, encoding="utf-8")
    (workspace_copy / "a.txt").write_text("25965/04", encoding="utf-8")
    assert "Synlighet: internal" in run("cites", str(workspace_copy / "a.txt"), root=workspace_copy).out


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_standard_input_is_read_with_a_dash(run: Run, monkeypatch: pytest.MonkeyPatch, mark: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(mark + "§ 1, Rt. 2013 s. 39".encode())))
    found = run("cites", "-", "--json").json["citations"]
    assert [(one["reference"], one["line"], one["column"]) for one in found] == [("Rt-2013-39", 1, 6)]


def test_a_text_in_windows_1252_from_standard_input_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Høyesterett".encode("cp1252"))))
    done = run("cites", "-")
    assert done.code == 2
    assert done.err.startswith("Feil: Det som ble sendt inn, er ikke ren tekst i UTF-8")


@pytest.mark.parametrize(
    "content", ["Høyesterett".encode("cp1252"), b"PK\x03\x04\x14\x00\x06\x00", b"%PDF-1.7\n%\xe2\xe3"]
)
def test_what_is_no_plain_text_is_refused_with_a_remedy(run: Run, written: Callable[..., str], content: bytes) -> None:
    done = run("cites", written(content, "utkast.docx"))
    assert (done.code, done.out) == (2, "")
    assert "er ikke ren tekst i UTF-8" in done.err
    assert "Traceback" not in done.err


def test_a_text_that_is_too_large_is_refused(run: Run, written: Callable[..., str]) -> None:
    done = run("cites", written(b"a" * 20_000_001))
    assert done.code == 2
    assert "20 MB" in done.err


def test_a_missing_file_and_a_folder_are_told(run: Run, tmp_path: Path) -> None:
    missing, folder = run("cites", str(tmp_path / "x.txt")), run("cites", str(tmp_path))
    assert (missing.code, folder.code) == (3, 3)
    assert "finnes ikke" in missing.err
    assert "mappe" in folder.err


def test_a_megabyte_of_half_references_is_checked(run: Run, written: Callable[..., str]) -> None:
    assert run("cites", written("HR-" * 350_000)).code == 0
    assert run("cites", written("1/" * 500_000)).code == 0


def test_a_broken_record_is_told_since_its_references_are_not_known(
    run: Run, written: Callable[..., str], workspace_copy: Path
) -> None:
    (workspace_copy / "rulings" / "echr" / "rantsev.yaml").write_text("kind: echr\n", encoding="utf-8")
    done = run("cites", written("25965/04"), root=workspace_copy)
    assert done.code == 0
    assert "Ikke i registeret." in done.out
    assert "echr/rantsev.yaml" in done.err
    assert run("cites", written("25965/04"), "--json", root=workspace_copy).json["left_out"] == ["echr/rantsev.yaml"]
