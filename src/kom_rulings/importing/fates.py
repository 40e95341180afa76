"""What becomes of each field of a page in a record that is there: what a person has set is never overwritten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kom_rulings.files.reading import RawFile
from kom_rulings.files.writing import Inserted
from kom_rulings.importing.outcome import Fate, FieldFate
from kom_rulings.importing.sameness import can_be_added, lacking, says_the_same
from kom_rulings.problems import Path, dotted
from kom_rulings.sources.draft import Draft, Understood

_MISSING: Final = object()
RULINGS: Final = "rulings"
#: What ``--take`` calls rulings of the page that the record has not.
NEW_RULINGS: Final[Path] = (RULINGS,)


class Wanted:
    """The fields that a person takes from the page, and which of them there were."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = frozenset(names)
        self.used: set[str] = set()

    def takes(self, path: Path) -> bool:
        """Whether the field, a group around it, or its bare name was named."""
        name = dotted(path)
        around = {dotted(path[:n]) for n in range(1, len(path))} - {RULINGS}
        found = self._names & {name, *around, str(path[-1])}
        self.used |= found
        return bool(found)

    @property
    def unused(self) -> list[str]:
        """Names that no field answered to."""
        return sorted(self._names - self.used)


def fields_of(draft: Draft) -> Iterator[Understood]:
    """The fields of a draft, each group of named values taken apart."""
    for one in draft.fields:
        yield from _apart(one)


def fate_of(one: Understood, path: Path, raw: RawFile, wanted: Wanted, *, approved: bool) -> FieldFate:
    """What becomes of a field of the page at its place in the record."""
    present = at(raw.tree, path)
    fate: Fate
    if present is not _MISSING and (one.value == "unknown" or says_the_same(one.value, present)):
        fate = "same"
    elif present is _MISSING or (present == "unknown" and not approved):
        fate = "added" if not (approved and one.guess) else "taken" if wanted.takes(path) else "waiting"
    else:
        fate = "taken" if wanted.takes(path) else "kept"
    return FieldFate(path, fate, one.value, one.said, one.guess, None if present is _MISSING else present)


def changes_of(fates: Sequence[FieldFate]) -> dict[Path, object]:
    """What is set in the file: new values, and in lists of words what they lack."""
    changes: dict[Path, object] = {}
    for one in fates:
        if one.fate not in ("added", "taken"):
            continue
        if one.present is not None and can_be_added(one.value, one.present):  # type: ignore[arg-type]
            changes |= _additions(one)
        else:
            changes[one.path] = one.value
    return changes


def at(tree: Mapping[str, Any], path: Path) -> Any:
    """What stands at a place of a tree, or ``_MISSING``."""
    node: Any = tree
    for step in path:
        inside = isinstance(step, int) and isinstance(node, tuple) and step < len(node)
        if not inside and not (isinstance(node, Mapping) and step in node):
            return _MISSING
        node = node[step]
    return node


def _additions(one: FieldFate) -> dict[Path, object]:
    present = one.present
    assert isinstance(present, tuple)
    more = lacking(one.value, present)
    return {(*one.path, len(present) + n): Inserted(value) for n, value in enumerate(more)}


def _apart(one: Understood) -> Iterator[Understood]:
    if isinstance(one.value, Mapping):
        for name, value in one.value.items():
            yield from _apart(Understood((*one.path, name), value, one.said, one.guess))
    else:
        yield one
