"""The elements and attributes of HTML that pages are read by; all others are only what encloses text."""

from __future__ import annotations

from typing import Final


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


HEADINGS: Final = _names("h1 h2 h3 h4 h5 h6")
#: Elements without content.
VOID: Final = _names("area base br col embed frame hr img input link meta param source track wbr")
#: Elements whose content is no markup but ends at their own closing tag.
RAW: Final = _names("script style noscript textarea title iframe xmp noembed noframes plaintext")
#: Elements that end where the next of their kind begins, and are often left open.
CLOSED_BY_OTHERS: Final = _names("p li dt dd tr td th thead tbody tfoot option optgroup html head body colgroup")
#: Elements that begin and end a block.
BLOCKS: Final = HEADINGS | _names(
    "html body p div li ul ol dl dt dd table tbody thead tfoot tr td th caption blockquote pre section article main "
    "header footer aside address center figure figcaption hr form fieldset legend details summary hgroup menu "
    "dir search"
)
#: Elements that are no text of the page, with all that is in them.
LEFT_OUT: Final = _names(
    "template svg math frame frameset object embed applet nav head audio video canvas map select button input dialog "
    "title img meta link base area col param source track"
)
_INLINE: Final = _names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr colgroup option optgroup rp rt ruby output picture slot nobr"
)
ELEMENTS: Final = VOID | RAW | CLOSED_BY_OTHERS | BLOCKS | LEFT_OUT | _INLINE
#: Parts of a page that are told with a block, and roles of those that are no text of it.
LANDMARKS: Final = _names("main article header footer aside ol ul blockquote")
ASIDE_ROLES: Final = _names("navigation search menu menubar dialog alertdialog")
ATTRIBUTES: Final = _names(
    "id class style align role hidden href rel lang xml:lang start value type colspan rowspan name property itemprop "
    "content"
)
#: Attributes that are longer are left out.
LONGEST: Final = 4_000
