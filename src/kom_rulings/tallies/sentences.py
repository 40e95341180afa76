"""Sentences and redress in the convictions: the highest sentence per case, and what victims were awarded."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kom_rulings.counting import Status
from kom_rulings.names import CaseId
from kom_rulings.sentences import highest_sentence, in_months, redress_awarded
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
            awards += [(Fraction(amount), one.case.id) for amount in (redress_awarded(ruling) if ruling else ())]
        return cls(Measured(tuple(sorted(known))), Cell(tuple(unknown)), Measured(tuple(sorted(awards))))

    def as_json(self, *, explain: bool) -> dict[str, object]:
        """Lengths in months, money in Norwegian kroner."""
        return {
            "imprisonment": self.sentences.as_json(explain=explain, unit="months"),
            "not_known": self.not_known.as_json(explain=explain),
            "redress": self.redress.as_json(explain=explain, unit="nok"),
        }


def _plain(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else round(float(value), 1)
