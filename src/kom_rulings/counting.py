"""The counting rules: pure functions over a case and a date, each rule a function with a test of its name.

The rules and their reading are told in docs/counting.md and, for readers of the overview, in its own text:
only rulings that exist on the date are seen; the standing ruling decides; a case is counted once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kom_rulings.dates import PartialDate
from kom_rulings.records.case import BaseCase, Ruling
from kom_rulings.records.criminal import CriminalCase, CriminalRuling, HowFinal
from kom_rulings.records.values import UNKNOWN

Result = Literal["convicted", "acquitted"]
State = Literal["convicted", "acquitted", "undecided", "not_counted", "not_begun"]
Category = Literal["sexual", "labour", "both", "other", "unknown"]
CourtLevel = Literal["tingrett", "lagmannsrett", "hoyesterett", "unknown"]
Minors = Literal["yes", "no", "unknown"]

#: Outcomes that decide the charge. Who dismisses an appeal or changes only the sentence upholds, and decides.
DECIDES: Final = frozenset({"convicted", "acquitted", "upheld", "sentence_changed"})
#: Outcomes that decide nothing and give the ruling before them legal force, with how.
GIVES_FORCE: Final[dict[str, HowFinal]] = {
    "appeal_not_admitted": "appeal_not_admitted",
    "appeal_withdrawn": "appeal_withdrawn",
}
#: Final on their day.
HIGHEST: Final = frozenset({"hoyesterett", "ankeutvalg"})
_LABOUR: Final = frozenset({"forced_labour", "forced_services", "begging", "crime"})
#: The level that a court of an instance belongs to.
COURT_LEVEL_OF: Final[dict[str, CourtLevel]] = {
    "tingrett": "tingrett",
    "lagmannsrett": "lagmannsrett",
    "hoyesterett": "hoyesterett",
    "ankeutvalg": "hoyesterett",
}


@dataclass(frozen=True)
class Standing:
    """The standing ruling of a case on a date: which it is, what it says, and since when it is final, if it is."""

    position: int
    ruling: CriminalRuling
    result: Result
    final_since: dt.date | None

    @property
    def final(self) -> bool:
        """Whether it has legal force on the date."""
        return self.final_since is not None

    @property
    def year(self) -> int | None:
        """The year of the ruling, or ``None`` where its date is not known: never guessed."""
        return self.ruling.date.year if isinstance(self.ruling.date, PartialDate) else None

    @property
    def court_level(self) -> CourtLevel:
        """The level of the court that gave it."""
        return COURT_LEVEL_OF.get(self.ruling.instance, "unknown")


@dataclass(frozen=True)
class Force:
    """Legal force: the day from which it counts, how it was gained, and its date as exact as it is known."""

    day: dt.date
    how: HowFinal
    date: PartialDate | None


@dataclass(frozen=True)
class Status:
    """How a case is counted on a date. ``would_be`` tells the result of a case that cannot be counted."""

    case: CriminalCase
    state: State
    standing: Standing | None = None
    would_be: Result | None = None


def status(case: CriminalCase, as_of: dt.date) -> Status:
    """Count one case on one date.

    A case whose last word has no date is ``not_counted`` from the day that its last dated ruling exists and the last
    word can have been given: it is listed beside the tables, never guessed into a year and never dropped.
    """
    existing = existing_positions(case.rulings, as_of)
    undated = deciding_is_undated(case)
    if undated is not None and cannot_be_counted(case.rulings, _decisive(case), as_of):
        return Status(case, "not_counted", would_be=result_after(case, undated))
    if not existing:
        return Status(case, "not_begun")
    standing = _standing(case.rulings, existing, as_of)
    return Status(case, standing.result, standing) if standing else Status(case, "undecided")


def exists_from(rulings: Sequence[Ruling]) -> list[dt.date | None]:
    """The day from which each ruling exists.

    A month or a year counts from its last day. A ruling without a date exists from the next dated ruling after it;
    where none follows, it has no such day.
    """
    days: list[dt.date | None] = []
    following: dt.date | None = None
    for ruling in reversed(rulings):
        following = ruling.date.last_day if isinstance(ruling.date, PartialDate) else following
        days.append(following)
    return days[::-1]


def existing_positions(rulings: Sequence[Ruling], as_of: dt.date) -> list[int]:
    """The positions of the rulings that exist on the date, in the order of the case."""
    return [n for n, day in enumerate(exists_from(rulings)) if day is not None and day <= as_of]


def may_exist(ruling: Ruling, as_of: dt.date) -> bool:
    """Whether a ruling of unknown date can have been given by the date.

    It cannot before the day that the record gives (``not_before``), nor before the year in its own reference, which
    is that of the registration of the case.
    """
    bounds = [dt.date(reference.year, 1, 1) for reference in ruling.references if reference.year]
    if isinstance(ruling.not_before, PartialDate):
        bounds.append(ruling.not_before.first_day)
    return not bounds or max(bounds) <= as_of


def deciding_is_undated(case: CriminalCase) -> int | None:
    """The position of a last word in a criminal case that can never be dated: it decides or sets aside."""
    return undated_last_word(case.rulings, _decisive(case))


def undated_last_word(rulings: Sequence[Ruling], decisive: Sequence[bool]) -> int | None:
    """The position of the last decisive ruling, where it has no date and no dated ruling follows it.

    In a case without any date the last ruling is it, decisive or not.
    """
    undated = [n for n, day in enumerate(exists_from(rulings)) if day is None]
    found = [n for n in undated if decisive[n]]
    if found:
        return found[-1]
    return len(rulings) - 1 if len(undated) == len(rulings) else None


def cannot_be_counted(rulings: Sequence[Ruling], decisive: Sequence[bool], as_of: dt.date) -> bool:
    """Whether a last word without a date may have been given by the date, when all that is dated exists."""
    last = undated_last_word(rulings, decisive)
    if last is None or not may_exist(rulings[last], as_of):
        return False
    return len(existing_positions(rulings, as_of)) == sum(day is not None for day in exists_from(rulings))


def exploitation_category(case: CriminalCase) -> Category:
    """Sexual, labour or services, both (a category of its own), other, or unknown.

    Begging and crime are services. War service and organ removal are “other”, unless another form makes the case
    sexual or labour.
    """
    if case.exploitation is UNKNOWN or not case.exploitation:
        return "unknown"
    forms = frozenset(str(form) for form in case.exploitation)
    sexual, labour = "sexual" in forms, bool(forms & _LABOUR)
    if sexual and labour:
        return "both"
    return "sexual" if sexual else "labour" if labour else "other"


def with_minors(case: BaseCase) -> Minors:
    """Whether at least one victim was under 18; unknown is neither yes nor no."""
    minors = case.victims.minors
    if minors is UNKNOWN:
        return "unknown"
    return "no" if minors == 0 else "yes"


def defendants_result(ruling: CriminalRuling) -> Result | None:
    """What the defendants' outcomes say: convicted when at least one is, acquitted when all charged are."""
    outcomes = {defendant.outcome for defendant in ruling.defendants} - {"not_charged"}
    if "convicted" in outcomes:
        return "convicted"
    return "acquitted" if outcomes == {"acquitted"} else None


