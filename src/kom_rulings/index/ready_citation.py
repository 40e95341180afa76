"""A ruling as lawyers cite it, with the paragraph: HR-2017-1124-A avsnitt 24; in Strasbourg by title, number and §."""

from __future__ import annotations

from kom_rulings.records.echr import EchrCase
from kom_rulings.records.register import Case
from kom_rulings.wording import N_, Language, wording


def citation(case: Case, ruling: int | None, number: int | None, language: Language) -> str:
    """The ready citation of a case, of one of its rulings, or of a paragraph of it.

    Where no ruling is meant it is that of the highest reference of the case: the last ruling that has one. A case
    without any reference is cited by its title.
    """
    if isinstance(case, EchrCase):
        return _strasbourg(case, number, language)
    meant = case.rulings if ruling is None else (*case.rulings, case.rulings[ruling])
    cited = next((str(one.references[0]) for one in reversed(meant) if one.references), case.title_in(language))
    return wording(language)(N_("{ruling} paragraph {number}"), ruling=cited, number=number) if number else cited


def _strasbourg(case: EchrCase, number: int | None, language: Language) -> str:
    """By title and application number; of joined applications the first two, or the first one of many."""
    say = wording(language)
    first, *others = map(str, case.applications)
    if len(others) == 1:
        first = say(N_("{one} and {other}"), one=first, other=others[0])
    elif others:
        first = say(N_("{one} and others"), one=first)
    cited = say(N_("{title}, no. {application}"), title=case.title_in(language), application=first)
    return f"{cited}, § {number}" if number else cited
