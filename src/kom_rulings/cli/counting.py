"""The command ``tally``: the numbers on a date, the cases behind them, and what has been published."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from kom_rulings.cli.edge import FINDINGS, Edge, today
from kom_rulings.cli.options import common_options, json_option, pass_edge
from kom_rulings.cli.speaking import SpeakingCommand, SpeakingOption
from kom_rulings.files.paths import KINDS
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kom_rulings.tables import Cell, Table
    from kom_rulings.tallies import Tally
    from kom_rulings.tallies.published import Comparison

BREAKDOWNS = ("year", "court-level", "exploitation")


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Count convictions, acquittals, ECtHR findings and immigration results on a date. Every number has its cases."
    ),
)
@click.option(
    "--as-of", metavar="DATE", cls=SpeakingOption, help=N_("The day the numbers speak of, such as 2019-04-30.")
)
@click.option("--tertial", metavar="TERTIAL", cls=SpeakingOption, help=N_("The end of a tertial, such as 2021-3."))
@click.option("--by", type=click.Choice(BREAKDOWNS), cls=SpeakingOption, help=N_("Show one breakdown only."))
@click.option("--explain", is_flag=True, cls=SpeakingOption, help=N_("List the cases behind each number."))
@click.option("--published", is_flag=True, cls=SpeakingOption, help=N_("Set the numbers beside those published."))
@json_option
@common_options
@pass_edge
def tally(
    edge: Edge, as_of: str | None, tertial: str | None, by: str | None, explain: bool, published: bool, as_json: bool
) -> int:
    """Count and print; files that could not be read are in no number, and that is said."""
    from kom_rulings.tallies import tally as count

    if published and (explain or any(option is not None for option in (as_of, tertial, by))):
        raise click.UsageError(
            edge.say(N_("--published speaks of the days that were published; leave out other days."))
        )
    unread = edge.workspace.unread
    if published:
        _published(edge, as_json=as_json)
    else:
        counted = count(edge.workspace.register, _day(edge, as_of, tertial))
        if as_json:
            edge.echo_json({**counted.as_json(explain=explain), "left_out": unread})
        else:
            _print(edge, counted, by, explain=explain)
    return warn_of_errors(edge, unread)


def warn_of_errors(edge: Edge, unread: list[str]) -> int:
    """Say what is in no number, and that errors stand in what was counted."""
    from kom_rulings.problems import errors_in

    if unread:
        message = N_("Not counted, because the file has errors: {files}. Run “kom-rulings check”.")
        edge.warn(message, files=", ".join(unread))
    errors = [one for one in errors_in(edge.workspace.problems_of_approved) if one.place.file.startswith(KINDS)]
    if errors:
        message = N_("The records have errors ({count}), so the numbers may be wrong. Run “kom-rulings check”.")
        edge.warn(message, count=len(errors))
    return FINDINGS if errors else 0


def _day(edge: Edge, as_of: str | None, tertial: str | None) -> dt.date:
    """The day asked for: a date, the end of a tertial, or today."""
    from kom_rulings.dates import PartialDate, Tertial

    if as_of is not None and tertial is not None:
        raise click.UsageError(edge.say(N_("Give --as-of or --tertial, not both.")))
    if as_of is not None:
        return PartialDate.parse(as_of).last_day
    return Tertial.parse(tertial).last_day if tertial is not None else today()


def _print(edge: Edge, counted: Tally, by: str | None, *, explain: bool) -> None:
    from kom_rulings.cli.more_numbers import print_more
    from kom_rulings.formats import date_text

    edge.echo(N_("As of {date}"), date=date_text(counted.as_of, edge.spoken))
    for table in _tables(counted, by):
        _print_table(edge, table, explain=explain)
    if by is None:
        print_more(edge, counted)
        undecided = (N_("Cases without a standing ruling"), counted.undecided)
        not_counted = (N_("Not counted, date unknown"), counted.not_counted)
        for label, cell in (undecided, not_counted):
            click.echo(f"{edge.say(label)}: {cell.count}")
            _print_cases(cell, explain=explain)


def _tables(counted: Tally, by: str | None) -> Iterator[Table]:
    for one in [by] if by else (*BREAKDOWNS, "minors"):
        yield counted.convictions.table(one, N_("Convictions"))
    for one in [by] if by else BREAKDOWNS[2:]:
        yield counted.acquittals.table(one, N_("Acquittals"))
    if by is None:
        yield counted.echr.table()
        yield counted.immigration.table()


def _print_table(edge: Edge, table: Table, *, explain: bool) -> None:
    rows = [*table.rows, table.total]
    cells = [[edge.say(row.label), *(str(cell.count) for cell in row.cells)] for row in rows]
    heads = [edge.say(head) for head in (table.head, *table.columns)]
    edge.table(heads, cells, title=edge.say(table.title), right=len(table.columns))
    if explain:
        for row in rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if cell.count:
                    click.echo(f"  {edge.say(row.label)}, {edge.say(column)}: {', '.join(cell.cases)}")
    if table.not_counted.count:
        edge.echo(N_("Not counted, date unknown: {count}"), count=table.not_counted.count)
        _print_cases(table.not_counted, explain=explain)


def _print_cases(cell: Cell, *, explain: bool) -> None:
    if explain and cell.count:
        click.echo(f"  {', '.join(cell.cases)}")


def _published(edge: Edge, *, as_json: bool) -> None:
    from kom_rulings.tallies.published import compare, read_figures

    figures, problems = read_figures(edge.workspace.root)
    comparisons = compare(figures, edge.workspace.register)
    if as_json:
        edge.echo_json([comparison.as_json() for comparison in comparisons])
    else:
        for comparison in comparisons:
            _print_comparison(edge, comparison)
    if not comparisons:
        edge.warn(N_("There are no published figures to compare with (rulings/published-figures.yaml)."))
    edge.list_problems(problems, err=True)


def _print_comparison(edge: Edge, comparison: Comparison) -> None:
    from kom_rulings.formats import date_text

    title = edge.say(
        N_("{publisher}, {date}: {source}"),
        publisher=comparison.publisher,
        date=date_text(comparison.as_of, edge.spoken),
        source=comparison.source,
    )
    heads = [edge.say(head) for head in (N_("Figure"), N_("Published"), N_("In the records"), N_("Missing"))]
    rows = [[edge.say(one.label), *map(str, (one.published, one.recorded, one.missing))] for one in comparison.measures]
    edge.table(heads, rows, title=title, right=3)
    click.echo(
        edge.say.plural(
            "The records lack {n} of the convictions that were published.",
            "The records lack {n} of the convictions that were published.",
            comparison.lacking,
        )
    )
    if comparison.undated:
        message = N_("{n} recorded convictions have no known date and may be among them.")
        edge.echo(message, n=comparison.undated)
