"""The command ``import``: saved pages become draft records, or fill gaps in records that are there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kom_rulings.cli.edge import FINDINGS, Edge
from kom_rulings.cli.editing import finish_interrupted
from kom_rulings.cli.options import common_options, json_option, pass_edge
from kom_rulings.cli.speaking import SpeakingCommand, SpeakingOption
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kom_rulings.dates import PartialDate
    from kom_rulings.errors import KomRulingsError
    from kom_rulings.importing.outcome import Imported
    from kom_rulings.importing.pages import ReadPage
    from kom_rulings.names import CaseId
    from kom_rulings.records.case import Source

#: As in ``records.case``, which is not loaded for help.
_SOURCES = ("hudoc", "lovdata", "une", "udiregelverk", "overview")


@click.command(
    "import",
    cls=SpeakingCommand,
    help=N_(
        "Read saved pages of HUDOC, Lovdata, UNE or udiregelverk.no, or an earlier overview of KOM. A case that is not "
        "on record becomes a draft, which is not counted until you take “draft: yes” away. In a record that is there "
        "only gaps are filled; what differs is shown, and stays unless you take it."
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--as",
    "source",
    type=click.Choice(_SOURCES),
    cls=SpeakingOption,
    help=N_("The source, where it is not recognised by itself."),
)
@click.option(
    "--into", metavar="CASE", cls=SpeakingOption, help=N_("The case on record, where no reference leads to it.")
)
@click.option(
    "--take",
    metavar="FIELD",
    multiple=True,
    cls=SpeakingOption,
    help=N_(
        "Take the value of the page for this field, as the report names it; “rulings” takes rulings that the record "
        "has not, “text” a full text that differs. May be given several times."
    ),
)
@click.option("--address", metavar="URL", cls=SpeakingOption, help=N_("Where the page was saved from."))
@click.option("--retrieved", metavar="DATE", cls=SpeakingOption, help=N_("The day on which the page was saved."))
@click.option("--dry-run", is_flag=True, cls=SpeakingOption, help=N_("Show what would be done, and write nothing."))
@json_option
@common_options
@pass_edge
def import_pages(
    edge: Edge,
    files: tuple[Path, ...],
    source: Source | None,
    into: str | None,
    take: tuple[str, ...],
    address: str | None,
    retrieved: str | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Read the pages, plan, write, and tell."""
    from kom_rulings.cli.import_report import as_data, tell_all
    from kom_rulings.importing.pages import Known, read_pages

    workspace = edge.workspace_to_fill
    finish_interrupted(edge, workspace.root)
    case = workspace.case(into).id if into else None
    known = Known(source, _address(address), _day(retrieved))
    pages, errors = read_pages(files, known, workspace.tables)
    if errors:
        return _refuse(edge, errors)
    told = _carried_out(edge, pages, take, case, dry_run=dry_run)
    silent = [one.page.file for one in pages if not one.drafts]
    if as_json:
        edge.echo_json({"written": not dry_run, "cases": as_data(told, edge.spoken), "without_case": silent})
    else:
        tell_all(edge, told, silent, dry_run=dry_run)
    return FINDINGS if silent or any(one.act == "refused" for one in told) else 0


def _carried_out(
    edge: Edge, pages: Sequence[ReadPage], take: Sequence[str], into: CaseId | None, *, dry_run: bool
) -> list[Imported]:
    from kom_rulings.errors import IntoNeedsOneCase
    from kom_rulings.files.moving import carry_out
    from kom_rulings.importing.session import ImportSession

    workspace = edge.workspace_to_fill
    count = sum(len(one.drafts) for one in pages)
    if into is not None and count != 1:
        raise IntoNeedsOneCase(count=count)
    session = ImportSession(workspace.root, workspace.register, edge.say, take, into)
    for one in pages:
        for draft in one.drafts:
            session.add(draft, one.origin, one.page.remarks)
    act = session.act()
    if act.writes and not dry_run:
        carry_out(workspace.root, act)
    return session.told(workspace.tables)


def _refuse(edge: Edge, errors: Sequence[KomRulingsError]) -> int:
    """Tell of every page that cannot be read; nothing is imported then."""
    from kom_rulings.cli.main import tell

    for error in errors:
        tell(error, edge.spoken)
    if len(errors) > 1:
        edge.warn(N_("Nothing was imported."))
    return errors[0].exit_code


def _address(text: str | None) -> str | None:
    from urllib.parse import urlsplit

    if text is not None and (urlsplit(text).scheme not in ("http", "https") or any(one.isspace() for one in text)):
        raise click.BadParameter(text, param_hint="--address")
    return text


def _day(text: str | None) -> PartialDate | None:
    from kom_rulings.dates import PartialDate

    return PartialDate.parse(text) if text else None
