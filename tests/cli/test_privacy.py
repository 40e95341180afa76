"""The privacy gate as a person meets it: found, mended or accepted, and nothing written before that."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kom_rulings.exports.exporting import FORMS

Run = Callable[..., Any]
LIME = Path("rulings/criminal/lime-saken.yaml")
PLACE = "Menn fra Pakistan ble hentet til arbeid"


@pytest.fixture
def told(workspace_copy: Path) -> Path:
    """A workspace in which a name and a number stand in a summary."""
    return put(workspace_copy, "Fornærmede Kari Testesen har nummer 120399 12345.")


def put(root: Path, words: str) -> Path:
    path = root / LIME
    text = path.read_text("utf-8")
    assert PLACE in text
    path.write_text(text.replace(PLACE, f"{words} {PLACE}"), "utf-8")
    return root


def marks(text: str) -> list[str]:
    return re.findall(r"\(merke ([0-9a-f]{10})\)", text)


def exported(root: Path, run: Run, name: str = "ut.md", *more: str) -> Any:
    return run("export", "lime", "-o", str(root / name), "--as-of", "2021-12-31", *more, root=root)


def test_the_bundled_records_hold_nothing_that_must_be_looked_at(run: Run) -> None:
    done = run("check", "--privacy")
    assert done.code == 0
    assert "privacy-" not in done.out


def test_a_check_tells_place_mark_and_what_to_do_and_shows_nothing_clear(run: Run, told: Path) -> None:
    done = run("check", "--privacy", "--errors-only", root=told)
    assert done.code == 1
    assert "criminal/lime-saken.yaml" in done.out
    assert "K••• T•••••••" in done.out
    assert "Kari Testesen" not in done.out
    assert "12345" not in done.out
    assert "kom-rulings accept lime-saken" in done.out
    assert len(marks(done.out)) == 2


def test_without_the_option_the_check_is_as_it_was(run: Run, told: Path) -> None:
    assert run("check", root=told).code == 0


@pytest.mark.parametrize("ending", FORMS)
def test_an_export_with_a_leak_is_not_written(ending: str, run: Run, told: Path) -> None:
    done = exported(told, run, f"ut{ending}")
    if ending in (".ris", ".csl.json") and done.code == 0:
        assert "Testesen" not in (told / f"ut{ending}").read_text("utf-8")
        return
    assert done.code == 1
    assert "Ingenting ble skrevet" in done.err
    assert "I registreringene: criminal/lime-saken.yaml:" in done.out
    assert not (told / f"ut{ending}").exists()


def test_a_publication_with_a_leak_is_not_made(run: Run, told: Path) -> None:
    done = run("publish", "2021-3", root=told)
    assert done.code == 1
    assert "overview.docx, avsnitt" in done.out
    assert "rulings.json, feltet" in done.out
    assert "Kari Testesen" not in done.out + done.err
    assert not (told / "exports").exists()
    assert not (told / "rulings" / "editions").exists()


def test_readiness_lists_the_leaks(run: Run, told: Path) -> None:
    done = run("publish", "2021-3", "--check", root=told)
    assert done.code == 1
    assert "overview.docx, avsnitt" in done.out
    assert done.out.endswith("Ikke klar til å gis ut.\n")
    data = run("publish", "2021-3", "--check", "--json", root=told).json
    assert data["ready"] is False
    assert {leak["recorded"]["file"] for leak in data["leaks"]} == {"criminal/lime-saken.yaml"}


def test_changes_are_not_written_to_a_file_with_a_leak_in_its_name(run: Run, workspace_copy: Path) -> None:
    done = run("changes", "2021-3", "-o", str(workspace_copy / "kari-testesen.md"), root=workspace_copy)
    assert done.code == 1
    assert "kari-testesen.md, filnavnet:" in done.out
    assert not (workspace_copy / "kari-testesen.md").exists()


def test_what_is_accepted_with_a_reason_may_leave(run: Run, told: Path) -> None:
    for mark in marks(run("check", "--privacy", "--errors-only", root=told).out):
        done = run("accept", "LB-2018-102939-2", mark, "--reason", "Oppdiktet og  avklart.", root=told)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith("Godtatt i criminal/lime-saken.yaml: ")
    text = (told / LIME).read_text("utf-8")
    assert text.count("reason: Oppdiktet og avklart.") == 2
    assert run("check", "--privacy", "--errors-only", root=told).code == 0
    assert exported(told, run).code == 0
    assert "Kari Testesen" in (told / "ut.md").read_text("utf-8")


def test_an_acceptance_keeps_every_comment(run: Run, told: Path) -> None:
    path = told / LIME
    path.write_text(path.read_text("utf-8") + "# Sett over av KOM\n", "utf-8")
    before = path.read_text("utf-8")
    (mark, *_) = marks(run("check", "--privacy", "--errors-only", root=told).out)
    run("accept", "lime-saken", mark, "--reason", "Avklart", root=told)
    after = path.read_text("utf-8")
    assert all(line in after.splitlines() for line in before.splitlines() if "#" in line)


def test_what_is_accepted_in_one_case_is_not_so_in_another(run: Run, told: Path) -> None:
    for mark in marks(run("check", "--privacy", "--errors-only", root=told).out):
        run("accept", "lime-saken", mark, "--reason", "Avklart", root=told)
    other = told / "rulings/echr/rantsev.yaml"
    other.write_text(other.read_text("utf-8") + "note: Kari Testesen ringte.\n", "utf-8")
    done = run("check", "--privacy", "--errors-only", root=told)
    assert done.code == 1
    assert "echr/rantsev.yaml" in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lime-saken", "0123456789", "--reason", "x"], "har ikke noe funn med merket 0123456789"),
        (["lime-saken", "{mark}", "--reason", "  "], "Et funn godtas med en begrunnelse."),
        (["lime-saken", "{mark}"], "--reason"),
        (["finnes-ikke", "{mark}", "--reason", "x"], "finnes-ikke"),
    ],
)
def test_an_acceptance_that_is_not_clear_is_refused(run: Run, told: Path, arguments: list[str], said: str) -> None:
    before = (told / LIME).read_bytes()
    known = marks(run("check", "--privacy", "--errors-only", root=told).out)
    done = run("accept", *(one.format(mark=known[0]) for one in arguments), root=told)
    assert done.code == 2
    assert said in done.err
    assert (told / LIME).read_bytes() == before


def test_an_unknown_mark_is_answered_with_the_marks_of_the_case(run: Run, told: Path) -> None:
    known = marks(run("check", "--privacy", "--errors-only", root=told).out)
    done = run("accept", "lime-saken", "ffffffffff", "--reason", "x", root=told)
    assert all(mark in done.err for mark in known)


def test_a_mark_is_accepted_once(run: Run, told: Path) -> None:
    (mark, *_) = marks(run("check", "--privacy", "--errors-only", root=told).out)
    assert run("accept", "lime-saken", mark, "--reason", "Avklart", root=told).code == 0
    done = run("accept", "lime-saken", mark.upper(), "--reason", "Avklart", root=told)
    assert done.code == 2
    assert "allerede godtatt" in done.err


def test_names_that_kom_lists_may_stand_everywhere(run: Run, told: Path) -> None:
    tables = told / "rulings" / "tables"
    tables.mkdir(exist_ok=True)
    (tables / "known_names.yaml").write_text("people: [Kari Testesen]\n", "utf-8")
    assert "privacy-person-name" not in run("check", "--privacy", root=told).out


def test_a_restricted_case_that_a_public_summary_cites_stops_the_publication(run: Run, workspace_copy: Path) -> None:
    path = workspace_copy / "rulings/criminal/thedm-2020-52736.yaml"
    text = path.read_text("utf-8").replace("visibility: public", "visibility: internal")
    path.write_text(f"{text}restriction: {{scope: Hele dommen}}\n", "utf-8")
    put(workspace_copy, "Tingretten viste til THEDM-2020-52736.")
    done = run("publish", "2021-3", root=workspace_copy)
    assert done.code == 1
    assert "«THEDM-2020-52736» røper saken thedm-2020-52736, som det er begrenset adgang til å gjengi" in done.out
    assert "I registreringene: criminal/lime-saken.yaml:" in done.out
    assert not (workspace_copy / "exports").exists()


@pytest.mark.parametrize("more", [("restriction: {scope: Hele dommen}\n"), ("draft: yes\n"), ""])
def test_a_hidden_case_is_in_no_file_and_in_no_file_name(more: str, run: Run, workspace_copy: Path) -> None:
    path = workspace_copy / "rulings/criminal/thedm-2020-52736.yaml"
    text = path.read_text("utf-8").replace("visibility: public", "visibility: internal")
    path.write_text(text + more, "utf-8")
    done = run("publish", "2021-3", "--lang", "nb,en", root=workspace_copy)
    assert done.code == 0, done.out
    for file in (workspace_copy / "exports" / "2021-3").iterdir():
        assert b"thedm-2020-52736" not in file.read_bytes().lower(), file.name


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("ending", FORMS)
def test_the_bundled_records_leave_in_every_form(ending: str, language: str, run: Run, workspace_copy: Path) -> None:
    output = str(workspace_copy / f"ut{ending}")
    done = run("export", "", "-o", output, "--as-of", "2021-12-31", "--lang", language, root=workspace_copy)
    assert done.code == 0, done.out
