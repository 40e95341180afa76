"""The case details of HUDOC, where they were saved with the judgment: importance, conclusions, keywords and more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kom_rulings.pages.page import Block, Grid
from kom_rulings.sources.hudoc.regions import BEGINS

_LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "titre"),
    "applications": (
        "app. no(s).", "app. no.", "app. no(s)", "application number(s)", "application number", "application no(s).",
        "n° de requête", "n° de requête(s)", "numéro de requête", "numéro(s) de requête",
    ),
    "importance": ("importance level", "importance", "niveau d'importance"),
    "states": (
        "respondent state(s)", "respondent state", "respondent", "état(s) défendeur(s)", "etat(s) défendeur(s)",
        "état défendeur",
    ),
    "body": ("originating body", "organe d'origine", "formation"),
    "type": ("document type", "type de document"),
    "date": ("judgment date", "decision date", "date de l'arrêt", "date de la décision"),
    "conclusions": ("conclusion(s)", "conclusion", "conclusions"),
    "articles": ("article(s)", "articles"),
    "keywords": ("keywords", "mots-clés"),
    "ecli": ("ecli",),
    "item": ("itemid", "item id", "item"),
    "other": (
        "published in", "represented by", "referred by", "introduction date", "reference date", "separate opinion(s)",
        "separate opinions", "organisations", "strasbourg case-law", "domestic law", "rules of court", "applicability",
        "international law and other relevant material", "external sources", "language(s)", "language", "publié dans",
        "représenté(e)(s) par", "représenté par", "opinion(s) séparée(s)", "jurisprudence de strasbourg",
        "date d'introduction", "langue", "droit interne",
    ),
}  # fmt: skip
_NAME_OF: Final = {label: name for name, labels in _LABELS.items() for label in labels}
_FEWEST: Final = 3
#: Headings of a judgment may be called “Conclusion” or “Domestic law”; these are none.
_SURE: Final = frozenset({"applications", "importance", "states", "body", "type", "ecli"})
#: Where details lie in blocks and not in a table, one value has no more of them.
_MOST_LINES: Final = 60
_ONE_LINE: Final = frozenset({"ecli", "item", "importance", "date", "body", "type", "title"})
_BREAKS: Final = re.compile(r"\n|;(?![^(]*\))")
#: The positions of a label and its value on the page, the label, and the value.
_Pair = tuple[list[int], str, str]


@dataclass(frozen=True)
class Details:
    """The values by name, each as lines; ``rows`` are all of them as the page shows them."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rows: tuple[tuple[str, str, str], ...] = ()

    def first(self, name: str) -> str:
        """The first line of a value, empty where there is none."""
        return next(iter(self.values.get(name, ())), "")


def split_details(parts: Sequence[Block | Grid]) -> tuple[Details, list[Block | Grid]]:
    """The case details of a page, and its other parts."""
    grids = [part for part in parts if isinstance(part, Grid) and _is_details(part)]
    if grids:
        rows = [(row[0], "\n".join(cell for cell in row[1:] if cell)) for grid in grids for row in grid.rows]
        return _details(rows), [part for part in parts if not (isinstance(part, Grid) and _is_details(part))]
    sure = [run for run in _runs(_pairs(parts)) if _SURE & {_name(label) for _, label, _ in run}]
    pairs = [pair for run in sure for pair in run]
    if len(_SURE & {_name(label) for _, label, _ in pairs}) < _FEWEST:
        return Details(), list(parts)
    used = {n for positions, _, _ in pairs for n in positions}
    return _details([(label, value) for _, label, value in pairs]), [
        one for n, one in enumerate(parts) if n not in used
    ]


def _is_details(grid: Grid) -> bool:
    return sum(1 for row in grid.rows if len(row) > 1 and _name(row[0])) >= min(_FEWEST, len(grid.rows))


def _name(label: str) -> str:
    return _NAME_OF.get(" ".join(label.casefold().replace("’", "'").rstrip(" :").split()), "")


def _pairs(parts: Sequence[Block | Grid]) -> Iterator[_Pair]:
    """Labels that stand in blocks of their own, with the blocks behind them up to the next label."""
    n = 0
    while n < len(parts):
        part = parts[n]
        name = _name(part.text) if isinstance(part, Block) else ""
        n += 1
        if not name or not isinstance(part, Block):
            continue
        positions = [n - 1]
        lines: list[str] = []
        most = 1 if name in _ONE_LINE else _MOST_LINES
        while n < len(parts) and len(lines) < most:
            value = parts[n]
            if not isinstance(value, Block) or _name(value.text) or (most > 1 and BEGINS.fullmatch(value.text)):
                break
            positions.append(n)
            lines.append(value.text)
            n += 1
        yield positions, part.text, "\n".join(lines)


def _runs(pairs: Iterable[_Pair]) -> list[list[_Pair]]:
    """Pairs that stand right behind each other: a heading “Conclusion” in the text is far from the details."""
    runs: list[list[_Pair]] = []
    for pair in pairs:
        if runs and runs[-1][-1][0][-1] + 1 == pair[0][0]:
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return runs


def _details(rows: Sequence[tuple[str, str]]) -> Details:
    values: dict[str, tuple[str, ...]] = {}
    for label, value in rows:
        lines = tuple(piece.strip(" ;") for piece in _BREAKS.split(value) if piece.strip(" ;"))
        if _name(label) and lines:
            values.setdefault(_name(label), lines)
    return Details(values, tuple((_name(label), label.rstrip(" :"), " ".join(value.split())) for label, value in rows))
