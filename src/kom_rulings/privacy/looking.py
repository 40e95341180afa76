"""Texts looked at once each: what is told many times, in the records and in what leaves, is scanned the first time."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.privacy.known_names import KnownNames
from kom_rulings.privacy.scanning import find_sightings
from kom_rulings.privacy.sighting import Sighting

#: What stands between the words of a file name or of an address.
_BETWEEN: Final = re.compile(r"[\s_.+/?=&#:%-]+")
_ENDING: Final = re.compile(r"(?:\.[a-z]{2,5}){1,2}$")
#: So many may be the number of a person.
_MANY_DIGITS: Final = re.compile(r"(?:[0-9][^0-9]{0,3}){11}")


class Lookout:
    """Finds what may tell who somebody is; the same text is scanned once."""

    def __init__(self, known: KnownNames) -> None:
        self._known = known
        self._seen: dict[str, tuple[Sighting, ...]] = {}

    def in_text(self, text: str) -> tuple[Sighting, ...]:
        """The sightings in a text, in order."""
        if text not in self._seen:
            self._seen[text] = tuple(find_sightings(text, self._known))
        return self._seen[text]

    def in_address(self, address: str) -> tuple[Sighting, ...]:
        """The sightings in an address, whose words are small and joined by other signs."""
        return self.in_file_name(address) if _MANY_DIGITS.search(address) else self._found(address, [address])

    def in_file_name(self, name: str) -> tuple[Sighting, ...]:
        """The sightings in the name of a file or folder, with what stands there when its signs are read as spaces."""
        bare = _ENDING.sub("", name)
        return self._found(bare, [" ".join(_BETWEEN.split(bare)), name])

    def _found(self, name: str, texts: list[str]) -> tuple[Sighting, ...]:
        """The sightings, each once, and names of persons that are written small and begin with a given name."""
        sightings = [one for text in texts for one in self.in_text(text)]
        words, given = _BETWEEN.split(name), self._known.words.given_names
        if any(word.casefold() in given for word in words):
            named = self.in_text(" ".join(word.title() for word in words))
            sightings += [one for one in named if one.text.split()[0].casefold() in given]
        found: dict[tuple[str, str], Sighting] = {}
        for one in sightings:
            found.setdefault((one.kind, _BETWEEN.sub(" ", one.text).casefold()), one)
        return tuple(found.values())
