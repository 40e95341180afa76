"""The head of a judgment: section, name of the case, application numbers, kind of document, day and composition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kom_rulings.sources.hudoc.dating import DAY
from kom_rulings.sources.hudoc.lines import Line

_COMPOSITION: Final = re.compile(
    r"(?:In the case of|En l['’]affaire|The European Court of Human Rights|La Cour européenne des droits de "
    r"l['’]homme)\b",
    re.IGNORECASE,
)
_CASE: Final = re.compile(r"(?:CASE OF|AFFAIRE)\s", re.IGNORECASE)
_APPLICATION: Final = re.compile(
    r"\(?(?:de la )?(?:Applications?|Requêtes?)\s+(?:nos?\.?|n[°ºo]s?\.?|\d)", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"(?<![\d/])(\d{1,5}/\d{2})(?![\d/])", re.ASCII)
_OTHERS: Final = re.compile(
    r"(?:\band|\bet|,)\s+(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix)"
    r"\s+(?:others?|other applications?|autres?)\b",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"\b(?:appended|appendix|annexed?|annexée?|annexe)\b", re.IGNORECASE)
_JUDGMENT: Final = re.compile(r"(?:JUDGMENT|ARRÊT)\b(?:\s*\(.*\))?", re.IGNORECASE)
_DECISION: Final = re.compile(
    r"(?:(?:PARTIAL|FINAL)\s+)?(?:DECISION|DÉCISION)\b(?:\s+(?:PARTIELLE|FINALE))?", re.IGNORECASE
)
_SECTION: Final = re.compile(
    r"(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|FORMER \w+|PREMIÈRE|DEUXIÈME|TROISIÈME|QUATRIÈME|CINQUIÈME|"
    r"ANCIENNE \w+) SECTION",
    re.IGNORECASE,
)
_GRAND: Final = re.compile(r"GRAND CHAMBER|GRANDE CHAMBRE", re.IGNORECASE)
_PLENARY: Final = re.compile(r"(?:COURT|COUR) \((?:PLENARY|PLÉNIÈRE)\)|PLENARY COURT|COUR PLÉNIÈRE", re.IGNORECASE)
_FORMS: Final = (
    ("echr_committee", re.compile(r"\bas a Committee\b|\ben (?:un )?comité\b", re.IGNORECASE)),
    ("echr_grand_chamber", re.compile(r"\bas a Grand Chamber\b|\ben (?:une )?Grande Chambre\b", re.IGNORECASE)),
    ("echr_plenary", re.compile(r"\bin plenary session\b|\ben séance plénière\b", re.IGNORECASE)),
    ("echr_chamber", re.compile(r"\bas a Chamber\b|\ben (?:une )?chambre\b", re.IGNORECASE)),
)
_KNOWN: Final = re.compile(
    r"STRASBOURG|This (?:judgment|decision) (?:is|will become|has become) final|It may be subject to editorial|"
    r"Cet arrêt (?:est|deviendra|peut)|Il peut subir des retouches|AS TO THE ADMISSIBILITY OF|"
    r"SUR LA RECEVABILITÉ|(?:présentée|introduite|dirigée|lodged|brought)s? (?:par|by) |"
    r"Prepared by the Registry|Rédigé par le greffe|THE CASE OF$|"
    r"In the .{1,200} case\b.{0,3}$",
    re.IGNORECASE,
)
_CONTENTS: Final = re.compile(r"TABLE OF CONTENTS|CONTENTS|TABLE DES MATIÈRES", re.IGNORECASE)
_FINAL: Final = re.compile(r"FINAL|DÉFINITIF", re.IGNORECASE)
_SITTING: Final = re.compile(
    r"\b(?:sitting|siégeant|réunie)\b[^;]{0,80}?\b(?:on|le)\s+(?P<day>[^;]{4,60}?\d{4})", re.IGNORECASE
)
_COUNTED: Final = {3: "echr_committee", 7: "echr_chamber", 17: "echr_grand_chamber"}
_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MOTS: Final = ("zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")


@dataclass(frozen=True)
class Head:
    """The head as the parts of it that facts are read from; every part is text of the page."""

    title: str
    applications: str
    sections: tuple[str, ...]
    document: Literal["JUD", "DEC"] | None
    document_line: str
    day: str
    composition: str
    judges: str
    left_over: tuple[str, ...]


def head_of(lines: Sequence[Line]) -> Head:
    """Take the head apart."""
    start = next((n for n, line in enumerate(lines) if _COMPOSITION.match(line.text)), len(lines))
    front = [line.text for line in _without_contents(lines[:start])]
    behind = [line.text for line in lines[start:]]
    numbers = next((n for n, text in enumerate(front) if _APPLICATION.match(text)), len(front))
    applications = _runs(front, numbers)
    title = _title(front, behind, numbers, len(applications))
    judgment = next((text for text in front if _JUDGMENT.fullmatch(text)), "")
    decision = next((text for text in front if _DECISION.fullmatch(text)), "")
    day, day_lines = _day(front)
    return Head(
        title=title,
        applications=" ".join(applications),
        sections=tuple(
            text for text in front if _SECTION.fullmatch(text) or _GRAND.fullmatch(text) or _PLENARY.fullmatch(text)
        ),
        document="JUD" if judgment else "DEC" if decision else None,
        document_line=judgment or decision,
        day=day,
        composition=" ".join(behind),
        judges="\n".join(behind),
        left_over=tuple(_left(front, {title, judgment, decision, *applications, *day_lines})),
    )


def application_numbers(text: str) -> list[str]:
    """The application numbers in a text, each once, without leading zeros."""
    return list(dict.fromkeys(one.lstrip("0") for one in _NUMBER.findall(text)))


def others_named(text: str) -> int | None:
    """How many further applications are spoken of: “and 2 others”. None where it does not say."""
    match = _OTHERS.search(text)
    if match is None:
        return None
    word = match[1].lower()
    return int(word) if word.isdecimal() else next((w.index(word) for w in (_WORDS, _MOTS) if word in w), 1)


def has_list(text: str) -> bool:
    """Whether the head sends its reader to a list of applications."""
    return bool(_LISTED.search(text)) or others_named(text) is not None


def listed_applications(lines: Iterable[Line]) -> list[str]:
    """The application numbers of a list: one in each row of a table, or at the beginning of a line."""
    found: list[str] = []
    for line in lines:
        cells = line.cells or (line.unnumbered,)
        number = next((match[1] for cell in cells if (match := _NUMBER.match(cell))), None)
        found += [number.lstrip("0")] if number else []
    return list(dict.fromkeys(found))


def instance_in(head: Head) -> tuple[str, str, bool]:
    """The formation that sat, the words that tell, and whether it is only concluded from the number of judges."""
    for form, pattern in _FORMS:
        match = pattern.search(head.composition)
        if match:
            return form, match[0], False
    for form, pattern in (("echr_grand_chamber", _GRAND), ("echr_plenary", _PLENARY)):
        line = next((text for text in head.sections if pattern.fullmatch(text)), "")
        if line:
            return form, line, False
    return _COUNTED.get(_judges(head.judges), ""), " ".join(head.sections), True


def sitting_day(head: Head) -> str:
    """The day on which the Court sat, as a decision tells it; empty where it names several."""
    match = _SITTING.search(head.composition)
    day = match["day"] if match else ""
    return day if DAY.fullmatch(day.strip()) else ""


def _judges(text: str) -> int:
    """How many judges a composition lists, before “and” the registrar."""
    match = re.search(r"compos\w+ (?:of|de)\s*:?(.*?)(?:,?\s*judges|,?\s*juges)\b", text, re.IGNORECASE | re.DOTALL)
    if match is None:
        return 0
    names = re.split(r"[,\n|]", match[1])
    return sum(
        1
        for name in names
        if name.strip() and not re.fullmatch(r"\W*(?:president|présidente?|ad hoc)\W*", name.strip(), re.IGNORECASE)
    )


def _without_contents(lines: Sequence[Line]) -> list[Line]:
    """The front page without a table of contents."""
    contents = next((n for n, line in enumerate(lines) if _CONTENTS.fullmatch(line.text)), len(lines))
    return list(lines[:contents])


def _runs(front: Sequence[str], start: int) -> list[str]:
    """The line of the application numbers, with those that go on with it."""
    found = list(front[start : start + 1])
    for text in front[start + 1 :]:
        goes_on = (
            _APPLICATION.match(text) or re.match(r"(?:and|et|,)?\s*\(?\d{1,5}/\d{2}\b", text) or _LISTED.match(text)
        )
        if not goes_on and not (found[-1].count("(") > found[-1].count(")")):
            break
        found.append(text)
    return found


def _title(front: Sequence[str], behind: Sequence[str], numbers: int, width: int) -> str:
    """The name of the case: where the Court writes it out, else on the front page."""
    for n, text in enumerate(behind[:3]):
        if re.match(r"(?:In the case of|En l['’]affaire)\b", text, re.IGNORECASE):
            return text if re.search(r"\s(?:v|c)\.\s", text) else " ".join(behind[n : n + 2])
    case = next((n for n, text in enumerate(front) if _CASE.match(text)), None)
    if case is not None:
        return _gathered(front[case : numbers if numbers > case else case + 3])
    return _gathered(front[numbers + width :])


def _gathered(texts: Sequence[str]) -> str:
    """Lines of a title up to the one that names the state."""
    found: list[str] = []
    for text in texts:
        if _JUDGMENT.fullmatch(text) or _DECISION.fullmatch(text):
            break
        found.append(text)
        if re.search(r"(?:^|\s)(?:v\.|c\.|against|contre|AGAINST|CONTRE)\s+\S", text):
            break
    return " ".join(found)


def _day(front: Sequence[str]) -> tuple[str, list[str]]:
    """The day of delivery, behind “STRASBOURG”, and the lines it takes; the day it became final is another."""
    for n, text in enumerate(front):
        if re.match(r"STRASBOURG\b", text, re.IGNORECASE):
            rest = text[len("STRASBOURG") :].strip(" ,|")
            if DAY.search(rest):
                return rest, [text]
            if n + 1 < len(front) and DAY.fullmatch(front[n + 1].strip(" .,")):
                return front[n + 1], [text, front[n + 1]]
    alone = [text for n, text in enumerate(front) if DAY.fullmatch(text) and not (n and _FINAL.fullmatch(front[n - 1]))]
    return (alone[0], alone) if len(alone) == 1 and "/" not in alone[0] else ("", [])


def _left(front: Sequence[str], used: set[str]) -> list[str]:
    """Lines of the front page that nothing was read from, “FINAL” with the day below it."""
    left: list[str] = []
    for text in front:
        known = _KNOWN.match(text) or _SECTION.fullmatch(text) or _GRAND.fullmatch(text) or _PLENARY.fullmatch(text)
        if known or text in used or _CASE.match(text) or any(text in one for one in used if len(one) > len(text)):
            continue
        if left and _FINAL.fullmatch(left[-1]):
            left[-1] = f"{left[-1]} {text}"
        else:
            left.append(text)
    return left
