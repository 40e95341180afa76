"""Fixtures of all tests: small registers written in the test, the bundled records, golden files refreshed by a flag."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kom_rulings.cli.main import execute
from kom_rulings.files.reading import parse
from kom_rulings.records import Case, Register
from kom_rulings.records.building import build
from kom_rulings.records.register import load_register
from kom_rulings.records.tables import Tables, load_tables

ROOT = Path(__file__).parent.parent
SNAPSHOTS = Path(__file__).parent / "snapshots"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--snapshot-update", action="store_true", help="write the golden files anew")


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings of the machine it runs on."""
    for name in ("KOM_RULINGS_ROOT", "KOM_RULINGS_LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KOM_RULINGS_SOFFICE", "none")  # no test depends on LibreOffice unless it asks for it


@pytest.fixture(scope="session")
def bundled() -> Register:
    """The records that come with the program."""
    return load_register(ROOT)[0]


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The tables that come with the program."""
    return load_tables()


@pytest.fixture
def workspace_copy(tmp_path: Path) -> Path:
    """A workspace with a copy of the bundled records, to change at will."""
    return copied(tmp_path)


@pytest.fixture(scope="session")
def bundled_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the bundled records, to read only."""
    return copied(tmp_path_factory.mktemp("bundled"))


def copied(root: Path) -> Path:
    """Copy the records, but not what editions said that were published from this folder."""
    shutil.copytree(ROOT / "rulings", root / "rulings", ignore=shutil.ignore_patterns("editions"))
    return root


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with its golden file: ``snapshot("name.txt", text)``; ``--snapshot-update`` writes it."""

    def compare(name: str, text: str) -> None:
        golden = SNAPSHOTS / name
        if request.config.getoption("--snapshot-update"):
            golden.write_text(text, encoding="utf-8", newline="\n")
        assert text == golden.read_text(encoding="utf-8"), f"{name} differs; --snapshot-update writes it anew"

    return compare


class Outcome:
    """What a command line printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> object:
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], bundled_root: Path) -> Callable[..., Outcome]:
    """Carry out a command line in this process: ``run("search", "tigging", root=folder)``."""

    def carry_out(*arguments: str, root: Path = bundled_root) -> Outcome:
        capsys.readouterr()
        code = execute([*arguments, "--root", str(root)])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return carry_out


def case_from(text: str, *, name: str = "a", kind: str = "criminal") -> Case:
    """A case from the text of its file."""
    raw, problems = parse(text.encode(), Path(f"/{kind}/{name}.yaml"), f"{kind}/{name}.yaml")
    assert raw is not None, problems
    case, problems = build(raw)
    assert case is not None, problems
    return case


@pytest.fixture
def make_case() -> Callable[..., Case]:
    """Build a case from the text of its file."""
    return case_from


@pytest.fixture
def records_of(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Write files below ``rulings/`` of a new workspace and return its root."""

    def write(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / "rulings" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        return tmp_path

    return write


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[None]:
    """Give the rights back after a test that took them away."""
    yield
    for folder in [tmp_path, *tmp_path.rglob("*")]:
        if folder.is_dir():
            folder.chmod(0o755)
