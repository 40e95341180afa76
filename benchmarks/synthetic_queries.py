"""What people type, drawn from the vocabulary of the synthetic texts: the same mix of kinds in every run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import cycle, islice
from typing import NamedTuple

from dice import Dice
from synthetic_references import LEADING, last_reference
from vocabulary import PHRASES, Base, vocabulary

#: Ranks of the vocabulary: common words behind the small ones, those of the middle, and the long tail.
_COMMON, _MIDDLING, _RARE = (100, 800), (800, 6000), (20_000, 60_000)
#: How common the base words are that people think of; letters of a compound, and of a word worth misspelling.
_FAMILIAR, _LONG, _MISSPELT = 60, 13, 6
#: The cases that a reference may ask for, so that a workspace of a hundred answers all.
_CASES = 100


class Typed(NamedTuple):
    """A query and the kind that it is of."""

    kind: str
    text: str


def queries(seed: int, n: int) -> list[str]:
    """So many queries, every kind in its share."""
    return [typed.text for typed in typed_queries(seed, n)]


def typed_queries(seed: int, n: int) -> list[Typed]:
    """So many queries with their kinds, for telling times by kind."""
    dice = Dice(seed, "queries")
    return [Typed(kind, _KINDS[kind](dice)) for kind in islice(cycle(_MIX), n)]


def _word(dice: Dice, ranks: tuple[int, int]) -> str:
    return dice.pick(vocabulary().forms[slice(*ranks)])


def _familiar(dice: Dice, kinds: Sequence[str] = ("common", "neuter")) -> Base:
    return dice.pick([base for base in vocabulary().bases if base.kind in kinds and base.place <= _FAMILIAR])


def _one_word(dice: Dice) -> str:
    return _familiar(dice).text


def _two_words(dice: Dice) -> str:
    return f"{_familiar(dice).text} {_word(dice, _COMMON)}"


def _three_words(dice: Dice) -> str:
    return f"{_familiar(dice).text} {_familiar(dice, ['adjective']).text} {_familiar(dice).text}"


def _inflected(dice: Dice) -> str:
    return _familiar(dice, ["common", "neuter", "verb -et", "verb -te", "adjective"]).form(dice.between(1, 3))


def _compound(dice: Dice) -> str:
    return dice.pick([form for form in vocabulary().forms[slice(*_MIDDLING)] if len(form) >= _LONG])


def _part(dice: Dice) -> str:
    """A word that mostly stands at the beginning of others, and one beside it."""
    firsts = [base for base in vocabulary().bases if base.first and base.place > _FAMILIAR]
    return f"{dice.pick(firsts).text} {_word(dice, _COMMON)}"


def _phrase(dice: Dice) -> str:
    return f'"{dice.pick(list(PHRASES))}"'


def _prefix(dice: Dice) -> str:
    long = [form for form in vocabulary().forms[slice(*_MIDDLING)] if len(form) >= _LONG]
    return f"{dice.pick(long)[: dice.between(5, 8)]}*"


def _filtered(name: str) -> Callable[[Dice], str]:
    """A word with a filter beside it."""
    values: dict[str, Callable[[Dice], str]] = {
        "år": lambda dice: f"{dice.between(2004, 2014)}-{dice.between(2015, 2024)}",
        "domstol": lambda dice: dice.pick(("borgarting", "gulating", "oslo", "eidsivating", "høyesterett")),
        "utfall": lambda dice: dice.pick(("domfelt", "frifunnet", "opphevet")),
    }
    return lambda dice: f"{_familiar(dice).text} {name}:{values[name](dice)}"


def _reference(dice: Dice) -> str:
    return last_reference(dice.between(1, _CASES))


def _leading(dice: Dice) -> str:
    """A ruling that many cite, in the spelling of the texts or as it is typed in haste."""
    reference = dice.pick(LEADING)
    return dice.pick((reference, reference.lower().replace("-", " "), f"{reference} avsnitt {dice.between(1, 60)}"))


def _rare(dice: Dice) -> str:
    return _word(dice, _RARE)


def _misspelt(dice: Dice) -> str:
    """Two neighbouring letters in the wrong order, so that it is no word of the vocabulary."""
    while True:
        word = _familiar(dice).text
        at = dice.between(1, max(len(word) - 3, 1))
        wrong = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
        if len(word) >= _MISSPELT and wrong not in vocabulary().forms:
            return wrong


_KINDS: dict[str, Callable[[Dice], str]] = {
    "one word": _one_word,
    "two words": _two_words,
    "three words": _three_words,
    "inflected": _inflected,
    "compound": _compound,
    "part of a compound": _part,
    "phrase": _phrase,
    "prefix": _prefix,
    "year": _filtered("år"),
    "court": _filtered("domstol"),
    "outcome": _filtered("utfall"),
    "reference": _reference,
    "leading ruling": _leading,
    "rare word": _rare,
    "misspelt": _misspelt,
}
#: Every kind once, and those that people type most again, spread out so that any few queries are mixed.
_MIX = (*_KINDS, "two words", "phrase", "one word", "reference", "two words", "inflected", "three words", "compound")
