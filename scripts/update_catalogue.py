"""Bring the bokmål catalogue up to date with the code; ``python scripts/update_catalogue.py [--check]``.

Collects what is marked by ``N_``, said by ``say`` or put in the plural, and click's own words, and merges them into
the catalogue: new messages come in empty, unused ones go. With ``--check`` nothing is written, and the exit code tells
whether anything is missing.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "kom_rulings"
CATALOGUE = PACKAGE / "locale" / "nb" / "LC_MESSAGES" / "kom_rulings.po"
OURS: Mapping[str, tuple[int, ...] | None] = {
    "N_": None,
    "say": None,
    "_say": None,
    "_translated": (2,),
    "plural": (1, 2),
}
CLICKS: Mapping[str, tuple[int, ...] | None] = {"_": None, "ngettext": (1, 2)}


def extracted() -> Catalog:
    """Every message, ours first, with the file it stands in."""
    catalogue = Catalog(locale="nb", domain="kom_rulings", project="kom-rulings", fuzzy=False)
    for name, message in (*_messages(PACKAGE, OURS), *_messages(Path(click.__file__).parent, CLICKS)):
        catalogue.add(message, locations=[(name, 0)])
    return catalogue


def merged() -> Catalog:
    """The catalogue on disk with the messages of today."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="nb", domain="kom_rulings")
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def missing(catalogue: Catalog) -> list[str]:
    """The messages without a translation."""
    return [str(message.id) for message in catalogue if message.id and not _translated(message.string)]


def _translated(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(string) if isinstance(string, str | None) else all(string)


def _messages(
    folder: Path, keywords: Mapping[str, tuple[int, ...] | None]
) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    found = extract_from_dir(folder, [("**.py", "python")], keywords=keywords)
    for name, _, message, _, _ in sorted(found, key=lambda one: (one[0], one[1])):
        yield f"{folder.name}/{Path(name).as_posix()}", message


def _as_bytes(catalogue: Catalog) -> bytes:
    stream = io.BytesIO()
    write_po(stream, catalogue, omit_header=False, include_lineno=False, width=110, sort_output=False)
    lines = stream.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith((b'"POT-Creation-Date', b'"PO-Revision-Date')))


def main() -> int:
    """Write or check."""
    catalogue = merged()
    if "--check" not in sys.argv:
        CATALOGUE.write_bytes(_as_bytes(catalogue))
    for message in missing(catalogue):
        print("missing:", message)
    return 1 if missing(catalogue) else 0


if __name__ == "__main__":
    sys.exit(main())
