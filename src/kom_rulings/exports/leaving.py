"""Which summaries may leave the house: those that tell of no later day, and have the permission of who wrote them."""

from __future__ import annotations

from typing import Final

from kom_rulings.describing import Describer
from kom_rulings.records import Ruling
from kom_rulings.records.case import SummaryText
from kom_rulings.standing import Shown
from kom_rulings.wording import N_, Language

#: Authors whose summaries are ours to publish; all others give a permission.
_OURS: Final = frozenset({"KOM", "kom-rulings"})
_AUTHOR: Final = {
    "KOM": N_("KOM"),
    "Lovdata": N_("Lovdata"),
    "court": N_("the court"),
    "kom-rulings": N_("kom-rulings, from public sources and not from the ruling itself"),
}


def summary_of(shown: Shown, ruling: Ruling, language: Language) -> SummaryText | None:
    """The summary of a ruling in a language, in bokmål where there is no other; nothing where it may not be given."""
    return permitted(shown, ruling.summary_in(language))


def permitted(shown: Shown, summary: SummaryText | None) -> SummaryText | None:
    """The summary, unless it speaks of days that are still to come, or another's permission is missing."""
    if summary is None or not shown.complete:
        return None
    return summary if summary.author in _OURS or summary.permission else None


def author_of(describe: Describer, summary: SummaryText) -> str:
    """Who wrote a summary, and by whose leave it is given."""
    return "; ".join(filter(None, (describe.say(_AUTHOR[summary.author]), summary.permission)))
