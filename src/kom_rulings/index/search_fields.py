"""The fields of the query language: their names in both languages, and how a typed value is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kom_rulings.index.analysis import folded, plain_name
from kom_rulings.index.provision_names import read_provision
from kom_rulings.index.ranges import read_dates, read_lengths, read_money
from kom_rulings.index.tree import FieldName
from kom_rulings.references import find_references

#: Values and the bounds of a range; ``None`` where the text is no value of the field.
Reading = tuple[tuple[str, ...], int | None, int | None]

_YES_NO: Final = {"ja": "yes", "yes": "yes", "nei": "no", "no": "no", "ukjent": "unknown", "unknown": "unknown"}
#: What people call the codes in the records; any beginning of three letters or more will do.
_NAMES: Final[Mapping[str, Mapping[str, Sequence[str]]]] = {
    "kind": {
        "criminal": ("straff", "straffesak", "criminal"),
        "immigration": ("utlending", "utlendingssak", "innvandring", "immigration"),
        "echr": ("emd", "emd-sak", "ecthr", "echr"),
    },
    "instance": {
        "tingrett": ("tingrett", "byrett", "herredsrett", "district court"),
        "lagmannsrett": ("lagmannsrett", "court of appeal"),
        "hoyesterett": ("høyesterett", "høgsterett", "supreme court"),
        "ankeutvalg": ("ankeutvalg", "appeals selection committee"),
        "udi": ("udi", "utlendingsdirektoratet"),
        "une": ("une", "utlendingsnemnda", "immigration appeals board"),
        "echr_committee": ("komité", "committee"),
        "echr_chamber": ("kammer", "chamber"),
        "echr_plenary": ("plenum", "plenary"),
        "echr_grand_chamber": ("storkammer", "grand chamber"),
        "unknown": ("ukjent", "unknown"),
    },
    "exploitation": {
        "sexual": ("prostitusjon", "seksuell", "seksuelle ytelser", "sexual", "prostitution"),
        "forced_labour": ("tvangsarbeid", "arbeid", "forced labour", "forced labor", "labour"),
        "forced_services": ("tvangstjenester", "tvangstenester", "tjenester", "forced services", "services"),
        "begging": ("tigging", "begging"),
        "crime": ("kriminalitet", "tyveri", "vinning", "crime", "theft"),
        "war_service": ("krigstjeneste", "krigsteneste", "war service"),
        "organ_removal": ("organ", "organer", "organs", "fjerning av organer", "removal of organs"),
        "unknown": ("ukjent", "unknown"),
    },
    "minors": {},
    "final": {},
    "outcome": {
        "convicted": ("domfelt", "domfellelse", "dømt", "fellende", "convicted", "conviction"),
        "acquitted": ("frifunnet", "frifinnelse", "frifunnen", "frifinning", "acquitted", "acquittal"),
        "upheld": ("forkastet", "anken forkastet", "upheld", "appeal dismissed"),
        "sentence_changed": ("straffen endret", "endret straff", "sentence changed"),
        "set_aside": ("opphevet", "oppheva", "set aside"),
        "appeal_not_admitted": ("ikke tillatt fremmet", "anke nektet", "appeal not admitted", "leave refused"),
        "appeal_withdrawn": ("anken trukket", "trukket", "appeal withdrawn", "withdrawn"),
        "not_on_guilt": ("ikke skyldspørsmål", "not on guilt"),
        "granted": ("innvilget", "innvilga", "medhold", "granted"),
        "rejected": ("avslag", "avslått", "rejected", "rejection"),
        "valid": ("gyldig", "valid"),
        "invalid": ("ugyldig", "invalid"),
        "dismissed": ("saken avvist", "avvist", "dismissed"),
        "inadmissible": ("klagen avvist", "avvist", "inadmissible"),
        "violation": ("krenkelse", "krenket", "krenking", "violation"),
        "no_violation": ("ikke krenkelse", "ingen krenkelse", "ikkje krenking", "no violation"),
        "struck_out": ("strøket", "stroken", "struck out"),
        "not_on_merits": ("ikke realitet", "not on merits"),
        "unknown": ("ukjent", "unknown"),
    },
    "permit": {
        "reflection_first": ("refleksjonsperiode", "reflection period"),
        "reflection_second": ("begrenset oppholdstillatelse", "refleksjonsperiode annet ledd", "limited"),
        "witness": ("vitne", "witness"),
        "protection": ("beskyttelse", "asyl", "vern", "protection", "asylum"),
        "humanitarian": ("humanitært", "sterke menneskelige hensyn", "humanitarian"),
        "dublin": ("dublin",),
        "unknown": ("ukjent", "unknown"),
    },
}  # fmt: skip
_SHORTEST_BEGINNING: Final = 3


@dataclass(frozen=True)
class SearchField:
    """A field: its key, its names (bokmål first, then English, then others), and how a value is read.

    A field with ``text`` is no filter: what stands behind it is searched there only.
    """

    key: str
    names: tuple[str, ...]
    read: Callable[[str], Reading | None] | None = None
    text: FieldName | None = None


def _coded(key: str) -> Callable[[str], Reading | None]:
    """Reads the names of codes; several codes may share a beginning."""
    names = [(folded(name), code) for code, some in _NAMES[key].items() for name in some]
    names += [(folded(name), code) for name, code in _YES_NO.items()] if not names else []

    def read(typed: str) -> Reading | None:
        wanted = " ".join(folded(typed).split())
        codes = [code for name, code in names if name == wanted] or [
            code for name, code in names if len(wanted) >= _SHORTEST_BEGINNING and name.startswith(wanted)
        ]
        return (tuple(dict.fromkeys(codes)), None, None) if codes else None

    return read


def _named(typed: str) -> Reading | None:
    """A name of a court or a country, matched by its words; behind “=” the whole name."""
    wanted = plain_name(typed)
    exactly = "=" if typed.lstrip().startswith("=") else ""
    return ((exactly + wanted,), None, None) if wanted else None


def _law(typed: str) -> Reading | None:
    return ((typed,), None, None) if read_provision(typed) else None


def _article(typed: str) -> Reading | None:
    number = typed.strip().upper().removeprefix("ARTIKKEL").removeprefix("ARTICLE").strip(" .")
    return ((number,), None, None) if number else None


def _reference(typed: str) -> Reading | None:
    found = find_references(typed, typed=True)
    return ((found[0].reference.text,), None, None) if found else None


def _range(read: Callable[[str], tuple[int | None, int | None] | None]) -> Callable[[str], Reading | None]:
    def reading(typed: str) -> Reading | None:
        bounds = read(typed)
        return ((), *bounds) if bounds else None

    return reading


SEARCH_FIELDS: Final = (
    SearchField("kind", ("type", "kind", "sakstype"), _coded("kind")),
    SearchField("court", ("domstol", "court", "rett"), _named),
    SearchField("instance", ("instans", "instance"), _coded("instance")),
    SearchField("date", ("år", "year"), _range(read_dates)),
    SearchField("date", ("dato", "date"), _range(read_dates)),
    SearchField("law", ("lov", "law", "paragraf", "bestemmelse", "provision"), _law),
    SearchField("article", ("artikkel", "article", "art"), _article),
    SearchField("exploitation", ("utnyttelse", "exploitation", "utnytting"), _coded("exploitation")),
    SearchField("country", ("land", "country"), _named),
    SearchField("minors", ("mindreårige", "minors", "mindreårig", "mindreårege"), _coded("minors")),
    SearchField("final", ("rettskraftig", "final"), _coded("final")),
    SearchField("outcome", ("utfall", "outcome", "resultat", "result"), _coded("outcome")),
    SearchField("sentence", ("straff", "sentence"), _range(read_lengths)),
    SearchField("redress", ("oppreisning", "redress", "oppreising"), _range(read_money)),
    SearchField("state", ("stat", "state", "respondent"), _named),
    SearchField("permit", ("tillatelse", "permit", "løyve"), _coded("permit")),
    SearchField("cites", ("siterer", "cites"), _reference),
    SearchField("reference", ("referanse", "reference", "ref"), _reference),
    SearchField("title", ("tittel", "title"), text="title"),
    SearchField("keywords", ("stikkord", "keywords"), text="keywords"),
    SearchField("summary", ("sammendrag", "summary", "samandrag"), text="summary"),
    SearchField("text", ("tekst", "text", "fulltekst"), text="text"),
)


def code_name(key: str, code: str) -> str:
    """The first name of a code, as it is typed; the code itself where it has no other name."""
    names = _NAMES.get(key)
    if names == {}:
        return next(name for name, one in _YES_NO.items() if one == code)
    return names[code][0] if names and code in names else code


FIELD_OF: Final[Mapping[str, SearchField]] = {
    folded(name): search_field for search_field in SEARCH_FIELDS for name in search_field.names
}
