"""The parts of a judgment: its head, main text, operative part, separate opinions and appendix."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kom_rulings.sources.hudoc.lines import Line

BEGINS: Final = re.compile(
    r"(?:(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|FORMER \w+) SECTION|GRAND CHAMBER|"
    r"(?:PREMIÈRE|DEUXIÈME|TROISIÈME|QUATRIÈME|CINQUIÈME|ANCIENNE \w+) SECTION|GRANDE CHAMBRE|COURT \(\w+\)|"
    r"COUR \(\w+\)|CASE OF .*|AFFAIRE .*|DECISION|DÉCISION|"
    r"PARTIAL DECISION|FINAL DECISION|\(?(?:Applications? nos?\.?|Requêtes? n[°ºo]s?\.?) ?\d.*|In the case of .*|"
    r"En l['’]affaire .*|The European Court of Human Rights \(.*|La Cour européenne des droits de l['’]homme \(.*)",
    re.IGNORECASE,
)
_FORMULA: Final = re.compile(
    r"\b(?:delivers|renders|gives) the following (?:judgment|decision)|\bdecides as follows|"
    r"\bmakes the following decision|"
    r"\brend (?:l['’]arrêt|la décision) (?:que voici|suivante?)|\bdécide ce qui suit|\brend l['’]arrêt que voici",
    re.IGNORECASE,
)
_FIRST_HEADING: Final = re.compile(
    r"(?:PROCEDURE|INTRODUCTION|(?:THE |AS TO THE )?FACTS|SUBJECT[- ]MATTER OF THE CASE|PROCÉDURE|(?:EN |LES )?FAITS?|"
    r"OBJET DE L['’]AFFAIRE)",
    re.IGNORECASE,
)
_REASONS: Final = re.compile(
    r"(?:for|on) these reasons,?(?:\s*the (?:court|chamber|grand chamber)\b)?|par ces motifs,?(?:\s*la cour\b)?",
    re.IGNORECASE,
)
_VOTE: Final = re.compile(
    r"[\s,:]*(?:the court|la cour)?[\s,:]*(?:unanimously|by a majority|by [\w-]+ votes to [\w-]+|à l['’]unanimité|"
    r"à la majorité|par [\w-]+ voix contre [\w-]+)?[\s,:]*",
    re.IGNORECASE,
)
_FIRST_WORD: Final = re.compile(
    r"(?:declares?|holds?|decides?|rejects?|dismisses|joins?|finds?|concludes?|rules?|takes?|dit|déclare|décide|rejette|"
    r"joint|prend|conclut)\b",
    re.IGNORECASE,
)
_DONE: Final = re.compile(r"(?:done|fait|rédigé)\s+(?:in|en)\s+(?:english|french|français|anglais)", re.IGNORECASE)
_KINDS: Final = (
    r"(?:JOINT|COMMON|PARTLY|PARTIALLY|PARTIAL|IN PART|CONCURRING|DISSENTING|SEPARATE|COMMUNE|PARTIELLEMENT|EN PARTIE|"
    r"CONCORDANTE|DISSIDENTE|SÉPARÉE|AND|ET|,|\s)"
)
_OPINION: Final = re.compile(
    rf"{_KINDS}*OPINION\b.*|"
    r"(?:DECLARATION|STATEMENT OF (?:PARTIAL )?DISSENT|DÉCLARATION(?: DE VOTE| DE DISSENTIMENT)?)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_JOINED: Final = re.compile(r"(?:JOINED BY|TO WHICH|TO WHOM|AND |À LAQUELLE|ET )", re.IGNORECASE)
_APPENDIX: Final = re.compile(
    r"(?:APPENDIX|APPENDICES|ANNEX|ANNEXES?|APPENDICE|LIST OF (?:THE )?(?:APPLICATIONS|CASES|APPLICANTS)|"
    r"LISTE DES (?:REQUÊTES|AFFAIRES|REQUÉRANTS))\b.{0,80}",
    re.IGNORECASE,
)
_LONGEST_NAME: Final = 400


@dataclass(frozen=True)
class Opinion:
    """A separate opinion by its heading."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Regions:
    """Where the lines of a page belong. ``before`` is what stands on the page before the judgment begins."""

    before: tuple[Line, ...] = ()
    head: tuple[Line, ...] = ()
    body: tuple[Line, ...] = ()
    operative: tuple[Line, ...] = ()
    closing: tuple[Line, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    appendix: tuple[Line, ...] = ()


def regions_of(lines: Sequence[Line]) -> Regions:
    """Take a page apart."""
    begin = next((n for n, line in enumerate(lines) if not line.aside and BEGINS.fullmatch(line.text)), 0)
    before, ruling = lines[:begin], [line for line in lines[begin:] if not line.aside]
    body = _body(ruling)
    done = _done(ruling, body)
    reasons = _reasons(ruling, body, done)
    operative = _without_formula(ruling[reasons:done]) if reasons is not None else []
    if done == len(ruling) or not _DONE.match(ruling[done].unnumbered):
        operative = _without_names(operative)
    closing, opinions, appendix = _behind(ruling[done:])
    main = ruling[body : done if reasons is None else reasons]
    return Regions(tuple(before), tuple(ruling[:body]), tuple(main), tuple(operative), closing, opinions, appendix)


def _done(lines: Sequence[Line], body: int) -> int:
    """Where the ruling ends: with day and place, else where an opinion or an appendix follows its operative part."""
    decided = False
    for n in range(body, len(lines)):
        decided = decided or _is_formula(lines[n])
        if _DONE.match(lines[n].unnumbered) or (decided and (_is_opinion(lines[n]) or _is_appendix(lines[n]))):
            return n
    return len(lines)


def _body(lines: Sequence[Line]) -> int:
    """Where the main text begins: behind the formula that the Court delivers its judgment with."""
    for n, line in enumerate(lines):
        if line.number == 1 or _REASONS.match(line.text):
            break
        if _FORMULA.search(line.text) and line.number is None:
            return n + 1
    first = next((n for n, line in enumerate(lines) if line.number == 1), len(lines))
    headings = [n for n, line in enumerate(lines[: first + 1]) if _FIRST_HEADING.fullmatch(line.text)]
    return headings[-1] if headings else first if first < len(lines) else 0


def _reasons(lines: Sequence[Line], body: int, done: int) -> int | None:
    """Where the operative part begins: the last such formula before the day and place that end the judgment."""
    found = [n for n in range(body, done) if _is_formula(lines[n]) and not _OPINION.fullmatch(lines[n].text)]
    return found[-1] if found else None


def _is_formula(line: Line) -> bool:
    """Whether a line is “For these reasons, the Court”, with a vote or the Court's first word behind it at most."""
    match = _REASONS.match(line.text)
    if match is None or not ("cour" in match[0].lower() or match.end() == len(line.text)):
        return False
    rest = _without_vote(line.text[match.end() :])
    return not rest or bool(_FIRST_WORD.match(rest))


def _without_formula(lines: Sequence[Line]) -> list[Line]:
    """The operative part without “For these reasons, the Court, unanimously,”, which may go on in the same line."""
    rest = _without_vote(_REASONS.sub("", lines[0].text, count=1))
    found = [replace(lines[0], text=rest)] if rest else []
    for n, line in enumerate(lines[1:]):
        if n == 0 and not rest and not _without_vote(line.text) and line.number is None:
            continue
        found.append(line)
    return found


def _without_vote(text: str) -> str:
    match = _VOTE.match(text)
    return text[match.end() :] if match else text


def _without_names(operative: list[Line]) -> list[Line]:
    """The operative part without the names of those who signed, where no day and place stand before them."""
    kept = list(operative)
    while len(kept) > 1 and not kept[-1].text.endswith((".", ";", ":", ",")):
        kept.pop()
    return kept


def _behind(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Opinion, ...], tuple[Line, ...]]:
    """What stands behind the operative part: signatures, opinions, appendix."""
    closing: list[Line] = []
    appendix: list[Line] = []
    opinions: list[tuple[str, list[Line]]] = []
    bucket = closing
    for line in lines:
        if opinions and not opinions[-1][1] and _goes_on(opinions[-1][0], line):
            opinions[-1] = (f"{opinions[-1][0]} {line.text}", bucket)
        elif _is_opinion(line):
            bucket = []
            opinions.append((line.text, bucket))
        elif _is_appendix(line):
            bucket = appendix
            bucket.append(line)
        else:
            bucket.append(line)
    return tuple(closing), tuple(_opinions(opinions)), tuple(appendix)


def _opinions(found: list[tuple[str, list[Line]]]) -> Iterator[Opinion]:
    for name, lines in found:
        if lines:
            yield Opinion(" ".join(name.split())[:_LONGEST_NAME], tuple(lines))


def _goes_on(name: str, line: Line) -> bool:
    """Whether a line goes on with the heading above it."""
    joins = name.rstrip().endswith((",", " AND", " OF", " ET", " DE")) or bool(_JOINED.match(line.text))
    return joins and line.is_heading and (line.is_upper or not name.isupper())


def _is_opinion(line: Line) -> bool:
    shown = line.is_upper or line.marked or line.level > 0
    ends = line.text.endswith((".", ";"))
    return shown and not ends and not line.cells and bool(_OPINION.fullmatch(line.text))


def _is_appendix(line: Line) -> bool:
    return not line.text.endswith((".", ";")) and bool(_APPENDIX.fullmatch(line.text)) and line.is_heading
