"""Cases as they are shown, for the tests of exports."""

from __future__ import annotations

import datetime as dt
from typing import Any

from conftest import case_from
from kom_rulings.records import Case, Register
from kom_rulings.records.case import Bilingual
from kom_rulings.standing import Audience, Shown, shown_cases

DAY = dt.date(2021, 12, 31)

CASE = """
kind: criminal
title: {nb: En sak, en: A case}
exploitation: [sexual]
victims: {count: 3, minors: some, countries: [RO]}
visibility: public
sources: [https://kilde.no/hemmelig]
note: Et notat.
rulings:
  - court: Oslo tingrett
    instance: tingrett
    references: [TOSLO-2015-105037-2]
    date: 2018-06
    outcome: convicted
    defendants:
      - {label: hovedmannen, outcome: convicted, imprisonment: {years: 2, days: 15}, for_trafficking: yes}
    cites: [HR-2017-1124-A, LB-2018-102939-2]
    summary:
      nb: {text: Første avsnitt., author: KOM}
  - court: Borgarting lagmannsrett
    instance: lagmannsrett
    references: [LB-2018-102939-2]
    date: 2019-05-02
    outcome: upheld
    summary:
      nb: {text: Lovdatas ord., author: Lovdata}
"""


def shown_of(case: Case, as_of: dt.date = DAY, audience: Audience = "public") -> Shown:
    """A case as it is shown."""
    (shown,) = shown_cases(Register((case,)), as_of, audience)
    return shown


def one_case(as_of: dt.date = DAY, **changed: Any) -> Shown:
    """The case above, with fields that differ."""
    return shown_of(case_from(CASE, name="en-sak").model_copy(update=changed), as_of)


def titled(title: str) -> Shown:
    """The case above under another title, which no record could hold."""
    return one_case(title=Bilingual.model_construct(nb=title, en=None))
