"""A Word document as an accessible PDF, laid out by LibreOffice: the only module that runs another program."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from kom_rulings.documents.pdf_structure import Pdf
from kom_rulings.errors import DocumentNotRead, PdfNotMade
from kom_rulings.wording import N_, Phrase

#: Where KOM may say which LibreOffice is meant; a file that is not there means none.
VARIABLE: Final = "KOM_RULINGS_SOFFICE"
_NAMES: Final = ("soffice", "libreoffice")
#: On Windows the .com is the one that prints.
_PLACES: Final = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
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
_LONG: Final = 600
_SHORT: Final = 60
#: The identity of a file, twice in its trailer, and once more as a sum.
_IDENTITY: Final = re.compile(rb"(?:(?<=/ID \[ <)|(?<=>\n<)|(?<=/DocChecksum /))[0-9A-F]{32}(?=[>\s])")
_VERSION: Final = re.compile(r"\S*Office\S* \d[\d.]*\d")
#: What LibreOffice must not do: run macros, follow links to other files, look for a newer version of itself.
_SETTINGS: Final = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"),
)
#: A place on this machine where nobody answers, for whatever it would fetch all the same.
_NOWHERE: Final = "http://127.0.0.1:9"
#: No way to the network, and the same time zone and language of the machine everywhere.
_SURROUNDINGS: Final = {"http_proxy": _NOWHERE, "https_proxy": _NOWHERE, "TZ": "UTC", "LC_ALL": "C.UTF-8"}
_NO_VERSION = N_("LibreOffice does not tell its version")
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
    with _folder() as folder:
        said = _run(office, ["--version"], folder, _SHORT)
    version = _VERSION.search(said)
    if version is None:
        raise PdfNotMade(reason=Phrase(_NO_VERSION))
    return version[0]


def to_pdf(docx: bytes, office: Path, as_of: str, descriptions: Sequence[str] = (), patience: float = _LONG) -> bytes:
    """The document as a PDF that bears the date ``as_of`` (YYYY-MM-DD), not that of its making.

    ``descriptions`` are the texts of its charts, in their order, for LibreOffice (7.4) leaves them out. The same
    document and the same LibreOffice give the same bytes. Raises ``PdfNotMade`` when LibreOffice fails, or takes longer
    than ``patience`` seconds.
    """
    with _folder() as folder:
        source, made = folder / "document.docx", folder / "document.pdf"
        source.write_bytes(docx)
        options = {name: {"type": "boolean", "value": str(value).lower()} for name, value in _OPTIONS.items()}
        target = f"pdf:writer_pdf_Export:{json.dumps(options)}"
        _run(office, ["--convert-to", target, "--outdir", str(folder), str(source)], folder, patience)
        if not made.is_file():
            raise PdfNotMade(reason=Phrase(_NOT_MADE))
        pdf = without_moment(made.read_bytes(), as_of)
    return _described(pdf, descriptions) if descriptions else pdf


def _described(pdf: bytes, descriptions: Sequence[str]) -> bytes:
    try:
        return Pdf(pdf).described(descriptions)
    except DocumentNotRead as error:
        raise PdfNotMade(reason=str(error)) from error


def without_moment(pdf: bytes, as_of: str) -> bytes:
    """The same PDF dated ``as_of``, with an identity that follows from its content; no byte changes its place."""
    day = as_of.replace("-", "").encode()
    pdf = re.sub(rb"(<xmp:(?:Create|Modify)Date>)[^<]{20}(?=<)", rb"\g<1>" + as_of.encode() + b"T00:00:00Z", pdf)
    pdf = re.sub(rb"(/(?:Creation|Mod)Date\(D:)\d{14}", rb"\g<1>" + day + b"000000", pdf)
    nameless = _IDENTITY.sub(b"0" * 32, pdf)
    return _IDENTITY.sub(hashlib.sha256(nameless).hexdigest()[:32].upper().encode(), nameless)


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder for one run with a profile of its own, taken away at the end; one open on the screen is left alone."""
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            profile = Path(name) / "profile" / "user"
            profile.mkdir(parents=True)
            (profile / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
            yield Path(name)
    except OSError as error:
        raise PdfNotMade(reason=error.strerror or str(error)) from error


def _profile() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _run(office: Path, arguments: Sequence[str], folder: Path, patience: float) -> str:
    """Run LibreOffice and return what it prints. It is a script that starts others: all of them are ended together."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office), profile, "--headless", "--norestore", "--nolockcheck", *arguments]
    environment = {**os.environ, **_SURROUNDINGS}
    with subprocess.Popen(  # noqa: S603 - a program that the user has installed, and no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            said, complained = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired as error:
            raise PdfNotMade(reason=Phrase(_TOO_LONG)) from error
        finally:
            _end(process)
    if process.returncode:
        lines = complained.decode("utf-8", "replace").strip().splitlines() or [str(process.returncode)]
        raise PdfNotMade(reason=lines[-1])
    return said.decode("utf-8", "replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what still runs of a program and those that it started."""
    if sys.platform == "win32":
        process.kill()
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
