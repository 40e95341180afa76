"""The commands ``publish`` and ``verify``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kom_rulings.cli.edge import FINDINGS, Edge, ended_tertial
from kom_rulings.cli.leaks import list_leaks, listing_leaks
from kom_rulings.cli.options import audience_option, common_options, json_option, pass_edge, place_options
from kom_rulings.cli.speaking import SpeakingCommand, SpeakingOption
from kom_rulings.errors import NotAccessible, OfficeNotFound, RecordsNotSound
from kom_rulings.wording import LANGUAGES, N_, Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kom_rulings.releases import Means, Progress, Release
    from kom_rulings.releases.remarks import Remark
    from kom_rulings.standing import Audience

template_option = click.option(
    "--template",
    type=click.Path(path_type=Path, dir_okay=False),
    cls=SpeakingOption,
    metavar="FILE",
    help=N_("A Word file to take the styles, header and footer from."),
)
pdf_option = click.option(
    "--no-pdf", is_flag=True, cls=SpeakingOption, help=N_("Make no PDF; LibreOffice is not used.")
)


class _Languages(click.ParamType[tuple[Language, ...]]):
    """Languages by their codes with commas between: nb,en."""

    name = "languages"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Language, ...]:
        """The languages, each once, in the order of the program."""
        wanted = {part.strip() for part in str(value).split(",")}
        if not wanted <= set(LANGUAGES):
            self.fail(click.Choice(LANGUAGES).get_missing_message(param or click.Option(["--lang"]), ctx), param, ctx)
        return tuple(language for language in LANGUAGES if language in wanted)


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Publish the overview of a tertial to exports/TERTIAL: the overview for Word, web and print, what is new, the "
        "convictions as a workbook, the rulings as data, and a manifest. Refused while errors stand in the records."
    ),
)
@click.argument("tertial")
@click.option("--lang", "languages", type=_Languages(), cls=SpeakingOption, metavar="nb,en", help=N_("The languages."))
@audience_option
@template_option
@click.option(
    "--paginate", is_flag=True, cls=SpeakingOption, help=N_("Page numbers in the contents, as LibreOffice lays it out.")
)
@pdf_option
@click.option("--check", "only_check", is_flag=True, cls=SpeakingOption, help=N_("Make nothing; tell what is missing."))
@click.option("--force", is_flag=True, cls=SpeakingOption, help=N_("Publish again; the old release is kept beside."))
@json_option
@place_options
@pass_edge
def publish(
    edge: Edge,
    tertial: str,
    languages: tuple[Language, ...] | None,
    audience: str,
    template: Path | None,
    paginate: bool,
    no_pdf: bool,
    only_check: bool,
    force: bool,
    as_json: bool,
) -> int:
    """Publish and tell where, or only look."""
    from kom_rulings.releases import Release

    release = Release(ended_tertial(tertial), languages or (edge.spoken,), cast("Audience", audience))
    means = _means(template, paginate=paginate, no_pdf=no_pdf)
    if only_check:
        return _tell_readiness(edge, release, means, force=force, as_json=as_json)
    _make(edge, release, means, force=force, as_json=as_json)
    return 0


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Verify a release: its files against the manifest, and made anew from the records to compare every byte. Exit "
        "code 1 where a file is not the one that was published."
    ),
)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@template_option
@json_option
@common_options
@pass_edge
def verify(edge: Edge, folder: Path, template: Path | None, as_json: bool) -> int:
    """Verify and tell of each file that is not as it must be."""
    from kom_rulings.releases.verifying import verify as compare

    remarks = compare(edge.workspace, folder, _means(template), _progress(edge))
    faults = [remark for remark in remarks if remark.fault]
    if as_json:
        edge.echo_json({"sound": not faults, "remarks": [_as_data(edge, remark) for remark in remarks]})
    else:
        _tell(edge, remarks)
        edge.echo(N_("Not as published: {count}") if faults else N_("Every file is as published."), count=len(faults))
    return FINDINGS if faults else 0


def _means(template: Path | None, *, paginate: bool = False, no_pdf: bool = False) -> Means:
    """What the release is made with; LibreOffice where it is found and wanted."""
    from kom_rulings.documents.pdf import find_office
    from kom_rulings.documents.word import TEMPLATE
    from kom_rulings.releases import Means

    office = None if no_pdf else find_office()
    if paginate and office is None:
        raise OfficeNotFound
    return Means(template or TEMPLATE, office, paginate)


def _make(edge: Edge, release: Release, means: Means, *, force: bool, as_json: bool) -> None:
    from kom_rulings.releases import publish as make

    try:
        with listing_leaks(edge, as_json=as_json):
            folder = make(edge.workspace, release, means, _progress(edge), force=force)
    except RecordsNotSound as error:
        if as_json:
            edge.echo_json([problem.as_json() for problem in error.problems])
        else:
            edge.list_problems(error.problems)
        raise
    except NotAccessible as error:
        for failure in error.failures:
            click.echo(failure.message(edge.spoken), err=True)
        raise
    if means.office is None:
        edge.warn(N_("No PDF was made: LibreOffice was not found or not wanted."))
    if as_json:
        edge.echo_json({"folder": str(folder), "files": sorted(path.name for path in folder.iterdir())})
    else:
        edge.echo(N_("Published in {folder}"), folder=folder)


def _tell_readiness(edge: Edge, release: Release, means: Means, *, force: bool, as_json: bool) -> int:
    """Tell what stands in the way, what should be known, and what would be written."""
    from kom_rulings.releases.readiness import readiness

    found = readiness(edge.workspace, release, means, force=force)
    if as_json:
        remarks = [_as_data(edge, remark) for remark in found.remarks]
        errors = [problem.as_json() for problem in found.errors]
        leaks = [leak.as_json() for leak in found.leaks]
        files = list(found.files)
        edge.echo_json({"ready": found.ready, "errors": errors, "leaks": leaks, "remarks": remarks, "files": files})
    else:
        edge.list_problems(found.errors)
        list_leaks(edge, found.leaks)
        _tell(edge, found.remarks)
        if found.files:
            edge.echo(N_("Files: {files}"), files=", ".join(found.files))
        edge.echo(N_("Ready to be published.") if found.ready else N_("Not ready to be published."))
    return 0 if found.ready else FINDINGS


def _tell(edge: Edge, remarks: Sequence[Remark]) -> None:
    for remark in remarks:
        said = edge.say(remark.message, **remark.params)
        click.echo(f"{remark.file}: {said}" if remark.file else said)


def _as_data(edge: Edge, remark: Remark) -> dict[str, object]:
    return {"file": remark.file, "fault": remark.fault, "message": edge.say(remark.message, **remark.params)}


def _progress(edge: Edge) -> Progress:
    """Tell of each file on the side, so that what is printed stays clean."""

    def tell(name: str, n: int, total: int) -> None:
        edge.warn(N_("{n} of {total}: {file}"), n=n, total=total, file=name)

    return tell
