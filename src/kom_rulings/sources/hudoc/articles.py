"""Articles of the Convention and its protocols as judgments name them, in English and French."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_PARAGRAPH: Final = r"[1-5](?!\d)(?:\s*\([a-z]{1,3}\)|\s+[a-f]\)?(?!\w))*"
_SEPARATOR: Final = r"\s*(?:,\s*(?:and\b|or\b|et\b|ou\b)?|\band\b|\bor\b|\bet\b|\bou\b)\s*"
_ONE: Final = (
    rf"\d{{1,2}}(?!\d)(?:\s*§§\s*{_PARAGRAPH}(?:(?:{_SEPARATOR}|\s*[-–]\s*){_PARAGRAPH}(?!\s*§))*|\s*§\s*{_PARAGRAPH})?"
)
_PROTOCOL: Final = r"Protocole?\s*(?:(?:No|n|N)\s?[.°ºo]{0,2}\s*)?(\d{1,2})(?!\d)"
_CONVENTION: Final = (
    rf"\s*,?\s*(?:of|to|de|du|à)\s+(?:the\s+|la\s+)?"
    rf"(?:{_PROTOCOL}(?:\s+(?:to|à)\s+(?:the|la)\s+Convention)?|(?:European\s+)?Convention(?:\s+on\s+Human\s+Rights)?)"
)
_GROUP: Final = re.compile(
    rf"\b(Articles?|Arts?\.?)\s+({_ONE})((?:{_SEPARATOR}{_ONE})*)(?:{_CONVENTION})?", re.IGNORECASE
)
_ITEM: Final = re.compile(_ONE)
_BARE: Final = re.compile(r"\d+")
_OTHER_PROTOCOL: Final = re.compile(r"\s*,?\s*(?:of|to|de|du)\s[^;,]{0,30}Protocol", re.IGNORECASE)
_SHORT: Final = re.compile(r"\bP(\d{1,2})-(\d{1,2})(?:-\d)?\b")
#: The last article of the Convention of 1950 with its later changes.
_LAST: Final = 66

#: Articles in words, as records name them; ``None`` where they cannot be told for sure. The tests walk them.
EXAMPLES: Final[dict[str, tuple[str, ...] | None]] = {
    "Article 4 of the Convention": ("4",),
    "Article 6 § 1": ("6",),
    "Article 5 §§ 1 and 4 of the Convention": ("5",),
    "Articles 5 § 1 and 6 § 1": ("5", "6"),
    "Articles 5 §§ 1, 3 and 4 and 13": ("5", "13"),
    "Articles 3, 4 and 13": ("3", "4", "13"),
    "Articles 3 or 4": ("3", "4"),
    "Article 6 §§ 1 and 3 (d)": ("6",),
    "Article 6 § 1 and 3 (d)": ("6",),
    "Article 1 of Protocol No. 1": ("P1-1",),
    "Articles 2 and 4 of Protocol No. 4 to the Convention": ("P4-2", "P4-4"),
    "Article 6 § 1 of the Convention and Article 1 of Protocol No. 1": ("6", "P1-1"),
    "l’article 4 de la Convention": ("4",),
    "articles 3 et 4 de la Convention": ("3", "4"),
    "l'article 1 du Protocole no 1": ("P1-1",),
    "l'article 1 du Protocole n° 1 à la Convention": ("P1-1",),
    "l'article 6 §§ 1 et 3 c) de la Convention": ("6",),
    "Article 1 of the Additional Protocol": None,
    "Article 12 of the Criminal Code": None,
    "Article 212 of the Criminal Code": (),
    "the Convention": (),
}


@dataclass(frozen=True)
class Article:
    """An article as records name it, such as ``4`` or ``P1-1``, and those of its paragraphs that are named."""

    name: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Articles that are named together, and where they stand; ``clear`` unless it is not sure which they are."""

    articles: tuple[Article, ...]
    start: int
    end: int
    clear: bool = True


def groups_in(text: str) -> list[Group]:
    """The articles that a text names, in its order."""
    return [_group(text, match) for match in _GROUP.finditer(text)]


def short_form(text: str) -> str | None:
    """The article of a protocol in the short form of HUDOC, P1-1."""
    match = _SHORT.match(text)
    return f"P{match[1]}-{match[2]}" if match else None


def _group(text: str, match: re.Match[str]) -> Group:
    word, first, rest, protocol = match.groups()
    items = [first]
    if word.lower().rstrip(".").endswith("s") or "§" not in first:
        items += _ITEM.findall(rest)
    articles = tuple(_article(item, protocol) for item in items)
    known = all(1 <= int(_BARE.findall(item)[0]) <= _LAST for item in items)
    clear = known and not (protocol is None and _OTHER_PROTOCOL.match(text, match.end()))
    return Group(articles, match.start(), match.end(), clear and not _is_other_law(text, match))


def _is_other_law(text: str, match: re.Match[str]) -> bool:
    """Whether what follows names another law: of the Criminal Code, du code pénal."""
    follows = re.match(
        r"\s*(?:of|du|de)\s+(?:the\s+|la\s+)?(?!fait\b|chef\b|part\b)\w+", text[match.end() : match.end() + 60]
    )
    return bool(follows) and "onvention" not in match[0] and "rotoc" not in match[0]


def _article(item: str, protocol: str | None) -> Article:
    number, *paragraphs = _BARE.findall(item)
    return Article(f"P{int(protocol)}-{int(number)}" if protocol else str(int(number)), tuple(paragraphs))


def names_of(groups: Sequence[Group]) -> tuple[str, ...]:
    """The articles of all groups, each once."""
    return tuple(dict.fromkeys(article.name for group in groups for article in group.articles))
