"""The pinpoint behind a reference: avsnitt 45, premiss (12), § 282 – the last only behind a ruling from Strasbourg."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kom_rulings.references.forms import Kind

#: References behind which “§ 282” is a paragraph of the ruling, and not a section of a law.
ECHR_KINDS: Final = frozenset({Kind.APPLICATION, Kind.ECLI, Kind.HUDOC_ITEM})

#: “HR-2017-1124-A, særlig avsnitt 45”, “(HR-2017-1124-A) i dommens premiss 45”.
_LEAD = r"[,\s()]*(?:(?:i|se|jf\.|særlig|dommens|kjennelsens)\s+){0,3}"
_WORD = r"(?:avsnitt(?:ene|et)?|avsn\.?|premiss(?:ene|en)?|para(?:graph)?s?\.?)"
_NUMBERS = (
    r"(?:nr\.?\s*)?\(?([0-9]{1,4})(?![0-9])\)?"
    r"(?:\s*(?:[-\u2010-\u2015\u2212]|til|to)\s*\(?([0-9]{1,4})(?![0-9])\)?)?"
)
_FOLLOWING = r"(?:\s*(?:flg|ff)\b\.?)?"
#: “25965/04 § 257 i straffeloven” is no paragraph of the judgment.
_NO_LAW = r"(?!\s+i\s+[a-zæøå]{0,40}(?:loven|forskriften|strl|utl|utf|emk))"
_PINPOINT = re.compile(rf"{_LEAD}{_WORD}\s*{_NUMBERS}{_FOLLOWING}", re.IGNORECASE)
_ECHR_PINPOINT = re.compile(rf"(?>{_LEAD}(?:{_WORD}|§§?)\s*{_NUMBERS}{_FOLLOWING}){_NO_LAW}", re.IGNORECASE)
_ONLY_FOLLOWING = re.compile(r"\s*(?:flg|ff)\b\.?", re.IGNORECASE)

#: What is read behind which reference; the tests walk them. ``None``: no pinpoint.
EXAMPLES: Final = {
    ("HR-2017-1124-A", " avsnitt 45"): (45, 45),
    ("HR-2017-1124-A", ", avsnitt 45–47"): (45, 47),
    ("HR-2017-1124-A", " premiss (12) flg."): (12, 12),
    ("Rt-2013-39", " avsn. 20 til 22"): (20, 22),
    ("25965/04", " § 282"): (282, 282),
    ("25965/04", ", §§ 282-284"): (282, 284),
    ("25965/04", " para. 12"): (12, 12),
    ("HR-2017-1124-A", " (avsnitt 45)"): (45, 45),
    ("HR-2017-1124-A", " (45)"): None,
    ("HR-2017-1124-A", "\n avsnitt\u00a045"): (45, 45),
    ("HR-2017-1124-A", ") i avsnittene 45 og 47"): (45, 45),
    ("HR-2017-1124-A", ", særlig avsnitt 12, 15 og 20"): (12, 12),
    ("Rt-2013-39", ", dommens premiss 45"): (45, 45),
    ("Rt-2013-39", " på side 42"): None,
    ("LB-2018-102939-2", " premiss nr. 45\u221247"): (45, 47),
    ("001-96549", "), §\u00a0282"): (282, 282),
    ("ECLI:CE:ECHR:2010:0107JUD002596504", ", paras. 282 to 284"): (282, 284),
    ("25965/04", ", §§ 290 and 303"): (290, 290),
    ("25965/04", " § 12345"): None,
    ("HR-2017-1124-A", " § 257"): None,
    ("HR-2017-1124-A", " tvangsarbeid"): None,
    ("25965/04", " strl. § 257"): None,
    ("25965/04", " §§ 257-258 i straffeloven"): None,
}


class Pinpoint(NamedTuple):
    """The first and the last paragraph, ``None`` for “flg.” alone, and where the pinpoint ends in the text."""

    first: int | None
    last: int | None
    end: int


def pinpoint_at(text: str, start: int, *, of_echr: bool) -> Pinpoint | None:
    """Read the pinpoint that begins at ``start``, right behind a reference; “flg.” alone counts as its end."""
    match = (_ECHR_PINPOINT if of_echr else _PINPOINT).match(text, start)
    if match is None:
        following = _ONLY_FOLLOWING.match(text, start)
        return Pinpoint(None, None, following.end()) if following else None
    first = int(match[1])
    return Pinpoint(first, int(match[2] or first), match.end())
