"""Drafts of immigration cases from a page taken apart: what it says plainly, and what is only concluded from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kom_rulings.records.immigration import Permit
from kom_rulings.records.tables import Tables
from kom_rulings.sources.draft import Draft, Understood
from kom_rulings.sources.immigration.exploitation import minor_in, one_person_in
from kom_rulings.sources.immigration.labels import Label
from kom_rulings.sources.immigration.nationalities import country_named, nationality_in
from kom_rulings.sources.immigration.outcomes import Reach, Said, agreed, outcomes_in
from kom_rulings.sources.immigration.permits import ORDER, Asked, permits_asked_for, permits_in
from kom_rulings.sources.immigration.provisions import provisions_in
from kom_rulings.sources.immigration.shared_facts import (
    OF_TEXT,
    SUMMARY_LEFT,
    Identity,
    cites_of,
    exploitation_of,
    keywords_of,
    lines_of,
    provisions_of,
    ruling_fields,
    short,
    text_of,
)
from kom_rulings.sources.immigration.taken_apart import Passage, TakenApart
from kom_rulings.sources.immigration.titles import title_of
from kom_rulings.wording import N_

OWN_TITLE: Final = N_("put together from outcome, permit and country; the heading of the page is not taken over")
OF_HEADING: Final = N_("from the heading of the page")
OF_HEADINGS: Final = N_("from heading and keywords")
OF_CONCLUSION: Final = N_("from the conclusion in the text")
OF_SENTENCE: Final = N_("from sentences of the text")
SEVERAL_OUTCOMES: Final = N_("The page tells of more than one outcome, and none was taken.")


@dataclass(frozen=True)
class _Outcome:
    """What was found of the outcome: ``several`` where the page tells of more than one."""

    said: Said | None = None
    guess: str = ""
    inferred: bool = False
    several: bool = False


class ImmigrationDraft:
    """Understands one page as one decision."""

    def __init__(self, page: TakenApart, identity: Identity, tables: Tables) -> None:
        self._page, self._identity, self._tables = page, identity, tables

    def draft(self, remarks: tuple[str, ...] = ()) -> Draft:
        """The draft, with its text."""
        reference = str(self._identity.reference or "")
        texts, left_out = text_of(self._page, self._identity.instance)
        several = (SEVERAL_OUTCOMES,) if self._outcome.several else ()
        return Draft(
            source=self._identity.source,
            kind="immigration",
            title=self._page.heading or reference,
            references=(reference,) if reference else (),
            fields=tuple(self._fields()),
            texts=texts,
            text_reference=reference,
            left_over=tuple(self._left_over()),
            remarks=(*remarks, *several, *((SUMMARY_LEFT,) if left_out else ())),
        )

    def _fields(self) -> Iterator[Understood]:
        yield from self._titles()
        yield from exploitation_of(self._page)
        yield from self._victims()
        yield from keywords_of(self._page)
        if self._permits:
            permits, said, guess = self._permits
            yield Understood(("permits",), list(permits), said, guess)
        if self._nationality:
            yield self._nationality
        yield from ruling_fields(self._identity)
        yield from self._outcome_fields()
        yield from provisions_of(self._page, self._identity.date)
        yield from cites_of(self._page, self._identity.reference)

    def _titles(self) -> Iterator[Understood]:
        outcome = self._outcome.said.outcome if self._outcome.said else "unknown"
        permits = self._permits[0] if self._permits else []
        country = str(self._nationality.value) if self._nationality else None
        nb, en = (title_of(outcome, permits, country, self._tables, language) for language in ("nb", "en"))
        if nb:
            yield Understood(("title", "nb"), nb, "", OWN_TITLE)
            yield Understood(("title", "en"), en, "", OWN_TITLE)

    def _victims(self) -> Iterator[Understood]:
        one = one_person_in(f"{self._page.heading}\n{_opening(self._page)}")
        minor = minor_in(self._page.text)
        if one:
            yield Understood(("victims", "count"), 1, one, OF_TEXT)
        if minor:
            yield Understood(("victims", "minors"), 1 if one else "some", minor, OF_TEXT)

    @cached_property
    def _permits(self) -> tuple[list[Permit], str, str] | None:
        """The permits from labels, else from the heading, else from the text."""
        date, labels = self._identity.date, self._page.labels
        stated = lines_of(labels.all("provisions", "matter"))
        headed = [self._page.heading, *lines_of(labels.all("keywords"))]
        rungs = (
            ([one for line in stated for one in permits_in(line, date)], ""),
            ([one for line in headed for one in permits_in(line, date)], OF_HEADINGS),
            (permits_asked_for(self._page.text, date), OF_SENTENCE),
        )
        for found, guess in rungs:
            if found:
                return _in_order(found), short("; ".join(dict.fromkeys(one.said for one in found))), guess
        return None

    @cached_property
    def _nationality(self) -> Understood | None:
        label = self._page.labels.first("country")
        if label:
            code = country_named(label.value, self._tables)
            return Understood(("nationality",), code, label.said) if code else None
        for text, guess in (
            (self._page.heading, OF_HEADING),
            (_opening(self._page), OF_TEXT),
            (self._page.text, OF_TEXT),
        ):
            told = nationality_in(text, self._tables)
            if told:
                return Understood(("nationality",), told.country, told.said, guess)
        return None

    def _outcome_fields(self) -> Iterator[Understood]:
        found = self._outcome
        if found.said:
            said = short(found.said.sentence)
            yield Understood(("rulings", 0, "outcome"), found.said.outcome, said, found.guess)
            if found.inferred:
                yield Understood(("rulings", 0, "outcome_basis"), "inferred", said, found.guess)

    @cached_property
    def _outcome(self) -> _Outcome:
        """The outcome by its label, else by the conclusion, else by sentences that decide, else by the heading."""
        label = self._page.labels.first("outcome")
        concluded = self._page.conclusion
        of_board = self._identity.instance in ("udi", "une")
        rungs: tuple[tuple[str, str, Reach, bool], ...] = (
            (label.value if label else "", "", "all", False),
            (concluded, OF_CONCLUSION, "sure", False),
            (concluded, OF_CONCLUSION, "all", of_board),
            (self._page.text, OF_SENTENCE, "sure", False),
            (self._page.text, OF_SENTENCE, "named", True),
            (self._page.heading, OF_HEADING, "all", True),
        )
        for text, guess, reach, inferred in rungs:
            found = list(outcomes_in(text, self._identity.instance, reach))
            if found:
                said = agreed(found)
                said = said._replace(sentence=label.said) if said and label and not guess else said
                return _Outcome(said, guess, inferred=inferred, several=said is None)
        return _Outcome()

    def _left_over(self) -> Iterator[str]:
        labels = self._page.labels
        shown = labels.all("case_number", "document_type", "court", "other")
        own = str(self._identity.reference)
        yield from (one.said for one in shown if own not in one.value and any(sign.isalnum() for sign in one.value))
        yield from _unused(labels.all("id"), known=self._identity.reference is not None)
        yield from _unused(labels.all("date"), known=self._identity.date is not None)
        yield from _unused(labels.all("country"), known=self._nationality is not None)
        if self._outcome.said is None:
            yield from (one.said for one in labels.all("outcome"))
        yield from (one.said for one in labels.all("matter") if not permits_in(one.value))
        yield from (one.said for one in labels.all("provisions") if not provisions_in(one.value))


def _opening(page: TakenApart) -> str:
    """The first paragraphs of the text, which tell whom the case is of."""
    first: list[Passage] = [one for one in page.passages if not one.heading][:2]
    return "\n".join(one.text for one in first)


def _in_order(found: list[Asked]) -> list[Permit]:
    named = {one.permit for one in found}
    return [permit for permit in ORDER if permit in named]


def _unused(labels: Sequence[Label], *, known: bool) -> list[str]:
    """The labels that gave nothing: all, or those behind the first."""
    return [one.said for one in labels[known:]]
