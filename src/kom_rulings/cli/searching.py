"""The commands ``index`` and ``search``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kom_rulings.cli.edge import Edge
from kom_rulings.cli.options import common_options, json_option, pass_edge
from kom_rulings.cli.speaking import SpeakingCommand, SpeakingOption
from kom_rulings.files.paths import KINDS
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from kom_rulings.index.found import Wish
    from kom_rulings.index.tree import Node

#: As in ``index.searching``, which is not loaded for help.
_SORTS = ("relevance", "date", "sentence", "cited")


@click.command(cls=SpeakingCommand, help=N_("Bring the search index up to date. A search does it by itself."))
@click.option("--rebuild", is_flag=True, cls=SpeakingOption, help=N_("Build the index anew from all records."))
@json_option
@common_options
@pass_edge
def index(edge: Edge, rebuild: bool, as_json: bool) -> None:
    """Refresh the index and tell what was done."""
    refreshed = edge.workspace.refresh_index(rebuild=rebuild)
    refreshed.close()
    if as_json:
        numbers = {"changed": refreshed.changed, "removed": refreshed.removed, "left_out": list(refreshed.left_out)}
        edge.echo_json({"rebuilt": refreshed.rebuilt, **numbers})
    elif refreshed.rebuilt:
        click.echo(
            edge.say.plural(
                "The index was built from {n} case.", "The index was built from {n} cases.", refreshed.changed
            )
        )
    elif refreshed.changed or refreshed.removed:
        edge.echo(
            N_("The index was updated: {changed} changed, {removed} removed."),
            changed=refreshed.changed,
            removed=refreshed.removed,
        )
    else:
        edge.echo(N_("The index is up to date."))
    if refreshed.left_out and not as_json:
        edge.warn(N_("Left out, because the file has errors: {cases}"), cases=", ".join(refreshed.left_out))


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Search the rulings. A space means AND, a comma OR, quotes an exact phrase, -word excludes, word* is a "
        "beginning, *word an ending, word~ a spelling; fields such as domstol:borgarting, år:2015-2020, lov:257 and "
        "straff:>5år narrow; a reference in any spelling finds that ruling and those that cite it."
    ),
    # What begins with a dash is excluded from the search; “-h” is not help here, so that “-handel” is a word.
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@click.argument("query", nargs=-1)
@click.option("--kind", type=click.Choice(KINDS), cls=SpeakingOption, help=N_("Only cases of this kind."))
@click.option("--year", cls=SpeakingOption, metavar="YEAR[-YEAR]", help=N_("Only cases with a ruling in these years."))
@click.option("--like", cls=SpeakingOption, metavar="CASE", help=N_("Cases that are like this one."))
@click.option(
    "--exact", is_flag=True, cls=SpeakingOption, help=N_("Search the words as they are typed, in no other form.")
)
@click.option(
    "--without",
    multiple=True,
    cls=SpeakingOption,
    metavar="FORM",
    help=N_("Switch off a form that was added to a word."),
)
@click.option(
    "--sort", type=click.Choice(_SORTS), default="relevance", cls=SpeakingOption, help=N_("The order of the hits.")
)
@click.option("--limit", type=click.IntRange(1), default=10, cls=SpeakingOption, help=N_("How many hits to show."))
@click.option("--copy", is_flag=True, cls=SpeakingOption, help=N_("Print the ready citations only, one on each line."))
@json_option
@common_options
@pass_edge
def search(
    edge: Edge,
    query: tuple[str, ...],
    kind: str | None,
    year: str | None,
    like: str | None,
    exact: bool,
    without: tuple[str, ...],
    sort: str,
    limit: int,
    copy: bool,
    as_json: bool,
) -> None:
    """Search and print the hits."""
    from kom_rulings.cli.hits import as_data, print_citations, print_result
    from kom_rulings.search_session import SearchSession

    no_stray_option(query)
    if not query and like is None:
        raise click.UsageError(edge.say(N_("Write what to search for, or name a case with --like.")))
    with SearchSession(edge.workspace) as session:
        wish = _wish(" ".join(query), kind, year, exact, without, sort)
        wish = wish if like is None else session.like(edge.workspace.case(like), wish)
        result = session.search(wish, limit, edge.spoken)
        if as_json:
            edge.echo_json(as_data(edge, result))
        elif copy:
            print_citations(result)
        else:
            print_result(edge, result)


def no_stray_option(query: tuple[str, ...]) -> None:
    """Refuse what looks like an option and is none: a query word never begins with two dashes."""
    for word in query:
        if word.startswith("--"):
            raise click.NoSuchOption(word)


def _wish(text: str, kind: str | None, year: str | None, exact: bool, without: tuple[str, ...], sort: str) -> Wish:
    from kom_rulings.index.found import SORTS, Wish

    order = next(one for one in SORTS if one == sort)
    return Wish(text, tuple(_filters(kind, year)), exact, without, order)


def _filters(kind: str | None, year: str | None) -> list[Node]:
    """The filters that were chosen by options; they are read as the fields of the same names are."""
    from kom_rulings.dates import PartialDate
    from kom_rulings.index.query import parse
    from kom_rulings.index.tree import EVERYTHING

    filters = [parse(f"type:{kind}") if kind else EVERYTHING]
    if year:
        first, _, last = year.partition("-")
        years = sorted(PartialDate.parse(one).year for one in (first, last or first))
        filters.append(parse(f"år:{years[0]}-{years[1]}" if years[0] != years[1] else f"år:{years[0]}"))
    return [one for one in filters if one != EVERYTHING]
