"""A Word document as an accessible PDF, laid out by LibreOffice: the only module that runs another program."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from kom_rulings.documents.pdf_descriptions import described
from kom_rulings.errors import PdfNotMade
from kom_rulings.wording import N_, Phrase

#: Where KOM may say which LibreOffice is meant; a file that is not there means none.
VARIABLE: Final = "KOM_RULINGS_SOFFICE"
_NAMES: Final = ("soffice", "libreoffice")
_PLACES: Final = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
#: Tagged, and held to PDF/UA as far as LibreOffice goes; headings as bookmarks, the title shown, fonts embedded.
_OPTIONS: Final = {
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
}
#: Seconds; a document of thousands of cases takes a minute or two.
_PATIENCE: Final = 600
_PATIENCE_FOR_VERSION: Final = 60
#: The identity of a file, twice in its trailer, and once more as a sum.
_IDENTITY: Final = re.compile(rb"(?:(?<=/ID \[ <)|(?<=>\n<)|(?<=/DocChecksum /))[0-9A-F]{32}(?=[>\s])")
_NOT_MADE = N_("LibreOffice made no file")
_TOO_LONG = N_("LibreOffice took too long")


def find_office(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The program of LibreOffice: the one that is named, on the path, or where it is usually installed."""
    if named := environment.get(VARIABLE):
        return Path(named) if Path(named).is_file() else None
    on_path = (shutil.which(name, path=environment.get("PATH")) for name in _NAMES)
    usual = (place for place in _PLACES if Path(place).is_file())
    found = next((one for one in (*on_path, *usual) if one), None)
    return Path(found) if found else None


def office_version(office: Path) -> str:
    """What LibreOffice calls itself, such as LibreOffice 7.4.7.2; raises ``PdfNotMade`` where it does not run."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        said = _run(office, ["--version"], Path(folder), _PATIENCE_FOR_VERSION).decode("utf-8", "replace")
    return " ".join(said.split()[:2])


def to_pdf(docx: bytes, office: Path, as_of: str, descriptions: Sequence[str] = ()) -> bytes:
    """The document as a PDF that bears the date ``as_of`` (YYYY-MM-DD), not that of its making.

    ``descriptions`` are the texts of its charts. The same document and the same LibreOffice give the same bytes.
    Raises ``PdfNotMade``.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, made = Path(folder) / "document.docx", Path(folder) / "document.pdf"
        source.write_bytes(docx)
        options = {name: {"type": "boolean", "value": str(value).lower()} for name, value in _OPTIONS.items()}
        target = f"pdf:writer_pdf_Export:{json.dumps(options)}"
        _run(office, ["--convert-to", target, "--outdir", folder, str(source)], Path(folder), _PATIENCE)
        if not made.is_file():
            raise PdfNotMade(reason=Phrase(_NOT_MADE))
        return described(without_moment(made.read_bytes(), as_of), descriptions)


def without_moment(pdf: bytes, as_of: str) -> bytes:
    """The same PDF dated ``as_of``, with an identity that follows from its content; no byte changes its place."""
    day = as_of.replace("-", "").encode()
    pdf = re.sub(rb"(<xmp:(?:Create|Modify)Date>)[^<]{20}(?=<)", rb"\g<1>" + as_of.encode() + b"T00:00:00Z", pdf)
    pdf = re.sub(rb"(/(?:Creation|Mod)Date\(D:)\d{14}", rb"\g<1>" + day + b"000000", pdf)
    nameless = _IDENTITY.sub(b"0" * 32, pdf)
    return _IDENTITY.sub(hashlib.sha256(nameless).hexdigest()[:32].upper().encode(), nameless)


def _run(office: Path, arguments: Sequence[str], folder: Path, patience: int) -> bytes:
    """Run LibreOffice with a profile of its own, so that one that is open on the screen is left alone."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office), profile, "--headless", "--norestore", "--nolockcheck", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=patience, check=True, stdin=subprocess.DEVNULL)  # noqa: S603 - no shell
    except subprocess.TimeoutExpired as error:
        raise PdfNotMade(reason=Phrase(_TOO_LONG)) from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise PdfNotMade(reason=str(error)) from error
    return done.stdout
