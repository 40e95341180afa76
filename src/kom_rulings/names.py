"""Names of things as types of their own, so that a case id is never taken for another text."""

from __future__ import annotations

import re
from typing import NewType

#: The name of a case: its file name without the ending, lower-case letters, digits and hyphens.
CaseId = NewType("CaseId", str)

_CASE_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_LONGEST = 80

#: Names that Windows keeps for devices and refuses as file names.
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def is_case_id(text: str) -> bool:
    """Tell whether a text may name a case, on every file system."""
    return bool(_CASE_ID.fullmatch(text)) and len(text) <= _LONGEST and text not in _RESERVED
