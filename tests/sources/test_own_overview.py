"""An overview that this program wrote, read back: every case is found, and nothing that is understood differs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kom_rulings.dates import Tertial
from kom_rulings.files.reading import RawFile
from kom_rulings.importing.aligning import aligned
from kom_rulings.importing.fates import Wanted, fate_of, fields_of
from kom_rulings.importing.matching import matches
from kom_rulings.importing.plan import moved
from kom_rulings.pages.reading import read_page
from kom_rulings.records import Case, Register
from kom_rulings.records.tables import load_tables
from kom_rulings.releases import Means, Release, publish
from kom_rulings.sources.draft import Draft
from kom_rulings.sources.overview import drafts, recognises
from kom_rulings.standing import shown_cases
from kom_rulings.workspace import Workspace

TERTIAL = Tertial(2024, 3)


@pytest.fixture(scope="module")
def edition(bundled_root: Path) -> Path:
    return publish(Workspace(bundled_root), Release(TERTIAL, ("nb", "en")), Means(), lambda *_: None)


@cache
def read(path: Path) -> tuple[Draft, ...]:
    page = read_page(path)
    assert recognises(page)
    return tuple(drafts(page, load_tables()))


@pytest.fixture(params=["overview.docx", "overview.html"])
def read_back(edition: Path, request: pytest.FixtureRequest) -> tuple[Draft, ...]:
    return read(edition / request.param)


def case_of(draft: Draft, register: Register) -> Case:
    """The case that a draft is of: by its references, else by its title."""
    found = matches(draft, "", register) or [
        one for one in register.cases if draft.title in (one.title.nb, one.title.en)
    ]
    assert len(found) == 1, draft.title
    return found[0]


def test_every_case_that_an_edition_shows_is_found_once(read_back: tuple[Draft, ...], bundled: Register) -> None:
    shown = [one.case.id for one in shown_cases(bundled, TERTIAL.last_day, "public")]
    assert sorted(case_of(draft, bundled).id for draft in read_back) == sorted(shown)


def test_every_reference_that_is_read_is_one_of_the_case(read_back: tuple[Draft, ...], bundled: Register) -> None:
    for draft in read_back:
        assert set(draft.references) <= {str(one) for one in case_of(draft, bundled).references}


def test_what_is_understood_is_what_the_record_says(read_back: tuple[Draft, ...], bundled: Register) -> None:
    differing = [line for draft in read_back for line in differences(draft, case_of(draft, bundled), bundled)]
    assert differing == []


def test_dates_courts_outcomes_and_summaries_are_understood(read_back: tuple[Draft, ...]) -> None:
    named: dict[str, int] = {}
    for one in (one for draft in read_back for one in draft.fields):
        name = str(one.path[2]) if one.path[0] == "rulings" else str(one.path[0])
        named[name] = named.get(name, 0) + 1
    for name, least in {
        "date": 60,
        "court": 60,
        "outcome": 45,
        "findings": 25,
        "summary": 50,
        "exploitation": 10,
        "permits": 4,
    }.items():
        assert named[name] >= least, (name, named[name])


def differences(draft: Draft, case: Case, register: Register) -> list[str]:
    raw: RawFile = register.files[case.id]
    positions = aligned(draft, case)
    assert None not in positions.values(), (draft.title, positions)
    told: list[Any] = [
        fate_of(one, moved(one.path, positions), raw, Wanted(()), approved=True) for one in fields_of(draft)
    ]
    return [f"{case.id} {one.path}: {one.value!r} is not {one.present!r}" for one in told if one.fate == "kept"]
