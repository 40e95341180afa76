"""A command loads only what it needs: help is light, and a search never loads the Word library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOADED = (
    "import sys\n"
    "from kom_rulings.cli.main import execute\n"
    "code = execute(sys.argv[1:])\n"
    "print('loaded:', ' '.join(sorted({name.split('.')[0] for name in sys.modules})))\n"
    "sys.exit(code)\n"
)


def loaded_by(*arguments: str) -> set[str]:
    command = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    return set(done.stdout.rpartition("loaded:")[2].split())


@pytest.mark.parametrize(
    "command",
    [
        "init",
        "new",
        "edit",
        "fmt",
        "rename",
        "split",
        "merge",
        "check",
        "show",
        "index",
        "search",
        "cites",
        "tally",
        "changes",
        "publish",
        "export",
    ],
)
def test_help_loads_neither_records_nor_engines_nor_word(command: str) -> None:
    assert not loaded_by(command, "--help") & {"docx", "whoosh", "pydantic", "ruamel", "babel", "yaml", "rich"}


def test_a_search_loads_neither_word_nor_a_web_framework(workspace_copy: Path) -> None:
    loaded = loaded_by("search", "tigging", "--root", str(workspace_copy))
    assert "whoosh" in loaded
    assert not loaded & {"docx", "lxml", "fastapi", "starlette", "uvicorn"}
