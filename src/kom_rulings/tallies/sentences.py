"""Sentences and redress in the convictions: the highest sentence per case, and what victims were awarded."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kom_rulings.counting import Status
from kom_rulings.names import CaseId
from kom_rulings.records.case import Imprisonment
from kom_rulings.records.criminal import CriminalRuling, Defendant
from kom_rulings.tables import Cell


@dataclass(frozen=True)
class Measured:
    """Amounts with the case of each, smallest first: the numbers that median, lowest and highest are taken of."""

    amounts: tuple[tuple[Fraction, CaseId], ...]

    @property
    def summary(self) -> dict[str, int | float]:
        """Median, lowest and highest; empty where nothing is known."""
        values = [amount for amount, _ in self.amounts]
        if not values:
            return {}
        return {
            "median": _plain(statistics.median(values)),
            "lowest": _plain(values[0]),
            "highest": _plain(values[-1]),
        }

    def as_json(self, *, explain: bool, unit: str) -> dict[str, object]:
        """Median, lowest and highest in ``unit``; ``None`` where nothing is known."""
        numbers = {f"{name}_{unit}": self.summary.get(name) for name in ("median", "lowest", "highest")}
        return {"known": Cell(tuple(case for _, case in self.amounts)).as_json(explain=explain), **numbers}


@dataclass(frozen=True)
class SentenceTally:
    """Sentences (the highest in each case, from the standing ruling itself) and awards of redress."""

    sentences: Measured
    not_known: Cell
    redress: Measured

    @classmethod
    def of(cls, convictions: Sequence[Status]) -> SentenceTally:
        """Measure the convictions on a date. A ruling that records no sentence counts as not known."""
        known, unknown, awards = [], [], []
        for one in convictions:
            ruling = one.standing.ruling if one.standing else None
            highest = highest_sentence(ruling) if ruling else None
            if highest is None:
                unknown.append(one.case.id)
            else:
                known.append((in_months(highest), one.case.id))
            awards += [(amount, one.case.id) for amount in _redress(ruling)]
        return cls(Measured(tuple(sorted(known))), Cell(tuple(unknown)), Measured(tuple(sorted(awards))))

    def as_json(self, *, explain: bool) -> dict[str, object]:
        """Lengths in months, money in Norwegian kroner."""
        return {
            "imprisonment": self.sentences.as_json(explain=explain, unit="months"),
            "not_known": self.not_known.as_json(explain=explain),
            "redress": self.redress.as_json(explain=explain, unit="nok"),
        }


def highest_sentence(ruling: CriminalRuling) -> Imprisonment | None:
    """The longest imprisonment of those convicted of trafficking in this ruling."""
    lengths = [one.imprisonment for one in ruling.defendants if one.imprisonment and _for_trafficking(one)]
    return max(lengths, key=in_months, default=None)


def in_months(length: Imprisonment) -> Fraction:
    """The length in months of thirty days."""
    return 12 * length.years + length.months + Fraction(length.days, 30)


def _for_trafficking(defendant: Defendant) -> bool:
    return defendant.outcome == "convicted" and defendant.for_trafficking is not False


def _redress(ruling: CriminalRuling | None) -> list[Fraction]:
    awards = ruling.compensation if ruling else ()
    return [Fraction(one.amount) for one in awards if one.type == "redress" and isinstance(one.amount, int)]


def _plain(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else round(float(value), 1)
