"""The draft of a ruling at Lovdata: the chain of the case, and of its own ruling what the page says and decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.pages.page import SavedPage
from kom_rulings.problems import Path
from kom_rulings.records.tables import Tables
from kom_rulings.references import find_citations
from kom_rulings.sources.draft import Draft, Understood, Value
from kom_rulings.sources.immigration.exploitation import exploitation_in
from kom_rulings.sources.lovdata.chain import ChainLink
from kom_rulings.sources.lovdata.head import Head, read_head
from kom_rulings.sources.lovdata.keywords import keywords_in
from kom_rulings.sources.lovdata.labels import Labelled, labelled
from kom_rulings.sources.lovdata.operative import Decided, decided
from kom_rulings.sources.lovdata.paragraphs import Body, body_parts
from kom_rulings.sources.lovdata.provisions import provisions_in
from kom_rulings.wording import N_

_FROM_REFERENCE: Final = N_("from the code in the reference, or the name of the court")
_FROM_OPERATIVE: Final = N_("from the operative part")
_FROM_KEYWORDS: Final = N_("from the keywords, which also name what the ruling only discusses")
_FROM_WORDS: Final = N_("from words in the keywords and the summary")
_PUT_TOGETHER: Final = N_("put together from court, year and keywords")
_NO_NAMES: Final = N_("The parties, and the judges or authors, were not imported, for they are names.")
_NAMES_SEEN: Final = N_("The operative part holds what looks like names; numbers stand in their place.")
_SUMMARY: Final = N_(
    "The summary on the page is Lovdata's own. It is kept as a note, and is not published without permission."
)
_KIND_GUESSED: Final = N_("The page does not say what kind of case it is; it was concluded from other words.")
#: What the note says before Lovdata's summary; notes are Norwegian.
_NOTE: Final = "Lovdatas sammendrag (forfatter: Lovdata; tillatelse til publisering: ikke gitt): "
_MOST_KEYWORDS: Final = 2


def drafts(page: SavedPage, tables: Tables) -> list[Draft]:
    """One draft; none where the page gives neither a reference nor a court and a text."""
    found = labelled(page)
    head = read_head(page, found, tables)
    body = body_parts(found.body)
    if not head.references and not (found["court"] and body.text.paragraphs):
        return []
    return [_LovdataDraft(page, found, head, body).draft()]


class _LovdataDraft:
    """Puts together what the parts of the page tell."""

    def __init__(self, page: SavedPage, found: Labelled, head: Head, body: Body) -> None:
        self._page, self._found, self._head, self._body = page, found, head, body
        self._decided: Decided = decided(body.operative, head.date)
        self._keywords = keywords_in(found["keywords"])

    def draft(self) -> Draft:
        head = self._head
        own = tuple(map(str, head.references))
        others = (reference for link in head.chain for reference in link.references)
        return Draft(
            source="lovdata",
            kind=head.kind,
            title=own[0] if own else self._page.title or head.own.court,
            references=tuple(dict.fromkeys((*own, *others))),
            fields=tuple(self._fields()),
            texts=(self._body.text,) if self._body.text.paragraphs else (),
            text_reference=own[0] if own else "",
            left_over=(*self._found.unknown, *self._decided.unclear),
            remarks=tuple(self._remarks()),
        )

    def _fields(self) -> Iterator[Understood]:
        yield from self._title()
        forms = exploitation_in(f"{self._found['keywords']}. {self._found['summary']}")
        if forms and self._head.kind == "criminal":
            said = ", ".join(one.said for one in forms)
            yield Understood(("exploitation",), [one.form for one in forms], said, _FROM_WORDS)
        if self._keywords:
            yield Understood(("keywords", "nb"), self._keywords, _short(self._found["keywords"]))
        for n, link in enumerate(self._head.chain):
            yield from self._link(n, link)

    def _title(self) -> Iterator[Understood]:
        date = self._head.date
        named = f"{self._head.own.court} {date.year}" if date else self._head.own.court
        if self._keywords and self._head.own.court != "unknown":
            subject = ", ".join(one[:1].lower() + one[1:] for one in self._keywords[:_MOST_KEYWORDS])
            yield Understood(("title", "nb"), f"{named} – {subject}", _short(self._found["keywords"]), _PUT_TOGETHER)

    def _link(self, n: int, link: ChainLink) -> Iterator[Understood]:
        """A ruling of the chain; that of the page with all that it says."""
        said = _short(self._found["court"] if n == self._head.at else self._found["chain"])
        guess = _FROM_REFERENCE if link.guessed else ""
        yield _ruling(n, "court", link.court, said, guess if link.court != "unknown" else "")
        yield _ruling(n, "instance", link.instance, said, guess)
        if link.references:
            yield _ruling(n, "references", list(link.references), said)
        if link.date:
            yield _ruling(n, "date", link.date, self._found["date"] if n == self._head.at else said)
        if n == self._head.at:
            yield from self._own(n)

    def _own(self, n: int) -> Iterator[Understood]:
        lines = _short(" ".join(self._body.operative))
        if self._decided.outcome:
            yield _ruling(n, "outcome", self._decided.outcome, lines, _FROM_OPERATIVE)
        yield from self._provisions(n)
        if self._head.kind == "criminal":
            if self._decided.defendants:
                yield _ruling(n, "defendants", list(self._decided.defendants), lines, _FROM_OPERATIVE)
            if self._decided.compensation:
                yield _ruling(n, "compensation", list(self._decided.compensation), lines, _FROM_OPERATIVE)
        if cites := self._cites():
            yield _ruling(n, "cites", cites, ", ".join(cites[:3]))
        if summary := " ".join(self._found["summary"].split()):
            yield _ruling(n, "note", f"{_NOTE}{summary}", _short(summary))

    def _provisions(self, n: int) -> Iterator[Understood]:
        """Those of the operative part are applied; those of the keywords may only be discussed."""
        applied = provisions_in("\n".join(self._body.operative), self._head.date)
        named = provisions_in(self._found["keywords"], self._head.date)
        if applied:
            yield _ruling(n, "provisions", applied, _short(" ".join(self._body.operative)))
        elif named:
            yield _ruling(n, "provisions", named, _short(self._found["keywords"]), _FROM_KEYWORDS)

    def _cites(self) -> list[str]:
        """The rulings that the text refers to, without those of the case itself."""
        own = {reference for link in self._head.chain for reference in link.references}
        found = (str(one.reference) for _, text in self._body.text.paragraphs for one in find_citations(text))
        return [one for one in dict.fromkeys(found) if one not in own]

    def _remarks(self) -> Iterator[str]:
        if self._found["summary"].strip():
            yield _SUMMARY
        if self._found["parties"].strip() or self._found["author"].strip():
            yield _NO_NAMES
        if self._decided.names_seen:
            yield _NAMES_SEEN
        if self._head.kind_guess:
            yield _KIND_GUESSED


def _ruling(n: int, field: str, value: Value, said: str, guess: str = "") -> Understood:
    path: Path = ("rulings", n, field)
    return Understood(path, value, said, guess)


def _short(text: str) -> str:
    """A line at most."""
    line = re.sub(r"\s+", " ", text).strip()
    return line if len(line) <= 120 else f"{line[:119]}…"  # noqa: PLR2004
