"""``import`` as people use it: what it writes, what it tells, and what it refuses."""

from __future__ import annotations

import base64
import json
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Outcome
from sources.word_files import docx_from

PAGES = Path(__file__).parent.parent / "sources"
TWO_STATES = PAGES / "hudoc/two-states.html"
REFUSED = PAGES / "une/reflection_refused.html"
Run = Callable[..., Outcome]

OVERVIEW = """\
property title: Rettsavgjørelser om menneskehandel

# Rettsavgjørelser om menneskehandel – oversikt fra KOM

Oppdatert per 31. desember 2021

## Straffesaker

### HR-2017-1124-A – Gartnerisaken

Saken gjaldt arbeid i et gartneri. Høyesterett behandlet anken.

### LB-2099-55555 – En sak som ikke er registrert

Saken er oppdiktet.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "rulings").mkdir()
    return tmp_path


def everything(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_a_page_becomes_a_draft_with_its_text_and_a_report(run: Run, root: Path) -> None:
    outcome = run("import", str(TWO_STATES), root=root)
    assert outcome.code == 0
    assert "nytt utkast: echr/xy-v-cyprus-and-russia.yaml" in outcome.out
    assert "Antatt, og merket i filen:\n    title.nb: X.Y. mot Kypros og Russland" in outcome.out
    assert "Ikke forstått:" in outcome.out
    assert "[draft-not-counted]" in outcome.out
    text = (root / "rulings/echr/xy-v-cyprus-and-russia.yaml").read_text(encoding="utf-8")
    assert "nb: X.Y. mot Kypros og Russland  # antatt: " in text
    assert text.rstrip().splitlines()[-3].strip() == "provenance:"
    assert (root / "rulings/echr/xy-v-cyprus-and-russia.99921-92.operative.txt").is_file()


def test_the_same_page_again_changes_nothing(run: Run, root: Path) -> None:
    run("import", str(TWO_STATES), str(REFUSED), root=root)
    before = everything(root)
    outcome = run("import", str(TWO_STATES), str(REFUSED), root=root)
    assert outcome.out.count("registrert fra før, og ingenting å tilføye") == 2
    assert everything(root) == before


def test_a_dry_run_tells_the_same_and_writes_nothing(run: Run, root: Path) -> None:
    outcome = run("import", str(TWO_STATES), "--dry-run", root=root)
    assert "ville blitt et nytt utkast: echr/xy-v-cyprus-and-russia.yaml" in outcome.out
    assert "Ingenting ble skrevet." in outcome.out
    assert everything(root) == {}


def test_programs_get_all_of_it_as_data(run: Run, root: Path) -> None:
    data = json.loads(run("import", str(REFUSED), "--json", root=root).out)
    [case] = data["cases"]
    assert (data["written"], case["act"], case["file"]) == (True, "new", "immigration/n9911223344.yaml")
    fields = {one["field"]: one for one in case["fields"]}
    assert (fields["nationality"]["value"], fields["nationality"]["guess"]) == ("NG", "")
    assert fields["exploitation"]["guess"] == "ut fra ord i teksten"


def test_what_the_page_does_not_tell_of_itself_can_be_told(run: Run, root: Path) -> None:
    run("import", str(TWO_STATES), "--address", "https://hudoc.echr.coe.int/x", "--retrieved", "2026-11-20", root=root)
    text = (root / "rulings/echr/xy-v-cyprus-and-russia.yaml").read_text(encoding="utf-8")
    assert "    address: https://hudoc.echr.coe.int/x\n    retrieved: 2026-11-20\n" in text


def test_an_overview_is_matched_to_the_records_case_by_case(run: Run, workspace_copy: Path, tmp_path: Path) -> None:
    page = tmp_path / "oversikt.docx"
    page.write_bytes(docx_from(OVERVIEW))
    before = (workspace_copy / "rulings/criminal/hr-2017-1124-a-gartneri.yaml").read_bytes()
    outcome = run("import", str(page), root=workspace_copy)
    assert outcome.code == 0
    assert "hr-2017-1124-a-gartneri.yaml" in outcome.out
    assert "title.nb: her " in outcome.out
    assert "nytt utkast: criminal/lb-2099-55555.yaml" in outcome.out
    after = (workspace_copy / "rulings/criminal/hr-2017-1124-a-gartneri.yaml").read_bytes()
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []


def test_a_page_goes_into_the_case_that_is_named(run: Run, root: Path) -> None:
    run("new", "immigration", "vår-sak".replace("å", "a"), root=root)
    outcome = run("import", str(REFUSED), "--into", "var-sak", root=root)
    assert "registrert fra før: immigration/var-sak.yaml" in outcome.out
    assert "nationality: NG" in (root / "rulings/immigration/var-sak.yaml").read_text(encoding="utf-8")


MISTAKES: dict[str, tuple[list[str], str]] = {
    "no such file": (["finnes-ikke.html"], "finnes-ikke.html kan ikke leses som en lagret side"),
    "a folder": (["."], "det er en mappe"),
    "a PDF that is called a page": (["pdf.html"], "pdf.html kan ikke leses som en lagret side"),
    "no page of a source": (["andre.html"], "andre.html kjennes ikke igjen"),
    "a case that is not there": ([str(TWO_STATES), "--into", "finnes-ikke"], "Saken «finnes-ikke» finnes ikke"),
    "one case for two pages": ([str(TWO_STATES), str(REFUSED), "--into", "en-sak"], "--into oppgir én sak"),
    "nothing to take": ([str(TWO_STATES), "--take", "rulings[9].date"], "Det er ingenting å ta med"),
    "a day that is none": ([str(TWO_STATES), "--retrieved", "2026-02-30"], "2026-02-30"),
    "an address that is none": ([str(TWO_STATES), "--address", "javascript:alert(1)"], "--address"),
    "a source that is none": ([str(TWO_STATES), "--as", "vg"], "vg"),
}


@pytest.mark.parametrize(("arguments", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_once_and_nothing_is_written(
    arguments: list[str], message: str, run: Run, root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("new", "criminal", "en-sak", root=root)
    (tmp_path / "pdf.html").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    (tmp_path / "andre.html").write_text("<title>Avis</title><p>En artikkel.</p>", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    before = everything(root / "rulings")
    outcome = run("import", *arguments, root=root)
    assert outcome.code == 2
    assert message in outcome.err
    assert "Traceback" not in outcome.err
    assert everything(root / "rulings") == before


def test_of_several_pages_every_one_that_cannot_be_read_is_told(run: Run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"")
    outcome = run("import", str(tmp_path / "a.html"), str(tmp_path / "b.html"), str(TWO_STATES), root=root)
    assert outcome.code == 2
    assert outcome.err.count("kan ikke leses som en lagret side") == 2
    assert "Ingenting ble importert." in outcome.err
    assert list((root / "rulings").iterdir()) == []


def test_a_page_that_tells_of_no_single_case_is_told_so(run: Run, root: Path) -> None:
    outcome = run("import", str(PAGES / "udiregelverk/circular.html"), root=root)
    assert outcome.code == 1
    assert "Siden forteller ikke om én bestemt sak" in outcome.err


def test_nothing_is_fetched(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    assert run("import", *map(str, sorted(PAGES.glob("hudoc/*.html"))), root=root).code == 0


def test_what_an_interrupted_import_began_is_finished_first(run: Run, root: Path) -> None:
    run("import", str(TWO_STATES), root=root)
    record = root / "rulings/echr/xy-v-cyprus-and-russia.yaml"
    content = record.read_bytes()
    record.unlink()
    encoded = base64.b64encode(content).decode()
    writes = [{"file": "echr/xy-v-cyprus-and-russia.yaml", "before": None, "content": encoded}]
    journal = {"act": "import", "moves": [], "removals": [], "writes": writes}
    (root / "rulings/.unfinished.json").write_text(json.dumps(journal), encoding="utf-8")
    outcome = run("import", str(REFUSED), root=root)
    assert outcome.code == 0
    assert record.read_bytes() == content
    assert not (root / "rulings/.unfinished.json").exists()
