"""The command line as people use it: every command, its languages, its data, and its exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kom_rulings.cli.main import execute

Run = Callable[..., Any]
ROOT = Path(__file__).parents[2]


def test_check_finds_no_error_in_the_bundled_records(run: Run) -> None:
    done = run("check", "--errors-only")
    assert done.code == 0
    assert "57 saker" in done.out


def test_check_tells_file_line_and_remedy(run: Run, workspace_copy: Path) -> None:
    path = workspace_copy / "rulings" / "criminal" / "lime-saken.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("count: 10", "count: ti"), encoding="utf-8")
    done = run("check", "--errors-only", root=workspace_copy)
    assert done.code == 1
    assert "criminal/lime-saken.yaml:9:3: victims.count feil [not-a-number]" in done.out
    assert "«ti» er ikke et heltall." in done.out


def test_check_gives_its_findings_as_data(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "rulings" / "criminal" / "tom.yaml").write_text("", encoding="utf-8")
    found = run("check", "--errors-only", "--json", root=workspace_copy).json
    assert [one["code"] for one in found] == ["file-empty"]
    assert set(found[0]) == {"code", "severity", "file", "line", "column", "field", "message", "hint"}
    assert set(found[0]["message"]) == {"nb", "en"}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("tvangsarbeid", "hr-2017-1124-a-gartneri"),
        ("Rt. 2013 s. 39", "rt-2013-39-litauiske-barn-tyveri"),
        ("25965/04", "rantsev"),
        ("thedm 2020 52736", "thedm-2020-52736"),
    ],
)
def test_search_puts_the_right_case_first(run: Run, workspace_copy: Path, typed: str, first: str) -> None:
    found = run("search", typed, "--json", root=workspace_copy).json
    assert found["hits"][0]["case"] == first
    assert set(found) == {"query", "read_as", "filters", "forms", "total", "partial", "hits", "facets", "notes"}
    about = {"case", "kind", "title", "references", "date", "score", "citation", "paragraphs"}
    assert set(found["hits"][0]) == about | {"partial", "missing", "through"}
    assert set(found["hits"][0]["paragraphs"][0]) == {"field", "number", "text", "marks", "citation"}


def test_search_is_narrowed_by_kind_year_and_limit(run: Run, workspace_copy: Path) -> None:
    found = run(
        "search", "prostitusjon", "--kind", "echr", "--year", "2016-2017", "--limit", "1", "--json", root=workspace_copy
    ).json
    assert found["read_as"] == "prostitusjon type:echr år:2016-2017"
    assert len(found["hits"]) == 1
    assert found["hits"][0]["kind"] == "echr"


def test_years_may_be_typed_in_either_order(run: Run, workspace_copy: Path) -> None:
    found = run("search", "prostitusjon", "--year", "2017-2016", "--json", root=workspace_copy).json
    assert found["read_as"] == "prostitusjon år:2016-2017"
    assert found["total"] > 0


def test_search_for_what_begins_with_a_dash_is_no_option(run: Run, workspace_copy: Path) -> None:
    done = run("search", "tvangsarbeid", "-india", "--json", root=workspace_copy)
    assert done.code == 0
    assert "hr-2017-1124-a-gartneri" not in [hit["case"] for hit in done.json["hits"]]


def test_search_without_hits_asks_did_you_mean(run: Run, workspace_copy: Path) -> None:
    found = run("search", "menneskehandl", "--json", root=workspace_copy).json
    assert found["total"] > 0
    assert found["notes"] == ["«menneskehandl» finnes ikke i noen avgjørelse. Mente du menneskehandel?"]


def test_show_takes_any_spelling_of_a_reference(run: Run) -> None:
    done = run("show", "rt", "2013", "s", "39")
    assert done.out.startswith("Barn utnyttet til tyverier, Bergen  [rt-2013-39-litauiske-barn-tyveri]")
    assert "Høyesterett" in done.out


def test_show_gives_the_record_as_data(run: Run) -> None:
    found = run("show", "lime-saken", "--json").json
    assert found["rulings"][2]["legal_force"]["date"] == "2021"
    assert found["victims"] == {"count": 10, "approximate": "no", "minors": "unknown", "countries": ["PK"]}


@pytest.mark.parametrize("case", ["rantsev", "lb-2015-82734", "hr-2020-2136-a-nettovergrep", "sm-v-croatia"])
def test_show_prints_every_kind_of_case(run: Run, snapshot: Callable[[str, str], None], case: str) -> None:
    snapshot(f"show-{case}.txt", run("show", case).out)


def test_tally_speaks_norwegian_unless_told_otherwise(run: Run) -> None:
    assert run("tally", "--as-of", "2019-04-30").out.startswith("Per 30. april 2019")
    assert run("tally", "--as-of", "2019-04-30", "--lang", "en").out.startswith("As of 30 April 2019")


def test_tally_of_a_tertial_is_that_of_its_last_day(run: Run) -> None:
    assert run("tally", "--tertial", "2021-3", "--json").json == run("tally", "--as-of", "2021-12-31", "--json").json


@pytest.mark.parametrize("by", ["year", "court-level", "exploitation"])
def test_tally_explains_each_breakdown(run: Run, snapshot: Callable[[str, str], None], by: str) -> None:
    snapshot(f"tally-{by}.txt", run("tally", "--tertial", "2021-3", "--by", by, "--explain").out)


def test_tally_in_full(run: Run, snapshot: Callable[[str, str], None]) -> None:
    snapshot("tally.txt", run("tally", "--tertial", "2021-3", "--explain").out)


def test_tally_sets_published_figures_beside_ours(run: Run) -> None:
    done = run("tally", "--published")
    assert "30. april 2019" in done.out
    assert "31. desember 2024" in done.out
    assert "37" in done.out
    assert [one["as_of"] for one in run("tally", "--published", "--json").json] == ["2019-04-30", "2024-12-31"]


def test_index_tells_what_it_did(run: Run, workspace_copy: Path) -> None:
    assert run("index", root=workspace_copy).out == "Søkeindeksen er bygd av 57 saker.\n"
    assert run("index", root=workspace_copy).out == "Søkeindeksen var allerede oppdatert.\n"
    assert run("index", "--rebuild", "--json", root=workspace_copy).json == {
        "rebuilt": True,
        "changed": 57,
        "removed": 0,
        "left_out": [],
    }


def test_publish_writes_the_release(run: Run, workspace_copy: Path) -> None:
    done = run("publish", "2021-3", root=workspace_copy)
    assert done.code == 0
    folder = workspace_copy / "exports" / "2021-3"
    assert {"manifest.json", "overview.docx", "rulings.json"} <= {path.name for path in folder.iterdir()}
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["tally"]["convictions"]["total"] == 11


def test_a_language_in_the_settings_is_spoken(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "kom-rulings.toml").write_text('language = "en"\n', encoding="utf-8")
    assert run("tally", "--as-of", "2019-04-30", root=workspace_copy).out.startswith("As of")


def test_help_is_in_the_language_asked_for(run: Run) -> None:
    assert "Bruk:" in run("search", "--help").out
    assert "Usage:" in run("search", "--help", "--lang", "en").out


def test_search_prints_its_hits_as_a_table(
    run: Run, workspace_copy: Path, snapshot: Callable[[str, str], None]
) -> None:
    snapshot("search-tigging.txt", run("search", "tigging", "--limit", "2", root=workspace_copy).out)


def test_show_tells_of_defendants_money_and_legal_force(run: Run, snapshot: Callable[[str, str], None]) -> None:
    snapshot("show-lime-saken.txt", run("show", "LB-2018-102939-2").out)


def test_an_index_brought_up_to_date_tells_what_changed(run: Run, workspace_copy: Path) -> None:
    run("index", root=workspace_copy)
    path = workspace_copy / "rulings" / "echr" / "rantsev.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Rantsev mot", "Rantsev  mot"), encoding="utf-8")
    (workspace_copy / "rulings" / "echr" / "siliadin.yaml").write_text("kind: echr\n", encoding="utf-8")
    done = run("index", root=workspace_copy)
    assert done.out == "Søkeindeksen er oppdatert: 1 endret, 1 fjernet.\n"
    assert "siliadin" in done.err


def test_the_root_may_come_from_the_environment(
    workspace_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KOM_RULINGS_ROOT", str(workspace_copy))
    monkeypatch.chdir(Path(workspace_copy.anchor))
    (workspace_copy / "rulings" / "criminal" / "lime-saken.yaml").unlink()
    assert execute(["check", "--errors-only"]) == 0
    assert capsys.readouterr().out.startswith("56 saker")


def test_the_overview_of_commands_is_in_the_language_asked_for() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kom_rulings", "--help"], capture_output=True, encoding="utf-8", check=True
    )
    assert "Kommandoer:" in done.stdout
    assert "publish" in done.stdout


def test_an_excluded_word_that_begins_with_h_is_no_call_for_help(run: Run, workspace_copy: Path) -> None:
    found = run("search", "tigging", "-hallik", "--json", root=workspace_copy).json
    assert found["read_as"] == "tigging -hallik"
    assert found["total"] == 3


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a Unix shell")
def test_a_reader_who_leaves_a_pipe_gets_no_complaint() -> None:
    command = f'"{sys.executable}" -m kom_rulings tally --tertial 2021-3 | head -1; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, "")
