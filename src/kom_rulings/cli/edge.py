"""What a command holds of the world outside: language, root folder, and how results and findings are printed."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kom_rulings.errors import SettingsNotRead, TertialNotEnded
from kom_rulings.files.paths import find_root
from kom_rulings.settings import read_settings
from kom_rulings.wording import N_, Language, Wording, wording

if TYPE_CHECKING:
    from rich.console import Console

    from kom_rulings.dates import Tertial
    from kom_rulings.problems import Problem
    from kom_rulings.workspace import Workspace

#: The exit code of a command that did its work and found something to mend.
FINDINGS = 1


@dataclass(frozen=True)
class Edge:
    """Handed to every command; options given later on the line replace those given earlier."""

    spoken: Language = "nb"
    root: Path | None = None

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace that the command works on; it holds records."""
        from kom_rulings.workspace import Workspace

        return Workspace.find(Path.cwd(), self.root)

    @cached_property
    def workspace_to_fill(self) -> Workspace:
        """The workspace that the command adds to; it may be empty still."""
        from kom_rulings.workspace import Workspace

        return Workspace.find(Path.cwd(), self.root, may_be_empty=True)

    @property
    def say(self) -> Wording:
        """The words in the reader's language."""
        return wording(self.spoken)

    @cached_property
    def console(self) -> Console:
        """Where tables go: coloured in a terminal, plain and wide everywhere else."""
        from rich.console import Console

        terminal = sys.stdout.isatty()
        return Console(file=sys.stdout, width=None if terminal else 120, highlight=False, markup=False, emoji=False)

    def echo(self, message: str, **params: object) -> None:
        """Print a message in the reader's language."""
        click.echo(self.say(message, **params))

    def warn(self, message: str, **params: object) -> None:
        """Print a message beside the result."""
        click.echo(self.say(message, **params), err=True)

    def echo_json(self, content: object) -> None:
        """Print data for programs, always in UTF-8."""
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "", right: int = 0) -> None:
        """Print a table; the last ``right`` columns hold numbers."""
        from rich import box
        from rich.table import Table
        from rich.text import Text

        table = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
        for n, head in enumerate(heads):
            numeric = n >= len(heads) - right
            table.add_column(head, justify="right" if numeric else "left", overflow="fold")
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        self.console.print(table)

    def list_problems(self, problems: Sequence[Problem], *, err: bool = False) -> None:
        """Print findings as file, line, what is wrong and how to mend it."""
        for problem in problems:
            place = problem.place
            field = f" {place.field}" if place.field else ""
            severity = self.say(_SEVERITIES[str(problem.severity)])
            click.echo(f"{place.file}:{place.line}:{place.column}:{field} {severity} [{problem.code}]", err=err)
            click.echo(f"    {problem.message(self.spoken)}", err=err)
            click.echo(f"    → {problem.hint(self.spoken)}", err=err)


_SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}


def today() -> dt.date:
    """The day at the user's desk."""
    return dt.datetime.now().astimezone().date()


def ended_tertial(text: str) -> Tertial:
    """The tertial of this name; raises ``TertialNotEnded`` while it goes on, for nothing can be told of it yet."""
    from kom_rulings.dates import Tertial

    tertial = Tertial.parse(text)
    if tertial.last_day > today():
        raise TertialNotEnded(tertial=text, date=tertial.last_day.isoformat())
    return tertial


def first_language(arguments: Sequence[str]) -> Language:
    """The language for help and early errors: ``--lang`` on the line, the environment, the settings, else bokmål."""
    chosen = _given(arguments, "--lang") or os.environ.get("KOM_RULINGS_LANG")
    if chosen is None:
        return _set_language(_given(arguments, "--root") or os.environ.get("KOM_RULINGS_ROOT"))
    return "en" if chosen == "en" else "nb"


def _given(arguments: Sequence[str], option: str) -> str | None:
    """The last value of an option, before click has read the line."""
    found = None
    for before, argument in pairwise(("", *arguments)):
        if before == option:
            found = argument
        elif argument.startswith(f"{option}="):
            found = argument.removeprefix(f"{option}=")
    return found


def _set_language(root: str | None) -> Language:
    """The language that the workspace sets; settings that cannot be read are told when they are needed."""
    folder = Path(root) if root else find_root(Path.cwd())
    try:
        return read_settings(folder).language if folder else "nb"
    except SettingsNotRead:
        return "nb"
