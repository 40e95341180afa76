"""What a command holds of the world outside: language, root folder, and how results and findings are printed."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kom_rulings.wording import N_, Language, Wording, wording

if TYPE_CHECKING:
    from rich.console import Console

    from kom_rulings.problems import Problem
    from kom_rulings.workspace import Workspace


@dataclass(frozen=True)
class Edge:
    """Handed to every command; options given later on the line replace those given earlier."""

    language: Language | None = None
    root: Path | None = None

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace that the command works on."""
        from kom_rulings.workspace import Workspace

        return Workspace.find(Path.cwd(), self.root)

    @cached_property
    def spoken(self) -> Language:
        """The language asked for, or the one that the workspace sets."""
        return self.language or self.workspace.settings.language

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

    def list_problems(self, problems: Sequence[Problem]) -> None:
        """Print findings as file, line, what is wrong and how to mend it."""
        for problem in problems:
            place = problem.place
            field = f" {place.field}" if place.field else ""
            severity = self.say(_SEVERITIES[str(problem.severity)])
            click.echo(f"{place.file}:{place.line}:{place.column}:{field} {severity} [{problem.code}]")
            click.echo(f"    {problem.message(self.spoken)}")
            click.echo(f"    → {problem.hint(self.spoken)}")


_SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}


def first_language(arguments: Sequence[str]) -> Language:
    """The language for help and early errors: ``--lang`` on the line, then the environment, then bokmål."""
    chosen = os.environ.get("KOM_RULINGS_LANG", "nb")
    for before, argument in zip(("", *arguments), arguments, strict=False):
        if before == "--lang":
            chosen = argument
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
    return "en" if chosen == "en" else "nb"
