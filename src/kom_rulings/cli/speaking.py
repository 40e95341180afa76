"""Commands and options whose help is in the reader's language, loaded only when they are called."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from kom_rulings.cli.edge import Edge
from kom_rulings.wording import wording


def _translated(context: click.Context, text: str | None) -> str:
    edge = context.find_object(Edge)
    return wording(edge.spoken if edge else "nb")(" ".join(text.split())) if text else ""


class SpeakingOption(click.Option):
    """An option whose help is a catalogue key."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The help line, translated."""
        original, self.help = self.help, _translated(ctx, self.help)
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = original


class SpeakingCommand(click.Command):
    """A command whose help is a catalogue key."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help text, translated."""
        with formatter.indentation():
            formatter.write_paragraph()
            formatter.write_text(_translated(ctx, self.help))

    def translated_short_help(self, ctx: click.Context) -> str:
        """The first sentence of the help, translated."""
        return _translated(ctx, self.help).split(". ")[0].rstrip(".") + "."


class SpeakingGroup(SpeakingCommand, click.Group):
    """The group of all commands; a command's module is imported when the command is asked for.

    ``modules`` gives for each command its module, and behind a colon its function where that has another name.
    """

    def __init__(self, *args: Any, modules: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the library passes it
        """Every command, in the order of the work."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return a command."""
        where = self._modules.get(cmd_name)
        if where is None:
            return None
        module, _, function = where.partition(":")
        command: click.Command = getattr(importlib.import_module(module), function or cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their translated first sentences."""
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if isinstance(command, SpeakingCommand):
                rows.append((name, command.translated_short_help(ctx)))
        with formatter.section(_translated(ctx, "Commands")):
            formatter.write_dl(rows)
