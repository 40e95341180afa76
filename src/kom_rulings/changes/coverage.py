"""How far the records reach: what has been published before and is missing in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kom_rulings.formats import date_text
from kom_rulings.tallies.published import Comparison
from kom_rulings.wording import N_, Language, wording


def coverage(comparisons: Sequence[Comparison], as_of: dt.date, language: Language) -> str | None:
    """A warning against reading the numbers as those of the country; nothing where the records lack nothing.

    The latest figures published for a day up to ``as_of`` are what the records are held against.
    """
    known = [one for one in comparisons if one.as_of <= as_of]
    latest = max(known, key=lambda one: one.as_of, default=None)
    if latest is None or latest.lacking <= 0:
        return None
    message = N_(
        "The records are not complete. {publisher} has published {published} convictions as of {date}; for "
        "that day the records hold {recorded} that can be dated and {undated} without a known date. The "
        "numbers must not be read as the number of convictions in Norway."
    )
    total = latest.measures[0]
    counts = {"published": total.published, "recorded": total.recorded, "undated": latest.undated}
    date = date_text(latest.as_of, language)
    return wording(language)(message, publisher=latest.publisher, date=date, **counts)
