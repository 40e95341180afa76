"""The provisions that a text on an immigration case names, written as the records write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kom_rulings.dates import PartialDate

#: From this year the law of 2008 and its regulations apply; before it “utlendingsloven” is that of 1988.
_NEW_LAW: Final = 2010

_LAWS: Final = {
    "old_utl": (
        r"(?:dagjeldende |tidligere |tidlegare |gamle )utlendingslov(?:en|a)?|"
        r"utlendingslov(?:en|a)? (?:av |fra |frå |\()1988\)?|utl\. ?1988|1988-lov(?:en|a)"
    ),
    "utf": r"utlendingsforskrift(?:en|a)?|utf\.?",
    "utl": r"utlendingslov(?:en|a)?|utl\.?",
    "strl": r"straffelov(?:en|a)?(?: av)?(?: ?\(?(?P<year>1902|2005)\)?)?|strl\.?(?: ?(?P<short_year>1902|2005))?",
    "emk": r"EMK|menneskerettskonvensjonen|ECHR",
}  # fmt: skip
_LAW = "|".join(f"(?P<{name}>{words})" for name, words in _LAWS.items())
_ORDINAL = r"(?:første|fyrste|annet|andre|tredje|fjerde|femte|sjette)"
_PART = rf"(?:\s*,?\s*(?P<paragraph>{_ORDINAL}) ledd)?(?:\s*,?\s*bokstav (?P<letter>[a-z])\b)?"
_NAMED = re.compile(
    rf"(?<![\w-])(?:{_LAW})(?: \([^)]{{1,30}}\))?,? ?(?P<sign>§§?|artikkel|art\.|"
    rf"article) ?(?P<section>\d+(?:-\d+)?(?: [a-z](?![\wæøå]))?){_PART}",
    re.IGNORECASE,
)  # fmt: skip
#: A section behind another, of the same law: “og § 38 første ledd”, “og 38”.
_NEXT = re.compile(
    rf"\s*(?:,|og|eller|samt|,? ?jf\.?|,? ?jfr\.?|/)\s*(?P<sign>§§?|artikkel|"
    rf"art\.)? ?(?P<section>\d+(?:-\d+)?)(?![\d/]|\.\d|\. ?(?-i:[a-zæøå]))(?! ?%){_PART}",
    re.IGNORECASE,
)  # fmt: skip
_ORDINALS: Final = {"fyrste": "første", "andre": "annet"}

#: Texts of a year and the provisions that they name, as a table that the tests walk.
EXAMPLES: Final[tuple[tuple[str, int, tuple[str, ...]], ...]] = (
    ("utlendingsforskriften § 8-3 første ledd", 2015, ("utf. § 8-3 første ledd",)),
    ("Utlendingsforskrifta § 8-3 andre ledd", 2015, ("utf. § 8-3 annet ledd",)),
    ("utf. § 8-4", 2015, ("utf. § 8-4",)),
    ("utl. § 28 første ledd bokstav a", 2015, ("utl. § 28 første ledd bokstav a",)),
    ("utlendingsloven § 28 første ledd, bokstav b og femte ledd", 2015, ("utl. § 28 første ledd bokstav b",)),
    ("utlendingsloven §§ 28 og 38", 2015, ("utl. § 28", "utl. § 38")),
    ("utlendingslova § 28 og § 38 fyrste ledd", 2015, ("utl. § 28", "utl. § 38 første ledd")),
    ("utl. § 38 første ledd, jf. utf. § 8-3", 2015, ("utl. § 38 første ledd", "utf. § 8-3")),
    ("Utlendingsloven § 32 første ledd bokstav b", 2016, ("utl. § 32 første ledd bokstav b",)),
    ("utlendingsloven av 1988 § 8 annet ledd", 2012, ("utl. 1988 § 8 annet ledd",)),
    ("utlendingsloven § 15 første ledd", 2008, ("utl. 1988 § 15 første ledd",)),
    ("dagjeldende utlendingslov § 8 andre ledd, jf. utf. § 21", 2009, ("utl. 1988 § 8 annet ledd", "utf. 1990 § 21")),
    ("straffeloven § 224", 2013, ("strl. 1902 § 224",)),
    ("straffeloven (2005) § 257", 2017, ("strl. 2005 § 257",)),
    ("straffeloven § 257 om menneskehandel", 2019, ("strl. 2005 § 257",)),
    ("straffeloven § 257 om tyveri", 2012, ()),
    ("EMK artikkel 3 og 4", 2015, ("EMK artikkel 3", "EMK artikkel 4")),
    ("ifølge § 28 i loven", 2015, ()),
    ("utl. § 28 og 2 barn", 2015, ("utl. § 28",)),
    ("utlendingsloven §§ 28 og 38. Klagen ble avslått", 2015, ("utl. § 28", "utl. § 38")),
    ("utlendingsloven §§ 28 og 3. mars", 2015, ("utl. § 28",)),
    ("straffeloven § 257 jf. § 258. Straff", 2019, ("strl. 2005 § 257", "strl. 2005 § 258")),
    ("utlendingsloven gir ingen rett", 2015, ()),
)  # fmt: skip


class Named(NamedTuple):
    """A provision in the form of the records, and where it stands in the text."""

    provision: str
    start: int
    end: int


def provisions_in(text: str, date: PartialDate | None = None) -> list[Named]:
    """The provisions of the immigration acts, of trafficking and of the Convention; others are left.

    ``date`` tells which Immigration Act an unmarked “utlendingsloven” is.
    """
    return [one for match in _NAMED.finditer(text) for one in _with_following(text, match, date)]


def unique(named: list[Named]) -> list[str]:
    """Each provision once; one that is also named with its paragraph stands with it only."""
    found = list(dict.fromkeys(one.provision for one in named))
    return [one for one in found if not any(other.startswith(f"{one} ") for other in found)]


def _with_following(text: str, match: re.Match[str], date: PartialDate | None) -> Iterator[Named]:
    several, current = match["sign"] == "§§" or match["emk"] is not None, match
    while current is not None:
        law = _law(match, current["section"], date)
        if law:
            yield Named(_written(law, current), current.start(), current.end())
        following = _NEXT.match(text, current.end())
        current = following if following and (following["sign"] or several) else None  # type: ignore[assignment]


def _law(match: re.Match[str], section: str, date: PartialDate | None) -> str:
    old = date is not None and date.year < _NEW_LAW
    if match["emk"]:
        return "EMK"
    if match["strl"]:
        return _penal_code(match["year"] or match["short_year"], section, date)
    if match["utf"]:
        return "utf. 1990" if old and "-" not in section else "utf."
    return "utl. 1988" if match["old_utl"] or old else "utl."


def _penal_code(year: str | None, section: str, date: PartialDate | None) -> str:
    """The penal code of a section on trafficking; in the code of 1902 sections 257 and 258 are of theft."""
    if section == "224" and year != "2005":
        return "strl. 1902"
    new = year == "2005" or (year is None and date is not None and date.year > 2015)  # noqa: PLR2004 - in force 2015
    return "strl. 2005" if section in {"257", "258"} and new else ""


def _written(law: str, match: re.Match[str]) -> str:
    paragraph, letter = (match["paragraph"] or "").lower(), match["letter"]
    parts = [f"{_ORDINALS.get(paragraph, paragraph)} ledd"] if paragraph else []
    parts += [f"bokstav {letter.lower()}"] if letter else []
    sign = "artikkel" if law == "EMK" else "§"
    return " ".join([law, sign, match["section"], *parts])
