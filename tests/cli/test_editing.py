"""The commands for writing by hand: `init`, `new`, `edit`, `fmt`, `rename`, `split`, `merge`."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kom_rulings.cli import editing
from kom_rulings.files.moving import JOURNAL

Run = Callable[..., Any]
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """An editor that does this to the text: a Python expression over ``text``."""
    monkeypatch.delenv("VISUAL", raising=False)

    def use(expression: str) -> None:
        script = tmp_path / "an editor.py"
        script.write_text(
            "import pathlib, sys\n"
            "path = pathlib.Path(sys.argv[1])\n"
            "text = path.read_text(encoding='utf-8')\n"
            f"path.write_text({expression}, encoding='utf-8', newline='\\n')\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("EDITOR", shlex.join([sys.executable, str(script)]))

    return use


def lime(root: Path) -> Path:
    return root / "rulings" / "criminal" / "lime-saken.yaml"


def snapshot_of(root: Path) -> dict[str, bytes]:
    folder = root / "rulings"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_workspace_is_checked_counted_and_searched(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "ny"
    made = run("init", str(root))
    assert made.code == 0
    assert "Laget et arbeidsområde" in made.out
    assert run("check", root=root).code == 0
    assert run("tally", "--tertial", "2021-3", root=root).code == 0
    assert run("index", root=root).code == 0
    assert run("search", "tvangsarbeid", root=root).code == 0
    assert run("fmt", "--check", root=root).code == 0
    assert run("new", "criminal", "min-sak", root=root).code == 0
    assert run("show", "min-sak", root=root).code == 0


def test_a_workspace_is_not_made_over_something(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("mitt", encoding="utf-8")
    done = run("init", str(tmp_path))
    assert done.code == 2
    assert "er ikke tom" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]


def test_a_new_record_is_written_with_the_schema_and_is_not_counted(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "rulings/case.schema.json").unlink()
    before = run("tally", "--tertial", "2021-3", "--json", root=workspace_copy).out
    done = run("new", "echr", "ny-v-norway", root=workspace_copy)
    assert done.code == 0
    assert "kom-rulings edit ny-v-norway" in done.out
    assert (workspace_copy / "rulings/echr/ny-v-norway.yaml").read_text(encoding="utf-8").startswith("# yaml-language")
    schema = (workspace_copy / "rulings/case.schema.json").read_bytes()
    assert schema == (ROOT / "rulings/case.schema.json").read_bytes()
    assert run("tally", "--tertial", "2021-3", "--json", root=workspace_copy).out == before


def test_a_new_record_can_be_printed_and_needs_no_name(run: Run, workspace_copy: Path) -> None:
    before = snapshot_of(workspace_copy)
    printed = run("new", "immigration", "--print", root=workspace_copy)
    assert "kind: immigration" in printed.out
    assert snapshot_of(workspace_copy) == before
    assert run("new", "immigration", root=workspace_copy).code == 0
    path = workspace_copy / "rulings/immigration/ny-sak.yaml"
    assert path.read_text(encoding="utf-8") == printed.out


def test_a_skeleton_is_printed_in_english_too(run: Run) -> None:
    assert "the kind of case" in run("new", "criminal", "--print", "--lang", "en").out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["new", "criminal", "Lime saken"], 2, "kan ikke være en saks-ID"),
        (["new", "criminal", "rantsev"], 2, "Det finnes allerede en sak «rantsev»: echr/rantsev.yaml"),
        (["new", "sivil", "x"], 2, "sivil"),
        (["edit", "lime"], 2, "Mente du lime-saken?"),
        (["fmt", "lime"], 2, "Mente du lime-saken?"),
        (["rename", "lime-saken", "rantsev"], 2, "Det finnes allerede en sak"),
        (["rename", "lime-saken", "../x"], 2, "kan ikke være en saks-ID"),
        (["rename", "lime", "x"], 2, "Mente du lime-saken?"),
        (["split", "lime-saken", "x", "--rulings", "1,2,3"], 2, "Antall avgjørelser i saken: 3"),
        (["split", "lime-saken", "x"], 2, "--rulings"),
        (["merge", "lime-saken", "lime-saken"], 2, "kan ikke slås sammen"),
        (["merge", "lime-saken", "rantsev"], 2, "kan ikke slås sammen"),
        (["merge", "lime-saken", "thedm-2020-52736", "--take", "begge"], 2, "«begge» sier ikke hva som gjelder"),
    ],
)
def test_mistakes_are_told_in_one_message_and_change_nothing(
    run: Run, workspace_copy: Path, arguments: list[str], code: int, told: str
) -> None:
    before = snapshot_of(workspace_copy)
    done = run(*arguments, root=workspace_copy)
    assert done.code == code
    assert told in done.err
    assert "Traceback" not in done.err
    assert snapshot_of(workspace_copy) == before


def test_an_edited_record_is_checked(run: Run, workspace_copy: Path, editor: Callable[[str], None]) -> None:
    editor("text.replace('count: 10', 'count: 11')")
    done = run("edit", "LB-2018-102939-2", root=workspace_copy)
    assert done.code == 0
    assert "count: 11" in lime(workspace_copy).read_text(encoding="utf-8")
    assert all("lime-saken" in line for line in done.out.splitlines() if ".yaml:" in line)


def test_a_record_that_is_broken_in_the_editor_stays_as_it_was_saved(
    run: Run, workspace_copy: Path, editor: Callable[[str], None]
) -> None:
    editor("text + 'rulings: ['")
    before = lime(workspace_copy).read_text(encoding="utf-8")
    done = run("edit", "lime-saken", root=workspace_copy)
    assert done.code == 1
    assert "yaml-syntax" in done.out
    assert "slik du lagret den" in done.err
    assert lime(workspace_copy).read_text(encoding="utf-8") == before + "rulings: ["
    editor("text.removesuffix('rulings: [')")
    assert run("edit", "lime-saken", root=workspace_copy).code == 0
    assert lime(workspace_copy).read_text(encoding="utf-8") == before


def test_a_person_is_asked_to_mend_it_at_once(
    run: Run, workspace_copy: Path, editor: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("text.replace('count: ti', 'count: 10') if 'count: ti' in text else text.replace('count: 10', 'count: ti')")
    monkeypatch.setattr(editing, "_asked_again", lambda _: True)
    done = run("edit", "lime-saken", root=workspace_copy)
    assert done.code == 0
    assert "not-a-number" in done.out
    assert "count: 10" in lime(workspace_copy).read_text(encoding="utf-8")


def test_an_editor_that_is_gone_at_once_is_told_of(
    run: Run, workspace_copy: Path, editor: Callable[[str], None]
) -> None:
    editor("text")
    done = run("edit", "lime-saken", root=workspace_copy)
    assert done.code == 0
    assert "code --wait" in done.err


@pytest.mark.parametrize(
    ("command", "told"), [("finnes-ikke-som-program", "finnes ikke"), ("'", "avsluttet med en feil"), ("false", "feil")]
)
def test_an_editor_that_cannot_be_used_is_told_and_the_record_stands(
    run: Run, workspace_copy: Path, monkeypatch: pytest.MonkeyPatch, command: str, told: str
) -> None:
    before = lime(workspace_copy).read_bytes()
    monkeypatch.setenv("VISUAL", command)
    done = run("edit", "lime-saken", root=workspace_copy)
    assert done.code == 3
    assert told in done.err
    assert "EDITOR=notepad" in done.err
    assert lime(workspace_copy).read_bytes() == before


def test_a_record_that_another_changes_meanwhile_is_not_written_over(
    run: Run, workspace_copy: Path, editor: Callable[[str], None]
) -> None:
    path = lime(workspace_copy)
    editor(f"text + '# mitt' + str(pathlib.Path({str(path)!r}).write_text('den andres', encoding='utf-8'))")
    done = run("edit", "lime-saken", root=workspace_copy)
    assert done.code == 3
    assert "endret av noen andre" in done.err
    assert path.read_text(encoding="utf-8") == "den andres"
    kept = [one for one in path.parent.iterdir() if one.name.startswith(".lime-saken")]
    assert len(kept) == 1
    assert "# mitt" in kept[0].read_text(encoding="utf-8")


def test_records_are_put_in_order_and_told(run: Run, workspace_copy: Path) -> None:
    path = lime(workspace_copy)
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("date: 2018-06-22", "date:   '2018-6-22'"), encoding="utf-8")
    checked = run("fmt", "--check", root=workspace_copy)
    assert (checked.code, "criminal/lime-saken.yaml" in checked.out) == (1, True)
    assert "1 sak ville blitt endret." in checked.out
    done = run("fmt", "lime-saken", "rantsev", root=workspace_copy)
    assert (done.code, path.read_text(encoding="utf-8")) == (0, before)
    assert "1 sak er endret." in done.out
    assert run("fmt", "--check", root=workspace_copy).code == 0


def test_what_cannot_be_put_in_order_is_told_and_left(run: Run, workspace_copy: Path) -> None:
    path = lime(workspace_copy)
    for text, told in [("kind: [", "yaml-syntax"), ("? kind\n: criminal\n", "skrevet på en måte")]:
        path.write_text(text, encoding="utf-8")
        done = run("fmt", root=workspace_copy)
        assert done.code == 1
        assert told in done.out + done.err
        assert path.read_text(encoding="utf-8") == text


def test_a_renamed_case_is_found_by_its_old_name(run: Run, workspace_copy: Path) -> None:
    done = run("rename", "lime-saken", "lime", root=workspace_copy)
    assert done.code == 0
    assert "criminal/lime.yaml: ny" in done.out
    assert not lime(workspace_copy).exists()
    assert "Lime-saken" in run("show", "lime-saken", root=workspace_copy).out
    assert run("check", root=workspace_copy).code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["rename", "lime-saken", "lime"],
        ["split", "lime-saken", "lime", "--rulings", "2"],
        ["merge", "lime-saken", "thedm-2020-52736", "--take", "INTO"],
    ],
)
def test_a_dry_run_shows_what_would_be_done_and_writes_nothing(
    run: Run, workspace_copy: Path, arguments: list[str]
) -> None:
    before = snapshot_of(workspace_copy)
    done = run(*arguments, "--dry-run", root=workspace_copy)
    assert done.code == 0
    assert "criminal/" in done.out
    assert "Ingenting er skrevet" in done.out
    assert snapshot_of(workspace_copy) == before


def test_a_split_case_is_two_and_merged_again_one(run: Run, workspace_copy: Path) -> None:
    before = lime(workspace_copy).read_text(encoding="utf-8")
    split = run("split", "lime-saken", "lime-anke", "--rulings", "3,2", root=workspace_copy)
    assert split.code == 0
    assert "Se over begge sakene" in split.out
    assert "LB-2018-102939-2" in run("show", "lime-anke", root=workspace_copy).out
    assert run("merge", "lime-anke", "lime-saken", root=workspace_copy).code == 0
    assert lime(workspace_copy).read_text(encoding="utf-8") == before + "formerly: [lime-anke]\n"


def test_what_differs_is_shown_field_by_field(run: Run, workspace_copy: Path) -> None:
    before = snapshot_of(workspace_copy)
    done = run("merge", "lime-saken", "thedm-2020-52736", root=workspace_copy)
    assert done.code == 1
    assert "title.nb\n    INTO: " in done.out
    assert "    CASE: Lime-saken" in done.out
    assert "--take FELT=INTO" in done.err
    assert snapshot_of(workspace_copy) == before


def test_what_was_interrupted_is_finished_first_and_told(run: Run, workspace_copy: Path) -> None:
    (workspace_copy / "rulings" / JOURNAL).write_text(
        '{"act": "rename a b", "writes": [], "moves": [], "removals": []}', encoding="utf-8"
    )
    assert "act-unfinished" in run("check", root=workspace_copy).out
    assert "Fullførte det som var avbrutt: rename a b" in run("fmt", root=workspace_copy).err
    assert run("check", root=workspace_copy).code == 0


@pytest.mark.parametrize("command", ["init", "new", "edit", "fmt", "rename", "split", "merge"])
def test_help_is_in_both_languages(run: Run, command: str) -> None:
    norwegian, english = run(command, "--help").out, run(command, "--help", "--lang", "en").out
    assert "Bruk:" in norwegian
    assert "Usage:" in english
