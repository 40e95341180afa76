"""Saved HTML read into a page, whatever state its markup is in; nothing in it is run or fetched."""

from __future__ import annotations

import hashlib
import warnings
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.builder import ParserRejectedMarkup
from bs4.element import NavigableString

from kom_rulings.errors import PageNotRead
from kom_rulings.pages.blocks import PageReader
from kom_rulings.pages.decoding import decoded
from kom_rulings.pages.elements import Element
from kom_rulings.pages.facts import facts_of
from kom_rulings.pages.guarding import NO_TEXT, refuse_other_forms
from kom_rulings.pages.look import rules_of
from kom_rulings.pages.page import SavedPage
from kom_rulings.pages.scanning import scanned
from kom_rulings.pages.web_archive import unwrapped
from kom_rulings.wording import N_, Phrase

_HIDDEN: Final = N_("Text that the page does not show was left out.")
_OTHER_LINKS: Final = N_("Links that run a script or lead to files were left out.")
_NOT_MARKUP: Final = N_("its markup is damaged.")


def read_html(content: bytes, file: str) -> SavedPage:
    """Read saved HTML. Raises ``PageNotRead`` where it is none, or is made to do harm."""
    refuse_other_forms(content, file)
    wrapped = unwrapped(content, file)
    text, remarks = decoded(wrapped.content, file, wrapped.encoding)
    scan = scanned(text, file)
    root = _tree(scan.markup, file)
    facts = facts_of(root, scan.comments)
    address = wrapped.address or facts.address
    reader = PageReader(rules_of(scan.styles), facts.base or address or "")
    parts = reader.parts(root)
    if not parts:
        raise PageNotRead(file=file, reason=Phrase(NO_TEXT))
    left_out = [(_HIDDEN, reader.hidden), (_OTHER_LINKS, reader.other_links)]
    return SavedPage(
        file=file,
        sha256=hashlib.sha256(content).hexdigest(),
        form="html",
        parts=tuple(parts),
        title=facts.title,
        language=facts.language,
        address=address,
        retrieved=wrapped.retrieved or facts.retrieved,
        metadata=facts.metadata,
        remarks=(*remarks, *(remark for remark, applies in left_out if applies)),
    )


def _tree(markup: str, file: str) -> Element:
    """The elements of a page."""
    try:
        with warnings.catch_warnings():
            # The library warns of markup that resembles a file name or XML; here it is always a page.
            warnings.simplefilter("ignore")
            soup = BeautifulSoup(markup, "lxml", multi_valued_attributes=None)
    except (ParserRejectedMarkup, ValueError, AssertionError) as error:
        raise PageNotRead(file=file, reason=Phrase(_NOT_MARKUP)) from error
    return _plain(soup)


def _plain(soup: Tag) -> Element:
    """The tree of the library as ours. It follows the order of the page, so that no depth can break it."""
    root = Element("html")
    stack: list[tuple[Tag, Element]] = [(soup, root)]
    for node in soup.descendants:
        while stack[-1][0] is not node.parent:
            _leave(stack)
        parent = stack[-1][1]
        if isinstance(node, Tag):
            child = Element(node.name, {name: str(value) for name, value in node.attrs.items()})
            parent.children.append(child)
            stack.append((node, child))
        elif isinstance(node, NavigableString) and not node.PREFIX:
            parent.children.append(str(node))
    while len(stack) > 1:
        _leave(stack)
    return root


def _leave(stack: list[tuple[Tag, Element]]) -> None:
    _, left = stack.pop()
    stack[-1][1].holds.update(left.holds, (left.name,))
