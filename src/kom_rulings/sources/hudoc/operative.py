"""Sentences of the operative part, in English and French, read into what the Court found under which article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from kom_rulings.sources.hudoc.articles import Article, groups_in
from kom_rulings.sources.hudoc.circumstances import Circumstances, circumstances_of

Outcome = Literal["violation", "no_violation", "inadmissible", "struck_out"]

_KIND: Final = r"(?:further\s+|separate\s+|additional\s+)*(?:violations?|breach(?:es)?)\s+"
_HELD: Final = re.compile(
    r"\bthere\s+(?:has|have|had)\s+(?P<not>not\s+)?(?:also\s+|therefore\s+|thus\s+|accordingly\s+)*been\s+"
    rf"(?:,[^,]{{1,60}},\s*)?(?:(?P<no>no)\s+|an?\s+|any\s+)?{_KIND}(?=of\b|by\b)"
    rf"|(?:\band|\bbut|,)\s+(?:that\s+)?(?:(?P<also_no>no)|an?)\s+{_KIND}(?=of\b|by\b)"
    r"|(?<![sS]['’])\bil\s+(?:(?P<pas>n['’]y\s+a\s+(?:pas\s+)?(?:eu\s+)?(?:pas\s+)?(?:aucune\s+)?)|y\s+a\s+(?:eu\s+)?)"
    r"(?:également\s+|aussi\s+|donc\s+)?(?:d['’]|de\s+|une?\s+)?(?:nouvelle\s+)?(?P<fr>non[-\s])?violations?\s+(?=de|du|des|par)",
    re.IGNORECASE,
)
#: Before such words a violation is spoken of, and not found.
_NOT_HELD: Final = re.compile(
    r"\b(?:whether|if|need|necessary|unnecessary|finding|findings|question|claims?|lieu|nécessaire|constats?|si|point)\b",
    re.IGNORECASE,
)
#: The Court's word at the beginning: what it rejects or joins to the merits decides nothing of its own.
_DECIDES_NOT: Final = re.compile(
    r"(?:[^A-Za-zÀ-ÿ]*)(?:rejects?|dismiss(?:es)?|joins?|rejette|joint|invites?|takes?|prend|recalls?|rappelle|adjourns?|"
    r"reserves?|réserve)\b",
    re.IGNORECASE,
)
_TOUCHES: Final = re.compile(
    r"\bviolations?\b|\bviolated\b|\bbreach(?:ed|es)?\b|\bfailed to comply|\bviolée?s?\b|\bmanqué à",
    re.IGNORECASE,
)
_OTHERWISE: Final = re.compile(
    r"\bhas (?:not )?violated\b|\bfinds (?:an?|no) (?:violation|breach)|\ba violé\b|\bn['’]a pas violé\b|"
    r"\bwould (?:be|constitute|entail|give rise to|amount to)[^;]{0,40}(?:violation|breach)|\bfailed to comply|"
    r"\b(?:been|was) (?:violated|breached)|\by aurait[^;]{0,30}violation|\bemporterait violation|"
    r"\bété violée?s?\b|\bmanqué à",
    re.IGNORECASE,
)
#: Where the words that name the article end and those begin that tell why, for whom and by whom.
_CUT: Final = re.compile(
    r"\b(?:on account|because|due to|owing to|in that|as a result|in view|aris\w+|stemm\w+|result\w+|in respect|"
    r"as regards|with regard|with respect|concerning|regarding|in relation|as concerns|in ?so ?far|by|"
    r"on the part|when|during|"
    r"as to|under|in (?:its|their|both|the)|for|through|from|following|at|since|where|read in the light|in the light|"
    r"à raison|en raison|du fait|au motif|faute de|à cause|sous|dans|en (?:son|sa|ses|leur|ce)|à l['’]égard|quant|"
    r"s['’]agissant|par|de la part|pour|concernant|relativement|au regard|lors|à l['’]encontre)(?!\w)",
    re.IGNORECASE,
)
_TOGETHER: Final = re.compile(
    r"\s*,?\s*(?:\(?\s*(?:taken|read|considered|examined)\s*(?:alone\s+(?:and|or)\s+)?)?(?:both\s+)?"
    r"(?:in conjunction|together|in combination|jointly|combined|conjointly)\s+with\s+$"
    r"|\s*,?\s*(?:combinée?s?|lue?s?|prise?s?|considérée?s?|examinée?s?|conjointement|ensemble|en\s+combinaison|\s)+"
    r"(?:avec|et à la lumière de|à la lumière de)\s+(?:l['’]|les\s+|celui\s+de\s+l['’])?$",
    re.IGNORECASE,
)
_AND_OF: Final = re.compile(
    r"\s*,?\s*(?:\band|\bas well as|\bet|\bainsi que)\s+(?=(?:of\s+(?:the\s+\w+\s+\w+\s+of\s+)?Articles?|"
    r"(?:de\s+l['’]|des\s+)articles?)\b)",
    re.IGNORECASE,
)
#: Articles that are held together with others, and named before them.
_ACCESSORY: Final = frozenset({"13", "14", "18", "P12-1"})
#: Old judgments repeat every article in brackets.
_REPEATED: Final = re.compile(r"\s*\((?:arts?\.|P\d)[^()]*\)", re.IGNORECASE)
#: “… and none in respect of the second applicant”: a second finding that is not read.
_MORE: Final = re.compile(
    r"\b(?:and|but|et|mais)\s+(?:that\s+)?(?:none\b|(?:an?|no|non)[-\s](?:violation|breach)\b|(?:no such|"
    r"pas de) violation)|"
    r"\bnot\s+(?:been\s+)?violated\b|\b(?:read|taken|considered)\s+together\b(?!\s+with)",
    re.IGNORECASE,
)
_THEIR: Final = re.compile(r"\b(?:their|leurs?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """What the Court found under an article; no article stands for the whole application."""

    article: Article | None
    outcome: Outcome
    about: Circumstances = field(default_factory=Circumstances)


@dataclass(frozen=True)
class Named:
    """The articles of a clause, and its other words."""

    articles: tuple[Article, ...]
    rest: str


@dataclass(frozen=True)
class Sentence:
    """What a sentence finds. It is not ``clear`` where it finds something that no record could hold for sure."""

    found: tuple[Found, ...] = ()
    clear: bool = True


def violations_in(text: str, states: Mapping[str, str]) -> Sentence:
    """What a sentence says of violations; ``states`` are the respondents by every name."""
    if _DECIDES_NOT.match(text) or not _TOUCHES.search(text):
        return Sentence()
    mentions = list(_HELD.finditer(text))
    found: list[Found] = []
    clear = bool(mentions) or not _says_violated(text)
    for n, mention in enumerate(mentions):
        before = text[mentions[n - 1].end() if n else 0 : mention.start()]
        if _NOT_HELD.search(before.rpartition(";")[2]):
            continue
        end = mentions[n + 1].start() if n + 1 < len(mentions) else len(text)
        outcome = _outcome(mention)
        for clause in _AND_OF.split(text[mention.end() : end]):
            here = [] if _MORE.search(clause) else _clause(_REPEATED.sub("", clause), outcome, states)
            found += here
            clear = clear and bool(here)
    return Sentence(tuple(found), clear)


def _says_violated(text: str) -> bool:
    """Whether it finds a violation in words that are not read: “would be”, “has been violated”, “failed to comply”."""
    match = _OTHERWISE.search(text)
    return match is not None and not _NOT_HELD.search(text[: match.start()])


def _outcome(mention: re.Match[str]) -> Outcome:
    denied = any(mention[name] for name in ("not", "no", "also_no", "pas", "fr"))
    return "no_violation" if denied else "violation"


def _clause(clause: str, outcome: Outcome, states: Mapping[str, str]) -> list[Found]:
    """What is found in one clause, which begins right behind “violation”; nothing where that is not sure."""
    named = named_articles(clause)
    if named is None or not named.articles:
        return []
    about = circumstances_of(named.rest, states)
    if not about.clear or (about.limb and len(named.articles) > 1 and not _all_limbs(clause)):
        return []
    return [Found(article, outcome, about) for article in named.articles]


def _all_limbs(clause: str) -> bool:
    """Whether a limb is that of all articles: “their procedural limb”, “the procedural limb of Articles 2 and 3”."""
    first = groups_in(clause)[0].start
    return bool(_THEIR.search(clause)) or bool(circumstances_of(clause[:first], {}).limb)


def named_articles(clause: str, *, whole: bool = False) -> Named | None:
    """The articles that a clause is about, without those that they are only read “in conjunction with”.

    They end where the reasons begin, unless the clause is ``whole``. None where it is not sure which they are.
    """
    groups = groups_in(clause)
    cut = _CUT.search(clause, groups[0].end) if groups and not whole else None
    end = cut.start() if cut else len(clause)
    articles: list[Article] = []
    last, together = 0, False
    for group in (one for one in groups if one.start < end):
        alone = not together or not last
        together = bool(_TOGETHER.search(clause[last : group.start]))
        if not group.clear or not alone or (together and not _may_accompany(articles, group.articles)):
            return None
        articles += [] if together else group.articles
        last = group.end
    rest = f"{clause[: groups[0].start]} {clause[groups[0].end :]}" if groups else clause
    return Named(tuple(dict.fromkeys(articles)), rest)


def _may_accompany(heads: Sequence[Article], others: Sequence[Article]) -> bool:
    """The Court's own order puts 14 and 13 first; “Article 3 in conjunction with Article 14” is not sure."""
    accessory = any(one.name in _ACCESSORY for one in others)
    return bool(heads) and (not accessory or heads[-1].name in _ACCESSORY)
