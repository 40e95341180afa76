"""A page read back as XML, and what must hold of each: names given once, links that lead somewhere."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

from documents.outlines import SAMPLE
from kom_rulings.documents.html import page
from kom_rulings.documents.outline import (
    Block,
    Heading,
    Outline,
)

PAGE = ET.fromstring(page(SAMPLE))
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def of(*blocks: Block) -> Outline:
    return replace(SAMPLE, blocks=(Heading(1, "Tittel", "title"), *blocks))


def read(*blocks: Block) -> ET.Element:
    """The page of a document with these blocks."""
    return ET.fromstring(page(of(*blocks)))


def first(element: ET.Element, path: str) -> ET.Element:
    found = element.find(path)
    assert found is not None, path
    return found


def words(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split(" ")).strip()


def ids(tree: ET.Element) -> list[str]:
    return [name for one in tree.iter() if (name := one.get("id")) is not None]


def assert_sound(tree: ET.Element) -> None:
    """Names are valid and given once, and whatever is named is there."""
    given = ids(tree)
    assert len(given) == len(set(given))
    assert all(re.fullmatch(r"[\w.-]+", name) for name in given)
    for one in tree.iter():
        for name in ("aria-labelledby", "aria-describedby"):
            assert set((one.get(name) or "").split()) <= set(given)
        href = one.get("href") or "#"
        assert href == "#" or href.startswith(("https://", "mailto:")) or href[1:] in given, href
