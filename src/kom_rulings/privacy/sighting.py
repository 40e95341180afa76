"""A sighting: what in a text may tell who somebody is, shown masked, and known again by its mark."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final, get_args

from kom_rulings.records.case import Telling

KINDS: Final[tuple[Telling, ...]] = get_args(Telling)
_MARK_LENGTH: Final = 10
_HIDDEN = re.compile(r"(?<=\w)\w|\b\w\b")


@dataclass(frozen=True)
class Sighting:
    """What stands at a place of a text from ``start`` to ``end``, and what it may be."""

    kind: Telling
    start: int
    end: int
    text: str

    @property
    def masked(self) -> str:
        """The text with only the first sign of every longer word: ``K••• N•••••••``, ``0••••• 4••••``, ``•.•.``."""
        return _HIDDEN.sub("•", self.text)

    @property
    def mark(self) -> str:
        """By what the sighting is accepted: the same for the same words of the same kind, however they are spaced."""
        plain = " ".join(self.text.casefold().split())
        return hashlib.sha256(f"{self.kind}|{plain}".encode()).hexdigest()[:_MARK_LENGTH]
