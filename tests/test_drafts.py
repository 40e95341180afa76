"""A draft is kept, checked and shown to who asks for it by name; it is in no number, no list and no search."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from kom_rulings.problems import Severity
from kom_rulings.releases.manifest import records_hash
from kom_rulings.tallies import tally
from kom_rulings.workspace import Workspace

APPROVED = """\
kind: criminal
title: {nb: En sak}
exploitation: [sexual]
rulings:
  - court: Oslo tingrett
    instance: tingrett
    references: [TOSLO-2015-105037-2]
    date: 2018-06-22
    outcome: convicted
    provisions: [strl. 2005 § 257]
    summary: {nb: {text: Om tvangsarbeid., author: KOM}}
"""
DRAFT = APPROVED.replace("En sak", "Et utkast").replace("105037", "999999").replace("arbeid", "giraff") + "draft: yes\n"
#: A draft that cannot be built: it has no date.
BROKEN = DRAFT.replace("    date: 2018-06-22\n", "")

Records = Callable[[dict[str, str]], Path]


@pytest.fixture
def root(records_of: Records) -> Path:
    return records_of(
        {"criminal/sak.yaml": APPROVED, "criminal/utkast.yaml": DRAFT, "criminal/uferdig.yaml": BROKEN},
    )


def test_a_draft_is_apart_from_the_cases(root: Path) -> None:
    register = Workspace(root).register
    assert [case.id for case in register.cases] == ["sak"]
    assert [case.id for case in register.drafts] == ["utkast"]
    assert register.draft_files == {"criminal/utkast.yaml", "criminal/uferdig.yaml"}
    assert [case.id for case in register.with_drafts.cases] == ["sak", "utkast"]


def test_a_draft_is_in_no_number(root: Path) -> None:
    assert tally(Workspace(root).register, dt.date(2025, 1, 1)).convictions.total.cases == ("sak",)


def test_a_draft_changes_nothing_of_what_was_published(root: Path) -> None:
    before = records_hash(Workspace(root).register)
    (root / "rulings/criminal/utkast.yaml").unlink()
    assert records_hash(Workspace(root).register) == before


def test_a_draft_is_checked(root: Path) -> None:
    found = {(one.place.file, one.code) for one in Workspace(root).problems}
    assert ("criminal/utkast.yaml", "draft-not-counted") in found
    assert ("criminal/uferdig.yaml", "field-missing") in found


def test_errors_in_a_draft_stand_in_nobodys_way(root: Path) -> None:
    (root / "rulings/criminal/utkast.yaml").write_text(DRAFT.replace("999999", "105037"), encoding="utf-8")
    workspace = Workspace(root)
    assert "reference-twice" in {one.code for one in workspace.problems}
    assert [one for one in workspace.problems_of_approved if one.severity is Severity.ERROR] == []
    assert workspace.unread == []


def test_a_draft_is_not_found_but_shown_by_its_name(root: Path, run: Callable[..., object]) -> None:
    search = run("search", "tvangsgiraff", "--json", root=root)
    assert "utkast" not in search.out  # type: ignore[attr-defined]
    assert "uferdig" not in search.err  # type: ignore[attr-defined]
    shown = run("show", "utkast", root=root)
    assert "Utkast: ikke godkjent" in shown.out  # type: ignore[attr-defined]


def test_an_approved_draft_is_counted_and_found(root: Path, run: Callable[..., object]) -> None:
    run("search", "tvangsgiraff", root=root)
    path = root / "rulings/criminal/utkast.yaml"
    path.write_text(DRAFT.replace("draft: yes\n", ""), encoding="utf-8")
    assert tally(Workspace(root).register, dt.date(2025, 1, 1)).convictions.total.cases == ("sak", "utkast")
    assert "utkast" in run("search", "tvangsgiraff", "--json", root=root).out  # type: ignore[attr-defined]
