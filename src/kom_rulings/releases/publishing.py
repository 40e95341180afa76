"""Publishing: every file made, checked and put in place in one step, and what the edition said kept in the records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kom_rulings.changes import ledger_bytes, ledger_of
from kom_rulings.changes.editions import edition_file
from kom_rulings.errors import RecordsNotSound, ReleaseExists
from kom_rulings.files.refusals import writing
from kom_rulings.files.replacing import replace_file
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
    given, ``NotAccessible`` when a document does not pass the gate, ``TemplateUnusable``, ``PdfNotMade`` and
    ``CannotWrite``; nothing half-written remains. With ``force`` the old release is kept beside the new one.
    """
    content, errors = gathered(workspace, release)
    if errors:
        raise RecordsNotSound(errors)
    target = release.folder(workspace.root)
    if target.exists() and not force:
        raise ReleaseExists(folder=target)
    put_in_place(target, _files(content, means, progress))
    if release.audience == "public":
        _remember(workspace.root, content)
    return target


def made(content: Content, means: Means, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """The files one by one, without the manifest."""
    files = planned(content, means)
    for n, one in enumerate(files, start=1):
        progress(one.name, n, len(files))
        yield one.name, one.make()


def _files(content: Content, means: Means, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """The files, and last the manifest, which tells of them all."""
    files: dict[str, bytes] = {}
    for name, file in made(content, means, progress):
        files[name] = file
        yield name, file
    yield MANIFEST, manifest_of(content, means, files)


def _remember(root: Path, content: Content) -> None:
    """Keep in the records what the public edition said, so that the next one can tell what was added or corrected."""
    tertial = content.release.tertial
    path = edition_file(root, tertial)
    with writing(path):
        path.parent.mkdir(exist_ok=True)
        replace_file(path, ledger_bytes(ledger_of(content.register, tertial.last_day, tertial)))
