"""The axes of a chart: whole numbers up the side, and names below the columns that do not run into each other."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Final

from kom_rulings.documents.cleaning import one_line

FONT: Final = 14
LINE: Final = 18
#: The part of its length that a name at 45 degrees takes in each direction.
SLANT: Final = 0.7072
#: How wide a sign is, in parts of the size of the font: rather too wide, since the reader's font is not known.
_WIDTHS: Final = {
    **dict.fromkeys("ijlI.,:;'|!", 0.32),
    **dict.fromkeys("frt()[] -", 0.4),
    **dict.fromkeys("mwMW@%—", 1.0),
}
_CAPITAL, _LETTER, _WIDE = 0.76, 0.61, 1.1
#: From here on the signs of East Asia and pictures.
_FIRST_WIDE: Final = 0x2E80
_MOST_TICKS: Final = 6
_MOST_LINES: Final = 4
_GAP: Final = 8


@dataclass(frozen=True)
class Names:
    """The names below the columns: each as lines, whether slanted, and that every ``every``-th is shown."""

    lines: tuple[tuple[str, ...], ...]
    slanted: bool
    every: int

    @property
    def depth(self) -> float:
        """How far the names reach below the axis."""
        if self.slanted:
            return SLANT * max(text_width(one[0]) for one in self.lines) + LINE
        return LINE * max((len(one) for one in self.lines), default=1) + _GAP

    def overhang(self, band: float) -> float:
        """How far a slanted name reaches out to the left of the first column."""
        if not self.slanted:
            return 0
        return max(SLANT * text_width(one[0]) - (n + 0.5) * band for n, one in enumerate(self.lines)) + FONT


def ticks(largest: int) -> range:
    """The whole numbers of the axis, from 0 to at least ``largest``, in steps of 1, 2 or 5 times a power of ten."""
    steps = (digit * 10**power for power in itertools.count() for digit in (1, 2, 5))
    step = next(step for step in steps if largest <= _MOST_TICKS * step)
    return range(0, step * max(1, -(-largest // step)) + 1, step)


def names_below(categories: tuple[str, ...], band: float) -> Names:
    """The names set in bands of this width: in lines where they fit, else slanted, and thinned out where too many."""
    broken = [_wrapped(one_line(category).strip(), band - _GAP) for category in categories]
    if all(lines for lines in broken):
        return Names(tuple(broken), slanted=False, every=1)
    every = max(1, -(-LINE // int(max(band, 1))))
    return Names(tuple((one_line(category).strip(),) for category in categories), slanted=True, every=every)


def text_width(words: str, size: float = FONT) -> float:
    """About how wide a text is, in the units of the drawing; rather more than less."""
    return size * sum(_sign_width(sign) for sign in words)


def _sign_width(sign: str) -> float:
    if sign in _WIDTHS:
        return _WIDTHS[sign]
    if ord(sign) >= _FIRST_WIDE:
        return _WIDE
    return _CAPITAL if sign.isupper() else _LETTER


def _wrapped(words: str, width: float) -> tuple[str, ...]:
    """The words in lines of at most this width; nothing where they do not fit."""
    lines: list[str] = []
    for word in words.split(" "):
        if lines and text_width(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    fits = len(lines) <= _MOST_LINES and all(text_width(line) <= width for line in lines)
    return tuple(lines) if fits else ()
