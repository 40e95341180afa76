"""E-mail addresses, also those written with (at)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.privacy.reading import Reading, Span

_NAME: Final = r"(?<![\w.+'-])(?:\"[\w.+ -]{1,60}\"|[\w+-][\w.+'-]{0,63})"
_DOT: Final = r"(?:\.|\s?[(\[{](?:dot|punktum|prikk)[)\]}]\s?)"
_HOST: Final = rf"[^\W_][\w-]{{0,62}}(?:\.[\w-]{{1,62}}){{0,4}}{_DOT}[^\W\d_]{{2,24}}"
_ADDRESS: Final = re.compile(rf"{_NAME}(?:\s?@\s?|\s?[(\[{{](?:a|at|AT|krøllalfa)[)\]}}]\s?){_HOST}")


def mail_addresses(reading: Reading) -> Iterator[Span]:
    """Find e-mail addresses, except those of public bodies."""
    for match in _ADDRESS.finditer(reading.text):
        if not reading.known.is_contact(match[0]):
            yield Span(*match.span())
