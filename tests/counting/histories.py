"""Case histories for the counting tests: short to write by hand, and random ones for hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from kom_rulings.counting import GIVES_FORCE
from kom_rulings.dates import PartialDate
from kom_rulings.names import CaseId
from kom_rulings.records.case import Bilingual, Exploitation, Victims
from kom_rulings.records.criminal import CriminalCase, CriminalOutcome, CriminalRuling, Defendant, LegalForce
from kom_rulings.records.values import UNKNOWN, Unknown

_OUTCOMES: tuple[CriminalOutcome, ...] = (
    *("convicted", "acquitted", "upheld", "sentence_changed", "set_aside"),
    *("appeal_not_admitted", "appeal_withdrawn", "not_on_guilt", "unknown"),
)
_FORMS: tuple[Exploitation, ...] = ("sexual", "forced_labour", "begging", "war_service", "organ_removal")


def ruling(instance: str, date: str, outcome: str, *, final: str | None = None, **more: Any) -> CriminalRuling:
    """A ruling from short texts; ``final`` is the date of legal force."""
    force = LegalForce.model_construct(date=_date(final), how="not_appealed", note=None) if final else None
    bound = _date(more.pop("not_before", None))
    fields = {
        "court": UNKNOWN,
        "not_before": bound,
        "instance": instance,
        "date": _date(date),
        "outcome": outcome,
        "legal_force": force,
    }
    return CriminalRuling.model_construct(**{**fields, **more})


def defendant(label: str, outcome: str, **more: Any) -> Defendant:
    """A defendant by label and outcome."""
    return Defendant.model_construct(**{"label": label, "outcome": outcome, **more})


def case(*rulings: CriminalRuling, name: str = "a", **more: Any) -> CriminalCase:
    """A case from its rulings."""
    fields = {"id": CaseId(name), "kind": "criminal", "title": Bilingual.model_construct(nb=name, en=None)}
    return CriminalCase.model_construct(
        **{"exploitation": ("sexual",), **fields, "rulings": rulings, "victims": Victims(), **more}
    )


def victims(minors: Any) -> Victims:
    """Victims of whom so many are under 18."""
    return Victims.model_construct(count=UNKNOWN, minors=minors, countries=UNKNOWN, approximate=False)


def _date(text: str | None) -> PartialDate | Unknown:
    return UNKNOWN if text in (None, "unknown") else PartialDate.parse(str(text))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A day, a month or a year between 2003 and 2024."""
    year = draw(st.integers(2003, 2024))
    month = draw(st.none() | st.integers(1, 12))
    day = draw(st.none() | st.integers(1, 28)) if month else None
    return PartialDate(year, month, day)


@st.composite
def cases(draw: st.DrawFn, name: str = "a") -> CriminalCase:
    """A case with any history: dates in order as far as they are known, any outcomes, any facts."""
    dates = sorted(draw(st.lists(partial_dates(), max_size=5)), key=lambda date: date.last_day)
    rulings = [draw(rulings_of(date)) for date in (dates or [PartialDate(2010)])]
    forms = draw(st.just(UNKNOWN) | st.lists(st.sampled_from(_FORMS), max_size=3).map(tuple))
    minors = draw(st.sampled_from((UNKNOWN, "some", 0, 1, 4)))
    return case(*rulings, name=name, exploitation=forms, victims=victims(minors))


@st.composite
def rulings_of(draw: st.DrawFn, date: PartialDate) -> CriminalRuling:
    """A ruling of that date, or sometimes of none; legal force is recorded on rulings that can have it."""
    outcome = draw(st.sampled_from(_OUTCOMES))
    final = str(draw(partial_dates())) if outcome not in GIVES_FORCE and draw(st.booleans()) else None
    instance = draw(st.sampled_from(("tingrett", "lagmannsrett", "hoyesterett", "ankeutvalg", "unknown")))
    return ruling(instance, str(date) if draw(st.integers(0, 4)) else "unknown", outcome, final=final)


@st.composite
def registers(draw: st.DrawFn) -> list[CriminalCase]:
    """Up to eight cases with different ids."""
    return [draw(cases(name=f"case-{n}")) for n in range(draw(st.integers(0, 8)))]
