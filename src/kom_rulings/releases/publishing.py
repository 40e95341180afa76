"""A release: every file of it made in a folder beside, then put in place by one rename."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kom_rulings.dates import Tertial
from kom_rulings.documents.word import render
from kom_rulings.errors import RecordsNotSound, ReleaseExists
from kom_rulings.files.refusals import writing
from kom_rulings.files.replacing import replace_file
from kom_rulings.overview.edition import Sources, edition
from kom_rulings.overview.prose import read_prose
from kom_rulings.problems import Problem, errors_in
from kom_rulings.records import Register
from kom_rulings.records.case import Summary
from kom_rulings.references import Reference
from kom_rulings.standing import Audience, Shown, shown_cases
from kom_rulings.tallies import tally
from kom_rulings.tallies.published import compare, read_figures
from kom_rulings.wording import LANGUAGES, Language
from kom_rulings.workspace import Workspace

EXPORTS: Final = "exports"
#: Fields for those who keep the records.
_KEPT_IN_THE_HOUSE: Final = frozenset({"note", "sources"})
#: So long after, in seconds, a folder left by a run that was killed is taken away.
_STALE: Final = 3600


@dataclass(frozen=True)
class Release:
    """What is published: a tertial, in a language, for an audience."""

    tertial: Tertial
    language: Language = "nb"
    audience: Audience = "public"

    def folder(self, root: Path) -> Path:
        """Where it is put: 2021-3, and 2021-3-en for the English edition."""
        return root / EXPORTS / (str(self.tertial) if self.language == "nb" else f"{self.tertial}-{self.language}")


def gathered(workspace: Workspace, release: Release) -> tuple[Sources, list[Problem]]:
    """All that the release is made of, and the errors that stand in its way."""
    prose, prose_problems = read_prose(workspace.root, release.language)
    figures = read_figures(workspace.root)[0]
    register = workspace.register
    counted = tally(register, release.tertial.last_day)
    sources = Sources(register, workspace.tables, prose, counted, compare(figures, register))
    others = {f"overview/{language}.md" for language in LANGUAGES if language != release.language}
    found = [problem for problem in workspace.problems if problem.place.file not in others]
    return sources, errors_in([*found, *(problem for problem in prose_problems if problem not in found)])


def publish(workspace: Workspace, release: Release, progress: Callable[[str], None], *, force: bool = False) -> Path:
    """Make the release and return its folder.

    Raises ``RecordsNotSound`` while errors stand, ``ReleaseExists`` when there is one already and ``force`` is not
    given, ``CannotWrite`` when the system refuses; nothing half-written remains. With ``force`` the old release is
    kept beside the new one.
    """
    sources, errors = gathered(workspace, release)
    if errors:
        raise RecordsNotSound(errors)
    target = release.folder(workspace.root)
    if target.exists() and not force:
        raise ReleaseExists(folder=target)
    with writing(target):
        _put_in_place(target, _files(sources, release), progress)
    return target


def _files(sources: Sources, release: Release) -> Iterable[tuple[str, bytes]]:
    """The files one by one, so that a large one is written before the next is made; the manifest tells of them all."""
    made: dict[str, bytes] = {}
    for name, make in (("overview.docx", _overview), ("rulings.json", _rulings)):
        made[name] = make(sources, release)
        yield name, made[name]
    yield "manifest.json", _manifest(sources, release, made)


def _overview(sources: Sources, release: Release) -> bytes:
    return render(edition(sources, release.tertial, release.language, release.audience))


def _rulings(sources: Sources, release: Release) -> bytes:
    """The cases that the overview shows, as of the date, as data; no note and no source leaves the house."""
    as_of = release.tertial.last_day
    shown = shown_cases(sources.register, as_of, release.audience)
    seen = {reference for one in shown for reference in one.case.references}
    hidden = set(sources.register.by_reference) - seen
    cases = [_case_data(one, hidden) for one in shown]
    return _json({"as_of": as_of.isoformat(), "audience": release.audience, "cases": cases})


def _case_data(shown: Shown, hidden: AbstractSet[Reference]) -> object:
    """A case without notes and sources, without citations of cases that are not shown, its summary only if complete."""
    rulings = [
        ruling.model_copy(
            update={
                "cites": tuple(reference for reference in ruling.cites if reference not in hidden),
                "summary": ruling.summary if shown.complete else Summary(),
            }
        )
        for ruling in shown.rulings
    ]
    case = shown.case.model_copy(update={"rulings": tuple(rulings)})
    return _without(case.model_dump(mode="json"), _KEPT_IN_THE_HOUSE)


def _without(data: object, names: AbstractSet[str]) -> object:
    """Plain data without the fields of these names, at every depth."""
    if isinstance(data, dict):
        return {name: _without(value, names) for name, value in data.items() if name not in names}
    return [_without(item, names) for item in data] if isinstance(data, list) else data


def _manifest(sources: Sources, release: Release, files: Mapping[str, bytes]) -> bytes:
    return _json(
        {
            "tertial": str(release.tertial),
            "as_of": release.tertial.last_day.isoformat(),
            "language": release.language,
            "audience": release.audience,
            "program": f"kom-rulings {importlib.metadata.version('kom-rulings')}",
            "records": {"cases": len(sources.register.cases), "sha256": records_hash(sources.register)},
            "tally": sources.tally.as_json(),
            "files": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
        }
    )


def records_hash(register: Register) -> str:
    """One hash over every record, in the order of their ids."""
    hashes = (f"{case} {register.files[case].sha256}\n" for case in sorted(register.files))
    return hashlib.sha256("".join(hashes).encode("ascii")).hexdigest()


def _put_in_place(target: Path, files: Iterable[tuple[str, bytes]], progress: Callable[[str], None]) -> None:
    target.parent.mkdir(exist_ok=True)
    _clear_away_stale(target)
    beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    try:
        for name, content in files:
            progress(name)
            replace_file(beside / name, content)
        beside.chmod(0o755)
        if target.exists():
            target.rename(_free_name(target))
        beside.rename(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _clear_away_stale(target: Path) -> None:
    """Take away what runs that were killed have left; a run of this hour may still be going on."""
    for folder in target.parent.glob(f".{target.name}.*"):
        if time.time() - folder.stat().st_mtime > _STALE:
            shutil.rmtree(folder, ignore_errors=True)


def _free_name(target: Path) -> Path:
    """The name under which an older release is kept: 2021-3.old-1, 2021-3.old-2 and so on."""
    n = 1
    while (kept := target.with_name(f"{target.name}.old-{n}")).exists():
        n += 1
    return kept


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
