"""The command ``cites``: which references of a text are in the records, which are not, and which are malformed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kom_rulings.cli.edge import Edge
from kom_rulings.cli.options import common_options, json_option, pass_edge
from kom_rulings.cli.speaking import SpeakingCommand
from kom_rulings.references.pinpoint import ECHR_KINDS
from kom_rulings.wording import N_, Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kom_rulings.describing import Describer
    from kom_rulings.records.citing import CheckedCitation
    from kom_rulings.records.register import Recorded, Ruling

MALFORMED = 1


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Check the references in a text file (or in what is piped in, with -): in the records, not in them, or "
        "malformed. Exit code 1 when one is malformed."
    ),
)
@click.argument("file")
@json_option
@common_options
@pass_edge
def cites(edge: Edge, file: str, as_json: bool) -> int:
    """Print every citation of a text; one that is not in the records is no fault."""
    from kom_rulings.records.citing import STATUSES, check_citations

    checked = check_citations(_text(edge, file), edge.workspace.register)
    counts = {str(status): sum(one.status == status for one in checked) for status in STATUSES}
    unread = edge.workspace.unread
    if as_json:
        edge.echo_json({"citations": [_as_json(edge, one) for one in checked], "counts": counts, "left_out": unread})
    else:
        _print(edge, checked, counts)
    if unread:
        message = N_("Not compared with, because the file has errors: {files}. Run “kom-rulings check”.")
        edge.warn(message, files=", ".join(unread))
    return MALFORMED if counts["malformed"] else 0


def _text(edge: Edge, file: str) -> str:
    from kom_rulings.files.plain_text import read_plain_stream, read_plain_text

    if file != "-":
        return read_plain_text(Path(file))
    return read_plain_stream(sys.stdin.buffer, edge.say(N_("What was piped in")))


def _print(edge: Edge, checked: Sequence[CheckedCitation], counts: Mapping[str, int]) -> None:
    from kom_rulings.describing import Describer

    describe = Describer(edge.workspace.tables, edge.spoken)
    for one in checked:
        click.echo(f"{one.line}:{one.column}: {_named(describe, one)}")
        click.echo("    " + " ".join(_found(describe, one)))
    if not checked:
        edge.echo(N_("There are no references in the text."))
        return
    total = edge.say.plural("{n} reference", "{n} references", len(checked))
    message = N_("{total}: {known} in the records, {unknown} not in the records, {malformed} malformed.")
    edge.echo(message, total=total, **counts)


def _named(describe: Describer, one: CheckedCitation) -> str:
    """As it is written, in its canonical form where that differs, and the paragraph that it points at."""
    written = " ".join(one.written.split())
    canonical = f" = {one.reference}" if one.reference is not None and one.reference.text != written else ""
    return written + canonical + _pinpoint(describe, one)


def _pinpoint(describe: Describer, one: CheckedCitation) -> str:
    if one.pinpoint is None or one.reference is None:
        return ""
    first, last, _ = one.pinpoint
    numbers = f"{first}" if last in (None, first) else f"{first}–{last}"
    if one.reference.kind in ECHR_KINDS:
        return f", {'§' if numbers.isdigit() else '§§'} {numbers}"
    several = 1 if numbers.isdigit() else 2
    return ", " + describe.say.plural("paragraph {numbers}", "paragraphs {numbers}", several, numbers=numbers)


def _found(describe: Describer, one: CheckedCitation) -> Iterator[str]:
    """What the records know of it, in sentences."""
    say = describe.say
    if one.recorded is not None:
        yield say(N_("In the records: {ruling}"), ruling=_recorded(describe, one.recorded))
    elif one.status == "unknown":
        yield say(N_("Not in the records."))
        if one.nearest:
            message = N_("{nearest} is there, which may be another ruling.")
            yield say(message, nearest=", ".join(map(str, one.nearest)))
    else:
        yield say(N_("Malformed: {why}"), why=Phrase(one.why))
        yield from _meant(describe, one)


def _meant(describe: Describer, one: CheckedCitation) -> Iterator[str]:
    """What a malformed reference may mean, and whether that is in the records."""
    nearest = [reference.text for reference in one.nearest]
    if one.meant in nearest:
        yield describe.say(N_("Did you mean {nearest}, which is in the records?"), nearest=one.meant)
        return
    if one.meant:
        yield describe.say(N_("Did you mean {nearest}?"), nearest=one.meant)
    if nearest:
        yield describe.say(N_("In the records there is {nearest}."), nearest=", ".join(nearest))


def _recorded(describe: Describer, recorded: Recorded) -> str:
    """The case; court and date where it is clear which ruling is meant; and who may see it, where not everybody may."""
    case, ruling = recorded.case, _ruling(recorded)
    facts = [] if ruling is None else [describe.court(ruling), describe.date(ruling.date)]
    if case.visibility != "public":
        facts.append(f"{describe.say(N_('Visibility'))}: {case.visibility}")
    return ", ".join([f"{describe.title(case)} [{case.id}]", *facts])


def _ruling(recorded: Recorded) -> Ruling | None:
    """The ruling, or the only one of the case."""
    rulings = recorded.case.rulings
    return recorded.ruling or (rulings[0] if len(rulings) == 1 else None)


def _as_json(edge: Edge, one: CheckedCitation) -> dict[str, object]:
    return {
        "line": one.line,
        "column": one.column,
        "written": one.written,
        "status": one.status,
        "reference": None if one.reference is None else one.reference.text,
        "kind": None if one.reference is None else one.reference.kind,
        "pinpoint": None if one.pinpoint is None else {"first": one.pinpoint.first, "last": one.pinpoint.last},
        "case": None if one.recorded is None else _case_as_json(edge, one.recorded),
        "nearest": [reference.text for reference in one.nearest],
        "why": edge.say(one.why) or None,
        "meant": one.meant or None,
    }


def _case_as_json(edge: Edge, recorded: Recorded) -> dict[str, object]:
    ruling = _ruling(recorded)
    return {
        "id": recorded.case.id,
        "title": recorded.case.title_in(edge.spoken),
        "visibility": recorded.case.visibility,
        "court": None if ruling is None else str(ruling.court),
        "date": None if ruling is None else str(ruling.date),
    }
