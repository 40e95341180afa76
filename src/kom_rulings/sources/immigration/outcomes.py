"""What a decision in an immigration case gives, read from its sentences, with what they deny.

A sentence counts where the body whose decision it is decides in it: that the Directorate refused an application says
nothing of the Board, and what a party claims, a rule allows or a condition supposes is no result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from kom_rulings.records.case import Instance
from kom_rulings.records.immigration import ImmigrationOutcome as Outcome
from kom_rulings.sources.immigration.clauses import Clause, deciding, sentences

#: How far to read: only turns that decide wherever they stand; all others too where the body is named; or all.
Reach = Literal["sure", "named", "all"]

_BOARDS: Final = frozenset({"udi", "une"})
_DENIAL = re.compile(
    r"\b(?:ikke|ikkje|verken|hverken|korkje|ingen|inga|intet|aldri|nekt(?:et|a|er|e)|uten å|utan å)\b", re.IGNORECASE
)
_EARLIER = re.compile(
    r"\b(?:tidligere|tidlegare|opprinnelig\w*|først|i forkant|da hun|da han|"
    r"hadde (?:\w+ )?(?:fått|blitt|hatt))\b",
    re.IGNORECASE,
)
_CASE = r"(?:klag(?:en|a|ene)|anmodning(?:en|a)|oppmoding(?:a|en)|begjæring(?:en|a)|søknad(?:en)|omgjørings\w+)"
_IS = r"(?:ble|blei|vart|blir|er|var)"
_STAY = (
    r"(?:flyktning\w*|asyl\w*|beskyttelse|vern|opphold\w*|opphald\w*|refleksjonsperiode\w*|"
    r"(?:arbeids)?tillatelse\w*|løyve)"
)
_DECISION = r"(?:vedtak|avslag|avgjørelse|beslutning)\w*"
#: What stands alone at the beginning, and is not denied behind it: “medhold ble ikke gitt”.
_NOT_DENIED = r"(?!.*\b(?:ikke|ikkje|nekt\w*|avsl\w*)\b)"
_UPHOLD = r"(?:opprettholdt|opprettheldt|opprettholder|opprettheld|oppretthalde|stadfest\w*|fastholdt|fastheldt)"


class _Rule(NamedTuple):
    """A turn of phrase, what it means, what its denial means, and whether it decides wherever it stands."""

    pattern: re.Pattern[str]
    said: Outcome | None
    denied: Outcome | None
    sure: bool


def _rule(pattern: str, said: Outcome | None, denied: Outcome | None, *, sure: bool = False) -> _Rule:
    return _Rule(re.compile(pattern, re.IGNORECASE), said, denied, sure)


_OF_BOARDS: Final = (
    _rule(r"\btil (?:følge|følgje)\b", "granted", "rejected", sure=True),
    _rule(r"\bfør(?:te?|de|er) (?:\w+ )?(?:fram|frem)\b", "granted", "rejected", sure=True),
    _rule(rf"\b(?:omgjorde|gjorde om)\b.*?\b{_DECISION}", "granted", "rejected", sure=True),
    _rule(rf"\b{_DECISION} {_IS} (?:\w+ )?(?:omgjort|omgjord|gjort om)", "granted", "rejected", sure=True),
    _rule(r"\b(?:ikke|ikkje|nekt\w+) (?:å )?(?:omgjøre|omgjere|gjøre om)\b", None, "rejected", sure=True),
    _rule(r"\b(?:fikk|fekk|gav?|gitt|gis) (?:\w+ ){0,2}?(?:medhold|medhald)\b", "granted", "rejected", sure=True),
    _rule(rf"\b{_UPHOLD}\b(?: ikke| ikkje)?", "rejected", None, sure=True),
    _rule(r"\brealitets(?:behand|handsam)\w*", None, "not_on_merits", sure=True),
    _rule(rf"\b{_CASE} (?:\w+ ){{0,3}}?(?:avvist|avvises|avvisast)\b|\bavviste {_CASE}", "dismissed", None, sure=True),
    _rule(r"^\s*(?:endelig )?avslag\b", "rejected", None),
    _rule(r"\b(?:avslått|avslo|avslår|avslås|avslegen)\b(?: ikke| ikkje)?", "rejected", None),
    _rule(r"\bomgj[øe]ring\w* (?:\w+ )?(?:nekt\w+)", None, "rejected"),
    _rule(rf"^\s*(?:ikke |ikkje )?(?:innvilg\w+|medh[oa]ld|omgjøring|omgjort)\b{_NOT_DENIED}", "granted", "rejected"),
    _rule(rf"\b(?:innvilg\w+|gav?|gitt|gis|fikk|fekk|fått)\b (?:\w+ ){{0,6}}?{_STAY}", "granted", "rejected"),
    _rule(rf"\b{_STAY} (?:{_IS} )?(?:\w+ )?(?:innvilg\w+|gitt)\b", "granted", "rejected"),
    _rule(r"\bsøknad\w* (?:\w+ ){0,2}?innvilg\w+", "granted", "rejected"),
    _rule(rf"\bgrunnlag for (?:\w+ ){{0,4}}?(?:{_STAY}|å gi|å innvilg\w*|(?:å )?omgj[øe]r\w+)", "granted", "rejected"),
    _rule(r"\bgrunnlag for (?:å )?(?:avsl|oppretth)\w+", None, "granted"),
    _rule(r"\b(?:vilkår|krav)(?:ene|et|a)?\b.*\b(?:oppfylt?|fylt|innfridd|til sta?des?)\b", "granted", "rejected"),
    _rule(r"\b(?:oppfyl|fyl)(?:te|ler|le|te)\b (?:\w+ ){0,3}?(?:vilkår|krav)\w*", "granted", "rejected"),
    _rule(rf"\b(?:hadde|har) (?:\w+ )?(?:krav på|rett til) (?:\w+ )?{_STAY}", "granted", "rejected"),
)  # fmt: skip
_OF_COURTS: Final = (
    _rule(r"\bugyldige?\b", "invalid", "valid"),
    _rule(r"\bgyldige?\b", "valid", "invalid"),
    _rule(r"\bstaten\b.*\b(?:frifinnes|frifunnet|frifinnast|frifunnen|frikjen\w+)", "valid", "invalid"),
    _rule(r"\bopphevet (?:\w+ )?vedtak\w*|\bvedtak\w* (?:\w+ )?(?:oppheves|opphevet|oppheva)\b", "invalid", None),
    _rule(r"\b(?:søksmålet|saken|saka) (?:\w+ )?(?:avvises|avvist|heves|hevet)\b", "dismissed", None),
)  # fmt: skip

#: What sentences say of the decision of a body, as a table that the tests walk; empty where they decide nothing.
EXAMPLES: Final[tuple[tuple[Instance, str, Outcome | None], ...]] = (
    ("une", "Klagen ble tatt til følge.", "granted"),
    ("une", "Klagen ble ikke tatt til følge.", "rejected"),
    ("une", "Anmodningen om omgjøring tas ikke til følge. Enstemmig.", "rejected"),
    ("une", "Begjæringen ble enstemmig tatt til følge.", "granted"),
    ("une", "Klaga vart ikkje teken til følgje.", "rejected"),
    ("une", "Oppmodinga vart teken til følgje.", "granted"),
    ("une", "Klagen førte fram.", "granted"),
    ("une", "Klagen førte ikke frem.", "rejected"),
    ("une", "Klagen har verken ført fram eller blitt tatt til følge.", "rejected"),
    ("une", "UNE omgjorde vedtaket.", "granted"),
    ("une", "UNE omgjorde ikke UDIs vedtak.", "rejected"),
    ("une", "Nemnda omgjorde UDIs avslag og innvilget opphold på humanitært grunnlag.", "granted"),
    ("une", "UNE nektet å omgjøre vedtaket.", "rejected"),
    ("une", "Vedtaket ble ikke omgjort.", "rejected"),
    ("une", "Vedtaket vart omgjort av nemnda.", "granted"),
    ("une", "UNE opprettholdt avslaget.", "rejected"),
    ("une", "Nemnda stadfestet UDIs vedtak.", "rejected"),
    ("une", "Nemnda opprettheldt avslaget frå UDI.", "rejected"),
    ("une", "Klageren fikk medhold.", "granted"),
    ("une", "Klageren fikk ikke medhold i klagen.", "rejected"),
    ("une", "UNE avviste klagen fordi den kom for sent.", "dismissed"),
    ("une", "Klagen ble avvist.", "dismissed"),
    ("une", "Søknaden ble ikke tatt til realitetsbehandling.", "not_on_merits"),
    ("une", "Søknaden skulle ikke realitetsbehandles i Norge.", "not_on_merits"),
    ("une", "UNE kom til at det ikke var grunnlag for å gi refleksjonsperiode.", "rejected"),
    ("une", "Det var ikke grunnlag for oppholdstillatelse på humanitært grunnlag.", "rejected"),
    ("une", "Det var ikke grunnlag for å opprettholde avslaget.", "granted"),
    ("une", "Det er grunnlag for å gi oppholdstillatelse.", "granted"),
    ("une", "Vilkårene for beskyttelse var ikke oppfylt.", "rejected"),
    ("une", "Nemnda fant at vilkårene for refleksjonsperiode var oppfylt.", "granted"),
    ("une", "Klageren oppfylte ikke vilkårene i utlendingsforskriften § 8-3 første ledd.", "rejected"),
    ("une", "Klageren hadde ikke rett til beskyttelse.", "rejected"),
    ("une", "Innvilget", "granted"),
    ("une", "Avslag", "rejected"),
    ("une", "Medhold", "granted"),
    ("une", "Ikke medhold", "rejected"),
    ("une", "UNE ga henne oppholdstillatelse.", "granted"),
    ("une", "UDI avslo søknaden, men UNE omgjorde vedtaket.", "granted"),
    ("une", "UDI innvilget oppholdstillatelse.", None),
    ("une", "Utlendingsdirektoratet (UDI) avslo søknaden.", None),
    ("une", "UDI la til grunn at vilkårene ikke var oppfylt.", None),
    ("une", "Klageren anførte at vilkårene for refleksjonsperiode var oppfylt.", None),
    ("une", "Hun mente at UDI tok feil, og at det var grunnlag for beskyttelse.", None),
    ("une", "Dersom klagen tas til følge, kan hun få opphold.", None),
    ("une", "Det kan gis oppholdstillatelse når sterke menneskelige hensyn tilsier det.", None),
    ("une", "UNE vurderte om vilkårene var oppfylt.", None),
    ("une", "Hun hadde tidligere fått innvilget refleksjonsperiode.", None),
    ("une", "Mindretallet ville ta klagen til følge.", None),
    ("une", "Flertallet kom til at klagen ikke kunne tas til følge, mens mindretallet ville omgjøre.", "rejected"),
    ("une", "Klagen ble, i likhet med den forrige, ikke tatt til følge.", "rejected"),
    ("une", "Selv om hun ikke ble trodd på alle punkter, ble klagen tatt til følge.", "granted"),
    ("une", "Klagen ble delvis tatt til følge.", None),
    ("une", "Omgjøring ble nektet.", "rejected"),
    ("une", "Medhold ble ikke gitt.", None),
    ("une", "Avslaget ble ikke opprettholdt.", None),
    ("une", "Nemnda gjorde om vedtaket.", "granted"),
    ("une", "Hun krevde at klagen måtte tas til følge.", None),
    ("une", "Saken gjelder klage på avslag på beskyttelse.", None),
    ("udi", "Søknaden ble avslått.", "rejected"),
    ("udi", "UDI innvilget refleksjonsperiode i seks måneder.", "granted"),
    ("udi", "UNE omgjorde vedtaket.", None),
    ("lagmannsrett", "Lagmannsretten kom til at vedtaket var gyldig.", "valid"),
    ("lagmannsrett", "Vedtaket er ugyldig.", "invalid"),
    ("lagmannsrett", "Lagmannsretten fant ikke vedtaket ugyldig.", "valid"),
    ("lagmannsrett", "Verken tingretten eller lagmannsretten fant vedtaket ugyldig.", "valid"),
    ("lagmannsrett", "Tingretten kjente vedtaket ugyldig.", None),
    ("lagmannsrett", "Tingretten kjente vedtaket ugyldig, men lagmannsretten kom til at det var gyldig.", "valid"),
    ("lagmannsrett", "Lagmannsretten kom, i likhet med tingretten, til at staten måtte frifinnes.", "valid"),
    ("lagmannsrett", "Saken gjelder gyldigheten av Utlendingsnemndas vedtak.", None),
    ("lagmannsrett", "Anken forkastes.", None),
    ("tingrett", "Staten ved Utlendingsnemnda frifinnes.", "valid"),
    ("tingrett", "Utlendingsnemndas vedtak 3. mars 2011 kjennes ugyldig.", "invalid"),
    ("tingrett", "Saken avvises.", "dismissed"),
    ("tingrett", "Retten skal prøve om vedtaket er gyldig.", None),
    ("lagmannsrett", "Lagmannsretten er ikke enig i at vedtaket er ugyldig.", "valid"),
    ("hoyesterett", "Jeg stemmer for at vedtaket kjennes ugyldig.", "invalid"),
    ("hoyesterett", "Høyesterett kom til at vedtaket ikke var gyldig.", "invalid"),
    ("hoyesterett", "UNE fant at vedtaket var gyldig.", None),
)  # fmt: skip


class Said(NamedTuple):
    """An outcome and the sentence that tells it."""

    outcome: Outcome
    sentence: str


def outcomes_in(text: str, instance: Instance, reach: Reach) -> Iterator[Said]:
    """What the sentences of a text say of the decision of a body."""
    for sentence in sentences(text):
        for clause in deciding(sentence, instance):
            for outcome in _readings(clause, _OF_BOARDS if instance in _BOARDS else _OF_COURTS, reach):
                yield Said(outcome, sentence)


def agreed(said: Iterable[Said]) -> Said | None:
    """What all of them tell, with the last sentence; ``None`` where there is none or they differ.

    That an application was not examined on its merits says more than that the appeal failed.
    """
    found = list(said)
    outcomes = {one.outcome for one in found}
    if outcomes == {"rejected", "not_on_merits"}:
        return next(one for one in found if one.outcome == "not_on_merits")
    return found[-1] if len(outcomes) == 1 else None


def _readings(clause: Clause, rules: Iterable[_Rule], reach: Reach) -> Iterator[Outcome]:
    earlier = _EARLIER.search(clause.text)
    for rule in rules:
        read = rule.sure or (not earlier and (reach == "all" or (reach == "named" and clause.named)))
        match = rule.pattern.search(clause.text) if read else None
        if match:
            denials = len(_DENIAL.findall(clause.text, 0, match.end()))
            outcome = rule.denied if denials % 2 else rule.said
            if outcome is not None:
                yield outcome
            return
