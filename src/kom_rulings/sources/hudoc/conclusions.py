"""The conclusions of HUDOC's case details: “Violation of Article 4 - … (Procedural aspect) (Cyprus)”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from kom_rulings.sources.hudoc.articles import Article, groups_in, short_form
from kom_rulings.sources.hudoc.circumstances import Circumstances
from kom_rulings.sources.hudoc.findings import Findings
from kom_rulings.sources.hudoc.operative import Found

_HEAD: Final = re.compile(
    r"(?P<no>no\s+|non[-\s])?violations?\s+(?:of|de|des|d[eu])\s+(?:l['’])?(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_OLD_PARAGRAPH: Final = re.compile(r"(?<=\d)-\d(?:-[a-z0-9])*|\+\d+(?:-\d)*", re.IGNORECASE)
_ASPECT: Final = re.compile(
    r"\((?:(substantive|volet matériel|matériel)|(procedural|volet procédural|procédural))(?:\s+(?:aspect|limb))?\)",
    re.IGNORECASE,
)
_WHY: Final = re.compile(r"\s[-–]\s|\(")

#: Lines of conclusions and what is read in them, for Cyprus and Russia; the tests walk them.
EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "Violation of Article 4 - Prohibition of slavery and forced labour (Article 4 - Positive obligations) (Cyprus)": (
        "4 violation CY",
    ),
    "No violation of Article 2 - Right to life (Article 2-1 - Life) (Substantive aspect) (Cyprus)": (
        "2 no_violation substantive CY",
    ),
    "Violation of Article 6 - Right to a fair trial (Article 6-1 - Fair hearing)": ("6 violation",),
    "Violation of Art. 5-1": ("5 violation",),
    "Violation of Art. 14+8": ("14 violation",),
    "Violation of P1-1": ("P1-1 violation",),
    "Violation of Article 1 of Protocol No. 1 - Protection of property": ("P1-1 violation",),
    "Violation of Article 14+4 - Prohibition of discrimination (Article 14 - Discrimination)": ("14 violation",),
    "Non-violation de l'article 4 - Interdiction de l'esclavage (Volet procédural)": ("4 no_violation procedural",),
    "Remainder inadmissible": (),
    "Inadmissible": ("* inadmissible",),
    "Struck out of the list": ("* struck_out",),
    "Non-pecuniary damage - award": (),
    "Preliminary objection joined to merits and dismissed (Article 35-1 - Exhaustion of domestic remedies)": (),
}  # fmt: skip


def conclusions_in(lines: Sequence[str], states: Mapping[str, str]) -> Findings:
    """Read the conclusions, which the Registry of the Court writes."""
    found = [one for line in lines if (one := conclusion_found(line, states)) is not None]
    whole = next((one.outcome for one in found if one.article is None), None)
    return Findings(tuple(dict.fromkeys(one for one in found if one.article is not None)), whole)


def conclusion_found(line: str, states: Mapping[str, str]) -> Found | None:
    """What one line concludes, if it tells of an article or of the whole application."""
    match = _HEAD.match(line)
    if match is None:
        return _whole(line)
    article = _article(match["rest"])
    if article is None:
        return None
    about = Circumstances(_limb(line), None, _states(line, states))
    return Found(article, "no_violation" if match["no"] else "violation", about)


def _whole(line: str) -> Found | None:
    if re.match(r"(?:inadmissible|irrecevable)\b", line, re.IGNORECASE):
        return Found(None, "inadmissible")
    if re.match(r"(?:struck out of the list|radiation du rôle)\b", line, re.IGNORECASE):
        return Found(None, "struck_out")
    return None


def _article(rest: str) -> Article | None:
    name = short_form(rest)
    if name:
        return Article(name)
    said = _OLD_PARAGRAPH.sub("", _WHY.split(rest)[0])
    groups = groups_in(said)
    sure = len(groups) == 1 and groups[0].clear and len(groups[0].articles) == 1
    return Article(groups[0].articles[0].name) if sure else None


def _limb(line: str) -> str:
    found = {"substantive" if match[1] else "procedural" for match in _ASPECT.finditer(line)}
    return "both" if len(found) > 1 else next(iter(found), "")


def _states(line: str, states: Mapping[str, str]) -> tuple[str, ...]:
    codes = [states.get(name.casefold().strip(), "") for name in re.findall(r"\(([^()]+)\)", line)]
    return tuple(dict.fromkeys(code for code in codes if code)) if len(set(states.values())) > 1 else ()
