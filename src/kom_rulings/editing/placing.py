"""Rulings of two cases in one order: each case's own is kept, and dates tell what stands between."""

from __future__ import annotations

from collections.abc import Sequence

from kom_rulings.dates import PartialDate
from kom_rulings.errors import NotADate
from kom_rulings.files.layout_parts import Item
from kom_rulings.files.reading import Tree

Dated = tuple[Item, Tree]


def by_date(rulings: Sequence[Dated], added: Sequence[Dated]) -> list[Item]:
    """The rulings with others put between them: before the first that is surely later, behind the one before it."""
    order = list(rulings)
    start, date = 0, next((found for one in added if (found := _date(one))), None)
    for n, one in enumerate(added):
        if n == 0 or _date(one) is not None:
            date = _date(one) or date
            start = _place(order, date, start)
        order.insert(start, one)
        start += 1
    return [item for item, _ in order]


def _place(order: Sequence[Dated], date: PartialDate | None, start: int) -> int:
    """Where a ruling of a date belongs, from a place on; one without a date stands behind the one above it."""
    later = (
        n
        for n in range(start, len(order))
        if date is not None and (other := _date(order[n])) is not None and date.surely_before(other)
    )
    return next(later, len(order))


def _date(ruling: Dated) -> PartialDate | None:
    tree = ruling[1]
    text = tree.get("date") if isinstance(tree, dict) else None
    try:
        return PartialDate.parse(text) if isinstance(text, str) else None
    except NotADate:
        return None
