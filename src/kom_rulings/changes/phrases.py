"""How a case was or is counted, in words: as a sentence, as a phrase within one, and figure by figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kom_rulings.changes.ledger import CriminalEntry, EchrEntry, EditionEntry
from kom_rulings.changes.revisions import Corrected
from kom_rulings.labels import FINDING, KIND
from kom_rulings.tallies.criminal import EXPLOITATION, MINORS
from kom_rulings.tallies.immigration import RESULT
from kom_rulings.wording import N_, Wording

_CONVICTION = N_("The case counts as a conviction. It is not final, or not known to be.")
_ACQUITTAL = N_("The case counts as an acquittal. It is not final, or not known to be.")
_SENTENCES: Final[Mapping[tuple[str, bool | None], str]] = {
    ("convicted", True): N_("The case counts as a final conviction."),
    ("convicted", False): _CONVICTION,
    ("acquitted", True): N_("The case counts as a final acquittal."),
    ("acquitted", False): _ACQUITTAL,
    ("undecided", None): N_("No ruling on guilt stands."),
}
_NOT_COUNTED = N_("The case is not counted, because the date of the ruling is not known.")
_RESULTS: Final[Mapping[tuple[str, bool | None], str]] = {
    ("convicted", True): N_("final conviction"),
    ("convicted", False): N_("conviction, not final or not known to be"),
    ("acquitted", True): N_("final acquittal"),
    ("acquitted", False): N_("acquittal, not final or not known to be"),
    ("undecided", None): N_("no standing ruling on guilt"),
}
_NOT_COUNTED_WITHIN = N_("not counted, date not known")
_COURTS: Final[Mapping[str | None, str]] = {
    "tingrett": N_("a District Court"),
    "lagmannsrett": N_("a Court of Appeal"),
    "hoyesterett": N_("the Supreme Court"),
    "unknown": N_("court not known"),
}
_FORM, _UNDER_18, _KIND = N_("Form of exploitation"), N_("Victims under 18"), N_("Kind of case")
_STANDING, _RESULT = N_("Standing ruling"), N_("Result")
#: The figures that the standing ruling gives, told as one.
_OF_STANDING: Final = frozenset({"state", "final", "year", "court_level"})


def sentence(say: Wording, entry: EditionEntry) -> str:
    """What a case counts as."""
    if isinstance(entry, CriminalEntry):
        return say(_SENTENCES.get((entry.state, entry.final), _NOT_COUNTED))
    label = _label(entry)
    return say(N_("The case counts under “{label}”."), label=say(label)) if label else say(_NOT_COUNTED)


def phrase(say: Wording, entry: EditionEntry) -> str:
    """The same within a sentence, for a criminal case with the level of the court and the year."""
    if not isinstance(entry, CriminalEntry):
        label = _label(entry)
        return say(N_("“{label}”"), label=say(label)) if label else say(_NOT_COUNTED_WITHIN)
    result = say(_RESULTS.get((entry.state, entry.final), _NOT_COUNTED_WITHIN))
    if entry.court_level is None:
        return result
    year = str(entry.year) if entry.year else say(N_("year not known"))
    return f"{result} ({say(_COURTS[entry.court_level])}, {year})"


def corrections(say: Wording, one: Corrected) -> Iterator[str]:
    """One sentence for each figure of a case that an edition said otherwise."""
    now = one.now
    if now is None:
        return
    names = {figure.name for figure in one.figures}
    if names & (_OF_STANDING | {"finding", "result"}):
        title = _STANDING if isinstance(now, CriminalEntry) else _RESULT
        yield _corrected(say, title, phrase(say, one.was), phrase(say, now))
    for figure in one.figures:
        if figure.name in _LABELS:
            title, labels = _LABELS[figure.name]
            yield _corrected(say, title, say(labels[str(figure.was)]), say(labels[str(figure.now)]))


_LABELS: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "exploitation": (_FORM, EXPLOITATION),
    "minors": (_UNDER_18, MINORS),
    "kind": (_KIND, KIND),
}


def _corrected(say: Wording, figure: str, was: str, now: str) -> str:
    message = N_("{figure}: The previous edition said {was}; the records now say {now}.")
    return say(message, figure=say(figure), was=quoted(say, was), now=quoted(say, now))


def quoted(say: Wording, words: str) -> str:
    """Words in quotation marks, unless they stand in such already."""
    within = say(N_("“{label}”"), label=words)
    return words if words[:1] == within[:1] else within


def _label(entry: EditionEntry) -> str | None:
    """The label of a finding or a result; ``None`` for a case that cannot be counted."""
    if isinstance(entry, EchrEntry):
        return FINDING.get(entry.finding)
    return None if isinstance(entry, CriminalEntry) else RESULT.get(entry.result)
