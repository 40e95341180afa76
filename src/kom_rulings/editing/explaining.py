"""What each field of a record is for, in a few words, as the skeleton of a new record tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kom_rulings.records.case import Part
from kom_rulings.wording import N_

#: By the name of the field, or by part and field where the name means something else there.
EXPLAINED: Final[Mapping[str, str]] = {
    "kind": N_("the kind of case"),
    "title": N_("what the case is called in lists; no names of parties in Norwegian cases"),
    "popular_name": N_("the name that the case is known by in public"),
    "exploitation": N_("the forms of exploitation, as a list in brackets"),
    "victims": N_("the victims of the trafficking"),
    "Victims.count": N_("how many victims"),
    "approximate": N_("whether the number is only about so many"),
    "minors": N_("how many were under 18; “some” when the number is not known"),
    "countries": N_("citizenship, two capitals each, for example [RO, NG]"),
    "charged": N_("all who were charged in the case"),
    "Charged.count": N_("how many were charged"),
    "permits": N_("what was asked for"),
    "nationality": N_("citizenship of the one who applied, two capitals"),
    "applications": N_("application numbers, the first one first, for example [25965/04]"),
    "respondents": N_("respondent states, two capitals each, for example [CY, RU]"),
    "importance": N_("importance as HUDOC grades it"),
    "visibility": N_("who may see the case"),
    "restriction": N_("a restriction on reproduction (domstolloven § 130); nothing is then shown but the count"),
    "scope": N_("what the restriction covers"),
    "until": N_("how long it lasts"),
    "keywords": N_("keywords, as lists in brackets"),
    "rulings": N_("the rulings in the order they were given"),
    "sources": N_("where the information is from: addresses, newsletters, the ruling itself"),
    "BaseCase.note": N_("a note to the reader of the overview; nothing that is not public"),
    "draft": N_("take this line away when the case is ready: until then it is in no number, no list and no search"),
    "formerly": N_("ids that the case had before; written by rename and merge"),
    "split_from": N_("the case that this one was part of; written by split"),
    "provenance": N_("the saved page that the case was imported from; written by import"),
    "source": N_("the site that the page was saved from"),
    "address": N_("the address of the page"),
    "retrieved": N_("when the page was saved"),
    "sha256": N_("the checksum of the saved page"),
    "privacy_accepted": N_("findings of the privacy check that have been looked at and are kept"),
    "finding": N_("the kind of finding"),
    "mark": N_("the mark that the check prints beside the finding"),
    "reason": N_("why it may stand"),
    "Accepted.date": N_("when it was looked at"),
    "court": N_("the court or board, by its name at that time"),
    "instance": N_("its level"),
    "references": N_("every reference of the ruling, for example [LB-2018-102939-2]"),
    "date": N_("the day it was given, or as much as is known: 2017-06-07, 2017-06 or 2017"),
    "not_before": N_("where the date is not known: the earliest it can have been given"),
    "outcome": N_("the result"),
    "outcome_basis": N_("whether a source states the result, or it is inferred"),
    "reopened": N_("whether it was given after the case was reopened"),
    "provisions": N_("the provisions that were applied, for example [strl. 2005 § 257]"),
    "aggravated": N_("gross human trafficking (strl. 2005 § 258)"),
    "defendants": N_("the defendants, one item each"),
    "label": N_("a label that names nobody, for example: hovedmannen"),
    "Defendant.outcome": N_("the result for human trafficking"),
    "other_provisions": N_("other provisions that the defendant was convicted under"),
    "imprisonment": N_("the sentence of imprisonment"),
    "suspended": N_("the part of it that is suspended"),
    "for_trafficking": N_("whether the sentence is (also) for human trafficking"),
    "years": N_("years"),
    "months": N_("months"),
    "days": N_("days"),
    "compensation": N_("money that was awarded or taken, one item each"),
    "type": N_("what the money is"),
    "amount": N_("the amount in Norwegian kroner, digits only"),
    "to": N_("to whom, without names"),
    "legal_force": N_("when the ruling became final, and how"),
    "LegalForce.date": N_("the day it became final, or as much as is known"),
    "how": N_("how it became final"),
    "document": N_("JUD for a judgment, DEC for a decision"),
    "ecli": N_("the ECLI of the ruling"),
    "item": N_("the HUDOC item, for example 001-96549"),
    "languages": N_("the languages that the ruling exists in"),
    "findings": N_("what the Court found, one item for each article"),
    "article": N_("the article of the Convention, for example 4"),
    "Finding.outcome": N_("the result under this article"),
    "limb": N_("the substantive or the procedural limb"),
    "applicants": N_("whom the finding is for, where it is not for all"),
    "states": N_("the states that it is against, where it is not against all"),
    "legal_points": N_("the points of law, as lists"),
    "summary": N_("the summary in each language"),
    "text": N_("the text; several paragraphs are written below each other after “text: >-”"),
    "author": N_("who wrote it"),
    "permission": N_("for another's text: who allowed publication, and when"),
    "SummaryText.date": N_("when it was written"),
    "cites": N_("the rulings that it cites, for example [HR-2017-1124-A]"),
    "links": N_("addresses that tell more"),
    "NamedLink.title": N_("where the address leads"),
    "url": N_("the address"),
    "note": N_("a note"),
    "nb": N_("in bokmål"),
    "en": N_("in English"),
}


def explanation(part: type[Part], name: str) -> str:
    """What a field of a part is for, as a key of the catalogue."""
    return next(EXPLAINED[key] for key in keys_of(part, name) if key in EXPLAINED)


def keys_of(part: type[Part], name: str) -> list[str]:
    """Where the explanation of a field may stand, the nearest first."""
    return [*(f"{one.__name__}.{name}" for one in part.__mro__), name]
