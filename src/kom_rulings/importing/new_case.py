"""A draft of which nothing is on record becomes a new record, itself a draft until a person approves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Final

from kom_rulings.files.moving import Write
from kom_rulings.importing.aligning import rulings_on_page
from kom_rulings.importing.fates import Wanted, fields_of
from kom_rulings.importing.filling import case_file, new_file
from kom_rulings.importing.naming import new_name
from kom_rulings.importing.origin import Origin
from kom_rulings.importing.outcome import FieldFate, Imported
from kom_rulings.importing.plan import Plan, moved, remark_on
from kom_rulings.importing.texts import text_plans
from kom_rulings.problems import Path
from kom_rulings.records import Register
from kom_rulings.sources.draft import Draft, Understood
from kom_rulings.wording import N_, Wording

_NOT_A_CASE: Final = N_("The page does not tell enough for a record. Write one with “kom-rulings new {kind}”.")
_NO_TITLE: Final = N_("the page gives no Norwegian title")


def new_case(draft: Draft, origin: Origin, told: Imported, root: FilePath, register: Register, say: Wording) -> Plan:
    """The plan for a new record; refused where the page tells too little."""
    path = case_file(root, draft.kind, new_name(draft, register.files))
    fields = _placed(draft)
    values: dict[Path, object] = {place: one.value for place, one in fields.items()}
    remarks = {place: remark_on(one, say) for place, one in fields.items() if one.guess}
    values |= {("draft",): "yes", **origin.added_to(None)}
    content, raw, case, problems = new_file(draft.kind, values, remarks, path)
    if raw is None or case is None:
        return Plan(replace(told, why=_NOT_A_CASE, params={"kind": draft.kind}, problems=tuple(problems)))
    texts = text_plans(draft, path, origin, (), Wanted(()))
    told = replace(
        told,
        act="new",
        case=case.id,
        file=raw.file,
        fields=tuple(FieldFate(place, "added", one.value, one.said, one.guess) for place, one in fields.items()),
        texts=tuple(fate for fate, _ in texts),
    )
    record = Write(raw.file, None, content)
    return Plan(told, (record, *(write for _, write in texts if write)), raw, case)


def _placed(draft: Draft) -> dict[Path, Understood]:
    """The fields by their place in the record, where rulings are counted without gaps."""
    positions: dict[int, int | None] = {n: position for position, n in enumerate(rulings_on_page(draft))}
    return {moved(one.path, positions): one for one in _with_title(draft)}


def _with_title(draft: Draft) -> Iterator[Understood]:
    """The fields, with a Norwegian title where the page gives none: every record has one."""
    titles = {one.path[1:]: one.value for one in fields_of(draft) if one.path[0] == "title"}
    if ("nb",) not in titles:
        name = titles.get(("en",)) or (draft.references[0] if draft.references else draft.title)
        yield Understood(("title", "nb"), name, "", _NO_TITLE)
    yield from draft.fields
