"""An overview as drafts of records, one for each case that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.pages.page import SavedPage
from kom_rulings.records.tables import Tables
from kom_rulings.references import Kind as Series
from kom_rulings.references import Reference
from kom_rulings.sources.draft import Draft, Understood, Value
from kom_rulings.sources.overview.entries import Walked, walk
from kom_rulings.sources.overview.joining import joined, merged
from kom_rulings.sources.overview.strasbourg import respondents, titles
from kom_rulings.sources.overview.telling import told_of
from kom_rulings.sources.overview.told import Told, ToldRuling, ToldSummary
from kom_rulings.sources.overview.whole_document import as_of_date, language_of
from kom_rulings.wording import N_, Language

_SKIPPED: Final = N_(
    "The page holds paragraphs that stand around the cases, such as figures and contact. They were not read."
)
_NO_CASE: Final = "Uten referanse, hører ikke til noen sak over: "
_IN_TABLE: Final = N_("the case stands in a table of convictions")
_BY_FINDING: Final = N_("concluded from what was found")
_POPULAR = re.compile(r"[A-ZÆØÅ][\w.-]*(?:[ -][\w-]+){0,2}(?:saken|saka|dommen)|[A-ZÆØÅ][\w-]*(?:saken|saka|dommen)")
_SAID: Final = 120


def drafts(page: SavedPage, tables: Tables) -> list[Draft]:
    """What is understood of an overview, a draft for each case; what belongs to none stands with the last."""
    language = language_of(page)
    walked = walk(page, tables, as_of_date(page))
    entries = [told_of(entry, tables, walked.as_of, language) for entry in walked.entries]
    cases = [merged(group) for group in joined([*entries, *walked.rows])]
    kept = [case for case in cases if case.references or (case.own and case.rulings)]
    found = [_draft(case, tables, language) for case in kept]
    return _with_rest(found, [case for case in cases if case not in kept], walked)


def _with_rest(found: list[Draft], rest: Sequence[Told], walked: Walked) -> list[Draft]:
    if not found:
        return found
    lines = tuple(f"{_NO_CASE}{line}" for case in rest for line in _lines(case))
    remarks = (_SKIPPED,) if walked.skipped else ()
    last = found[-1]
    found[-1] = replace(last, left_over=(*last.left_over, *lines), remarks=(*last.remarks, *remarks))
    return found


def _lines(case: Told) -> Iterator[str]:
    told = [
        case.name,
        *(one.said for one in case.rulings),
        *(fact.said for fact in case.facts if not fact.guess),
        *case.left_over,
    ]
    yield " – ".join(filter(None, dict.fromkeys(told)))
    yield from (text for summary in case.summaries for text in summary.paragraphs)


def _draft(case: Told, tables: Tables, language: Language) -> Draft:
    references = tuple(map(str, case.references))
    return Draft(
        source="overview",
        kind=case.kind,
        title=case.name or next(iter(references), ""),
        references=references,
        fields=tuple(_fields(case, tables, language)),
        left_over=case.left_over,
        remarks=tuple(filter(None, (*case.remarks, case.kind_guess))),
    )


def _fields(case: Told, tables: Tables, language: Language) -> Iterator[Understood]:
    yield from _names(case, tables, language)
    if case.kind == "echr":
        yield from _of_strasbourg(case, tables)
    yield from (fact for fact in case.facts if fact.path[0] != "rulings")
    for n, ruling in enumerate(case.rulings):
        yield from _ruling(case, n, ruling)
    for summary in case.summaries:
        yield from _summary(case, summary)


def _names(case: Told, tables: Tables, language: Language) -> Iterator[Understood]:
    if not case.name:
        return
    if case.kind == "echr" and not case.own:
        yield from titles(case.name, tables)
        return
    yield Understood(("title", "nb"), case.name, case.name, _OTHER_LANGUAGE if language == "en" else "")
    if language == "en":
        yield Understood(("title", "en"), case.name, case.name)
    if not case.own and _POPULAR.fullmatch(case.name):
        yield Understood(("popular_name",), case.name, case.name)


_OTHER_LANGUAGE: Final = N_("the page gives the title in English only")


def _of_strasbourg(case: Told, tables: Tables) -> Iterator[Understood]:
    applications = [str(one) for one in case.references if one.kind is Series.APPLICATION]
    if applications:
        yield Understood(("applications",), applications, _said(case.rulings[0]))
    if states := respondents(case.name, tables):
        yield Understood(("respondents",), states, case.name)


def _ruling(case: Told, n: int, ruling: ToldRuling) -> Iterator[Understood]:
    def field(name: str, value: Value, guess: str = "") -> Understood:
        return Understood(("rulings", n, name), value, _said(ruling), guess)

    if ruling.court:
        yield field("court", ruling.court, ruling.court_guess)
    if ruling.instance != "unknown":
        yield field("instance", ruling.instance, ruling.court_guess)
    yield from _numbers(case, n, ruling)
    if ruling.date is not None:
        yield field("date", str(ruling.date))
    elif not (ruling.references or ruling.court or ruling.outcome):
        yield field("date", "unknown")
    own = [fact for fact in case.facts if fact.path[:2] == ("rulings", n)]
    yield from _outcome(case, n, ruling)
    if case.kind == "echr":
        yield from _strasbourg_ruling(n, ruling, own)
    yield from (fact for fact in own if not (fact.path[-1] == "legal_force" and _is_final_at_once(ruling, fact)))


def _is_final_at_once(ruling: ToldRuling, fact: Understood) -> bool:
    """A judgment of the Supreme Court is final on its day: that it is final, and no more, adds nothing."""
    return ruling.instance in {"hoyesterett", "ankeutvalg"} and fact.value == {"date": "unknown", "how": "unknown"}


def _numbers(case: Told, n: int, ruling: ToldRuling) -> Iterator[Understood]:
    """References; of a ruling in Strasbourg its ECLI and HUDOC item have fields of their own."""
    named = {Series.ECLI: "ecli", Series.HUDOC_ITEM: "item"}
    for reference in ruling.references if case.kind == "echr" else ():
        if reference.kind in named:
            yield Understood(("rulings", n, named[reference.kind]), str(reference), _said(ruling))
    listed = [str(one) for one in ruling.references if not _of_the_case(one, case)]
    if listed:
        yield Understood(("rulings", n, "references"), listed, _said(ruling))


def _of_the_case(reference: Reference, case: Told) -> bool:
    return case.kind == "echr" and reference.kind in {Series.APPLICATION, Series.ECLI, Series.HUDOC_ITEM}


def _outcome(case: Told, n: int, ruling: ToldRuling) -> Iterator[Understood]:
    alone = len(case.rulings) == 1 and ruling.instance in {"tingrett", "lagmannsrett"}
    if ruling.outcome:
        yield Understood(("rulings", n, "outcome"), ruling.outcome, _said(ruling))
        if ruling.inferred:
            yield Understood(("rulings", n, "outcome_basis"), "inferred", _said(ruling))
    elif case.kind == "criminal" and case.convicts and alone and not case.own:
        yield Understood(("rulings", n, "outcome"), "convicted", _said(ruling), _IN_TABLE)


def _strasbourg_ruling(n: int, ruling: ToldRuling, own: Sequence[Understood]) -> Iterator[Understood]:
    found = [*ruling.findings, *(one for fact in own if fact.path[-1] == "findings" for one in fact.value)]  # type: ignore[union-attr]
    if ruling.document:
        yield Understood(("rulings", n, "document"), ruling.document, _said(ruling))
    elif found:
        judged = any(str(one["outcome"]).endswith("violation") for one in found)  # type: ignore[index, call-overload]
        yield Understood(("rulings", n, "document"), "JUD" if judged else "DEC", _said(ruling), _BY_FINDING)
    if ruling.findings:
        yield Understood(("rulings", n, "findings"), [dict(one) for one in ruling.findings], _said(ruling))


def _summary(case: Told, summary: ToldSummary) -> Iterator[Understood]:
    at = summary.at if summary.at >= 0 else len(case.rulings) - 1
    value: dict[str, Value] = {
        "text": "\n\n".join(summary.paragraphs),
        "author": summary.author,
        "date": _date(summary.date),
    }
    said = summary.paragraphs[0]
    yield Understood(
        ("rulings", at, "summary", summary.language), value, said if len(said) <= _SAID else f"{said[: _SAID - 2]} …"
    )


def _date(date: PartialDate | None) -> str:
    return str(date) if date is not None else "unknown"


def _said(ruling: ToldRuling) -> str:
    return ruling.said if len(ruling.said) <= _SAID else f"{ruling.said[: _SAID - 2]} …"
