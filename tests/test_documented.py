"""What the docs say is true: generated pages are up to date, commands and codes are told, README runs what exists."""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest

from kom_rulings.cli.main import COMMANDS
from kom_rulings.problem_codes import CODES

ROOT = Path(__file__).parent.parent


def script(name: str) -> ModuleType:
    specification = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_generated_files_are_up_to_date() -> None:
    stale = [path.name for path, content in script("write_docs").files().items() if path.read_text("utf-8") != content]
    assert stale == [], "python scripts/write_docs.py writes them"


def test_no_message_lacks_its_translation() -> None:
    catalogue = script("update_catalogue")
    assert catalogue.missing(catalogue.merged()) == []


def test_the_compiled_catalogue_is_that_of_its_source() -> None:
    catalogue = script("update_catalogue")
    from kom_rulings.wording import wording

    say = wording("nb")._catalogue
    for message in catalogue.merged():
        if message.id and isinstance(message.id, str):
            assert say.gettext(message.id) == message.string


def test_placeholders_are_the_same_in_both_languages() -> None:
    catalogue = script("update_catalogue")
    for message in catalogue.merged():
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        for one, other in zip(ids, strings, strict=True):
            assert set(re.findall(r"{\w*}", one)) == set(re.findall(r"{\w*}", other)), one


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_user_guide_and_on_the_page_of_commands(command: str) -> None:
    assert f"kom-rulings {command}" in text("docs/brukerveiledning.md")
    assert f"## {command}" in text("docs/cli.md")


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_on_the_page_of_findings(code: str) -> None:
    assert f"`{code}`" in text("docs/checks.md")


def test_the_readme_opens_with_exactly_two_commands_that_exist() -> None:
    block = re.findall(r"```sh\n(.*?)```", text("README.md"), re.DOTALL)[0]
    lines = block.strip().splitlines()
    assert lines == [
        "python -m pip install uv && python -m uv run kom-rulings publish 2021-3",
        "python -m uv run pytest",
    ]


@pytest.mark.parametrize("page", ["README.md", "docs/brukerveiledning.md"])
def test_commands_shown_in_the_docs_exist(page: str) -> None:
    shown = re.findall(r"^(?:python -m uv run )?kom-rulings (.*)$", text(page), re.MULTILINE)
    names = {shlex.split(line)[0] for line in shown}
    assert names <= {*COMMANDS, "--help"}


@pytest.mark.parametrize(
    "page",
    ["README.md", *(f"docs/{path.relative_to(ROOT / 'docs')}" for path in sorted((ROOT / "docs").rglob("*.md")))],
)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text(page)):
        assert ((ROOT / page).parent / target).exists(), target


def test_no_tracked_text_names_a_registry_or_a_lock_file() -> None:
    for path in [ROOT / "pyproject.toml", ROOT / "README.md", ROOT / ".ci" / "run", *(ROOT / "docs").rglob("*.md")]:
        assert "index-url" not in path.read_text(encoding="utf-8")
    assert "uv.lock" in text(".gitignore")


def test_the_changelog_names_the_version_or_what_comes() -> None:
    assert re.search(r"^## \[(Unreleased|\d+\.\d+\.\d+)\]", text("CHANGELOG.md"), re.MULTILINE)
