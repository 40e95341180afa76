"""From hits to what a lawyer reads: the case, its references, and the paragraphs that the words stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kom_rulings.dates import PartialDate
from kom_rulings.files.fulltext import FullText
from kom_rulings.index.analysis import words
from kom_rulings.index.contract import Hit
from kom_rulings.index.fields import SHORTEST_PREFIX
from kom_rulings.index.query import Node, Phrase, Word, wanted_words
from kom_rulings.records.register import Case
from kom_rulings.wording import Language

_MOST_PARAGRAPHS = 2


@dataclass(frozen=True)
class Passage:
    """A paragraph of a full text with its number, or one of a summary, which has none."""

    number: int | None
    text: str


@dataclass(frozen=True)
class Answer:
    """One hit with what is shown of it."""

    case: Case
    score: float
    passages: tuple[Passage, ...]

    @property
    def date(self) -> PartialDate | None:
        """The date of the latest dated ruling."""
        dates = [ruling.date for ruling in self.case.rulings if isinstance(ruling.date, PartialDate)]
        return dates[-1] if dates else None

    def title(self, language: Language) -> str:
        """The title in a language, in bokmål where there is no other."""
        return self.case.title_in(language)

    def as_json(self, language: Language) -> dict[str, object]:
        """The hit in the shape that ``search --json`` promises."""
        return {
            "case": self.case.id,
            "kind": self.case.kind,
            "title": self.title(language),
            "references": [str(reference) for reference in self.case.references],
            "date": str(self.date) if self.date else None,
            "score": round(self.score, 3),
            "paragraphs": [{"number": one.number, "text": one.text} for one in self.passages],
        }


def answer(hit: Hit, case: Case, texts: Sequence[FullText], query: Node, language: Language) -> Answer:
    """Pick the paragraphs of a case that show the most of what was asked for."""
    wanted = wanted_words(query)
    passages = list(_passages(case, texts, language))
    ranked = sorted(passages, key=lambda passage: -_shown(passage, wanted))
    best = [passage for passage in ranked if _shown(passage, wanted)] or passages[:1]
    return Answer(case, hit.score, tuple(best[:_MOST_PARAGRAPHS]))


def summary_paragraphs(case: Case, language: Language) -> Iterator[str]:
    """The paragraphs of every summary of a case, in the language, or in bokmål where there is no other."""
    for ruling in case.rulings:
        summary = ruling.summary_in(language)
        if summary is not None:
            yield from summary.paragraphs


def _passages(case: Case, texts: Sequence[FullText], language: Language) -> Iterator[Passage]:
    for text in texts:
        yield from (Passage(paragraph.number, paragraph.text) for paragraph in text.paragraphs)
    yield from (Passage(None, paragraph) for paragraph in summary_paragraphs(case, language))


def _shown(passage: Passage, wanted: Sequence[Word | Phrase]) -> int:
    """How many of the wanted words and phrases stand in a paragraph."""
    there = words(passage.text)
    return sum(_stands_in(one, there) for one in wanted)


def _stands_in(one: Word | Phrase, there: Sequence[str]) -> bool:
    if isinstance(one, Phrase):
        return any(tuple(there[n : n + len(one.words)]) == one.words for n in range(len(there)))
    begins = one.prefix or len(one.text) >= SHORTEST_PREFIX
    return any(word == one.text or (begins and word.startswith(one.text)) for word in there)
