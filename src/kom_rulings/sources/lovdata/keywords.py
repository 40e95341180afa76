"""The keywords that Lovdata gives a ruling, as a list; the provisions among them are read elsewhere."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.sources.lovdata.provisions import names_provision

#: A full stop behind these ends no keyword.
_SHORT: Final = re.compile(
    r"(?:^|[\s(])(?:jf|jfr|nr|bl\.? ?a|f|ff|mv|m\.v|strl|strpl|utl|utf|pkt|"
    r"kap|art|avd|inkl|ca|dvs|evt|el|o\.l|s|st|v|§§?|[a-zæøå]|\d+)$",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(r"[;\n\r•·|]| [–—-] |\.(?=\s|$)")
_TRIM: Final = " \t\u00a0,.;:–—-"

#: Keywords as the pages give them, as a table that the tests walk.
EXAMPLES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "Strafferett. Menneskehandel. Straffeloven § 257. Straffutmåling.",
        ("Strafferett", "Menneskehandel", "Straffutmåling"),
    ),
    ("Strafferett; Menneskehandel; Tvangsarbeid", ("Strafferett", "Menneskehandel", "Tvangsarbeid")),
    ("Strafferett – Menneskehandel – Inndragning", ("Strafferett", "Menneskehandel", "Inndragning")),
    ("Strafferett - Medvirkning", ("Strafferett", "Medvirkning")),
    ("Strafferett\nMenneskehandel\n", ("Strafferett", "Menneskehandel")),
    ("Menneskehandel, jf. tidligere dom. Oppreisning", ("Menneskehandel, jf. tidligere dom", "Oppreisning")),
    ("Tiltalen post nr. 2. Frifinnelse", ("Tiltalen post nr. 2", "Frifinnelse")),
    ("Forsett. Straffeloven (1902) § 224 første ledd bokstav a. Utnyttelse.", ("Forsett", "Utnyttelse")),
    ("Strafferett. Strl. § 258 jf. § 257. Sårbar situasjon.", ("Strafferett", "Sårbar situasjon")),
    ("Utlendingsrett. Flyktning. Utlendingsloven § 28. EMK art. 3.", ("Utlendingsrett", "Flyktning")),
    ("Menneskehandel. Menneskehandel.", ("Menneskehandel",)),
    ("Straffe\u00adprosess. Ankenekt\u00adelse...", ("Straffeprosess", "Ankenektelse")),
    ("Bevis mv. Avhør av barn", ("Bevis mv. Avhør av barn",)),
    ("Strafferett. LOV-2005-05-20-28-§257.", ("Strafferett",)),
    ("", ()),
    (" . . ; ", ()),
)


def keywords_in(text: str) -> list[str]:
    """The keywords in their order, each once, as written; without the provisions."""
    whole = text.replace("\u00ad", "").replace("\u00a0", " ")
    parts = (" ".join(part.strip(_TRIM).split()) for part in _split(whole))
    return list(dict.fromkeys(part for part in parts if part and not names_provision(part)))


def _split(text: str) -> list[str]:
    pieces, start = [], 0
    for match in _PARTS.finditer(text):
        if match[0] == "." and _goes_on(text, match.start()):
            continue
        pieces.append(text[start : match.start()])
        start = match.end()
    return [*pieces, text[start:]]


def _goes_on(text: str, stop: int) -> bool:
    """Tell whether a full stop belongs to an abbreviation, and the keyword goes on behind it."""
    following = text[stop + 1 : stop + 3].strip()
    short = _SHORT.search(text[max(0, stop - 12) : stop])
    # Behind “bokstav a.” and “nr. 2.” a capital begins the next keyword; behind “jf.” it need not.
    weak = short is not None and re.fullmatch(r"[\s(]?(?:[a-zæøå]|\d+)", short[0], re.IGNORECASE) is not None
    return short is not None and not (weak and (not following or following[0].isupper()))
