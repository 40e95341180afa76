"""What a page of HUDOC tells of the ruling: formation, day, kind of document, ECLI, item, language and findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final
from urllib.parse import unquote

from kom_rulings.sources.draft import Understood, Value
from kom_rulings.sources.hudoc.complaints import from_details, from_text
from kom_rulings.sources.hudoc.conclusions import conclusions_in
from kom_rulings.sources.hudoc.dating import day_in
from kom_rulings.sources.hudoc.findings import Findings, findings_in
from kom_rulings.sources.hudoc.head import instance_in, sitting_day
from kom_rulings.sources.hudoc.reading import Reading, understood
from kom_rulings.wording import N_

COURT: Final = "Den europeiske menneskerettsdomstolen"
_AT: Final = ("rulings", 0)
_JUDGES: Final = N_("from the number of judges")
_NOTIFIED: Final = N_("from the day on which the judgment was notified")
_IN_ECLI: Final = N_("from the date in the ECLI")
_FILE: Final = N_("from the name of the file")
_DETAILED: Final = N_("from the articles in the case details, as the application was decided on as a whole")
_COMPLAINED: Final = N_("from the complaints told in the text, as the application was decided on as a whole")
_NOT_ALL: Final = N_("from those sentences of the operative part that could be read with certainty")
_ECLI: Final = re.compile(r"ECLI:CE:ECHR:\d{4}:\d{4}(?:JUD|DEC)\d{9}", re.IGNORECASE)
_ITEM: Final = re.compile(r"(?<![\d-])001-\d{4,7}(?!\d)", re.ASCII)
_PUBLIC: Final = re.compile(
    r"(?:delivered at a public hearing|prononcé en audience publique)\b.{0,120}?\b(?:on|le) (?P<day>.{4,40})",
    re.IGNORECASE,
)
_NOTICE: Final = re.compile(
    r"(?:notified in writing|communiquée? par écrit|delivered in writing)\s+(?:on|le)\s+(?P<day>.{4,40})", re.IGNORECASE
)
_BODIES: Final = (
    ("echr_grand_chamber", re.compile(r"grand chamber|grande chambre", re.IGNORECASE)),
    ("echr_committee", re.compile(r"committee|comité", re.IGNORECASE)),
    ("echr_plenary", re.compile(r"plenary|plénière", re.IGNORECASE)),
    (
        "echr_chamber",
        re.compile(r"court \(.*section\)|cour \(.*section\)|court \(chamber\)|cour \(chambre\)", re.IGNORECASE),
    ),
)


@dataclass(frozen=True)
class Told:
    """A value, the words that it was read from, and what it was concluded from, if it was."""

    value: Value
    words: str
    guess: str = ""


@dataclass(frozen=True)
class FoundOnPage:
    """The findings with their words; ``unclear`` are sentences that none could be made of for sure."""

    findings: Told | None
    unclear: tuple[str, ...] = ()
    differs: bool = False


def ruling_fields(reading: Reading, found: FoundOnPage) -> Iterator[Understood]:
    """The fields of the ruling, in the order of a record."""
    document = reading.document
    told = {
        "court": Told(COURT, "European Court of Human Rights" if reading.language != "fr" else "Cour européenne"),
        "instance": _instance(reading),
        "date": _date(reading),
        "document": Told(document, reading.head.document_line or reading.details.first("type")) if document else None,
        "ecli": ecli_of(reading),
        "item": _item(reading),
        "languages": Told([reading.language], reading.head.document_line or reading.title_said)
        if reading.language
        else None,
        "provisions": _provisions(found.findings),
        "findings": found.findings,
    }
    for name, one in told.items():
        if one is not None:
            yield understood((*_AT, name), one.value, one.words, one.guess)


def found_on(reading: Reading) -> FoundOnPage:
    """The findings: from the operative part, else from the conclusions of the case details."""
    sentences = [text for _, text in reading.operative.paragraphs]
    states = reading.states
    read = findings_in(sentences, states)
    concluded = conclusions_in(reading.details.values.get("conclusions", ()), states)
    if read.found:
        words = next((one for one in sentences if read.found[0] in findings_in([one], states).found), "")
        words = words or next((one for one in sentences if findings_in([one], states).found), "")
        guess = _NOT_ALL if read.unclear else ""
        return FoundOnPage(Told(read.values, words, guess), read.unclear, _differ(read, concluded))
    if concluded.found:
        words = reading.details.first("conclusions")
        return FoundOnPage(Told(concluded.values, words), read.unclear)
    whole = read.whole or concluded.whole
    return FoundOnPage(_of_whole(reading, whole, sentences) if whole else None, read.unclear)


def ecli_of(reading: Reading) -> Told | None:
    """The ECLI that the case details, the address or the head of the page give."""
    alone = [line.text for line in (*reading.regions.before, *reading.regions.head, *reading.regions.closing)]
    texts = [reading.details.first("ecli"), *reading.page.metadata.values(), unquote(reading.page.address or "")]
    for text in (*texts, *(text for text in alone if len(text) < 60)):  # noqa: PLR2004 - a line that is little else
        match = _ECLI.search(text)
        if match:
            return Told(match[0].upper(), text)
    return None


def _item(reading: Reading) -> Told | None:
    metadata = (value for name, value in reading.page.metadata.items() if "item" in name)
    for text in (reading.details.first("item"), unquote(reading.page.address or ""), *metadata):
        match = _ITEM.search(text)
        if match:
            return Told(match[0], text)
    name = PurePath(reading.page.file.replace("\\", "/")).name.partition(".")[0]
    return Told(name, name, _FILE) if _ITEM.fullmatch(name) else None


def _instance(reading: Reading) -> Told | None:
    form, words, counted = instance_in(reading.head)
    if form and not counted:
        return Told(form, words)
    body = reading.details.first("body")
    told = next((name for name, pattern in _BODIES if pattern.search(body)), "")
    if told:
        return Told(told, body)
    return Told(form, words, _JUDGES) if form else None


def _date(reading: Reading) -> Told | None:
    """The day of delivery; of a decision the day on which the Court sat."""
    sitting = sitting_day(reading.head) if reading.document == "DEC" else ""
    closing = " ".join(line.text for line in reading.regions.closing[:6])
    public = _PUBLIC.search(closing)
    notice = _NOTICE.search(closing) if reading.document == "JUD" else None
    sources = [
        (sitting, ""),
        (reading.head.day, ""),
        (reading.details.first("date"), ""),
        (public["day"] if public else "", ""),
        (notice["day"] if notice else "", _NOTIFIED),
    ]
    for words, guess in sources:
        day = day_in(words)
        if day is not None:
            return Told(str(day), words, guess)
    ecli = ecli_of(reading)
    return _day_in_ecli(str(ecli.value)) if ecli else None


def _day_in_ecli(ecli: str) -> Told | None:
    year, day = ecli.split(":")[3], ecli.split(":")[4][:4]
    date = day_in(f"{day[2:]}/{day[:2]}/{year}")
    return Told(str(date), ecli, _IN_ECLI) if date else None


def _provisions(findings: Told | None) -> Told | None:
    """The articles of the Convention; those of its protocols are in the findings alone."""
    values = findings.value if findings else ()
    names = [str(one["article"]) for one in values]  # type: ignore[union-attr, index, call-overload]
    articles = list(dict.fromkeys(f"EMK artikkel {name}" for name in names if name.isdecimal()))
    return Told(articles, findings.words, findings.guess) if articles and findings else None


def _of_whole(reading: Reading, outcome: str, sentences: Sequence[str]) -> Told | None:
    """Findings on the articles of an application that was disposed of as a whole: those it was about."""
    words = next(iter(sentences), reading.details.first("conclusions"))
    listed = from_details(reading.details.values.get("articles", ()))
    articles, guess = (
        (listed, _DETAILED) if listed else (from_text([text for _, text in reading.body.paragraphs])[0], _COMPLAINED)
    )
    values = [{"article": article, "outcome": outcome} for article in articles]
    return Told(values, words, guess) if values else None


def _differ(read: Findings, concluded: Findings) -> bool:
    """Whether the case details conclude on articles otherwise than the operative part."""
    ours = {(one.article.name, one.outcome) for one in read.found if one.article}
    theirs = {(one.article.name, one.outcome) for one in concluded.found if one.article}
    return bool(theirs) and not theirs <= ours
