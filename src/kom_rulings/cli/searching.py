"""The commands ``index`` and ``search``."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from kom_rulings.cli.edge import Edge
from kom_rulings.cli.options import common_options, json_option, pass_edge
from kom_rulings.cli.speaking import SpeakingCommand, SpeakingOption
from kom_rulings.files.paths import KINDS
from kom_rulings.labels import KIND
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from kom_rulings.index.answers import Answer, Passage
    from kom_rulings.index.query import Node
    from kom_rulings.records.case import Kind
    from kom_rulings.workspace import Note, SearchResult

_LONGEST_PASSAGE = 200


@click.command(cls=SpeakingCommand, help=N_("Bring the search index up to date. A search does it by itself."))
@click.option("--rebuild", is_flag=True, cls=SpeakingOption, help=N_("Build the index anew from all records."))
@json_option
@common_options
@pass_edge
def index(edge: Edge, rebuild: bool, as_json: bool) -> None:
    """Refresh the index and tell what was done."""
    refreshed = edge.workspace.refresh_index(rebuild=rebuild)
    refreshed.engine.close()
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
        "beginning; a reference in any spelling finds that ruling."
    ),
    # What begins with a dash is excluded from the search; “-h” is not help here, so that “-handel” is a word.
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@click.argument("query", nargs=-1, required=True)
@click.option("--kind", type=click.Choice(KINDS), cls=SpeakingOption, help=N_("Only cases of this kind."))
@click.option("--year", cls=SpeakingOption, metavar="YEAR[-YEAR]", help=N_("Only cases with a ruling in these years."))
@click.option("--limit", type=click.IntRange(1), default=10, cls=SpeakingOption, help=N_("How many hits to show."))
@json_option
@common_options
@pass_edge
def search(edge: Edge, query: tuple[str, ...], kind: str | None, year: str | None, limit: int, as_json: bool) -> None:
    """Search and print the hits."""
    for word in query:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    filters = _filters(kind, year)
    result = edge.workspace.search(" ".join(query), filters, limit, edge.spoken)
    if as_json:
        edge.echo_json(_as_json(edge, result))
    else:
        _print(edge, result)


def _filters(kind: str | None, year: str | None) -> list[Node]:
    from kom_rulings.dates import PartialDate
    from kom_rulings.index.query import InYear, OfKind

    filters: list[Node] = []
    if kind:
        filters.append(OfKind(cast("Kind", kind)))
    if year:
        first, _, last = year.partition("-")
        years = sorted(PartialDate.parse(one).year for one in (first, last or first))
        filters.append(InYear(*years))
    return filters


def _as_json(edge: Edge, result: SearchResult) -> dict[str, object]:
    return {
        "query": result.query,
        "read_as": result.read_as,
        "total": result.total,
        "hits": [answer.as_json(edge.spoken) for answer in result.answers],
        "notes": [_note(edge, note) for note in result.notes],
    }


def _print(edge: Edge, result: SearchResult) -> None:
    for note in result.notes:
        click.echo(_note(edge, note), err=True)
    click.echo(edge.say.plural("{n} hit for: {query}", "{n} hits for: {query}", result.total, query=result.read_as))
    if result.answers:
        heads = (N_("No."), N_("Case"), N_("Date"), N_("References"), N_("Excerpt"))
        rows = [_row(edge, n, answer) for n, answer in enumerate(result.answers, start=1)]
        edge.table([edge.say(head) for head in heads], rows)


def _row(edge: Edge, n: int, answer: Answer) -> list[str]:
    from kom_rulings.formats import date_text

    date = date_text(answer.date, edge.spoken) if answer.date else edge.say(N_("date not known"))
    case = f"{answer.title(edge.spoken)}\n{answer.case.id}\n{edge.say(KIND[answer.case.kind])}"
    references = "\n".join(map(str, answer.case.references))
    return [str(n), case, date, references, "\n".join(_excerpt(passage) for passage in answer.passages[:1]) + "\n"]


def _excerpt(passage: Passage) -> str:
    return (f"({passage.number}) " if passage.number else "") + _shortened(passage.text)


def _note(edge: Edge, note: Note) -> str:
    return edge.say(note.message, **note.params)


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_PASSAGE:
        return text
    return text[:_LONGEST_PASSAGE].rsplit(" ", 1)[0] + " …"
