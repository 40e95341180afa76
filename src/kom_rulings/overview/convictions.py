"""The table of convictions: one row per case with its instances, victims, sentence and finality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kom_rulings.documents.outline import Run, Runs, TableBlock, text
from kom_rulings.formats import length_text
from kom_rulings.overview.summaries import Entries, anchor_of
from kom_rulings.sentences import highest_sentence
from kom_rulings.standing import Shown
from kom_rulings.wording import N_

_HEADS = (
    *(N_("No."), N_("Year"), N_("Case"), N_("Court, date and reference"), N_("Exploitation")),
    *(N_("Victims (under 18)"), N_("Highest sentence"), N_("Final")),
)
_WIDTHS = (4, 6, 19, 30, 13, 9, 10, 9)


def conviction_table(entries: Entries, cases: Sequence[Shown]) -> TableBlock:
    """The table of the convictions among the cases, the newest first."""
    say = entries.describe.say
    return TableBlock(
        caption=say(N_("Cases with a conviction for human trafficking")),
        description=say(N_("One row per case, the newest first.")),
        heads=tuple(say(head) for head in _HEADS),
        rows=tuple(_row(entries, n, one) for n, one in enumerate(convictions(cases), start=1)),
        widths=_WIDTHS,
    )


def convictions(cases: Sequence[Shown]) -> list[Shown]:
    """The convictions among the cases, the newest first, those of unknown year last."""
    found = [one for one in cases if one.status and one.status.state == "convicted"]
    return sorted(found, key=lambda one: (-(one.year or 0), one.case.id))


def _row(entries: Entries, n: int, shown: Shown) -> tuple[Runs, ...]:
    describe = entries.describe
    return (
        text(str(n)),
        text(str(shown.year) if shown.year else describe.not_known),
        (Run(describe.title(shown.case), link=f"#{anchor_of(shown)}"),),
        tuple(_instances(entries, shown)),
        text(describe.exploitation(shown.case)),
        text(describe.victims(shown.case.victims)),
        text(_sentence(entries, shown)),
        text(_final(entries, shown)),
    )


def _instances(entries: Entries, shown: Shown) -> Iterator[Run]:
    for n, ruling in enumerate(shown.rulings):
        yield Run(f"{'; ' if n else ''}{entries.describe.court(ruling)}, {entries.describe.date(ruling.date)}")
        for run in entries.references(shown, ruling)[:1]:
            yield from (Run(" ("), run, Run(")"))


def _sentence(entries: Entries, shown: Shown) -> str:
    standing = shown.status.standing if shown.status else None
    highest = highest_sentence(standing.ruling) if standing else None
    return length_text(highest, entries.describe.language) if highest else entries.describe.not_known


def _final(entries: Entries, shown: Shown) -> str:
    standing = shown.status.standing if shown.status else None
    final = standing is not None and standing.final
    return entries.describe.say(N_("yes") if final else N_("no, or not known"))
