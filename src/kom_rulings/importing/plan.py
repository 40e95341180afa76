"""A plan: what the import of one draft would tell and write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kom_rulings.files.moving import Write
from kom_rulings.files.reading import RawFile
from kom_rulings.importing.fates import RULINGS
from kom_rulings.importing.outcome import FieldFate, Imported
from kom_rulings.problems import Path
from kom_rulings.records import Case
from kom_rulings.sources.draft import Understood
from kom_rulings.wording import N_, Wording


@dataclass(frozen=True)
class Plan:
    """What is told, what is written, and the case as it is then; nothing is written where there is no case."""

    told: Imported
    writes: tuple[Write, ...] = ()
    raw: RawFile | None = None
    case: Case | None = None


def remark_on(one: Understood | FieldFate, say: Wording) -> str:
    """The comment that marks a guessed field in the file."""
    return say(N_("guessed: {how}"), how=say(one.guess))


def moved(path: Path, positions: Mapping[int, int | None]) -> Path:
    """The way to a field in the record from that in the draft; the ruling has a place in the record."""
    if path[0] != RULINGS or len(path) == 1:
        return path
    position = positions[int(path[1])]
    assert position is not None
    return (RULINGS, position, *path[2:])
