"""A selection of cases as a file, in the form that its ending tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kom_rulings.describing import Describer
from kom_rulings.documents.outline import Outline
from kom_rulings.errors import EndingNotKnown, FieldsNotUsed, FileExists
from kom_rulings.exports.columns import picked
from kom_rulings.files.paths import KINDS
from kom_rulings.records.tables import Tables
from kom_rulings.references import Reference
from kom_rulings.standing import Audience, Shown
from kom_rulings.wording import N_, Language


@dataclass(frozen=True)
class Selection:
    """What is exported: cases as they stand on a date for an audience, and what they were searched by.

    ``query`` is empty where everything was asked for. ``hidden`` are the references that no citation may name;
    ``fields`` the columns that were picked, for the forms that are tables.
    """

    cases: tuple[Shown, ...]
    query: str
    as_of: dt.date
    language: Language
    audience: Audience
    tables: Tables
    hidden: AbstractSet[Reference]
    fields: Sequence[str] | None = None


def in_order(cases: Iterable[Shown]) -> tuple[Shown, ...]:
    """The order of every export: criminal cases, immigration cases, ECtHR cases; of each the newest first."""
    return tuple(
        sorted(
            cases,
            key=lambda one: (
                KINDS.index(one.case.kind),
                -(one.year or 0),
                -one.latest.toordinal(),
                one.case.id,
            ),
        )
    )


def form_of(path: Path, fields: Sequence[str] | None, *, force: bool) -> str:
    """The ending that tells the form, when all is well with the file and the columns.

    Raises ``EndingNotKnown``, ``UnknownField``, ``FieldsNotUsed`` and ``FileExists``: before anything is searched.
    """
    name = path.name.lower()
    ending = next((one for one in FORMS if name.endswith(one)), None)
    if ending is None:
        raise EndingNotKnown(file=path, endings=", ".join(FORMS))
    picked(fields)
    if fields is not None and ending not in WITH_FIELDS:
        raise FieldsNotUsed(file=path, endings=", ".join(WITH_FIELDS))
    if path.exists() and not force:
        raise FileExists(file=path)
    return ending


def export(selection: Selection, ending: str) -> bytes:
    """The content of the file; ``ending`` is a key of ``FORMS``."""
    return FORMS[ending](selection)


def _docx(selection: Selection) -> bytes:
    from kom_rulings.documents.checked import checked_docx

    return checked_docx(_outline(selection))


def _html(selection: Selection) -> bytes:
    from kom_rulings.documents.html import page

    return page(_outline(selection))


def _markdown(selection: Selection) -> bytes:
    from kom_rulings.documents.markdown import markdown

    return markdown(_outline(selection)).encode("utf-8")


def _xlsx(selection: Selection) -> bytes:
    """The rulings; the convictions among them, unless columns were picked; what the file is about."""
    from kom_rulings.documents.workbook import workbook
    from kom_rulings.exports.convictions_xlsx import properties_of
    from kom_rulings.exports.sheets import about_sheet, convictions_sheet, rulings_sheet

    describe = Describer(selection.tables, selection.language)
    searched = selection.query or describe.say(N_("All cases in the records"))
    sheets = [rulings_sheet(describe, selection.cases, selection.fields)]
    convicted = convictions_sheet(describe, selection.cases)
    if convicted.rows and selection.fields is None:
        sheets.append(convicted)
    sheets.append(about_sheet(describe, selection.as_of, selection.audience, [(N_("Searched for"), searched)]))
    title = N_("Rulings on human trafficking: a selection")
    return workbook(sheets, properties_of(title, selection.as_of, selection.language))


def _csv(selection: Selection) -> bytes:
    from kom_rulings.exports.rulings_csv import rulings_csv

    return rulings_csv(selection.cases, selection.tables, selection.language, selection.fields)


def _json(selection: Selection) -> bytes:
    from kom_rulings.exports.rulings_json import rulings_json

    return rulings_json(selection.cases, selection.hidden, selection.as_of, selection.audience)


def _ris(selection: Selection) -> bytes:
    from kom_rulings.exports.ris import ris

    return ris(selection.cases, selection.tables, selection.language)


def _csl(selection: Selection) -> bytes:
    from kom_rulings.exports.csl import csl_json

    return csl_json(selection.cases, selection.tables, selection.language)


def _outline(selection: Selection) -> Outline:
    from kom_rulings.overview.selection import selection_outline

    return selection_outline(selection.cases, selection.tables, selection.query, selection.as_of, selection.language)


#: The forms by their endings; the longer of two endings comes first.
FORMS: Final[Mapping[str, Callable[[Selection], bytes]]] = {
    ".docx": _docx,
    ".html": _html,
    ".md": _markdown,
    ".xlsx": _xlsx,
    ".csv": _csv,
    ".csl.json": _csl,
    ".json": _json,
    ".ris": _ris,
}
#: Those that are tables of rulings.
WITH_FIELDS: Final = (".xlsx", ".csv")
