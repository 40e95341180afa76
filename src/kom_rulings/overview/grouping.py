"""The order of the summaries: criminal cases by court level, immigration cases by permit, ECtHR cases by article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.counting import COURT_LEVEL_OF, CourtLevel
from kom_rulings.labels import PERMIT
from kom_rulings.records import EchrRuling, ImmigrationCase
from kom_rulings.records.values import UNKNOWN
from kom_rulings.standing import Shown

_LEVELS: Final[tuple[CourtLevel, ...]] = ("hoyesterett", "lagmannsrett", "tingrett", "unknown")
#: Article 4 is what the overview is about: a case decided on it stands there.
_OWN_ARTICLE: Final = "4"


@dataclass(frozen=True)
class Group:
    """A part of a chapter: its key (a court level, a permit, an article, or ``unknown``) and its cases."""

    key: str
    cases: tuple[Shown, ...]


def by_court_level(cases: Iterable[Shown]) -> list[Group]:
    """Criminal cases by the level of the court that gave the standing ruling, the highest first."""
    return _groups(cases, _level, _LEVELS)


def by_permit(cases: Iterable[Shown]) -> list[Group]:
    """Immigration cases by the permit asked for; a case that asked for several stands under the first of them."""
    return _groups(cases, lambda one: permits_of(one)[0], tuple(PERMIT))


def by_article(cases: Iterable[Shown]) -> list[Group]:
    """ECtHR cases by article; a case stands once, under Article 4 where that was decided on."""
    cases = list(cases)
    articles = sorted({article_of(one) for one in cases}, key=_article_order)
    return _groups(cases, article_of, articles)


def permits_of(shown: Shown) -> tuple[str, ...]:
    """The permits that were asked for, in the order of the record."""
    permits = shown.case.permits if isinstance(shown.case, ImmigrationCase) else UNKNOWN
    return tuple(map(str, permits)) if isinstance(permits, tuple) and permits else ("unknown",)


def article_of(shown: Shown) -> str:
    """The article under which a case stands."""
    articles = articles_of(shown)
    return _OWN_ARTICLE if _OWN_ARTICLE in articles else (articles or ("unknown",))[0]


def articles_of(shown: Shown) -> tuple[str, ...]:
    """Every article that the latest ruling decided on, in the order of the Convention and its protocols."""
    latest = shown.rulings[-1]
    findings = latest.findings if isinstance(latest, EchrRuling) else ()
    return tuple(sorted({finding.article for finding in findings}, key=_article_order))


def other_articles(cases: Iterable[Shown]) -> dict[str, list[Shown]]:
    """For each article the cases that were decided on it too, but stand under another."""
    found: dict[str, list[Shown]] = {}
    for one in cases:
        for article in articles_of(one):
            if article != article_of(one):
                found.setdefault(article, []).append(one)
    return {article: found[article] for article in sorted(found, key=_article_order)}


def _groups(cases: Iterable[Shown], key_of: Callable[[Shown], str], order: Sequence[str]) -> list[Group]:
    found: dict[str, list[Shown]] = {}
    for one in cases:
        found.setdefault(key_of(one), []).append(one)
    return [Group(key, tuple(found[key])) for key in order if key in found]


def _level(shown: Shown) -> str:
    """The level of the standing ruling; where none stands, that of the latest ruling."""
    if shown.status is not None and shown.status.standing is not None:
        return shown.status.standing.court_level
    return COURT_LEVEL_OF.get(shown.rulings[-1].instance, "unknown")


def _article_order(article: str) -> tuple[int, int, str]:
    """Articles of the Convention by number, then those of the protocols, the unknown last."""
    number = article.partition(" ")[0].partition("-")[0]
    if number.isdigit():
        return (0, int(number), article)
    return (2 if article == "unknown" else 1, 0, article)
