"""Base forms of words from the dictionaries of simplemma, bokmål, nynorsk and English; the only importer of simplemma.

Only what stands in a dictionary is answered: nothing is guessed from endings. The dictionaries take half a second to
load, so they are asked when something is indexed and never when something is searched (see ``lexicon``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

#: Asked in this order; the first one that knows the word answers.
_LANGUAGES: Final = ("nb", "nn", "en")
#: Reads the base forms of a word.
BaseForms = Callable[[str], Collection[str]]


def base_forms(word: str) -> Collection[str]:
    """The base form of a word in small letters; nothing where no dictionary has it, nor the word without its -s."""
    return _looked_up(word) or (_looked_up(word[:-1]) if word.endswith("s") else ())


def inflections(lemmas: Collection[str]) -> Mapping[str, str]:
    """Every form of the given base forms that a dictionary has, with its base form, in the order of ``base_forms``."""
    found: dict[str, str] = {}
    for language in reversed(_LANGUAGES):
        found.update({form: lemma for form, lemma in _lowered(language) if lemma in lemmas})
    return {form: lemma for form, lemma in found.items() if lemma in base_forms(form)}


def _looked_up(word: str) -> Collection[str]:
    for language in _LANGUAGES:
        lemma = _dictionary(language).get(word)
        if lemma is not None:
            return (str(lemma).lower(),)
    return ()


@dataclass(frozen=True)
class WordForms:
    """A way from words to base forms and back; another one can be measured in its place (benchmarks/relevance.py)."""

    base_forms: BaseForms = base_forms
    inflections: Callable[[Collection[str]], Mapping[str, str]] = inflections


@cache
def _dictionary(language: str) -> Mapping[str, str]:
    from simplemma.strategies import DefaultDictionaryFactory

    dictionary: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary(language)
    return dictionary


@cache
def _lowered(language: str) -> list[tuple[str, str]]:
    return [(form.lower(), str(lemma).lower()) for form, lemma in _dictionary(language).items()]
