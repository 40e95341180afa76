"""The vocabulary of the synthetic texts: the words of words.txt, bent and compounded, the commonest first.

Rules as simple as these make forms that no dictionary has (dommenes is good, barner is not); what they share with
real Norwegian is what an index feels: many forms of a word, and a long tail of compounds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dice import Dice, zipf

SIZE = 60_000
#: Phrases and the share of paragraphs that each is planted in.
PHRASES = {
    "sårbar situasjon": 0.02,
    "misforhold mellom partene": 0.005,
    "forsøk på å komme ut av": 0.002,
    "utnyttet til tvangsarbeid": 0.001,
    "fastholdt i prostitusjon": 0.0005,
}
_LIST = Path(__file__).with_name("words.txt")
#: Endings by class, the commonest first; those of words in -e leave out an e of their own.
_ENDINGS = {
    "common": ("", "en", "er", "ene", "s", "ens"),
    "neuter": ("", "et", "s", "ene", "er", "ets"),
    "verb -et": ("er", "e", "et", "es"),
    "verb -te": ("er", "e", "te", "t", "es"),
    "adjective": ("", "e", "t", "ere", "est"),
    "fixed": ("",),
}
_ENTRY = re.compile(r"(?P<word>\w+)(?:(?P<first>\+)(?P<joint>[a-z]?))?(?:/(?P<stem>\w+))?")
#: The share of compounds far down the list, the rank where half of it is reached, and how many have three parts.
_MOST_COMPOUNDS, _HALF, _OF_THREE = 0.9, 1500, 0.15
#: The running sums of how common the endings are, in per cent.
_ENDING_SUMS = (45, 70, 82, 92, 96, 100)


@dataclass(frozen=True)
class Base:
    """A base word: its class, how common it is in it, and what it is at the beginning of a compound, if it may be."""

    text: str
    kind: str
    place: int
    stem: str
    first: str | None

    def form(self, ending: int) -> str:
        """One of its forms, by how common the ending is in its class."""
        chosen = _ENDINGS[self.kind][ending % len(_ENDINGS[self.kind])]
        return _bent(self.stem, chosen) if chosen else self.text


@dataclass(frozen=True)
class Vocabulary:
    """Every form, the commonest first, with the running sums of the weights to draw them by."""

    forms: tuple[str, ...]
    sums: tuple[float, ...]
    bases: tuple[Base, ...]


@cache
def vocabulary() -> Vocabulary:
    """The same vocabulary whatever the seed, so that the same queries can be asked of every workspace.

    Words are drawn by how common they are: the sooner one comes, the commoner it is. Compounds come late.
    """
    small, bases = _read(_LIST.read_text(encoding="utf-8"))
    forms, dice, shelves = dict.fromkeys(small), Dice(0, "vocabulary"), _shelves(bases)
    while len(forms) < SIZE:
        compound = dice.chance(_MOST_COMPOUNDS * len(forms) / (len(forms) + _HALF))
        forms[_compound(dice, shelves) if compound else _drawn(dice, shelves["all"])] = None
    return Vocabulary(tuple(forms), tuple(zipf(SIZE)), tuple(bases))


def _read(text: str) -> tuple[list[str], list[Base]]:
    """The small words in their order, and the base words of every other part."""
    parts = {}
    for part in text.split("\n[")[1:]:
        kind, _, entries = part.partition("]")
        parts[kind] = entries.split()
    small = parts.pop("small")
    return small, [_base(one, kind, n) for kind, entries in parts.items() for n, one in enumerate(entries, start=1)]


def _base(entry: str, kind: str, place: int) -> Base:
    match = _ENTRY.fullmatch(entry)
    if match is None:
        raise ValueError(entry)
    word = match["word"]
    stem = word[:-1] if kind.startswith("verb") else match["stem"] or word
    return Base(word, kind, place, stem, word + match["joint"] if match["first"] else None)


def _bent(stem: str, ending: str) -> str:
    """The stem with an ending: kvinne and -en make kvinnen, alvorlig takes no -t."""
    if ending == "t" and stem.endswith(("ig", "sk", "t")):
        return stem
    return stem + (ending[1:] if stem.endswith("e") and ending.startswith("e") else ending)


def _shelves(bases: list[Base]) -> dict[str, list[Base]]:
    """All words, the nouns, and those that may begin a compound, each with the commonest first."""
    ranked = sorted(bases, key=lambda base: base.place)
    nouns = [base for base in ranked if base.kind in ("common", "neuter")]
    return {"all": ranked, "nouns": nouns, "firsts": [base for base in nouns if base.first]}


def _compound(dice: Dice, shelves: dict[str, list[Base]]) -> str:
    """A compound of two parts, or of three."""
    firsts = dice.weighted(shelves["firsts"], _sums(len(shelves["firsts"])), 1 + dice.chance(_OF_THREE))
    return "".join(base.first or "" for base in firsts) + _drawn(dice, shelves["nouns"])


def _drawn(dice: Dice, shelf: list[Base]) -> str:
    """A word in one of its forms."""
    base = dice.weighted(shelf, _sums(len(shelf)), 1)[0]
    return base.form(dice.weighted(range(len(_ENDING_SUMS)), _ENDING_SUMS, 1)[0])


_sums = cache(zipf)
