"""The numbers of the overview: every kind of case counted on one date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kom_rulings.records.register import Register
from kom_rulings.tables import Cell
from kom_rulings.tallies.criminal import Group, cell_of, group_of, statuses_on
from kom_rulings.tallies.echr import EchrTally
from kom_rulings.tallies.immigration import ImmigrationTally
from kom_rulings.tallies.sentences import SentenceTally


@dataclass(frozen=True)
class Tally:
    """Everything that is counted on one date."""

    as_of: dt.date
    convictions: Group
    acquittals: Group
    undecided: Cell
    not_counted: Cell
    sentences: SentenceTally
    echr: EchrTally
    immigration: ImmigrationTally

    def as_json(self, *, explain: bool = False) -> dict[str, object]:
        """The tally as plain data; ``explain`` puts the list of cases beside each number."""
        return {
            "as_of": self.as_of.isoformat(),
            "convictions": self.convictions.as_json(explain=explain),
            "acquittals": self.acquittals.as_json(explain=explain),
            "undecided": self.undecided.as_json(explain=explain),
            "not_counted": self.not_counted.as_json(explain=explain),
            "sentences": self.sentences.as_json(explain=explain),
            "echr": self.echr.as_json(explain=explain),
            "immigration": self.immigration.as_json(explain=explain),
        }


def tally(register: Register, as_of: dt.date) -> Tally:
    """Count a register on a date."""
    statuses = statuses_on(register.criminal, as_of)
    not_counted = [one for one in statuses if one.state == "not_counted"]
    convictions = group_of(statuses, "convicted")
    return Tally(
        as_of=as_of,
        convictions=convictions,
        acquittals=group_of(statuses, "acquitted"),
        undecided=cell_of([one for one in statuses if one.state == "undecided"]),
        not_counted=cell_of(not_counted),
        sentences=SentenceTally.of(convictions.statuses),
        echr=EchrTally.of(register.echr, as_of),
        immigration=ImmigrationTally.of(register.immigration, as_of),
    )
