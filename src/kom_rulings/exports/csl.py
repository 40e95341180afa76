"""Citations as CSL-JSON, which citation processors take: an item of type legal_case for every ruling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.exports.cited import Cited, cited_rulings
from kom_rulings.exports.rulings_json import json_bytes
from kom_rulings.records.tables import Tables
from kom_rulings.standing import Shown
from kom_rulings.wording import Language

_LANGUAGES: Final[dict[Language, str]] = {"nb": "nb-NO", "en": "en-GB"}


def csl_json(cases: Sequence[Shown], tables: Tables, language: Language) -> bytes:
    """The citations of every ruling of the cases, as one list."""
    return json_bytes([item(one) for one in cited_rulings(cases, tables, language)])


def item(cited: Cited) -> dict[str, object]:
    """The item of a ruling; a field without a value is left out."""
    fields: dict[str, object] = {
        "id": cited.id,
        "type": "legal_case",
        "title": cited.title,
        "title-short": cited.short_title,
        "authority": cited.court,
        "jurisdiction": cited.jurisdiction,
        "number": cited.number,
        "issued": {"date-parts": [_parts(cited.date)]} if cited.date else None,
        "URL": cited.url,
        "language": _LANGUAGES[cited.language],
        "keyword": ", ".join(cited.keywords),
        "abstract": cited.abstract,
        "note": " ".join(_ended(note) for note in cited.notes),
    }
    return {name: value for name, value in fields.items() if value}


def _parts(date: PartialDate) -> list[int]:
    """Year, month and day as far as they are known."""
    return [part for part in (date.year, date.month, date.day) if part is not None]


def _ended(note: str) -> str:
    return note if note.endswith((".", "!", "?")) else f"{note}."
