"""A group of convictions in sentences: how many, in which courts, how many final, with minors, in which form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from kom_rulings.formats import date_text, list_text
from kom_rulings.tallies.criminal import Group
from kom_rulings.wording import N_, Wording

_IN_COURT: Final = {
    "tingrett": N_("in the District Court"),
    "lagmannsrett": N_("in the Court of Appeal"),
    "hoyesterett": N_("in the Supreme Court"),
    "unknown": N_("in a court that is not known"),
}
_FORM: Final = {
    "sexual": N_("prostitution or other sexual services"),
    "labour": N_("forced labour or services"),
    "both": N_("both sexual services and forced labour or services"),
    "other": N_("another form"),
    "unknown": N_("not known"),
}
_ONLY_CASE: Final = {
    "yes": N_("At least one victim was under 18."),
    "no": N_("None of the victims was under 18."),
    "unknown": N_("Whether any victim was under 18 is not known."),
}
_ALL_CASES: Final = {
    "yes": N_("In all of them at least one victim was under 18."),
    "no": N_("In none of them was any victim under 18."),
    "unknown": N_("For none of them is it known whether any victim was under 18."),
}


class GroupInWords:
    """Writes the sentences on a group."""

    def __init__(self, group: Group, say: Wording) -> None:
        self._group, self._say = group, say
        self._total = group.total.count

    def year(self, year: int, until: dt.date | None) -> str:
        """The paragraph on a year; ``until`` is the last day that is told of, where the year is not over."""
        if until is None:
            period, when = self._say(N_("In {year}"), year=year), self._say(N_("at the end of the year"))
        else:
            period = self._say(N_("From 1 January to {date}"), date=self._date(until))
            when = self._say(N_("on that day"))
        return " ".join([self._opening(period), *(self._rest(when) if self._total else ())])

    def total(self, as_of: dt.date) -> str:
        """The paragraph on all of them."""
        opening = self._say.plural(
            "As of {date} there was {n} case with a conviction in all since 2003.",
            "As of {date} there were {n} cases with a conviction in all since 2003.",
            self._total,
            date=self._date(as_of),
        )
        if not self._total:
            return self._say(N_("As of {date} there was no case with a conviction."), date=self._date(as_of))
        courts = self._say(N_("By the court that gave the standing ruling: {levels}."), levels=self._levels())
        return " ".join([opening, courts, *self._rest(self._say(N_("on that day")))])

    def _opening(self, period: str) -> str:
        """How many, and in which courts."""
        say = self._say
        if not self._total:
            return say(N_("{period} there was no case with a conviction."), period=period)
        levels = [level for level, cell in self._group.by_court_level.items() if cell.count]
        if len(levels) > 1:
            message = N_("{period} there were {n} cases with a conviction: {levels}.")
            return say(message, period=period, n=self._total, levels=self._levels())
        return say.plural(
            "{period} there was {n} case with a conviction, {where}.",
            "{period} there were {n} cases with a conviction, all of them {where}.",
            self._total,
            period=period,
            where=say(_IN_COURT[levels[0]]),
        )

    def _levels(self) -> str:
        """4 in the District Court and 1 in the Supreme Court."""
        cells = self._group.by_court_level.items()
        return self._list([f"{cell.count} {self._say(_IN_COURT[level])}" for level, cell in cells if cell.count])

    def _rest(self, when: str) -> Iterator[str]:
        yield self._final(when)
        yield self._minors()
        yield self._forms()

    def _final(self, when: str) -> str:
        say, final = self._say, self._group.final.count
        if self._total == 1:
            is_final = N_("It was final {when}.")
            return say(is_final if final else N_("It was not final {when}, or it is not known."), when=when)
        if final == self._total:
            return say(N_("All of them were final {when}."), when=when)
        if not final:
            return say(N_("None of them was final {when}, as far as is known."), when=when)
        return say.plural(
            "{n} of them was final {when}; the rest were not, or it is not known.",
            "{n} of them were final {when}; the rest were not, or it is not known.",
            final,
            when=when,
        )

    def _minors(self) -> str:
        """How many concerned victims under 18; where that is not known it is said."""
        say = self._say
        counts = {key: cell.count for key, cell in self._group.by_minors.items() if cell.count}
        if len(counts) == 1:
            return say((_ONLY_CASE if self._total == 1 else _ALL_CASES)[next(iter(counts))])
        parts = {
            "yes": say.plural(
                "{n} case with at least one victim under 18",
                "{n} cases with at least one victim under 18",
                counts.get("yes", 0),
            ),
            "no": say.plural(
                "{n} case with adult victims only", "{n} cases with adult victims only", counts.get("no", 0)
            ),
            "unknown": say.plural(
                "{n} case in which the ages are not known",
                "{n} cases in which the ages are not known",
                counts.get("unknown", 0),
            ),
        }
        first = next(iter(counts.values()))
        listed = self._list([parts[key] for key in counts])
        return say.plural("Among them was {listed}.", "Among them were {listed}.", first, listed=listed)

    def _forms(self) -> str:
        say = self._say
        forms = [(say(_FORM[key]), cell.count) for key, cell in self._group.by_exploitation.items() if cell.count]
        if self._total == 1:
            return say(N_("The form of exploitation was {form}."), form=forms[0][0])
        if len(forms) == 1:
            return say(N_("The form of exploitation was {form} in all of them."), form=forms[0][0])
        parts = [say.plural("{form} in {n} case", "{form} in {n} cases", count, form=form) for form, count in forms]
        return say(N_("The form of exploitation was {form}."), form=self._list(parts))

    def _list(self, parts: list[str]) -> str:
        return list_text(parts, self._say.language)

    def _date(self, day: dt.date) -> str:
        return date_text(day, self._say.language)
