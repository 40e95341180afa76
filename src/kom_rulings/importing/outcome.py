"""What became of an import: field by field, text by text, and what the checks find in the record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kom_rulings.names import CaseId
from kom_rulings.problems import Path, Problem, dotted
from kom_rulings.records.case import Kind, Source
from kom_rulings.sources.draft import Value

#: ``added``: the record had nothing there. ``same``: it says so already. ``kept``: it says otherwise, and stays.
#: ``waiting``: new to an approved record, and only guessed or a whole ruling; a person takes it. ``taken``: one has.
Fate = Literal["added", "same", "kept", "waiting", "taken"]

#: ``new``: a draft was made. ``changed`` and ``unchanged``: a record was there. ``refused``: nothing can be done.
Act = Literal["new", "changed", "unchanged", "refused"]


@dataclass(frozen=True)
class FieldFate:
    """One field of a page and what became of it; ``present`` is what the record says, as its file has it."""

    path: Path
    fate: Fate
    value: Value
    said: str
    guess: str = ""
    present: object = None

    @property
    def name(self) -> str:
        """The way to the field as people write it, and as ``--take`` reads it."""
        return dotted(self.path)


@dataclass(frozen=True)
class TextFate:
    """A full text and what became of it; ``changed`` tells that it is written."""

    file: str
    name: str
    paragraphs: int
    fate: Fate

    @property
    def written(self) -> bool:
        """Whether the file is new or written anew."""
        return self.fate in ("added", "taken")


@dataclass(frozen=True)
class Imported:
    """One case of one page, as it is told to who imports it.

    ``near`` are references on record with the same number and another last part, with their cases: the same ruling or
    another one, which a person must tell. ``why`` is a catalogue message with ``params`` where the case was refused.
    ``problems`` are what the checks find in the record as it is after the import.
    """

    page: str
    source: Source
    title: str
    act: Act
    kind: Kind
    case: CaseId | None = None
    file: str = ""
    fields: tuple[FieldFate, ...] = ()
    texts: tuple[TextFate, ...] = ()
    left_over: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    near: tuple[str, ...] = ()
    why: str = ""
    params: dict[str, object] = field(default_factory=dict)

    @property
    def waits(self) -> bool:
        """Whether something on the page differs from the record, or waits for a person to take it."""
        return not {"kept", "waiting"}.isdisjoint([one.fate for one in self.fields] + [one.fate for one in self.texts])
