"""Names of new cases: after the reference, or in Strasbourg after the public name of the case; never after a person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from typing import Final

from kom_rulings.names import CaseId, is_case_id
from kom_rulings.sources.draft import Draft

_LONGEST: Final = 60
_SIGNS: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ı": "i", "ł": "l"})
_CASE_OF: Final = re.compile(r"^(?:case of|affaire|the case of)\s+", re.IGNORECASE)

#: Texts and the names that they give; the tests walk them.
EXAMPLES: Final = {
    "LB-2018-102939-2": "lb-2018-102939-2",
    "99991/99": "99991-99",
    "sak nr. 2005/1641": "sak-nr-2005-1641",
    "X.Y. v. Greece": "xy-v-greece",
    "CASE OF ÅSE AND OTHERS v. NORWAY": "ase-and-others-v-norway",
    "Tibet Menteş m.fl. mot Tyrkia": "tibet-mentes-mfl-mot-tyrkia",
}


def new_name(draft: Draft, taken: Container[str]) -> CaseId:
    """A case id that nothing has yet."""
    for stem in _stems(draft):
        name = slug(stem)
        if is_case_id(name):
            break
    else:
        name = draft.source
    numbered = (name if n == 1 else f"{name}-{n}" for n in range(1, 10_000))
    return CaseId(next(one for one in numbered if one not in taken))


def slug(text: str) -> str:
    """A text as small letters, digits and hyphens: what a file may be called everywhere."""
    plain = unicodedata.normalize("NFKD", _CASE_OF.sub("", text).lower().translate(_SIGNS))
    joined = re.sub(r"(?<=[a-z])\.(?=[a-z])|(?<=[a-z])\.(?= |$)", "", plain)
    letters = "".join(one for one in joined if not unicodedata.combining(one))
    return re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST].strip("-")


def _stems(draft: Draft) -> Iterator[str]:
    """What the name may be made from, the best first. The title of a Norwegian case may name persons."""
    if draft.kind == "echr":
        titles = {one.path[-1]: str(one.value) for one in draft.fields if one.path[0] == "title"}
        yield from (titles[language] for language in ("en", "nb") if language in titles)
    yield from draft.references
    yield draft.source
