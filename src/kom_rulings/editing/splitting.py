"""One case made two: some of its rulings become a case of their own, with their full texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kom_rulings.editing.case_text import CaseText, field, free_name, opened, put, renamed_text, take_out, texts_of
from kom_rulings.errors import LayoutOdd, RulingsNotThere
from kom_rulings.files.fulltext import FullText
from kom_rulings.files.layout_parts import Document, Items
from kom_rulings.files.moving import Act, Write
from kom_rulings.files.reading import Tree
from kom_rulings.references import NotAReference, Reference


def splitting(root: Path, path: Path, name: str, numbers: str) -> Act:
    """What splitting rulings off, named by their numbers from 1 on, would do; nothing is written.

    What the case says as a whole stands in both. Raises ``RulingsNotThere`` unless some rulings move and some stay.
    """
    new = free_name(root, name)
    case, other = opened(root, path), opened(root, path)
    moving = _picked(case, numbers)
    count = len(_rulings(case).items)
    _keep(case, [n for n in range(count) if n not in moving])
    _keep(other, sorted(moving))
    take_out(other.document.root, "formerly")
    put(other.document.root, field("split_from", case.id), case.kind, ())
    return Act(
        name=f"split {case.id} {new}",
        writes=[
            Write(f"{path.parent.name}/{new}{path.suffix}", None, case.encoded(other.document)),
            Write(case.raw.file, case.raw.sha256, case.encoded(case.document)),
        ],
        moves=[(file, renamed_text(file, new)) for file, text in texts_of(root, case.id) if _is_of(text, case, moving)],
    )


def references_of(ruling: Tree) -> set[Reference]:
    """Every reference of a ruling as it stands in its file."""
    if not isinstance(ruling, dict):
        return set()
    own = ruling.get("references")
    texts = [*(own if isinstance(own, tuple) else ()), ruling.get("ecli"), ruling.get("item")]
    return {found for text in texts if isinstance(text, str) for found in parsed(text)}


def parsed(text: str) -> list[Reference]:
    """The reference that a text is, or none."""
    try:
        return [Reference.parse(text)]
    except NotAReference:
        return []


def rulings_in(case: CaseText) -> tuple[Tree, ...]:
    """The rulings of a case as they stand in its file."""
    rulings = case.raw.tree.get("rulings")
    return rulings if isinstance(rulings, tuple) else ()


def _picked(case: CaseText, numbers: str) -> set[int]:
    parts = [part for part in re.split(r"[,\s]+", numbers) if part]
    count = len(_rulings(case).items)
    picked = {int(part) - 1 for part in parts if re.fullmatch(r"\d{1,4}", part, re.ASCII)}
    if not picked or len(picked) != len(parts) or not picked <= set(range(count)) or len(picked) == count:
        raise RulingsNotThere(numbers=numbers, count=count)
    return picked


def _rulings(case: CaseText) -> Items:
    return rulings_of(case.document, case)


def rulings_of(document: Document, case: CaseText) -> Items:
    """The rulings as items of a list; raises ``LayoutOdd`` where they are written in another way."""
    entry = document.root.entry("rulings")
    if entry is None or not isinstance(entry.value, Items):
        raise LayoutOdd(file=case.raw.file)
    return entry.value


def _keep(case: CaseText, places: Iterable[int]) -> None:
    rulings = _rulings(case)
    rulings.items = [rulings.items[n] for n in places]


def _is_of(text: FullText | None, case: CaseText, moving: set[int]) -> bool:
    """Whether a full text is of a ruling that moves, and of none that stays."""
    if text is None:
        return False
    found = set(parsed(text.reference))
    return bool(found & set(_all(case, moving))) and not found & set(
        _all(case, set(range(len(rulings_in(case)))) - moving)
    )


def _all(case: CaseText, places: set[int]) -> Iterator[Reference]:
    for n in places:
        yield from references_of(rulings_in(case)[n])
