"""Checks of outcomes: what a ruling decides, against its defendants, provisions and the rulings around it."""

from __future__ import annotations

from collections.abc import Iterator

from kom_rulings.checks.context import Context
from kom_rulings.counting import DECIDES, defendants_result, result_after
from kom_rulings.problems import Problem
from kom_rulings.records.criminal import CriminalCase, CriminalRuling
from kom_rulings.records.values import UNKNOWN


def outcome_against_defendants(context: Context) -> Iterator[Problem]:
    """A ruling convicts when at least one defendant is convicted of trafficking, and acquits when none is."""
    for case in context.register.criminal:
        for n, ruling in enumerate(case.rulings):
            said = defendants_result(ruling)
            flat = ruling.outcome in ("convicted", "acquitted") and said not in (None, ruling.outcome)
            upheld = ruling.outcome in ("upheld", "sentence_changed") and said == "convicted"
            if flat or (upheld and result_after(case, n) == "acquitted"):
                listed = ", ".join(f"{one.label}: {one.outcome}" for one in ruling.defendants)
                yield context.problem(
                    "outcome-against-defendants",
                    case,
                    *("rulings", n, "outcome"),
                    outcome=ruling.outcome,
                    defendants=listed,
                )


def conviction_without_exploitation(context: Context) -> Iterator[Problem]:
    """A case with a conviction says which exploitation it was; “unknown” is said, not left out."""
    for case in context.register.criminal:
        convicted = any(result_after(case, n) == "convicted" for n in range(len(case.rulings)))
        if convicted and case.exploitation == ():
            yield context.problem("conviction-without-exploitation", case, "exploitation")


def exploitation_not_known(context: Context) -> Iterator[Problem]:
    """A form of exploitation that is not known is counted as such, and worth finding out."""
    for case in context.register.criminal:
        if case.exploitation is UNKNOWN:
            yield context.problem("exploitation-not-known", case, "exploitation")


def conviction_without_provision(context: Context) -> Iterator[Problem]:
    """A conviction names its provision; where it is said not to be known, that is noted."""
    for case in context.register.criminal:
        for n, ruling in enumerate(case.rulings):
            if ruling.outcome != "convicted" or (ruling.provisions is not UNKNOWN and ruling.provisions):
                continue
            said = "provisions" in ruling.model_fields_set and ruling.provisions is UNKNOWN
            code = "provision-not-known" if said else "conviction-without-provision"
            yield context.problem(code, case, "rulings", n, "provisions")


def nothing_to_uphold(context: Context) -> Iterator[Problem]:
    """To uphold, there must be something decided before, or defendants whose outcome is told."""
    for case in context.register.criminal:
        for n, ruling in enumerate(case.rulings):
            if ruling.outcome in ("upheld", "sentence_changed") and result_after(case, n) is None:
                yield context.problem("nothing-to-uphold", case, "rulings", n, "outcome")


def defendant_left_out(context: Context) -> Iterator[Problem]:
    """Who was convicted before and is not named in a later deciding ruling may be forgotten by the count."""
    for case in context.register.criminal:
        for n, ruling in enumerate(case.rulings):
            if ruling.outcome == "acquitted":
                for label in sorted(_convicted_before(case, n) - _labels(ruling)):
                    yield context.problem("defendant-left-out", case, "rulings", n, "outcome", label=label)


def outcome_not_known(context: Context) -> Iterator[Problem]:
    """A later ruling of unknown outcome may have changed what the case is counted by."""
    for case in context.register.criminal:
        for n, ruling in enumerate(case.rulings[1:], start=1):
            last_word = not any(later.outcome in DECIDES for later in case.rulings[n:])
            if ruling.outcome == "unknown" and last_word and result_after(case, n - 1) is not None:
                yield context.problem("outcome-not-known", case, "rulings", n, "outcome")


def outcome_inferred(context: Context) -> Iterator[Problem]:
    """An outcome inferred from the sources is counted, and said to be inferred."""
    for case in context.register.cases:
        for n, ruling in enumerate(case.rulings):
            if getattr(ruling, "outcome_basis", "stated") == "inferred":
                yield context.problem("outcome-inferred", case, "rulings", n, "outcome_basis")


def instance_not_known(context: Context) -> Iterator[Problem]:
    """A deciding ruling whose court level is not known is counted in a row of its own."""
    for case in context.register.criminal:
        for n, ruling in enumerate(case.rulings):
            if ruling.instance == "unknown" and ruling.outcome in DECIDES:
                yield context.problem("instance-not-known", case, "rulings", n, "instance")


def _convicted_before(case: CriminalCase, n: int) -> set[str]:
    return {
        defendant.label
        for ruling in case.rulings[:n]
        for defendant in ruling.defendants
        if defendant.outcome == "convicted"
    }


def _labels(ruling: CriminalRuling) -> set[str]:
    return {defendant.label for defendant in ruling.defendants}
