"""Tables of courts, provisions and countries: shipped as data, extended by the workspace, loaded when first asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field, ValidationError

from kom_rulings.dates import PartialDate
from kom_rulings.errors import DataTableBroken
from kom_rulings.files.paths import TABLE_FILES, TABLES
from kom_rulings.files.reading import read_file
from kom_rulings.records.building import problems_of
from kom_rulings.records.case import Bilingual, Instance, Part
from kom_rulings.records.nearest import nearest
from kom_rulings.records.provision import Provision
from kom_rulings.records.values import UNKNOWN, DateOrUnknown, Link, ProvisionText, Ref, Text, Yes
from kom_rulings.references import Kind, Reference

_Model = TypeVar("_Model", bound=Part)
DATA_FOLDER = Path(__file__).parent.parent / "data"


class Court(Part):
    """A court or board: its name, the codes it is known by, and when it existed."""

    name: Bilingual
    instances: Annotated[tuple[Instance, ...], Field(min_length=1)]
    codes: tuple[Text, ...] = ()
    file_codes: tuple[Text, ...] = ()
    since: Annotated[DateOrUnknown, Field(alias="from")] = UNKNOWN
    to: DateOrUnknown = UNKNOWN
    appeal_court: Text | None = None
    examples: tuple[Ref, ...] = ()

    def existed_on(self, date: PartialDate) -> bool:
        """Tell whether the court may have existed at that time."""
        return _within(date, self.since, self.to)


class _InForce(Part):
    """What laws and provisions have in common: a name, an address, and when they are in force."""

    name: Bilingual
    since: Annotated[DateOrUnknown, Field(alias="from")] = UNKNOWN
    to: DateOrUnknown = UNKNOWN
    applies_after: Yes = False
    url: Link | None = None


class Law(_InForce):
    """A law by its short name."""

    law: Text


class KnownProvision(_InForce):
    """A provision, and what continues it."""

    provision: ProvisionText
    continued_by: tuple[ProvisionText, ...] = ()
    examples: tuple[ProvisionText, ...] = ()


class CountryName(Part):
    """A country's names, and other spellings of them."""

    nb: Text
    en: Text
    examples: tuple[Text, ...] = ()


class _TablePart(Part):
    """What one file of tables may hold."""

    courts: tuple[Court, ...] = ()
    laws: tuple[Law, ...] = ()
    provisions: tuple[KnownProvision, ...] = ()
    countries: Mapping[str, CountryName] = {}


@dataclass(frozen=True)
class Tables:
    """The three tables, with the look-ups that the checks and the overview need."""

    courts: tuple[Court, ...]
    laws: tuple[Law, ...]
    provisions: tuple[KnownProvision, ...]
    countries: Mapping[str, CountryName]

    @cached_property
    def _court_by_name(self) -> dict[str, Court]:
        return {court.name.nb.casefold(): court for court in reversed(self.courts)}

    def court(self, name: str) -> Court | None:
        """The court of this name."""
        return self._court_by_name.get(name.casefold())

    def nearest_court(self, name: str) -> str:
        """The court name most like this one, or nothing."""
        return nearest(name, [court.name.nb for court in self.courts])

    def courts_of(self, reference: Reference) -> list[Court]:
        """The courts that a reference belongs to by its code."""
        code = court_code(reference)
        return [court for court in self.courts if code in (court.codes + court.file_codes)] if code else []

    def law(self, provision: Provision) -> Law | None:
        """The law that a provision stands in."""
        return next((law for law in self.laws if law.law == provision.law), None)

    def provision(self, provision: Provision) -> KnownProvision | None:
        """The row of a provision, whatever part of it is cited."""
        return next((row for row in self.provisions if row.provision.name == provision.name), None)

    def country_code(self, name: str) -> str | None:
        """The code of a country by any of its names."""
        wanted = name.casefold()
        for code, row in self.countries.items():
            if wanted in (row.nb.casefold(), row.en.casefold(), *(other.casefold() for other in row.examples)):
                return code
        return None


def court_code(reference: Reference) -> str | None:
    """The code of the court that gave a ruling, where the reference holds one: HR, LB, TOSLO, OTIR."""
    if reference.kind in (Kind.SUPREME_COURT, Kind.RETSTIDENDE):
        return "HR"
    if reference.kind in (Kind.COURT_OF_APPEAL, Kind.DISTRICT_COURT):
        return reference.text.partition("-")[0]
    return reference.text.rpartition("-")[2].partition("/")[0] if reference.kind is Kind.COURT_FILE else None


def in_force(row: Law | KnownProvision, date: PartialDate) -> bool:
    """Tell whether a provision can have been applied in a ruling of that date.

    A repealed criminal provision goes on to govern acts from its time (strl. 1902), so only its beginning binds.
    """
    return _within(date, row.since, UNKNOWN if row.applies_after else row.to)


def load_tables(extra_folder: Path | None = None) -> Tables:
    """Load the tables; files of the same name in ``extra_folder`` add rows, and theirs win."""
    folders = [DATA_FOLDER, *([extra_folder] if extra_folder else [])]
    return _load(tuple((folder, _state(folder)) for folder in folders))


def _state(folder: Path) -> tuple[tuple[int, int], ...]:
    """Sizes and times of the files of a folder: tables that have changed are read again."""
    paths = (folder / name for name in TABLE_FILES)
    return tuple((path.stat().st_size, path.stat().st_mtime_ns) if path.is_file() else (0, 0) for path in paths)


@cache
def _load(folders: Sequence[tuple[Path, object]]) -> Tables:
    """Read the parts of every folder; the rows of later folders come first, so that they are found first."""
    parts = [part for folder, _ in reversed(folders) for part in _parts(folder)]
    return Tables(
        courts=tuple(row for part in parts for row in part.courts),
        laws=tuple(row for part in parts for row in part.laws),
        provisions=tuple(row for part in parts for row in part.provisions),
        countries={code: row for part in reversed(parts) for code, row in part.countries.items()},
    )


def _parts(folder: Path) -> Iterator[_TablePart]:
    for path in (folder / name for name in TABLE_FILES):
        if path.is_file():
            yield read_part(path, _TablePart)


def read_part(path: Path, model: type[_Model]) -> _Model:
    """Read one file of tables as a model; raise ``DataTableBroken`` with all that is wrong in it."""
    raw, problems = read_file(path, f"{TABLES}/{path.name}")
    if raw is None:
        raise DataTableBroken(path, problems)
    try:
        return model.model_validate(raw.tree)
    except ValidationError as error:
        raise DataTableBroken(path, problems_of(raw, error, model)) from error


def _within(date: PartialDate, since: object, to: object) -> bool:
    too_early = isinstance(since, PartialDate) and date.surely_before(since)
    too_late = isinstance(to, PartialDate) and to.surely_before(date)
    return not too_early and not too_late
