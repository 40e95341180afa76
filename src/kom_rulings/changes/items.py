"""One change as one item of a list: the case by its name, what happened, and what it means for the count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from kom_rulings.changes.comparing import Changes
from kom_rulings.changes.events import ForceGained, Given, StandingChanged
from kom_rulings.changes.ledger import LedgerRuling
from kom_rulings.changes.phrases import corrections, phrase, quoted, sentence
from kom_rulings.changes.regrouped import Divided, Joined
from kom_rulings.changes.revisions import AddedLate, Corrected
from kom_rulings.counting import exists_from
from kom_rulings.dates import PartialDate
from kom_rulings.describing import Describer
from kom_rulings.documents.outline import Run, Runs
from kom_rulings.documents.ruling_lines import ruling_runs
from kom_rulings.formats import date_text
from kom_rulings.labels import HOW_FINAL, INSTANCE
from kom_rulings.names import CaseId
from kom_rulings.records import Case, EchrCase, Register
from kom_rulings.wording import N_

#: The name of a case as a run, linked to where the document tells of it, if it does.
Name = Callable[[CaseId], Run]


class Items:
    """Writes the items of the lists of changes in one language."""

    def __init__(self, changes: Changes, register: Register, describe: Describer, name: Name) -> None:
        self._changes, self._register, self._describe, self._name = changes, register, describe, name
        self._say = describe.say

    def given(self, one: Given) -> Runs:
        """A ruling: court, date, references, outcome; with the last one of a case what the case counts as."""
        case = self._register.by_id[one.case]
        runs = [*self._titled(case.id), *ruling_runs(self._describe, case, case.rulings[one.position]), Run(".")]
        more = [self._counts_from(case, one.position, one.counts_from)] if one.counts_from else []
        if one.position == max(other.position for other in self._changes.rulings if other.case == one.case):
            more += self._meaning(case, one.position)
        return _with_sentences(runs, more)

    def standing(self, one: StandingChanged) -> Runs:
        """A case that is counted otherwise: how before, and how now."""
        message = N_("Before: {before}. Now: {after}.")
        said = self._say(message, before=phrase(self._say, one.before), after=phrase(self._say, one.after))
        return (*self._titled(one.case), Run(said))

    def force(self, one: ForceGained) -> Runs:
        """A ruling that has become final: which, when and how."""
        case = self._register.by_id[one.case]
        runs = [*self._titled(case.id), *ruling_runs(self._describe, case, case.rulings[one.position]), Run(".")]
        return _with_sentences(runs, [self._final(one)])

    def late(self, one: AddedLate) -> Iterator[Runs]:
        """The rulings that were added late, and what the case now counts as on the day of that edition."""
        case = self._register.by_id[one.case]
        for position in one.positions:
            runs = [*self._titled(case.id), *ruling_runs(self._describe, case, case.rulings[position]), Run(".")]
            last = position == one.positions[-1]
            yield _with_sentences(runs, [sentence(self._say, self._changes.before.cases[one.case])] if last else [])

    def corrected(self, one: Corrected) -> Runs:
        """What the edition said of a case, and what the records say now."""
        said = list(self._gone(one)) or list(corrections(self._say, one))
        said += [self._taken_out(ruling) for ruling in one.taken_out]
        return (*self._titled(one.case), Run(" ".join(said)))

    def joined(self, one: Joined) -> Runs:
        """A case of the edition that is part of another now."""
        had = self._say(N_("The previous edition had it as {was}."), was=quoted(self._say, phrase(self._say, one.was)))
        return (
            *self._titled(one.case),
            Run(self._say(N_("Now part of the case"))),
            Run(" "),
            *self._closed(one.into, had),
        )

    def divided(self, one: Divided) -> Runs:
        """A case that was part of another in the edition."""
        entry = self._changes.before.cases.get(one.case)
        counts = sentence(self._say, entry) if entry else ""
        said = self._say(N_("In the previous edition it was part of the case"))
        return (*self._titled(one.case), Run(f"{said} "), *self._closed(one.origin, counts))

    def _closed(self, case: CaseId, more: str) -> tuple[Run, ...]:
        return (self.name(case), Run(f". {more}".rstrip()))

    def name(self, case: CaseId) -> Run:
        """The name of a case: the document's own, where it counts now; one that has left the records has no title."""
        if case in self._changes.now.cases:
            return self._name(case)
        recorded = self._register.by_id.get(case)
        if recorded is None:
            return Run(self._known_by(case))
        return Run(self._describe.title(recorded), language=self._describe.title_language(recorded))

    def _known_by(self, case: CaseId) -> str:
        """What a case that has left the records is known by: its references, or the name that its file had."""
        edition = self._changes.edition
        rulings = edition.cases[case].rulings if edition else ()
        return ", ".join(reference for ruling in rulings for reference in ruling.references) or case

    def _titled(self, case: CaseId) -> tuple[Run, Run]:
        return self.name(case), Run(". ")

    def _counts_from(self, case: Case, position: int, day: dt.date) -> str:
        date = date_text(day, self._describe.language)
        if isinstance(case.rulings[position].date, PartialDate):
            return self._say(N_("Only the year is known, so the ruling counts from {date}."), date=date)
        return self._say(N_("It counts from {date}, the day of the next ruling in the case."), date=date)

    def _meaning(self, case: Case, position: int) -> list[str]:
        """What the case counts as now, and whether an earlier judgment gives way in the count."""
        entry = self._changes.now.cases.get(case.id)
        said = [sentence(self._say, entry)] if entry else []
        earlier = any(
            day is not None and day <= self._changes.now.as_of for day in exists_from(case.rulings)[:position]
        )
        if isinstance(case, EchrCase) and earlier:
            said.insert(0, self._say(N_("In the count it stands in place of the earlier ruling in the case.")))
        return said

    def _final(self, one: ForceGained) -> str:
        force, language = one.force, self._describe.language
        how, day = self._say(HOW_FINAL[force.how]), date_text(force.day, language)
        if force.date is None:
            return self._say(N_("Final: {how}. The date is not known, so it counts from {day}."), how=how, day=day)
        date = date_text(force.date, language)
        if force.date.day is None:
            message = N_("Final in {date}: {how}. The day is not known, so it counts from {day}.")
            return self._say(message, date=date, how=how, day=day)
        return self._say(N_("Final on {date}: {how}."), date=date, how=how)

    def _gone(self, one: Corrected) -> Iterator[str]:
        if one.now is not None:
            return
        if one.removed:
            yield self._say(N_("The case is no longer in the records."))
        else:
            message = N_("By the records as they are now, no ruling in the case existed as of {date}.")
            yield self._say(message, date=date_text(self._changes.before.as_of, self._describe.language))
        yield self._say(N_("The previous edition had it as {was}."), was=quoted(self._say, phrase(self._say, one.was)))

    def _taken_out(self, ruling: LedgerRuling) -> str:
        parts = [self._say(INSTANCE[ruling.instance]), self._describe.date(ruling.when), *ruling.references]
        message = N_("A ruling that the previous edition had is no longer in the records: {ruling}.")
        return self._say(message, ruling=", ".join(parts))


def _with_sentences(runs: list[Run], sentences: list[str]) -> Runs:
    return (*runs, *(Run(f" {said}") for said in sentences))
