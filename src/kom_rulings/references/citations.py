"""Citations in running text: each reference with the pinpoint behind it, and no sum, year or law taken for one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kom_rulings.references.forms import DASH, Kind
from kom_rulings.references.pinpoint import ECHR_KINDS, Pinpoint, pinpoint_at
from kom_rulings.references.reference import Found, Reference, find_references

#: What stands before an application number that would otherwise pass for a sum (25/04) or a school year (2015/16).
_APPLICATION_SIGN = re.compile(
    r"(?:\b(?:nr|nos?|number|nummer)\.?|(?:application|søknad|klage|requête)[a-zæøå]{0,8}|\bapp\.?)\s*\(?$",
    re.IGNORECASE,
)
#: What stands before a number of the European Union, of a bill or of a circular: C-123/04, directive 2011/36.
_OTHER_SIGN = re.compile(
    rf"(?:(?<![A-ZÆØÅ])[A-ZÆØÅ]{DASH}|(?:direkti|directi|forordning|regulation|rundskriv|\bprop\.|\binnst\.|prp\.)"
    r"[a-zæøå]{0,8}\s{0,2}(?:\([A-Z]{1,8}\)\s{0,2})?(?:(?:nr|no)\.?\s{0,2})?)$",
    re.IGNORECASE,
)
_SIGN_WIDTH: Final = 40
#: Sums have one or two digits before the stroke, and years are 19xx or 20xx.
_SUM_OR_YEARS = re.compile(r"\d{1,2}/|(?:19|20)\d\d/")

#: What is read in which text, as reference and paragraphs; the tests walk them.
EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "Se HR-2017-1124-A.": ("HR-2017-1124-A",),
    "Se HR\u20102017\u20111124\u2012A.": ("HR-2017-1124-A",),
    "Se HR\u20132017\u20141124\u2212A.": ("HR-2017-1124-A",),
    "HR-2014-02425-S avsnitt 12": ("HR-2014-2425-S 12",),
    "(HR-2011-1453-U)": ("HR-2011-1453-U",),
    "HR-2017-1124-A-dommen": ("HR-2017-1124-A",),
    "HR-2017-1124-A avsnitt\u00a045": ("HR-2017-1124-A 45",),
    "HR-2017-1124-A (avsnitt 45\u201347)": ("HR-2017-1124-A 45-47",),
    "(HR-2017-1124-A) i avsnittene 45 til 47": ("HR-2017-1124-A 45-47",),
    "HR-2017-1124-A, særlig avsnitt 12, 15 og 20": ("HR-2017-1124-A 12",),
    "HR-2017-1124-A, dommens premiss (45)": ("HR-2017-1124-A 45",),
    "HR-2017-1124-A, jf. strl. § 257": ("HR-2017-1124-A",),
    "HR-2017-1124-A § 257": ("HR-2017-1124-A",),
    "HR-2017-1124-A\n\nAvsnitt 4 Straffutmåling": ("HR-2017-1124-A",),
    "Rt. 2013 s. 39": ("Rt-2013-39",),
    "Rt-2013-39 avsn. 20 flg.": ("Rt-2013-39 20",),
    "Rt.\u00a02013\u00a0s.\u00a039 (20)": ("Rt-2013-39",),
    "Rt. 2013 side 39, på side 42": ("Rt-2013-39",),
    "Rt. 2013,\ns. 39": ("Rt-2013-39",),
    "Rt. 2013 s. 39 flg.": ("Rt-2013-39",),
    "Rt\u20132006\u2013111 premiss 20": ("Rt-2006-111 20",),
    "RG 2004 s. 1 og RG-1999-330": ("RG-2004-1", "RG-1999-330"),
    "LB-2018-102939-2": ("LB-2018-102939-2",),
    "LB-2018-102939 og LB-2018-102939-2": ("LB-2018-102939", "LB-2018-102939-2"),
    "LG\u20112015\u201165106, avsnitt 3": ("LG-2015-65106 3",),
    "THEDM-2020-52736, TOSL-2022-105703.": ("THEDM-2020-52736", "TOSL-2022-105703"),
    "TOSLO-2015-105037-2": ("TOSLO-2015-105037-2",),
    "sak 21-148951MED-TOSL/03": ("21-148951MED-TOSL/03",),
    "11\u2013103778SAK\u2013GULA/AVD2": ("11-103778SAK-GULA/AVD2",),
    "straffesak nr. 2005/1641": ("sak nr. 2005/1641",),
    "Sak\u00a0nr.\u00a02017/318": ("sak nr. 2017/318",),
    "Rantsev v. Cyprus and Russia, no. 25965/04, § 282, ECHR 2010": ("25965/04 282",),
    "Rantsev (25965/04), §\u00a0282": ("25965/04 282",),
    "nos. 57818/10, 57822/10 and 57825/10": ("57818/10", "57822/10", "57825/10"),
    "S.M. v. Croatia [GC], no. 60561/14, §§ 290 and 303": ("60561/14 290",),
    "Siliadin, 73316/01 §§ 112\u2013129": ("73316/01 112-129",),
    "25965/04, jf. strl. § 257": ("25965/04",),
    "25965/04 § 4 i straffeloven": ("25965/04",),
    "søknad nr. 12/05": ("12/05",),
    "(application no. 2005/16)": ("2005/16",),
    "ECLI:CE:ECHR:2010:0107JUD002596504 § 282": ("ECLI:CE:ECHR:2010:0107JUD002596504 282",),
    "https://hudoc.echr.coe.int/eng?i=001-96549": ("001-96549",),
    "001-96549 para. 282": ("001-96549 282",),
    "UNE, N1611201107": ("N1611201107",),
    "HR-2017-1124-A, LB-2014-9300-1, 4239/08": ("HR-2017-1124-A", "LB-2014-9300-1", "4239/08"),
}


@dataclass(frozen=True)
class Citation:
    """A reference as it stands in a text from ``start`` to ``end``, and the pinpoint behind it."""

    reference: Reference
    pinpoint: Pinpoint | None
    start: int
    end: int


def find_citations(text: str) -> list[Citation]:
    """Return every reference in running text, in order, with the paragraph that is pointed at."""
    return [
        Citation(found.reference, _pinpoint(text, found), found.start, found.end)
        for found in find_references(text)
        if not _is_other(text, found)
    ]


def _pinpoint(text: str, found: Found) -> Pinpoint | None:
    """The paragraph right behind a reference; “flg.” alone names none, and a new paragraph of text is apart."""
    pinpoint = pinpoint_at(text, found.end, of_echr=found.reference.kind in ECHR_KINDS)
    if pinpoint is None or pinpoint.first is None:
        return None
    return None if text.count("\n", found.end, pinpoint.end) > 1 else pinpoint


def _is_other(text: str, found: Found) -> bool:
    """Tell whether what looks like an application number is a sum, a school year, or a number of another series."""
    if found.reference.kind is not Kind.APPLICATION:
        return False
    before = text[max(0, found.start - _SIGN_WIDTH) : found.start]
    if _OTHER_SIGN.search(before):
        return True
    return bool(_SUM_OR_YEARS.match(found.reference.text)) and not _APPLICATION_SIGN.search(before)
