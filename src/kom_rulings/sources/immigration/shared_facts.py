"""What all decisions on a page share, whatever they are of: court, reference, date, provisions, citations and text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.records.case import Instance, Source
from kom_rulings.references import Reference, find_citations
from kom_rulings.sources.draft import TextPart, Understood
from kom_rulings.sources.immigration.exploitation import exploitation_in
from kom_rulings.sources.immigration.labels import Label
from kom_rulings.sources.immigration.provisions import provisions_in, unique
from kom_rulings.sources.immigration.taken_apart import TakenApart, numbered
from kom_rulings.wording import N_

OF_TEXT: Final = N_("from words in the text")
OF_ADDRESS: Final = N_("from the address of the page")
SUMMARY_LEFT: Final = N_("The summary on the page is not part of the decision and was left out.")
_SAID: Final = 120


@dataclass(frozen=True)
class Identity:
    """What tells which decision a page is of."""

    source: Source
    reference: Reference | None
    said: str
    court: str | None
    instance: Instance
    date: PartialDate | None
    date_said: str = ""
    date_guess: str = ""


def ruling_fields(identity: Identity) -> Iterator[Understood]:
    """Court, instance, reference and date of the decision."""
    if identity.court:
        yield Understood(("rulings", 0, "court"), identity.court, identity.said)
    yield Understood(("rulings", 0, "instance"), identity.instance, identity.said)
    if identity.reference:
        yield Understood(("rulings", 0, "references"), [str(identity.reference)], identity.said)
    if identity.date:
        yield Understood(("rulings", 0, "date"), str(identity.date), identity.date_said, identity.date_guess)


def exploitation_of(page: TakenApart) -> Iterator[Understood]:
    """The forms of exploitation that heading, keywords and text name."""
    told = exploitation_in("\n".join([page.heading, *lines_of(page.labels.all("keywords", "matter")), page.text]))
    if told:
        yield Understood(("exploitation",), [one.form for one in told], ", ".join(one.said for one in told), OF_TEXT)


def keywords_of(page: TakenApart) -> Iterator[Understood]:
    """The keywords that a label gives."""
    words = [word for label in page.labels.all("keywords") for word in _split(label.value)]
    if words:
        said = "; ".join(label.said for label in page.labels.all("keywords"))
        yield Understood(("keywords", "nb"), list(dict.fromkeys(words)), short(said))


def provisions_of(page: TakenApart, date: PartialDate | None) -> Iterator[Understood]:
    """The provisions that a label gives, else those that heading and text name."""
    labels = page.labels.all("provisions")
    stated = unique([one for line in lines_of(labels) for one in provisions_in(line, date)])
    if stated:
        yield Understood(("rulings", 0, "provisions"), stated, short("; ".join(one.said for one in labels)))
        return
    named = unique(provisions_in(f"{page.heading}\n{page.text}", date))
    if named:
        yield Understood(("rulings", 0, "provisions"), named, short("; ".join(named)), OF_TEXT)


def cites_of(page: TakenApart, own: Reference | None) -> Iterator[Understood]:
    """The decisions and rulings that the text cites."""
    cited = [str(one.reference) for one in find_citations(page.text) if one.reference != own]
    if cited:
        yield Understood(("rulings", 0, "cites"), list(dict.fromkeys(cited)), short("; ".join(cited)))


def text_of(page: TakenApart, instance: Instance) -> tuple[tuple[TextPart, ...], bool]:
    """The text of the decision, and whether a summary before it was left out."""
    found = numbered(page.passages)
    if found:
        paragraphs, before = found
        return (TextPart("", paragraphs),), any(not one.heading for one in before)
    of_court = instance not in ("udi", "une")
    kept = [one for one in page.passages if not (of_court and one.introduces)]
    texts = tuple(enumerate((one.text for one in kept), 1))
    return ((TextPart("", texts, numbered=False),) if texts else ()), len(kept) < len(page.passages)


def lines_of(labels: Sequence[Label]) -> list[str]:
    """The value of each label as one line."""
    return [one.value.replace("\n", ", ") for one in labels]


def short(text: str) -> str:
    """A text as one line that a report can show."""
    line = " ".join(text.split())
    return line if len(line) <= _SAID else f"{line[: _SAID - 1]}…"


def _split(value: str) -> Iterator[str]:
    for word in re.split(r"[,;\n•|]|(?<=\w)\.\s+(?=[A-ZÆØÅ])|\s[–-]\s", value):
        if word.strip(" .–-"):
            yield word.strip(" .–-")
