"""Comments that a program leaves in a case file, each beside the field that it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Final

from kom_rulings.files.reading import parse
from kom_rulings.problems import Path

#: A comment may make a line this long; else it stands above it.
_LONGEST_LINE: Final = 140


def with_remarks(text: str, remarks: Mapping[Path, str]) -> str:
    """The text of a case file with a comment behind each field named, or above it where its line is full.

    ``text`` is sound YAML. What is remarked on a field that it has not is left out; the values stay as they are.
    """
    raw, _ = parse(text.encode("utf-8"), FilePath(), "")
    lines = text.split("\n")
    places = raw.places if raw is not None else {}
    for path in sorted((one for one in remarks if one in places), key=lambda one: places[one], reverse=True):
        _put(lines, places[path][0] - 1, " ".join(remarks[path].split()))
    return "\n".join(lines)


def _put(lines: list[str], n: int, remark: str) -> None:
    line = lines[n]
    whole = line.rstrip()
    if _ends_its_value(lines, n) and len(whole) + len(remark) + 4 <= _LONGEST_LINE and "#" not in whole:
        lines[n] = f"{whole}  # {remark}"
    else:
        lines.insert(n, f"{line[: len(line) - len(line.lstrip())]}# {remark}")


def _ends_its_value(lines: list[str], n: int) -> bool:
    """Whether the value stands on the line of its name: no block of text, no group and no list below it."""
    line = lines[n].rstrip()
    if line.endswith((":", "|", "|-", ">", ">-", ">+", "|+")):
        return False
    following = next((one for one in lines[n + 1 :] if one.strip()), "")
    return _indent(following) <= _indent(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))
