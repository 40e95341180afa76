"""The facts of a case in words, in one language: courts, dates, outcomes, findings, victims, sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kom_rulings.dates import PartialDate
from kom_rulings.formats import date_text, list_text
from kom_rulings.labels import EXPLOITATION_FORM, FINDING, INSTANCE, LIMB, OUTCOME
from kom_rulings.records.case import Victims
from kom_rulings.records.echr import EchrRuling, Finding
from kom_rulings.records.register import Case, Ruling
from kom_rulings.records.tables import Tables
from kom_rulings.records.values import UNKNOWN
from kom_rulings.wording import N_, Language, wording


class Describer:
    """Says in one language what a record holds; unknown is said, never left out."""

    def __init__(self, tables: Tables, language: Language) -> None:
        self._tables = tables
        self.language: Language = language
        self.say = wording(language)

    @property
    def not_known(self) -> str:
        """What is said where nothing is known."""
        return self.say(N_("not known"))

    def title(self, case: Case) -> str:
        """The title."""
        return case.title_in(self.language)

    def title_language(self, case: Case) -> Language | None:
        """The language of the title where it is not the reader's: bokmål, for want of an English one."""
        return "nb" if self.language == "en" and case.title.en is None else None

    def date(self, date: object) -> str:
        """A date as exact as it is known."""
        return date_text(date, self.language) if isinstance(date, PartialDate) else self.say(N_("date not known"))

    def court(self, ruling: Ruling) -> str:
        """The court by its name in the language; by its level where no name is known."""
        level = self.say(INSTANCE[ruling.instance])
        if ruling.court is UNKNOWN and ruling.instance == "unknown":
            return self.say(N_("Court not known"))
        if ruling.court is UNKNOWN:
            return self.say(N_("{level} (court not known)"), level=level)
        row = self._tables.court(str(ruling.court))
        name = row.name.en if row is not None and self.language == "en" and row.name.en else str(ruling.court)
        return f"{name} ({level})" if isinstance(ruling, EchrRuling) else name

    def outcome(self, ruling: Ruling) -> str:
        """What a ruling decided; for the Court in Strasbourg what it found under each article."""
        if isinstance(ruling, EchrRuling):
            found = [self._finding(finding) for finding in ruling.findings]
            return "; ".join([*found[:1], *map(lowered, found[1:])]) or self.say(N_("Outcome not known"))
        inferred = " " + self.say(N_("(inferred)")) if ruling.outcome_basis == "inferred" else ""
        return self.say(OUTCOME[ruling.outcome]) + inferred

    def exploitation(self, case: Case) -> str:
        """The forms of exploitation."""
        return self.words(case.exploitation, EXPLOITATION_FORM)

    def victims(self, victims: Victims) -> str:
        """How many victims, and in brackets how many of them under 18."""
        about = self.say(N_("about")) + " " if victims.approximate else ""
        count = self.not_known if victims.count is UNKNOWN else f"{about}{victims.count}"
        if victims.count is UNKNOWN and victims.minors is UNKNOWN:
            return count
        return f"{count} ({self._minors(victims)})"

    def countries(self, codes: object) -> str:
        """Names of countries as a sentence lists them."""
        names = [self.country(code) for code in codes] if isinstance(codes, tuple) else [self.not_known]
        return list_text(names, self.language)

    def country(self, code: object) -> str:
        """The name of a country."""
        row = self._tables.countries.get(str(code))
        if row is None:
            return self.not_known if code is UNKNOWN else str(code)
        return row.nb if self.language == "nb" else row.en

    def words(self, codes: object, labels: Mapping[str, str]) -> str:
        """Codes by their labels as a sentence lists them."""
        if not isinstance(codes, tuple):
            return self.not_known
        return list_text([self.say(labels[str(code)]) for code in codes], self.language) or self.say(N_("none"))

    def _minors(self, victims: Victims) -> str:
        if victims.minors == "some":
            return self.say(N_("at least one"))
        return self.not_known if victims.minors is UNKNOWN else str(victims.minors)

    def _finding(self, finding: Finding) -> str:
        words = {"finding": self.say(FINDING[finding.outcome]), "article": self.article(finding.article)}
        if finding.outcome in ("violation", "no_violation"):
            said = self.say(N_("{finding} of {article}"), **words)
        else:
            said = f"{words['article']}: {words['finding'].lower()}"
        extra = ", ".join(self._circumstances(finding))
        return f"{said} ({extra})" if extra else said

    def article(self, number: str) -> str:
        """Article 4; of a protocol, P1-1, Article 1 of Protocol No. 1."""
        protocol, dash, article = number.removeprefix("P").partition("-")
        if number.startswith("P") and dash:
            return self.say(N_("Article {article} of Protocol No. {protocol}"), article=article, protocol=protocol)
        return self.say(N_("Article {article}"), article=number)

    def _circumstances(self, finding: Finding) -> Iterator[str]:
        if finding.limb in LIMB:
            yield self.say(LIMB[finding.limb])
        if finding.states is not UNKNOWN:
            yield from (self.country(state) for state in finding.states)
        if finding.applicants:
            yield (finding.applicants.en if self.language == "en" else None) or finding.applicants.nb


def lowered(sentence: str) -> str:
    """The sentence as it stands within another: its first letter small, but for “Article” in English."""
    return sentence if sentence.startswith("Article") else sentence[:1].lower() + sentence[1:]
