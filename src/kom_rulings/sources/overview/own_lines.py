"""The lines that this program writes under the heading of a case: court, date, references and outcome."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kom_rulings.describing import lowered
from kom_rulings.labels import INSTANCE, OUTCOME
from kom_rulings.pages.page import Block
from kom_rulings.records.case import Instance, Kind
from kom_rulings.records.tables import Tables
from kom_rulings.references import find_references
from kom_rulings.sources.overview.courts import STRASBOURG, court_by_name
from kom_rulings.sources.overview.dating import date_of
from kom_rulings.sources.overview.findings import own_findings
from kom_rulings.sources.overview.told import ToldRuling
from kom_rulings.wording import LANGUAGES, wording

_STYLES: Final = frozenset({"kom rulings", "rulings"})
_DATE = r"\d{1,2}\.? \w+ \d{4}|\w+ \d{4}|\d{4}|dato ikke kjent|date not known"
_LINE = re.compile(
    rf"(?P<court>.+?), (?P<date>{_DATE})(?: \((?P<references>[^()]*(?:\([^()]*\)[^()]*)?)\))?: (?P<outcome>.+)",
    re.DOTALL,
)
_BRACKETS = re.compile(r"(?P<name>.+?) \((?P<inside>[^()]+)\)")
_INFERRED = re.compile(r" \((?:utledet|inferred)\)$")
_NO_COURT: Final = frozenset({"domstol ikke kjent", "court not known"})


def is_own_line(block: Block) -> bool:
    """Whether a paragraph is a line of our own, by its style."""
    return bool(_STYLES & set(block.styles)) and _LINE.fullmatch(" ".join(block.text.split())) is not None


def own_ruling(text: str, kind: Kind, tables: Tables) -> ToldRuling:
    """Read a line of our own; what it says is not known stays empty."""
    line = " ".join(text.split())
    match = _LINE.fullmatch(line)
    if match is None:
        return ToldRuling(line)
    court, instance = _court(match["court"], tables)
    outcome = _INFERRED.sub("", match["outcome"])
    findings = own_findings(match["outcome"], tables) or [] if kind == "echr" else []
    code = "" if kind == "echr" else _outcomes(kind).get(outcome, "")
    return ToldRuling(
        said=line,
        references=tuple(dict.fromkeys(one.reference for one in find_references(match["references"] or ""))),
        date=date_of(match["date"]),
        court=court,
        instance=instance,
        outcome=code,
        inferred=outcome != match["outcome"],
        findings=tuple(findings),
        unread="" if code or findings or outcome in _not_known() else outcome,
    )


def _court(text: str, tables: Tables) -> tuple[str, Instance]:
    if text.lower() in _NO_COURT:
        return "", "unknown"
    match = _BRACKETS.fullmatch(text)
    if match is None:
        return court_by_name(text, tables)
    if match["inside"].lower() in _NO_COURT:
        return "", _instances().get(match["name"].lower(), "unknown")
    name = court_by_name(match["name"], tables)[0]
    return name, _instances().get(match["inside"].lower(), "unknown") if name == STRASBOURG else "unknown"


@lru_cache(maxsize=4)
def _outcomes(kind: Kind) -> dict[str, str]:
    """The words of our own lines and their codes, in both languages; the unknown outcome is none."""
    codes = [code for code in OUTCOME if code != "unknown"]
    return {lowered(wording(language)(OUTCOME[code])): code for language in LANGUAGES for code in codes if kind}


@lru_cache(maxsize=1)
def _instances() -> dict[str, Instance]:
    found: dict[str, Instance] = {}
    for language in LANGUAGES:
        found |= {wording(language)(label).lower(): code for code, label in INSTANCE.items()}  # type: ignore[misc]
    return found


@lru_cache(maxsize=1)
def _not_known() -> frozenset[str]:
    return frozenset(lowered(wording(language)(OUTCOME["unknown"])) for language in LANGUAGES)
