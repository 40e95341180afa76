"""What looks like a reference but is none: why, and which reference is meant where that can be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from kom_rulings.references.forms import DASH, END, SPACE, START, Kind
from kom_rulings.references.reference import Found, NotAReference, Reference, find_references, unwrapped
from kom_rulings.wording import N_

LETTER: Final = N_("The letter at the end is missing.")
YEAR: Final = N_("The year must have four digits.")
PAGE: Final = N_("Behind the year there must be a page of at most four digits.")
PAGE_SIGN: Final = N_("“s.” is missing before the page.")
COURT: Final = N_("There is no such Court of Appeal; their letters are LA, LB, LE, LF, LG and LH.")
APPLICATION: Final = N_("An application number ends with the last two digits of the year.")
ECLI: Final = N_("An ECLI of the Court in Strasbourg ends with month and day, JUD or DEC, and nine digits.")
NO_ECLI: Final = N_("No ECLI of Norwegian courts is known; cite the ruling by its own reference.")
SPACES: Final = N_("The parts must be joined by hyphens, without spaces.")
CAPITALS: Final = N_("Capital letters are missing.")
FORM: Final = N_("The number, or what follows it, is not that of a reference.")

_SERIES = "[Hh][Rr]|[Ll][ABEFGHabefgh]|T[A-ZÆØÅ]{3,5}"
_BEGINNING = rf"(?:(?:HR|L[ABEFGH]){DASH}[0-9]{{3,8}}{DASH}[0-9]|T[A-ZÆØÅ]{{3,5}}{DASH}[0-9]{{4}}{DASH}[0-9]{{5}})"
_APPLICATION = (
    r"(?:application|app\.|appl\.|søknad|klage|requête)(?:s|en|ene|er|snummer)?"
    rf"(?:{SPACE}*(?:nr|nos?|nummer|number)\.?)?{SPACE}*"
)
#: A number and a year that nobody means as the two parts of a reference: LX-2013-2015, klage 2013/2014.
_NO_YEAR = r"(?!(?:19|20)[0-9]{2}(?![0-9]))"

#: Why, and the pattern; of those that begin at a place the longest is told, or the first of equal length.
_PATTERNS: Final = (
    (YEAR, rf"{START}({_SERIES}){DASH}([0-9]{{2}}){DASH}([0-9]{{3,6}}(?:{DASH}[A-Za-z0-9]{{1,2}})?){END}"),
    (COURT, rf"{START}L[C-DI-ZÆØÅ]{DASH}(?:19|20)[0-9]{{2}}{DASH}{_NO_YEAR}[0-9]{{3,6}}(?:{DASH}[0-9]{{1,2}})?{END}"),
    (PAGE, rf"{START}Rt\.?(?:{SPACE}*{DASH})?{SPACE}*[0-9]{{4}}(?![0-9])"),
    (APPLICATION, rf"(?i:{START}{_APPLICATION})({_NO_YEAR}[0-9]{{3,5}})/((?:19|20)[0-9]{{2}}){END}"),
    # Regulations of the European Union have four digits at most: no. 562/2006.
    (APPLICATION, rf"(?<!sak )(?i:{START}(?:nr|nos?)\.?{SPACE}*)([0-9]{{5}})/((?:19|20)[0-9]{{2}}){END}"),
    (NO_ECLI, rf"(?i:{START}ECLI:NO:[A-Z0-9:]{{1,40}})"),
    (ECLI, rf"(?i:{START}ECLI:CE:ECHR[:A-Z0-9]{{0,40}})"),
    (FORM, rf"{START}{_BEGINNING}[A-Za-zÆØÅæøå0-9]{{0,20}}(?:{DASH}[A-Z0-9]{{1,10}}(?![A-Za-zÆØÅæøå0-9])){{0,3}}"),
)
_JOURNALS: Final = frozenset({Kind.RETSTIDENDE, Kind.RETTENS_GANG})
_NUMBERED: Final = frozenset({Kind.SUPREME_COURT, Kind.COURT_OF_APPEAL, Kind.DISTRICT_COURT})
_SPACED: Final = re.compile(SPACE)
_DASH_AND_WORD: Final = re.compile(f"{DASH}[a-zæøå]")
_YEAR_LIKE: Final = re.compile("(?:19|20)[0-9]{2}")
_SHORTEST_NUMBER: Final = 4
_GAP_SIGNS: Final = "- \t\u00a0\u202f\u2010\u2011\u2012\u2013\u2014\u2212"
_LAST_YEAR_OF_2000S: Final = 50
#: In an address (/lb-2018-102939-2) or a file name, small letters are as they should be.
_OF_ADDRESSES: Final = frozenset("/=_")
_ROWS: Final = tuple((why, re.compile(pattern)) for why, pattern in _PATTERNS)

#: What is told of which text: the place, why, and what is meant; the tests walk them.
EXAMPLES: Final[dict[str, tuple[str, str, str]]] = {
    "i HR-2017-1124.": ("HR-2017-1124", LETTER, ""),
    "i HR-2017-1124-dommen": ("HR-2017-1124", LETTER, ""),
    "HR-2017-1124 s. 5": ("HR-2017-1124", LETTER, ""),
    "HR-2017-1124 – i dag": ("HR-2017-1124", LETTER, ""),
    "HR 2017 1124": ("HR 2017 1124", LETTER, ""),
    "HR-17-1124-A": ("HR-17-1124-A", YEAR, "HR-2017-1124-A"),
    "hr-17-1124-a": ("hr-17-1124-a", YEAR, "HR-2017-1124-A"),
    "HR-17-1124": ("HR-17-1124", YEAR, ""),
    "LB-18-102939-2": ("LB-18-102939-2", YEAR, "LB-2018-102939-2"),
    "LE\u201398\u201300501": ("LE\u201398\u201300501", YEAR, "LE-1998-501"),
    "TOSLO-15-105037": ("TOSLO-15-105037", YEAR, "TOSLO-2015-105037"),
    "Se Rt. 2013, der": ("Rt. 2013", PAGE, ""),
    "Rt-2013": ("Rt-2013", PAGE, ""),
    "Rt. 2013 s. 39001": ("Rt. 2013", PAGE, ""),
    "Rt. 2013 39": ("Rt. 2013 39", PAGE_SIGN, "Rt-2013-39"),
    "LX-2015-12345": ("LX-2015-12345", COURT, ""),
    "LC\u20132015\u2013123": ("LC\u20132015\u2013123", COURT, ""),
    "application no. 25965/2004": ("25965/2004", APPLICATION, "25965/04"),
    "søknad nr. 8919/1980": ("8919/1980", APPLICATION, "8919/80"),
    "(no. 25965/2004)": ("25965/2004", APPLICATION, "25965/04"),
    "ECLI:CE:ECHR:2010:0107JUD0025965": ("ECLI:CE:ECHR:2010:0107JUD0025965", ECLI, ""),
    "ECLI:CE:ECHR:2010:0107JUD00259650400": ("ECLI:CE:ECHR:2010:0107JUD00259650400", ECLI, ""),
    "ECLI:NO:HR:2010:1": ("ECLI:NO:HR:2010:1", NO_ECLI, ""),
    "LB 2018 102939": ("LB 2018 102939", SPACES, "LB-2018-102939"),
    "HR 2017-1124-A": ("HR 2017-1124-A", SPACES, "HR-2017-1124-A"),
    "HR-2017-1124 A": ("HR-2017-1124 A", SPACES, "HR-2017-1124-A"),
    "HR - 2017 - 1124 - A": ("HR - 2017 - 1124 - A", SPACES, "HR-2017-1124-A"),
    "HR-2017-\n1124-A": ("HR-2017-\n1124-A", SPACES, "HR-2017-1124-A"),
    "hr 2017 1124 a": ("hr 2017 1124 a", SPACES, "HR-2017-1124-A"),
    "TOSL 2022 105703": ("TOSL 2022 105703", SPACES, "TOSL-2022-105703"),
    "hr-2017-1124-a": ("hr-2017-1124-a", CAPITALS, "HR-2017-1124-A"),
    "Lb-2018-102939": ("Lb-2018-102939", CAPITALS, "LB-2018-102939"),
    "thedm-2020-52736": ("thedm-2020-52736", CAPITALS, "THEDM-2020-52736"),
    "rt. 2013 s. 39": ("rt. 2013 s. 39", CAPITALS, "Rt-2013-39"),
    "12-175933med-otir/03": ("12-175933med-otir/03", CAPITALS, "12-175933MED-OTIR/03"),
    "ecli:ce:echr:2010:0107jud002596504": (
        "ecli:ce:echr:2010:0107jud002596504",
        CAPITALS,
        "ECLI:CE:ECHR:2010:0107JUD002596504",
    ),
    "HR-2017-112400-A": ("HR-2017-112400-A", FORM, ""),
    "HR-2017-1124-AB": ("HR-2017-1124-AB", FORM, ""),
    "HR-2017-1124-Gartneri": ("HR-2017-1124", LETTER, ""),
    "HR-2017-1124A": ("HR-2017-1124A", FORM, ""),
    "LB-2018-102939-123": ("LB-2018-102939-123", FORM, ""),
    "TOSLO-2015-1050371": ("TOSLO-2015-1050371", FORM, ""),
}

#: Sentences in which there is neither a citation nor anything malformed; the tests walk them too.
INNOCENT: Final = (
    "",
    "Dommen ble avsagt 01/07/2019, etter hovedforhandling 24/12-2018.",
    "HR-avdelingen og HR-strategien 2018-2019 nevnes i HR 2018 – 2019.",
    "Forkortelsen Rt står for Norsk Retstidende, RG for Rettens Gang.",
    "Summen var 25/04 og 50/50, i skoleåret 2015/16 og vinteren 2013/2014.",
    "Straffeloven § 257 og § 258, jf. straffeloven 1902 § 224.",
    "Perioden 2013-2015, sidene 39-42 og avsnitt 45–47.",
    "Direktiv 2011/36/EU, forordning (EF) nr. 562/2006 og Directive 2011/36.",
    "EU-domstolen i sak C-105/14 og C‑123/04.",
    "ECLI:EU:C:2013:126 er en dom fra EU-domstolen.",
    "Partene la 2016 10000 kroner til side.",
    "Tyveri 2015 2016, tiltak-2015-2016 og trend-2015-1.",
    "De la 2018 12 forslag på bordet, og rt 2013 var et godt år.",
    "Klage 2013/2014 og søknad 12/2013 ble avslått.",
    "https://lovdata.no/dokument/LBSTR/avgjorelse/lb-2018-102939-2",
    "Filen heter hr-2017-1124-a-gartneri.yaml.",
    "Org.nr. 974 760 673, telefon 22 00 00 00, kl. 12:30.",
    "Ot.prp. nr. 62 (2002–2003), Innst. O. nr. 118 og Prop. 131 L (2012–2013).",
    "Forskrift 2009-10-15-1286 om utlendingers adgang til riket § 8-3.",
    "LOV-2005-05-20-28 og FOR-2009-10-15-1286.",
    "Produktet LK-2013-2015 og modellen L-2015-123.",
    "Nr. 1 av 2, side 3/4, 7/8 og 1.5/04.",
)


@dataclass(frozen=True)
class Malformed:
    """What stands from ``start`` to ``end``; ``why`` is a catalogue key, ``meant`` a reference or empty."""

    text: str
    start: int
    end: int
    why: str
    meant: str


def find_malformed(text: str) -> list[Malformed]:
    """Return what looks like a reference but is none, in order."""
    rest = _without_references(unwrapped(text))
    found = sorted(chain(_typed(rest), _patterns(rest)), key=lambda one: (one.start, -one.end))
    return [
        Malformed(text[one.start : one.end], one.start, one.end, one.why, one.meant) for one in _without_overlaps(found)
    ]


def _without_references(text: str) -> str:
    """The text with every sound reference blanked out, so that nothing of it is read again."""
    parts, end = [], 0
    for found in find_references(text):
        parts += [text[end : found.start], "\0" * (found.end - found.start)]
        end = found.end
    return "".join([*parts, text[end:]])


def _without_overlaps(found: list[Malformed]) -> Iterator[Malformed]:
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def _patterns(text: str) -> Iterator[Malformed]:
    for why, pattern in _ROWS:
        for match in pattern.finditer(text):
            start = match.start(1) if why is APPLICATION else match.start()
            yield Malformed(text[start : match.end()], start, match.end(), why, _meant(why, match))


def _meant(why: str, match: re.Match[str]) -> str:
    if why is APPLICATION:
        return _whole(f"{match[1]}/{match[2][2:]}")
    if why is YEAR:
        century = "19" if int(match[2]) > _LAST_YEAR_OF_2000S else "20"
        return _whole(f"{match[1]}-{century}{match[2]}-{match[3]}".upper())
    return ""


def _whole(text: str) -> str:
    """The canonical form, or nothing where a part is still missing."""
    try:
        return Reference.parse(text).text
    except NotAReference:
        return ""


def _typed(text: str) -> Iterator[Malformed]:
    """What can be read as people type in the search box, but is not written out."""
    for found in find_references(text, typed=True):
        one = _trimmed(text, found)
        written = text[one.start : one.end]
        if not _is_innocent(text, written, one):
            meant = _whole(one.reference.text)
            yield Malformed(written, one.start, one.end, _why(written, one.reference.kind, meant), meant)


def _why(written: str, kind: Kind, meant: str) -> str:
    if not meant:
        return LETTER
    if kind in _JOURNALS:
        return PAGE_SIGN if written[:2] in ("Rt", "RT", "RG") else CAPITALS
    return SPACES if kind in _NUMBERED and _SPACED.search(written) else CAPITALS


def _trimmed(text: str, found: Found) -> Found:
    """Without the start of a word that was read as the last letter: “HR-2017-1124 s. 5”, “HR-2017-1124 – i dag”."""
    written = text[found.start : found.end]
    body = written[:-1].rstrip(_GAP_SIGNS)
    apart = _SPACED.search(written, len(body)) is not None and _SPACED.search(body) is None
    if found.reference.kind is not Kind.SUPREME_COURT or not apart or written[-1] in "AUPS" or written[-1].isdigit():
        return found
    (shorter,) = find_references(body, typed=True)
    return Found(shorter.reference, found.start, found.start + len(body))


def _is_innocent(text: str, written: str, found: Found) -> bool:
    """Tell whether it is more likely something else: an address, a file name, words and years."""
    small = not written[:2].isupper()
    if text[max(0, found.start - 1) : found.start] in _OF_ADDRESSES:
        return True
    if small and _DASH_AND_WORD.match(text, found.end):
        return True
    if found.reference.kind in _JOURNALS | _NUMBERED:
        return _is_loose_and_short(written, found.reference, small=small)
    return False


def _is_loose_and_short(written: str, reference: Reference, *, small: bool) -> bool:
    """Words and years (“la 2016 10000”, “HR 2018 – 2019”, “trend-2015-1”) pass for what is only typed carelessly."""
    _, _, number, *last = reference.text.split("-")
    year_like = _YEAR_LIKE.fullmatch(number) is not None
    if reference.kind in _JOURNALS:
        return year_like
    if reference.kind is Kind.SUPREME_COURT and last:
        return False
    spaced = _SPACED.search(written) is not None
    return (small and spaced) or ((small or spaced) and (year_like or len(number) < _SHORTEST_NUMBER))
