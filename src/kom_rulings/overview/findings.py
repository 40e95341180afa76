"""What a table tells, as one sentence before it: where most of the cases are."""

from __future__ import annotations

from functools import partial
from typing import Final

from kom_rulings.documents.linking import sentence
from kom_rulings.documents.outline import Run, Runs
from kom_rulings.formats import list_text
from kom_rulings.tables import Row, Table
from kom_rulings.wording import N_, Language, wording

_LARGEST: Final = N_("{part0} shows {title}. The largest group is “{label}”, with {count} of {total}.")
_SHARED: Final = N_("{part0} shows {title}. The largest groups are {labels}, with {count} of {total} each.")
_ONE: Final = N_("{part0} shows {title}. There is one, under “{label}”.")


def finding(table: Table, anchor: str, language: Language) -> Runs:
    """The sentence on a table with at least one case; ``anchor`` is that of the table."""
    say = wording(language)
    total = table.total.cells[table.whole].count
    largest = largest_rows(table)
    labels = [say(row.label) for row in largest]
    params = {"title": _within(say(table.title)), "total": total, "count": largest[0].cells[table.whole].count}
    if total == 1:
        said = partial(say, _ONE, label=labels[0], **params)
    elif len(labels) == 1:
        said = partial(say, _LARGEST, label=labels[0], **params)
    else:
        quoted = list_text([say(N_("“{label}”"), label=label) for label in labels], language)
        said = partial(say, _SHARED, labels=quoted, **params)
    return sentence(said, Run("", mention=anchor))


def largest_rows(table: Table) -> list[Row]:
    """The rows with the most cases."""
    most = max(row.cells[table.whole].count for row in table.rows)
    return [row for row in table.rows if row.cells[table.whole].count == most]


def _within(title: str) -> str:
    """A title as it stands within a sentence."""
    return title[:1].lower() + title[1:]
