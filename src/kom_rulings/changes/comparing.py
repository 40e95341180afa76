"""The changes of a tertial: what holds at its end and did not at its start, and what its last edition got otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kom_rulings.changes.events import (
    ForceGained,
    Given,
    StandingChanged,
    force_gained,
    rulings_given,
    standing_changed,
)
from kom_rulings.changes.ledger import Ledger, ledger_of
from kom_rulings.changes.reconciliation import Group, Reconciliation, reconcile
from kom_rulings.changes.regrouped import Divided, Joined, divided, joined, with_new_names
from kom_rulings.changes.revisions import AddedLate, Corrected, added_late, corrected
from kom_rulings.dates import Tertial
from kom_rulings.records import Register


@dataclass(frozen=True)
class Changes:
    """What is new in a tertial, of all kinds of cases.

    ``edition`` is what the previous edition said, ``None`` where that is not on record: then nothing can be told of
    what was added late or corrected. ``before`` and ``now`` are the records of today, counted on the last day of the
    tertial before and of this one.
    """

    tertial: Tertial
    edition: Ledger | None
    before: Ledger
    now: Ledger
    rulings: tuple[Given, ...]
    standing: tuple[StandingChanged, ...]
    force: tuple[ForceGained, ...]
    late: tuple[AddedLate, ...]
    corrected: tuple[Corrected, ...]
    joined: tuple[Joined, ...]
    divided: tuple[Divided, ...]
    reconciliation: Mapping[Group, Sequence[Reconciliation]]


def changes(register: Register, tertial: Tertial, previous: Ledger | None) -> Changes:
    """Compare the last day of a tertial with that of the one before; ``previous`` is the ledger of its edition."""
    earlier = tertial.previous
    before = ledger_of(register, earlier.last_day, earlier)
    now = ledger_of(register, tertial.last_day, tertial)
    edition = with_new_names(previous, register, before) if previous else before
    late = added_late(register, edition, before)
    return Changes(
        tertial=tertial,
        edition=edition if previous else None,
        before=before,
        now=now,
        rulings=tuple(rulings_given(register, before.as_of, now.as_of)),
        standing=tuple(standing_changed(before, now)),
        force=tuple(force_gained(register, before.as_of, now.as_of)),
        late=tuple(late),
        corrected=tuple(corrected(register, edition, before)),
        joined=tuple(joined(register, edition)),
        divided=tuple(divided(register, edition, before)),
        reconciliation=reconcile(edition, before, now, {one.case for one in late}),
    )
