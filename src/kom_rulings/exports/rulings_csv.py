"""The rulings as a CSV file that a spreadsheet opens rightly, and in which no cell is taken for a formula.

UTF-8 with a byte order mark, lines ended by CR LF, every text in quotes. The Norwegian edition has semicolons between
the cells and a comma in numbers, the English one commas and a point: that is what Excel expects in either language.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from kom_rulings.describing import Describer
from kom_rulings.documents.cells import Value, cell_text
from kom_rulings.exports.columns import cells, picked
from kom_rulings.records.tables import Tables
from kom_rulings.standing import Shown
from kom_rulings.wording import Language

SEPARATOR: Final[dict[Language, str]] = {"nb": ";", "en": ","}
#: What a spreadsheet takes for the beginning of a formula: the signs, their wide and small forms, and the true minus.
_FORMULA: Final = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212")
#: Spaces and signs without width, behind which a formula would still be one for some.
_UNSEEN: Final = " \xa0\n\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def rulings_csv(
    cases: Sequence[Shown], tables: Tables, language: Language, fields: Sequence[str] | None = None
) -> bytes:
    """One row per ruling; ``fields`` picks the columns (``columns.picked``)."""
    describe = Describer(tables, language)
    columns = picked(fields)
    heads = tuple(describe.say(column.head) for column in columns)
    return table_csv([heads, *cells(columns, describe, cases)], language)


def table_csv(rows: Sequence[Sequence[Value]], language: Language) -> bytes:
    """Rows as CSV: days as 2018-06-22, text harmless and in quotes."""
    lines = (SEPARATOR[language].join(_written(value, language) for value in row) for row in rows)
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def harmless(words: str) -> str:
    """Text that no spreadsheet reads as a formula: where it would, an apostrophe stands before it."""
    return f"'{words}" if words.lstrip(_UNSEEN)[:1] in _FORMULA else words


def _written(value: Value, language: Language) -> str:
    match value:
        case str():
            return '"' + harmless(cell_text(value)).replace('"', '""') + '"'
        case dt.date():
            return f'"{value.isoformat()}"'
        case int():
            return str(value)
        case float():
            return f"{value:.1f}".replace(".", "," if language == "nb" else ".")
