"""The commands ``init``, ``new``, ``edit`` and ``fmt``: records written by hand."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kom_rulings.cli.edge import FINDINGS, Edge
from kom_rulings.cli.options import common_options, pass_edge
from kom_rulings.cli.speaking import SpeakingCommand, SpeakingOption
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from kom_rulings.editing.opening import WorkingCopy
    from kom_rulings.problems import Problem
    from kom_rulings.workspace import Workspace

#: As in ``files.paths``, which is not loaded for help.
_KINDS: Final = ("criminal", "immigration", "echr")
#: An editor that is gone so soon has not been used: it may go on in a window of its own.
_AT_ONCE: Final = 2.0
_STILL_OPEN = N_(
    "The editor ended at once, and nothing was changed. If it is still open, name one that waits until the file is "
    'closed, for example EDITOR="code --wait". What you save now lies in {copy}, and the next “edit” opens that.'
)


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Make a new workspace in an empty folder: a made-up example of each kind of case, the text of the overview, "
        "settings and a README."
    ),
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@common_options
@pass_edge
def init(edge: Edge, folder: Path) -> None:
    """Write the files and tell what to do next."""
    from kom_rulings.editing.starting import start

    files = start(folder)
    edge.echo(N_("Made a workspace in {folder}: {n} files."), folder=folder, n=len(files))
    edge.echo(N_("The cases in it are made-up examples. Go there and begin with: kom-rulings new criminal MY-CASE"))


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Write the skeleton of a new record, with every field that the kind can have and what it is for. It is a "
        "draft, which is not counted until you take “draft: yes” away. Nothing is written over."
    ),
)
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("case", metavar="[CASE-ID]", required=False)
@click.option(
    "--print", "printed", is_flag=True, cls=SpeakingOption, help=N_("Print the skeleton instead of writing it.")
)
@common_options
@pass_edge
def new(edge: Edge, kind: str, case: str | None, printed: bool) -> None:
    """Write or print the skeleton."""
    from kom_rulings.editing.skeleton import skeleton

    text = skeleton(kind, edge.say)
    if printed:
        click.echo(text, nl=False)
        return
    from kom_rulings.editing.case_text import free_name
    from kom_rulings.editing.starting import add_case, free_nameless

    root = edge.workspace_to_fill.root
    finish_interrupted(edge, root)
    name = free_name(root, case) if case is not None else free_nameless(root)
    for path in add_case(root, kind, name, text):
        edge.echo(N_("Written: {file}"), file=path)
    edge.echo(N_("Fill it in with: kom-rulings edit {case}"), case=name)


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Open a record in your text editor (VISUAL or EDITOR) and check it when it is saved. What you have written is "
        "kept, with errors too. Exit code 1 when there are errors."
    ),
)
@click.argument("case", nargs=-1, required=True)
@common_options
@pass_edge
def edit(edge: Edge, case: tuple[str, ...]) -> int:
    """Edit until there are no errors, or the person leaves it."""
    workspace = edge.workspace
    finish_interrupted(edge, workspace.root)
    path = case_file(workspace, " ".join(case))
    while True:
        _edit_once(edge, workspace.root, path)
        errors = _tell_findings(edge, workspace.root, path)
        if not errors:
            return 0
        if not _asked_again(edge):
            edge.warn(N_("The record is kept as you saved it. Errors are to be mended before it is published."))
            return FINDINGS


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Put records in order: fields as they are read, references, provisions, dates and countries in their one form, "
        "spaces and quotes. Comments stay with what they speak of. Without a name every record. Exit code 1 when one "
        "could not be read, and with --check also when one would change."
    ),
)
@click.argument("case", nargs=-1)
@click.option("--check", is_flag=True, cls=SpeakingOption, help=N_("Tell which records would change; write nothing."))
@common_options
@pass_edge
def fmt(edge: Edge, case: tuple[str, ...], check: bool) -> int:
    """Go through the records and tell what was done."""
    from kom_rulings.files.paths import case_files

    workspace = edge.workspace_to_fill
    finish_interrupted(edge, workspace.root)
    paths = [case_file(workspace, one) for one in case] or list(case_files(workspace.root))
    done = [_put_in_order(edge, workspace.root, path, write=not check) for path in paths]
    changed = done.count("changed")
    if check:
        message = edge.say.plural("{n} record would change.", "{n} records would change.", changed)
    else:
        message = edge.say.plural("{n} record was changed.", "{n} records were changed.", changed)
    click.echo(message)
    return FINDINGS if "left" in done or (check and changed) else 0


def case_file(workspace: Workspace, name: str) -> Path:
    """The file of a case by its id, a reference or a former id, be it sound or not."""
    from kom_rulings.records.register import find_case_file

    path = find_case_file(workspace.root, name.lower())
    return path or find_case_file(workspace.root, workspace.case(name).id) or Path()


def finish_interrupted(edge: Edge, root: Path) -> None:
    """Finish what an earlier command began with several files, and tell so."""
    from kom_rulings.files.moving import finish

    act = finish(root)
    if act is not None:
        edge.warn(N_("Finished what had been interrupted: {act}"), act=act)


def _edit_once(edge: Edge, root: Path, path: Path) -> None:
    from kom_rulings.editing.opening import working_copy

    copy = working_copy(root, path)
    if copy.resumed:
        edge.warn(N_("This is what you wrote before you were interrupted; the record does not hold it yet."))
    began = time.monotonic()
    _open_editor(copy)
    if copy.put_back():
        return
    if time.monotonic() - began < _AT_ONCE:
        edge.warn(_STILL_OPEN, copy=copy.copy)
    else:
        copy.discard()


def _open_editor(copy: WorkingCopy) -> None:
    """Run the editor until it ends; click finds one where none is named."""
    from kom_rulings.editing.opening import editor_words
    from kom_rulings.errors import EditorFailed
    from kom_rulings.files.refusals import reason_of
    from kom_rulings.wording import Phrase

    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    words = editor_words(named, windows=sys.platform == "win32", exists=os.path.exists) if named else None
    try:
        click.edit(filename=str(copy.copy), editor=words)
    except (click.ClickException, ValueError) as error:
        cause = error.__cause__
        reason = reason_of(cause) if isinstance(cause, OSError) else Phrase(N_("it ended with an error"))
        raise EditorFailed(editor=named or "", reason=reason) from error


def _tell_findings(edge: Edge, root: Path, path: Path) -> list[Problem]:
    """Print what is found in the record as it is now; returns the errors."""
    from kom_rulings.files.paths import relative
    from kom_rulings.problems import errors_in
    from kom_rulings.workspace import Workspace

    file = relative(path, root)
    found = [one for one in Workspace(root).problems if file in (one.place.file, one.params.get("other"))]
    edge.list_problems(found)
    errors = errors_in(found)
    if not found:
        edge.echo(N_("Nothing was found."))
    return errors


def _asked_again(edge: Edge) -> bool:
    """Whether the person wants to mend it at once; nobody is asked where nobody can answer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return click.confirm(edge.say(N_("There are errors. Open the record again?")), default=True)


def _put_in_order(edge: Edge, root: Path, path: Path, *, write: bool) -> str:
    """Put one record in order and tell of it; ``same``, ``changed``, or ``left`` where that cannot be done."""
    from kom_rulings.editing.formatting import formatted
    from kom_rulings.errors import LayoutOdd
    from kom_rulings.files.layout_parts import LayoutNotKept
    from kom_rulings.files.paths import relative
    from kom_rulings.files.reading import read_file
    from kom_rulings.files.writing import put

    raw, problems = read_file(path, relative(path, root))
    if raw is None:
        edge.list_problems(problems)
        return "left"
    content = path.read_bytes()
    try:
        after = formatted(raw, content)
    except LayoutNotKept:
        edge.warn(LayoutOdd.message, file=raw.file)
        return "left"
    if after == content:
        return "same"
    if write:
        put(raw, after)
    click.echo(raw.file)
    return "changed"
