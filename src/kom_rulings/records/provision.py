"""A provision as it is cited: law, section or article, and the part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self

_PROVISION = re.compile(
    r"(?P<law>.+?) (?P<sign>§§?|artikkel) ?(?P<section>\d+(?:-\d+)?(?: [a-z](?![a-zæøå]))?)(?P<part>.*)"
)


class NotAProvision(ValueError):
    """The text is no provision."""


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision, such as ``strl. 1902 § 224 første ledd bokstav b`` or ``EMK artikkel 4``.

    ``law`` is the short name of the law, ``section`` its number, ``part`` what stands behind it as written.
    """

    law: str
    section: str
    part: str = ""
    sign: str = field(default="§", compare=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a provision; raise ``NotAProvision`` when law or number is missing."""
        match = _PROVISION.fullmatch(" ".join(text.split()))
        if match is None:
            raise NotAProvision(text)
        return cls(match["law"], match["section"], match["part"].strip(), match["sign"])

    @property
    def name(self) -> str:
        """Law and section without the part: the key of the table of provisions."""
        return f"{self.law} {'§' if self.sign != 'artikkel' else self.sign} {self.section}"

    def __str__(self) -> str:
        return f"{self.law} {self.sign} {self.section} {self.part}".rstrip()
