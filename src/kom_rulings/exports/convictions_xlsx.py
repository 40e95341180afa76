"""The workbook of convictions that goes with the overview: the cases, the numbers, and what they mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kom_rulings.describing import Describer
from kom_rulings.documents.cells import Value
from kom_rulings.documents.workbook import Properties, workbook
from kom_rulings.exports.sheets import about_sheet, convictions_sheet, numbers_sheet
from kom_rulings.formats import date_text
from kom_rulings.overview.convictions import convictions
from kom_rulings.records.tables import Tables
from kom_rulings.standing import Audience, Shown
from kom_rulings.tallies import Tally
from kom_rulings.wording import N_, Language, wording


def convictions_xlsx(
    shown: Sequence[Shown], tally: Tally, tables: Tables, language: Language, audience: Audience
) -> bytes:
    """The convictions among the cases that are shown, and the numbers of the tally, which counts the others too."""
    describe = Describer(tables, language)
    hidden = tally.convictions.total.count - len(convictions(shown))
    more: list[tuple[str, Value]] = [(N_("Convictions that are counted, but may not be shown"), hidden)]
    sheets = (
        convictions_sheet(describe, shown),
        numbers_sheet(describe, tally),
        about_sheet(describe, tally.as_of, audience, more),
    )
    return workbook(sheets, properties_of(N_("Convictions for human trafficking"), tally.as_of, language))


def properties_of(title: str, as_of: dt.date, language: Language) -> Properties:
    """What a workbook tells of itself; ``title`` is a catalogue key."""
    say = wording(language)
    return Properties(
        title=say(title),
        subject=say(N_("As of {date}"), date=date_text(as_of, language)),
        author=say(N_("Coordinating Unit against Human Trafficking (KOM)")),
        as_of=as_of,
        language=language,
    )
