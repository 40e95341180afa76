"""Sentences with parts that lead somewhere: a number to the cases behind it, a table's name to the table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from kom_rulings.documents.outline import Run, Runs

#: Signs of the private use area, which no message holds, around the place of a linked part.
_OPEN, _CLOSE = "\ue000", "\ue001"
_PART: Final = re.compile(f"{_OPEN}(.*?){_CLOSE}")


def sentence(say: Callable[..., str], *parts: Run, **params: object) -> Runs:
    """What ``say`` makes of its message, with ``{0}``, ``{1}`` … replaced by the given runs.

    ``say`` takes the places as the parameters ``part0``, ``part1`` …, so that a translation may put them in its own
    order: ``sentence(partial(say, N_("{part0} shows the convictions.")), Run("", mention="by-year"))``.
    """
    places = {f"part{n}": f"{_OPEN}{n}{_CLOSE}" for n in range(len(parts))}
    return tuple(_runs(say(**places, **params), parts))


def _runs(said: str, parts: tuple[Run, ...]) -> Iterator[Run]:
    for n, piece in enumerate(_PART.split(said)):
        if n % 2:
            yield parts[int(piece)]
        elif piece:
            yield Run(piece)
