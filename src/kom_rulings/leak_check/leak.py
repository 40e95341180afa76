"""A leak: what stands in a file that may not leave, where, why, and where the same words stand in the records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kom_rulings.leak_check.hidden import Mention
from kom_rulings.leak_check.piece import Spot
from kom_rulings.names import CaseId
from kom_rulings.privacy.sighting import Sighting
from kom_rulings.problem_codes import CODES
from kom_rulings.problems import Place
from kom_rulings.wording import LANGUAGES, N_, Language, Phrase, wording

_MENTION: Final = N_("Take the mention out, also where the case is cited.")
_MESSAGES: Final = {
    "restricted": (
        N_("“{words}” tells of the case {case}, whose reproduction is restricted (domstolloven § 130)."),
        N_("Take the mention out: nothing of such a case is published but its count."),
    ),
    "draft": (N_("“{words}” tells of the case {case}, which is a draft."), _MENTION),
    "audience": (N_("“{words}” tells of the case {case}, which the audience may not see."), _MENTION),
    "full-text": (
        N_("Words of the full text {text} stand here, and it is not marked as publishable."),
        N_("Say it in your own words, or write publishable: yes in the head of the full text if that is right."),
    ),
    "not-read": (
        N_("This cannot be read, so nobody knows what it tells."),
        N_("Look at what it is made from: the template, or a file that was put into it."),
    ),
}
_KNOWN_NAMES: Final = N_("add it to rulings/tables/known_names.yaml.")


@dataclass(frozen=True)
class LeakFound:
    """One leak. ``source`` is where the same words stand in the records; none where they stand in no field of them."""

    file: str
    spot: Spot
    code: str
    source: Place | None = None
    params: Mapping[str, object] = field(default_factory=dict)

    def message(self, language: Language) -> str:
        """What is wrong, in one sentence; what tells who somebody is stands there masked."""
        return wording(language)(self._told[0], **self.params)

    def hint(self, language: Language) -> str:
        """How it is mended."""
        return wording(language)(self._told[1], **self.params)

    @property
    def _told(self) -> tuple[str, str]:
        known = CODES.get(self.code)
        return (known.message, known.hint) if known else _MESSAGES[self.code]

    def as_json(self) -> dict[str, object]:
        """The leak as plain data, with its words in every language."""
        return {
            "file": self.file,
            "code": self.code,
            "place": {language: self.spot.said(language) for language in LANGUAGES},
            "message": {language: self.message(language) for language in LANGUAGES},
            "hint": {language: self.hint(language) for language in LANGUAGES},
            "recorded": self.source._asdict() if self.source else None,
        }


def leak_of_sighting(file: str, spot: Spot, sighting: Sighting, source: Place | None, case: CaseId | None) -> LeakFound:
    """What may tell who somebody is; ``case`` is the one in which it can be accepted."""
    remedy = f'kom-rulings accept {case} {sighting.mark} --reason "…"' if case else Phrase(_KNOWN_NAMES)
    params = {"masked": sighting.masked, "mark": sighting.mark, "remedy": remedy}
    return LeakFound(file, spot, f"privacy-{sighting.kind}", source, params)


def leak_of_mention(file: str, spot: Spot, mention: Mention, source: Place | None) -> LeakFound:
    """What tells of a case that is hidden."""
    return LeakFound(file, spot, mention.why, source, {"words": mention.words, "case": mention.case})
