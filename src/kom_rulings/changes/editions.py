"""The ledgers on disk, ``rulings/editions/2021-2.json``: read with care, and what cannot be used is a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from kom_rulings.changes.ledger import Ledger
from kom_rulings.dates import Tertial
from kom_rulings.errors import NotATertial
from kom_rulings.files.encoding import not_utf8
from kom_rulings.files.paths import rulings_folder
from kom_rulings.files.reading import parse
from kom_rulings.files.refusals import reason_of
from kom_rulings.problems import Place, Problem
from kom_rulings.wording import N_, Phrase

EDITIONS: Final = "editions"
_SUFFIX: Final = ".json"
_WHERE = re.compile(r"line (\d+) column (\d+)")
_NO_JSON, _OTHER_SHAPE = N_("it is not valid JSON"), N_("a field is missing, not known, or holds what it cannot hold")
_OTHER_TERTIAL = N_("it speaks of another tertial than its name")


def edition_file(root: Path, tertial: Tertial) -> Path:
    """Where the ledger of an edition lies."""
    return rulings_folder(root) / EDITIONS / f"{tertial}{_SUFFIX}"


def read_ledger(root: Path, tertial: Tertial) -> tuple[Ledger | None, list[Problem]]:
    """The ledger of an edition; nothing where there is none, and a finding where it cannot be used."""
    path = edition_file(root, tertial)
    if not path.exists():
        return None, []
    place = Place(f"{EDITIONS}/{path.name}")
    try:
        content = path.read_text(encoding="utf-8-sig")
        ledger = Ledger.model_validate_json(content)
    except OSError as error:
        return None, [Problem("file-unreadable", place, {"reason": reason_of(error)})]
    except UnicodeDecodeError as error:
        return None, [not_utf8(error, place.file)]
    except ValidationError as error:
        return None, [_not_read(error, content, path, place)]
    if ledger.tertial != str(tertial) or ledger.as_of != tertial.last_day:
        return None, [Problem("edition-not-read", place._replace(field="tertial"), {"reason": Phrase(_OTHER_TERTIAL)})]
    return ledger, []


def edition_problems(root: Path) -> list[Problem]:
    """What is wrong in the folder of the ledgers."""
    return list(_problems(root))


def _problems(root: Path) -> Iterator[Problem]:
    folder = rulings_folder(root) / EDITIONS
    if folder.exists() and not folder.is_dir():
        yield Problem("file-unexpected", Place(EDITIONS), {"name": EDITIONS})
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        tertial = _tertial_of(path)
        if tertial is not None:
            yield from read_ledger(root, tertial)[1]
        elif not path.name.startswith((".", "~")):
            yield Problem("file-unexpected", Place(f"{EDITIONS}/{path.name}"), {"name": path.name})


def _tertial_of(path: Path) -> Tertial | None:
    try:
        return Tertial.parse(path.stem) if path.suffix == _SUFFIX else None
    except NotATertial:
        return None


def _not_read(error: ValidationError, content: str, path: Path, place: Place) -> Problem:
    """The first thing that is wrong, with its line: where it is no JSON, else where the field stands."""
    first = error.errors(include_url=False)[0]
    if first["type"] == "json_invalid":
        found = _WHERE.search(first["msg"])
        at = place._replace(line=int(found[1]), column=max(1, int(found[2]))) if found else place
        return Problem("edition-not-read", at, {"reason": Phrase(_NO_JSON)})
    raw = parse(content.encode("utf-8"), path, place.file)[0]  # JSON is YAML too, and YAML knows its lines.
    at = raw.place(*_steps(raw.tree, first["loc"])) if raw else place
    return Problem("edition-not-read", at, {"reason": Phrase(_OTHER_SHAPE)})


def _steps(root: Any, loc: Sequence[str | int]) -> Iterator[str | int]:
    """The way to the value in the file: pydantic's without the branches of unions that it names in between."""
    tree: Any = root
    for step in loc:
        inside = isinstance(step, int) if isinstance(tree, tuple) else isinstance(tree, Mapping) and step in tree
        if inside:
            tree = tree[step]
            yield step
