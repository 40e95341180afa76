"""The one way that a reference, a provision, a date or a country is written in a record."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.editing.shapes import Shape, shape_at
from kom_rulings.errors import NotADate
from kom_rulings.problems import Path
from kom_rulings.records.provision import NotAProvision, Provision
from kom_rulings.references import NotAReference, Reference

#: Year first, so that day and month cannot be taken for each other.
_LOOSE_DATE: Final = re.compile(r"\s*(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\s*", re.ASCII)
_LETTERS: Final = re.compile(r"\s*[A-Za-z]{2}\s*", re.ASCII)


def normal(kind: str, path: Path, text: str) -> str:
    """The value at a way in a record of a kind as we write it; one that cannot be read is left as it is."""
    shape = shape_at(kind, path)
    if shape is None or text == "unknown" or "\n" in text:
        return text
    try:
        return _normal(shape, text)
    except (NotADate, NotAReference, NotAProvision):
        return text


def _normal(shape: Shape, text: str) -> str:
    if PartialDate in shape.holds:
        return _date(text)
    if Reference in shape.holds:
        return str(Reference.parse(text))
    if Provision in shape.holds:
        return str(Provision.parse(text))
    if shape.country and _LETTERS.fullmatch(text):
        return text.strip().upper()
    return text


def _date(text: str) -> str:
    loose = _LOOSE_DATE.fullmatch(text)
    if loose is None:
        return str(PartialDate.parse(text))
    return str(PartialDate.parse("-".join(part.zfill(2) for part in loose.groups() if part)))
