"""A selection of cases as an outline: the summaries and the table of convictions for what a search found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from kom_rulings.describing import Describer
from kom_rulings.documents.numbering import numbered
from kom_rulings.documents.outline import Block, Contents, Heading, Landscape, Outline, Paragraph, Portrait, text
from kom_rulings.formats import date_text
from kom_rulings.overview.chapters import CHAPTERS, Chapters
from kom_rulings.overview.convictions import conviction_table, table_with_words
from kom_rulings.overview.sources import reference_list
from kom_rulings.overview.summaries import Entries
from kom_rulings.records.tables import Tables
from kom_rulings.standing import Shown
from kom_rulings.wording import N_, Language, wording


def selection_outline(
    cases: Sequence[Shown], tables: Tables, query: str, as_of: dt.date, language: Language
) -> Outline:
    """The outline of a selection; ``query`` is what was searched for, empty where everything was."""
    say = wording(language)
    date = date_text(as_of, language)
    return numbered(
        Outline(
            title=say(N_("Rulings on human trafficking: a selection")),
            author=say(N_("Coordinating Unit against Human Trafficking (KOM)")),
            subject=say(N_("Selection as of {date}"), date=date),
            language=language,
            as_of=as_of.isoformat(),
            blocks=tuple(_blocks(cases, Entries(Describer(tables, language)), query, date)),
        )
    )


def _blocks(cases: Sequence[Shown], entries: Entries, query: str, date: str) -> Iterator[Block]:
    say = entries.describe.say
    yield from _title_page(cases, entries, query, date)
    yield Contents(say(N_("Contents")))
    for kind, heading in CHAPTERS:
        if chosen := [one for one in cases if one.case.kind == kind]:
            yield from Chapters(entries).chapter(kind, heading, chosen)
    table = conviction_table(entries, cases)
    if table.rows:
        yield Landscape()
        yield Heading(2, say(N_("Table of convictions")), "conviction-table")
        yield from table_with_words(table, entries.describe.language)
        yield Portrait()
    yield from reference_list(entries, cases)


def _title_page(cases: Sequence[Shown], entries: Entries, query: str, date: str) -> Iterator[Block]:
    say = entries.describe.say
    yield Heading(1, say(N_("Rulings on human trafficking: a selection")), "title")
    message = N_("Overview from the Coordinating Unit against Human Trafficking (KOM)")
    yield Paragraph(text(say(message)), "subtitle")
    yield Paragraph(text(say(N_("As of {date}"), date=date)), "subtitle")
    chosen = say(N_("Searched for: {query}"), query=query) if query else say(N_("All cases in the records"))
    yield Paragraph(text(chosen), "subtitle")
    yield Paragraph(text(say.plural("{n} case", "{n} cases", len(cases))), "subtitle")
