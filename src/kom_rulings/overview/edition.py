"""The overview of a tertial as an outline, part by part in the order of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kom_rulings.changes import Changes
from kom_rulings.changes.telling import chapter_blocks
from kom_rulings.dates import Tertial
from kom_rulings.describing import Describer
from kom_rulings.documents.numbering import numbered
from kom_rulings.documents.outline import (
    Block,
    Contents,
    Heading,
    Landscape,
    Outline,
    Paragraph,
    Portrait,
    text,
)
from kom_rulings.formats import date_text, tertial_text
from kom_rulings.overview.chapters import CHAPTERS, Chapters
from kom_rulings.overview.convictions import conviction_table, convictions, table_with_words
from kom_rulings.overview.numbers import Numbers
from kom_rulings.overview.prose import Prose
from kom_rulings.overview.sources import reference_list
from kom_rulings.overview.summaries import Entries, name_of
from kom_rulings.records import Register
from kom_rulings.records.tables import Tables
from kom_rulings.standing import Audience, shown_cases
from kom_rulings.tallies import Tally
from kom_rulings.tallies.published import Comparison
from kom_rulings.wording import N_, Language, wording


@dataclass(frozen=True)
class Sources:
    """All that an edition is made of."""

    register: Register
    tables: Tables
    prose: Prose
    tally: Tally
    comparisons: Sequence[Comparison]
    changes: Changes


def edition(sources: Sources, tertial: Tertial, language: Language, audience: Audience) -> Outline:
    """Build the outline of the overview as of the last day of a tertial."""
    return numbered(_Edition(sources, tertial, language, audience).outline())


class _Edition:
    def __init__(self, sources: Sources, tertial: Tertial, language: Language, audience: Audience) -> None:
        self._sources, self._tertial = sources, tertial
        self._language, self._audience = language, audience
        self._say = wording(language)
        self._entries = Entries(Describer(sources.tables, language))
        self._cases = shown_cases(sources.register, tertial.last_day, audience)
        self._names = {one.case.id: name_of(self._entries.describe, one) for one in self._cases}

    def outline(self) -> Outline:
        as_of = date_text(self._tertial.last_day, self._language)
        return Outline(
            title=self._say(N_("Rulings on human trafficking")),
            author=self._say(N_("Coordinating Unit against Human Trafficking (KOM)")),
            subject=self._say(N_("Overview as of {date}"), date=as_of),
            language=self._language,
            as_of=self._tertial.last_day.isoformat(),
            blocks=tuple(self._blocks(as_of)),
        )

    def _blocks(self, as_of: str) -> Iterator[Block]:
        prose = self._sources.prose
        yield from self._title_page(as_of)
        yield Contents(self._say(N_("Contents")))
        yield from on_new_page(prose.part("purpose"))
        yield from self._new()
        yield from prose.part("penal-provision")
        numbers = Numbers(self._sources.tally, self._sources.comparisons, self._names, self._language)
        yield from numbers.chapter()
        for kind, heading in CHAPTERS:
            cases = [one for one in self._cases if one.case.kind == kind]
            yield from Chapters(self._entries).chapter(kind, heading, cases)
        yield from self._conviction_table()
        yield from on_new_page(prose.part("counting-rules"))
        yield from numbers.behind.chapter()
        yield from reference_list(self._entries, self._cases)
        yield from prose.part("contact")
        following = self._tertial.next.last_day
        update = self._say(N_("The next update is as of {date}."), date=date_text(following, self._language))
        yield Paragraph(text(update))

    def _title_page(self, as_of: str) -> Iterator[Block]:
        yield Heading(1, self._say(N_("Rulings on human trafficking")), "title")
        yield Paragraph(
            text(self._say(N_("Overview from the Coordinating Unit against Human Trafficking (KOM)"))), "subtitle"
        )
        tertial = tertial_text(self._tertial, self._language)
        yield Paragraph(text(self._say(N_("As of {date}, {tertial}"), date=as_of, tertial=tertial)), "subtitle")

    def _new(self) -> Iterator[Block]:
        """What is new since the last tertial."""
        yield Heading(2, self._say(N_("New since the last tertial")), "new")
        describe, register = self._entries.describe, self._sources.register
        yield from chapter_blocks(self._sources.changes, register, describe, self._audience, self._names.__getitem__)

    def _conviction_table(self) -> Iterator[Block]:
        """The table on pages laid across; without convictions a sentence on an upright page."""
        heading = self._say(N_("Table of convictions"))
        table = conviction_table(self._entries, self._cases)
        if not table.rows:
            yield Heading(2, heading, "conviction-table", new_page=True)
            yield Paragraph(text(self._say(N_("There is no conviction in the records by this date."))))
            return
        yield Landscape()
        yield Heading(2, heading, "conviction-table")
        yield from table_with_words(table, self._language)
        hidden = self._sources.tally.convictions.total.count - len(convictions(self._cases))
        if hidden:
            message = N_("Convictions that are counted, but may not be shown: {count}")
            yield Paragraph(text(self._say(message, count=hidden)), "source")
        yield Portrait()


def on_new_page(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, the first heading on a new page."""
    for n, block in enumerate(blocks):
        yield replace(block, new_page=True) if n == 0 and isinstance(block, Heading) else block
