"""Other ways to the base form of a word, to measure the judged queries with: none, Snowball, and both together."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kom_rulings.index.lemmas import WordForms, base_forms


def _nothing(_: str) -> Collection[str]:
    return ()


def _snowball(word: str) -> Collection[str]:
    """The stem, marked so that it is no word; needs ``snowballstemmer``, which is installed for measuring only."""
    import snowballstemmer

    return (f"{snowballstemmer.stemmer('norwegian').stemWord(word)}-",) if word.isalpha() else ()


def _both(word: str) -> Collection[str]:
    return (*base_forms(word), *_snowball(word))


def _no_inflections(_: Collection[str]) -> Mapping[str, str]:
    return {}


#: The ways by name; the first is the one in use.
WAYS = {
    "simplemma": WordForms(),
    "none": WordForms(_nothing, _no_inflections),
    "snowball": WordForms(_snowball, _no_inflections),
    "both": WordForms(_both),
}
