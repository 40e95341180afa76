"""Point 13: links whose text says where they lead, and which lead to something that is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from kom_rulings.documents.accessibility.document import Document, Words
from kom_rulings.documents.accessibility.failures import Failure, in_document, shortened
from kom_rulings.documents.accessibility.headings import contents_paragraphs
from kom_rulings.documents.accessibility.package import Relation, q

_ADDRESS: Final = re.compile(
    r"(?:https?:)?//\S*|www\.\S+|[\w-]+(?:\.[\w-]+)*\.(?:no|com|org|int|eu|net)/\S*", re.IGNORECASE
)
_VAGUE: Final = frozenset(
    (
        *("her", "se her", "klikk her", "trykk her", "les mer", "les mer her", "les meir", "mer", "meir", "lenke"),
        *(
            "denne lenken",
            "lenka",
            "link",
            "nettside",
            "nettsiden",
            "last ned",
            "gå til",
            "here",
            "click here",
            "see here",
        ),
        *("read more", "more", "this link", "website", "web page", "download", "go to"),
    )
)
_SCHEMES: Final = ("https://", "http://", "mailto:")
_FIELD: Final = re.compile(r'^\s*(HYPERLINK|REF|PAGEREF)\s+(\\l\s+)?"?([^"\s]+)')
#: Word's own marks of where the reader was.
_UNSEEN: Final = ("_GoBack",)


def check_links(document: Document) -> Iterator[Failure]:
    """Point 13: every link has a text that is no bare address and not “here”, and a target that is there.

    Where the entries of the contents lead is looked at under point 5.
    """
    contents = contents_paragraphs(document)
    for words in document.everything:
        for link, runs in groupby(words.runs, key=lambda run: run.link):
            if link is not None:
                yield from _text(words, "".join(run.text for run in runs))
        if words.part or words.n not in contents:
            yield from _targets(document, words)
    names = Counter(one.get(q("w:name"), "") for one in document.root.iter(q("w:bookmarkStart")))
    for name in (name for name, count in names.items() if count > 1 and name not in _UNSEEN):
        yield Failure("bookmark-twice", in_document(), {"anchor": name})


def _text(words: Words, text: str) -> Iterator[Failure]:
    said = text.strip()
    if not any(sign.isalnum() for sign in said):
        yield Failure("link-empty", words.place)
    elif _ADDRESS.fullmatch(said):
        yield Failure("link-address", words.place, {"words": shortened(said)})
    elif said.lower().strip(" .:»«>›→") in _VAGUE:
        yield Failure("link-vague", words.place, {"words": shortened(said)})


def _targets(document: Document, words: Words) -> Iterator[Failure]:
    relations = document.package.relations(_part_name(document, words))
    for link in words.element.iter(q("w:hyperlink")):
        if next(link.iter(q("w:t")), None) is None:
            yield Failure("link-empty", words.place)
        if (target := _dead(document, link, relations.get(link.get(q("r:id"), "")))) is not None:
            yield Failure("link-dead", words.place, {"target": shortened(target)})
    for mark in words.element.iter(q("w:instrText"), q("w:fldSimple")):
        found = _FIELD.match(mark.text or mark.get(q("w:instr")) or "")
        if found and (found[1] != "HYPERLINK" or found[2]) and found[3] not in document.bookmarks:
            yield Failure("link-dead", words.place, {"target": shortened(found[3])})


def _dead(document: Document, link: Any, relation: Relation | None) -> str | None:
    """The target of a link that leads nowhere; None when it leads somewhere."""
    anchor = link.get(q("w:anchor"))
    if link.get(q("r:id")) is None:
        return None if anchor in document.bookmarks else f"#{anchor or ''}"
    target = relation.target if relation else ""
    sound = relation is not None and relation.external and target.lower().startswith(_SCHEMES) and " " not in target
    return None if sound else target


def _part_name(document: Document, words: Words) -> str:
    return (
        f"{document.package.main.rpartition('/')[0]}/{words.part}".lstrip("/") if words.part else document.package.main
    )
