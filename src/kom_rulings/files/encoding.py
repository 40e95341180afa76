"""Files that are not in UTF-8: the finding that tells where."""

from __future__ import annotations

from kom_rulings.problems import Place, Problem


def not_utf8(error: UnicodeDecodeError, file: str) -> Problem:
    """The finding about the first byte that is not UTF-8."""
    content = error.object
    params = {"byte": f"0x{content[error.start]:02x}", "position": error.start}
    return Problem("file-not-utf8", Place(file, content.count(b"\n", 0, error.start) + 1), params)
