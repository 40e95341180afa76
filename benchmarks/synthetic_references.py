"""The references of the synthetic rulings: of real form, with numbers far above any that a court has given.

What a case is called follows from its number alone, whatever the seed, so that a query can name it.
"""

from __future__ import annotations

from dataclasses import dataclass

from dice import Dice, zipf

_FIRST_YEAR, _LAST_YEAR = 2003, 2022
_BEFORE_REFORM, _AFTER_REFORM = range(_FIRST_YEAR, 2020), range(2021, _LAST_YEAR + 1)


@dataclass(frozen=True)
class Court:
    """A district court, its code in references, the court of appeal above it, and the years of its cases.

    The years leave out what would be ruled on in the year of the reform of courts, 2021.
    """

    name: str
    code: str
    appeal: str
    appeal_code: str
    years: range


COURTS = (
    Court("Oslo tingrett", "TOSLO", "Borgarting lagmannsrett", "LB", range(_FIRST_YEAR, 2021)),
    Court("Oslo tingrett", "TOSL", "Borgarting lagmannsrett", "LB", _AFTER_REFORM),
    Court("Bergen tingrett", "TBERG", "Gulating lagmannsrett", "LG", _BEFORE_REFORM),
    Court("Hedmarken tingrett", "THEDM", "Eidsivating lagmannsrett", "LE", _BEFORE_REFORM),
    Court("Larvik tingrett", "", "Agder lagmannsrett", "LA", _BEFORE_REFORM),
    Court("Romerike og Glåmdal tingrett", "TROG", "Eidsivating lagmannsrett", "LE", _AFTER_REFORM),
)

# fmt: off
#: Rulings that every text may cite, the commonest first; none of them is recorded.
LEADING = (
    "HR-2017-91124-A", "Rt. 2013 s. 9039", "Rt. 2006 s. 9111", "HR-2016-92491-A", "HR-2020-92136-A", "Rt. 2010 s. 9227",
    "Rt. 2011 s. 9127", "HR-2018-91781-A", "Rt. 2013 s. 9247", "HR-2019-90469-U", "LB-2012-963028", "LG-2016-980412",
)
#: Applications to the Court in Strasbourg, the commonest first.
APPLICATIONS = ("95965/04", "97316/01", "96884/15", "97724/11", "98239/10", "99216/16", "95587/12")
#: Provisions, the commonest first.
PROVISIONS = (
    "straffeloven § 257", "straffeloven 1902 § 224", "straffeloven § 257 første ledd", "straffeloven § 258",
    "straffeprosessloven § 294", "EMK artikkel 4", "skadeserstatningsloven § 3-5", "utlendingsforskriften § 8-3",
)
# fmt: on


def registered(number: int) -> int:
    """The year in which a case was registered: the years take turns."""
    return _FIRST_YEAR + number * 7 % (_LAST_YEAR - _FIRST_YEAR + 1)


def court(number: int) -> Court:
    """The district court of a case: those that rule on its year take turns."""
    sitting = [court for court in COURTS if registered(number) in court.years]
    return sitting[(number + number // 20) % len(sitting)]


def instances(number: int) -> tuple[str, ...]:
    """The courts that rule on a case: one half ends in the first, a tenth is told from the second to the highest."""
    if number % 10 == 3:
        return ("lagmannsrett", "hoyesterett")
    return ("tingrett", "lagmannsrett") if number % 2 else ("tingrett",)


def reference(number: int, instance: str) -> str:
    """How the ruling of one instance is cited; Larvik tingrett goes by its file number."""
    year, where = registered(number), court(number)
    if instance == "hoyesterett":
        return f"HR-{year + 2}-{90_000 + number // 10}-A"
    if instance == "lagmannsrett":
        return f"{where.appeal_code}-{year + 1}-{900_000 + number}"
    return f"{where.code}-{year}-{900_000 + number}" if where.code else f"{year % 100:02}-{900_000 + number}MED-LARV"


def last_reference(number: int) -> str:
    """How the last ruling of a case is cited: the one whose full text is held."""
    return reference(number, instances(number)[-1])


def citation(dice: Dice, texts: int) -> str:
    """A citation as it stands in running text: a leading ruling, another case, an application, or a provision."""
    sort = dice.between(1, 10)
    if sort <= 4:
        return f"jf. {_common(dice, LEADING)}{_pinpoint(dice)}"
    if sort <= 6:
        return f"jf. {last_reference(dice.between(1, texts))}{_pinpoint(dice)}"
    if sort == 7:
        return f"EMDs dom i sak nr. {_common(dice, APPLICATIONS)} § {dice.between(20, 300)}"
    return _common(dice, PROVISIONS)


def _common(dice: Dice, items: tuple[str, ...]) -> str:
    """One of the items, the first most often."""
    return dice.weighted(items, zipf(len(items)), 1)[0]


def _pinpoint(dice: Dice) -> str:
    first = dice.between(1, 60)
    return dice.pick(("", f" avsnitt {first}", f" avsnitt {first}–{first + dice.between(1, 5)}"))
