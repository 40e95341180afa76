"""Titles of immigration cases, put together from outcome, permits and country; a page's own heading is its author's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kom_rulings.records.immigration import ImmigrationOutcome, Permit
from kom_rulings.records.tables import Tables
from kom_rulings.wording import N_, Language, wording

_PERMITS: Final[dict[Permit, str]] = {
    "reflection_first": N_("reflection period"),
    "reflection_second": N_("limited residence permit after trafficking"),
    "witness": N_("residence as a witness"),
    "protection": N_("protection"),
    "humanitarian": N_("residence on humanitarian grounds"),
}
_TITLES: Final[dict[ImmigrationOutcome, str]] = {
    "granted": N_("Granted: {permits}"),
    "rejected": N_("Refused: {permits}"),
    "valid": N_("Decision on {permits} held valid"),
    "invalid": N_("Decision on {permits} held invalid"),
    "dismissed": N_("Case on {permits}, dismissed"),
    "not_on_merits": N_("Application for {permits} not examined on its merits"),
    "unknown": N_("Case on {permits}"),
}
_OTHER_DUBLIN: Final = N_("Dublin case")
_DUBLIN: Final[dict[ImmigrationOutcome, str]] = {
    "granted": N_("Dublin case, appeal allowed"),
    "rejected": N_("Dublin case, appeal dismissed"),
    "valid": N_("Dublin case, decision held valid"),
    "invalid": N_("Dublin case, decision held invalid"),
}


def title_of(
    outcome: ImmigrationOutcome, permits: Sequence[Permit], country: str | None, tables: Tables, language: Language
) -> str:
    """A title in plain words; empty where neither permit nor country is known."""
    say = wording(language)
    named = [say(_PERMITS[permit]) for permit in permits if permit in _PERMITS]
    if "dublin" in permits:
        title = say(_DUBLIN.get(outcome, _OTHER_DUBLIN))
    elif named:
        title = say(
            _TITLES[outcome], permits=say(N_(" and ")).join([", ".join(named[:-1]), named[-1]][not named[:-1] :])
        )
    elif country:
        title = say(N_("Immigration case"))
    else:
        return ""
    row = tables.countries.get(country or "")
    return f"{title}, {row.nb if language == 'nb' else row.en}" if row else title
