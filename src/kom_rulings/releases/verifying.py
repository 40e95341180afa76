"""Verifying a release: its files against its manifest, and made anew from the records to compare the bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from kom_rulings.documents.pdf import office_version
from kom_rulings.releases.gathering import Content, gathered
from kom_rulings.releases.making import planned
from kom_rulings.releases.manifest import MANIFEST, Manifest, digest, manifest_of, program, read_manifest, records_hash
from kom_rulings.releases.publishing import Progress
from kom_rulings.releases.release import Means
from kom_rulings.releases.remarks import Remark
from kom_rulings.wording import N_
from kom_rulings.workspace import Workspace

_MISSING: Final = N_("The file is missing.")
_CHANGED: Final = N_("The file is not the one that was published.")
_EXTRA: Final = N_("The file is not in the manifest.")
_DIFFERS: Final = N_("Made anew from the records, the file has other bytes.")
_OTHER_OFFICE: Final = N_("Not made anew: it needs {office}, and here is {here}.")
_NO_OFFICE: Final = N_("Not made anew: it needs {office}, which is not found here.")
_OTHER_PROGRAM: Final = N_("It was published with {then}, and this is {now}: files made anew may differ.")
_OTHER_RECORDS: Final = N_("The records have changed since it was published: files made anew may differ.")
_OTHER_TEMPLATE: Final = N_("It was published with another Word template; name it with --template.")
_NOT_SOUND: Final = N_("The records have errors now, so no file was made anew.")


def verify(workspace: Workspace, folder: Path, means: Means, progress: Progress) -> list[Remark]:
    """What is to be told of a release; no remark that is a fault means that every file is the one that was published.

    Raises ``ManifestNotRead`` where the folder holds no manifest of ours.
    """
    manifest = read_manifest(folder)
    content, errors = gathered(workspace, manifest.release)
    remarks = list(_against_manifest(folder, manifest))
    if errors:
        return [*remarks, Remark("", _NOT_SOUND, fault=False)]
    return [
        *remarks,
        *_circumstances(manifest, content, means),
        *_made_anew(folder, manifest, content, means, progress),
    ]


def _against_manifest(folder: Path, manifest: Manifest) -> Iterator[Remark]:
    """Each file by its sum, and files that do not belong to the release."""
    there = {path.name for path in folder.iterdir()}
    for name, published in manifest.files.items():
        if name not in there:
            yield Remark(name, _MISSING)
        elif digest((folder / name).read_bytes()) != published:
            yield Remark(name, _CHANGED)
    yield from (Remark(name, _EXTRA) for name in sorted(there - set(manifest.files) - {MANIFEST}))


def _circumstances(manifest: Manifest, content: Content, means: Means) -> Iterator[Remark]:
    """What has changed since, so that files made anew cannot be expected to have the same bytes."""
    if manifest.program != program():
        yield Remark("", _OTHER_PROGRAM, fault=False, params={"then": manifest.program, "now": program()})
    if manifest.records != records_hash(content.register):
        yield Remark("", _OTHER_RECORDS, fault=False)
    if manifest.template != digest(means.template.read_bytes()):
        yield Remark("", _OTHER_TEMPLATE, fault=False)


def _made_anew(
    folder: Path, manifest: Manifest, content: Content, means: Means, progress: Progress
) -> Iterator[Remark]:
    """Every file made anew and held against the one that was published, as far as this machine can make it."""
    means = replace(means, paginate=manifest.paginated, office=means.office if manifest.office else None)
    able = _office_remark(manifest, means)
    files = [one for one in planned(content, means) if able is None or not one.needs_office]
    made: dict[str, bytes] = {}
    for n, one in enumerate(files, start=1):
        progress(one.name, n, len(files))
        made[one.name] = one.make()
        if manifest.files.get(one.name) != digest(made[one.name]):
            yield Remark(one.name, _DIFFERS)
    if able is not None:
        yield able
    elif manifest_of(content, means, made) != (folder / MANIFEST).read_bytes():
        yield Remark(MANIFEST, _DIFFERS)


def _office_remark(manifest: Manifest, means: Means) -> Remark | None:
    """Why what LibreOffice lays out cannot be made anew here; nothing where it can, or where there is no such file."""
    if manifest.office is None:
        return None
    if means.office is None:
        return Remark("", _NO_OFFICE, fault=False, params={"office": manifest.office})
    here = office_version(means.office)
    if here != manifest.office:
        return Remark("", _OTHER_OFFICE, fault=False, params={"office": manifest.office, "here": here})
    return None
