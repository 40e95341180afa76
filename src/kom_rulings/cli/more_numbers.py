"""The numbers beside the tables that sum: sentences, redress, findings by article and state, results by permit."""

from __future__ import annotations

from collections.abc import Mapping

import click

from kom_rulings.cli.edge import Edge
from kom_rulings.describing import Describer
from kom_rulings.formats import number_text
from kom_rulings.labels import FINDING, PERMIT
from kom_rulings.tables import Cell
from kom_rulings.tallies import Tally
from kom_rulings.tallies.immigration import RESULT
from kom_rulings.tallies.sentences import Measured
from kom_rulings.wording import N_


def print_more(edge: Edge, counted: Tally) -> None:
    """Print them; a case stands under each article, state or permit that it concerns, so these do not sum."""
    describe = Describer(edge.workspace.tables, edge.spoken)
    echr, immigration = counted.echr, counted.immigration
    articles = {key: describe.article(key) for key in echr.by_article}
    states = {key: describe.country(key) for key in echr.by_state}
    permits = {key: edge.say(PERMIT[key]) for key in immigration.by_permit}
    _crossed(edge, N_("ECtHR cases by article"), N_("Article"), articles, FINDING, echr.by_article)
    _crossed(edge, N_("ECtHR cases by respondent state"), N_("State"), states, FINDING, echr.by_state)
    _crossed(edge, N_("Immigration cases by permit"), N_("Permit"), permits, RESULT, immigration.by_permit)
    message = N_(
        "Highest sentence in each conviction, in months: median {median}, lowest {lowest}, highest {highest}. "
        "Known in {known} cases, not known in {unknown}."
    )
    _measured(edge, message, counted.sentences.sentences, unknown=counted.sentences.not_known.count)
    message = N_("Awards of redress, in NOK: median {median}, lowest {lowest}, highest {highest}. Awards: {known}.")
    _measured(edge, message, counted.sentences.redress)


def _crossed(
    edge: Edge,
    title: str,
    head: str,
    rows: Mapping[str, str],
    columns: Mapping[str, str],
    cells: Mapping[str, Mapping[str, Cell]],
) -> None:
    """A table of rows against columns; columns without a case are left out."""
    used = [key for key in columns if any(key in row for row in cells.values())]
    heads = [edge.say(head), *(edge.say(columns[key]) for key in used)]
    lines = [[label, *(str(cells[key].get(one, Cell(())).count) for one in used)] for key, label in rows.items()]
    if lines:
        edge.table(heads, lines, title=edge.say(title), right=len(used))


def _measured(edge: Edge, message: str, measured: Measured, **params: object) -> None:
    """Median, lowest and highest in a sentence, where anything is known."""
    if measured.amounts:
        numbers = {name: number_text(value, edge.spoken) for name, value in measured.summary.items()}
        click.echo(edge.say(message, **numbers, known=len(measured.amounts), **params))
