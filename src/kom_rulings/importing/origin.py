"""Where a page came from, as the record keeps it: source, address, the day it was saved, and its checksum."""

from __future__ import annotations

from dataclasses import dataclass

from kom_rulings.files.writing import Inserted
from kom_rulings.problems import Path
from kom_rulings.records import Case
from kom_rulings.records.case import Source

_UNKNOWN = "unknown"
_FIELD = "provenance"


@dataclass(frozen=True)
class Origin:
    """``address`` is None and ``retrieved`` is ``unknown`` where neither the page nor the person tells."""

    source: Source
    page: str
    sha256: str
    address: str | None = None
    retrieved: str = _UNKNOWN

    @property
    def where(self) -> str:
        """What the head of a full text gives as its source."""
        return self.address or self.source

    def is_new_to(self, case: Case) -> bool:
        """Whether nothing of this page was imported into the case before."""
        return all(one.sha256 != self.sha256 for one in case.provenance)

    def added_to(self, case: Case | None) -> dict[Path, object]:
        """The change that adds the page to those that a case was imported from."""
        if case is not None and case.provenance:
            return {(_FIELD, len(case.provenance)): Inserted(self._entry)}
        return {(_FIELD,): [self._entry]}

    @property
    def _entry(self) -> dict[str, str]:
        address = {"address": self.address} if self.address else {}
        retrieved = {"retrieved": self.retrieved} if self.retrieved != _UNKNOWN else {}
        return {"source": self.source, **address, **retrieved, "sha256": self.sha256}
