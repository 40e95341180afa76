"""For whom, by whom and in which aspect the Court found something: applicants, states and limbs of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_ASPECT: Final = r"(?:limbs?|aspects?|heads?|obligations?|elements?)"
_ENGLISH: Final = rf"\b(?:(substantive)|(procedural))(?=[^;.]{{0,40}}?\b{_ASPECT}\b)"
_FRENCH: Final = (
    r"\b(?:volets?|aspects?|angles?|obligations?)[^;.]{0,20}?\b(?:(matériels?|substantiels?|matérielles?)|(procédura\w+))"
    r"|\bet\s+(?:(matériels?|substantiels?)|(procédura\w+))"
)
_LIMB: Final = re.compile(f"{_ENGLISH}|{_FRENCH}", re.IGNORECASE)

_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "premier": 1, "première": 1, "deuxième": 2, "seconde": 2, "troisième": 3,
    "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
}  # fmt: skip
_NB: Final = ("første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende", "niende", "tiende")
_EN: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL: Final = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_LISTED: Final = re.compile(
    rf"\b(?:the\s+|du\s+|de\s+la\s+|le\s+|la\s+)?((?:{_ORDINAL})(?:(?:\s*,\s*|\s+(?:and|to|et|à)\s+|\s*,\s*(?:and|et)\s+)"
    rf"(?:the\s+|du\s+|de\s+la\s+|le\s+|la\s+|des\s+)?(?:{_ORDINAL}))*)\s+(?:applicants?|requérante?s?)\b",
    re.IGNORECASE,
)
_NOS: Final = ("application no.", "applications nos.")
_RANGE: Final = re.compile(r"\s(?:to|à)\s", re.IGNORECASE)
_LEAD: Final = (
    r"(?:in respect of|as regards|with regard to|with respect to|as concerns|concerning|regarding|in relation to|"
    r"in the case of|à l['’]égard d(?:e|u|es)|dans le chef d(?:e|u|es)|en ce qui concerne|s['’]agissant d(?:e|u|es)|"
    r"quant (?:à|au|aux)|pour|concernant)"
)
_ALL: Final = re.compile(
    rf"{_LEAD}\s*(?:all\s+(?:of\s+)?the\s+|each\s+(?:of\s+the\s+)?|both\s+(?:of\s+the\s+)?|the\s+|la\s+|le\s+|les\s+|"
    r"(?:tou(?:te)?s|l['’]ensemble)\s+(?:des\s+|les\s+)|chacun\w*\s+des\s+|(?:deux|two|three|trois)\s+)*"
    r"(?:applicants?|requérante?s?)\b(?!['’])(?!\s+(?:(?-i:[A-Z])|who|whose|listed|named|nos?\b|qui\b|dont\b))",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    rf"{_LEAD}\s*(?:(?:one|two|three|some|several|most)\s+of\s+)?(?:(?!of\b|by\b|to\b|de\b|under\b)\w+\s+){{0,3}}?"
    r"(?:applicants?|requérante?s?)\b(?!['’])"
    rf"|{_LEAD}\s+(?-i:Mr|Mrs|Ms|Miss|M\.|Mme|MM\.)\s"
    rf"|{_LEAD}\s+(?-i:[A-Z]\.)",
    re.IGNORECASE,
)
_APPLICATIONS: Final = re.compile(
    rf"{_LEAD}\s+(?:the\s+|la\s+|les\s+)?(?:applications?|requêtes?)\s+(?:nos?\.?|n[°ºo]s?\.?)\s*"
    r"(\d{1,5}/\d{2}(?:(?:\s*,\s*|\s+(?:and|et)\s+)\d{1,5}/\d{2})*)(?!\d)",
    re.IGNORECASE,
)
_STATE_LEAD: Final = (
    r"(?:by|on the part of|in respect of|as regards|with regard to|against|attributable to|par|de la part d(?:e|u|es)|"
    r"à l['’]égard d(?:e|u|es)|en ce qui concerne|contre|imputable à)"
)

#: Words behind a finding: limb, applicants in bokmål and in English, states. The tests walk them, with CY and RU.
EXAMPLES: Final = {
    "in its procedural limb": ("procedural", None, ()),
    "under its substantive aspect": ("substantive", None, ()),
    "in both its substantive and procedural limbs": ("both", None, ()),
    "sous son volet procédural": ("procedural", None, ()),
    "sous ses volets matériel et procédural": ("both", None, ()),
    "in respect of the first applicant": ("", ("første klager", "first applicant"), ()),
    "as regards the first and third applicants": ("", ("første og tredje klager", "first and third applicant"), ()),
    "in respect of the second to fourth applicants": (
        "", ("andre til fjerde klager", "second to fourth applicant"), (),
    ),
    "à l'égard de la deuxième requérante": ("", ("andre klager", "second applicant"), ()),
    "in respect of application no. 99992/99": ("", ("klage nr. 99992/99", "application no. 99992/99"), ()),
    "in respect of all the applicants": ("", None, ()),
    "in respect of the applicant": ("", None, ()),
    "on account of the applicant’s detention": ("", None, ()),
    "by Cyprus": ("", None, ("CY",)),
    "by the Republic of Cyprus and the Russian Federation": ("", None, ("CY", "RU")),
    "in its procedural limb by Russia": ("procedural", None, ("RU",)),
    "on account of the length of the procedural steps": ("", None, ()),
}  # fmt: skip


@dataclass(frozen=True)
class Circumstances:
    """What limits a finding. ``clear`` unless it is for some applicants who cannot be named in a record."""

    limb: str = ""
    applicants: tuple[str, str] | None = None
    states: tuple[str, ...] = ()
    clear: bool = True


def circumstances_of(text: str, states: Mapping[str, str]) -> Circumstances:
    """Read the words around a finding; ``states`` are the respondents by every name that they may have there."""
    applicants = _applicants(text)
    rest = _ALL.sub(" ", _APPLICATIONS.sub(" ", _LISTED.sub(" ", text)))
    several = len({match[1].lower() for match in _LISTED.finditer(text)}) > 1
    return Circumstances(
        limb_in(text), applicants, tuple(_states(text, states)), clear=not several and not _SOME.search(rest)
    )


def limb_in(text: str) -> str:
    """The limb of an article that a text names, if any."""
    found = [match.lastindex or 0 for match in _LIMB.finditer(text)]
    substantive, procedural = any(n % 2 == 1 for n in found), any(n and n % 2 == 0 for n in found)
    return (
        "both" if substantive and procedural else "substantive" if substantive else "procedural" if procedural else ""
    )


def _applicants(text: str) -> tuple[str, str] | None:
    numbers = _APPLICATIONS.search(text)
    if numbers:
        listed = re.findall(r"\d{1,5}/\d{2}", numbers[1])
        return f"klage nr. {_joined(listed, 'og')}", f"{_NOS[len(listed) > 1]} {_joined(listed, 'and')}"
    match = _LISTED.search(text)
    if match is None:
        return None
    ordinals = [_ORDINALS[word.lower()] - 1 for word in re.findall(_ORDINAL, match[1], re.IGNORECASE)]
    ranged = bool(_RANGE.search(match[1]))
    nb = _joined([_NB[n] for n in ordinals], "til" if ranged else "og")
    en = _joined([_EN[n] for n in ordinals], "to" if ranged else "and")
    return f"{nb} klager", f"{en} applicant"


def _joined(words: list[str], last: str) -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else words[0]


def _states(text: str, states: Mapping[str, str]) -> Iterator[str]:
    """The respondents that a text lays something on, each once; empty for one whose code is not known."""
    if not states:
        return
    name = "|".join(re.escape(name) for name in sorted(states, key=len, reverse=True))
    one = rf"(?:the\s+|la\s+|le\s+|l['’])?(?:(?:Republic|Kingdom)\s+of\s+)?(?:{name})\b"
    more = rf"(?:\s*,\s*(?:and\s+|et\s+)?|\s+(?:and|et)\s+)(?:by\s+|par\s+)?{one}"
    listed = re.finditer(rf"\b{_STATE_LEAD}\s*{one}(?:{more})*", text, re.IGNORECASE)
    names = (found for match in listed for found in re.findall(rf"\b(?:{name})\b", match[0], re.IGNORECASE))
    yield from dict.fromkeys(states.get(found.casefold(), "") for found in names)
