"""Whether a page is a judgment or a decision of the Court in Strasbourg, and in which language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final, Literal

from kom_rulings.pages.page import SavedPage
from kom_rulings.sources.hudoc.lines import Line

_HOST: Final = re.compile(r"https?://hudoc\.echr\.coe\.int(?:/|$)", re.IGNORECASE)
_APPLICATION: Final = re.compile(
    r"\(?(?:de la )?(?:Applications? nos?\.?|Requêtes? n[°ºo]s?\.?) ?\d{1,5}/\d{2}", re.IGNORECASE
)
_COURT: Final = re.compile(
    r"(?:The European Court of Human Rights\b.{0,60}\bsitting|"
    r"La Cour européenne des droits de l['’]homme\b.{0,60}\bsiégeant|In the case of .{1,300} v\. |"
    r"En l['’]affaire .{1,300} c\. |CASE OF .{1,300} v\. |AFFAIRE .{1,300} c\. |STRASBOURG$|"
    r"FOR THESE REASONS, THE COURT|PAR CES MOTIFS, LA COUR)",
    re.IGNORECASE,
)
_FRENCH: Final = re.compile(
    r"(?:AFFAIRE |ARRÊT$|DÉCISION$|\(?Requêtes? n|En l['’]affaire|La Cour européenne|EN FAIT$|EN DROIT$|PAR CES MOTIFS|"
    r"Fait en |PROCÉDURE$)",
    re.IGNORECASE,
)
_ENGLISH: Final = re.compile(
    r"(?:CASE OF |JUDGMENT$|DECISION$|\(?Applications? no|In the case of|The European Court|THE FACTS$|THE LAW$|"
    r"FOR THESE REASONS|Done in |PROCEDURE$)",
    re.IGNORECASE,
)
#: A judgment tells what it is at its beginning and at its end; so many lines are looked at.
_LINES: Final = 20_000


def recognises(page: SavedPage) -> bool:
    """Tell whether a page is a judgment or a decision of the Court, by its address and the words of its head."""
    texts = [line for block in islice(page.blocks, _LINES) for line in block.lines]
    texts += [cell for grid in islice(page.grids, _LINES) for row in grid.rows for cell in row]
    application = any(_APPLICATION.match(text) for text in texts)
    court = any(_COURT.match(text) for text in texts)
    return application and (court or bool(_HOST.match(page.address or "")))


def language_of(lines: Iterable[Line]) -> Literal["en", "fr"] | None:
    """English or French, by the headings that a judgment has in each; neither where they do not tell."""
    texts = [line.text for line in lines]
    french = sum(1 for text in texts if _FRENCH.match(text))
    english = sum(1 for text in texts if _ENGLISH.match(text))
    return None if french == english else "fr" if french > english else "en"
