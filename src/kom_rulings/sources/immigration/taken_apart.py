"""A saved page of a decision taken apart: its labels, its heading, and its text in sections, without what is around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from kom_rulings.pages.page import Block, Grid, SavedPage
from kom_rulings.references import NotAReference, Reference
from kom_rulings.sources.immigration.labels import Labelled, labelled

_AROUND: Final = frozenset({"nav", "header", "footer"})
_BESIDE: Final = frozenset({"aside"})
_TEXT: Final = frozenset(
    {
        "main",
        "article",
        "#content",
        "#main",
        "#innhold",
        "#maincontent",
        "#main-content",
        "#hovedinnhold",
        "#contentarea",
    }
)
#: Lines that sites put around the text of every page.
_NOISE: Final = re.compile(
    "skriv ut|endre tekststørrelse|til toppen|del|del siden|print|change text size|lytt|lytt til teksten|english|norsk|"
    "bokmål|nynorsk|last ned|tips en venn|til startsiden|to start page|information|hopp til hovedinnhold|meny|søk|"
    "personvern|nettstedskart|sitemap|lukk|vis mer"
)
#: Where the text of the page ends.
_ENDS: Final = re.compile(
    "siste endringer|latest changes|kontaktinfo|kontakt|kontakt oss|contact|contact info|relatert|relatert innhold|"
    "relaterte dokument(?:er)?|related documents|fant du det du lette etter|fann du det du leita etter|"
    "del denne siden|ble du klokere|tilbakemelding"
)
#: Names of the collections, which stand as headings over their documents.
_COLLECTIONS: Final = re.compile(
    r"høyesterettsavgjørelser|underrettsavgjørelser|lagmannsrettsavgjørelser|tingrettsavgjørelser|"
    r"rettsavgjørelser|dommer|domstolsavgjørelser|"
    r"court decisions|supreme court decisions|udi[- ]rundskriv|rundskriv|praksisnotat(?:er)?|"
    r"udi praksisnotater|udi internal practices|"
    r"udi guidelines|udi circulars|une-avgjørelser|avgjørelser fra une|une[- ]vedtak|praksisbasen?|"
    r"søk i praksisbasen|une|"
    r"utlendingsnemnda(?: \(une\))?|udi regelverk|udiregelverk(?:\.no)?|rettskilder|kjelder|samlesider[\w ]*|arkiv",
    re.IGNORECASE,
)
_CONCLUSION: Final = re.compile(
    r"(?:(?:UNEs?|UDIs?|nemndas?|Utlendingsnemndas?|lagmannsrettens?|tingrettens?|rettens?) )?"
    r"(?:konklusjon(?:en)?|vedtak(?:et)?|resultat(?:et)?|slutning(?:en)?|domsslutning|"
    r"dom[ms]slutning|avgjørelse|avgjerd|utfall)[.:]?",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"\((\d{1,4})\)\s*")
_SITE = re.compile(
    r"\s+(?:[|–-]|::|»|•)\s+(?:UNE|Utlendingsnemnda|UDI|udiregelverk|Utlendingsdirektoratet)\b.*$", re.IGNORECASE
)
_OPERATIVE: Final = re.compile(r"(?:dom[sm]?|ankedom[sm]?|kjennelses?)?slutning(?:en)?[.:]?", re.IGNORECASE)
_SHORT: Final = 60
_LONG: Final = 1_000


@dataclass(frozen=True)
class Passage:
    """A paragraph of the text, the heading that it stands under, and how it is styled."""

    text: str
    under: str = ""
    heading: bool = False
    introduces: bool = False

    @property
    def opens_conclusion(self) -> bool:
        """Whether it is the heading of a conclusion, also one that is not marked as a heading."""
        plain = "".join(self.text.split()) if len(self.text) <= _SHORT else ""
        return bool(_OPERATIVE.fullmatch(plain)) or (self.heading and bool(_CONCLUSION.fullmatch(self.text)))


@dataclass(frozen=True)
class TakenApart:
    """The labels of a page, its heading, the name of its collection, and its text."""

    labels: Labelled
    heading: str
    collection: str
    passages: tuple[Passage, ...]
    listed: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The text without headings, a paragraph a line."""
        return "\n".join(one.text for one in self.passages if not one.heading)

    @property
    def conclusion(self) -> str:
        """What stands under the last heading of a conclusion, up to the next heading.

        Empty where long text follows: there a judgment quotes what a lower court or a party concluded.
        """
        opened = [n for n, one in enumerate(self.passages) if one.opens_conclusion]
        rest = self.passages[opened[-1] + 1 :] if opened else ()
        own = list(takewhile(lambda one: not one.heading, rest))
        return "" if any(len(one.text) > _LONG for one in own) else "\n".join(one.text for one in own)


