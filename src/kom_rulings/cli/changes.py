"""The command ``changes``: what is new in a tertial, for the newsletter, as a document or as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kom_rulings.cli.counting import warn_of_errors
from kom_rulings.cli.edge import Edge, ended_tertial
from kom_rulings.cli.leaks import write_checked
from kom_rulings.cli.options import audience_option, common_options, json_option, pass_edge
from kom_rulings.cli.speaking import SpeakingCommand, SpeakingOption
from kom_rulings.errors import EndingNotKnown, FileExists
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from kom_rulings.changes import Changes
    from kom_rulings.standing import Audience

#: What is written, by the ending of the file. Those that are text can be printed too.
_BY_ENDING: Final = {".txt": "text", ".md": "md", ".json": "json", ".docx": "docx", ".html": "html"}
_PRINTED: Final = ("text", "md", "json")


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Tell what is new in a tertial: rulings given, cases that are counted otherwise, legal force gained, what was "
        "added late or corrected, and how the numbers reconcile with those of the previous edition. Printed as text "
        "for the newsletter, or written to a file by its ending: .txt, .md, .json, .docx, .html."
    ),
)
@click.argument("tertial")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    cls=SpeakingOption,
    help=N_("The file to write; its ending tells the form."),
)
@click.option(
    "--format", "form", type=click.Choice(_PRINTED), cls=SpeakingOption, help=N_("The form of what is printed.")
)
@audience_option
@click.option("--force", is_flag=True, cls=SpeakingOption, help=N_("Write over a file that exists."))
@json_option
@common_options
@pass_edge
def changes(
    edge: Edge, tertial: str, output: Path | None, form: str | None, audience: Audience, force: bool, as_json: bool
) -> int:
    """Compare, tell, and warn of files that could not be read."""
    from kom_rulings.standing import shown_cases

    form = _form(edge, output, "json" if as_json else form, force=force)
    compared = _compared(edge, tertial)
    content = _content(edge, compared, audience, form)
    if output is None:
        click.echo(content.decode("utf-8"), nl=False)
    else:
        shown = shown_cases(edge.workspace.register, compared.tertial.last_day, audience)
        write_checked(edge, output, content, audience, [one.case for one in shown])
        edge.echo(N_("Written: {file}"), file=output)
    return warn_of_errors(edge, edge.workspace.unread)


def _form(edge: Edge, output: Path | None, asked: str | None, *, force: bool) -> str:
    """The form asked for, or that of the file's ending; a file that exists is somebody's work until told otherwise."""
    if output is None:
        return asked or "text"
    if asked is not None:
        raise click.UsageError(edge.say(N_("Give --output or a form to print, not both; the ending tells the form.")))
    form = _BY_ENDING.get(output.suffix.lower())
    if form is None:
        raise EndingNotKnown(file=output, endings=", ".join(_BY_ENDING))
    if output.exists() and not force:
        raise FileExists(file=output)
    return form


def _compared(edge: Edge, text: str) -> Changes:
    """The changes of a tertial that is over; findings in what the previous edition said are told beside."""
    from kom_rulings.changes import changes as compare
    from kom_rulings.changes.editions import read_ledger

    tertial = ended_tertial(text)
    previous, problems = read_ledger(edge.workspace.root, tertial.previous)
    edge.list_problems(problems, err=True)
    return compare(edge.workspace.register, tertial, previous)


def _content(edge: Edge, compared: Changes, audience: Audience, form: str) -> bytes:
    """What is printed or written, in the form asked for."""
    from kom_rulings.changes.data import changes_data
    from kom_rulings.changes.telling import changes_outline
    from kom_rulings.tallies.published import compare, read_figures

    workspace = edge.workspace
    if form == "json":
        data = changes_data(compared, workspace.register, audience)
        return (json.dumps({**data, "left_out": workspace.unread}, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    figures = compare(read_figures(workspace.root)[0], workspace.register)
    outline = changes_outline(compared, workspace.register, workspace.tables, edge.spoken, audience, figures)
    if form == "docx":
        from kom_rulings.documents.checked import checked_docx

        return checked_docx(outline)
    if form == "html":
        from kom_rulings.documents.html import page

        return page(outline)
    if form == "md":
        from kom_rulings.documents.markdown import markdown

        return markdown(outline).encode("utf-8")
    from kom_rulings.documents.plain import newsletter

    return newsletter(outline).encode("utf-8")
