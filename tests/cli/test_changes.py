"""The command ``changes``: what it prints and writes, for whom, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from kom_rulings.changes import ledger_bytes, ledger_of
from kom_rulings.changes.editions import edition_file
from kom_rulings.cli import changes as command
from kom_rulings.dates import Tertial
from kom_rulings.workspace import Workspace

Run = Callable[..., Any]
LEDGER = Tertial(2021, 2)


def keep_edition(root: Path) -> None:
    """Keep what the edition before 2021-3 said."""
    path = edition_file(root, LEDGER)
    path.parent.mkdir()
    path.write_bytes(ledger_bytes(ledger_of(Workspace(root).register, LEDGER.last_day, LEDGER)))


def change(root: Path, case: str, old: str, new: str) -> None:
    path = root / "rulings" / "criminal" / f"{case}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_it_prints_the_newsletter_in_the_language_asked_for(run: Run) -> None:
    done = run("changes", "2021-3")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Nytt om rettsavgjørelser om menneskehandel\n===")
    assert run("changes", "2021-3", "--lang", "en").out.startswith("New in rulings on human trafficking\n===")


def test_it_prints_markdown_and_data(run: Run) -> None:
    assert run("changes", "2022-1", "--format", "md").out.startswith("# Nytt om")
    as_format, as_option = run("changes", "2022-1", "--format", "json"), run("changes", "2022-1", "--json")
    assert as_format.out == as_option.out
    assert as_option.json["next_update"] == "2022-08-31"
    assert as_option.json["rulings"] == {"shown": [], "hidden_cases": 0}
    assert as_option.json["left_out"] == []


def test_what_an_edition_said_is_held_against_the_records(run: Run, workspace_copy: Path) -> None:
    keep_edition(workspace_copy)
    assert "Ingenting er lagt til i ettertid" in run("changes", "2021-3", root=workspace_copy).out
    change(workspace_copy, "lime-saken", "exploitation: [forced_labour]", "exploitation: [sexual]")
    text = run("changes", "2021-3", root=workspace_copy).out
    assert "Form for utnyttelse: Forrige utgave sa «Tvangsarbeid eller tvangstjenester»" in text
    data = run("changes", "2021-3", "--json", root=workspace_copy).json
    assert data["previous"]["on_record"] is True
    assert data["corrected"]["shown"][0]["figures"] == [{"figure": "exploitation", "was": "labour", "now": "sexual"}]
    assert data["reconciliation"]["convictions_sexual"]["corrected_in"] == {"count": 1, "cases": ["lime-saken"]}


def test_an_edition_that_cannot_be_read_is_told_and_the_rest_is_still_said(run: Run, workspace_copy: Path) -> None:
    keep_edition(workspace_copy)
    edition_file(workspace_copy, LEDGER).write_text("{", encoding="utf-8")
    done = run("changes", "2021-3", root=workspace_copy)
    assert "editions/2021-2.json:1" in done.err
    assert "Hva forrige utgave sa, er ikke bevart." in done.out


def test_the_public_is_not_told_of_a_case_that_partners_see(run: Run, workspace_copy: Path) -> None:
    change(workspace_copy, "lime-saken", "visibility: public", "visibility: partner")
    assert "LB-2018-102939-2" not in run("changes", "2021-3", root=workspace_copy).out
    assert "1 sak som ikke kan vises." in run("changes", "2021-3", root=workspace_copy).out
    assert "LB-2018-102939-2" in run("changes", "2021-3", "--audience", "partner", root=workspace_copy).out
    data = run("changes", "2021-3", "--json", root=workspace_copy).json
    assert data["legal_force"]["hidden_cases"] == 1
    assert data["reconciliation"]["convictions_final"]["new"] == {"count": 1, "cases": []}


@pytest.mark.parametrize("ending", sorted(command._BY_ENDING))
def test_a_file_is_written_in_the_form_that_its_ending_tells(run: Run, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"nytt{ending}"
    done = run("changes", "2021-3", "-o", str(path))
    assert (done.code, done.out) == (0, f"Skrevet: {path}\n")
    content = path.read_bytes()
    if ending == ".docx":
        assert "Nye avgjørelser" in [paragraph.text.strip() for paragraph in Document(str(path)).paragraphs]
    elif ending == ".json":
        assert json.loads(content)["tertial"] == "2021-3"
    else:
        assert "Lime-saken – tvangsarbeid i dagligvarekjede".encode() in content
        assert b"\r\n" not in content


def test_the_same_records_give_the_same_file(run: Run, tmp_path: Path) -> None:
    for ending in command._BY_ENDING:
        for name in ("a", "b"):
            run("changes", "2021-3", "-o", str(tmp_path / f"{name}{ending}"))
        assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()


def test_a_file_that_exists_is_kept_until_force_is_given(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "nytt.md"
    path.write_text("redigert for hånd", encoding="utf-8")
    refused = run("changes", "2021-3", "-o", str(path))
    assert refused.code == 2
    assert "finnes og blir ikke overskrevet" in refused.err
    assert path.read_text(encoding="utf-8") == "redigert for hånd"
    assert run("changes", "2021-3", "-o", str(path), "--force").code == 0
    assert path.read_text(encoding="utf-8").startswith("# Nytt")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["2021-4"], "«2021-4» er ikke et tertial."),
        (["2999-3"], "som ikke er kommet ennå"),
        (["2021-3", "-o", "nytt.pdf"], "La navnet slutte på en av disse: .txt, .md, .json, .docx, .html."),
        (["2021-3", "-o", "nytt"], "Endelsen på nytt sier ikke hva som skal skrives."),
        (["2021-3", "-o", "nytt.md", "--format", "json"], "Oppgi enten --output eller et format"),
        (["2021-3", "--format", "docx"], "docx"),
        (["2021-3", "--audience", "pressen"], "pressen"),
        ([], "TERTIAL"),
    ],
)
def test_wrong_use_is_told_and_exits_with_2(run: Run, arguments: list[str], told: str) -> None:
    done = run("changes", *arguments)
    assert done.code == 2
    assert told in done.err


def test_a_folder_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    done = run("changes", "2021-3", "-o", str(tmp_path / "borte" / "nytt.md"))
    assert done.code == 3
    assert "finnes ikke" in done.err


def test_files_that_could_not_be_read_are_told_beside(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "rulings" / "criminal" / "lime-saken.yaml").write_text("kind: [", encoding="utf-8")
    done = run("changes", "2021-3", "--json", root=workspace_copy)
    assert done.code == 1
    assert "criminal/lime-saken.yaml" in done.err
    assert done.json["left_out"] == ["criminal/lime-saken.yaml"]
