"""One case as it is read in the terminal: facts, rulings, defendants, summaries, links and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click

from kom_rulings.cli.edge import Edge
from kom_rulings.describing import Describer
from kom_rulings.formats import length_text, money_text
from kom_rulings.index.answers import summary_paragraphs
from kom_rulings.index.searching import Searcher
from kom_rulings.labels import COMPENSATION, DEFENDANT_OUTCOME, HOW_FINAL, KIND, PERMIT
from kom_rulings.names import CaseId
from kom_rulings.records import Case, CriminalCase, CriminalRuling, EchrCase, ImmigrationCase, Ruling
from kom_rulings.references import Reference, hudoc_url, lovdata_url
from kom_rulings.wording import N_

_HEADS = (N_("Court"), N_("Date"), N_("Outcome"), N_("References"))


def print_case(edge: Edge, case: Case) -> None:
    """Print a case."""
    describe = Describer(edge.workspace.tables, edge.spoken)
    click.echo(f"{describe.title(case)}  [{case.id}]")
    for label, value in _facts(describe, case):
        click.echo(f"  {edge.say(label)}: {value}")
    edge.table([edge.say(head) for head in _HEADS], [_ruling(describe, one) for one in case.rulings])
    for line in _details(describe, case):
        click.echo(f"  {line}")
    for paragraph in summary_paragraphs(case, edge.spoken):
        click.echo(f"\n{paragraph}")
    _print_lines(edge, ((N_("Links"), list(_links(case))), (N_("Sources"), case.sources), (N_("Note"), _notes(case))))


def print_citations(edge: Edge, searcher: Searcher, case: CaseId) -> None:
    """Print what the case cites, recorded here or not, and what cites it."""
    cites = [_cited(edge, searcher, *one) for one in searcher.cites(case)]
    cited_by = [f"{searcher.cards[one].title(edge.spoken)}  [{one}]" for one in searcher.cited_by(case)]
    _print_lines(edge, ((N_("Cites"), cites), (N_("Cited by"), cited_by)))


def citations_as_data(searcher: Searcher, case: CaseId) -> dict[str, object]:
    """What the case cites and what cites it, in the shape that ``show --json`` promises."""
    cites = [{"reference": str(reference), "case": known} for reference, known in searcher.cites(case)]
    return {"cites": cites, "cited_by": searcher.cited_by(case)}


def _cited(edge: Edge, searcher: Searcher, reference: Reference, known: CaseId | None) -> str:
    if known is None:
        return edge.say(N_("{reference} (not in the records)"), reference=reference)
    return f"{reference}: {searcher.cards[known].title(edge.spoken)}  [{known}]"


def _print_lines(edge: Edge, some: Iterable[tuple[str, Sequence[str]]]) -> None:
    """Lines below a head each, where there are any."""
    for label, lines in some:
        if lines:
            click.echo(f"\n{edge.say(label)}:")
            click.echo("\n".join(f"  {line}" for line in lines))


def _facts(describe: Describer, case: Case) -> Iterator[tuple[str, str]]:
    """Label and value of the facts of the case."""
    yield N_("Kind"), describe.say(KIND[case.kind])
    if case.draft:
        yield N_("Draft"), describe.say(N_("not approved, and in no number and no search"))
    if isinstance(case, EchrCase):
        yield N_("Application"), ", ".join(map(str, case.applications))
        yield N_("Respondent"), describe.countries(case.respondents)
    if isinstance(case, ImmigrationCase):
        yield N_("Permit"), describe.words(case.permits, PERMIT)
        yield N_("Nationality"), describe.country(case.nationality)
    yield N_("Exploitation"), describe.exploitation(case)
    yield N_("Victims (under 18)"), describe.victims(case.victims)
    yield N_("Countries of the victims"), describe.countries(case.victims.countries)
    if case.visibility != "public":
        yield N_("Visibility"), case.visibility


def _ruling(describe: Describer, ruling: Ruling) -> list[str]:
    references = "\n".join(map(str, ruling.references))
    return [describe.court(ruling), describe.date(ruling.date), describe.outcome(ruling), references]


def _details(describe: Describer, case: Case) -> Iterator[str]:
    """Defendants, money and legal force, ruling by ruling."""
    if not isinstance(case, CriminalCase):
        return
    for ruling in case.rulings:
        lines = [*_defendants(describe, ruling), *_money(describe, ruling), *_force(describe, ruling)]
        if lines:
            yield f"{describe.court(ruling)}, {describe.date(ruling.date)}:"
            yield from (f"  {line}" for line in lines)


def _defendants(describe: Describer, ruling: CriminalRuling) -> Iterator[str]:
    for one in ruling.defendants:
        length = f", {length_text(one.imprisonment, describe.language)}" if one.imprisonment else ""
        yield f"{one.label}: {describe.say(DEFENDANT_OUTCOME[one.outcome])}{length}"


def _money(describe: Describer, ruling: CriminalRuling) -> Iterator[str]:
    for one in ruling.compensation:
        amount = describe.not_known
        if isinstance(one.amount, int):
            amount = money_text(one.amount, describe.language)
        yield f"{describe.say(COMPENSATION[one.type])}: {amount}" + (f" ({one.to})" if one.to else "")


def _force(describe: Describer, ruling: CriminalRuling) -> Iterator[str]:
    if ruling.legal_force is not None:
        how = describe.say(HOW_FINAL[ruling.legal_force.how])
        yield describe.say(N_("Legal force: {date}, {how}"), date=describe.date(ruling.legal_force.date), how=how)


def _links(case: Case) -> Iterator[str]:
    """Addresses derived from the references, and those that are recorded."""
    for reference in case.references:
        url = hudoc_url(reference) or lovdata_url(reference, criminal=case.kind == "criminal")
        if url:
            yield f"{reference}: {url}"
    for ruling in case.rulings:
        yield from (f"{link.title}: {link.url}" for link in ruling.links)


def _notes(case: Case) -> list[str]:
    """The notes on the case and on its rulings."""
    return [note for note in (case.note, *(ruling.note for ruling in case.rulings)) if note]
