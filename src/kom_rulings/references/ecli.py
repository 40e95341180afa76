"""The European Case Law Identifier of the Court in Strasbourg, made from and held against number and date.

Rule, as seen in the Court's own identifiers (1874/13 of 17 October 2019 is one of the tests):
``ECLI:CE:ECHR:{year}:{month and day}{JUD|DEC}{application number, seven digits}{two-digit year}``.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from kom_rulings.references.reference import Reference

DocumentType = Literal["JUD", "DEC"]


def ecli_for(application: Reference, date: dt.date, document: DocumentType) -> str:
    """Return the ECLI of a judgment or decision; with several applications the first number is used."""
    number, year = application.text.split("/")
    return f"ECLI:CE:ECHR:{date:%Y}:{date:%m%d}{document}{int(number):07}{year}"
