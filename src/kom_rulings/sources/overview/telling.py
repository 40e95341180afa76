"""An entry of an overview as what it tells of a case: its kind, name, rulings, summaries, and what can be concluded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.records.case import Kind
from kom_rulings.records.tables import Tables
from kom_rulings.sources.draft import Understood
from kom_rulings.sources.immigration.nationalities import nationality_in
from kom_rulings.sources.immigration.permits import permits_in
from kom_rulings.sources.overview.entries import Entry, kind_by_reference
from kom_rulings.sources.overview.exploitation import forms_in, names_only_forms
from kom_rulings.sources.overview.findings import findings_in
from kom_rulings.sources.overview.summaries import WrittenSummary, split_by_author
from kom_rulings.sources.overview.told import Told, ToldSummary
from kom_rulings.wording import N_, Language

_NO_HEADING: Final = N_("no heading tells the kind of case; a Norwegian court most often means a criminal case here")
_BY_REFERENCE: Final = N_("the reference tells the kind of case")
_FROM_SUMMARY: Final = N_("concluded from the summary")
_LOVDATA: Final = N_("The summary is Lovdata's own. It was put into a note, without permission to publish it.")
_NOTE: Final = "Sammendrag skrevet av Lovdata. Tillatelse til å gjengi det er ikke gitt.\n\n"


def told_of(entry: Entry, tables: Tables, as_of: PartialDate | None, language: Language) -> Told:
    """What an entry tells."""
    by_reference = kind_by_reference(entry.rulings)
    kind: Kind = by_reference or entry.kind or "criminal"
    guess = "" if entry.kind is not None else _BY_REFERENCE if by_reference else _NO_HEADING
    summaries = split_by_author(entry.paragraphs)
    rulings = entry.rulings
    lovdata = [one for one in summaries if one.author == "Lovdata" and not entry.own]
    own = [one for one in summaries if one not in lovdata and (one.author is not None or not entry.own)]
    return Told(
        kind=kind,
        name=entry.name,
        rulings=tuple(rulings),
        kind_guess=guess,
        own=entry.own,
        summaries=tuple(_summaries(own, None if entry.own else as_of, language, len(rulings))),
        facts=tuple(_facts(entry, kind, tables)),
        ruling_facts=(*entry.facts, *_findings(entry), *_notes(lovdata), *_guessed_findings(entry, kind)),
        left_over=_unreadable(entry),
        remarks=(*entry.remarks, *((_LOVDATA,) if lovdata else ())),
    )


def _findings(entry: Entry) -> Iterator[Understood]:
    """The findings that lines of their own state."""
    if entry.findings:
        yield Understood(("findings",), [finding for finding, _ in entry.findings], entry.findings[0][1])


def _summaries(
    found: Sequence[WrittenSummary], as_of: PartialDate | None, language: Language, rulings: int
) -> Iterator[ToldSummary]:
    """Each with the ruling it is of: one for each ruling where there are as many, else all of the last."""
    for n, one in enumerate(found):
        at = n if len(found) == rulings else -1
        date = one.date if one.author is not None else as_of
        yield ToldSummary(
            tuple(one.paragraphs), one.author or "KOM", date or (as_of if one.author == "KOM" else None), language, at
        )


def _notes(found: Sequence[WrittenSummary]) -> Iterator[Understood]:
    if found:
        text = "\n\n".join(paragraph for one in found for paragraph in one.paragraphs)
        yield Understood(("note",), _NOTE + text, found[0].paragraphs[0])


def _facts(entry: Entry, kind: Kind, tables: Tables) -> Iterator[Understood]:
    text = " ".join(entry.paragraphs)
    if kind == "criminal" and not entry.own:
        yield from _exploitation(entry, text)
    if kind == "immigration":
        yield from _permits(entry)
        nationality = None if entry.own else nationality_in(f"{entry.name}. {text}", tables)
        if nationality is not None:
            yield Understood(("nationality",), nationality.country, nationality.said, _FROM_SUMMARY)


def _exploitation(entry: Entry, text: str) -> Iterator[Understood]:
    grouped = next((group for group in reversed(entry.groups) if names_only_forms(group)), "")
    if grouped:
        yield Understood(("exploitation",), list(forms_in(grouped)), grouped)
        return
    forms = [form for form in forms_in(text) if form in {"sexual", "begging", "forced_labour"}]
    if len(forms) == 1:
        yield Understood(("exploitation",), list(forms), entry.paragraphs[0], _FROM_SUMMARY)


def _permits(entry: Entry) -> Iterator[Understood]:
    """What was asked for, from the heading of the case or of its group."""
    for heading in (entry.heading, *reversed(entry.groups)):
        found = permits_in(heading) if not (entry.own and heading == entry.heading) else []
        if found:
            yield Understood(("permits",), [one.permit for one in found], heading)
            return


def _guessed_findings(entry: Entry, kind: Kind) -> Iterator[Understood]:
    """Findings in the summary of a judgment of Strasbourg, where no line of its own states them."""
    if kind != "echr" or entry.own or entry.findings:
        return
    said = [
        (finding, sentence)
        for text in entry.paragraphs
        for sentence in text.split(". ")
        for finding in findings_in(sentence)
    ]
    unique = {(str(finding["article"]), str(finding["outcome"])): sentence for finding, sentence in reversed(said)}
    if said and len({article for article, _ in unique}) == len(unique):
        values = [{"article": article, "outcome": outcome} for article, outcome in reversed(unique)]
        yield Understood(("findings",), values, said[0][1], _FROM_SUMMARY)


def _unreadable(entry: Entry) -> tuple[str, ...]:
    """Lines of our own overview of which no field was taken, where they say more than that nothing is known."""
    if not entry.own:
        return ()
    unsigned = [text for one in split_by_author(entry.paragraphs) if one.author is None for text in one.paragraphs]
    return (*unsigned, *(one.said for one in entry.rulings if one.unread))
