"""Checks of references: ECLI against number and date, one ruling in one case, citations that resolve, states."""

from __future__ import annotations

from collections.abc import Iterator

from kom_rulings.checks.context import Context
from kom_rulings.dates import PartialDate
from kom_rulings.problems import Path, Problem
from kom_rulings.records.echr import EchrCase, EchrRuling
from kom_rulings.records.register import Case
from kom_rulings.records.values import UNKNOWN
from kom_rulings.references import NotAReference, Reference
from kom_rulings.references.ecli import ecli_for


def reference_twice(context: Context) -> Iterator[Problem]:
    """A reference, in any spelling, names one ruling of one case."""
    seen: dict[Reference, str] = {}
    for case in context.register.cases:
        for path, reference in _own_references(case):
            if reference in seen:
                yield context.problem("reference-twice", case, *path, reference=reference, other=seen[reference])
            seen.setdefault(reference, context.register.files[case.id].file)


def cited_ruling_not_known(context: Context) -> Iterator[Problem]:
    """A cited ruling that is not among the records may be worth adding."""
    for case in context.register.cases:
        for n, ruling in enumerate(case.rulings):
            for m, reference in enumerate(ruling.cites):
                if reference not in context.register.by_reference:
                    yield context.problem("cited-ruling-not-known", case, "rulings", n, "cites", m, reference=reference)


def ecli_mismatch(context: Context) -> Iterator[Problem]:
    """An ECLI is made of the first application number, the day and the type of document."""
    for case in context.register.echr:
        for n, ruling in enumerate(case.rulings):
            expected = _expected_ecli(case, ruling)
            if ruling.ecli is None or ruling.ecli.text == expected:
                continue
            path: Path = ("rulings", n, "ecli")
            if expected is None:
                yield context.problem("ecli-not-checkable", case, *path)
            else:
                yield context.problem("ecli-mismatch", case, *path, ecli=ruling.ecli, expected=expected)


def state_not_respondent(context: Context) -> Iterator[Problem]:
    """The Court finds against respondent states only."""
    for case in context.register.echr:
        for n, ruling in enumerate(case.rulings):
            for m, finding in enumerate(ruling.findings):
                states = () if finding.states is UNKNOWN else finding.states
                for state in states:
                    if state not in case.respondents:
                        path: Path = ("rulings", n, "findings", m, "states")
                        yield context.problem("state-not-respondent", case, *path, country=state)


def text_without_case(context: Context) -> Iterator[Problem]:
    """A full text belongs to a ruling of the case that it lies beside."""
    for text in context.register.texts:
        case = context.register.by_id.get(text.case)
        if case is None or _parsed(text.reference) not in case.references:
            yield Problem("text-without-case", text.place, {"reference": text.reference})


def _own_references(case: Case) -> Iterator[tuple[Path, Reference]]:
    if isinstance(case, EchrCase):
        yield from _echr_references(case)
    for n, ruling in enumerate(case.rulings):
        for m, reference in enumerate(ruling.references):
            yield ("rulings", n, "references", m), reference


def _echr_references(case: EchrCase) -> Iterator[tuple[Path, Reference]]:
    for n, application in enumerate(case.applications):
        yield ("applications", n), application
    for n, ruling in enumerate(case.rulings):
        for name, reference in (("ecli", ruling.ecli), ("item", ruling.item)):
            if reference is not None:
                yield ("rulings", n, name), reference


def _expected_ecli(case: EchrCase, ruling: EchrRuling) -> str | None:
    if not isinstance(ruling.date, PartialDate) or ruling.date.day is None:
        return None
    return ecli_for(case.applications[0], ruling.date.first_day, ruling.document)


def _parsed(text: str) -> Reference | None:
    try:
        return Reference.parse(text)
    except NotAReference:
        return None