def take_apart(page: SavedPage) -> TakenApart:
    """Take a page apart."""
    parts = _within(page)
    found = labelled(parts)
    heading = _heading(parts, found)
    blocks = [
        part
        for n, part in enumerate(parts)
        if n > heading and n not in found.used and not set(part.inside) & _BESIDE
    ]  # fmt: skip
    body = list(_up_to_the_end(blocks))
    if heading < 0:
        body = _from_the_text(body)
    above = parts[: max(heading, 0)]
    collections = [part.text for part in above if isinstance(part, Block) and _COLLECTIONS.fullmatch(part.text)]
    first = parts[heading] if heading >= 0 else None
    return TakenApart(
        labels=found,
        heading=first.text.replace("\n", " ") if isinstance(first, Block) else _SITE.sub("", page.title),
        collection=collections[-1] if collections else "",
        passages=tuple(_passages(body)),
        listed=tuple(part for part in body if isinstance(part, Block) and {"ul", "ol"} & set(part.inside)),
    )


def numbered(passages: Sequence[Passage]) -> tuple[tuple[tuple[int, str], ...], list[Passage]] | None:
    """The paragraphs by the numbers that the page gives them, “(12)”, and what stands before the first.

    ``None`` where the page does not number them, or not in order.
    """
    found: list[tuple[int, str]] = []
    before: list[Passage] = []
    for one in passages:
        match = _NUMBERED.match(one.text)
        if match and int(match[1]) == (found[-1][0] if found else 0) + 1:
            found.append((int(match[1]), one.text[match.end() :].strip()))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{one.text}".strip())
        else:
            before.append(one)
    return (tuple(found), before) if len(found) > 1 and all(text for _, text in found) else None


def _within(page: SavedPage) -> list[Block | Grid]:
    """The parts of a page that are of its text or beside it."""
    parts = [part for part in page.parts if not set(part.inside) & _AROUND and not _is_noise(part)]
    marked = [part for part in parts if set(part.inside) & (_TEXT | _BESIDE)]
    return marked if any(isinstance(part, Block) and len(part.text) > _SHORT for part in marked) else parts


def _is_noise(part: Block | Grid) -> bool:
    return isinstance(part, Block) and bool(_NOISE.fullmatch(part.text.lower().strip(" .:")))


def _ends(block: Block) -> bool:
    return bool(_ENDS.fullmatch(block.text.lower().strip(" :?")))


def _heading(parts: Sequence[Block | Grid], found: Labelled) -> int:
    """The position of the heading of the document; -1 where it has none."""
    headings = [
        n
        for n, part in enumerate(parts)
        if isinstance(part, Block) and part.level and n not in found.used and not _names_no_document(part)
    ]
    highest = min((parts[n].level for n in headings), default=0)  # type: ignore[union-attr]
    opens = [n for n in headings if not _CONCLUSION.fullmatch(parts[n].text)]  # type: ignore[union-attr]
    return next((n for n in opens if parts[n].level == highest or parts[n].level <= 2), -1)  # type: ignore[union-attr]  # noqa: PLR2004


def _names_no_document(block: Block) -> bool:
    if _COLLECTIONS.fullmatch(block.text) or _ends(block) or set(block.inside) & _BESIDE:
        return True
    try:
        Reference.parse(block.text)
    except NotAReference:
        return False
    return True


def _up_to_the_end(parts: Sequence[Block | Grid]) -> Iterator[Block | Grid]:
    for part in parts:
        if isinstance(part, Block) and _ends(part):
            return
        yield part


def _from_the_text(parts: Sequence[Block | Grid]) -> list[Block | Grid]:
    """Without the short lines before the first paragraph, which are menus."""
    first = next((n for n, part in enumerate(parts) if isinstance(part, Block) and len(part.text) > _SHORT), 0)
    return list(parts[first:])


def _passages(parts: Sequence[Block | Grid]) -> Iterator[Passage]:
    under = ""
    for part in parts:
        if isinstance(part, Grid):
            yield from (Passage(" – ".join(filter(None, row)), under) for row in part.rows)
            continue
        heading = part.level > 0 or (part.bold and len(part.text) <= _SHORT and not part.text.endswith((".", ",")))
        under = part.text.strip(" :") if heading else under
        text = f"{part.number} {part.text}" if part.number else part.text
        yield Passage(text, under, heading=heading, introduces=_introduces(part, under))


def _introduces(block: Block, under: str) -> bool:
    """Whether it is the summary that the site puts before the text of the document."""
    styled = any(
        word in style for style in block.styles for word in ("ingress", "intro", "lead", "summary", "sammendrag")
    )
    return styled or under.lower() in {"sammendrag", "samandrag", "summary", "ingress"}
