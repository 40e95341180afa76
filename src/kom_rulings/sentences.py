"""What a ruling imposes and awards in numbers: imprisonment for trafficking, and redress to victims."""

from __future__ import annotations

from fractions import Fraction

from kom_rulings.records.case import Imprisonment
from kom_rulings.records.criminal import CriminalRuling, Defendant


def highest_sentence(ruling: CriminalRuling) -> Imprisonment | None:
    """The longest imprisonment of those convicted of trafficking in this ruling."""
    lengths = [one.imprisonment for one in ruling.defendants if one.imprisonment and _for_trafficking(one)]
    return max(lengths, key=in_months, default=None)


def in_months(length: Imprisonment) -> Fraction:
    """The length in months of thirty days."""
    return 12 * length.years + length.months + Fraction(length.days, 30)


def redress_awarded(ruling: CriminalRuling) -> list[int]:
    """The awards of redress whose amount is known, in Norwegian kroner."""
    return [one.amount for one in ruling.compensation if one.type == "redress" and isinstance(one.amount, int)]


def _for_trafficking(defendant: Defendant) -> bool:
    return defendant.outcome == "convicted" and defendant.for_trafficking is not False
