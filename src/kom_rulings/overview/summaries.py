"""The entry of one case: its rulings in order, the summary, who wrote it, and how the case stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kom_rulings.dates import PartialDate
from kom_rulings.formats import date_text
from kom_rulings.index.answers import title_of
from kom_rulings.labels import FINDING, INSTANCE, LIMB, OUTCOME
from kom_rulings.overview.outline import Block, Bullets, Heading, Paragraph, Run, Runs, text
from kom_rulings.overview.standing import Shown
from kom_rulings.records import CriminalCase, EchrCase, EchrRuling, Ruling
from kom_rulings.records.case import SummaryText
from kom_rulings.records.tables import Tables
from kom_rulings.records.values import UNKNOWN
from kom_rulings.references import Reference, hudoc_url, lovdata_url
from kom_rulings.wording import N_, Language, Wording, wording


class Entries:
    """Writes entries in one language."""

    def __init__(self, tables: Tables, language: Language) -> None:
        self._tables, self._language = tables, language
        self._say: Wording = wording(language)

    def entry(self, shown: Shown) -> Iterator[Block]:
        """The blocks of one case."""
        yield Heading(4, title_of(shown.case, self._language), anchor_of(shown))
        yield Bullets(tuple(tuple(self.ruling(shown, ruling)) for ruling in shown.rulings))
        yield from self._summary(shown)
        if isinstance(shown.case, CriminalCase):
            yield Paragraph(text(self.standing(shown)), "note")

    def ruling(self, shown: Shown, ruling: Ruling) -> Iterator[Run]:
        """One line: court, date, references with links, outcome."""
        references = list(shown.case.applications) if isinstance(shown.case, EchrCase) else list(ruling.references)
        yield Run(f"{self.court(ruling)}, {self.date(ruling)}")
        for n, reference in enumerate(references):
            yield Run(", " if n else " (")
            yield self.reference(shown, ruling, reference)
        yield Run(f"{')' if references else ''}: {self.outcome(ruling)}")

    def reference(self, shown: Shown, ruling: Ruling, reference: Reference) -> Run:
        """A reference, linked where the rule of its address is sure."""
        branch = "criminal" if shown.case.kind == "criminal" else "civil"
        address = lovdata_url(reference, branch) or hudoc_url(reference)
        if isinstance(ruling, EchrRuling):
            best = ruling.item or ruling.ecli
            address = hudoc_url(best) if best else address
        words = f"nr. {reference}" if isinstance(shown.case, EchrCase) and self._language == "nb" else str(reference)
        return Run(words, link=address)

    def court(self, ruling: Ruling) -> str:
        """The court, by its name in the language, or by its level where the name is not known."""
        level = self._say(INSTANCE[ruling.instance])
        if ruling.court is UNKNOWN:
            return self._say(N_("{level} (court not known)"), level=level) if ruling.instance != "unknown" else self._say(
                N_("Court not known")
            )
        row = self._tables.court(str(ruling.court))
        name = row.name.en if row is not None and self._language == "en" and row.name.en else str(ruling.court)
        return f"{name} ({level})" if isinstance(ruling, EchrRuling) else name

    def date(self, ruling: Ruling) -> str:
        """The date as exact as it is known."""
        if isinstance(ruling.date, PartialDate):
            return date_text(ruling.date, self._language)
        return self._say(N_("date not known"))

    def outcome(self, ruling: Ruling) -> str:
        """What the ruling decided."""
        if isinstance(ruling, EchrRuling):
            return "; ".join(self._findings(ruling)) or self._say(N_("Not known")).lower()
        said = self._say(OUTCOME[ruling.outcome])
        said = said[0].lower() + said[1:]
        return said + (" " + self._say(N_("(inferred)")) if ruling.outcome_basis == "inferred" else "")

    def standing(self, shown: Shown) -> str:
        """How a criminal case stands on the date, in a sentence."""
        status = shown.status
        if status is None or status.state in ("undecided", "not_begun"):
            return self._say(N_("No ruling on guilt stands."))
        if status.state == "not_counted" or status.standing is None:
            return self._say(N_("Not counted, because the date of the ruling is not known."))
        said = _CONVICTION if status.standing.result == "convicted" else _ACQUITTAL
        if status.standing.final_since is None:
            return self._say(N_("{result} Whether it is final is not known, or it is not final."), result=self._say(said))
        return self._say(N_("{result} Final."), result=self._say(said))

    def _summary(self, shown: Shown) -> Iterator[Block]:
        summaries = [one for ruling in shown.rulings if (one := self._text(ruling)) is not None]
        if not summaries:
            yield Paragraph(text(self._say(N_("There is no summary of the rulings given by this date."))))
        for summary in summaries:
            yield from (Paragraph(text(part)) for part in paragraphs_of(summary))
            yield Paragraph(self._author(summary), "source")

    def _text(self, ruling: Ruling) -> SummaryText | None:
        return (ruling.summary.en if self._language == "en" else None) or ruling.summary.nb

    def _author(self, summary: SummaryText) -> Runs:
        written = date_text(summary.date, self._language) if isinstance(summary.date, PartialDate) else ""
        by = self._say(N_("Summary: {author}"), author=self._say(_AUTHORS[summary.author]))
        permission = f", {summary.permission}" if summary.permission else ""
        return text(f"{by}{', ' + written if written else ''}{permission}.")

    def _findings(self, ruling: EchrRuling) -> Iterator[str]:
        for one in ruling.findings:
            extra = [self._say(LIMB[one.limb])] if one.limb in LIMB else []
            extra += [] if one.states is UNKNOWN else [self.country(state) for state in one.states]
            extra += [one.applicants] if one.applicants and self._language == "nb" else []
            finding = self._say(FINDING[one.outcome])
            said = self._say(N_("{finding} of article {article}"), finding=finding, article=one.article)
            if one.outcome not in ("violation", "no_violation"):
                said = self._say(N_("article {article}: {finding}"), finding=finding.lower(), article=one.article)
            yield said[0].lower() + said[1:] + (f" ({', '.join(extra)})" if extra else "")

    def country(self, code: str) -> str:
        """The name of a country in the language."""
        row = self._tables.countries.get(code)
        return code if row is None else row.nb if self._language == "nb" else row.en


_CONVICTION = N_("The case counts as a conviction.")
_ACQUITTAL = N_("The case counts as an acquittal.")
_AUTHORS = {"KOM": "KOM", "Lovdata": "Lovdata", "court": N_("the court"), "kom-rulings": "kom-rulings"}


def anchor_of(shown: Shown) -> str:
    """The name of the place of a case in the document."""
    return f"case-{shown.case.id}"


def paragraphs_of(summary: SummaryText) -> list[str]:
    """The paragraphs of a summary."""
    return [part.strip() for part in re.split(r"\n+", summary.text) if part.strip()]