def result_after(case: CriminalCase, position: int) -> Result | None:
    """What stands after the ruling at ``position``, whatever its date; ``None`` where nothing is decided."""
    return _results(case.rulings[: position + 1])[-1]


def _results(rulings: Sequence[CriminalRuling]) -> list[Result | None]:
    """What each ruling leaves standing, in the order of the case.

    A ruling that upholds leaves what it upholds – it cannot turn a conviction into an acquittal, whichever defendants
    it names – and only where nothing is known to stand does it take its result from its own defendants. One that sets
    aside leaves nothing; all others leave what stood.
    """
    results: list[Result | None] = []
    stands: Result | None = None
    for ruling in rulings:
        if ruling.outcome in ("convicted", "acquitted"):
            stands = "convicted" if ruling.outcome == "convicted" else "acquitted"
        elif ruling.outcome in DECIDES:
            stands = stands or defendants_result(ruling)
        elif ruling.outcome == "set_aside":
            stands = None
        results.append(stands)
    return results


def _standing(rulings: Sequence[CriminalRuling], existing: Sequence[int], as_of: dt.date) -> Standing | None:
    """The latest deciding ruling that exists and has not been set aside."""
    results = _results(rulings)
    for position in reversed(existing):
        ruling, result = rulings[position], results[position]
        if ruling.outcome == "set_aside":
            return None
        if ruling.outcome in DECIDES and result is not None:
            since = min((force.day for force in forces(rulings, position)), default=None)
            return Standing(position, ruling, result, since if since is not None and since <= as_of else None)
    return None


def forces(rulings: Sequence[CriminalRuling], position: int) -> Iterator[Force]:
    """What gives a ruling legal force: its own, its being the highest court's, an appeal ended after it."""
    days = exists_from(rulings)
    for n, ruling in enumerate(rulings[position:], start=position):
        ends_appeal = n > position and ruling.outcome in GIVES_FORCE
        if (n == position or ends_appeal) and ruling.legal_force and isinstance(ruling.legal_force.date, PartialDate):
            yield Force(ruling.legal_force.date.last_day, ruling.legal_force.how, ruling.legal_force.date)
        day, date = days[n], ruling.date if isinstance(ruling.date, PartialDate) else None
        if day is not None and ends_appeal:
            yield Force(day, GIVES_FORCE[ruling.outcome], date)
        elif day is not None and n == position and ruling.instance in HIGHEST:
            yield Force(day, "final_instance", date)


def _decisive(case: CriminalCase) -> list[bool]:
    """Which rulings of a criminal case decide the charge or undo what was decided."""
    return [ruling.outcome in DECIDES | {"set_aside"} for ruling in case.rulings]
