"""The full text of an imported ruling as files beside the record: numbered, with provenance, kept in the house."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Final

from kom_rulings.files.fulltext import FullText, checksum
from kom_rulings.files.moving import Write, checksum_of
from kom_rulings.importing.fates import Wanted
from kom_rulings.importing.origin import Origin
from kom_rulings.importing.outcome import Fate, TextFate
from kom_rulings.sources.draft import Draft, TextPart

#: What ``--take`` calls the full text.
TEXT: Final = "text"
_OPERATIVE: Final = "operative"


@dataclass(frozen=True)
class NewText:
    """A text to be written: its file, what part of the ruling it is, and the content."""

    path: FilePath
    part: str
    content: str
    paragraphs: tuple[tuple[int, str], ...]


def text_plans(
    draft: Draft, record: FilePath, origin: Origin, present: Iterable[FullText], wanted: Wanted
) -> list[tuple[TextFate, Write | None]]:
    """What becomes of each text of a draft beside the record; one that is there and differs is kept."""
    known = list(present)
    return [_plan(new, known, wanted) for new in new_texts(draft, record, origin)]


def new_texts(draft: Draft, record: FilePath, origin: Origin) -> Iterator[NewText]:
    """The files of a draft's texts; without a reference there is nothing that they could be found by."""
    if not draft.text_reference:
        return
    stem = f"{record.stem}.{_file_part(draft.text_reference)}"
    opinions = [part for part in draft.texts if part.name not in ("", _OPERATIVE)]
    for part in draft.texts:
        ending = f".opinion-{opinions.index(part) + 1}" if part in opinions else f".{part.name}" if part.name else ""
        body = "".join(f"[{number}] {text}\n" for number, text in _tidied(part))
        content = f"{_head(draft.text_reference, origin, part)}sha256: {checksum(body)}\n---\n{body}"
        yield NewText(record.with_name(f"{stem}{ending}.txt"), part.name, content, tuple(_tidied(part)))


def _plan(new: NewText, known: list[FullText], wanted: Wanted) -> tuple[TextFate, Write | None]:
    same = any(tuple((one.number, one.text) for one in text.paragraphs) == new.paragraphs for text in known)
    before = checksum_of(new.path)
    fate: Fate = "same" if same else "added" if before is None else "taken" if wanted.takes((TEXT,)) else "kept"
    told = TextFate(new.path.name, new.part, len(new.paragraphs), fate)
    file = f"{new.path.parent.name}/{new.path.name}"
    return told, Write(file, before, new.content.encode("utf-8")) if told.written else None


def _head(reference: str, origin: Origin, part: TextPart) -> str:
    lines = [f"reference: {reference}", f"source: {_line(origin.where)}", f"retrieved: {origin.retrieved}"]
    lines += [f"part: {_line(part.name)}"] if part.name else []
    lines += [] if part.numbered else ["numbering: ours"]
    return "".join(f"{line}\n" for line in lines)


def _tidied(part: TextPart) -> Iterator[tuple[int, str]]:
    return ((number, _line(text)) for number, text in part.paragraphs)


def _line(text: str) -> str:
    return " ".join(text.split())


def _file_part(reference: str) -> str:
    return re.sub(r"[^0-9A-Za-zÆØÅæøå]+", "-", reference).strip("-")
