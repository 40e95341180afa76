"""What was asked for in an immigration case: permits from the provisions and the words of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from kom_rulings.dates import PartialDate
from kom_rulings.records.immigration import Permit
from kom_rulings.sources.immigration.clauses import sentences
from kom_rulings.sources.immigration.provisions import Named, provisions_in

#: The order in which permits are named: what the record calls most particular goes first.
ORDER: Final[tuple[Permit, ...]] = (
    "reflection_first", "reflection_second", "witness", "protection", "humanitarian", "dublin",
)  # fmt: skip
_OF_PROVISION: Final[tuple[tuple[str, Permit], ...]] = (
    ("utf. § 8-3 første ledd", "reflection_first"),
    ("utf. § 8-3 annet ledd", "reflection_second"),
    ("utf. § 8-4", "witness"),
    ("utl. § 28", "protection"),
    ("utl. § 38", "humanitarian"),
    ("utl. § 32", "dublin"),
    ("utl. 1988 § 8 annet ledd", "humanitarian"),
    ("utl. 1988 § 15", "protection"),
    ("utl. 1988 § 16", "protection"),
    ("utl. 1988 § 17", "protection"),
    ("utf. 1990 § 21", "humanitarian"),
)
#: Between utl. § 38 and a provision of the regulations that rests on it: there it is no ground of its own.
_BASIS_OF = re.compile(r"\s*,?\s*\(?jfr?\.?\s*", re.IGNORECASE)
_RESTS_ON_38 = re.compile(r"utf\. § 8-[34]")

_PROTECTION: Final = (
    r"asyl(?!mottak|søk|intervju|nemnd|avdeling)\w*|(?:internasjonal )?beskyttelse|flyktninge?status|"
    r"status som flyktning|"
    r"vern(?= |[.,;]|$)"
)
_AFTERWARDS: Final = (
    r"(?:begrenset|avgrensa|ettårig|eittårig) (?:midlertidig |mellombels )?(?:arbeids- og )?"
    r"(?:(?:oppholds)?tillatelse|opphaldsløyve|løyve)|"
    r"(?:tillatelse|løyve) (?:etter|utover) (?:endt |avsluttet |avslutta )?refleksjonsperiode"
)
_HUMANITARIAN = r"humanit[æe]rt? grunnlag|humanit[æe]re grunner|sterke menneskelige hensyn|sterke menneskelege omsyn"
_NAMES: Final[tuple[tuple[Permit, str], ...]] = (
    ("reflection_first", r"refleksjonsperiode|refleksjonstid"),
    ("reflection_second", _AFTERWARDS),
    ("witness", r"vitnebestemmelsen?|vitneføresegn\w*|(?:opphold|opphald)\w* (?:som|til|for) vitner?|vitneopphold\w*"),
    ("protection", _PROTECTION),
    ("humanitarian", rf"{_HUMANITARIAN}|ot[-/ ]hum\b|opphold på humanit\w+"),
    ("dublin", r"Dublin(?!-?(?:fri|by))\w*"),
)  # fmt: skip
_NAMED = re.compile("|".join(f"(?P<{name}>(?<![\\w-])(?:{words}))" for name, words in reversed(_NAMES)), re.IGNORECASE)
#: What was had before is not what is asked for now.
_BEFORE = re.compile(
    r"(?:tidligere|tidlegare|hadde (?:hun|han|ho|klageren|fått|hatt)|har hatt|etter (?:endt|"
    r"avsluttet|avslutta|utløpet av)|"
    r"utløp av|under|hatt|forrige|førre|fikk i|opprinnelig)\b[^.]{0,25}$",
    re.IGNORECASE,
)
#: In running text a word tells what was asked for only where something is asked, refused or given.
_ASKED = re.compile(
    r"(?:søk(?:te|nad|er|jer|nader)\w*|klage\w*|anmod\w+|oppmod\w+|begjær\w+|avslag\w*|avslo|avslått|"
    r"nekt\w+|innvilg\w+|"
    r"gi(?:tt|s|r)?|gav?|rett til|krav på|vilkår\w*|grunnlag for|vurder\w*|gjelder|gjeld|gjaldt|spørsmål\w*)\b",
    re.IGNORECASE,
)

#: Texts and the permits that they speak of, as tables that the tests walk: headings and labels, and running text.
EXAMPLES: Final[tuple[tuple[str, tuple[Permit, ...]], ...]] = (
    ("Refleksjonsperiode", ("reflection_first",)),
    ("Avslag på refleksjonsperiode", ("reflection_first",)),
    ("utlendingsforskriften § 8-3 første ledd", ("reflection_first",)),
    ("Utlendingsforskriften § 8-3 annet ledd", ("reflection_second",)),
    ("utlendingsforskrifta § 8-3 andre ledd", ("reflection_second",)),
    ("utlendingsforskriften § 8-3", ()),
    ("Begrenset oppholdstillatelse etter endt refleksjonsperiode", ("reflection_second",)),
    ("Tillatelse etter avsluttet refleksjonsperiode", ("reflection_second",)),
    ("Ettårig tillatelse", ("reflection_second",)),
    ("utf. § 8-4", ("witness",)),
    ("utf. § 8-4 annet ledd", ("witness",)),
    ("Vitnebestemmelsen", ("witness",)),
    ("Oppholdstillatelse som vitne", ("witness",)),
    ("utl. § 28 første ledd bokstav a", ("protection",)),
    ("Beskyttelse", ("protection",)),
    ("Asyl", ("protection",)),
    ("Flyktningstatus", ("protection",)),
    ("Asylmottak", ()),
    ("Humanitært grunnlag", ("humanitarian",)),
    ("Opphald på humanitært grunnlag", ("humanitarian",)),
    ("Sterke menneskelige hensyn", ("humanitarian",)),
    ("sterke menneskelege omsyn", ("humanitarian",)),
    ("Beskyttelse(Asyl)/ot-hum", ("protection", "humanitarian")),
    ("utlendingsloven §§ 28 og 38", ("protection", "humanitarian")),
    ("utl. § 38 første ledd, jf. utf. § 8-3 første ledd", ("reflection_first",)),
    ("utl. § 38, jf. utf. § 8-4", ("witness",)),
    ("utl. §§ 28 og 38; utf. § 8-4", ("witness", "protection", "humanitarian")),
    ("Vern", ("protection",)),
    ("Barnevern", ()),
    ("Dublin", ("dublin",)),
    ("Dublin III-forordningen", ("dublin",)),
    ("utlendingsloven § 32 første ledd bokstav b", ("dublin",)),
    ("utlendingsloven av 1988 § 8 annet ledd", ("humanitarian",)),
    ("utlendingsloven av 1988 § 15 første ledd", ("protection",)),
    ("Utvisning", ()),
)  # fmt: skip
RUNNING_EXAMPLES: Final[tuple[tuple[str, tuple[Permit, ...]], ...]] = (
    ("Klageren søkte om refleksjonsperiode.", ("reflection_first",)),
    ("UDI avslo søknaden om asyl og opphold på humanitært grunnlag.", ("protection", "humanitarian")),
    ("Ho søkte om asyl i Noreg.", ("protection",)),
    ("Hun hadde tidligere hatt refleksjonsperiode.", ()),
    ("Etter endt refleksjonsperiode søkte hun om beskyttelse.", ("protection",)),
    ("Hun bodde på et asylmottak.", ()),
    ("Myndighetene i landet kan gi ofre hjelp.", ()),
    ("Nemnda vurderte om det var grunnlag for å gi opphold, jf. utl. § 38.", ("humanitarian",)),
)


class Asked(NamedTuple):
    """A permit, and the words that it was read from."""

    permit: Permit
    said: str


def permits_in(text: str, date: PartialDate | None = None) -> list[Asked]:
    """The permits that a heading or a label names."""
    return _ordered([*_of_provisions(text, date), *_of_names(text)])


def permits_asked_for(text: str, date: PartialDate | None = None) -> list[Asked]:
    """The permits that running text speaks of as asked for."""
    found = []
    for sentence in sentences(text):
        if _ASKED.search(sentence):
            found += [*_of_provisions(sentence, date), *_of_names(sentence)]
    return _ordered(found)


def _of_provisions(text: str, date: PartialDate | None) -> Iterator[Asked]:
    named = provisions_in(text, date)
    for one, following in zip_longest(named, named[1:]):
        for provision, permit in _OF_PROVISION:
            own = one.provision == provision or one.provision.startswith(f"{provision} ")
            if own and not (permit == "humanitarian" and following and _is_basis(text, one, following)):
                yield Asked(permit, one.provision)


def _is_basis(text: str, one: Named, following: Named) -> bool:
    between = text[one.end : following.start]
    return bool(_RESTS_ON_38.match(following.provision)) and bool(_BASIS_OF.fullmatch(between))


def _of_names(text: str) -> Iterator[Asked]:
    for match in _NAMED.finditer(text):
        if not _BEFORE.search(text[: match.start()]):
            yield Asked(match.lastgroup, match[0])  # type: ignore[arg-type]


def _ordered(found: Sequence[Asked]) -> list[Asked]:
    """Each permit once, with the first words that tell it."""
    first = {one.permit: one for one in reversed(found)}
    return [first[permit] for permit in ORDER if permit in first]
