"""The commands ``check`` and ``show``: what is wrong in the records, and one record to read."""

from __future__ import annotations

import click

from kom_rulings.cli.edge import FINDINGS, Edge
from kom_rulings.cli.options import common_options, json_option, pass_edge
from kom_rulings.cli.speaking import SpeakingCommand, SpeakingOption
from kom_rulings.wording import N_


@click.command(
    cls=SpeakingCommand,
    help=N_("Check every record and tell what is wrong, where, and how to mend it. Exit code 1 when there are errors."),
)
@click.option(
    "--privacy",
    is_flag=True,
    cls=SpeakingOption,
    help=N_("Look also for what may tell who somebody is, in every field, full text and file name."),
)
@click.option("--errors-only", is_flag=True, cls=SpeakingOption, help=N_("Leave out warnings and notes."))
@json_option
@common_options
@pass_edge
def check(edge: Edge, privacy: bool, errors_only: bool, as_json: bool) -> int:
    """Print the findings."""
    from kom_rulings.problems import errors_in, in_order

    workspace = edge.workspace
    problems = in_order([*workspace.problems, *workspace.privacy_problems]) if privacy else workspace.problems
    errors = errors_in(problems)
    shown = errors if errors_only else problems
    if as_json:
        edge.echo_json([problem.as_json() for problem in shown])
    else:
        edge.list_problems(shown)
        _summarise(edge, len(errors), len(problems))
    return FINDINGS if errors else 0


@click.command(cls=SpeakingCommand, help=N_("Show one case, by its id or any spelling of a reference."))
@click.argument("case", nargs=-1, required=True)
@json_option
@common_options
@pass_edge
def show(edge: Edge, case: tuple[str, ...], as_json: bool) -> None:
    """Print a case."""
    found = edge.workspace.case(" ".join(case))
    from kom_rulings.cli.case_view import citations_as_data, print_case, print_citations
    from kom_rulings.search_session import SearchSession

    with SearchSession(edge.workspace) as session:
        if as_json:
            edge.echo_json({**found.model_dump(mode="json"), **citations_as_data(session.searcher, found.id)})
        else:
            print_case(edge, found)
            print_citations(edge, session.searcher, found.id)


def _summarise(edge: Edge, errors: int, findings: int) -> None:
    cases = len(edge.workspace.register.cases)
    click.echo(edge.say.plural("{n} case is sound enough to be used.", "{n} cases are sound enough to be used.", cases))
    if not findings:
        edge.echo(N_("Nothing was found."))
    else:
        found = edge.say.plural("{n} finding", "{n} findings", findings)
        click.echo(
            edge.say.plural("{found}, {n} of them an error.", "{found}, {n} of them errors.", errors, found=found)
        )
