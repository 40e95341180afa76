"""One case as it is read in the terminal: facts, rulings, findings, summaries, sources."""

from __future__ import annotations

from collections.abc import Iterator

import click

from kom_rulings.cli.edge import Edge
from kom_rulings.formats import date_text, length_text, list_text, number_text
from kom_rulings.index.answers import summary_paragraphs, title_of
from kom_rulings.labels import (
    COMPENSATION,
    DEFENDANT_OUTCOME,
    EXPLOITATION_FORM,
    FINDING,
    HOW_FINAL,
    INSTANCE,
    KIND,
    LIMB,
    OUTCOME,
    PERMIT,
)
from kom_rulings.dates import PartialDate
from kom_rulings.records import Case, CriminalCase, CriminalRuling, EchrCase, EchrRuling, ImmigrationCase, Ruling
from kom_rulings.records.values import UNKNOWN
from kom_rulings.references import hudoc_url, lovdata_url
from kom_rulings.wording import N_


def print_case(edge: Edge, case: Case) -> None:
    """Print a case."""
    view = _View(edge, case)
    click.echo(f"{title_of(case, edge.spoken)}  [{case.id}]")
    for label, value in view.facts():
        click.echo(f"  {edge.say(label)}: {value}")
    edge.table([edge.say(head) for head in _HEADS], [view.ruling(one) for one in case.rulings])
    for line in view.details():
        click.echo(f"  {line}")
    for paragraph in summary_paragraphs(case, edge.spoken):
        click.echo(f"\n{paragraph}")
    for label, lines in ((N_("Links"), list(view.links())), (N_("Sources"), case.sources), (N_("Note"), view.notes())):
        if lines:
            click.echo(f"\n{edge.say(label)}:")
            click.echo("\n".join(f"  {line}" for line in lines))


_HEADS = (N_("Court"), N_("Date"), N_("Outcome"), N_("References"))


class _View:
    """The parts of a case as lines in the reader's language."""

    def __init__(self, edge: Edge, case: Case) -> None:
        self._edge, self._case = edge, case
        self._say, self._language = edge.say, edge.spoken

    def facts(self) -> Iterator[tuple[str, str]]:
        """Label and value of the facts of the case."""
        case = self._case
        yield N_("Kind"), self._say(KIND[case.kind])
        if isinstance(case, EchrCase):
            yield N_("Application"), ", ".join(map(str, case.applications))
            yield N_("Respondent"), self._countries(case.respondents)
        if isinstance(case, ImmigrationCase):
            yield N_("Permit"), self._words(case.permits, PERMIT)
            yield N_("Nationality"), self._countries((case.nationality,))
        yield N_("Exploitation"), self._words(case.exploitation, EXPLOITATION_FORM)
        yield N_("Victims"), self._victims()
        if case.visibility != "public":
            yield N_("Visibility"), case.visibility

    def ruling(self, ruling: Ruling) -> list[str]:
        """The row of a ruling."""
        court = self._say(INSTANCE[ruling.instance]) if ruling.court is UNKNOWN else str(ruling.court)
        date = date_text(ruling.date, self._language) if isinstance(ruling.date, PartialDate) else self._not_known
        return [court, date, self._outcome(ruling), "\n".join(map(str, ruling.references))]

    def details(self) -> Iterator[str]:
        """Defendants, sentences and legal force."""
        if not isinstance(self._case, CriminalCase):
            return
        for ruling in self._case.rulings:
            lines = [*self._defendants(ruling), *self._money(ruling), *self._force(ruling)]
            if lines:
                yield f"{self.ruling(ruling)[0]}, {self.ruling(ruling)[1]}:"
                yield from (f"  {line}" for line in lines)

    def links(self) -> Iterator[str]:
        """Addresses derived from the references, and those that are recorded."""
        branch = "criminal" if self._case.kind == "criminal" else "civil"
        for reference in self._case.references:
            url = hudoc_url(reference) or lovdata_url(reference, branch)
            if url:
                yield f"{reference}: {url}"
        for ruling in self._case.rulings:
            yield from (f"{link.title}: {link.url}" for link in ruling.links)

    def notes(self) -> list[str]:
        """The notes on the case and on its rulings."""
        return [note for note in (self._case.note, *(ruling.note for ruling in self._case.rulings)) if note]

    def _outcome(self, ruling: Ruling) -> str:
        if isinstance(ruling, EchrRuling):
            return "\n".join(self._finding(ruling))
        inferred = " " + self._say(N_("(inferred)")) if ruling.outcome_basis == "inferred" else ""
        return self._say(OUTCOME[ruling.outcome]) + inferred

    def _finding(self, ruling: EchrRuling) -> Iterator[str]:
        for one in ruling.findings:
            extra = [self._say(LIMB[one.limb])] if one.limb in LIMB else []
            extra += [] if one.states is UNKNOWN else [self._countries(one.states)]
            extra += [one.applicants] if one.applicants else []
            tail = f" ({', '.join(extra)})" if extra else ""
            yield self._say(N_("Article {article}: {finding}"), article=one.article, finding=self._say(FINDING[one.outcome])) + tail

    def _defendants(self, ruling: CriminalRuling) -> Iterator[str]:
        for one in ruling.defendants:
            length = f", {length_text(one.imprisonment, self._language)}" if one.imprisonment else ""
            yield f"{one.label}: {self._say(DEFENDANT_OUTCOME[one.outcome])}{length}"

    def _money(self, ruling: CriminalRuling) -> Iterator[str]:
        for one in ruling.compensation:
            amount = f"NOK {number_text(one.amount, self._language)}" if isinstance(one.amount, int) else self._not_known
            yield f"{self._say(COMPENSATION[one.type])}: {amount}" + (f" ({one.to})" if one.to else "")

    def _force(self, ruling: CriminalRuling) -> Iterator[str]:
        force = ruling.legal_force
        if force is not None:
            date = date_text(force.date, self._language) if isinstance(force.date, PartialDate) else self._not_known
            yield self._say(N_("Legal force: {date}, {how}"), date=date, how=self._say(HOW_FINAL[force.how]))

    def _victims(self) -> str:
        victims = self._case.victims
        count = self._not_known if victims.count is UNKNOWN else str(victims.count)
        minors = self._not_known if victims.minors is UNKNOWN else str(victims.minors)
        if victims.minors == "some":
            minors = self._say(N_("yes, how many is not known"))
        about = self._say(N_("about")) + " " if victims.approximate else ""
        text = self._say(N_("{count}; under 18: {minors}"), count=about + count, minors=minors)
        return text if victims.countries is UNKNOWN else f"{text}; {self._countries(victims.countries)}"

    def _countries(self, codes: object) -> str:
        names = [self._country(code) for code in codes] if isinstance(codes, tuple) else [self._not_known]
        return list_text(names, self._language)

    def _country(self, code: object) -> str:
        row = self._edge.workspace.tables.countries.get(str(code))
        if row is None:
            return self._not_known if code is UNKNOWN else str(code)
        return row.nb if self._language == "nb" else row.en

    def _words(self, codes: object, labels: dict[str, str]) -> str:
        if not isinstance(codes, tuple):
            return self._not_known
        return list_text([self._say(labels[str(code)]) for code in codes], self._language) or self._say(N_("none"))

    @property
    def _not_known(self) -> str:
        return self._say(N_("not known"))
