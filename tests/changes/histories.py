"""Cases of all kinds for the tests of changes: short to write, and random registers with random edits."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from counting import histories
from kom_rulings.dates import PartialDate
from kom_rulings.names import CaseId
from kom_rulings.records import Case, CriminalCase, EchrCase, EchrRuling, ImmigrationCase, ImmigrationRuling, Register
from kom_rulings.records.case import Bilingual, Instance
from kom_rulings.records.echr import Finding, FindingOutcome
from kom_rulings.records.immigration import ImmigrationOutcome
from kom_rulings.records.values import UNKNOWN, Unknown
from kom_rulings.references import Reference

_FINDINGS: tuple[FindingOutcome, ...] = ("violation", "no_violation", "inadmissible", "struck_out", "unknown")
_RESULTS: tuple[ImmigrationOutcome, ...] = ("granted", "rejected", "valid", "invalid", "dismissed", "not_on_merits")


def date(text: str) -> PartialDate | Unknown:
    return UNKNOWN if text == "unknown" else PartialDate.parse(text)


def echr_ruling(day: str, *found: FindingOutcome, instance: Instance = "echr_chamber") -> EchrRuling:
    """A judgment that finds this under Article 4."""
    findings = tuple(Finding(article="4", outcome=outcome) for outcome in found)
    return EchrRuling.model_construct(
        court="Den europeiske menneskerettsdomstolen",
        instance=instance,
        date=date(day),
        document="JUD",
        findings=findings,
    )


def echr_case(*rulings: EchrRuling, name: str = "e") -> EchrCase:
    title = Bilingual(nb=f"{name} mot Norge", en=f"{name} v. Norway")
    number = Reference.parse("20116/12")
    return EchrCase.model_construct(
        id=CaseId(name),
        kind="echr",
        title=title,
        exploitation=UNKNOWN,
        applications=(number,),
        respondents=("NO",),
        rulings=rulings,
    )


def immigration_ruling(day: str, outcome: ImmigrationOutcome) -> ImmigrationRuling:
    return ImmigrationRuling.model_construct(court="Utlendingsnemnda", instance="une", date=date(day), outcome=outcome)


def immigration_case(*rulings: ImmigrationRuling, name: str = "i") -> ImmigrationCase:
    title = Bilingual(nb=f"Sak {name}", en=f"Case {name}")
    return ImmigrationCase.model_construct(
        id=CaseId(name), kind="immigration", title=title, exploitation=UNKNOWN, rulings=rulings
    )


def register(*cases: Case) -> Register:
    return Register(tuple(sorted(cases, key=lambda case: (case.kind, case.id))))


@st.composite
def _days(draw: st.DrawFn) -> list[str]:
    dates = sorted(draw(st.lists(histories.partial_dates(), min_size=1, max_size=3)), key=lambda one: one.last_day)
    return [str(one) if draw(st.integers(0, 4)) else "unknown" for one in dates]


@st.composite
def any_case(draw: st.DrawFn, name: str) -> Case:
    """A case of any kind with any history."""
    kind = draw(st.sampled_from(("criminal", "criminal", "echr", "immigration")))
    if kind == "criminal":
        one: CriminalCase = draw(histories.cases(name=name))
        return one
    if kind == "echr":
        rulings = [echr_ruling(day, draw(st.sampled_from(_FINDINGS))) for day in draw(_days())]
        return echr_case(*rulings, name=name)
    decisions = [immigration_ruling(day, draw(st.sampled_from(_RESULTS))) for day in draw(_days())]
    return immigration_case(*decisions, name=name)


@st.composite
def registers_and_edits(draw: st.DrawFn) -> tuple[Register, Register]:
    """A register as it was, and as it is after cases were added, taken out, or recorded anew with another history."""
    names = [f"case-{n}" for n in range(draw(st.integers(0, 6)))]
    was: dict[str, Case] = {name: draw(any_case(name)) for name in names if draw(st.integers(0, 3))}
    now: dict[str, Case] = {}
    for name in names:
        fate = draw(st.sampled_from(("kept", "kept", "removed", "anew")))
        if fate == "kept" and name in was:
            now[name] = was[name]
        elif fate != "removed":
            now[name] = draw(any_case(name))
    return register(*was.values()), register(*now.values())


def with_facts(case: Any, **facts: Any) -> Any:
    """The same case with other facts."""
    return case.model_copy(update=facts)
