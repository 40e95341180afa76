"""The overview of a tertial as an outline: title page, purpose, provision, numbers, summaries, convictions, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kom_rulings.dates import Tertial
from kom_rulings.describing import Describer
from kom_rulings.documents.outline import (
    Block,
    Bullets,
    Contents,
    Heading,
    Landscape,
    Outline,
    Paragraph,
    Portrait,
    Run,
    text,
)
from kom_rulings.formats import date_text, tertial_text
from kom_rulings.overview.convictions import conviction_table, convictions
from kom_rulings.overview.numbers import Numbers
from kom_rulings.overview.prose import Prose
from kom_rulings.overview.summaries import Entries, anchor_of
from kom_rulings.records import EchrCase, Register
from kom_rulings.records.tables import Tables
from kom_rulings.standing import Audience, Shown, by_year, shown_cases
from kom_rulings.tallies import Tally
from kom_rulings.tallies.published import Comparison
from kom_rulings.wording import N_, Language, wording

#: The chapters of summaries: kind, heading and anchor.
_CHAPTERS = (
    ("criminal", N_("Summaries: criminal cases"), "criminal"),
    ("immigration", N_("Summaries: immigration cases"), "immigration"),
    ("echr", N_("Summaries: European Court of Human Rights"), "echr"),
)


@dataclass(frozen=True)
class Sources:
    """All that an edition is made of."""

    register: Register
    tables: Tables
    prose: Prose
    tally: Tally
    comparisons: Sequence[Comparison]


def edition(sources: Sources, tertial: Tertial, language: Language, audience: Audience) -> Outline:
    """Build the outline of the overview as of the last day of a tertial."""
    return _Edition(sources, tertial, language, audience).outline()


class _Edition:
    def __init__(self, sources: Sources, tertial: Tertial, language: Language, audience: Audience) -> None:
        self._sources, self._tertial, self._language = sources, tertial, language
        self._say = wording(language)
        self._entries = Entries(Describer(sources.tables, language))
        self._cases = shown_cases(sources.register, tertial.last_day, audience)

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
        yield from _on_new_page(prose.part("purpose"))
        yield from prose.part("penal-provision")
        title = self._entries.describe.title
        names = {one.case.id: Run(title(one.case), link=f"#{anchor_of(one)}") for one in self._cases}
        yield from Numbers(self._sources.tally, self._sources.comparisons, names, self._language).chapter()
        for kind, heading, anchor in _CHAPTERS:
            yield from self._summaries(kind, self._say(heading), anchor)
        yield from self._conviction_table()
        yield from _on_new_page(prose.part("counting-rules"))
        yield from self._references()
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

    def _summaries(self, kind: str, heading: str, anchor: str) -> Iterator[Block]:
        yield Heading(2, heading, anchor, new_page=True)
        cases = [one for one in self._cases if one.case.kind == kind]
        if not cases:
            yield Paragraph(text(self._say(N_("There are no rulings of this kind in the records by this date."))))
        for year, group in by_year(cases).items():
            label = str(year) if year else self._say(N_("Year not known"))
            yield Heading(3, label, f"{anchor}-{year or 'unknown'}")
            for one in group:
                yield from self._entries.entry(one)

    def _conviction_table(self) -> Iterator[Block]:
        """The table on pages laid across; without convictions a sentence on an upright page."""
        heading = self._say(N_("Table of convictions"))
        if not convictions(self._cases):
            yield Heading(2, heading, "conviction-table", new_page=True)
            yield Paragraph(text(self._say(N_("There is no conviction in the records by this date."))))
            return
        yield Landscape()
        yield Heading(2, heading, "conviction-table")
        message = N_(
            "One row per case, the newest first. The sentence is the highest in the case, as the standing ruling gives "
            "it."
        )
        yield Paragraph(text(self._say(message)))
        yield conviction_table(self._entries, self._cases)
        yield Paragraph(text(self._say(N_("“Not known” means that no source tells."))), "source")
        hidden = self._sources.tally.convictions.total.count - len(convictions(self._cases))
        if hidden:
            message = N_("Convictions that are counted, but may not be shown: {count}")
            yield Paragraph(text(self._say(message, count=hidden)), "source")
        yield Portrait()

    def _references(self) -> Iterator[Block]:
        yield Heading(2, self._say(N_("References")), "references")
        yield Paragraph(
            text(self._say(N_("Links lead to Lovdata and HUDOC. Not every ruling is open to all at Lovdata.")))
        )
        kinds = [kind for kind, _, _ in _CHAPTERS]
        title = self._entries.describe.title
        in_order = sorted(self._cases, key=lambda one: (kinds.index(one.case.kind), title(one.case), one.case.id))
        yield Bullets(tuple(tuple(self._reference_line(one)) for one in in_order))

    def _reference_line(self, shown: Shown) -> Iterator[Run]:
        rulings = shown.rulings[-1:] if isinstance(shown.case, EchrCase) else shown.rulings
        runs = [run for ruling in rulings for run in self._entries.references(shown, ruling)]
        yield Run(self._entries.describe.title(shown.case) + ": ")
        for n, run in enumerate(runs):
            yield from ((Run(", "), run) if n else (run,))
        if not runs:
            yield Run(self._say(N_("no reference is known")))


def _on_new_page(blocks: Sequence[Block]) -> Iterator[Block]:
    for n, block in enumerate(blocks):
        if n == 0 and isinstance(block, Heading):
            yield Heading(block.level, block.text, block.anchor, new_page=True)
        else:
            yield block
