"""The command ``accept``: a finding of the privacy check that a person has looked at and keeps, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kom_rulings.cli.edge import Edge, today
from kom_rulings.cli.options import common_options, pass_edge
from kom_rulings.cli.speaking import SpeakingCommand, SpeakingOption
from kom_rulings.errors import AcceptedAlready, MarkNotKnown, ReasonMissing
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from kom_rulings.privacy.sighting import Sighting
    from kom_rulings.records import Case


@click.command(
    cls=SpeakingCommand,
    help=N_(
        "Accept a finding of the privacy check, with the reason. It is kept in the record and holds for the case, its "
        "full texts and its file names. “check --privacy” prints the mark of each finding."
    ),
)
@click.argument("case")
@click.argument("mark")
@click.option("--reason", required=True, metavar="TEXT", cls=SpeakingOption, help=N_("Why it may stand."))
@common_options
@pass_edge
def accept(edge: Edge, case: str, mark: str, reason: str) -> None:
    """Write the acceptance into the record."""
    from kom_rulings.files.writing import Inserted, change
    from kom_rulings.privacy.records import ACCEPTED

    found = edge.workspace.case(case)
    sighting = _sighting(edge, found, mark.strip().lower(), reason)
    raw = edge.workspace.register.files[found.id]
    accepted = {
        "finding": sighting.kind,
        "mark": sighting.mark,
        "reason": " ".join(reason.split()),
        "date": today().isoformat(),
    }
    if found.privacy_accepted:
        change(raw, {(ACCEPTED, len(found.privacy_accepted)): Inserted(accepted)})
    else:
        change(raw, {(ACCEPTED,): [accepted]})
    edge.echo(N_("Accepted in {file}: {masked}"), file=raw.file, masked=sighting.masked)


def _sighting(edge: Edge, case: Case, mark: str, reason: str) -> Sighting:
    """The finding of this mark. Raises ``ReasonMissing``, ``AcceptedAlready`` and ``MarkNotKnown``."""
    from kom_rulings.privacy.records import passages_of, sightings

    if not reason.strip():
        raise ReasonMissing
    if any(one.mark == mark for one in case.privacy_accepted):
        raise AcceptedAlready(mark=mark, case=case.id)
    workspace = edge.workspace
    found = sightings(passages_of(case, workspace.register), workspace.lookout)
    by_mark = {seen.sighting.mark: seen.sighting for seen in found}
    if mark not in by_mark:
        known = ", ".join(sorted(by_mark)) or "–"
        raise MarkNotKnown(mark=mark, case=case.id, known=known)
    return by_mark[mark]
