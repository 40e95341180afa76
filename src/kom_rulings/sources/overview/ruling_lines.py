"""Lines that name rulings: headings of summaries and cells of the table, with references, courts and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.records.case import Instance
from kom_rulings.records.tables import Tables
from kom_rulings.references import Kind, Reference, find_citations
from kom_rulings.sources.overview.courts import STRASBOURG, chamber_in, court_of, courts_in
from kom_rulings.sources.overview.dating import dates_in
from kom_rulings.sources.overview.told import ToldRuling

#: Numbers that the courts give besides the reference of the ruling itself.
_BESIDES: Final = frozenset({Kind.COURT_FILE, Kind.SUPREME_COURT_FILE, Kind.ECLI, Kind.HUDOC_ITEM})
_OF_STRASBOURG: Final = frozenset({Kind.APPLICATION, Kind.ECLI, Kind.HUDOC_ITEM})
_APART = re.compile(r"[;\n]")
#: “dom av 2016”, “dom fra 2016”: a year that is that of the ruling.
_YEAR = re.compile(
    r"(?:\b(?:dom|kjennelse|vedtak|avgjørelse|judgment|decision)\s+(?:av|fra|frå|i|of)?\s*"
    r"|\bavsagt\s+(?:i\s+)?)((?:19|20)\d\d)(?![\w/-])",
    re.IGNORECASE,
)
_FILLING = re.compile(
    r"\b(?:dom(?:men)?|domar|kjennelse|orskurd|beslutning|avgjørelse|avgjerd|vedtak|av|frå|fra|den|og|samt"
    r"|sak(?:en)?|nr|no|nos|number|"
    r"publisert|inntatt|i|som|jf|jfr|se|også|også|upublisert|judgment|decision|of|application|applications"
    r"|søknad|klage|dated|and|the|"
    r"case|avsagt|storkammer|kammer|grand|chamber|gc|committee|komité|dato|date|ukjent)\b|\(\s*\)|\[\s*\]",
    re.IGNORECASE,
)
_DECISION = re.compile(r"\b(?:avvisningsavgjørelse|decision|avvist|inadmissible|struck out|DEC)\b", re.IGNORECASE)
_JUDGMENT = re.compile(r"\b(?:judgment|dom(?:men)?|kammerdom|storkammerdom|JUD)\b", re.IGNORECASE)

#: Heading lines and what is read in them: references, date, court; several rulings by strokes; the tests walk them.
EXAMPLES: Final = {
    "LB-2018-102939-2 (Lime-saken)": "LB-2018-102939-2 ? Borgarting lagmannsrett | Lime-saken",
    "Rt. 2013 s. 39 – Litauiske barn": "Rt-2013-39 ? Høyesterett | Litauiske barn",
    "Rt-2013-39": "Rt-2013-39 ? Høyesterett",
    "Rt. 2013 s. 39 / Rt-2013-39": "Rt-2013-39 ? Høyesterett",
    "Høyesterett HR-2017-1124-A, dom av 7. juni 2017": "HR-2017-1124-A 2017-06-07 Høyesterett",
    "Høyesteretts dom 7. juni 2017 (HR-2017-1124-A)": "HR-2017-1124-A 2017-06-07 Høyesterett",
    "HR–2017–1124–A": "HR-2017-1124-A ? Høyesterett",
    "HR-2014-02425-S": "HR-2014-2425-S ? Høyesterett",
    "HR-2019-469-U (ankeutvalget), 7. mars 2019": "HR-2019-469-U 2019-03-07 Høyesteretts ankeutvalg",
    "HR-2017-1124-A (sak nr. 2017/318) Gartnerisaken": "HR-2017-1124-A, sak nr. 2017/318 ? Høyesterett | Gartnerisaken",
    "Borgarting lagmannsrett, dom av 10. september 2021 (LB-2018-102939-2)":
        "LB-2018-102939-2 2021-09-10 Borgarting lagmannsrett",
    "Oslo tingrett 22. juni 2018, TOSLO-2015-105037-2": "TOSLO-2015-105037-2 2018-06-22 Oslo tingrett",
    "Oslo tingrett 22.06.2018 og Borgarting lagmannsrett 10.09.2021":
        "? 2018-06-22 Oslo tingrett / ? 2021-09-10 Borgarting lagmannsrett",
    "TOSLO-2015-105037-2; LB-2018-102939-2":
        "TOSLO-2015-105037-2 ? Oslo tingrett / LB-2018-102939-2 ? Borgarting lagmannsrett",
    "LB-2099-1-2 og HR-2099-12-A": "LB-2099-1-2 ? Borgarting lagmannsrett / HR-2099-12-A ? Høyesterett",
    "Eiker, Modum og Sigdal tingrett, mars 2014": "? 2014-03 Eiker, Modum og Sigdal tingrett",
    "Bergen tingretts dom av 2012": "? 2012 Bergen tingrett",
    "LG-2015-65106 – dom 2016": "LG-2015-65106 2016 Gulating lagmannsrett",
    "21-148951MED-TOSL/03": "21-148951MED-TOSL/03 ? Oslo tingrett",
    "THEDM-2020-52736, 4. mai 2020": "THEDM-2020-52736 2020-05-04 Hedmarken tingrett",
    "UNE, N1611201107": "N1611201107 ? Utlendingsnemnda",
    "Case of Rantsev v. Cyprus and Russia, application no. 25965/04, judgment 7 January 2010":
        "25965/04 2010-01-07 Den europeiske menneskerettsdomstolen | Rantsev v. Cyprus and Russia",
    "Rantsev mot Kypros og Russland (25965/04), dom 7. januar 2010":
        "25965/04 2010-01-07 Den europeiske menneskerettsdomstolen | Rantsev mot Kypros og Russland",
    "S.M. v. Croatia [GC], no. 60561/14, 25 June 2020":
        "60561/14 2020-06-25 Den europeiske menneskerettsdomstolen | S.M. v. Croatia",
    "V.C.L. and A.N. v. the United Kingdom, nos. 77587/12 and 74603/12":
        "77587/12, 74603/12 ? Den europeiske menneskerettsdomstolen | V.C.L. and A.N. v. the United Kingdom",
    "EMDs dom 7. januar 2010 i saken Rantsev mot Kypros og Russland, 25965/04":
        "25965/04 2010-01-07 Den europeiske menneskerettsdomstolen | Rantsev mot Kypros og Russland",
    "Frostating lagmannsrett LF-2014-39428": "LF-2014-39428 ? Frostating lagmannsrett",
    "Lime-saken": "| Lime-saken",
    "Straffesaker": "| Straffesaker",
}  # fmt: skip


@dataclass(frozen=True)
class RulingLine:
    """The rulings of a line, what the case is called in it, and whether it holds anything but what names rulings."""

    rulings: tuple[ToldRuling, ...]
    name: str

    def __str__(self) -> str:
        rulings = " / ".join(
            f"{', '.join(map(str, one.references)) or '?'} {one.date or '?'} {one.court or '?'}" for one in self.rulings
        )
        return f"{rulings}{' | ' if rulings else '| '}{self.name}" if self.name else rulings


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    reference: Reference | None = None
    date: PartialDate | None = None
    court: str = ""
    instance: Instance = "unknown"
    is_court: bool = False
    ends: bool = False


def read_line(text: str, tables: Tables) -> RulingLine:
    """Read a line; what is left when references, dates, courts and words of the trade are gone is the name."""
    tokens = _tokens(text, tables)
    rulings: list[ToldRuling] = []
    for token in tokens:
        _take(token, rulings, tables)
    rulings = [
        _with_formation(one, text) for one in rulings if one.references or one.court or one.instance != "unknown"
    ]
    name = _name(text, tokens) if rulings else " ".join(text.split())
    return RulingLine(tuple(replace(one, said=" ".join(text.split())) for one in _merged(rulings)), name)


def _tokens(text: str, tables: Tables) -> list[_Token]:
    """References first; dates and courts are read in what is left, so that a year in a reference is no date."""
    found = [_Token(one.start, one.end, reference=one.reference) for one in find_citations(text)]
    masked = list(text)
    for one in found:
        masked[one.start : one.end] = "\u00a7" * (one.end - one.start)
    plain = "".join(masked)
    dates = [_Token(one.start, one.end, date=one.date) for one in dates_in(plain)]
    found += dates or [_Token(*match.span(), date=PartialDate(int(match[1]))) for match in _YEAR.finditer(plain)]
    found += [
        _Token(one.start, one.end, court=one.name, instance=one.instance, is_court=True)
        for one in courts_in(plain, tables)
    ]
    found += [_Token(*match.span(), ends=True) for match in _APART.finditer(text)]
    return sorted(found, key=lambda one: one.start)


def _take(token: _Token, rulings: list[ToldRuling], tables: Tables) -> None:
    """Add what a token tells to the last ruling, or begin another where that one has it already."""
    last = rulings[-1] if rulings else None
    if token.ends:
        if last is not None and (last.references or last.court):
            rulings.append(ToldRuling(""))
        return
    if token.reference is not None:
        _take_reference(token.reference, rulings, tables)
    elif token.is_court:
        _take_court(token, rulings)
    elif last is None or last.date is not None:
        rulings.append(ToldRuling("", date=token.date))
    else:
        rulings[-1] = replace(last, date=token.date)


def _take_reference(reference: Reference, rulings: list[ToldRuling], tables: Tables) -> None:
    court, instance, guess = court_of(reference, tables)
    last = rulings[-1] if rulings else None
    if last is None or not _may_have(last, reference, court, instance):
        rulings.append(ToldRuling("", (reference,), court=court, instance=instance, court_guess=guess))
        return
    keep = bool(last.court) or last.instance != "unknown"
    rulings[-1] = replace(
        last,
        references=(*last.references, reference),
        court=last.court or court,
        instance=last.instance if last.instance != "unknown" else instance,
        court_guess=last.court_guess if keep else guess,
    )


def _take_court(token: _Token, rulings: list[ToldRuling]) -> None:
    last = rulings[-1] if rulings else None
    same = (
        last is not None
        and (token.court == last.court or not last.court)
        and token.instance in (last.instance, "unknown")
    )
    new = last is not None and not last.court and last.instance == "unknown"
    narrower = (
        last is not None and {token.instance, last.instance} == {"hoyesterett", "ankeutvalg"} and bool(last.court_guess)
    )
    if last is not None and (same or new or narrower):
        rulings[-1] = replace(last, court=token.court or last.court, instance=token.instance, court_guess="")
    else:
        rulings.append(ToldRuling("", court=token.court, instance=token.instance))


def _may_have(ruling: ToldRuling, reference: Reference, court: str, instance: Instance) -> bool:
    """Whether a reference can be one more of a ruling: none of its series is there, and the court is the same."""
    if reference in ruling.references:
        return True
    if court and ruling.court and court != ruling.court and reference.kind not in _BESIDES:
        return False
    if "unknown" not in (instance, ruling.instance) and instance != ruling.instance:
        return {instance, ruling.instance} == {"hoyesterett", "ankeutvalg"} and not ruling.references
    if reference.kind in _OF_STRASBOURG:
        return True
    own = [one for one in ruling.references if one.kind not in _BESIDES]
    if reference.kind in _BESIDES or not own:
        return reference.kind not in {one.kind for one in ruling.references}
    return reference.kind not in {one.kind for one in own} and reference.year in {one.year for one in own}


def _with_formation(ruling: ToldRuling, text: str) -> ToldRuling:
    """Of a ruling in Strasbourg also what chamber and what sort of document the line names."""
    unique = replace(ruling, references=tuple(dict.fromkeys(ruling.references)))
    if unique.court != STRASBOURG:
        return unique
    document = "DEC" if _DECISION.search(text) else "JUD" if _JUDGMENT.search(text) else ""
    return replace(unique, instance=chamber_in(text), document=document)


def _merged(rulings: Sequence[ToldRuling]) -> list[ToldRuling]:
    """Each ruling once; a line may name one again in another spelling."""
    found: list[ToldRuling] = []
    for one in rulings:
        at = next((n for n, other in enumerate(found) if set(one.references) & set(other.references)), None)
        if at is None:
            found.append(one)
        else:
            found[at] = replace(found[at], date=found[at].date or one.date)
    return found


def _name(text: str, tokens: Sequence[_Token]) -> str:
    """What is left of a line, if it is more than words that any line has."""
    # From the back, so that what stands before keeps its place.
    rest = text
    for token in sorted(tokens, key=lambda one: -one.start):
        rest = f"{rest[: token.start]} \u0001 {rest[token.end :]}"
    pieces = [_tidied(piece) for piece in re.split(r"[\u0001;:]|\s[-–—/]\s|\(|\)", rest)]
    kept = [
        piece
        for piece in pieces
        if re.search(r"\w{2}", _FILLING.sub(" ", piece))
        or re.search(
            r"\bv\."
            r"|\bmot\b",
            piece,
        )
    ]
    return " – ".join(kept)


def _tidied(piece: str) -> str:
    plain = re.sub(r"\[GC\]", " ", " ".join(piece.split()))
    ends = (
        r"(?:\s|,|\.(?=\s*$)|(?<![\w-])(?:dom(?:men)?|av|application nos?\.?|applications?|nos?\.|nr\.?"
        r"|judgment|decision|i saken|saken|and|og|dated|publisert|som|kjennelse)(?=\s|,|$))"
    )
    plain = re.sub(rf"(?:{ends})+$", "", plain)
    plain = re.sub(
        r"^(?:[\s,.–/]|(?:s\s|(?:the )?case of|affaire|i saken|dom(?:men)?|kjennelse|av|og)\b)+",
        "",
        plain,
        flags=re.IGNORECASE,
    )
    return plain.strip(' ,–-/"«»')
