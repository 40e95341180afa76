"""Every finding has a golden pair: files that are unsound in one way, and what is found in them, word by word."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kom_rulings.checks import run_checks
from kom_rulings.overview.prose import read_prose
from kom_rulings.problem_codes import CODES
from kom_rulings.problems import Problem, in_order
from kom_rulings.records.register import load_register
from kom_rulings.records.tables import load_tables
from kom_rulings.tallies.published import read_figures

BROKEN = Path(__file__).parent.parent / "registers" / "broken"
PAIRS = sorted(path.stem for path in BROKEN.glob("*.txt"))

#: ``=== criminal/a.yaml ===``, with the encoding or the size to pad the file to where it matters.
_FILE = re.compile(r"^=== (?P<name>.+?)(?: (?P<encoding>latin-1)| padded (?P<size>\d+))? ===\n", re.MULTILINE)


@pytest.mark.parametrize("pair", PAIRS)
def test_broken_files_give_the_expected_findings(pair: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    write_files(BROKEN / f"{pair}.txt", tmp_path / "rulings")
    findings = [problem.as_json() for problem in in_order(problems_in(tmp_path))]

    golden = BROKEN / f"{pair}.expected.json"
    text = json.dumps(findings, ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--snapshot-update"):
        golden.write_text(text, encoding="utf-8", newline="\n")

    assert {finding["code"] for finding in findings} == {code_of(pair)}
    assert text == golden.read_text(encoding="utf-8"), f"{golden.name} differs; --snapshot-update writes it anew"


def test_every_code_has_a_pair() -> None:
    assert {code_of(pair) for pair in PAIRS} == set(CODES)


def test_every_expected_file_belongs_to_a_pair() -> None:
    assert sorted(path.name.removesuffix(".expected.json") for path in BROKEN.glob("*.json")) == PAIRS


def code_of(pair: str) -> str:
    """The code that a pair is named for; ``not-a-date-leap-year`` is a variant of ``not-a-date``."""
    return max((code for code in CODES if f"{pair}-".startswith(f"{code}-")), key=len, default=f"no code in {pair}")


def write_files(pair: Path, rulings: Path) -> None:
    """Write the files of a pair as its heads say."""
    rulings.mkdir()
    _, *parts = _FILE.split(pair.read_text(encoding="utf-8"))
    for name, encoding, size, content in zip(*(parts[n::4] for n in range(4)), strict=True):
        path = rulings / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            path.mkdir()
        else:
            path.write_bytes(padded(content.encode(encoding or "utf-8"), int(size or 0)))


def padded(content: bytes, size: int) -> bytes:
    """Fill up with a comment to that size."""
    missing = size - len(content)
    return content + b"#" + b" " * (missing - 2) + b"\n" if missing > 0 else content


def problems_in(root: Path) -> list[Problem]:
    """Every finding in a workspace, with those of the overview text where there is one."""
    register, problems = load_register(root)
    problems += run_checks(register, load_tables())
    problems += read_figures(root)[1]
    return problems + (read_prose(root, "nb")[1] if (root / "rulings" / "overview").is_dir() else [])
