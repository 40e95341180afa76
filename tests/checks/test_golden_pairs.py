"""Every finding has a golden pair: files that are unsound in one way, and what is found in them, word by word."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kom_rulings.problem_codes import CODES
from kom_rulings.problems import Problem
from kom_rulings.workspace import Workspace

BROKEN = Path(__file__).parent.parent / "registers" / "broken"
#: Findings that are told by two codes: which table, and what is wrong in it.
BESIDE = {"table-not-read": {"value-not-allowed"}}
PAIRS = sorted(path.stem for path in BROKEN.glob("*.txt"))

#: ``=== criminal/a.yaml ===``, with the encoding or the size to pad the file to where it matters.
_FILE = re.compile(r"^=== (?P<name>.+?)(?: (?P<encoding>latin-1)| padded (?P<size>\d+))? ===\n", re.MULTILINE)


@pytest.mark.parametrize("pair", PAIRS)
def test_broken_files_give_the_expected_findings(pair: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    write_files(BROKEN / f"{pair}.txt", tmp_path / "rulings")
    findings = [problem.as_json() for problem in problems_in(tmp_path, privacy=pair.startswith("privacy-"))]

    golden = BROKEN / f"{pair}.expected.json"
    text = json.dumps(findings, ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--snapshot-update"):
        golden.write_text(text, encoding="utf-8", newline="\n")

    beside = BESIDE.get(code_of(pair), set())
    assert {finding["code"] for finding in findings} == {code_of(pair), *beside}
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


def problems_in(root: Path, *, privacy: bool) -> list[Problem]:
    """Every finding in a workspace, with those of the privacy check where they are meant.

    Of the overview text the pairs hold the bokmål only.
    """
    workspace = Workspace(root)
    found = [*workspace.problems, *(workspace.privacy_problems if privacy else ())]
    return [problem for problem in found if problem.place.file != "overview/en.md"]
