"""Full texts beside the records: a head with provenance, then paragraphs that begin with their number in brackets.

The file ``CASE.REFERENCE.txt`` lies in the folder of the case, and beside it ``CASE.REFERENCE.PART.txt`` for what has
paragraph numbers of its own, such as a separate opinion. Its head is lines of ``name: value`` up to ``---``; the
checksum is taken of everything after that line, so that a text changed by accident is noticed.
"""

from __future__ import annotations

import errno
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from kom_rulings.files.encoding import not_utf8
from kom_rulings.files.paths import case_of_text
from kom_rulings.files.refusals import reason_of
from kom_rulings.names import CaseId
from kom_rulings.problems import Place, Problem

LARGEST_TEXT = 20_000_000
_HEAD_FIELDS = ("reference", "source", "retrieved", "sha256")
_HEAD_END = "\n---\n"
#: Anything that a space stands for.
_UNTIDY = ("\n", "  ", "\t", "\u00a0", "\r", "\f", "\v", "\u2028")
_PARAGRAPH = re.compile(r"^\[(\d{1,5})\][ \t]*", re.MULTILINE)


@dataclass(frozen=True)
class Paragraph:
    """One numbered paragraph of a ruling (avsnitt, premiss, §)."""

    number: int
    text: str


@dataclass(frozen=True)
class FullText:
    """The full text of one ruling, or a part of it, with where and when it was taken from.

    ``part`` is empty for the ruling itself, else ``operative`` or the heading of a separate opinion. ``numbered`` tells
    that the numbers are the ruling's own. Only such a number in the ruling itself can be cited.
    """

    case: CaseId
    file: str
    reference: str
    source: str
    retrieved: str
    publishable: bool
    paragraphs: tuple[Paragraph, ...]
    part: str = ""
    numbered: bool = True

    @property
    def citable(self) -> bool:
        """Whether “avsnitt 12” of this text is avsnitt 12 of the ruling."""
        return self.numbered and not self.part

    @property
    def place(self) -> Place:
        """Where the text stands, for findings about it."""
        return Place(self.file)


def read_text(path: Path, file: str) -> tuple[FullText | None, list[Problem]]:
    """Read one full text, or the finding that tells why it cannot be used."""
    try:
        if not path.is_file():
            raise IsADirectoryError(errno.EISDIR, "")
        if path.stat().st_size > LARGEST_TEXT:
            params: dict[str, object] = {"size": path.stat().st_size // 1_000_000, "limit": LARGEST_TEXT // 1_000_000}
            return None, [Problem("file-too-large", Place(file), params)]
        content = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        return None, [Problem("file-unreadable", Place(file), {"reason": reason_of(error)})]
    except UnicodeDecodeError as error:
        return None, [not_utf8(error, file)]
    return _parse(content, path, file)


def checksum(body: str) -> str:
    """The sha256 of the text after the head, with line ends as on Unix."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def _parse(content: str, path: Path, file: str) -> tuple[FullText | None, list[Problem]]:
    head_text, end, body = content.partition(_HEAD_END)
    head = dict(line.split(": ", 1) for line in head_text.splitlines() if ": " in line)
    missing = [name for name in _HEAD_FIELDS if name not in head]
    if not end or missing:
        return None, [Problem("text-header", Place(file), {"reason": ", ".join(missing) or "---"})]
    start, *parts = _PARAGRAPH.split(body)
    if start.strip():
        line = head_text.count("\n") + 3
        return None, [Problem("text-paragraph", Place(file, line))]
    text = FullText(
        case=case_of_text(path),
        file=file,
        reference=head["reference"],
        source=head["source"],
        retrieved=head["retrieved"],
        publishable=head.get("publishable", "no") == "yes",
        paragraphs=tuple(Paragraph(int(n), _tidy(t)) for n, t in zip(parts[::2], parts[1::2], strict=True)),
        part=head.get("part", ""),
        numbered=head.get("numbering", "own") != "ours",
    )
    actual = checksum(body)
    problems = [] if actual == head["sha256"] else [Problem("text-checksum", Place(file), {"actual": actual})]
    return text, problems


def _tidy(text: str) -> str:
    """On one line, with single spaces; most paragraphs are so already."""
    stripped = text.strip()
    return " ".join(stripped.split()) if any(one in stripped for one in _UNTIDY) else stripped
