"""What several places of an overview tell of one case, joined by a reference in any spelling or by its public name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kom_rulings.records.case import Instance
from kom_rulings.references import Kind as Series
from kom_rulings.sources.draft import Understood
from kom_rulings.sources.overview.told import Told, ToldRuling, ToldSummary
from kom_rulings.wording import N_

_DIFFER: Final = N_(
    "The page says different things of the same field. Neither was taken; both are among what is left over."
)
_PUBLIC_NAME = re.compile(r"[\w. -]{2,40}(?:saken|saka|dommen)|.+ (?:v\.|mot) .+", re.IGNORECASE)
_LEVELS: Final[dict[Instance, int]] = {
    "udi": 0, "une": 1, "tingrett": 2, "lagmannsrett": 3, "ankeutvalg": 4, "hoyesterett": 4,
    "echr_committee": 5, "echr_chamber": 5, "echr_plenary": 6, "echr_grand_chamber": 7,
}  # fmt: skip


def joined(told: Sequence[Told]) -> list[list[Told]]:
    """The places that tell of the same case, in the order in which the cases first come."""
    names = Counter((_name(one), bool(one.rulings)) for one in told)
    groups: list[list[Told]] = []
    for one in told:
        same = [group for group in groups if any(_are_same(one, other, names[(_name(one), True)]) for other in group)]
        if not same:
            groups.append([one])
            continue
        same[0].append(one)
        for other in same[1:]:
            same[0].extend(other)
            groups.remove(other)
    return groups


def merged(group: Sequence[Told]) -> Told:
    """One case of what several places tell; where they contradict each other neither is taken."""
    merging = _Merging(own=any(one.own for one in group))
    for one in group:
        merging.add(one)
    return merging.told(group)


def _are_same(one: Told, other: Told, several: int) -> bool:
    if one.kind != other.kind and not (one.kind_guess or other.kind_guess):
        return bool(set(one.references) & set(other.references))
    if set(one.references) & set(other.references):
        return True
    if (
        not _name(one)
        or _name(one) != _name(other)
        or (one.own and (bool(one.rulings) == bool(other.rulings) or several > 1))
    ):
        return False
    return one.own or not (one.references and other.references) or bool(_PUBLIC_NAME.fullmatch(one.name))


def _name(one: Told) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", one.name.casefold()).split())


class _Merging:
    def __init__(self, *, own: bool) -> None:
        self._own = own
        self._rulings: list[ToldRuling] = []
        self._facts: list[Understood] = []
        self._of_rulings: list[tuple[int, Understood]] = []
        self._summaries: list[ToldSummary] = []
        self._left: list[str] = []
        self._differ = False

    def add(self, told: Told) -> None:
        before = len(self._rulings)
        places = [self._place(ruling, before) for ruling in told.rulings]
        for fact in told.facts:
            self._facts = self._with(self._facts, fact)
        at = _last_deciding(places, self._rulings)
        for fact in told.ruling_facts:
            self._add_of_ruling(at, fact)
        for one in told.summaries:
            self._add_summary(replace(one, at=places[one.at] if places else -1))
        self._left += told.left_over

    def told(self, group: Sequence[Told]) -> Told:
        order = self._order()
        place = {old: new for new, old in enumerate(order)}
        remarks = [remark for one in group for remark in one.remarks] + ([_DIFFER] if self._differ else [])
        facts = [
            *self._facts,
            *(replace(one, path=("rulings", place.get(at, 0), *one.path)) for at, one in self._of_rulings),
        ]
        named = next((one for one in group if one.name), group[0])
        return replace(
            group[0],
            name=named.name,
            rulings=tuple(self._rulings[n] for n in order),
            own=self._own,
            convicts=any(one.convicts for one in group),
            summaries=tuple(replace(one, at=place.get(one.at, len(order) - 1)) for one in self._summaries),
            facts=tuple(facts),
            ruling_facts=(),
            left_over=tuple(dict.fromkeys(self._left)),
            remarks=tuple(dict.fromkeys(remarks)),
        )

    def _place(self, ruling: ToldRuling, before: int) -> int:
        """The position of a ruling among those told so far, or behind them.

        In our own overview a place tells each ruling once, so only the first ``before`` can be meant again.
        """
        others = list(enumerate(self._rulings[:before] if self._own else self._rulings))
        at = next((n for n, other in others if _share_reference(ruling, other)), None)
        if at is None:
            at = next((n for n, other in others if not self._own and _may_be(ruling, other)), None)
        if at is None:
            self._rulings.append(ruling)
            return len(self._rulings) - 1
        self._rulings[at] = self._both(self._rulings[at], ruling)
        return at

    def _both(self, one: ToldRuling, other: ToldRuling) -> ToldRuling:
        dates = [date for date in (one.date, other.date) if date is not None]
        date = max(dates, key=lambda date: (date.month is not None, date.day is not None), default=None)
        if len(dates) > 1 and not dates[0].may_be(dates[1]):
            self._say_differ(f"{one.said} ({one.date})", f"{other.said} ({other.date})")
            date = None
        better = other if (one.court_guess and other.court) or not one.court else one
        return replace(
            one,
            said=one.said if other.said in one.said else f"{one.said} / {other.said}",
            references=tuple(dict.fromkeys((*one.references, *other.references))),
            date=date,
            court=better.court or one.court,
            instance=better.instance if better.instance != "unknown" else one.instance,
            court_guess=better.court_guess,
            outcome=one.outcome or other.outcome,
            document=one.document or other.document,
            findings=one.findings or other.findings,
        )

    def _add_of_ruling(self, at: int, fact: Understood) -> None:
        same = [one for place, one in self._of_rulings if place == at]
        others = [pair for pair in self._of_rulings if pair[0] != at]
        self._of_rulings = [*others, *((at, one) for one in self._with(same, fact))]

    def _with(self, facts: list[Understood], fact: Understood) -> list[Understood]:
        """The facts with one more; what is stated goes before what is guessed."""
        known = next((one for one in facts if one.path == fact.path), None)
        if known is None:
            return [*facts, fact]
        rest = [one for one in facts if one is not known]
        if known.guess and not fact.guess:
            return [*rest, fact]
        if known.value == fact.value or (fact.guess and not known.guess):
            return facts
        self._say_differ(known.said, fact.said)
        return rest

    def _add_summary(self, summary: ToldSummary) -> None:
        if all(one.paragraphs != summary.paragraphs for one in self._summaries):
            self._summaries.append(summary)

    def _say_differ(self, one: str, other: str) -> None:
        self._differ = True
        self._left.append(f"{one} ≠ {other}")

    def _order(self) -> list[int]:
        """The rulings by their dates, or by their instances where a date is missing; our own are in order already."""
        numbers = list(range(len(self._rulings)))
        if self._own:
            return numbers
        dates = [one.date for one in self._rulings]
        if all(date is not None for date in dates):
            return sorted(numbers, key=lambda n: dates[n].last_day)  # type: ignore[union-attr]
        if all(one.instance in _LEVELS for one in self._rulings):
            return sorted(numbers, key=lambda n: _LEVELS[self._rulings[n].instance])
        return numbers


def _share_reference(one: ToldRuling, other: ToldRuling) -> bool:
    """Whether two lines name a reference of one ruling; an application number is shared by the rulings of a case."""
    shared = set(one.references) & set(other.references)
    dates = one.date is None or other.date is None or one.date.may_be(other.date)
    return any(reference.kind is not Series.APPLICATION or dates for reference in shared)


def _may_be(one: ToldRuling, other: ToldRuling) -> bool:
    """Whether two lines without a common reference are of one ruling: same court, a date that may be the same.

    A reference whose court is not in the table tells only the level of it.
    """
    one_level = one.instance == other.instance != "unknown" and not (one.court and other.court)
    same_court = one_level or (bool(one.court) and one.court == other.court)
    series = {reference.kind for reference in one.references} & {reference.kind for reference in other.references}
    dates = one.date is None or other.date is None or one.date.may_be(other.date)
    return same_court and not series and dates


def _last_deciding(places: Sequence[int], rulings: Sequence[ToldRuling]) -> int:
    """The ruling that a row tells the result of: its highest, or the last where it does not tell instances."""
    if not places:
        return len(rulings) - 1
    deciding = [n for n in places if rulings[n].instance != "ankeutvalg"] or list(places)
    return max(deciding, key=lambda n: (_LEVELS.get(rulings[n].instance, -1), deciding.index(n)))
