"""How text becomes words to match, the same for every engine: references and sections whole, letters folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from kom_rulings.references import Reference, find_references
from kom_rulings.references.reference import Found

#: Raised whenever the words of the same text change, so that an older index is built anew.
ANALYSIS_VERSION: Final = 3

#: A section as people write it: § 257, §60a, § 60 a, § 8-4. The letters are those that sections have; “i” is a word.
SECTION: Final = r"§§?[ \t\u00a0]*[0-9]+(?:-[0-9]+)?(?:[ \t\u00a0]?[a-hA-H](?![^\W_]))?"
#: A letter may be written with its accent beside it.
#: Initials are one word: C.N. is CN.
_INITIALS: Final = r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?![^\W_]{2})"
_LETTERS: Final = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_LETTERS_ONLY = re.compile(f"{_INITIALS}|{_LETTERS}")
_WORD = re.compile(f"{SECTION}|{_INITIALS}|{_LETTERS}")
_OWN_LETTERS: Final = (("æ", "ae"), ("ø", "o"), ("å", "a"), ("ß", "ss"))
_OURS: Final = str.maketrans(dict(_OWN_LETTERS))
_SPELLED_OUT: Final = (("aa", "a"), ("oe", "o"))


class Token(NamedTuple):
    """A word as it is matched, with the place in the text where it stands."""

    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Split a text into words. A reference is one word in its canonical form; “§ 257” is one word."""
    return (Token(folded(one.text), one.start, one.end) for one in _spelled(text, find_references(text)))


def words(text: str) -> list[str]:
    """The words of a text without their places."""
    return [token.text for token in tokens(text)]


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where each word of a text stands."""
    references = find_references(text)
    if not references:
        return [match.span() for match in _WORD.finditer(text)]
    return [(one.start, one.end) for one in _spelled(text, references)]


def spelled_words(text: str) -> tuple[list[str], list[Reference]]:
    """The words of a text as they are written, in small letters, and the references in it: what an index is made of."""
    references = find_references(text)
    if not references and "§" not in text:
        return [one.replace(".", "") for one in _LETTERS_ONLY.findall(text.lower())], []
    return [one.text for one in _spelled(text, references)], [one.reference for one in references]


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """Fold case and letters so that å and aa, ø and oe and o, æ and ae meet, and accents do not matter."""
    word = word.casefold().translate(_OURS)
    if word.isascii():
        return _replaced(word, _SPELLED_OUT)
    word = _replaced(unicodedata.normalize("NFC", word), _OWN_LETTERS)
    decomposed = unicodedata.normalize("NFKD", word)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _replaced(plain, _SPELLED_OUT)


@lru_cache(maxsize=10_000)
def plain_name(name: str) -> str:
    """A name by its words alone, folded: what is between them does not matter."""
    return " ".join("".join(one if one.isalnum() else " " for one in folded(name)).split())


def _replaced(word: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for letters, plain in pairs:
        word = word.replace(letters, plain)
    return word


def _spelled(text: str, references: Sequence[Found]) -> Iterator[Token]:
    """The words in small letters but not folded; a reference in its canonical form, a section without its space."""
    end = 0
    for reference, start, stop in references:
        yield from _words(text, end, start)
        yield Token(reference.text.lower().replace(" ", "_"), start, stop)
        end = stop
    yield from _words(text, end, len(text))


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _WORD.finditer(text, start, end):
        word = match[0].lower().replace(".", "")
        yield Token("§" + re.sub(r"[§\s]", "", word) if word.startswith("§") else word, *match.span())


#: Words too common to tell rulings apart, and the words of a question; they count inside quotes only.
# fmt: off
SMALL_WORDS: Final = frozenset(folded(word) for word in (
    "a", "about", "alle", "an", "and", "any", "are", "at", "av", "bare", "be", "been", "ble", "blei", "bli", "blir",
    "blitt", "burde", "by", "bør", "can", "could", "da", "de", "dei", "dem", "den", "denne", "der", "det", "dette",
    "did", "disse", "do", "does", "du", "eg", "ein", "eit", "eller", "en", "er", "et", "ett", "finnes", "finst",
    "for", "fra", "frå", "få", "får", "fått", "ha", "hadde", "han", "har", "has", "hatt", "have", "her", "hos",
    "how", "hun", "hva", "hvem", "hvilke", "hvilken", "hvilket", "hvis", "hvor", "hvordan", "hvorfor", "i", "if",
    "ikke", "ikkje", "in", "inn", "into", "is", "it", "its", "jeg", "jf", "kan", "kor", "korleis", "kunne", "kva",
    "kven", "man", "med", "men", "mot", "må", "måtte", "ne", "no", "noe", "noen", "nokon", "nr", "når", "of", "og",
    "om", "on", "one", "or", "over", "på", "saker", "se", "seg", "ser", "shall", "should", "sin", "sine", "sitt",
    "skal", "skulle", "so", "som", "så", "than", "that", "the", "their", "them", "there", "they", "til", "to",
    "under", "ut", "var", "vart", "ved", "vert", "vi", "vil", "ville", "vore", "være", "vært", "was", "were",
    "what", "when", "where", "which", "who", "will", "with", "would", "å",
))
# fmt: on
