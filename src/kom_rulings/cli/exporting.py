"""The command ``export``: what a search finds as a file for a partner, a spreadsheet or a reference manager."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kom_rulings.cli.counting import warn_of_errors
from kom_rulings.cli.edge import FINDINGS, Edge, today
from kom_rulings.cli.leaks import write_checked
from kom_rulings.cli.options import audience_option, common_options, json_option, pass_edge
from kom_rulings.cli.speaking import SpeakingCommand, SpeakingOption
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from kom_rulings.exports.exporting import Selection
    from kom_rulings.names import CaseId
    from kom_rulings.standing import Audience

#: What asks for every case in the records.
_EVERYTHING: Final = frozenset({"", "*"})


@dataclass(frozen=True)
class _Counts:
    """How many cases were found, how many of them are exported, and why the others are not."""

    found: int
    exported: int
    not_for_audience: int
    not_yet: int


class _ExportCommand(SpeakingCommand):
    """Takes ``-o`` only where it stands alone: ``-organ`` excludes a word, as in a search."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line."""
        return super().parse_args(ctx, ["--output" if one == "-o" else one for one in args])


class _OutputOption(SpeakingOption):
    """``--output``, which is told as ``-o`` too."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The help line."""
        record = super().get_help_record(ctx)
        return (f"-o, {record[0]}", record[1]) if record else None


@click.command(
    cls=_ExportCommand,
    help=N_(
        "Write what a search finds to a file, in the form that its ending tells: .docx, .html, .md, .xlsx, .csv, "
        ".json, .ris or .csl.json. Cases that lack a word of the query are not exported. Without a query, every case "
        "is. The search reads the records as they are today; the file tells how the cases stood on the date."
    ),
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@click.argument("query", nargs=-1)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    cls=_OutputOption,
    help=N_("The file to write; its ending tells the form."),
)
@click.option(
    "--fields",
    metavar="COLUMN,COLUMN",
    cls=SpeakingOption,
    help=N_("Only these columns, in this order; for .xlsx and .csv."),
)
@audience_option
@click.option("--as-of", metavar="DATE", cls=SpeakingOption, help=N_("The day the file speaks of; today if left out."))
@click.option("--force", is_flag=True, cls=SpeakingOption, help=N_("Write over a file that exists."))
@json_option
@common_options
@pass_edge
def export(
    edge: Edge,
    query: tuple[str, ...],
    output: Path,
    fields: str | None,
    audience: Audience,
    as_of: str | None,
    force: bool,
    as_json: bool,
) -> int:
    """Search, write the file, and tell what was left out."""
    from kom_rulings.cli.searching import no_stray_option
    from kom_rulings.exports.exporting import export as content_of
    from kom_rulings.exports.exporting import form_of

    no_stray_option(query)
    keys = None if fields is None else [key for one in fields.split(",") if (key := one.strip())]
    ending = form_of(output, keys, force=force)
    selection, counts = _selected(edge, " ".join(query).strip(), _day(as_of), audience, keys)
    if selection.cases:
        cases = [one.case for one in selection.cases]
        write_checked(edge, output, content_of(selection, ending), audience, cases, as_json=as_json)
    if as_json:
        edge.echo_json({"file": str(output) if selection.cases else None, **vars(counts)})
    else:
        _tell(edge, output, counts)
    code = warn_of_errors(edge, edge.workspace.unread)
    return code if selection.cases else FINDINGS


def _day(as_of: str | None) -> dt.date:
    from kom_rulings.dates import PartialDate

    return today() if as_of is None else PartialDate.parse(as_of).last_day


def _selected(
    edge: Edge, query: str, as_of: dt.date, audience: Audience, fields: list[str] | None
) -> tuple[Selection, _Counts]:
    """The cases found, as they stand on the date, as far as the audience may see them."""
    from kom_rulings.exports.exporting import Selection, in_order
    from kom_rulings.exports.rulings_json import hidden_references
    from kom_rulings.standing import may_see, shown_cases

    register = edge.workspace.register
    shown = shown_cases(register, as_of, audience)
    everything = query in _EVERYTHING
    found = set(register.by_id) if everything else _found(edge, query) & set(register.by_id)
    chosen = in_order(one for one in shown if one.case.id in found)
    hidden = sum(not may_see(register.by_id[case], audience) for case in found)
    selection = Selection(
        cases=chosen,
        query="" if everything else query,
        as_of=as_of,
        language=edge.spoken,
        audience=audience,
        tables=edge.workspace.tables,
        hidden=hidden_references(register, shown),
        fields=fields,
    )
    return selection, _Counts(len(found), len(chosen), hidden, len(found) - len(chosen) - hidden)


def _found(edge: Edge, query: str) -> AbstractSet[CaseId]:
    """The cases that hold all that is asked for; what the search has to say is told beside."""
    from kom_rulings.index.found import Wish
    from kom_rulings.search_session import SearchSession

    with SearchSession(edge.workspace) as session:
        result = session.search(Wish(query), 0, edge.spoken)
        for note in result.notes:
            edge.warn(note.message, **note.params)
        return {hit.case for hit in result.found.strict}


def _tell(edge: Edge, output: Path, counts: _Counts) -> None:
    """How many were found and exported; of those left out only how many they are."""
    say = edge.say
    if n := counts.exported:
        click.echo(say.plural("{n} case written to {file}", "{n} cases written to {file}", n, file=output))
    elif counts.found:
        edge.warn(N_("None of the cases that were found may be written. No file was made."))
    else:
        edge.warn(N_("The search found no case that holds every word. No file was made."))
    if counts.found > counts.exported:
        click.echo(say.plural("The search found {n} case.", "The search found {n} cases.", counts.found), err=True)
    if n := counts.not_for_audience:
        left_out = say.plural(
            "Left out, because the audience may not see it: {n} case",
            "Left out, because the audience may not see them: {n} cases",
            n,
        )
        click.echo(left_out, err=True)
    if n := counts.not_yet:
        left_out = say.plural(
            "Left out, because it has no ruling by the date: {n} case",
            "Left out, because they have no ruling by the date: {n} cases",
            n,
        )
        click.echo(left_out, err=True)
