"""Every text in a Word file or workbook: bodies, edges, notes, charts, cells, properties, links and leftovers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from kom_rulings.documents.accessibility.package import Package, q, read_package
from kom_rulings.leak_check.cells import cells
from kom_rulings.leak_check.piece import IN_ALTERNATIVE, IN_COMMENT, IN_LINK, Piece, Spot, Use, property_named
from kom_rulings.leak_check.runs import joined_runs
from kom_rulings.wording import N_

_XML: Final = (".xml", ".rels", ".vml")
_PACKAGES: Final = (".xlsx", ".docx")
#: Pictures and fonts hold no text that a program reads; what a picture shows is for a person to look at.
_WITHOUT_TEXT: Final = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".odttf", ".ttf", ".ico")
#: How deep packages may lie in one another: a workbook behind a chart of a document.
_DEEPEST: Final = 2
_REMARK: Final = re.compile(rb"<!--(.*?)-->|<\?(?!xml[ ?])(.*?)\?>", re.DOTALL)
#: Attributes whose words are written by people, where they are more than one word; elements all of whose are.
_WRITTEN: Final = frozenset(
    {"descr", "title", "author", "initials", "tooltip", "display", "alt", "prompt", "promptTitle", "userId"}
)
_NAMED: Final = (
    *("{*}docPr", "{*}cNvPr", "{*}docVar", "{*}sheet", "{*}tblCaption", "{*}tblDescription", "{*}alias", "{*}tag"),
    *("{*}statusText", "{*}helpText", "{*}hyperlink", "{*}person", "{*}ins", "{*}del", "{*}comment"),
)
_OF_SEVERAL_WORDS: Final = "//@*[contains(., ' ') or contains(., '\u00a0')]"
_OTHER_TEXT_PATH: Final = "//text()[not(parent::*[local-name()='t' or local-name()='delText' or local-name()='v'])]"
#: Where a workbook says what stands left, right and in the middle, how large and on which page.
_PAGE_CODE: Final = re.compile(r"&(?:[LCRPNDTFAGBIUESXY]|\"[^\"]*\"|K[0-9A-F]{6}|\d{1,3}(?=[&A-Z]))")
#: Parts whose texts people have written, whatever their elements are called.
_ALL_WRITTEN: Final = ("customXml", "comments", "persons/", "people")
#: Measures, colours and counts: short, and of these signs only.
_MEASURE: Final = re.compile(r"[-+0-9A-Fa-f.,:;%{}()#\s]{0,10}")
#: What programs count up in the properties: the names of sheets and of places in them.
_COUNTED: Final = frozenset({"lpstr", "i4", "Template", "Application", "AppVersion"})
_NAMES_OF_PARTS: Final = (
    ("docProps/", N_("the properties")),
    ("header", N_("header")),
    ("footer", N_("footer")),
    ("footnotes", N_("footnote")),
    ("endnotes", N_("footnote")),
    ("comments", N_("comment")),
    ("charts/", N_("chart")),
    ("embeddings/", N_("the workbook behind a chart")),
    ("customXml", N_("what another program has left in the file")),
    ("xl/", N_("the workbook")),
)
_EDGES: Final = tuple(f"{{*}}{which}{edge}" for which in ("odd", "even", "first") for edge in ("Header", "Footer"))
_RELATION: Final = q("r:id")
_IN_DOCUMENT: Final = N_("the document")


def office_pieces(content: bytes, depth: int = 0, inside: Spot | None = None) -> Iterator[Piece]:
    """The texts of a package. Raises ``DocumentNotRead`` when it is none, or beyond the bounds."""
    package = read_package(content)
    yield from cells(package, inside)
    for name in package.names:
        spot = inside or _spot(name)
        yield Piece(name, Spot(N_("the name of a part of the file")), Use.TECHNICAL)
        if name.endswith(_XML):
            yield from _xml_pieces(package, name, spot)
        elif name.endswith(_PACKAGES) and depth < _DEEPEST:
            yield from office_pieces(package.content(name), depth + 1, _spot(name))
        elif not name.endswith(_WITHOUT_TEXT):
            yield Piece(name, Spot(N_("the part {name}"), {"name": name}), Use.NOT_READ)


def _xml_pieces(package: Package, name: str, spot: Spot) -> Iterator[Piece]:
    for remark in _REMARK.finditer(package.content(name)):
        yield Piece((remark[1] or remark[2]).decode("utf-8", "replace"), IN_COMMENT)
    root = package.xml(name)
    if name.endswith(".rels"):
        yield from _links(root)
        return
    if name.startswith("docProps/"):
        yield from _properties(root)
    yield from joined_runs(root, name, spot)
    yield from _attributes(root, spot)
    yield from _other_texts(root, name, spot)


def _links(root: Any) -> Iterator[Piece]:
    targets = ((one.get("Target", ""), one.get("TargetMode")) for one in root)
    yield from (Piece(target, IN_LINK, Use.ADDRESS) for target, mode in targets if mode == "External")


def _properties(root: Any) -> Iterator[Piece]:
    """A property is named by its element, and one of the user's own by its attribute."""
    for element in root.iter("*"):
        if words := (element.text or "").strip():
            owner = element.getparent()
            own = owner.get("name") if owner is not None else None
            name = element.tag.rpartition("}")[2]
            yield Piece(words, property_named(own or name), Use.TECHNICAL if name in _COUNTED else Use.READ)
            if own:
                yield Piece(own, property_named(own))


def _attributes(root: Any, spot: Spot) -> Iterator[Piece]:
    """First what people have written, such as texts for pictures; then all other values, each once."""
    written = [(name, words) for element in root.iter(*_NAMED) for name, words in element.attrib.items()]
    several = ((str(words.attrname), str(words)) for words in root.xpath(_OF_SEVERAL_WORDS))
    written += [(name, words) for name, words in several if name.rpartition("}")[2] in _WRITTEN]
    for name, words in dict.fromkeys(written):
        alternative = name in {"descr", "title"}
        yield Piece(words, IN_ALTERNATIVE if alternative else spot, Use.TECHNICAL if name == _RELATION else Use.READ)
    others = set(root.xpath("//@*", smart_strings=False)) - {words for _, words in written}
    yield from (Piece(words, spot, Use.TECHNICAL) for words in sorted(others) if not _MEASURE.fullmatch(words))


def _other_texts(root: Any, name: str, spot: Spot) -> Iterator[Piece]:
    """What stands neither in a paragraph nor in a cell: fields, edges of sheets, what programs keep."""
    for edge in root.iter(*_EDGES):
        yield Piece(_PAGE_CODE.sub(" ", edge.text or "").strip(), spot)
    others = set(root.xpath(_OTHER_TEXT_PATH, smart_strings=False))
    use = Use.READ if any(sign in name for sign in _ALL_WRITTEN) else Use.TECHNICAL
    yield from (Piece(words, spot, use) for words in sorted(others) if not _MEASURE.fullmatch(words))


def _spot(name: str) -> Spot:
    return Spot(next((told for sign, told in _NAMES_OF_PARTS if sign in name), _IN_DOCUMENT))
