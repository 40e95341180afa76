"""Addresses at Lovdata and HUDOC, derived from a reference where the rule is sure, and ``None`` where it is not."""

from __future__ import annotations

import json
from urllib.parse import quote

from kom_rulings.references.forms import Kind
from kom_rulings.references.reference import Reference

_LOVDATA = "https://lovdata.no/dokument"
_HUDOC = "https://hudoc.echr.coe.int"
_HUDOC_FIELDS = {Kind.APPLICATION: "appno", Kind.ECLI: "ecli"}


def lovdata_url(reference: Reference, *, criminal: bool) -> str | None:
    """Return the open Lovdata address of an HR, L or T reference; ``None`` for Rt, RG and all others.

    The collection is named by court and branch (LBSTR, TRSIV); addresses of Rt follow no rule and are stored as links.
    """
    court = _collection_court(reference)
    if court is None:
        return None
    collection = f"{court}{'STR' if criminal else 'SIV'}"
    return f"{_LOVDATA}/{collection}/avgjorelse/{quote(reference.text.lower())}"


def hudoc_url(reference: Reference) -> str | None:
    """Return the HUDOC address of an item, an application number or an ECLI; ``None`` for all others."""
    if reference.kind is Kind.HUDOC_ITEM:
        return f"{_HUDOC}/eng?i={reference.text}"
    field = _HUDOC_FIELDS.get(reference.kind)
    if field is None:
        return None
    return f"{_HUDOC}/eng#{quote(json.dumps({field: [reference.text]}, separators=(',', ':')))}"


def _collection_court(reference: Reference) -> str | None:
    if reference.kind is Kind.SUPREME_COURT:
        return "HR"
    if reference.kind is Kind.COURT_OF_APPEAL:
        return reference.text[:2]
    return "TR" if reference.kind is Kind.DISTRICT_COURT else None
