"""The command ``publish``."""

from __future__ import annotations

import click

from kom_rulings.cli.edge import Edge, today
from kom_rulings.cli.options import common_options, json_option, pass_edge
from kom_rulings.cli.speaking import SpeakingCommand, SpeakingOption
from kom_rulings.errors import RecordsNotSound, TertialNotEnded
from kom_rulings.wording import N_


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Publish the overview of a tertial to exports/TERTIAL: the Word document, the records as data and a manifest. "
        "Refused while errors stand in the records."
    ),
)
@click.argument("tertial")
@click.option("--force", is_flag=True, cls=SpeakingOption, help=N_("Publish again; the old release is kept beside."))
@json_option
@common_options
@pass_edge
def publish(edge: Edge, tertial: str, force: bool, as_json: bool) -> None:
    """Publish and tell where."""
    from kom_rulings.dates import Tertial
    from kom_rulings.publishing import Release
    from kom_rulings.publishing import publish as make

    release = Release(Tertial.parse(tertial), edge.spoken)
    if release.tertial.last_day > today():
        raise TertialNotEnded(tertial=tertial, date=release.tertial.last_day.isoformat())
    try:
        folder = make(edge.workspace, release, lambda name: edge.warn(N_("Writing {file}"), file=name), force=force)
    except RecordsNotSound as error:
        if as_json:
            edge.echo_json([problem.as_json() for problem in error.problems])
        else:
            edge.list_problems(error.problems)
        raise
    if as_json:
        edge.echo_json({"folder": str(folder), "files": sorted(path.name for path in folder.iterdir())})
    else:
        edge.echo(N_("Published in {folder}"), folder=folder)
