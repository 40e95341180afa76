"""The commands ``rename``, ``split`` and ``merge``: which file a case stands in, with its history kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kom_rulings.cli.edge import Edge
from kom_rulings.cli.editing import case_file, finish_interrupted
from kom_rulings.cli.options import common_options, pass_edge
from kom_rulings.cli.speaking import SpeakingCommand, SpeakingOption
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from pathlib import Path

    from kom_rulings.errors import FieldsDiffer
    from kom_rulings.files.moving import Act

_dry_run = click.option(
    "--dry-run", is_flag=True, cls=SpeakingOption, help=N_("Show what would be done, and write nothing.")
)
#: So much of a value is shown.
_SHOWN = 200


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Give a case another id. Its full texts move with it, and the record keeps the old id, by which the case is "
        "found and known again in what has been published."
    ),
)
@click.argument("case")
@click.argument("name", metavar="NEW")
@_dry_run
@common_options
@pass_edge
def rename(edge: Edge, case: str, name: str, dry_run: bool) -> None:
    """Plan, do and tell."""
    from kom_rulings.editing.renaming import renaming

    root, path = _found(edge, case)
    _carry_out(edge, root, renaming(root, path, name), dry_run=dry_run)


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Make some rulings of a case a case of their own, with their full texts. What the case says as a whole, such "
        "as victims and exploitation, stands in both and must be looked at afterwards."
    ),
)
@click.argument("case")
@click.argument("name", metavar="NEW")
@click.option(
    "--rulings",
    "numbers",
    required=True,
    metavar="N,N",
    cls=SpeakingOption,
    help=N_("The numbers of the rulings that move, from 1 on as they stand in the file."),
)
@_dry_run
@common_options
@pass_edge
def split(edge: Edge, case: str, name: str, numbers: str, dry_run: bool) -> None:
    """Plan, do and tell what to look at."""
    from kom_rulings.editing.splitting import splitting

    root, path = _found(edge, case)
    _carry_out(edge, root, splitting(root, path, name, numbers), dry_run=dry_run)
    if not dry_run:
        edge.echo(N_("Look at both cases: title, victims, exploitation, keywords and sources are the same in both."))


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Merge a case into another: its rulings are put in the order of their dates, rulings that share a reference "
        "become one, sources and the like are united, and its full texts move. Fields of which the two say different "
        "things are shown, and nothing is done until you tell which holds."
    ),
)
@click.argument("case")
@click.argument("into")
@click.option(
    "--take",
    "takes",
    metavar="[FIELD=]INTO|CASE",
    multiple=True,
    cls=SpeakingOption,
    help=N_("Which case holds for a field that differs; without a field, for all others. May be given several times."),
)
@_dry_run
@common_options
@pass_edge
def merge(edge: Edge, case: str, into: str, takes: tuple[str, ...], dry_run: bool) -> None:
    """Plan, show what differs, do and tell."""
    from kom_rulings.editing.merging import merging
    from kom_rulings.errors import FieldsDiffer

    root, path = _found(edge, case)
    try:
        act = merging(root, path, case_file(edge.workspace, into), takes)
    except FieldsDiffer as error:
        _show_differences(error)
        raise
    _carry_out(edge, root, act, dry_run=dry_run)


def _found(edge: Edge, case: str) -> tuple[Path, Path]:
    """The workspace and the file of a case, once nothing is left unfinished."""
    root = edge.workspace.root
    finish_interrupted(edge, root)
    return root, case_file(edge.workspace, case)


def _carry_out(edge: Edge, root: Path, act: Act, *, dry_run: bool) -> None:
    from kom_rulings.files.moving import carry_out

    if not dry_run:
        carry_out(root, act)
    for one in act.writes:
        message = N_("{file}: changed") if one.before else N_("{file}: new")
        edge.echo(message, file=one.file)
    for old, new in act.moves:
        edge.echo(N_("{file}: moved to {other}"), file=old, other=new)
    for file, _ in act.removals:
        edge.echo(N_("{file}: taken away"), file=file)
    if dry_run:
        edge.echo(N_("Nothing was written: this is what would be done."))


def _show_differences(error: FieldsDiffer) -> None:
    for one in error.differences:
        click.echo(one.field)
        click.echo(f"    INTO: {_short(one.into)}")
        click.echo(f"    CASE: {_short(one.case)}")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]} …"
