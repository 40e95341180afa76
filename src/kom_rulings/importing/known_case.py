"""A draft of a case that is on record: added where the record is silent, shown where it says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kom_rulings.files.moving import Write
from kom_rulings.files.reading import RawFile
from kom_rulings.files.writing import Inserted, changed
from kom_rulings.importing.aligning import aligned, rulings_on_page
from kom_rulings.importing.fates import NEW_RULINGS, RULINGS, Wanted, changes_of, fate_of, fields_of
from kom_rulings.importing.filling import in_order, read_back
from kom_rulings.importing.origin import Origin
from kom_rulings.importing.outcome import FieldFate, Imported
from kom_rulings.importing.plan import Plan, moved, remark_on
from kom_rulings.importing.texts import text_plans
from kom_rulings.problems import Path, undotted
from kom_rulings.records import Case, Register
from kom_rulings.records.building import may_be_unknown
from kom_rulings.sources.draft import Draft, Understood
from kom_rulings.wording import Wording

_Positions = Mapping[int, int | None]


@dataclass(frozen=True)
class _NewRuling:
    """A ruling of the page that the record has not, and its position once all such have been put in."""

    at: int
    fields: Mapping[Path, Understood]
    taken: bool

    @property
    def value(self) -> dict[str, object]:
        tree: dict[str, object] = {}
        for path, one in self.fields.items():
            node = tree
            for step in path[:-1]:
                node = node.setdefault(str(step), {})  # type: ignore[assignment]
            node[str(path[-1])] = one.value
        return tree

    @property
    def fate(self) -> FieldFate:
        guess = next((one.guess for one in self.fields.values() if one.guess), "")
        value = {str(path[0]): one.value for path, one in self.fields.items() if len(path) == 1}
        return FieldFate((RULINGS, self.at), "taken" if self.taken else "waiting", value, "", guess)


@dataclass(frozen=True)
class Means:
    """What plans into a record are made with."""

    register: Register
    wanted: Wanted
    say: Wording


def known_case(
    case: Case, raw: RawFile, content: bytes, draft: Draft, origin: Origin, told: Imported, means: Means
) -> Plan:
    """The plan for a record that is there; ``content`` are its bytes as the plans before leave them."""
    positions = aligned(draft, case)
    fates = _fates(draft, positions, case, raw, means.wanted)
    rulings = _new_rulings(draft, positions, case, means.wanted)
    texts = text_plans(draft, raw.path, origin, means.register.texts_of(case.id), means.wanted)
    text_writes = [write for _, write in texts if write]
    changes = {**changes_of(fates), **_insertions(rulings)}
    if origin.is_new_to(case) and (changes or text_writes):
        changes |= origin.added_to(case)
    remarks = _remarks(fates, rulings, changes, means.say)
    after, read, built = _written(raw, content, changes, remarks)
    record = [Write(raw.file, raw.sha256, after)] if changes else []
    told = replace(
        told,
        act="changed" if record or text_writes else "unchanged",
        case=case.id,
        file=raw.file,
        fields=(*fates, *(one.fate for one in rulings)),
        texts=tuple(fate for fate, _ in texts),
    )
    return Plan(told, (*record, *text_writes), read or raw, built or case)


def _fates(draft: Draft, positions: _Positions, case: Case, raw: RawFile, wanted: Wanted) -> list[FieldFate]:
    approved = not case.draft
    known = (one for one in fields_of(draft) if not _of_new_ruling(one, positions))
    return [fate_of(one, moved(one.path, positions), raw, wanted, approved=approved) for one in known]


def _new_rulings(draft: Draft, positions: _Positions, case: Case, wanted: Wanted) -> list[_NewRuling]:
    """Rulings that the record has not: into an approved record only when a person takes them.

    One that nothing tells from the others waits for a person in a draft too: it may be any of those on record.
    """
    on_page = rulings_on_page(draft)
    new = [n for n, position in positions.items() if position is None]
    taken = bool(new) and ((case.draft and all(on_page[n].can_be_told for n in new)) or wanted.takes(NEW_RULINGS))
    places = [_place_for(n, positions, len(case.rulings)) + before for before, n in enumerate(new)]
    return [_NewRuling(at, _fields_of_ruling(draft, n), taken) for at, n in zip(places, new, strict=True)]


def _fields_of_ruling(draft: Draft, n: int) -> dict[Path, Understood]:
    return {one.path[2:]: one for one in draft.fields if one.path[:2] == (RULINGS, n)}


def _insertions(rulings: Iterable[_NewRuling]) -> dict[Path, object]:
    """One after the other; each position counts those that were put in before."""
    return {(RULINGS, one.at): Inserted(one.value) for one in rulings if one.taken}


def _remarks(
    fates: Iterable[FieldFate], rulings: Iterable[_NewRuling], changes: Mapping[Path, object], say: Wording
) -> dict[Path, str]:
    """Comments on guessed fields by their place once new rulings stand among the old."""
    taken = [one for one in rulings if one.taken]
    found = {_shifted(one.path, taken): remark_on(one, say) for one in fates if one.guess and one.path in changes}
    for ruling in taken:
        found |= {(RULINGS, ruling.at, *path): remark_on(one, say) for path, one in ruling.fields.items() if one.guess}
    return found


def _shifted(path: Path, taken: Sequence[_NewRuling]) -> Path:
    """The way to a field of an old ruling when the new ones stand before it."""
    if path[0] != RULINGS or len(path) == 1:
        return path
    position = int(path[1])
    return (RULINGS, position + sum(one.at - before <= position for before, one in enumerate(taken)), *path[2:])


def _written(
    raw: RawFile, content: bytes, changes: Mapping[Path, object], remarks: Mapping[Path, str]
) -> tuple[bytes, RawFile | None, Case | None]:
    """The content with the changes, in order if it was; what a new group lacks is given as unknown."""
    if not changes:
        return content, None, None
    after = changed(raw, content, changes, remarks)
    read, built, problems = read_back(after, raw.path)
    if missing := {undotted(one.place.field): "unknown" for one in problems if may_be_unknown(one)}:
        after = changed(raw, after, missing)
        read, built, _ = read_back(after, raw.path)
    if read is not None and in_order(raw, content) == content:
        after = in_order(read, after)
        read, built, _ = read_back(after, raw.path)
    return after, read, built


def _of_new_ruling(one: Understood, positions: _Positions) -> bool:
    return one.path[0] == RULINGS and len(one.path) > 1 and positions[int(one.path[1])] is None


def _place_for(n: int, positions: _Positions, end: int) -> int:
    """Where a new ruling stands: behind the one before it on the page, else before the one behind it."""
    before = [at for m, at in positions.items() if m < n and at is not None]
    after = [at for m, at in positions.items() if m > n and at is not None]
    return max(before) + 1 if before else min(after, default=end)
