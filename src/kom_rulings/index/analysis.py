"""How text becomes words to match, the same for every engine: references and sections whole, letters folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from kom_rulings.references import find_references

#: Raised whenever the words of the same text change, so that an older index is built anew.
ANALYSIS_VERSION: Final = 1

_WORD = re.compile(r"§§?\s*\d+(?:-\d+)?(?:\s?[a-z](?![a-zæøå]))?|[^\W_]+", re.IGNORECASE)
_FOLDS: Final = (("æ", "ae"), ("ø", "o"), ("å", "a"), ("aa", "a"), ("oe", "o"), ("ß", "ss"))
#: Words too common to tell rulings apart; they count inside quotes only.
# fmt: off
SMALL_WORDS: Final = frozenset((
    "a", "an", "and", "at", "av", "by", "da", "de", "den", "der", "det", "eller", "en", "er", "et", "ett", "for",
    "fra", "han", "hun", "i", "in", "ikke", "is", "med", "mot", "ne", "nr", "of", "og", "om", "or", "pa", "seg",
    "som", "the", "til", "to", "ved", "vi", "være", "var", "ble", "blir", "har",
))
# fmt: on


class Token(NamedTuple):
    """A word as it is matched, with the place in the text where it stands."""

    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Split a text into words. A reference is one word in its canonical form; “§ 257” is one word."""
    end = 0
    for reference, start, stop in find_references(text):
        yield from _words(text, end, start)
        yield Token(reference.text.lower().replace(" ", "_"), start, stop)
        end = stop
    yield from _words(text, end, len(text))


def words(text: str) -> list[str]:
    """The words of a text without their places."""
    return [token.text for token in tokens(text)]


def folded(word: str) -> str:
    """Fold case and letters so that å and aa, ø and oe and o, æ and ae meet, and accents do not matter."""
    word = unicodedata.normalize("NFC", word.casefold())
    for letter, plain in _FOLDS:
        word = word.replace(letter, plain)
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _WORD.finditer(text, start, end):
        word = folded(match[0])
        yield Token(re.sub(r"^§+\s*", "§", word).replace(" ", ""), *match.span())
