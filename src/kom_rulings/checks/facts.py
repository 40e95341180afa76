"""Checks of facts against the tables and each other: victims, countries, courts, provisions."""

from __future__ import annotations

from collections.abc import Iterator

from kom_rulings.checks.context import Context
from kom_rulings.dates import PartialDate
from kom_rulings.problems import Path, Problem
from kom_rulings.records.case import Ruling
from kom_rulings.records.provision import Provision
from kom_rulings.records.register import Case
from kom_rulings.records.tables import Court, KnownProvision, Law, court_code, in_force
from kom_rulings.records.values import UNKNOWN
from kom_rulings.references import Kind


def more_minors_than_victims(context: Context) -> Iterator[Problem]:
    """Minors are among the victims."""
    for case in context.register.cases:
        minors, count = case.victims.minors, case.victims.count
        if isinstance(minors, int) and isinstance(count, int) and minors > count:
            yield context.problem("more-minors-than-victims", case, "victims", "minors", minors=minors, count=count)


def country_not_known(context: Context) -> Iterator[Problem]:
    """Every country code is in the table."""
    for case in context.register.cases:
        for path, code in _countries(case):
            if code not in context.tables.countries:
                yield context.problem("country-not-known", case, *path, country=code)


def court_not_known(context: Context) -> Iterator[Problem]:
    """A court that is not in the table may be misspelled."""
    for case, n, ruling in _rulings(context):
        if isinstance(ruling.court, str) and context.tables.court(ruling.court) is None:
            guess = context.tables.nearest_court(ruling.court)
            yield context.problem("court-not-known", case, "rulings", n, "court", court=ruling.court, nearest=guess)


def court_against_instance(context: Context) -> Iterator[Problem]:
    """A court is of its own level."""
    for case, n, ruling, court in _with_court(context):
        if ruling.instance != "unknown" and ruling.instance not in court.instances:
            params = {"court": ruling.court, "instance": ruling.instance, "expected": ", ".join(court.instances)}
            yield context.problem("court-against-instance", case, "rulings", n, "instance", **params)


def court_against_date(context: Context) -> Iterator[Problem]:
    """A court gives rulings only while it exists (the reform of 26 April 2021 renamed many)."""
    for case, n, ruling, court in _with_court(context):
        if isinstance(ruling.date, PartialDate) and not court.existed_on(ruling.date):
            params = {"court": ruling.court, "period": _period(court), "date": ruling.date}
            yield context.problem("court-against-date", case, "rulings", n, "court", **params)


def court_against_reference(context: Context) -> Iterator[Problem]:
    """The code in a reference belongs to the court of the ruling; an unknown code is told."""
    for case, n, ruling in _rulings(context):
        for m, reference in enumerate(ruling.references):
            path: Path = ("rulings", n, "references", m)
            owners = context.tables.courts_of(reference)
            if owners and isinstance(ruling.court, str) and context.tables.court(ruling.court) not in owners:
                names = " / ".join(court.name.nb for court in owners)
                params = {"reference": reference, "owner": names, "court": ruling.court}
                yield context.problem("court-against-reference", case, *path, **params)
            if not owners and court_code(reference) and reference.kind is not Kind.COURT_FILE:
                yield context.problem("court-code-not-known", case, *path, reference=reference)


def provision_law_not_known(context: Context) -> Iterator[Problem]:
    """The law of every provision is in the table."""
    for case, path, provision, _ in _provisions(context):
        if context.tables.law(provision) is None:
            yield context.problem("provision-law-not-known", case, *path, provision=provision)


def provision_not_in_force(context: Context) -> Iterator[Problem]:
    """No law is applied before its time; an older code goes on to govern older acts."""
    for case, path, provision, ruling in _provisions(context):
        row = context.tables.provision(provision) or context.tables.law(provision)
        if row is not None and isinstance(ruling.date, PartialDate) and not in_force(row, ruling.date):
            params = {"provision": provision, "period": _period(row), "date": ruling.date}
            yield context.problem("provision-not-in-force", case, *path, **params)


def _rulings(context: Context) -> Iterator[tuple[Case, int, Ruling]]:
    for case in context.register.cases:
        for n, ruling in enumerate(case.rulings):
            yield case, n, ruling


def _with_court(context: Context) -> Iterator[tuple[Case, int, Ruling, Court]]:
    for case, n, ruling in _rulings(context):
        court = context.tables.court(ruling.court) if isinstance(ruling.court, str) else None
        if court is not None:
            yield case, n, ruling, court


def _provisions(context: Context) -> Iterator[tuple[Case, Path, Provision, Ruling]]:
    for case, n, ruling in _rulings(context):
        for m, provision in enumerate(() if ruling.provisions is UNKNOWN else ruling.provisions):
            yield case, ("rulings", n, "provisions", m), provision, ruling


def _countries(case: Case) -> Iterator[tuple[Path, str]]:
    """Every country code of a case with the way to it."""
    yield from _listed(("victims", "countries"), case.victims.countries)
    if case.kind == "criminal":
        yield from _listed(("charged", "countries"), case.charged.countries)
    elif case.kind == "immigration" and isinstance(case.nationality, str):
        yield ("nationality",), case.nationality
    elif case.kind == "echr":
        yield from _listed(("respondents",), case.respondents)


def _listed(path: Path, codes: object) -> Iterator[tuple[Path, str]]:
    if isinstance(codes, tuple):
        for n, code in enumerate(codes):
            yield (*path, n), code


def _period(row: Court | Law | KnownProvision) -> str:
    since = "" if row.since is UNKNOWN else str(row.since)
    to = "" if row.to is UNKNOWN else str(row.to)
    return f"{since or '…'} – {to or '…'}"
