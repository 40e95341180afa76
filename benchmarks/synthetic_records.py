"""The records of the synthetic cases: criminal cases with one ruling or two, as a person would write them."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from dice import Dice
from synthetic_references import court, instances, last_reference, reference, registered

from kom_rulings.records.schema import SCHEMA_LINE

#: Forms of exploitation, as often as they are found, in both languages.
_FORMS = {
    "sexual": (60, "prostitusjon", "prostitution"),
    "forced_labour": (15, "tvangsarbeid", "forced labour"),
    "begging": (8, "tigging", "begging"),
    "crime": (8, "tyveri", "theft"),
    "forced_services": (6, "tvangstjenester", "forced services"),
    "organ_removal": (2, "fjerning av organer", "removal of organs"),
    "war_service": (1, "krigstjeneste", "war service"),
}
_COUNTRIES = ("NG", "RO", "BG", "LT", "PK", "VN", "PH", "TH", "AL", "PL", "IN", "BR", "EE", "HU")
_KEYWORDS = (
    "sårbar situasjon",
    "misforhold mellom partene",
    "oppreisning",
    "straffutmåling",
    "inndragning",
    "bevisanke",
)
#: What the second ruling of a case does, by what the first did, as often as the list repeats it.
_APPEALS = {
    ("lagmannsrett", "convicted"): "upheld upheld upheld sentence_changed sentence_changed appeal_not_admitted "
    "convicted acquitted set_aside",
    ("lagmannsrett", "acquitted"): "acquitted acquitted upheld convicted convicted set_aside",
    ("hoyesterett", "convicted"): "upheld upheld sentence_changed sentence_changed set_aside",
    ("hoyesterett", "acquitted"): "upheld set_aside",
}
_DID = {
    "convicted": ("dømte", "convicted"),
    "acquitted": ("frifant", "acquitted"),
    "upheld": ("forkastet anken over dommen mot", "dismissed the appeal concerning"),
    "sentence_changed": ("endret straffen for", "changed the sentence of"),
    "set_aside": ("opphevet dommen mot", "set aside the judgment against"),
    "appeal_not_admitted": ("nektet å fremme anken fra", "refused leave to appeal to"),
}


class Defendant(NamedTuple):
    """A defendant, and the months of imprisonment, none for one who is acquitted."""

    label: str
    months: int


class Ruling(NamedTuple):
    """A ruling of a synthetic case."""

    instance: str
    date: dt.date
    outcome: str
    defendants: tuple[Defendant, ...]


def case_name(number: int) -> str:
    """The case id."""
    return f"syntetisk-{number:05}"


def record(number: int, seed: int) -> str:
    """The case file of a synthetic case."""
    dice = Dice(seed, "record", number)
    shares = [share for share, *_ in _FORMS.values()]
    form = dice.weighted(list(_FORMS), [sum(shares[: n + 1]) for n in range(len(shares))], 1)[0]
    rulings = _rulings(dice, number)
    lines = [SCHEMA_LINE, *_head(dice, number, form), "rulings:"]
    for ruling in rulings:
        lines += _ruling(dice, number, ruling, last=ruling is rulings[-1])
    return "\n".join([*lines, *_summaries(number, form, rulings[-1]), ""])


def _head(dice: Dice, number: int, form: str) -> Iterator[str]:
    forms = [form, "forced_labour"] if form == "sexual" and dice.chance(0.06) else [form]
    count = dice.between(1, 8)
    yield "kind: criminal"
    yield f"title:\n  nb: Syntetisk sak {number} om {_FORMS[form][1]}, {court(number).name}"
    yield f"  en: Synthetic case {number} concerning {_FORMS[form][2]}"
    yield f"exploitation: [{', '.join(forms)}]"
    yield f"victims:\n  count: {dice.pick((count, count, count, 'unknown'))}"
    yield f"  minors: {dice.pick((0, 0, dice.between(1, count), 'some', 'unknown'))}"
    yield f"  countries: [{dice.pick(_COUNTRIES)}]"
    yield f"charged:\n  count: {dice.between(3, 6)}\n  countries: unknown"
    yield "visibility: public"
    yield f"keywords:\n  nb: [menneskehandel, {_FORMS[form][1]}, {dice.pick(_KEYWORDS)}]"


def _rulings(dice: Dice, number: int) -> list[Ruling]:
    """The first ruling convicts in three of four cases; a second follows a year later, where there is one."""
    first, *higher = instances(number)
    date = dt.date(registered(number) + 1, dice.between(1, 11), dice.between(1, 28))
    outcome = "convicted" if dice.chance(0.75) else "acquitted"
    rulings = [Ruling(first, date, outcome, _defendants(dice, outcome))]
    for instance in higher:
        outcome = dice.pick(_APPEALS[instance, rulings[0].outcome].split())
        date = dt.date(registered(number) + 2, dice.between(2, 12), dice.between(1, 28))
        rulings.append(Ruling(instance, date, outcome, _after_appeal(dice, outcome, rulings[0].defendants)))
    return rulings


def _defendants(dice: Dice, outcome: str) -> tuple[Defendant, ...]:
    labels = ("hovedmannen", "medtiltalte", "den tredje tiltalte")[: dice.between(1, 3)]
    found = [Defendant(label, dice.between(4, 120) if dice.chance(0.7) else 0) for label in labels]
    found[0] = Defendant(labels[0], dice.between(10, 132))
    return tuple(found) if outcome == "convicted" else _acquitted(tuple(found))


def _after_appeal(dice: Dice, outcome: str, before: tuple[Defendant, ...]) -> tuple[Defendant, ...]:
    """What a higher court leaves of the defendants; one that decides nothing of guilt names none."""
    if outcome in ("set_aside", "appeal_not_admitted"):
        return ()
    if outcome in ("upheld", "acquitted"):
        return before if outcome == "upheld" else _acquitted(before)
    heaviest = Defendant(before[0].label, dice.between(10, 132))
    return (heaviest, *before[1:])


def _acquitted(defendants: tuple[Defendant, ...]) -> tuple[Defendant, ...]:
    return tuple(Defendant(one.label, 0) for one in defendants)


def _ruling(dice: Dice, number: int, ruling: Ruling, *, last: bool) -> Iterator[str]:
    names = {"tingrett": court(number).name, "lagmannsrett": court(number).appeal, "hoyesterett": "Høyesterett"}
    yield f"  - court: {names[ruling.instance]}\n    instance: {ruling.instance}"
    yield f"    references: [{reference(number, ruling.instance)}]"
    yield f"    date: {ruling.date}\n    outcome: {ruling.outcome}"
    yield f"    provisions: [{'strl. 1902 § 224' if ruling.date.year < 2017 else 'strl. 2005 § 257'}]"
    yield f"    aggravated: {dice.pick(('yes', 'no', 'no'))}"
    if number > 1 and dice.chance(0.3):
        yield f"    cites: [{last_reference(dice.between(1, number - 1))}]"
    if ruling.defendants:
        yield "    defendants:"
    for one in ruling.defendants:
        yield f"      - label: {one.label}\n        outcome: {'convicted' if one.months else 'acquitted'}"
        if one.months:
            yield f"        imprisonment: {_length(one.months)}\n        for_trafficking: yes"
    if ruling.outcome == "convicted" and dice.chance(0.6):
        yield f"    compensation:\n      - {{type: redress, amount: {dice.between(50, 350) * 1000}, to: fornærmede}}"
    if last and ruling.defendants and dice.chance(0.8):
        yield from _legal_force(dice, ruling)


def _length(months: int) -> str:
    parts = [f"{name}: {count}" for name, count in zip(("years", "months"), divmod(months, 12), strict=True) if count]
    return "{" + ", ".join(parts) + "}"


def _legal_force(dice: Dice, ruling: Ruling) -> Iterator[str]:
    """The highest court is final on its day, the others when the time for an appeal has run out."""
    final = ruling.instance == "hoyesterett"
    date = ruling.date if final else ruling.date + dt.timedelta(days=dice.between(14, 120))
    yield f"    legal_force: {{date: {date}, how: {'final_instance' if final else 'not_appealed'}}}"


def _summaries(number: int, form: str, ruling: Ruling) -> Iterator[str]:
    """A summary in both languages, of the last ruling."""
    nb, en = _DID[ruling.outcome]
    yield "    summary:"
    yield from _summary("nb", [
        f"Syntetisk sak {number}, laget for å måle fart; ingen av hendelsene har funnet sted.",
        f"Retten {nb} hovedmannen i en sak om menneskehandel med utnyttelse til {_FORMS[form][1]}.",
        "Spørsmålet var om en sårbar situasjon var misbrukt.",
    ])  # fmt: skip
    yield from _summary("en", [
        f"Synthetic case {number}, made for measuring speed; nothing in it has happened.",
        f"The court {en} the principal in a case of human trafficking concerning {_FORMS[form][2]}.",
    ])  # fmt: skip


def _summary(language: str, sentences: list[str]) -> Iterator[str]:
    yield f"      {language}:\n        text: >-"
    yield textwrap.fill(" ".join(sentences), 110, initial_indent=" " * 10, subsequent_indent=" " * 10)
    yield "        author: kom-rulings\n        date: 2025-01"
