"""The table of convictions: one row per case with its instances, victims, sentence and finality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kom_rulings.formats import length_text, list_text
from kom_rulings.index.answers import title_of
from kom_rulings.labels import EXPLOITATION_FORM
from kom_rulings.overview.outline import Run, Runs, TableBlock, text
from kom_rulings.overview.standing import Shown
from kom_rulings.overview.summaries import Entries, anchor_of
from kom_rulings.records import CriminalCase, CriminalRuling
from kom_rulings.records.values import UNKNOWN
from kom_rulings.tallies.sentences import highest_sentence
from kom_rulings.wording import N_, Language, wording

_WIDTHS = (4, 6, 20, 26, 14, 11, 10, 9)


class ConvictionTable:
    """Writes the table in one language."""

    def __init__(self, entries: Entries, language: Language) -> None:
        self._entries, self._language = entries, language
        self._say = wording(language)

    def block(self, cases: Sequence[Shown]) -> TableBlock:
        """The table of the convictions among the cases, the newest first."""
        say = self._say
        heads = (
            *(N_("No."), N_("Year"), N_("Case"), N_("Court, date and reference"), N_("Exploitation")),
            *(N_("Victims (under 18)"), N_("Highest sentence"), N_("Final")),
        )
        return TableBlock(
            caption=say(N_("Cases with a conviction for human trafficking")),
            description=say(N_("One row per case, the newest first.")),
            heads=tuple(say(head) for head in heads),
            rows=tuple(self._row(n, one) for n, one in enumerate(convictions(cases), start=1)),
            widths=_WIDTHS,
        )

    def _row(self, n: int, shown: Shown) -> tuple[Runs, ...]:
        return (
            text(str(n)),
            text(str(shown.year) if shown.year else self._say(N_("not known"))),
            (Run(title_of(shown.case, self._language), link=f"#{anchor_of(shown)}"),),
            tuple(self._instances(shown)),
            text(self._exploitation(shown)),
            text(self._victims(shown)),
            text(self._sentence(shown)),
            text(self._final(shown)),
        )

    def _instances(self, shown: Shown) -> Iterator[Run]:
        for n, ruling in enumerate(shown.rulings):
            yield Run(f"{'; ' if n else ''}{self._entries.court(ruling)}, {self._entries.date(ruling)}")
            if ruling.references:
                yield Run(" (")
                yield self._entries.reference(shown, ruling, ruling.references[0])
                yield Run(")")

    def _exploitation(self, shown: Shown) -> str:
        forms = shown.case.exploitation
        if forms is UNKNOWN or not forms:
            return self._say(N_("not known"))
        return list_text([self._say(EXPLOITATION_FORM[form]) for form in forms], self._language)

    def _victims(self, shown: Shown) -> str:
        victims, say = shown.case.victims, self._say
        count = say(N_("not known")) if victims.count is UNKNOWN else str(victims.count)
        if victims.minors == "some":
            minors = say(N_("at least one"))
        else:
            minors = say(N_("not known")) if victims.minors is UNKNOWN else str(victims.minors)
        return count if count == minors == say(N_("not known")) else f"{count} ({minors})"

    def _sentence(self, shown: Shown) -> str:
        ruling = shown.status.standing.ruling if shown.status and shown.status.standing else None
        highest = highest_sentence(ruling) if isinstance(ruling, CriminalRuling) else None
        return length_text(highest, self._language) if highest else self._say(N_("not known"))

    def _final(self, shown: Shown) -> str:
        final = shown.status is not None and shown.status.standing is not None and shown.status.standing.final
        return self._say(N_("yes")) if final else self._say(N_("no, or not known"))


def convictions(cases: Sequence[Shown]) -> list[Shown]:
    """The convictions among the cases, the newest first, those of unknown year last."""
    found = [one for one in cases if isinstance(one.case, CriminalCase) and one.status and one.status.state == "convicted"]
    return sorted(found, key=lambda one: (-(one.year or 0), one.case.id))
