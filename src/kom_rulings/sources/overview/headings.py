"""What a heading of an overview begins: a kind of case, a part around the cases, a group of cases, or a case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from kom_rulings.pages.page import Block
from kom_rulings.records.case import Kind
from kom_rulings.records.tables import Tables
from kom_rulings.sources.immigration.permits import permits_in
from kom_rulings.sources.overview.exploitation import names_only_forms
from kom_rulings.sources.overview.ruling_lines import read_line

Sort = Literal["kind", "frame", "contents", "table", "group", "case"]

_KINDS: Final[tuple[tuple[Kind, str], ...]] = (
    ("echr", r"menneskeretts?(?:ighets)?domstol|\bEMDs?\b|EMD-|European Court of Human Rights|ECtHR"),
    (
        "immigration",
        (
            r"utlendings?sak|utlendingsrett|asylsak|immigration (?:cases|matters)|forvaltningssak|UNE-vedtak"
            r"|vedtak fra UNE"
        ),
    ),
    (
        "criminal",
        (
            r"straffesak|strafferett|criminal cases|dommer etter straffeloven|dommar etter straffelova"
            r"|norske dommer|norske dommar"
        ),
    ),
)
_CONTENTS = re.compile(r"^(?:innhold|innhald|contents|table of contents)", re.IGNORECASE)
_TABLE = re.compile(
    r"\btabell|\btable\b|oversikt over (?:dom|alle|rettskraftige)|^domfellelser$|^domfellingar$|^convictions$",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"^(?:formål|føremål|om (?:oversikten|denne)|bakgrunn|innledning|innleiing|straffebestemmelse|strafferegel"
    r"|lovbestemmelse|antall|talet på|tal på|"
    r"statistikk|tall|kontakt|slik teller|kilder|kjelder|nytt siden|nytt sidan|lenker|lenkjer|merknad|rettslig"
    r"|noter|fotnoter|forkortelser|referanser|"
    r"referansar|sakene bak|tellereglar|telleregler|purpose|background|contact|the penal|penal|number of"
    r"|counting|how we count|references|"
    r"new since|sources|notes|the cases behind|oppdater|neste oppdatering|om koordinerings|rettsavgj|rettsavgj"
    r"|rulings on|artikler som|articles decided)",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"^(?:(?:19|20)\d\d|år ikke kjent|year not known|årstal ukjent|(?:dommer|dommar|avgjørelser"
    r"|avgjerder)?\s*(?:fra|frå|i)?\s*(?:høyesterett|høgsterett|"
    r"høyesteretts ankeutvalg|lagmannsrett(?:en|ene|ane|er|ar)?|tingrett(?:en|ene|ane|er|ar)?|byrett(?:en|ene"
    r"|er)?)|the supreme court|supreme court|"
    r"courts? of appeal|district courts?|domstol ikke kjent|court not known|(?:ikke "
    r"|ikkje )?rettskraftige? (?:dommer|dommar|avgjørelser)|frifinnelser|"
    r"frifinningar|acquittals|(?:EMK )?(?:artikkel|article) P?\d[\w-]*.{0,40}|UNE|UDI|utlendingsnemnda"
    r"|utlendingsdirektoratet|immigration appeals board|"
    r"andre (?:saker|avgjørelser)|artikkelen? ikke kjent|ikke kjent|not known)$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[A-Z]\.|[IVX]{1,4}\.)\s+(?=[^\d\s])")
_LONGEST: Final = 200
#: A list of contents is told by the end of its lines, however long they are.
_TAIL: Final = 60
_DOTS = re.compile(r"(?:\.{3,}|…|\s{2,}|\t)\s*\d{1,3}$")
_ENDS_IN_PAGE = re.compile(r"\D\s\d{1,3}$")


@dataclass(frozen=True)
class HeadingRead:
    """What a heading begins; ``kind`` is given where it begins a kind of case."""

    sort: Sort
    text: str
    kind: Kind | None = None


def is_contents_line(block: Block) -> bool:
    """Whether a paragraph is a line of a list of contents."""
    styled = any(style.startswith(("toc", "innholdsfortegn", "inh", "table of")) for style in block.styles)
    return styled or "nav" in block.inside or bool(_DOTS.search(block.text[-_TAIL:]))


def ends_in_page_number(block: Block) -> bool:
    """Whether a heading-like line of a list of contents ends with the number of a page."""
    return bool(_ENDS_IN_PAGE.search(block.text[-_TAIL:]))


def looks_like_heading(block: Block) -> bool:
    """A heading by its style, or a short paragraph in bold that is no sentence."""
    short = len(block.text) <= _LONGEST
    return short and (
        block.level > 0 or (block.bold and not block.text.rstrip().endswith((".", ":")) and "ol" not in block.inside)
    )


def read_heading(block: Block, kind: Kind | None, tables: Tables) -> HeadingRead:
    """Read a heading; ``kind`` is that of the part it stands in. The title of the document is a frame."""
    text = _NUMBERING.sub("", " ".join(block.text.split()))
    if _CONTENTS.match(text):
        return HeadingRead("contents", text)
    rulings = read_line(text, tables).rulings
    if any(one.references or one.date for one in rulings):
        return HeadingRead("case", text)
    if _TABLE.search(text):
        return HeadingRead("table", text)
    if _FRAME.match(text):
        return HeadingRead("frame", text)
    if (found := kind_of(text)) is not None:
        return HeadingRead("kind", text, found)
    if (
        _GROUP.match(text)
        or (kind == "criminal" and names_only_forms(text))
        or (kind == "immigration" and _is_permit(text))
    ):
        return HeadingRead("group", text)
    return HeadingRead("case", text)


def kind_of(text: str) -> Kind | None:
    """The kind of case that a heading names."""
    return next((kind for kind, words in _KINDS if re.search(words, text, re.IGNORECASE)), None)


def _is_permit(text: str) -> bool:
    """Whether a heading names a permit and nothing that tells a case: “Refleksjonsperiode (utf. § 8-3)”."""
    named = permits_in(text)
    plain = re.sub(
        r"\([^)]*\)|\b(?:utlendingslov\w*|utlendingsforskrift\w*|utf|utl)\b\.?|§+\s*[\d-]+|\b\w+ ledd\b", " ", text
    )
    return bool(named) and len(plain.split()) <= 5  # noqa: PLR2004 - “Opphold på humanitært grunnlag og”
