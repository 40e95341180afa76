"""What in the records may tell who somebody is: every field, full text and file name, less what was accepted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Final

from kom_rulings.files.paths import FIGURES_FILE, relative, rulings_folder
from kom_rulings.files.reading import Tree
from kom_rulings.privacy.looking import Lookout
from kom_rulings.privacy.sighting import Sighting
from kom_rulings.problems import Path, Place, Problem
from kom_rulings.records.case import BaseCase
from kom_rulings.records.register import Case, Register
from kom_rulings.wording import N_, Phrase

ACCEPTED: Final = "privacy_accepted"
_KNOWN_NAMES: Final = N_("add it to rulings/tables/known_names.yaml.")
_PARAGRAPHS: Final = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")


@dataclass(frozen=True)
class Passage:
    """A text of the records and where it stands; ``is_name`` tells that it is the name of a file."""

    text: str
    place: Place
    is_name: bool = False


@dataclass(frozen=True)
class Seen:
    """Something in the records that may tell who somebody is, and where it stands."""

    sighting: Sighting
    place: Place


def privacy_problems(register: Register, lookout: Lookout, others: Iterable[Passage] = ()) -> list[Problem]:
    """Findings in every case and draft of a register and in ``others``, the texts that belong to no case."""
    found = [problem for case in (*register.cases, *register.drafts) for problem in _of_case(case, register, lookout)]
    return found + [_problem(seen, "", Phrase(_KNOWN_NAMES)) for seen in sightings(others, lookout)]


def sightings(passages: Iterable[Passage], lookout: Lookout) -> Iterator[Seen]:
    """What may tell who somebody is, each once for a place."""
    told: set[tuple[Place, str]] = set()
    for passage in passages:
        look = lookout.in_file_name if passage.is_name else lookout.in_text
        for sighting in look(passage.text):
            if (passage.place, sighting.mark) not in told:
                told.add((passage.place, sighting.mark))
                yield Seen(sighting, passage.place)


def passages_of(case: Case, register: Register) -> Iterator[Passage]:
    """Every text of a case: its file name, its fields, and the full texts beside it with their names."""
    raw = register.files.get(case.id)
    if raw is not None:
        yield Passage(case.id, Place(raw.file), is_name=True)
        yield from (Passage(text, raw.place(*path)) for path, text in _leaves(raw.tree, ()) if not _is_apart(path))
    for text in register.texts_of(case.id):
        yield Passage(FilePath(text.file).name, Place(text.file), is_name=True)
        yield from (Passage(words, Place(text.file, field=field)) for field, words in _head(text.source, text.part))
        for paragraph in text.paragraphs:
            yield Passage(paragraph.text, Place(text.file, field=f"[{paragraph.number}]"))


def passages_beside(root: FilePath) -> Iterator[Passage]:
    """The prose of the overview and the published figures, paragraph by paragraph."""
    folder = rulings_folder(root)
    for path in (*sorted((folder / "overview").glob("*.md")), folder / FIGURES_FILE):
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            for found in _PARAGRAPHS.finditer(text):
                yield Passage(found[0], Place(relative(path, root), text.count("\n", 0, found.start()) + 1))


def accepted_marks(case: BaseCase) -> AbstractSet[tuple[str, str]]:
    """What a person has looked at and kept in a case, as kind and mark."""
    return {(one.finding, one.mark) for one in case.privacy_accepted}


def _of_case(case: Case, register: Register, lookout: Lookout) -> Iterator[Problem]:
    """What is not accepted, and what was accepted and is no longer there."""
    accepted, met = accepted_marks(case), set[tuple[str, str]]()
    for seen in sightings(passages_of(case, register), lookout):
        key = (seen.sighting.kind, seen.sighting.mark)
        met.add(key)
        if key not in accepted:
            yield _problem(seen, case.id, f'kom-rulings accept {case.id} {seen.sighting.mark} --reason "…"')
    raw = register.files.get(case.id)
    for n, one in enumerate(case.privacy_accepted if raw is not None else ()):
        if raw is not None and (one.finding, one.mark) not in met:
            yield Problem("privacy-acceptance-unused", raw.place(ACCEPTED, n), {"mark": one.mark})


def _problem(seen: Seen, case: str, remedy: str) -> Problem:
    sighting = seen.sighting
    params = {"masked": sighting.masked, "mark": sighting.mark, "case": case, "remedy": remedy}
    return Problem(f"privacy-{sighting.kind}", seen.place, params)


def _leaves(tree: Tree | Mapping[str, Tree], path: Path) -> Iterator[tuple[Path, str]]:
    """Every text of a tree with the way to it."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, tuple):
        for n, item in enumerate(tree):
            yield from _leaves(item, (*path, n))
    elif isinstance(tree, Mapping):
        for name, value in tree.items():
            yield from _leaves(value, (*path, name))


def _is_apart(path: Path) -> bool:
    """What is no text of the case: the acceptances themselves, and the checksums of the saved pages."""
    return path[0] == ACCEPTED or (path[0] == "provenance" and path[-1] == "sha256")


def _head(source: str, part: str) -> Iterator[tuple[str, str]]:
    yield from ((field, words) for field, words in (("source", source), ("part", part)) if words)
