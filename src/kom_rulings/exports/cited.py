"""A ruling as reference managers know one: title, court, number, date, address – the same for RIS and CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.describing import Describer
from kom_rulings.documents.cleaning import one_line
from kom_rulings.exports.leaving import author_of, summary_of
from kom_rulings.exports.row import address
from kom_rulings.formats import list_text
from kom_rulings.records import EchrCase, EchrRuling, Ruling
from kom_rulings.records.tables import Tables
from kom_rulings.standing import Shown
from kom_rulings.wording import N_, Language

_NORWAY: Final = "NO"
_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Cited:
    """One ruling to cite; every text is a single line, and empty where nothing is known.

    ``id`` stays the same as long as the first reference of the ruling does. ``language`` is that of the title.
    """

    id: str
    title: str
    short_title: str
    court: str
    jurisdiction: str
    number: str
    date: PartialDate | None
    url: str
    language: Language
    keywords: tuple[str, ...]
    abstract: str
    notes: tuple[str, ...]


def cited_rulings(cases: Iterable[Shown], tables: Tables, language: Language) -> Iterator[Cited]:
    """Every ruling of the cases in their order, each under an id of its own."""
    describe = Describer(tables, language)
    taken: set[str] = set()
    for shown in cases:
        for ruling in shown.rulings:
            yield _cited(describe, shown, ruling, _free(_name(shown, ruling), taken))


def _cited(describe: Describer, shown: Shown, ruling: Ruling, name: str) -> Cited:
    case = shown.case
    strasbourg = describe.say(N_("Council of Europe"))
    words = case.keywords.en if describe.language == "en" and case.keywords.en else case.keywords.nb
    summary = summary_of(shown, ruling, describe.language)
    number, *others = _numbers(describe, shown, ruling)
    return Cited(
        id=name,
        title=_line(describe.title(case)) or case.id,
        short_title=_line(case.popular_name or ""),
        court=_line(describe.court(ruling)),
        jurisdiction=strasbourg if isinstance(case, EchrCase) else describe.country(_NORWAY),
        number=number,
        date=ruling.date if isinstance(ruling.date, PartialDate) else None,
        url=address(shown, ruling) or "",
        language=describe.title_language(case) or describe.language,
        keywords=tuple(filter(None, map(_line, words))),
        abstract=_line(summary.text) if summary else "",
        notes=tuple(_notes(describe, shown, ruling, others)),
    )


def _numbers(describe: Describer, shown: Shown, ruling: Ruling) -> list[str]:
    """The number that the ruling is cited by, or nothing, and its other references behind it."""
    own = [str(reference) for reference in ruling.references]
    if isinstance(shown.case, EchrCase):
        ecli = [str(ruling.ecli)] if isinstance(ruling, EchrRuling) and ruling.ecli else []
        return [list_text([str(one) for one in shown.case.applications], describe.language), *ecli, *own]
    return own or [""]


def _notes(describe: Describer, shown: Shown, ruling: Ruling, others: list[str]) -> Iterator[str]:
    """What the fields of a reference manager have no place for."""
    if others:
        yield describe.say(N_("Other references: {references}"), references=", ".join(others))
    if not isinstance(ruling.date, PartialDate):
        yield describe.say(N_("The date of the ruling is not known."))
    summary = summary_of(shown, ruling, describe.language)
    if summary is not None:
        yield _line(describe.say(N_("Summary by {author}"), author=author_of(describe, summary)))


def _name(shown: Shown, ruling: Ruling) -> str:
    """The case and the first reference of the ruling; without one its court level and date."""
    own = [ruling.item, ruling.ecli] if isinstance(ruling, EchrRuling) else []
    references = [str(one) for one in (*own, *ruling.references) if one is not None]
    rest = references[0] if references else f"{ruling.instance} {ruling.date}"
    return f"{shown.case.id}_{_NOT_IN_IDS.sub('-', rest.casefold()).strip('-')}"


def _free(name: str, taken: set[str]) -> str:
    """The name, numbered where it is taken."""
    free, n = name, 1
    while free in taken:
        n += 1
        free = f"{name}-{n}"
    taken.add(free)
    return free


def _line(words: str) -> str:
    return one_line(" ".join(words.split())).strip()
