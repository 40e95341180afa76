"""The twenty points that a document is checked for, by number, as the guide to accessible documents counts them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from kom_rulings.wording import N_

#: The number of a point and what it is called, a catalogue key.
POINTS: Final[Mapping[int, str]] = {
    1: N_("Title of the document"),
    2: N_("Language of the document"),
    3: N_("Passages in another language"),
    4: N_("Real headings"),
    5: N_("Table of contents with links"),
    6: N_("Header rows of tables"),
    7: N_("First column of tables"),
    8: N_("No merged, nested or empty cells"),
    9: N_("Whole rows, title and description of tables"),
    10: N_("Caption of every table and chart"),
    11: N_("Text for every picture and chart"),
    12: N_("Pictures in line with the text"),
    13: N_("Links that say where they lead"),
    14: N_("Contrast, and nothing by colour alone"),
    15: N_("Real lists, no blank paragraphs or tabs"),
    16: N_("Readable size, aligned left"),
    17: N_("Headers and footers carry nothing alone"),
    18: N_("No protection and no password"),
    19: N_("Fonts, and a tagged PDF"),
    20: N_("The unit as author, no leftovers"),
}


class Fault(NamedTuple):
    """What a code stands for: the number of the point, and two catalogue keys."""

    point: int
    message: str
    remedy: str
