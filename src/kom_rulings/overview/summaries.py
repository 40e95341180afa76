"""The entry of one case: its rulings in order, how it stands, the summary, and who wrote it."""

from __future__ import annotations

from collections.abc import Iterator

from kom_rulings.dates import PartialDate
from kom_rulings.describing import Describer
from kom_rulings.documents.outline import Block, Bullets, Heading, Paragraph, Run, Runs, text
from kom_rulings.documents.ruling_lines import ruling_runs
from kom_rulings.records import CriminalCase, Ruling
from kom_rulings.records.case import SummaryText
from kom_rulings.standing import Shown
from kom_rulings.wording import N_, Language

_AUTHORS = {
    "KOM": N_("Summary: KOM"),
    "Lovdata": N_("Summary: Lovdata"),
    "court": N_("Summary: the court"),
    "kom-rulings": N_("Summary written for this overview from public sources, not from the ruling itself"),
}


class Entries:
    """Writes the entries of cases."""

    def __init__(self, describe: Describer) -> None:
        self.describe, self._say = describe, describe.say

    def entry(self, shown: Shown) -> Iterator[Block]:
        """The blocks of one case."""
        yield Heading(
            5, self.describe.title(shown.case), anchor_of(shown), language=self.describe.title_language(shown.case)
        )
        yield Bullets(
            tuple(tuple(ruling_runs(self.describe, shown.case, ruling)) for ruling in shown.rulings), keep=True
        )
        if isinstance(shown.case, CriminalCase):
            yield Paragraph(text(self._standing(shown)), "note")
        yield from self._summary(shown)

    def _standing(self, shown: Shown) -> str:
        """How a criminal case stands on the date."""
        status = shown.status
        if status is None or status.state in ("undecided", "not_begun"):
            return self._say(N_("No ruling on guilt stands."))
        if status.standing is None:
            return self._say(N_("The case is not counted, because the date of the ruling is not known."))
        convicted, final = status.standing.result == "convicted", status.standing.final
        if convicted:
            return self._say(_FINAL_CONVICTION if final else _CONVICTION)
        return self._say(_FINAL_ACQUITTAL if final else _ACQUITTAL)

    def _summary(self, shown: Shown) -> Iterator[Block]:
        if not shown.complete:
            yield Paragraph(
                text(self._say(N_("The summary tells of later days too, and is left out of this edition.")))
            )
            return
        summarised = [ruling for ruling in shown.rulings if ruling.summary_in(self.describe.language)]
        if not summarised:
            yield Paragraph(text(self._say(N_("There is no summary of the rulings given by this date."))))
        for ruling in summarised:
            yield from self._paragraphs(ruling)

    def _paragraphs(self, ruling: Ruling) -> Iterator[Block]:
        """The summary of a ruling, in bokmål and marked so where there is none in the language; then its author."""
        summary = ruling.summary_in(self.describe.language)
        if summary is None:
            return
        fallen_back = self.describe.language == "en" and ruling.summary.en is None
        language: Language | None = "nb" if fallen_back else None
        *parts, last = summary.paragraphs
        yield from (Paragraph((Run(part, language=language),)) for part in parts)
        yield Paragraph((Run(last, language=language),), "closing")
        yield Paragraph(self._author(summary), "source")

    def _author(self, summary: SummaryText) -> Runs:
        written = [self.describe.date(summary.date)] if isinstance(summary.date, PartialDate) else []
        permission = [summary.permission] if summary.permission else []
        return text(", ".join([self._say(_AUTHORS[summary.author]), *written, *permission]) + ".")


_FINAL_CONVICTION = N_("The case counts as a final conviction.")
_CONVICTION = N_("The case counts as a conviction. It is not final, or not known to be.")
_FINAL_ACQUITTAL = N_("The case counts as a final acquittal.")
_ACQUITTAL = N_("The case counts as an acquittal. It is not final, or not known to be.")


def anchor_of(shown: Shown) -> str:
    """The name of the place of a case in the document."""
    return f"case-{shown.case.id}"


def name_of(describe: Describer, shown: Shown) -> Run:
    """The title of a case, linked to its place in the document."""
    case = shown.case
    return Run(describe.title(case), link=f"#{anchor_of(shown)}", language=describe.title_language(case))
