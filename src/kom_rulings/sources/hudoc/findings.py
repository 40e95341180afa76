"""The findings of a judgment as records hold them, from the sentences of its operative part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kom_rulings.sources.draft import Value
from kom_rulings.sources.hudoc.admissibility import admitted_in, declared_in, struck_in
from kom_rulings.sources.hudoc.articles import Article
from kom_rulings.sources.hudoc.operative import Found, Outcome, violations_in

#: Sentences and what is found in them, as article, outcome, limb, states and applicants; ``?`` where it is not sure,
#: and ``*`` for the whole application. The respondents are Cyprus and Russia. The tests walk them.
EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "Holds that there has been a violation of Article 4 of the Convention;": ("4 violation",),
    "Holds, unanimously, that there has been no violation of Article 4 of the Convention;": ("4 no_violation",),
    "Holds, by six votes to one, that there has been a violation of Article 6 § 1 of the Convention;": ("6 violation",),
    "Holds that there has not been a violation of Article 3;": ("3 no_violation",),
    "Holds that there has been a breach of Article 8 of the Convention;": ("8 violation",),
    "Holds that there has been a violation of Article 4 of the Convention in its procedural limb;": (
        "4 violation procedural",
    ),
    "Holds that there has been a violation of the substantive limb of Article 3 and no violation of "
    "its procedural limb;": (
        "3 violation substantive", "?",
    ),
    "Holds that there has been a violation of the substantive and procedural limbs of Article 4;": (
        "4 violation both",
    ),
    "Holds that there has been no violation of Article 2 under its substantive aspect and a violation of "
    "Article 2 under its procedural aspect;": ("2 no_violation substantive", "2 violation procedural"),
    "Holds that there has been a violation of Articles 3 and 4 of the Convention;": ("3 violation", "4 violation"),
    "Holds that there has been a violation of Articles 2 and 3 under their procedural limb;": (
        "2 violation procedural", "3 violation procedural",
    ),
    "Holds that there has been a violation of Articles 2 and 3 in its procedural limb;": ("?",),
    "Holds that there has been a violation of Article 14 of the Convention taken in conjunction with Article 4;": (
        "14 violation",
    ),
    "Holds that there has been a violation of Article 14 in conjunction with Articles 3 and 4 and of Article 13;": (
        "14 violation", "13 violation",
    ),
    "Holds that there has been a violation of Article 3 in conjunction with Article 14;": ("?",),
    "Holds that there has been a violation of Article 14 in conjunction with Article 8 and Article 13;": ("?",),
    "Holds that there has been a violation of Article 1 of Protocol No. 1 to the Convention;": ("P1-1 violation",),
    "Holds that there has been a violation of Article 4 of the Convention by Cyprus;": ("4 violation CY",),
    "Holds that there has been a violation of Article 4 in its procedural limb by the Russian Federation;": (
        "4 violation procedural RU",
    ),
    "Holds that there has been no violation of Article 2 by Russia;": ("2 no_violation RU",),
    "Holds that there has been a violation by Cyprus of Article 5 § 1 of the Convention;": ("5 violation CY",),
    "Holds that there has been a violation of Article 4 in respect of the first applicant;": (
        "4 violation (first applicant)",
    ),
    "Holds that there has been a violation of Article 3 in respect of the remaining applicants;": ("?",),
    "Holds that there has been a violation of Article 3 in respect of the applicants A.B. and C.D.;": ("?",),
    "Holds that there has been a violation of Article 3 in respect of A.B.;": ("?",),
    "Holds that there has been a violation of Article 3 in respect of all the applicants;": ("3 violation",),
    "Holds that there has been a violation of Article 3 of the Convention on account of the failure to protect the "
    "applicant and of Article 13 on account of the lack of a remedy under Article 35;": ("3 violation", "13 violation"),
    "Holds that there has been a violation of Article 4 on account of the failure to carry out an investigation as "
    "Article 2 requires;": ("4 violation",),
    "Holds that there has been a violation of Article 5 §§ 1 and 4 of the Convention;": ("5 violation",),
    "Holds that there would be a violation of Article 3 if the applicant were removed;": ("?",),
    "Holds that the respondent State has failed to comply with its obligations under Article 34;": ("?",),
    "Holds that Article 6 § 1 has been violated;": ("?",),
    "Holds that the respondent State has violated Article 4;": ("?",),
    "Finds a violation of Article 4;": ("?",),
    "Holds that there has been a violation of Articles 4 and 14 read together;": ("?",),
    "Declares the first applicant’s complaint under Article 4 admissible and that of the second applicant "
    "inadmissible;": ("?",),
    "Holds that there has been a violation of that provision;": ("?",),
    "Holds that there is no need to examine whether there has been a violation of Article 13;": (),
    "Holds that it is not necessary to examine the complaint under Article 8 of the Convention;": (),
    "Holds that no separate issue arises under Article 14;": (),
    "Holds that the finding of a violation of Article 4 constitutes in itself sufficient just satisfaction;": (),
    "Dismisses the Government’s objection that there has been no violation of Article 4;": (),
    "Dismisses the remainder of the applicant’s claim for just satisfaction;": (),
    "Holds that there has been no breach of Article 4 of the Convention, taken on its own (art. "
    "4);": ("4 no_violation",),
    "Holds that there has been no breach of Article 14 taken in conjunction with Article 4 (art. 14+4);": (
        "14 no_violation",
    ),
    "Holds that there has been no breach by Russia of its positive obligations under Article 4 to act in time;": (
        "4 no_violation RU",
    ),
    "Holds that there has been a violation of Article 4 by Cyprus and by Russia;": ("4 violation CY RU",),
    "Holds that there has been a violation of Article 4 as regards the first applicant and no violation as regards the "
    "second applicant;": ("?",),
    "Holds that there has been a violation of Article 4 as regards the first applicant and the "
    "third applicant;": ("?",),
    "Declares the application admissible;": (),
    "Declares the application inadmissible.": ("* inadmissible",),
    "Declares the applications inadmissible.": ("* inadmissible",),
    "Declares the complaint under Article 4 admissible and the remainder of the application inadmissible;": (),
    "Declares the complaints under Articles 3 and 4 admissible and the complaint under Article 6 § 1 inadmissible;": (
        "6 inadmissible",
    ),
    "Declares inadmissible the complaint under Article 13 and admissible the remainder of the application;": (
        "13 inadmissible",
    ),
    "Declares the second applicant’s complaint under Article 4 inadmissible;": ("4 inadmissible (second applicant)",),
    "Declares the complaints against Russia under Article 2 inadmissible;": ("2 inadmissible RU",),
    "Declares the complaint under Article 4 inadmissible within the meaning of Article 35 § 3 "
    "(a);": ("4 inadmissible",),
    "Declares the complaints other than that under Article 4 inadmissible;": ("?",),
    "Declares the application inadmissible in so far as it concerns Article 4;": ("4 inadmissible",),
    "Declares the application admissible as regards the complaints under Articles 4 and 13 and inadmissible as to the "
    "remainder;": (),
    "Declares the complaint under Article 4 admissible as regards the first applicant and inadmissible as regards the "
    "second applicant;": ("?",),
    "Decides to strike the application out of its list of cases.": ("* struck_out",),
    "Decides to strike the applications out of its list of cases in accordance with Article 37 § 1 (b) of the "
    "Convention.": ("* struck_out",),
    "Decides to strike the application out of its list of cases in so far as it concerns the "
    "complaint under Article 3;": (
        "3 struck_out",
    ),
    "Decides to strike application no. 99992/99 out of its list of cases;": ("?",),
    "Rejects the Government’s request to strike the application out of its list of cases;": (),
    "Dit qu’il y a eu violation de l’article 4 de la Convention ;": ("4 violation",),
    "Dit, par six voix contre une, qu'il n'y a pas eu violation de l'article 4 de la Convention ;": ("4 no_violation",),
    "Dit qu’il y a eu violation des articles 3 et 4 de la Convention ;": ("3 violation", "4 violation"),
    "Dit qu’il y a eu violation de l’article 4 de la Convention sous son volet procédural "
    ";": ("4 violation procedural",),
    "Dit qu’il n’y a pas eu violation de l’article 2 de la Convention sous son volet matériel ;": (
        "2 no_violation substantive",
    ),
    "Dit qu’il y a eu violation de l’article 4 du fait de l’absence d’enquête ;": ("4 violation",),
    "Dit qu’il y a eu violation de l’article 14 de la Convention combiné avec l’article 4 ;": ("14 violation",),
    "Dit qu’il y a eu violation de l’article 1 du Protocole no 1 à la Convention ;": ("P1-1 violation",),
    "Dit qu’il y a eu violation de l’article 6 § 1 de la Convention et de l’article 13 ;": (
        "6 violation", "13 violation",
    ),
    "Dit qu’il y a eu violation de l’article 4 de la Convention à l’égard de la première requérante ;": (
        "4 violation (first applicant)",
    ),
    "Dit qu’il n’y a pas eu violation de l’article 4 à l’égard de la seconde requérante en ce qui concerne "
    "l’obligation procédurale de l’État ;": ("4 no_violation procedural (second applicant)",),
    "Dit qu’il y a eu violation de l’article 4 par Chypre ;": ("4 violation CY",),
    "Dit qu’il n’y a pas lieu de rechercher s’il y a eu violation de l’article 13 ;": (),
    "Dit que le constat d’une violation de l’article 4 constitue une satisfaction équitable suffisante ;": (),
    "Dit qu’il y aurait violation de l’article 3 en cas de renvoi ;": ("?",),
    "Déclare la requête recevable ;": (),
    "Déclare la requête irrecevable.": ("* inadmissible",),
    "Déclare le grief tiré de l’article 4 recevable et le surplus de la requête irrecevable ;": (),
    "Déclare irrecevable le grief tiré de l’article 6 de la Convention ;": ("6 inadmissible",),
    "Déclare la requête recevable quant aux griefs tirés des articles 4 et 13 et irrecevable pour le surplus ;": (),
    "Décide de rayer la requête du rôle.": ("* struck_out",),
    "Rejette la demande de satisfaction équitable pour le surplus.": (),
}  # fmt: skip

#: A sentence of the operative part is shorter; what a made-up page may hold beyond that is not looked at.
_LONGEST: Final = 4_000
_ORDER: Final = ("substantive", "procedural")


@dataclass(frozen=True)
class Findings:
    """Findings in the order of the page, what becomes of the whole application, and sentences that were not sure."""

    found: tuple[Found, ...] = ()
    whole: Outcome | None = None
    unclear: tuple[str, ...] = ()

    @property
    def values(self) -> list[dict[str, Value]]:
        """The findings as records write them."""
        return [_value(one, self.found) for one in self.found]


def findings_in(sentences: Sequence[str], states: Mapping[str, str]) -> Findings:
    """Read the operative part; ``states`` are the codes of the respondents by their names in small letters."""
    found: list[Found] = []
    unclear: list[str] = []
    for sentence in sentences:
        here, clear = sentence_found(sentence, states)
        sure = [one for one in here if _is_sure(one, states)]
        found += sure
        unclear += [] if clear and len(sure) == len(here) else [sentence]
    whole = next((one.outcome for one in found if one.article is None), None)
    admitted = {name for sentence in sentences for name in admitted_in(sentence)}
    named = sorted(_several_states(found, states), key=lambda one: not _decides(one))
    return Findings(tuple(_joined(_without_parts(named, admitted))), whole, tuple(unclear))


def sentence_found(sentence: str, states: Mapping[str, str]) -> tuple[list[Found], bool]:
    """What one sentence finds, and whether all of it is sure."""
    read = [of(sentence[:_LONGEST], states) for of in (violations_in, declared_in, struck_in)]
    return [one for part in read for one in part.found], all(part.clear for part in read)


def _is_sure(one: Found, states: Mapping[str, str]) -> bool:
    """Where the code of a respondent is not known, only a finding on others can be told apart."""
    return one.article is None or "" not in states.values() or bool(one.about.states and "" not in one.about.states)


def _several_states(found: Sequence[Found], states: Mapping[str, str]) -> list[Found]:
    """A record names the state of a finding only where there are several."""
    if len(set(states.values())) > 1:
        return list(found)
    return [replace(one, about=replace(one.about, states=())) for one in found]


def _without_parts(found: Sequence[Found], admitted: set[str]) -> Iterator[Found]:
    """A part of a complaint that is inadmissible does not decide on an article that is decided on."""
    decided = {
        (one.article.name, one.about.states, one.about.applicants) for one in found if _decides(one) and one.article
    }
    for one in found:
        if one.article is None:
            continue
        of_all = one.about.applicants is None and not one.about.states
        part = (one.article.name, one.about.states, one.about.applicants) in decided
        part = part or (
            of_all and (one.article.name in admitted or any(one.article.name == name for name, *_ in decided))
        )
        if _decides(one) or not part:
            yield one


def _decides(one: Found) -> bool:
    return one.outcome in ("violation", "no_violation")


def _joined(found: Iterator[Found]) -> Iterator[Found]:
    """Each finding once; the same under both limbs as one."""
    kept: list[Found] = []
    for one in found:
        same = [n for n, other in enumerate(kept) if _but_limb(other) == _but_limb(one)]
        limbs = {kept[n].about.limb for n in same}
        if one.about.limb in limbs or "both" in limbs:
            continue
        if one.about.limb in _ORDER and limbs & set(_ORDER):
            n = next(n for n in same if kept[n].about.limb in _ORDER)
            kept[n] = replace(kept[n], about=replace(kept[n].about, limb="both"))
        else:
            kept.append(one)
    yield from kept


def _but_limb(one: Found) -> tuple[object, ...]:
    """What makes two findings one, apart from the limb. Paragraphs count only where outcomes differ."""
    return one.article and one.article.name, one.outcome, one.about.states, one.about.applicants


def _value(one: Found, others: Sequence[Found]) -> dict[str, Value]:
    article = one.article or Article("")
    value: dict[str, Value] = {"article": article.name, "outcome": one.outcome}
    if one.about.limb:
        value["limb"] = one.about.limb
    if one.about.states:
        value["states"] = list(one.about.states)
    if one.about.applicants:
        nb, en = one.about.applicants
        value["applicants"] = {"nb": nb, "en": en}
    if article.paragraphs and any(_differs_by_paragraph(one, other) for other in others):
        value["note"] = f"artikkel {article.name} nr. {' og '.join(article.paragraphs)}"
    return value


def _differs_by_paragraph(one: Found, other: Found) -> bool:
    """Whether only their paragraphs tell two findings of different outcome apart."""
    same = one.article and other.article and one.article.name == other.article.name and one.about == other.about
    return bool(same) and one.outcome != other.outcome
