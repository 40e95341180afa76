"""The facts of a case as values that a cell holds, ``None`` where they are not known."""

from __future__ import annotations

from kom_rulings.describing import Describer
from kom_rulings.documents.cells import Value
from kom_rulings.labels import AUDIENCE, FINAL, KIND, PERMIT
from kom_rulings.records import CriminalCase, EchrCase, ImmigrationCase
from kom_rulings.standing import Shown
from kom_rulings.wording import N_

_COUNTED = {
    "convicted": N_("conviction"),
    "acquitted": N_("acquittal"),
    "undecided": N_("no ruling on guilt stands"),
    "not_counted": N_("not counted, date unknown"),
    "not_begun": N_("no ruling on guilt stands"),
}


class CaseFacts:
    """The facts of a case."""

    def __init__(self, describe: Describer, shown: Shown) -> None:
        self.describe, self.shown, self.case = describe, shown, shown.case
        self._say = describe.say

    @property
    def not_relevant(self) -> str:
        """What is said where a case of this kind cannot have the fact."""
        return self._say(N_("not relevant"))

    def id(self) -> Value:
        """The id of the case."""
        return self.case.id

    def kind(self) -> Value:
        """Criminal, immigration or ECtHR case."""
        return self._say(KIND[self.case.kind])

    def title(self) -> Value:
        """The title."""
        return self.describe.title(self.case)

    def popular_name(self) -> Value | None:
        """The name that people know the case by."""
        return self.case.popular_name

    def year(self) -> Value | None:
        """The year of the standing ruling, or of the latest one."""
        return self.shown.year

    def exploitation(self) -> Value:
        """The forms of exploitation."""
        return self.describe.exploitation(self.case)

    def victims(self) -> Value | None:
        """How many victims; a number that is only about right is text."""
        count = self.case.victims.count
        if isinstance(count, int) and self.case.victims.approximate:
            return f"{self._say(N_('about'))} {count}"
        return count if isinstance(count, int) else None

    def minors(self) -> Value | None:
        """How many of them were under 18; “at least one” is text."""
        minors = self.case.victims.minors
        if minors == "some":
            return self._say(N_("at least one"))
        return minors if isinstance(minors, int) else None

    def victim_countries(self) -> Value:
        """Where the victims come from."""
        return self.describe.countries(self.case.victims.countries)

    def charged(self) -> Value | None:
        """How many were charged."""
        if not isinstance(self.case, CriminalCase):
            return self.not_relevant
        return self.case.charged.count if isinstance(self.case.charged.count, int) else None

    def counted(self) -> Value:
        """How the case is counted on the date."""
        return self._say(_COUNTED[self.shown.status.state]) if self.shown.status else self.not_relevant

    def final(self) -> Value | None:
        """Whether the standing ruling of a criminal case has legal force; where the case has no date, nobody knows."""
        status = self.shown.status
        if status is not None and status.standing is not None:
            final = "yes" if status.standing.final else "no"
            return self._say(FINAL[final])
        return None if status is not None and status.state == "not_counted" else self.not_relevant

    def permits(self) -> Value:
        """What was asked for in an immigration case."""
        case = self.case
        return self.describe.words(case.permits, PERMIT) if isinstance(case, ImmigrationCase) else self.not_relevant

    def nationality(self) -> Value:
        """The nationality of who asked for it."""
        case = self.case
        return self.describe.country(case.nationality) if isinstance(case, ImmigrationCase) else self.not_relevant

    def respondents(self) -> Value:
        """The states that an application is against."""
        case = self.case
        return self.describe.countries(case.respondents) if isinstance(case, EchrCase) else self.not_relevant

    def keywords(self) -> Value:
        """The keywords, in bokmål where there are no others."""
        words = self.case.keywords
        chosen = (words.en if self.describe.language == "en" else ()) or words.nb
        return "; ".join(chosen) or self._say(N_("none"))

    def visibility(self) -> Value:
        """Who may see the case."""
        return self._say(AUDIENCE[self.case.visibility])
