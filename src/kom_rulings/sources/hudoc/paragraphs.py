"""Numbered paragraphs out of lines: the page's own numbers where they follow on each other, else ours for the order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.sources.hudoc.lines import Line

#: What makes a number less likely to be that of a paragraph, against what a paragraph counts.
_DOUBT: Final = 0.6
_LIST_DOUBT: Final = 0.3
_SAME_STYLE: Final = 0.5
#: So many numbers may be missing in a row; each costs more than a paragraph is worth.
_WIDEST_GAP: Final = 2
_GAP_COST: Final = 1.5


@dataclass(frozen=True)
class Numbered:
    """Paragraphs with their numbers; ``own`` where these are the page's, ``gaps`` where some of them are missing."""

    paragraphs: tuple[tuple[int, str], ...]
    own: bool
    gaps: bool = False


def numbered(lines: Sequence[Line]) -> Numbered:
    """The paragraphs of a run of lines. Headings are left out, and lines without a number belong to the one before."""
    chain = _chain(lines)
    if not chain or _has_text(lines[: chain[0]]):
        texts = [line.text for line, quoted in _with_quotes(lines) if quoted or not line.is_heading]
        return Numbered(tuple(enumerate(texts, 1)), own=False)
    starts = set(chain)
    found: list[tuple[int, list[str]]] = []
    for n, (line, quoted) in enumerate(_with_quotes(lines)):
        if n in starts:
            found.append((line.number or 0, [line.unnumbered] if line.unnumbered else []))
        elif found and (quoted or not line.is_heading):
            found[-1][1].append(line.text)
    paragraphs = tuple((number, "\n".join(texts)) for number, texts in found if texts)
    return Numbered(paragraphs, own=True, gaps=len(paragraphs) != (paragraphs[-1][0] if paragraphs else 0))


def _has_text(lines: Sequence[Line]) -> bool:
    return any(not line.is_heading for line in lines)


def _with_quotes(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Each line, and whether it stands in a quotation or begins one."""
    depth = 0
    for line in lines:
        begins = line.unnumbered.startswith(("“", "«", "„"))
        yield line, depth > 0 or begins or line.indented
        opened = sum(line.text.count(sign) for sign in "“«„") - sum(line.text.count(sign) for sign in "”»")
        depth = max(depth + opened, 0)


def _chain(lines: Sequence[Line]) -> list[int]:
    """The positions of the lines that begin paragraphs: the heaviest run of numbers that count on from one."""
    weights = _weights(lines)
    best: dict[int, tuple[float, int]] = {}
    before: dict[int, int | None] = {}
    heaviest: tuple[float, int] | None = None
    for position, weight in weights.items():
        number = lines[position].number or 0
        lead, previous = _lead(best, number)
        if lead is None:
            continue
        total = lead + weight
        before[position] = previous
        if number not in best or total > best[number][0]:
            best[number] = (total, position)
        if heaviest is None or total > heaviest[0]:
            heaviest = (total, position)
    return _followed_back(before, heaviest[1]) if heaviest else []


def _lead(best: dict[int, tuple[float, int]], number: int) -> tuple[float | None, int | None]:
    """What the best run that this number can follow on weighs, and where it ends."""
    found: tuple[float | None, int | None] = (0.0, None) if number == 1 else (None, None)
    for gap in range(_WIDEST_GAP + 1):
        total, position = best.get(number - 1 - gap, (None, None))
        if total is not None and (found[0] is None or total - _GAP_COST * gap > found[0]):
            found = (total - _GAP_COST * gap, position)
    return found


def _weights(lines: Sequence[Line]) -> dict[int, float]:
    """For every line that begins with a number how likely it begins a paragraph."""
    numbers = {n: quoted for n, (line, quoted) in enumerate(_with_quotes(lines)) if line.number is not None}
    styles = Counter(lines[n].style for n in numbers)
    most = max(styles.values(), default=1)
    anew = _begun_anew([(n, lines[n].number or 0) for n in numbers])
    return {
        n: 1
        + _SAME_STYLE * styles[lines[n].style] / most
        - _DOUBT * (quoted + lines[n].is_heading)
        - _LIST_DOUBT * (n in anew)
        for n, quoted in numbers.items()
    }


def _begun_anew(numbers: Sequence[tuple[int, int]]) -> set[int]:
    """The positions of numbers that count on from a one which is not the first: those of a list within the text."""
    found: set[int] = set()
    counted = 0
    for n, (position, number) in enumerate(numbers):
        counted = number if n and (number == 1 or (counted and number == counted + 1)) else 0
        if counted:
            found.add(position)
    return found


def _followed_back(before: dict[int, int | None], last: int) -> list[int]:
    chain: list[int] = []
    position: int | None = last
    while position is not None:
        chain.append(position)
        position = before[position]
    return chain[::-1]
