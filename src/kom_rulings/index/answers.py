"""From hits to what a lawyer reads and cites: the case, its best paragraphs with their numbers, the words marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.files.fulltext import FullText
from kom_rulings.index.analysis import word_spans
from kom_rulings.index.card import Card
from kom_rulings.index.contract import Hit
from kom_rulings.index.evidence import Evidence, Wanted, Where
from kom_rulings.index.fields import Places
from kom_rulings.index.filters import forerunners
from kom_rulings.index.passages import Passage, Passages, passages
from kom_rulings.index.ready_citation import citation
from kom_rulings.index.tree import FieldName, Node
from kom_rulings.index.units import lacking
from kom_rulings.records.register import Case
from kom_rulings.records.tables import Tables
from kom_rulings.wording import Language

_MOST_PASSAGES: Final = 2
#: How well a passage of each field reads. A title is shown anyway, and a bare fact tells nothing.
_READS_WELL: Final[Mapping[FieldName, float]] = {"text": 1.0, "summary": 0.95, "legal_points": 0.8, "keywords": 0.5}
_READ: Final = frozenset(_READS_WELL)
_OTHER_LANGUAGE: Final = 0.3
Mark = tuple[int, int]


@dataclass(frozen=True)
class Excerpt:
    """A passage that shows what was asked for, where it stands, how to cite it, and which letters to mark."""

    field: FieldName
    passage: Passage
    citation: str
    marks: tuple[Mark, ...] = ()

    @property
    def number(self) -> int | None:
        """The number of the paragraph, in a full text."""
        return self.passage.number

    @property
    def text(self) -> str:
        """The text as it stands in the record."""
        return self.passage.text

    def as_json(self) -> dict[str, object]:
        """The excerpt in the shape that ``search --json`` promises."""
        marks = [list(mark) for mark in self.marks]
        place = {"field": self.field, "number": self.number}
        return {**place, "text": self.text, "marks": marks, "citation": self.citation}


@dataclass(frozen=True)
class Answer:
    """One hit as it is shown. ``missing`` are words that it lacks, ``through`` older provisions that it came by."""

    case: Case
    score: float
    excerpts: tuple[Excerpt, ...]
    citation: str
    missing: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    partial: bool = False

    @property
    def latest(self) -> PartialDate | None:
        """The date of the latest dated ruling."""
        dates = [ruling.date for ruling in self.case.rulings if isinstance(ruling.date, PartialDate)]
        return dates[-1] if dates else None


@dataclass(frozen=True)
class Shown:
    """What answers are made with: the plan that was carried out, the words it asks for, and the reader's language."""

    plan: Node
    wanted: Wanted
    tables: Tables
    language: Language

    def answer(
        self,
        hit: Hit,
        case: Case,
        texts: Sequence[FullText],
        card: Card,
        places: Mapping[str, Places],
        *,
        partial: bool,
    ) -> Answer:
        """Pick the paragraphs that show the most of what was asked for."""
        everything = passages(case, texts, self.tables)
        evidence = Evidence(self.wanted, places)
        best = [self._excerpt(case, everything, evidence, one) for one in self._best(everything, evidence)]
        return Answer(
            case=case,
            score=hit.score,
            excerpts=tuple(best or self._opening(case, everything)),
            citation=citation(case, None, None, self.language),
            missing=tuple(lacking(self.plan, evidence.present)) if partial else (),
            through=tuple(forerunners(card, self.plan)),
            partial=partial,
        )

    def _best(self, everything: Passages, evidence: Evidence) -> list[Where]:
        """The passages worth most to a reader of the language."""
        worth = {
            (name, n): value * self._reads_well(name, everything[name][n])
            for (name, n), value in evidence.worth.items()
            if name in _READ and n < len(everything[name])
        }
        ranked = sorted(worth, key=lambda where: (-worth[where], where))
        own = [(name, n) for name, n in ranked if everything[name][n].language in (None, self.language)]
        return (own or ranked)[:_MOST_PASSAGES]

    def _reads_well(self, name: FieldName, passage: Passage) -> float:
        return _READS_WELL[name] * (1 if passage.language in (None, self.language) else _OTHER_LANGUAGE)

    def _excerpt(self, case: Case, everything: Passages, evidence: Evidence, where: Where) -> Excerpt:
        name, n = where
        passage = everything[name][n]
        hit = evidence.words_at(where)
        marks = tuple(span for at, span in enumerate(word_spans(passage.text)) if at in hit)
        return Excerpt(name, passage, citation(case, passage.ruling, passage.number, self.language), marks)

    def _opening(self, case: Case, everything: Passages) -> list[Excerpt]:
        """The first paragraph of a summary in the language, where no words were asked for."""
        own = [one for one in everything["summary"] if one.language == self.language] or everything["summary"]
        return [Excerpt("summary", one, citation(case, one.ruling, None, self.language)) for one in own[:1]]


def summary_paragraphs(case: Case, language: Language) -> Iterator[str]:
    """The paragraphs of every summary of a case, in the language, or in bokmål where there is no other."""
    for ruling in case.rulings:
        summary = ruling.summary_in(language)
        if summary is not None:
            yield from summary.paragraphs
