"""Publishing: every file made, checked and put in place in one step, and what the edition said kept in the records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kom_rulings.changes import ledger_bytes, ledger_of
from kom_rulings.changes.editions import edition_file
from kom_rulings.errors import RecordsNotSound, ReleaseExists
from kom_rulings.files.refusals import writing
from kom_rulings.files.replacing import replace_file
from kom_rulings.leak_check import Guard, require_no_leaks
from kom_rulings.releases.gathering import Content, gathered
from kom_rulings.releases.making import planned
from kom_rulings.releases.manifest import MANIFEST, manifest_of
from kom_rulings.releases.placing import put_in_place
from kom_rulings.releases.release import Means, Release
from kom_rulings.workspace import Workspace

#: Told of each file: its name, its place among the files, from 1, and how many there are.
Progress = Callable[[str, int, int], None]


def publish(workspace: Workspace, release: Release, means: Means, progress: Progress, *, force: bool = False) -> Path:
    """Make the release and return its folder.

    Raises ``RecordsNotSound`` while errors stand, ``ReleaseExists`` when there is one already and ``force`` is not
    given, ``NotAccessible`` when a document does not pass the gate, ``LeaksFound`` when something in the finished files
    may not leave, ``TemplateUnusable``, ``PdfNotMade`` and ``CannotWrite``; nothing half-written remains.
    With ``force`` the old release is kept beside the new one.
    """
    content, errors = gathered(workspace, release)
    if errors:
        raise RecordsNotSound(errors)
    target = release.folder(workspace.root)
    if target.exists() and not force:
        raise ReleaseExists(folder=target)
    files = finished(content, means, progress)
    require_no_leaks(files, guard_of(workspace, content), target.name)
    put_in_place(target, files)
    if release.audience == "public":
        _remember(workspace.root, content)
    return target


def made(content: Content, means: Means, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """The files one by one, without the manifest."""
    files = planned(content, means)
    for n, one in enumerate(files, start=1):
        progress(one.name, n, len(files))
        yield one.name, one.make()


def finished(content: Content, means: Means, progress: Progress) -> list[tuple[str, bytes]]:
    """The files, and last the manifest, which tells of them all. Nothing is written: they are looked at first."""
    files = list(made(content, means, progress))
    return [*files, (MANIFEST, manifest_of(content, means, dict(files)))]


def guard_of(workspace: Workspace, content: Content) -> Guard:
    """Who looks at the files before they leave."""
    return Guard(workspace, content.release.audience, [one.case for one in content.shown])


def _remember(root: Path, content: Content) -> None:
    """Keep in the records what the public edition said, so that the next one can tell what was added or corrected."""
    tertial = content.release.tertial
    path = edition_file(root, tertial)
    with writing(path):
        path.parent.mkdir(exist_ok=True)
        replace_file(path, ledger_bytes(ledger_of(content.register, tertial.last_day, tertial)))
