"""What a page of HUDOC tells of the case: its name, applications, respondent states, importance and keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kom_rulings.sources.draft import Understood
from kom_rulings.sources.hudoc.head import application_numbers, has_list, listed_applications, others_named
from kom_rulings.sources.hudoc.reading import Reading, first_numbers, understood
from kom_rulings.sources.hudoc.states import State, states_in
from kom_rulings.wording import N_

_FROM_TITLE: Final = N_("from the title of the page, with the country by its Norwegian name")
_SAME_TITLE: Final = N_("from the title of the page, not translated")
_CAPITALS: Final = N_("from a title in capitals")
_FROM_TEXT: Final = N_("from the application numbers at the beginning of the text")
_KNOWN: Final = N_("without the states whose names are not known")
_IMPORTANCE: Final = {
    "key case": "key_case", "key cases": "key_case", "case reports": "key_case", "affaire phare": "key_case",
    "affaires phares": "key_case", "1": "1", "2": "2", "3": "3",
}  # fmt: skip
_ARTICLE: Final = re.compile(r"^\((?:Art|P)[^)]*\)\s*")


def case_fields(reading: Reading) -> Iterator[Understood]:
    """The fields of the case, in the order of a record."""
    yield from _titles(reading)
    numbers, words, guess = applications_of(reading)
    if numbers:
        yield understood(("applications",), numbers, words, guess)
    states, words = respondents_of(reading)
    codes = list(dict.fromkeys(state.code for state in states if state.code))
    if codes:
        yield understood(("respondents",), codes, words, "" if all(state.code for state in states) else _KNOWN)
    importance = _IMPORTANCE.get(reading.details.first("importance").casefold())
    if importance:
        yield understood(("importance",), importance, reading.details.first("importance"))
    keywords = keywords_of(reading)
    if keywords:
        yield understood(("keywords", "en"), keywords, "; ".join(reading.details.values["keywords"]))


def applications_of(reading: Reading) -> tuple[list[str], str, str]:
    """The application numbers, the words they were read from, and what they were concluded from, if they were."""
    head = reading.head.applications
    numbers = application_numbers(head)
    detailed = application_numbers(" ".join(reading.details.values.get("applications", ())))
    if not numbers:
        if detailed:
            return detailed, "; ".join(reading.details.values["applications"]), ""
        found, words = first_numbers(reading)
        return found, words, _FROM_TEXT if found else ""
    if has_list(head):
        more = listed_applications((*reading.regions.closing, *reading.regions.appendix)) or detailed
        numbers = list(dict.fromkeys([*numbers, *more]))
    return numbers, head, ""


def lacks_applications(reading: Reading) -> bool:
    """Whether the page speaks of another number of applications than could be read."""
    others = others_named(reading.head.applications)
    said = len(application_numbers(reading.head.applications))
    return others is not None and said + others != len(applications_of(reading)[0])


def respondents_of(reading: Reading) -> tuple[tuple[State, ...], str]:
    """The respondent states, also those whose name is not known, and the words that they were read from."""
    if reading.title is not None:
        return reading.title.states, reading.title_said
    told = ", ".join(reading.details.values.get("states", ()))
    return tuple(states_in(told, reading.tables)), told


def keywords_of(reading: Reading) -> list[str]:
    """The keywords of the case details, which only an English page has in a language of the records."""
    if reading.language != "en":
        return []
    words = (_ARTICLE.sub("", word).strip() for word in reading.details.values.get("keywords", ()))
    return list(dict.fromkeys(word for word in words if word))


def _titles(reading: Reading) -> Iterator[Understood]:
    title = reading.title
    if title is None:
        return
    guess = _FROM_TITLE if title.nb else _SAME_TITLE
    yield understood(("title", "nb"), title.nb or title.own, reading.title_said, guess)
    if " c. " not in title.own:
        yield understood(("title", "en"), title.own, reading.title_said, _CAPITALS if title.recased else "")
