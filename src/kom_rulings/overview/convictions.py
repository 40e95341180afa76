"""The table of convictions: one row per case with its instances, victims, sentence and finality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from kom_rulings.documents.linking import sentence
from kom_rulings.documents.outline import Block, Paragraph, Run, Runs, TableBlock, text
from kom_rulings.documents.ruling_lines import reference_runs
from kom_rulings.formats import length_text
from kom_rulings.overview.summaries import Entries, name_of
from kom_rulings.records import CriminalCase
from kom_rulings.sentences import highest_sentence
from kom_rulings.standing import Shown
from kom_rulings.wording import N_, Language, wording

_HEADS = (
    *(N_("No."), N_("Year"), N_("Case"), N_("Court, date and reference"), N_("Exploitation")),
    *(N_("Victims (under 18)"), N_("Persons convicted"), N_("Highest sentence"), N_("Final")),
)
_WIDTHS = (4, 6, 17, 26, 13, 9, 8, 8, 9)


def conviction_table(entries: Entries, cases: Sequence[Shown]) -> TableBlock:
    """The table of the convictions among the cases, the newest first."""
    say = entries.describe.say
    return TableBlock(
        caption=say(N_("Cases with a conviction for human trafficking")),
        anchor="convictions-all",
        description=say(N_("One row per case, the newest first.")),
        heads=tuple(say(head) for head in _HEADS),
        rows=tuple(_row(entries, n, one) for n, one in enumerate(convictions(cases), start=1)),
        widths=_WIDTHS,
    )


def table_with_words(table: TableBlock, language: Language) -> Iterator[Block]:
    """The table between what it shows and what its words mean."""
    say = wording(language)
    message = N_(
        "{part0} has one row per case, the newest first. The sentence is the highest in the case, as the standing "
        "ruling gives it. “Persons convicted” are those whom that ruling convicts of human trafficking."
    )
    yield Paragraph(sentence(partial(say, message), Run("", mention=table.anchor)), "closing")
    yield table
    yield Paragraph(text(say(N_("“Not known” means that no source tells."))), "source")


def convictions(cases: Sequence[Shown]) -> list[Shown]:
    """The convictions among the cases, the newest first, those of unknown year last."""
    found = [one for one in cases if one.status and one.status.state == "convicted"]
    return sorted(found, key=lambda one: (-(one.year or 0), one.case.id))


def _row(entries: Entries, n: int, shown: Shown) -> tuple[Runs, ...]:
    describe = entries.describe
    return (
        text(str(n)),
        text(str(shown.year) if shown.year else describe.not_known),
        (name_of(describe, shown),),
        tuple(_instances(entries, shown)),
        text(describe.exploitation(shown.case)),
        text(describe.victims(shown.case.victims)),
        text(_convicted(entries, shown)),
        text(_sentence(entries, shown)),
        text(_final(entries, shown)),
    )


def _instances(entries: Entries, shown: Shown) -> Iterator[Run]:
    for n, ruling in enumerate(shown.rulings):
        yield Run(f"{'; ' if n else ''}{entries.describe.court(ruling)}, {entries.describe.date(ruling.date)}")
        for run in reference_runs(entries.describe, shown.case, ruling)[:1]:
            yield from (Run(" ("), run, Run(")"))


def _convicted(entries: Entries, shown: Shown) -> str:
    """How many the standing ruling convicts of trafficking; at least so many where not all defendants are recorded."""
    found = convicted_in(shown)
    if found is None:
        return entries.describe.not_known
    count, exact = found
    return str(count) if exact else entries.describe.say(N_("at least {n}"), n=count)


def convicted_in(shown: Shown) -> tuple[int, bool] | None:
    """The number of defendants that the standing ruling convicts of trafficking, and whether these are all.

    They are when the ruling records as many defendants as were charged, and the outcome of each. Where none is recorded
    as convicted the number is not known.
    """
    standing = shown.status.standing if shown.status else None
    if standing is None or not isinstance(shown.case, CriminalCase):
        return None
    defendants = standing.ruling.defendants
    convicted = sum(one.outcome == "convicted" for one in defendants)
    if not convicted:
        return None
    known = all(one.outcome != "unknown" for one in defendants)
    return convicted, known and len(defendants) == shown.case.charged.count


def _sentence(entries: Entries, shown: Shown) -> str:
    standing = shown.status.standing if shown.status else None
    highest = highest_sentence(standing.ruling) if standing else None
    return length_text(highest, entries.describe.language) if highest else entries.describe.not_known


def _final(entries: Entries, shown: Shown) -> str:
    standing = shown.status.standing if shown.status else None
    final = standing is not None and standing.final
    return entries.describe.say(N_("yes") if final else N_("no, or not known"))
