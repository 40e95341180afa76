"""The convictions as the status report tells them: each year as it stood at its end, and the total since 2003."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from kom_rulings.dates import PartialDate
from kom_rulings.documents.linking import sentence
from kom_rulings.documents.numbering import numbered
from kom_rulings.documents.outline import Block, Heading, Outline, Paragraph, Run, TableBlock, text
from kom_rulings.formats import date_text
from kom_rulings.overview.figures_in_words import GroupInWords
from kom_rulings.records import CriminalCase, Register
from kom_rulings.tables import Cell
from kom_rulings.tallies.criminal import COURT_LEVEL, MINORS, SHORT_EXPLOITATION, Group, group_of, statuses_on
from kom_rulings.tallies.published import Comparison
from kom_rulings.wording import N_, Language, Wording, wording

_LABEL_WIDTH: Final = 12
_BY_LEVEL, _BY_FORM = "figures-level", "figures-form"
#: Heads of columns; in one table no two of them may read “Not known”.
_LEVEL_HEADS: Final = {**COURT_LEVEL, "unknown": N_("Court not known")}
_MINORS_HEADS: Final = {**MINORS, "unknown": N_("Ages not known")}
_FORM_HEADS: Final = {**SHORT_EXPLOITATION, "unknown": N_("Form not known")}


@dataclass(frozen=True)
class Year:
    """A year with the convictions whose standing ruling is of that year, as they stood on ``on``.

    ``on`` is the last day of the year, or the day the figures speak of where that comes first.
    """

    year: int
    on: dt.date
    convictions: Group

    @property
    def over(self) -> bool:
        """Whether the year had ended on the day."""
        return self.on == dt.date(self.year, 12, 31)


def figures_outline(
    register: Register, as_of: dt.date, language: Language, comparisons: Sequence[Comparison] = ()
) -> Outline:
    """The paragraphs and the tables; what is said of a year that is over never changes with a later ``as_of``."""
    say = wording(language)
    return numbered(
        Outline(
            title=say(N_("Convictions for human trafficking: figures for the status report")),
            author=say(N_("Coordinating Unit against Human Trafficking (KOM)")),
            subject=say(N_("As of {date}"), date=date_text(as_of, language)),
            language=language,
            as_of=as_of.isoformat(),
            blocks=tuple(_Figures(register, as_of, comparisons, say).blocks()),
        )
    )


def years_of(cases: Sequence[CriminalCase], as_of: dt.date) -> list[Year]:
    """Every year from the first with a conviction to that of the day, each counted on its own last day."""
    dates = [ruling.date for case in cases for ruling in case.rulings if isinstance(ruling.date, PartialDate)]
    first = min((date.year for date in dates), default=as_of.year + 1)
    years = [_year(cases, year, min(dt.date(year, 12, 31), as_of)) for year in range(first, as_of.year + 1)]
    begun = next((n for n, one in enumerate(years) if one.convictions.total.count), len(years))
    return years[begun:]


def _year(cases: Sequence[CriminalCase], year: int, on: dt.date) -> Year:
    convictions = group_of(statuses_on(cases, on), "convicted").statuses
    of_year = tuple(one for one in convictions if one.standing and one.standing.year == year)
    return Year(year, on, Group(of_year, Cell(())))


class _Figures:
    def __init__(self, register: Register, as_of: dt.date, comparisons: Sequence[Comparison], say: Wording) -> None:
        self._as_of, self._say = as_of, say
        self._years = years_of(register.criminal, as_of)
        self._all = group_of(statuses_on(register.criminal, as_of), "convicted")
        self._comparisons = [one for one in comparisons if one.as_of <= as_of and one.lacking > 0]

    def blocks(self) -> Iterator[Block]:
        say = self._say
        yield Heading(1, say(N_("Convictions for human trafficking: figures for the status report")), "title")
        yield Paragraph(text(say(N_("As of {date}"), date=self._date(self._as_of))), "subtitle")
        yield from self._coverage()
        yield Heading(2, say(N_("Each year as it stood at its end")), "years")
        yield from self._year_chapter()
        yield Heading(2, say(N_("In total since 2003")), "total")
        yield Paragraph(text(self._in_words(self._all).total(self._as_of)))
        yield from self._undated()

    def _coverage(self) -> Iterator[Block]:
        """Say how far the records reach, by the latest figure that exceeds them."""
        if not self._comparisons:
            return
        latest = max(self._comparisons, key=lambda one: one.as_of)
        total = latest.measures[0]
        message = N_(
            "The records are not complete, so the numbers must not be read as the number of convictions in Norway. "
            "{publisher} has published {published} convictions as of {date}; of these the records hold {recorded} that "
            "can be dated."
        )
        params = {"published": total.published, "recorded": total.recorded, "publisher": latest.publisher}
        yield Paragraph(text(self._say(message, date=self._date(latest.as_of), **params)), "lead")

    def _year_chapter(self) -> Iterator[Block]:
        if not self._years:
            yield Paragraph(text(self._say(N_("There is no conviction in the records by this date."))))
            return
        message = N_(
            "A case stands in the year of the ruling that stood when the year ended. Where a higher court has ruled in "
            "a later year, the case stands in that year too. The years must therefore not be added up."
        )
        yield Paragraph(text(self._say(message)))
        for year in self._years:
            yield Paragraph(text(self._in_words(year.convictions).year(year.year, None if year.over else year.on)))
        shows = N_("{part0} and {part1} hold the same numbers.")
        mentions = (Run("", mention=_BY_LEVEL), Run("", mention=_BY_FORM))
        yield Paragraph(sentence(partial(self._say, shows), *mentions))
        yield self._level_table()
        yield self._form_table()

    def _undated(self) -> Iterator[Block]:
        """The convictions that no year is known of, counted or not."""
        yearless = sum(one.standing is not None and one.standing.year is None for one in self._all.statuses)
        not_counted = self._all.not_counted.count
        lines = []
        if yearless:
            lines.append(
                self._say.plural(
                    "{n} of these cases stands in no year above, because the year of its ruling is not known.",
                    "{n} of these cases stand in no year above, because the years of their rulings are not known.",
                    yearless,
                )
            )
        if not_counted:
            lines.append(
                self._say.plural(
                    "{n} case with a conviction is not counted, because the date of the ruling is not known.",
                    "{n} cases with a conviction are not counted, because the dates of the rulings are not known.",
                    not_counted,
                )
            )
        if lines:
            yield Paragraph(text(" ".join(lines)))

    def _level_table(self) -> TableBlock:
        levels = [level for level in COURT_LEVEL if any(level in one.convictions.by_court_level for one in self._years)]
        heads = (N_("Total"), *(_LEVEL_HEADS[level] for level in levels), N_("Final"), N_("Not final or not known"))

        def numbers(group: Group) -> list[int]:
            cells = [group.by_court_level.get(level, Cell(())) for level in levels]
            return [cell.count for cell in (group.total, *cells, group.final, group.not_final)]

        return self._table(
            _BY_LEVEL, N_("Convictions each year by level of court, at the end of the year"), heads, numbers
        )

    def _form_table(self) -> TableBlock:
        heads = (N_("Total"), *_MINORS_HEADS.values(), *_FORM_HEADS.values())

        def numbers(group: Group) -> list[int]:
            return [cell.count for cell in (group.total, *group.by_minors.values(), *group.by_exploitation.values())]

        caption = N_("Convictions each year by age of victims and form of exploitation, at the end of the year")
        return self._table(_BY_FORM, caption, heads, numbers)

    def _table(
        self, anchor: str, caption: str, heads: Sequence[str], numbers: Callable[[Group], list[int]]
    ) -> TableBlock:
        say = self._say
        width = (100 - _LABEL_WIDTH) // len(heads)
        rows = ((self._label(one), *map(str, numbers(one.convictions))) for one in self._years)
        return TableBlock(
            caption=say(caption),
            description=say(N_("One row per year. The years must not be added up.")),
            heads=(say(N_("Year")), *(say(head) for head in heads)),
            rows=tuple(tuple(text(cell) for cell in row) for row in rows),
            widths=(100 - width * len(heads), *(width for _ in heads)),
            numeric=len(heads),
            anchor=anchor,
        )

    def _label(self, year: Year) -> str:
        if year.over:
            return str(year.year)
        return self._say(N_("{year} until {date}"), year=year.year, date=self._date(year.on))

    def _in_words(self, group: Group) -> GroupInWords:
        return GroupInWords(group, self._say)

    def _date(self, day: dt.date) -> str:
        return date_text(day, self._say.language)
