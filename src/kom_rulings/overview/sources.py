"""The list of references: every case with the references of its rulings, linked to Lovdata and HUDOC."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kom_rulings.documents.outline import Block, Bullets, Heading, Paragraph, Run, text
from kom_rulings.documents.ruling_lines import reference_runs
from kom_rulings.overview.chapters import CHAPTERS
from kom_rulings.overview.summaries import Entries, name_of
from kom_rulings.records import EchrCase
from kom_rulings.standing import Shown
from kom_rulings.wording import N_


def reference_list(entries: Entries, cases: Sequence[Shown]) -> Iterator[Block]:
    """The chapter: criminal cases, immigration cases and the ECtHR, each in the order of the alphabet."""
    say = entries.describe.say
    yield Heading(2, say(N_("References")), "references", new_page=True)
    yield Paragraph(text(say(N_("Links lead to Lovdata and HUDOC. Not every ruling is open to all at Lovdata."))))
    kinds = [kind for kind, _ in CHAPTERS]
    title = entries.describe.title
    in_order = sorted(cases, key=lambda one: (kinds.index(one.case.kind), title(one.case).casefold(), one.case.id))
    yield Bullets(tuple(tuple(_line(entries, one)) for one in in_order))


def _line(entries: Entries, shown: Shown) -> Iterator[Run]:
    rulings = shown.rulings[-1:] if isinstance(shown.case, EchrCase) else shown.rulings
    runs = [run for ruling in rulings for run in reference_runs(entries.describe, shown.case, ruling)]
    yield name_of(entries.describe, shown)
    yield Run(": ")
    for n, run in enumerate(runs):
        yield from ((Run(", "), run) if n else (run,))
    if not runs:
        yield Run(entries.describe.say(N_("no reference is known")))
