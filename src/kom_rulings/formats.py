"""Dates, numbers and money as Norwegian and English readers write them; the only importer of Babel."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Final

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from kom_rulings.dates import PartialDate, Tertial
from kom_rulings.records.case import Imprisonment
from kom_rulings.wording import Language, wording

_LOCALES: Final[dict[Language, str]] = {"nb": "nb_NO", "en": "en_GB"}


def date_text(date: PartialDate | dt.date, language: Language) -> str:
    """A date as exact as it is known: 7. juni 2017, juni 2017, 2017; 7 June 2017."""
    if isinstance(date, PartialDate) and date.month is None:
        return str(date.year)
    if isinstance(date, PartialDate) and date.day is None:
        return f"{get_month_names('wide', locale=_locale(language))[date.month]} {date.year}"
    day = date.first_day if isinstance(date, PartialDate) else date
    return format_date(day, format="long", locale=_locale(language))


def tertial_text(tertial: Tertial, language: Language) -> str:
    """A tertial as it is spoken of: 3. tertial 2021; third tertial of 2021."""
    if language == "nb":
        return f"{tertial.number}. tertial {tertial.year}"
    return f"{('first', 'second', 'third')[tertial.number - 1]} tertial of {tertial.year}"


def number_text(value: float, language: Language) -> str:
    """A number with the language's own separators: 26 000 000; 26,000,000."""
    return format_decimal(value, format="#,##0.#", locale=_locale(language))


def money_text(amount: int, language: Language) -> str:
    """Whole Norwegian kroner as the language writes them: 26 000 000 kr; NOK 26,000,000."""
    pattern = _locale(language).currency_formats["standard"].pattern.replace(".00", "")
    pattern = pattern.replace("¤#", "¤\N{NO-BREAK SPACE}#")  # a code of letters stands apart from the number
    return format_currency(amount, "NOK", pattern, locale=_locale(language), currency_digits=False)


def length_text(length: Imprisonment, language: Language) -> str:
    """A length of imprisonment: 4 år og 6 måneder; 4 years and 6 months."""
    say = wording(language)
    years = say.plural("{n} year", "{n} years", length.years)
    months = say.plural("{n} month", "{n} months", length.months)
    days = say.plural("{n} day", "{n} days", length.days)
    numbers = ((length.years, years), (length.months, months), (length.days, days))
    return list_text([words for number, words in numbers if number], language)


def list_text(parts: list[str], language: Language) -> str:
    """Items as a sentence lists them: a, b og c; a, b and c."""
    return format_list(parts, locale=_locale(language))


@cache
def _locale(language: Language) -> Locale:
    return Locale.parse(_LOCALES[language])
