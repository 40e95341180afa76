"""What the Court declares inadmissible or strikes out, in English and French; what is only admissible is no finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kom_rulings.sources.hudoc.articles import groups_in
from kom_rulings.sources.hudoc.circumstances import Circumstances, circumstances_of
from kom_rulings.sources.hudoc.operative import Found, Outcome, Sentence, named_articles

_DECLARES: Final = re.compile(r"\b(?:declares?|déclare)\b[\s,:]*", re.IGNORECASE)
_WORD: Final = re.compile(r"\b(?:(in|ir)?(?:admissible|recevables?))\b", re.IGNORECASE)
_WHAT: Final = re.compile(
    r"\b(?:complaints?|applications?|remainder|rest|part|those|claims?|griefs?|requêtes?|surplus|restant|reste|partie|ceux)\b",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"(?:(?:unanimously|by a majority|à l['’]unanimité|à la majorité)\W+)?(?:the|la|les|both|all|present|"
    r"joined|whole|"
    r"two|three|deux|trois|\W)*(?:applications?|requêtes?)(?:\s+(?:to be|as a whole|as|dans son ensemble))?\W*",
    re.IGNORECASE,
)
_EXCEPT: Final = re.compile(
    r"\b(?:except|other than|save|with the exception|apart from|sauf|hormis|autres? que|à l['’]exception|not)\b",
    re.IGNORECASE,
)
_STRIKE: Final = re.compile(
    r"\bstrikes?\s+(?:out\s+)?(?P<what>[^;]*?)\s*out\s+of\s+(?:its|the)\s+list(?:\s+of\s+cases)?(?P<rest>[^;]*)"
    r"|\bray(?:er|e)\s+(?P<quoi>[^;]*?)\s*du\s+rôle(?P<reste>[^;]*)",
    re.IGNORECASE,
)
_NOT_STRUCK: Final = re.compile(r"\b(?:requests?|demande|rejects?|dismiss\w*|need|not|restores?)\b", re.IGNORECASE)
_PART: Final = re.compile(
    r"\b(?:in ?so ?far|part|remainder|complaints?|nos?\.|respect|regards?|concerns?|griefs?|partie|surplus|"
    r"pour autant|concerne|n[°º]s?)",
    re.IGNORECASE,
)
_CASE: Final = re.compile(
    r"(?:the|la|les|l['’]|both|all|present|joined|\W)*(?:applications?|cases?|requêtes?|affaires?)?\W*",
    re.IGNORECASE,
)
#: “admissible as regards the complaints under …”: what follows is what is meant.
_AS_TO: Final = re.compile(
    r"\s*,?\s*(?:as regards|as to|as concerns|in respect|with regard|with respect|in ?so ?far|concerning|quant|"
    r"en ce qui|pour autant|s['’]agissant|relativement|concernant)\b",
    re.IGNORECASE,
)
_AROUND: Final = " ,:;.–-"
#: Articles on procedure, after which an application is refused or struck out: it is not about them.
PROCEDURE: Final = frozenset({"19", "29", "34", "35", "37", "39", "41", "43", "44"})


def declared_in(text: str, states: Mapping[str, str]) -> Sentence:
    """What a sentence declares inadmissible, article by article or as a whole."""
    found: list[Found] = []
    clear = True
    for admissible, about, behind in _declared(text):
        here = [] if admissible else None if _has_articles(behind) else _about(about, "inadmissible", states)
        found += here or []
        clear = clear and here is not None
    return Sentence(tuple(found), clear)


def admitted_in(text: str) -> set[str]:
    """The articles under which a sentence declares a complaint admissible."""
    parts = [about for admissible, about, _ in _declared(text) if admissible]
    return {article.name for about in parts for group in groups_in(about) for article in group.articles}


def _declared(text: str) -> Iterator[tuple[bool, str, str]]:
    """Whether something is admissible, what it is, and words of the sentence that must hold no other article.

    What is meant stands before the word, or behind it: “inadmissible the complaint …”, “admissible as regards …”.
    """
    declares = _DECLARES.search(text)
    parts = _WORD.split(text[declares.end() :]) if declares else []
    words, around = parts[1::2], parts[::2]  # a piece of text before every word, and one behind the last
    limited = any(_AS_TO.match(piece) for piece in around[1:])
    ahead = bool(words) and not limited and bool(_WHAT.search(around[0]))
    for n, word in enumerate(words):
        other = around[0] if limited else around[-1] if ahead and n + 1 == len(words) else ""
        yield not word, around[n] if ahead else around[n + 1], other


def struck_in(text: str, states: Mapping[str, str]) -> Sentence:
    """What a sentence strikes out of the list."""
    match = _STRIKE.search(text)
    if match is None or _NOT_STRUCK.search(text[: match.start()]):
        return Sentence()
    what, rest = match["what"] or match["quoi"] or "", match["rest"] or match["reste"] or ""
    if not _PART.search(rest) and _CASE.fullmatch(what.strip(_AROUND)):
        return Sentence((Found(None, "struck_out"),))
    found = _about(f"{what} {rest}", "struck_out", states)
    return Sentence(tuple(found or ()), clear=bool(found))


def _has_articles(text: str) -> bool:
    return any(article.name not in PROCEDURE for group in groups_in(text) for article in group.articles)


def _about(said: str, outcome: Outcome, states: Mapping[str, str]) -> list[Found] | None:
    """The findings on what is declared; none on a remainder without articles, and ``None`` where it is not sure."""
    if outcome == "inadmissible" and _WHOLE.fullmatch(said.strip(_AROUND)):
        return [Found(None, outcome)]
    named = named_articles(said, whole=True)
    articles = [one for one in named.articles if one.name not in PROCEDURE] if named else []
    about = circumstances_of(named.rest, states) if named else Circumstances()
    partial = not articles and about.applicants is not None
    if named is None or partial or (articles and (_EXCEPT.search(said) or not about.clear)):
        return None
    return [Found(article, outcome, about) for article in articles]
