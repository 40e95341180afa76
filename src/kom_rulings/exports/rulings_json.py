"""The cases as data for programs: as of a date, for an audience, without what is kept in the house."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kom_rulings.exports.leaving import permitted
from kom_rulings.records import Register, Ruling
from kom_rulings.records.case import Summary
from kom_rulings.references import Reference
from kom_rulings.standing import Audience, Shown

#: Fields for those who keep the records.
_KEPT_IN_THE_HOUSE: Final = frozenset(
    {"note", "sources", "draft", "formerly", "split_from", "provenance", "privacy_accepted"}
)


def rulings_json(shown: Sequence[Shown], hidden: AbstractSet[Reference], as_of: dt.date, audience: Audience) -> bytes:
    """The cases in the order given, as JSON in UTF-8; ``hidden`` are references that no citation may name."""
    cases = [_case_data(one, hidden) for one in shown]
    return json_bytes({"as_of": as_of.isoformat(), "audience": audience, "cases": cases})


def hidden_references(register: Register, shown: Iterable[Shown]) -> frozenset[Reference]:
    """The references of every case that is not shown; that one is cited would tell of it."""
    seen = {reference for one in shown for reference in one.case.references}
    return frozenset(register.by_reference) - seen


def json_bytes(content: object) -> bytes:
    """Data as readable JSON."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _case_data(shown: Shown, hidden: AbstractSet[Reference]) -> object:
    rulings = tuple(_ruling(shown, ruling, hidden) for ruling in shown.rulings)
    case = shown.case.model_copy(update={"rulings": rulings})
    return _without(case.model_dump(mode="json"), _KEPT_IN_THE_HOUSE)


def _ruling(shown: Shown, ruling: Ruling, hidden: AbstractSet[Reference]) -> Ruling:
    """A ruling with the summaries that may be given, and without citations of cases that are not shown."""
    summary = Summary(nb=permitted(shown, ruling.summary.nb), en=permitted(shown, ruling.summary.en))
    cites = tuple(reference for reference in ruling.cites if reference not in hidden)
    return ruling.model_copy(update={"cites": cites, "summary": summary})


def _without(data: object, names: AbstractSet[str]) -> object:
    """Plain data without the fields of these names, at every depth."""
    if isinstance(data, dict):
        return {name: _without(value, names) for name, value in data.items() if name not in names}
    return [_without(item, names) for item in data] if isinstance(data, list) else data
