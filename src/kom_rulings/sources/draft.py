"""What was understood of a page: fields in the shape of a record, its numbered text, and what was left over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kom_rulings.problems import Path
from kom_rulings.records.case import Kind, Source

#: A value as it stands in a case file: text, a number, or lists and groups of them.
Value = str | int | Sequence["Value"] | Mapping[str, "Value"]


@dataclass(frozen=True)
class Understood:
    """One field: the way to it in the record, its value, and the words of the page that it was read from.

    ``guess`` is empty where the page says so plainly; otherwise it is a catalogue message that tells what the value
    was concluded from, and the field is marked in the file. ``said`` is short: a line at most.
    """

    path: Path
    value: Value
    said: str
    guess: str = ""


@dataclass(frozen=True)
class TextPart:
    """A run of paragraphs with numbers of its own: the ruling itself, its operative part, a separate opinion.

    ``name`` is empty for the ruling itself, ``operative`` for its operative part, else the heading of the opinion.
    ``numbered`` tells that the numbers are the page's own and can be cited; ours only keep the order.
    """

    name: str
    paragraphs: tuple[tuple[int, str], ...]
    numbered: bool = True


@dataclass(frozen=True)
class Draft:
    """A case as one page tells it. Only what the page says is in ``fields``; all else stays unknown.

    ``title`` names the case in reports. ``references`` are all by which it may be on record already, and
    ``text_reference`` that of the ruling that ``texts`` are of. ``left_over`` are lines of the page that no field took
    and the text does not hold. ``remarks`` are catalogue messages for whoever imports, such as that the summary is
    Lovdata's own.
    """

    source: Source
    kind: Kind
    title: str
    references: tuple[str, ...]
    fields: tuple[Understood, ...]
    texts: tuple[TextPart, ...] = ()
    text_reference: str = ""
    left_over: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
