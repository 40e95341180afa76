"""The manifest of a release: what it is, what it was made from and with, its numbers, and a sum of every file."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kom_rulings.dates import Tertial
from kom_rulings.documents.pdf import office_version
from kom_rulings.errors import ManifestNotRead, NotATertial
from kom_rulings.files.refusals import reason_of
from kom_rulings.records import Register
from kom_rulings.releases.gathering import Content
from kom_rulings.releases.release import Means, Release
from kom_rulings.wording import N_, Phrase

MANIFEST: Final = "manifest.json"
_OTHER = N_("it is not one that this program wrote")


@dataclass(frozen=True)
class Manifest:
    """What a manifest says: the release, what it was made from and with, and the sum of every file."""

    release: Release
    program: str
    records: str
    template: str
    office: str | None
    paginated: bool
    files: Mapping[str, str]


def manifest_of(content: Content, means: Means, files: Mapping[str, bytes]) -> bytes:
    """The manifest as JSON; it holds no time and no path, so that the same release gives the same manifest."""
    release = content.release
    data = {
        "tertial": str(release.tertial),
        "as_of": release.tertial.last_day.isoformat(),
        "languages": list(release.languages),
        "audience": release.audience,
        "program": program(),
        "template": digest(means.template.read_bytes()),
        "libreoffice": office_version(means.office) if means.office else None,
        "paginated": means.paginate,
        "previous_edition": content.previous.tertial if content.previous else None,
        "records": {"cases": len(content.register.cases), "sha256": records_hash(content.register)},
        "tally": content.tally.as_json(),
        "files": {name: {"sha256": digest(made), "bytes": len(made)} for name, made in sorted(files.items())},
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a release. Raises ``ManifestNotRead`` where there is none, or it is not one of ours."""
    path = folder / MANIFEST
    try:
        return _manifest(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ManifestNotRead(file=path, reason=reason_of(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError, NotATertial) as error:
        raise ManifestNotRead(file=path, reason=Phrase(_OTHER)) from error


def _manifest(data: dict[str, Any]) -> Manifest:
    return Manifest(
        release=Release(Tertial.parse(data["tertial"]), tuple(data["languages"]), data["audience"]),
        program=data["program"],
        records=data["records"]["sha256"],
        template=data["template"],
        office=data["libreoffice"],
        paginated=data["paginated"],
        files={name: file["sha256"] for name, file in data["files"].items()},
    )


def program() -> str:
    """The program and its version."""
    return f"kom-rulings {importlib.metadata.version('kom-rulings')}"


def digest(content: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def records_hash(register: Register) -> str:
    """One sum over every record that is no draft, in the order of their ids."""
    hashes = (f"{case} {register.files[case].sha256}\n" for case in sorted(register.by_id))
    return digest("".join(hashes).encode("ascii"))
