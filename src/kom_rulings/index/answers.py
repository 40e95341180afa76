"""From hits to what a lawyer reads and cites: the case, its best paragraphs with their numbers, the words marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.files.fulltext import FullText
from kom_rulings.index.analysis import tokens
from kom_rulings.index.card import Card
from kom_rulings.index.contract import Hit
from kom_rulings.index.fields import Places
from kom_rulings.index.passages import LAST_WORD, Passage, passage_of, passages
from kom_rulings.index.positions import in_order, within
from kom_rulings.index.ready_citation import citation
from kom_rulings.index.searching import lacking
from kom_rulings.index.tree import Close, FieldName, Node, OneOf, asked_for
from kom_rulings.records.register import Case
from kom_rulings.records.tables import Tables
from kom_rulings.wording import Language

_MOST_PASSAGES: Final = 2
#: A paragraph in the other language, a bare fact and the title, which is shown anyway, come after a readable paragraph.
_READS_WELL: Final[Mapping[FieldName, float]] = {
    "text": 1.0, "summary": 0.95, "legal_points": 0.8, "keywords": 0.5, "facts": 0.2, "title": 0.1,
}  # fmt: skip
#: The fields that are shown; a title is shown anyway, and a bare fact tells nothing.
_READ: Final = frozenset(_READS_WELL) - {"facts", "title"}
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
    """What answers are made with: the plan that was carried out, where its words stand, and the reader's language."""

    plan: Node
    places: Mapping[str, Places]
    tables: Tables
    language: Language

    def answer(self, hit: Hit, case: Case, texts: Sequence[FullText], card: Card, *, partial: bool) -> Answer:
        """Pick the paragraphs that show the most of what was asked for."""
        from kom_rulings.index.filters import forerunners

        everything = passages(case, texts, self.tables)
        best = [self._excerpt(case, everything, one) for one in self._best(everything) if one[0] in _READ]
        present = {one for one in self._wanted() if any(self._starts(one))}
        return Answer(
            case=case,
            score=hit.score,
            excerpts=tuple(best or self._opening(case, everything)),
            citation=citation(case, None, None, self.language),
            missing=tuple(lacking(self.plan, present)) if partial else (),
            through=tuple(forerunners(card, self.plan)),
            partial=partial,
        )

    def _wanted(self) -> list[OneOf]:
        found = [node.parts if isinstance(node, Close) else (node,) for node in asked_for(self.plan)]
        return [one for some in found for one in some if isinstance(one, OneOf)]

    def _starts(self, node: OneOf) -> Iterator[tuple[int, int, float]]:
        """Where variants stand: the place of the first word, how many words, and what they weigh."""
        for variant in node.variants:
            if all(word in self.places for word in variant.words):
                lists = [within(self.places[word], node.within) for word in variant.words]
                starts = lists[0] if len(lists) == 1 else in_order(lists)
                yield from ((one, len(lists), variant.weight) for one in starts)

    def _best(self, everything: Mapping[FieldName, Sequence[Passage]]) -> list[tuple[FieldName, int]]:
        """The passages that show the most of the words, and of these the whole words."""
        worth: dict[tuple[FieldName, int], float] = {}
        for node in self._wanted():
            best: dict[tuple[FieldName, int], float] = {}
            for start, _, weight in self._starts(node):
                where = passage_of(start)
                best[where] = max(weight, best.get(where, 0.0))
            for where, weight in best.items():
                worth[where] = worth.get(where, 0.0) + 1 + weight
        ranked = {
            (name, n): value * self._reads_well(name, everything[name][n])
            for (name, n), value in worth.items()
            if n < len(everything[name])
        }
        return sorted(ranked, key=lambda where: (-ranked[where], where))[:_MOST_PASSAGES]

    def _reads_well(self, name: FieldName, passage: Passage) -> float:
        return _READS_WELL[name] * (1 if passage.language in (None, self.language) else _OTHER_LANGUAGE)

    def _excerpt(
        self, case: Case, everything: Mapping[FieldName, Sequence[Passage]], where: tuple[FieldName, int]
    ) -> Excerpt:
        name, n = where
        passage = everything[name][n]
        hit = {
            (start & LAST_WORD) + ahead
            for node in self._wanted()
            for start, length, _ in self._starts(node)
            if passage_of(start) == where
            for ahead in range(length)
        }
        marks = tuple((token.start, token.end) for at, token in enumerate(tokens(passage.text)) if at in hit)
        return Excerpt(name, passage, citation(case, passage.ruling, passage.number, self.language), marks)

    def _opening(self, case: Case, everything: Mapping[FieldName, Sequence[Passage]]) -> list[Excerpt]:
        """The first paragraph of a summary in the language, where no words were asked for."""
        own = [one for one in everything["summary"] if one.language == self.language] or everything["summary"]
        return [Excerpt("summary", one, citation(case, one.ruling, None, self.language)) for one in own[:1]]


def summary_paragraphs(case: Case, language: Language) -> Iterator[str]:
    """The paragraphs of every summary of a case, in the language, or in bokmål where there is no other."""
    for ruling in case.rulings:
        summary = ruling.summary_in(language)
        if summary is not None:
            yield from summary.paragraphs
