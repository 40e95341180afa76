"""Whose nationality a text tells plainly; a country that somebody passed through or is sent to is not one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from kom_rulings.records.tables import Tables

#: Adjectives, as they begin: nigeriansk, nigerianske, nigerianskt.
_ADJECTIVES: Final[Mapping[str, str]] = {
    "afghansk": "AF", "albansk": "AL", "algerisk": "DZ", "angolansk": "AO", "armensk": "AM", "aserbajdsjansk": "AZ",
    "bangladeshisk": "BD", "beninsk": "BJ", "boliviansk": "BO", "bosnisk": "BA", "brasiliansk": "BR",
    "bulgarsk": "BG", "burundisk": "BI", "chilensk": "CL", "colombiansk": "CO", "cubansk": "CU", "egyptisk": "EG",
    "eritreisk": "ER", "estisk": "EE", "etiopisk": "ET", "filippinsk": "PH", "gambisk": "GM", "georgisk": "GE",
    "ghanesisk": "GH", "ghanansk": "GH", "gresk": "GR", "guineansk": "GN", "hviterussisk": "BY", "belarusisk": "BY",
    "indisk": "IN", "indonesisk": "ID", "irakisk": "IQ", "iransk": "IR", "italiensk": "IT", "ivoriansk": "CI",
    "jemenittisk": "YE", "jordansk": "JO", "kamerunsk": "CM", "kasakhstansk": "KZ", "kenyansk": "KE",
    "kinesisk": "CN", "kirgisisk": "KG", "kongolesisk": "CD", "kosovoalbansk": "XK", "kosovarsk": "XK",
    "latvisk": "LV", "libanesisk": "LB", "liberisk": "LR", "libysk": "LY", "litauisk": "LT", "makedonsk": "MK",
    "malisk": "ML", "marokkansk": "MA", "meksikansk": "MX", "moldovsk": "MD", "mongolsk": "MN", "montenegrinsk": "ME",
    "nepalsk": "NP", "nigeriansk": "NG", "nigerisk": "NE", "pakistansk": "PK", "peruansk": "PE", "polsk": "PL",
    "portugisisk": "PT", "rumensk": "RO", "russisk": "RU", "rwandisk": "RW", "senegalesisk": "SN", "serbisk": "RS",
    "sierraleonsk": "SL", "slovakisk": "SK", "somalisk": "SO", "spansk": "ES", "srilankisk": "LK", "sudansk": "SD",
    "surinamsk": "SR", "syrisk": "SY", "tadsjikisk": "TJ", "tanzaniansk": "TZ", "thailandsk": "TH", "thai": "TH",
    "togolesisk": "TG", "tsjekkisk": "CZ", "tunisisk": "TN", "tyrkisk": "TR", "ugandisk": "UG", "ukrainsk": "UA",
    "ungarsk": "HU", "usbekisk": "UZ", "venezuelansk": "VE", "vietnamesisk": "VN", "zambisk": "ZM", "zimbabwisk": "ZW",
}  # fmt: skip
#: Names beside those of the table of countries.
_MORE_NAMES: Final[Mapping[str, str]] = {
    "Den demokratiske republikken Kongo": "CD", "Den demokratiske republikk Kongo": "CD", "DR Kongo": "CD",
    "Kongo (DRC)": "CD", "Nord-Makedonia": "MK", "Makedonia": "MK", "Bosnia og Hercegovina": "BA", "Rumenia": "RO",
    "Viet Nam": "VN", "Kviterussland": "BY",
}  # fmt: skip
_PERSON = (
    r"(?:kvinne[nrs]?|kvinner|dame|mann(?:en)?|menn|jente[nr]?|jenta|gutt(?:en|er)?|gut(?:en)?|person(?:en)?|borger(?:en)?|borgar(?:en)?|"
    r"statsborger(?:en)?|statsborgar(?:en)?|asylsøker(?:en)?|asylsøkjar(?:en)?|søker(?:en)?|søkjar(?:en)?|klager(?:en)?|klagar(?:en)?|"
    r"familie(?:n)?|mor(?:en)?|mora|1[0-7]-åring|offer|utlending(?:en)?|par|ektepar)"
)
_OLD = r"(?:, | som | )?(?:(?:er |var )?(?:nå )?\d{1,2} år(?: gammel| gamal)?(?:, | )?)?"
_COMES = (
    r"(?:er (?:opprinnelig )?|kom(?:mer|mer opprinnelig|mer opphavleg)? |kjem |opprinnelig |opphavleg |stammer |var )?"
)
_SUBJECT = r"(?:Klageren|Klagaren|Søkeren|Søkjaren|Hun|Han|Ho|A)"
_NATION_OF: Final = (
    r"{person}{old}{comes}\(?(?:fra|frå) (?:byen [A-ZÆØÅ]\w+ i )?{country}",
    r"(?:stats)?borg[ea]r(?:en)? av {country}",
    r"\b{subject} (?:er|var|kommer|kom|kjem) (?:opprinnelig |opphavleg )?(?:fra|frå) {country}",
    r"(?:hjemland(?:et)?|heimland(?:et)?|opprinnelsesland(?:et)?)[,:]? (?:er )?{country}",
    r"{adjective}\w{{0,2}} (?:og \w+ )?(?:\w+ )?{person}",
    r"\b(?:er|var) {adjective}\b(?! (?:myndighet|lov|rett|politi))(?=[.,;\n]|\s+og\b|\s*$)",
)
_ONLY_NORWAY: Final = frozenset({"NO", "SJ", "BV"})

#: Texts and the nationality that they tell, as a table that the tests walk; empty where they tell none or several.
EXAMPLES: Final[tuple[tuple[str, str], ...]] = (
    ("En kvinne fra Nigeria", "NG"),
    ("Klageren er en kvinne fra Nigeria.", "NG"),
    ("En nigeriansk kvinne", "NG"),
    ("nigerianske kvinner", "NG"),
    ("Ei kvinne frå Albania søkte om vern.", "AL"),
    ("Ho er nigeriansk borgar.", "NG"),
    ("Klagaren er ein mann frå Viet Nam", "VN"),
    ("En ung vietnamesisk mann", "VN"),
    ("En 17 år gammel jente fra Guinea", "GN"),
    ("Jente, 16 år, fra Filippinene", "PH"),
    ("Klageren er statsborger av Moldova.", "MD"),
    ("Søkeren er rumensk statsborger.", "RO"),
    ("Russisk borger fra Tsjetsjenia", "RU"),
    ("En mann opprinnelig fra Etiopia", "ET"),
    ("Mannen kommer fra Kina.", "CN"),
    ("Klageren er fra Den demokratiske republikken Kongo.", "CD"),
    ("Hjemlandet er Ghana.", "GH"),
    ("Klageren er albansk.", "AL"),
    ("En kvinne fra Niger", "NE"),
    ("En kvinne fra Nigeria kom til Norge via Italia.", "NG"),
    ("Dublin. Retur til Italia.", ""),
    ("Hun hadde oppholdt seg i Hellas og Italia.", ""),
    ("Hun har italiensk oppholdstillatelse.", ""),
    ("Nigerianske myndigheter kan gi hjelp.", ""),
    ("Klageren reiste fra Libya til Italia.", ""),
    ("Bakmannen var fra Ghana.", ""),
    ("En kvinne fra Nigeria ble utnyttet av en mann fra Ghana.", ""),
    ("En ghanesisk bakmann", ""),
    ("En kvinne giftet seg med en norsk mann.", ""),
    ("Hun snakker spansk.", ""),
    ("Svensk politi fant en kvinne fra Thailand.", "TH"),
)


class Told(NamedTuple):
    """The code of a country, and the words that tell it."""

    country: str
    said: str


def nationality_in(text: str, tables: Tables) -> Told | None:
    """The one nationality that a text tells of a person; ``None`` where it tells none, or several."""
    found = list(_told(text, tables))
    return found[0] if len({one.country for one in found}) == 1 else None


def country_named(value: str, tables: Tables) -> str | None:
    """The code of the country that a label gives, by its name or as an adjective; what brackets add is left."""
    plain = re.sub(r"\s*\([^)]*\)\s*$", "", value).strip(" .")
    word = plain.split(" ")[0].lower()
    adjective = next((word[: len(word) - n] for n in (0, 1, 2) if word[: len(word) - n] in _ADJECTIVES), "")
    return tables.country_code(plain) or _codes(tables).get(plain.casefold()) or _ADJECTIVES.get(adjective)


def _told(text: str, tables: Tables) -> Iterator[Told]:
    codes = _codes(tables)
    for match in _pattern(tuple(codes)).finditer(text):
        word = next(found for found in match.groupdict().values() if found).casefold()
        code = codes.get(word) or _ADJECTIVES[word]
        if code not in _ONLY_NORWAY:
            yield Told(code, match[0])


def _codes(tables: Tables) -> Mapping[str, str]:
    """Every Norwegian name of a country in small letters, with its code."""
    rows = {code: (row.nb, *row.examples) for code, row in tables.countries.items()}
    named = {name.casefold(): code for code, names in rows.items() for name in names}
    return named | {name.casefold(): code for name, code in _MORE_NAMES.items()}


@lru_cache(maxsize=4)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    country = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    adjective = "|".join(sorted(_ADJECTIVES, key=len, reverse=True))
    patterns = []
    for n, pattern in enumerate(_NATION_OF):
        filled = pattern.format(
            person=_PERSON,
            subject=_SUBJECT,
            old=_OLD,
            comes=_COMES,
            country=rf"(?P<country{n}>{country})(?![\w-])",
            adjective=rf"(?P<adjective{n}>{adjective})",
        )
        patterns.append(rf"(?:(?<![\w-]){filled})")
    return re.compile("|".join(patterns), re.IGNORECASE)
