"""Sentences and their clauses: which body decides in them, and which only claim, suppose or tell what came before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kom_rulings.records.case import Instance

#: What the deciding bodies are called; “UNEs vedtak” and “UNE sitt vedtak” are what is decided on, not who decides.
_BODIES: Final = {
    "udi": r"UDI|Utlendingsdirektoratet|direktoratet",
    "une": r"UNE|Utlendingsnemnda|stornemnda|nemnda|nemndleder(?:en)?|nemndleiar(?:en)?",
    "tingrett": r"tingretten|byretten",
    "lagmannsrett": r"lagmannsretten",
    "hoyesterett": r"Høyesterett|Høgsterett|ankeutvalget|jeg stemmer|eg røystar",
    "court": r"retten|domstolen",
    "majority": r"fleirtalet|flertallet",
    "minority": r"mindretallet|mindretalet",
}
_OWN: Final = {
    "udi": {"udi"},
    "une": {"une", "majority"},
    "tingrett": {"tingrett", "court", "majority"},
    "lagmannsrett": {"lagmannsrett", "court", "majority"},
    "hoyesterett": {"hoyesterett", "court", "majority"},
    "ankeutvalg": {"hoyesterett", "court"},
}
#: A run of words that no comma divides is read up to this length; no sentence that anybody wrote is longer.
_LONGEST: Final = 2_000
_BODY = re.compile(
    r"(?<!\bfra )(?<!\bfrå )(?<!\btil )(?<!\bmot )(?<!\bved )(?<!\bhos )(?<![\w/-])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _BODIES.items())
    + r")(?![\w-])(?!\s+si[nt]?e?\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ«(])|\n+")
_ABBREVIATION = re.compile(r"\b(?:jf|nr|pkt|utl|utf|bl\.a|ca|dvs|f\.eks|evt|art)\.$", re.IGNORECASE)
_ASIDE = re.compile(r",\s*(?:i likhet med|på lik linje med|i motsetning til|på samme måte som)\b[^,]{1,80},")
_CLAUSE = re.compile(r"[,;–]\s+|\s+(?=(?:men|mens|medan)\s)")
_PARTY = r"(?:klageren|klagaren|søkeren|søkjaren|advokaten|fullmektigen|prosessfullmektigen|saksøkeren|hun|han|ho|A)"
_CLAIM = re.compile(
    r"\b(?:anfør(?:t|te|er|es)|anførsel|anførsl\w+|hevd(?:et|er|a|ar)|gj(?:orde|ør|øre) gjeldende|"
    r"gj(?:orde|er) gjeldande|"
    rf"påst(?:od|ått|år|and\w*)|mente {_PARTY}|ifølge {_PARTY}|{_PARTY} (?:mente|meinte|mener|meiner|viste til|krevde|"
    r"kravde|ba|bad|søkte|klaget|klaga|forklarte|opplyste))\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:dersom|hvis|viss|såfremt|når det|forutsetter|forutsatt|spørsmål(?:et)? om|(?:saken|"
    r"saka) (?:gjelder|gjeld|gjaldt)|"
    r"vurder(?:te|e|er|ing\w*) (?:om|av om)|tok stilling til om|(?:vil|ville) (?:ta|ha|gi|gitt))\b|"
    r"(?<!ikke )(?<!ikkje )\b(?:kan|kunne|skal|skulle|bør|burde)(?! (?:ikke|ikkje)\b)\s+(?:\w+\s+){0,2}"
    r"(?:gis|gi|få|innvilges|innvilgast|gjevast|omgjøres|omgjerast|tas til følge)\b|\b(?:delvis|dels)\b|"
    r"(?<!gjorde )(?<!gjort )\bom (?:\w+ )?(?:vedtak|vilkår|klag|avslag)\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Clause:
    """A clause in which a body decides, or in which nobody else does; ``named`` where that body is."""

    text: str
    named: bool


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; “jf. § 38” and “nr. 2” end none."""
    begun = ""
    for piece in _SENTENCE.split(text):
        begun = f"{begun} {piece}".strip()
        if begun and not _ABBREVIATION.search(begun):
            yield begun
            begun = ""
    if begun:
        yield begun


def deciding(sentence: str, instance: Instance) -> Iterator[Clause]:
    """The clauses of a sentence that may tell what a body decided.

    Who decides, and that a party only claims, holds for the clauses that follow, until another is named.
    """
    other = claimed = named = False
    for clause in clauses(_ASIDE.sub(" ", sentence)):
        bodies = {match.lastgroup for match in _BODY.finditer(clause)}
        own = bool(bodies & _OWN.get(instance, set()))
        named, other = (own, not own) if bodies else (named, other)
        claimed = bool(_CLAIM.search(clause)) or (claimed and not own)
        if not (other or claimed or _SUPPOSED.search(clause)):
            yield Clause(clause, named)


def clauses(sentence: str) -> list[str]:
    """The clauses of a sentence, as its commas divide it."""
    return [clause[:_LONGEST] for clause in _CLAUSE.split(sentence) if clause]
