"""The chapters of summaries: what each group of cases is called, and the cases in it with their entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kom_rulings.documents.outline import Block, Bullets, Heading, Paragraph, Run, text
from kom_rulings.labels import PERMIT
from kom_rulings.overview.grouping import Group, by_article, by_court_level, by_permit, other_articles, permits_of
from kom_rulings.overview.summaries import Entries, name_of
from kom_rulings.standing import Shown, by_year
from kom_rulings.tallies.criminal import COURT_LEVEL
from kom_rulings.wording import N_

#: The chapters in their order: kind of case and heading; the kind is the anchor.
CHAPTERS: Final = (
    ("criminal", N_("Summaries: criminal cases")),
    ("immigration", N_("Summaries: immigration cases")),
    ("echr", N_("Summaries: European Court of Human Rights")),
)


class Chapters:
    """Writes the summaries of all cases, each once."""

    def __init__(self, entries: Entries) -> None:
        self._entries, self._say = entries, entries.describe.say

    def chapter(self, kind: str, heading: str, cases: Sequence[Shown]) -> Iterator[Block]:
        """The chapter of one kind of case, or a sentence where there is none."""
        yield Heading(2, self._say(heading), kind, new_page=True)
        if not cases:
            yield Paragraph(text(self._say(N_("There are no rulings of this kind in the records by this date."))))
        elif kind == "criminal":
            yield from self._criminal(cases)
        elif kind == "immigration":
            yield from self._immigration(cases)
        else:
            yield from self._echr(cases)

    def _criminal(self, cases: Sequence[Shown]) -> Iterator[Block]:
        for group in by_court_level(cases):
            label = N_("Court not known") if group.key == "unknown" else COURT_LEVEL[group.key]
            yield Heading(3, self._say(label), f"criminal-{group.key}")
            yield from self._years(f"criminal-{group.key}", group)

    def _immigration(self, cases: Sequence[Shown]) -> Iterator[Block]:
        groups = by_permit(cases)
        for group in groups:
            yield Heading(3, self._permit(group.key), f"immigration-{group.key}")
            yield from self._years(f"immigration-{group.key}", group)
            yield from self._also([one for one in cases if group.key in permits_of(one)[1:]])
        for permit in PERMIT:
            also = [one for one in cases if permit in permits_of(one)[1:]]
            if also and permit not in {group.key for group in groups}:
                yield Heading(3, self._permit(permit), f"immigration-{permit}")
                yield from self._also(also)

    def _permit(self, key: str) -> str:
        return self._say(N_("Permit not known") if key == "unknown" else PERMIT[key])

    def _also(self, cases: Sequence[Shown]) -> Iterator[Block]:
        """Cases that asked for this permit too and stand under another."""
        if cases:
            yield Paragraph(text(self._say(N_("Also asked for in these cases:"))), "closing")
            yield Bullets(tuple((name_of(self._entries.describe, one),) for one in cases))

    def _echr(self, cases: Sequence[Shown]) -> Iterator[Block]:
        groups = by_article(cases)
        for group in groups:
            known = group.key != "unknown"
            label = self._entries.describe.article(group.key) if known else self._say(N_("Article not known"))
            yield Heading(3, _raised(label), f"echr-{_slug(group.key)}")
            yield from self._years(f"echr-{_slug(group.key)}", group)
        yield from self._other_articles(cases)

    def _other_articles(self, cases: Sequence[Shown]) -> Iterator[Block]:
        """For each article the cases that were decided on it too."""
        others = other_articles(cases)
        if not others:
            return
        yield Heading(3, self._say(N_("Articles decided on in cases that stand under another article")), "echr-others")
        yield Bullets(tuple(self._line(article, found) for article, found in others.items()))

    def _line(self, article: str, cases: Sequence[Shown]) -> tuple[Run, ...]:
        names = [name_of(self._entries.describe, one) for one in cases]
        between = (part for name in names for part in (Run("; "), name))
        return (Run(_raised(self._entries.describe.article(article)), bold=True), Run(": "), *list(between)[1:])

    def _years(self, anchor: str, group: Group) -> Iterator[Block]:
        for year, cases in by_year(group.cases).items():
            label = str(year) if year else self._say(N_("Year not known"))
            yield Heading(4, label, f"{anchor}-{year or 'no-year'}")
            for one in cases:
                yield from self._entries.entry(one)


def _slug(article: str) -> str:
    """An article as a part of the name of a place: P1-1 is p1-1."""
    return "-".join(article.lower().split())


def _raised(label: str) -> str:
    """A label as it stands at the beginning of a line."""
    return label[:1].upper() + label[1:]
