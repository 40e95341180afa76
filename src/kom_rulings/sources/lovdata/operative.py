"""What the operative part of a Norwegian ruling decides on trafficking; what is not surely read is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.sources.draft import Value
from kom_rulings.sources.lovdata.provisions import provisions_in
from kom_rulings.sources.overview.lengths import sentences_in
from kom_rulings.sources.overview.sums import sums_in

#: “3 – tre – år”, “150 000 – etthundreogfemtitusen – kroner”: the number is said twice.
_SAID_TWICE: Final = re.compile(r"(?<=\d)\s*[-–—]\s*[a-zæøå]+\s*[-–—]\s*")
_LABEL: Final = r"(?P<label>[A-ZÆØÅ]{1,2}|[Tt]iltalte(?: \d)?)"
_NAME: Final = r"(?P<name>(?:[A-ZÆØÅ][\wæøåéüö-]+\s){1,3}[A-ZÆØÅ][\wæøåéüö-]+)"
_BORN: Final = r"(?:,?\s*(?:f\.|født|fødd)[^,]{0,30},?)?"
_WHO: Final = rf"^(?:{_LABEL}|{_NAME}){_BORN},?\s"
_CONVICTED: Final = re.compile(
    rf"{_WHO}(?:dømmes|domfelles|(?:blir|vert) (?:dømd|dømt|domfelt)) for .{{0,200}}?"
    r"(?:overtredelse|overtreding|brot|brudd|medvirkning|handel)",
    re.IGNORECASE,
)
_ACQUITTED: Final = re.compile(rf"{_WHO}(?:frifinnes|(?:blir|vert) (?:frifunnen|frifunne|frifunnet))\b", re.IGNORECASE)
_CIVIL: Final = re.compile(
    r"oppreisning|oppreising|erstatning|inndragning|krav(?:et)?\b|saksomkostning|sakskostnad", re.IGNORECASE
)
_COUNT: Final = re.compile(r"\bpost(?:ene|ane)?\b|tiltale(?:n|beslutningen)?s? post", re.IGNORECASE)
_TRAFFICKING: Final = re.compile(r"menneskehandel", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"fengsel\s+(?:i|på)\s+(?P<length>[^.;]{1,120})", re.IGNORECASE)
_WHERE_ENDS: Final = re.compile(
    r",?\s*(?:jf\.?|jamfør|til fradrag|med fradrag|som en fellesstraff|i medhold)", re.IGNORECASE
)
_MADE: Final = re.compile(r"\b(?:gjøres|gjerast|skal være|vert gjort)\s+(?=beting)", re.IGNORECASE)
#: A line with such a word that is not read may decide more.
_MAY_DECIDE: Final = re.compile(
    r"\b(?:dømmes|dømd|frifinnes|frifunnen|oppheves|oppheva|forkastes|straff\w*|anke\w*)\b", re.IGNORECASE
)
_MONEY: Final = re.compile(r"oppreisning|oppreising|erstatning|inndra", re.IGNORECASE)

#: What a line decides of the appeal or the case, in the order in which it is asked.
_RULES: Final[dict[str, str]] = {
    "not_on_guilt": r"\b(?:varetekt\w*|varetektsfengsl\w*|løslat\w*|lauslat\w*|fengslingskjennelse\w*)\b",
    "appeal_not_admitted": (
        r"\bank[ea]\w*\s+(?:\w+\s+){0,4}?"
        r"(?:nekte[st]|nekta|tillates ikke|ikkje tillaten|ikke tillatt|henvises ikke)\b"
    ),
    "appeal_withdrawn": (
        r"\b(?:heves|vert heva|blir heva)\b.{0,60}\b(?:trukket|trekt|tilbakekalt)|\b(?:trukket|trekt) tilbake\b"
    ),
    "sentence_changed": (
        r"\bendring\w*\b.{0,30}\b(?:at )?straff|\bstraffen?a?\s+(?:(?:ned)?settes|skjerpes|(?:blir|vert) sett)"
    ),
    "set_aside": r"\bdom\w*\b.{0,80}\bopphev(?:es|et|a|ast)\b",
    "upheld": (
        r"\bank[ea]\w*\s+(?:\w+\s+){0,5}?forkast(?:es|et|a|ast)\b|\bdom(?:men)?\b.{0,60}\bstadfest(?:es|a|ast)\b"
    ),
}
_PARTLY: Final = re.compile(
    r"så langt|for så vidt|for øvrig|forøvrig|elles\b|saksbehandling|gjelder (?:[A-ZÆØÅ]\b|post)", re.IGNORECASE
)
_CIVIL_RULES: Final[dict[str, str]] = {
    "invalid": r"vedtak\w*\b.{0,120}\b(?:er|kjennes|kjent|blir kjent)\s+ugyldig",
    "valid": (r"\bstaten\b.{0,80}\b(?:frifinnes|frifunnen)\b|vedtak\w*\b.{0,120}\b(?:er|kjennes)\s+gyldig"),
    "dismissed": r"\b(?:saken|søksmålet|anken)\b.{0,40}\b(?:avvises|avvist)\b",
}

#: Operative parts of 2018, and what they decide: outcome, defendants, sums; the tests walk them.
EXAMPLES: Final[dict[str, str]] = {
    "A dømmes for overtredelse av straffeloven § 257 til fengsel i 3 – tre – år.": "convicted|A convicted 3-0-0|",
    "A dømmes for overtredelse av straffeloven § 257 til en straff av fengsel i tre år og seks måneder.": (
        "convicted|A convicted 3-6-0|"
    ),
    (
        "A dømmes for overtredelse av straffeloven (1902) § 224 til fengsel i 1 – ett – år, "
        "hvorav 6 – seks – måneder gjøres betinget."
    ): "convicted|A convicted 1-0-0/0-6-0|",
    "A vert dømd for brot på straffelova § 258, jf. § 257 til fengsel i 5 – fem – år.": "convicted|A convicted 5-0-0|",
    "A dømmes for overtredelse av straffeloven § 321 til fengsel i 60 dager.": "||",
    "A frifinnes.": "acquitted|A acquitted|",
    "A vert frifunnen.": "acquitted|A acquitted|",
    "A frifinnes for tiltalen post I.": "||",
    "A frifinnes for tiltalen for menneskehandel.": "acquitted|A acquitted|",
    "A frifinnes for kravet om oppreisning.": "||",
    "A dømmes til å betale oppreisning til B med 150 000 – etthundreogfemtitusen – kroner innen 2 – to – uker.": (
        "||redress 150000 to B"
    ),
    "A tåler inndragning av 40 000 – førtitusen – kroner.": "||confiscation 40000",
    "Anken forkastes.": "upheld||",
    "Ankene forkastes.": "upheld||",
    "Anka blir forkasta.": "upheld||",
    "Tingrettens dom stadfestes.": "upheld||",
    "Anken over straffutmålingen forkastes.": "upheld||",
    "I tingrettens dom gjøres den endring at straffen settes til fengsel i 4 – fire – år.": "sentence_changed||",
    "I lagmannsrettens dom, domsslutningen punkt 1, gjøres den endring at straffen settes til fengsel i 2 år.": (
        "sentence_changed||"
    ),
    "Tingrettens dom med hovedforhandling oppheves.": "set_aside||",
    "Lagmannsrettens dom oppheves.": "set_aside||",
    "Dommen blir oppheva.": "set_aside||",
    "Lagmannsrettens dom oppheves så langt den gjelder A.": "||",
    "Anken tillates ikke fremmet.": "appeal_not_admitted||",
    "Anken nektes fremmet.": "appeal_not_admitted||",
    "Anken over saksbehandlingen nektes fremmet.": "appeal_not_admitted||",
    "Ankesaken heves, da anken er trukket.": "appeal_withdrawn||",
    "A varetektsfengsles inntil retten bestemmer annet.": "not_on_guilt||",
    "Anken over varetektsfengsling forkastes.": "not_on_guilt||",
    "Saken heves.": "||",
    "Sakskostnader idømmes ikke.": "||",
    "Ola Testmann, født 1. januar 1980, dømmes for overtredelse av straffeloven § 257 til fengsel i 2 – to – år.": (
        "convicted|tiltalte 1 convicted 2-0-0|"
    ),
    "Staten v/Utlendingsnemnda frifinnes.": "valid||",
    "Utlendingsnemndas vedtak av 3. mars 2015 er ugyldig.": "invalid||",
    "Saken avvises.": "dismissed||",
    "": "||",
}  # fmt: skip


@dataclass(frozen=True)
class Decided:
    """What is decided; ``unclear`` are lines that may decide more, ``names_seen`` tells that persons are named."""

    outcome: str | None
    defendants: tuple[Mapping[str, Value], ...] = ()
    compensation: tuple[Mapping[str, Value], ...] = ()
    unclear: tuple[str, ...] = ()
    names_seen: bool = False


def decided(lines: Sequence[str], date: PartialDate | None = None) -> Decided:
    """What the lines of an operative part decide; nothing where they disagree."""
    tidied = [re.sub(r"^(?:\d{1,2}|[IVX]{1,4})[.)]\s+", "", " ".join(line.split())) for line in lines]
    reader = _Reader(date)
    for line in tidied:
        reader.read(line)
    return reader.decided()


class _Reader:
    """Reads line by line and gathers what each decides."""

    def __init__(self, date: PartialDate | None) -> None:
        self._date = date
        self._outcomes: list[str] = []
        self._defendants: list[dict[str, Value]] = []
        self._sums: list[dict[str, Value]] = []
        self._unclear: list[str] = []
        self._names: dict[str, str] = {}

    def read(self, line: str) -> None:
        plain = _SAID_TWICE.sub(" ", line)
        if match := _CONVICTED.match(plain):
            self._convicted(match, plain, line)
        elif (match := _ACQUITTED.match(plain)) and not _CIVIL.search(plain):
            self._acquitted(match, plain, line)
        elif _MONEY.search(plain) and (found := list(_sums(plain))):
            self._sums += found
        elif outcome := _outcome(plain):
            self._outcomes.append(outcome)
        elif _MAY_DECIDE.search(plain):
            self._unclear.append(line)

    def decided(self) -> Decided:
        results = {str(one["outcome"]) for one in self._defendants}
        own = "convicted" if "convicted" in results else "acquitted" if "acquitted" in results else None
        others = set(self._outcomes)
        if others == {"sentence_changed", "upheld"}:
            others = {"sentence_changed"}
        outcome = own if own and not others else next(iter(others)) if len(others) == 1 and not own else None
        if outcome is None and (own or others):
            self._unclear += [*(f"{one['label']}: {one['outcome']}" for one in self._defendants), *sorted(others)]
        return Decided(
            outcome=outcome,
            defendants=tuple(self._defendants) if outcome == own else (),
            compensation=tuple(self._sums),
            unclear=tuple(self._unclear),
            names_seen=bool(self._names),
        )

    def _convicted(self, match: re.Match[str], plain: str, line: str) -> None:
        of_trafficking = any(one.startswith("strl.") for one in provisions_in(plain, self._date))
        if not of_trafficking:
            self._unclear.append(self._masked(match, line))
            return
        one: dict[str, Value] = {"label": self._label(match), "outcome": "convicted"}
        one |= _sentence(plain)
        self._defendants.append(one)

    def _acquitted(self, match: re.Match[str], plain: str, line: str) -> None:
        if _COUNT.search(plain) and not _TRAFFICKING.search(plain) and not provisions_in(plain, self._date):
            self._unclear.append(self._masked(match, line))
            return
        self._defendants.append({"label": self._label(match), "outcome": "acquitted"})

    def _label(self, match: re.Match[str]) -> str:
        """A letter as it stands; in the place of a name a number in the order of the names."""
        if match["name"]:
            return self._names.setdefault(match["name"], f"tiltalte {len(self._names) + 1}")
        return str(match["label"])

    def _masked(self, match: re.Match[str], line: str) -> str:
        return line.replace(match["name"], self._label(match)) if match["name"] else line


def _outcome(line: str) -> str:
    """What a line decides of the case; nothing where it speaks of a part of it only."""
    found = _first(_CIVIL_RULES, line) or _first(_RULES, line)
    return "" if found in ("set_aside", "upheld") and _PARTLY.search(line) else found


def _first(rules: Mapping[str, str], line: str) -> str:
    return next((outcome for outcome, pattern in rules.items() if re.search(pattern, line, re.IGNORECASE)), "")


def _sentence(line: str) -> dict[str, Value]:
    """The imprisonment, and its suspended part, where the line gives one exact length."""
    match = _SENTENCE.search(line)
    cell = _MADE.sub("", _WHERE_ENDS.split(match["length"])[0]) if match else ""
    found = sentences_in(cell)
    if len(found) != 1:
        return {}
    suspended = {"suspended": dict(found[0].suspended)} if found[0].suspended else {}
    return {"imprisonment": dict(found[0].length), **suspended}


def _sums(line: str) -> Iterator[dict[str, Value]]:
    to = re.search(r"\btil ([A-ZÆØÅ]{1,2}|fornærmede [A-ZÆØÅ])\b", line)
    for one in sums_in(line):
        if one.kind:
            yield {
                "type": one.kind,
                "amount": one.amount,
                **({"to": to[1]} if to and one.kind != "confiscation" else {}),
            }
