"""One ruling of a case as a row: each fact as a value that a cell holds, ``None`` where it is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kom_rulings.dates import PartialDate
from kom_rulings.describing import Describer
from kom_rulings.documents.cells import Value
from kom_rulings.exports.case_facts import CaseFacts
from kom_rulings.exports.leaving import author_of, summary_of
from kom_rulings.formats import length_text, money_text
from kom_rulings.index.ready_citation import citation
from kom_rulings.labels import COMPENSATION, DEFENDANT_OUTCOME, HOW_FINAL, INSTANCE
from kom_rulings.records import CriminalRuling, EchrCase, EchrRuling, Ruling
from kom_rulings.records.case import Imprisonment
from kom_rulings.records.criminal import Defendant
from kom_rulings.references import hudoc_url, lovdata_url
from kom_rulings.sentences import highest_sentence, in_months
from kom_rulings.standing import Shown
from kom_rulings.wording import N_


class RulingRow(CaseFacts):
    """A ruling, ``number`` in the case as it is shown, with the facts of its case beside it."""

    def __init__(self, describe: Describer, shown: Shown, ruling: Ruling, number: int) -> None:
        super().__init__(describe, shown)
        self._ruling, self._number = ruling, number

    def number(self) -> Value:
        """The number of the ruling among those that are shown."""
        return self._number

    def court(self) -> Value:
        """The court or board."""
        return self.describe.court(self._ruling)

    def instance(self) -> Value:
        """Its level."""
        return self._say(INSTANCE[self._ruling.instance])

    def references(self) -> Value:
        """Every reference of the ruling."""
        return "; ".join(self._references()) or self._say(N_("no reference is known"))

    def citation(self) -> Value | None:
        """The ready citation, where the ruling has one of its own."""
        if isinstance(self.case, EchrCase):
            return citation(self.case, None, None, self.describe.language)
        return str(self._ruling.references[0]) if self._ruling.references else None

    def date(self) -> Value | None:
        """The date."""
        return self._date(self._ruling.date)

    def outcome(self) -> Value:
        """What was decided."""
        return self.describe.outcome(self._ruling)

    def provisions(self) -> Value | None:
        """The provisions that were applied."""
        provisions = self._ruling.provisions
        return ("; ".join(map(str, provisions)) or self._say(N_("none"))) if isinstance(provisions, tuple) else None

    def defendants(self) -> Value | None:
        """Each defendant with outcome and sentence."""
        if not isinstance(self._ruling, CriminalRuling):
            return self.not_relevant
        return "; ".join(map(self._defendant, self._ruling.defendants)) or None

    def sentence(self) -> Value | None:
        """The highest sentence for trafficking in words."""
        length = self._highest()
        if not isinstance(length, Imprisonment):
            return length
        return length_text(length, self.describe.language)

    def sentence_months(self) -> Value | None:
        """The highest sentence for trafficking in months of thirty days."""
        length = self._highest()
        if not isinstance(length, Imprisonment):
            return length
        months = in_months(length)
        return months.numerator if months.denominator == 1 else round(float(months), 1)

    def compensation(self) -> Value | None:
        """Money awarded or taken."""
        if not isinstance(self._ruling, CriminalRuling):
            return self.not_relevant
        return "; ".join(self._money(self._ruling)) or None

    def legal_force(self) -> Value | None:
        """The day that the ruling became final, as far as it is recorded."""
        if not isinstance(self._ruling, CriminalRuling):
            return self.not_relevant
        return self._date(self._ruling.legal_force.date) if self._ruling.legal_force else None

    def how_final(self) -> Value | None:
        """How it became final."""
        if not isinstance(self._ruling, CriminalRuling):
            return self.not_relevant
        force = self._ruling.legal_force
        return self._say(HOW_FINAL[force.how]) if force else None

    def link(self) -> Value | None:
        """Where the ruling is found."""
        return address(self.shown, self._ruling)

    def summary(self) -> Value:
        """The summary as far as it may leave the house."""
        summary = summary_of(self.shown, self._ruling, self.describe.language)
        if summary is not None:
            return "\n".join(summary.paragraphs)
        return self._say(N_("none") if self.shown.complete else N_("left out: it tells of later days too"))

    def summary_by(self) -> Value:
        """Who wrote the summary, and by whose leave it is given."""
        summary = summary_of(self.shown, self._ruling, self.describe.language)
        return author_of(self.describe, summary) if summary else self.not_relevant

    def _highest(self) -> Imprisonment | str | None:
        return highest_sentence(self._ruling) if isinstance(self._ruling, CriminalRuling) else self.not_relevant

    def _references(self) -> Iterator[str]:
        """The references, the number of an application with its sign: 12/05 alone is a day to a spreadsheet."""
        if isinstance(self.case, EchrCase):
            yield from (self._say(N_("no. {number}"), number=one) for one in self.case.applications)
        ecli = self._ruling.ecli if isinstance(self._ruling, EchrRuling) else None
        yield from map(str, (*self._ruling.references, *([ecli] if ecli else [])))

    def _date(self, date: object) -> Value | None:
        """A day as a day; of a month or a year it is said that the day is not known, or a spreadsheet makes one up."""
        if not isinstance(date, PartialDate):
            return None
        return date.first_day if date.day else self._say(N_("{date} (day not known)"), date=self.describe.date(date))

    def _defendant(self, one: Defendant) -> str:
        length = f", {length_text(one.imprisonment, self.describe.language)}" if one.imprisonment else ""
        return f"{one.label}: {self._say(DEFENDANT_OUTCOME[one.outcome])}{length}"

    def _money(self, ruling: CriminalRuling) -> Iterator[str]:
        for one in ruling.compensation:
            amount = self.describe.not_known
            if isinstance(one.amount, int):
                amount = money_text(one.amount, self.describe.language)
            yield f"{self._say(COMPENSATION[one.type])}: {amount}" + (f" ({one.to})" if one.to else "")


def address(shown: Shown, ruling: Ruling) -> str | None:
    """Where the ruling is found: an address that follows from its references, else the first that is recorded."""
    if isinstance(shown.case, EchrCase) and isinstance(ruling, EchrRuling):
        return hudoc_url(ruling.item or ruling.ecli or shown.case.applications[0])
    criminal = shown.case.kind == "criminal"
    derived = (lovdata_url(reference, criminal=criminal) for reference in ruling.references)
    return next((url for url in (*derived, *(link.url for link in ruling.links)) if url), None)


def rows_of(describe: Describer, cases: Iterable[Shown]) -> Iterator[RulingRow]:
    """A row for every ruling of the cases, in their order."""
    for shown in cases:
        for number, ruling in enumerate(shown.rulings, start=1):
            yield RulingRow(describe, shown, ruling, number)
