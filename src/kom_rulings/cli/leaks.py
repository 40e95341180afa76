"""What the leak check found, listed before the command ends, and files that are written only when it finds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kom_rulings.cli.edge import Edge
from kom_rulings.errors import LeaksFound
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from kom_rulings.errors.leaks import Leak
    from kom_rulings.records import Case
    from kom_rulings.standing import Audience


@contextmanager
def listing_leaks(edge: Edge, *, as_json: bool) -> Iterator[None]:
    """Within this, what may not leave is listed before the command fails."""
    try:
        yield
    except LeaksFound as error:
        if as_json:
            edge.echo_json([leak.as_json() for leak in error.leaks])
        else:
            list_leaks(edge, error.leaks)
        raise


def list_leaks(edge: Edge, leaks: Sequence[Leak]) -> None:
    """Print each as file and place, what is wrong, where the records say so, and how to mend it."""
    for leak in leaks:
        click.echo(f"{leak.file}, {leak.spot.said(edge.spoken)}:")
        click.echo(f"    {leak.message(edge.spoken)}")
        if source := leak.source:
            place = f"{source.file}:{source.line}" + (f" {source.field}" if source.field else "")
            edge.echo(N_("    In the records: {place}"), place=place)
        click.echo(f"    → {leak.hint(edge.spoken)}")


def write_checked(
    edge: Edge, path: Path, content: bytes, audience: Audience, shown: Iterable[Case], *, as_json: bool = False
) -> None:
    """Write a file for others when the leak check finds nothing in it, and list what it finds where it does."""
    from kom_rulings.files.replacing import replace_file
    from kom_rulings.leak_check import Guard, require_no_leaks

    with listing_leaks(edge, as_json=as_json):
        require_no_leaks([(path.name, content)], Guard(edge.workspace, audience, shown))
    replace_file(path, content)
