"""How text becomes words to match, the same for every engine: references and sections whole, letters folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from kom_rulings.references import find_references

#: Raised whenever the words of the same text change, so that an older index is built anew.
ANALYSIS_VERSION: Final = 2

#: A section as people write it: § 257, §60a, § 60 a, § 8-4. The letters are those that sections have; “i” is a word.
SECTION: Final = r"§§?[ \t\u00a0]*[0-9]+(?:-[0-9]+)?(?:[ \t\u00a0]?[a-hA-H](?![^\W_]))?"
#: A letter may be written with its accent beside it.
_LETTERS: Final = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_WORD = re.compile(f"{SECTION}|{_LETTERS}")
_OWN_LETTERS: Final = (("æ", "ae"), ("ø", "o"), ("å", "a"), ("ß", "ss"))
_SPELLED_OUT: Final = (("aa", "a"), ("oe", "o"))


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
    word = _replaced(unicodedata.normalize("NFC", word.casefold()), _OWN_LETTERS)
    decomposed = unicodedata.normalize("NFKD", word)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _replaced(plain, _SPELLED_OUT)


def _replaced(word: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for letters, plain in pairs:
        word = word.replace(letters, plain)
    return word


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _WORD.finditer(text, start, end):
        word = folded(match[0])
        if word.startswith("§"):
            word = "§" + re.sub(r"[§\s]", "", word)
        yield Token(word, *match.span())


#: Words too common to tell rulings apart; they count inside quotes only.
# fmt: off
SMALL_WORDS: Final = frozenset(folded(word) for word in (
    "a", "an", "and", "at", "av", "by", "da", "de", "den", "der", "det", "eller", "en", "er", "et", "ett", "for",
    "fra", "han", "hun", "i", "in", "ikke", "is", "med", "mot", "ne", "nr", "of", "og", "om", "or", "pa", "seg",
    "som", "the", "til", "to", "ved", "vi", "være", "var", "ble", "blir", "har",
))
# fmt: on
