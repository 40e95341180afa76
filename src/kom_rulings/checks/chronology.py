"""Checks of time: the order of rulings, legal force, what is final, and dates that are not known."""

from __future__ import annotations

from collections.abc import Iterator

from kom_rulings.checks.context import Context
from kom_rulings.counting import DECIDES, HIGHEST, deciding_is_undated, undated_last_word
from kom_rulings.dates import PartialDate
from kom_rulings.problems import Path, Problem
from kom_rulings.records.criminal import CriminalCase, CriminalRuling


def dates_out_of_order(context: Context) -> Iterator[Problem]:
    """Rulings stand in the order in which they were given; undated ones keep their place."""
    for case in context.register.cases:
        latest: PartialDate | None = None
        for n, ruling in enumerate(case.rulings):
            if not isinstance(ruling.date, PartialDate):
                continue
            if latest is not None and ruling.date.surely_before(latest):
                path: Path = ("rulings", n, "date")
                yield context.problem("dates-out-of-order", case, *path, date=ruling.date, earlier=latest)
            latest = max(latest or ruling.date, ruling.date, key=lambda date: date.first_day)


def appeal_after_final(context: Context) -> Iterator[Problem]:
    """What has legal force is not decided again on appeal."""
    for case in context.register.criminal:
        for n, ruling in enumerate(case.rulings[1:], start=1):
            force = _force_before(case, n)
            if ruling.outcome in DECIDES | {"set_aside"} and force is not None and not ruling.reopened:
                yield context.problem("appeal-after-final", case, "rulings", n, "outcome", force=force)


def supreme_court_final(context: Context) -> Iterator[Problem]:
    """A ruling of the Supreme Court on the charge is final on its own day."""
    for case, n, ruling in _criminal_rulings(context):
        force = ruling.legal_force.date if ruling.legal_force else None
        if ruling.instance not in HIGHEST or not isinstance(force, PartialDate) or ruling.outcome == "set_aside":
            continue
        if isinstance(ruling.date, PartialDate) and not force.may_be(ruling.date):
            yield context.problem(
                "supreme-court-final", case, "rulings", n, "legal_force", "date", date=ruling.date, force=force
            )


def force_before_ruling(context: Context) -> Iterator[Problem]:
    """Nothing is final before it is given."""
    for case, n, ruling in _criminal_rulings(context):
        force = ruling.legal_force.date if ruling.legal_force else None
        if ruling.instance in HIGHEST or not isinstance(force, PartialDate) or not isinstance(ruling.date, PartialDate):
            continue
        if force.surely_before(ruling.date):
            path = ("rulings", n, "legal_force", "date")
            yield context.problem("force-before-ruling", case, *path, date=ruling.date, force=force)


def date_not_known(context: Context) -> Iterator[Problem]:
    """A case whose last word has no date, and no dated ruling after it, can be in no table."""
    for case in context.register.cases:
        if isinstance(case, CriminalCase):
            n = deciding_is_undated(case)
        else:
            n = undated_last_word(case.rulings, [True] * len(case.rulings))
        if n is not None:
            yield context.problem("date-not-known", case, "rulings", n, "date")


def _force_before(case: CriminalCase, n: int) -> PartialDate | None:
    """The legal force of an earlier ruling that lies surely before ruling ``n``; unknown order is no finding."""
    date = case.rulings[n].date
    for earlier in case.rulings[:n]:
        force = _force(earlier)
        if isinstance(force, PartialDate) and isinstance(date, PartialDate) and force.surely_before(date):
            return force
    return None


def _force(ruling: CriminalRuling) -> object:
    """The date of legal force: as recorded, or the day of the highest court's ruling on the charge."""
    if ruling.legal_force:
        return ruling.legal_force.date
    return ruling.date if ruling.instance in HIGHEST and ruling.outcome in DECIDES else None


def _criminal_rulings(context: Context) -> Iterator[tuple[CriminalCase, int, CriminalRuling]]:
    for case in context.register.criminal:
        for n, ruling in enumerate(case.rulings):
            yield case, n, ruling
