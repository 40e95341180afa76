"""The guard at the door: what may not leave for an audience, and where in the records it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

from kom_rulings.leak_check.copied import CopiedTexts
from kom_rulings.leak_check.hidden import HiddenCases, Mention
from kom_rulings.leak_check.piece import Piece, Use
from kom_rulings.names import CaseId
from kom_rulings.privacy.records import Passage, accepted_marks, passages_beside, passages_of, sightings
from kom_rulings.privacy.sighting import Sighting
from kom_rulings.problems import Place
from kom_rulings.records import Case
from kom_rulings.standing import Audience
from kom_rulings.workspace import Workspace

#: What is looked for where words are no sentences: names of fonts and styles are no persons, measures no phones.
_IN_TECHNICAL: Final = frozenset({"identity-number", "e-mail"})
#: Neither is found without one of these; most addresses and names of places hold none.
_MAY_BE_TECHNICAL: Final = re.compile(r"@|%40|(?:\d\D{0,3}){6}")
#: What is looked for across lines that may not belong together.
_IN_RUNNING: Final = frozenset({"identity-number", "phone", "e-mail", "bank-account", "passport-number"})


class Guard:
    """Looks at one text after the other; the same text is looked at once for each use."""

    def __init__(self, workspace: Workspace, audience: Audience, shown: Iterable[Case]) -> None:
        """``shown`` are the cases that the files tell of; what was accepted in them may stand."""
        self._workspace, self._shown = workspace, tuple(shown)
        register = workspace.register
        self._lookout = workspace.lookout
        self._accepted = {key for case in self._shown for key in accepted_marks(case)}
        self._hidden = HiddenCases(register, audience, workspace.known_names)
        self._copied = CopiedTexts(register.texts)
        self._seen: dict[tuple[str, Use], tuple[tuple[Sighting, ...], tuple[Mention, ...], str | None]] = {}

    def look(self, piece: Piece) -> tuple[tuple[Sighting, ...], tuple[Mention, ...], str | None]:
        """What may tell who somebody is, what tells of hidden cases, and the full text that is copied, in a text."""
        key = (piece.text, piece.use)
        if key not in self._seen:
            mentions = {(one.case, one.words): one for one in self._mentions(piece)}
            copied = self._copied.in_text(piece.text) if piece.use in (Use.READ, Use.RUNNING) else None
            self._seen[key] = tuple(self._sightings(piece)), tuple(mentions.values()), copied
        return self._seen[key]

    def where(self, sighting: Sighting) -> Place | None:
        """Where in the records the same words stand."""
        return self._places.get((sighting.kind, sighting.mark))

    def where_told(self, mention: Mention) -> Place | None:
        """Where in the record of a shown case, or in the prose, a hidden one is told of."""
        return self._mentioned.get((mention.case, mention.words))

    def case_at(self, place: Place | None) -> CaseId | None:
        """The shown case that a place of the records belongs to."""
        name = CaseId(Path(place.file).name.partition(".")[0]) if place else None
        return next((case.id for case in self._shown if case.id == name), None)

    def _sightings(self, piece: Piece) -> Iterator[Sighting]:
        if piece.use is Use.TECHNICAL and not _MAY_BE_TECHNICAL.search(piece.text):
            return
        lookout = self._lookout
        look = {Use.NAME: lookout.in_file_name, Use.ADDRESS: lookout.in_address}.get(piece.use, lookout.in_text)
        for sighting in look(piece.text):
            if (sighting.kind, sighting.mark) not in self._accepted and _counts(sighting, piece.use):
                yield sighting

    def _mentions(self, piece: Piece) -> Iterator[Mention]:
        if piece.use not in (Use.ADDRESS, Use.TECHNICAL):
            yield from self._hidden.in_text(piece.text)
        if piece.use in (Use.ADDRESS, Use.TECHNICAL, Use.NAME):
            yield from self._hidden.in_address(piece.text)

    def _passages(self) -> Iterator[Passage]:
        register = self._workspace.register
        for case in self._shown:
            yield from passages_of(case, register)
        yield from passages_beside(self._workspace.root)

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], Place]:
        found: dict[tuple[str, str], Place] = {}
        for seen in sightings(self._passages(), self._lookout):
            found.setdefault((seen.sighting.kind, seen.sighting.mark), seen.place)
        return found

    @cached_property
    def _mentioned(self) -> Mapping[tuple[CaseId, str], Place]:
        found: dict[tuple[CaseId, str], Place] = {}
        for passage in self._passages():
            for mention in (*self._hidden.in_text(passage.text), *self._hidden.in_address(passage.text)):
                found.setdefault((mention.case, mention.words), passage.place)
        return found


def _counts(sighting: Sighting, use: Use) -> bool:
    """Whether a sighting is one where a text is for this. A single word is a name only by the words before it."""
    match use:
        case Use.TECHNICAL:
            return sighting.kind in _IN_TECHNICAL
        case Use.RUNNING:
            return sighting.kind in _IN_RUNNING
        case Use.LINE:
            return sighting.kind != "person-name" or " " in sighting.text.strip()
        case _:
            return True
