"""The way of a case through the courts, as the “Saksgang” of a page at Lovdata tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from kom_rulings.dates import PartialDate
from kom_rulings.records.case import Instance
from kom_rulings.records.tables import Tables
from kom_rulings.references import Kind, Reference, find_references
from kom_rulings.sources.immigration.courts import COURT_KINDS, court_of
from kom_rulings.sources.immigration.decision_dates import date_in
from kom_rulings.sources.lovdata.court_names import Court, court_named, courts_named

_KINDS: Final = COURT_KINDS | {Kind.SUPREME_COURT_FILE, Kind.UNE_PRACTICE}
_TOP: Final = frozenset({"hoyesterett", "ankeutvalg"})
_DATE: Final = re.compile(
    r"(?<!\d)(?:(?:\d{1,2}\. ?)?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-z]{0,6}\.? \d{4}"
    r"|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)(?!\d)",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"[–—−;]|(?<= )-{1,3}(?= )")
#: What is appealed against is no further step: “anke over dom fra Oslo tingrett”.
_APPEALED: Final = re.compile(r"\banket? (?:over|mot|til) (?:(?! - )[^–—;()]){1,160}", re.IGNORECASE)
#: Signs that other pages write otherwise, each as the readers know it.
DASHES: Final = str.maketrans({"\u00ad": "", "\u00a0": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-"})


@dataclass(frozen=True)
class ChainLink:
    """One step of a case: its court, its references in canonical form, and its date as exact as it is given.

    ``court`` is the name in the tables, else as written, empty where only a reference of an unknown code stands.
    ``guessed`` tells that court or instance was concluded from a reference, or that the tables do not know the name.
    """

    court: str
    instance: Instance
    references: tuple[str, ...] = ()
    date: str | None = None
    guessed: bool = False


class _Token(NamedTuple):
    """What stands at a place of the text: a court, a reference, a date, or (none of them) a break."""

    start: int
    court: Court | None = None
    reference: Reference | None = None
    date: PartialDate | None = None


def chain_in(text: str, tables: Tables) -> list[ChainLink]:
    """The steps of a case in the order of the text; a text that names no court and no ruling gives none."""
    reading = _Reading(tables)
    for token in _tokens(" ".join(text.translate(DASHES).split()), tables):
        reading.take(token)
    return reading.links


def _tokens(text: str, tables: Tables) -> list[_Token]:
    """Courts, references, dates and breaks; what is read as one of them is read as nothing else."""
    found = [one for one in find_references(text) if one.reference.kind in _KINDS]
    tokens = [_Token(one.start, reference=one.reference) for one in found]
    text = _blanked(text, [(one.start, one.end) for one in found])
    dates = list(_DATE.finditer(text))
    tokens += [_Token(one.start(), date=date_in(one[0])) for one in dates]
    text = _blanked(text, [one.span() for one in dates])
    tokens += [_Token(one.start()) for one in _BREAK.finditer(text)]
    text = _blanked(text, [one.span() for one in _APPEALED.finditer(text)])
    tokens += [_Token(start, court=court) for start, court in courts_named(text, tables)]
    return sorted(tokens, key=lambda token: token.start)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with signs that belong to no word in these places, so that all else keeps its place."""
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], "|" * (stop - start)]
        end = stop
    return "".join([*pieces, text[end:]])


class _Reading:
    """The steps read so far."""

    def __init__(self, tables: Tables) -> None:
        self.links: list[ChainLink] = []
        self._tables = tables
        self._broken = True
        self._dates: list[str] = []

    def take(self, token: _Token) -> None:
        """Read what comes next."""
        if token.court:
            self._take_court(token.court)
        elif token.reference:
            self._take_reference(token.reference)
        elif token.date:
            self._take_date(str(token.date))
        else:
            self._broken = True

    def _take_court(self, court: Court) -> None:
        last = self.links[-1] if self.links and not self._broken else None
        same = last is not None and (last.court == court.name or (last.guessed and last.instance == court.instance))
        if last is None or not same:
            self._begin(ChainLink(court.name, court.instance, guessed=not court.known))
        elif court.known:
            self.links[-1] = replace(last, court=court.name, guessed=False)

    def _take_reference(self, reference: Reference) -> None:
        at = self._place_of(reference)
        name, instance = _court_of(reference, self._tables)
        if at is None:
            self._begin(ChainLink(name or "", instance, (str(reference),), guessed=True))
            return
        link = self.links[at]
        known = court_named(link.court, self._tables)
        if instance in _TOP and link.instance == "hoyesterett" and reference.kind is Kind.SUPREME_COURT:
            link = replace(link, court=name or link.court, instance=instance, guessed=instance != "hoyesterett")
        elif name and (known is None or not known.known) and not _is_file(reference):
            link = replace(link, court=name, guessed=True)
        references = tuple(dict.fromkeys((*link.references, str(reference))))
        self.links[at] = replace(link, references=references)
        self._broken = self._broken and at != len(self.links) - 1

    def _place_of(self, reference: Reference) -> int | None:
        """The step that a reference belongs to; none where it begins one."""
        if not self.links:
            return None
        if _is_file(reference):
            return self._place_of_file(reference)
        last, (name, instance) = self.links[-1], _court_of(reference, self._tables)
        if self._broken and last.references:
            return None
        return len(self.links) - 1 if _fits(last, name, instance, self._tables) else None

    def _place_of_file(self, reference: Reference) -> int:
        """Numbers of files stand together in brackets at the end: each goes to the court of its code."""
        code = reference.text.rpartition("-")[2].partition("/")[0]
        names = {court.name.nb for court in self._tables.courts_of(reference)}
        places = [at for at, link in enumerate(self.links) if link.court in names or _abbreviated(link) == code]
        return places[-1] if places else len(self.links) - 1

    def _take_date(self, date: str) -> None:
        if self._broken or not self.links:
            self._dates.append(date)
            return
        link = self.links[-1]
        # Two days of one step: which of them the ruling is of is not told.
        agreed = date if link.date in (None, date) and not self._dates else None
        self.links[-1] = replace(link, date=agreed)
        self._dates = [] if agreed else [date]

    def _begin(self, link: ChainLink) -> None:
        dates = self._dates if self._broken else []
        self.links.append(replace(link, date=dates[0] if len(set(dates)) == 1 else None))
        self._dates, self._broken = [], False


def _court_of(reference: Reference, tables: Tables) -> tuple[str | None, Instance]:
    if reference.kind is Kind.UNE_PRACTICE:
        return "Utlendingsnemnda", "une"
    if reference.kind is Kind.SUPREME_COURT_FILE:
        return "Høyesterett", "hoyesterett"
    return court_of(reference, tables)


def _fits(link: ChainLink, name: str | None, instance: Instance, tables: Tables) -> bool:
    """Tell whether a reference of that court can be of this step."""
    if instance in _TOP:
        return link.instance == "hoyesterett" or (link.instance == "ankeutvalg" and instance in _TOP)
    if instance in ("unknown", link.instance):
        known = court_named(link.court, tables)
        return name is None or link.court == name or known is None or not known.known
    return False


def _is_file(reference: Reference) -> bool:
    return reference.kind in (Kind.COURT_FILE, Kind.SUPREME_COURT_FILE)


def _abbreviated(link: ChainLink) -> str:
    """The code that a court of appeal has in the numbers of its files: the first letters of its name."""
    plain = link.court.upper().replace("Å", "A")
    return plain[:4] if link.instance == "lagmannsrett" else ""
