"""The commands ``publish`` and ``verify`` as a person meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kom_rulings.documents.pdf import find_office

Run = Callable[..., Any]


def test_publishing_tells_of_each_file_and_where_they_are(run: Run, workspace_copy: Path) -> None:
    done = run("publish", "2021-3", root=workspace_copy)
    assert done.code == 0
    assert done.out == f"Publisert i {workspace_copy / 'exports' / '2021-3'}\n"
    assert done.err.splitlines()[0] == "1 av 8: overview.docx"
    assert "Det ble ikke laget noen PDF" in done.err


def test_a_check_makes_nothing_and_tells_what_would_be_made(run: Run, workspace_copy: Path) -> None:
    done = run("publish", "2021-3", "--check", "--lang", "nb,en", root=workspace_copy)
    assert done.code == 0
    assert "overview-en.html" in done.out
    assert "Forrige utgave er ikke bevart" in done.out
    assert done.out.endswith("Klar til å gis ut.\n")
    assert not (workspace_copy / "exports").exists()


def test_a_check_lists_every_error_in_plain_words(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "rulings" / "criminal" / "ny.yaml").write_text("kind: criminal\ntitle: {nb: Ny}\n", "utf-8")
    (workspace_copy / "rulings" / "overview" / "nb.md").write_text("## Formål {#purpose}\n\nTekst.\n", "utf-8")
    done = run("publish", "2021-3", "--check", root=workspace_copy)
    assert done.code == 1
    assert "criminal/ny.yaml" in done.out
    assert done.out.count("[overview-part-missing]") == 3
    assert done.out.endswith("Ikke klar til å gis ut.\n")


def test_a_check_is_data_when_asked_for(run: Run, workspace_copy: Path) -> None:
    data = run("publish", "2021-3", "--check", "--json", root=workspace_copy).json
    assert data["ready"] is True
    assert data["errors"] == []
    assert data["files"][-1] == "manifest.json"


def test_a_release_that_exists_is_not_ready_to_be_published_again(run: Run, workspace_copy: Path) -> None:
    run("publish", "2021-3", root=workspace_copy)
    assert run("publish", "2021-3", "--check", root=workspace_copy).code == 1
    assert run("publish", "2021-3", "--check", "--force", root=workspace_copy).code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["publish", "2021-3", "--lang", "nb,sv"], 2, "nb"),
        (["publish", "2021-3", "--lang", ""], 2, "nb"),
        (["publish", "2021-3", "--audience", "alle"], 2, "public"),
        (["publish", "2021-3", "--template", "ingen.docx"], 3, "ingen.docx"),
        (["publish", "2021-3", "--paginate"], 2, "LibreOffice er ikke funnet"),
        (["verify", "exports/1999-1"], 2, "exports/1999-1"),
        (["verify", "."], 2, "manifest.json kan ikke leses som manifestet til en utgave: den finnes ikke"),
    ],
)
def test_a_mistake_gets_one_clear_message(
    run: Run, workspace_copy: Path, arguments: list[str], code: int, said: str
) -> None:
    done = run(*arguments, root=workspace_copy)
    assert done.code == code
    assert said in done.err
    assert "Traceback" not in done.err
    assert not (workspace_copy / "exports").exists() or not list((workspace_copy / "exports").iterdir())


def test_a_release_is_verified_and_a_file_that_was_changed_is_told(run: Run, workspace_copy: Path) -> None:
    run("publish", "2021-3", root=workspace_copy)
    folder = workspace_copy / "exports" / "2021-3"
    done = run("verify", str(folder), root=workspace_copy)
    assert (done.code, done.out) == (0, "Alle filene er slik de ble gitt ut.\n")
    (folder / "figures.md").write_text("noe annet", "utf-8")
    done = run("verify", str(folder), root=workspace_copy)
    assert (done.code, done.out.splitlines()) == (
        1,
        ["figures.md: Filen er ikke den som ble gitt ut.", "Avvik fra det som ble gitt ut: 1"],
    )
    assert run("verify", str(folder), "--json", root=workspace_copy).json["sound"] is False


@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
def test_with_libreoffice_there_is_a_pdf_and_page_numbers_and_all_of_it_is_verified(
    run: Run, workspace_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KOM_RULINGS_SOFFICE")
    assert run("publish", "2021-3", "--paginate", root=workspace_copy).code == 0
    folder = workspace_copy / "exports" / "2021-3"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["libreoffice"].startswith("LibreOffice ")
    assert manifest["paginated"] is True
    assert (folder / "overview.pdf").read_bytes().startswith(b"%PDF")
    assert run("verify", str(folder), root=workspace_copy).code == 0
