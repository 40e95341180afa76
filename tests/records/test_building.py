"""From a raw tree to a case, or to every finding at once, each with its place and with “did you mean”."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from kom_rulings.files.reading import parse
from kom_rulings.problems import Problem, in_order
from kom_rulings.records import Case, CriminalCase, EchrCase, ImmigrationCase
from kom_rulings.records.building import MODELS, build

CRIMINAL = """\
kind: criminal
title: {nb: En sak, en: A case}
exploitation: [sexual]
rulings:
  - court: Oslo tingrett
    instance: tingrett
    date: 2016-05-04
    outcome: convicted
    defendants:
      - label: hovedmannen
        outcome: convicted
        imprisonment: {years: 9}
    summary:
      nb: {text: Dømt., author: kom-rulings}
"""
IMMIGRATION = """\
kind: immigration
title: {nb: En sak}
exploitation: unknown
permits: [witness]
rulings: [{court: Utlendingsnemnda, instance: une, date: 2014, outcome: rejected}]
"""
ECHR = """\
kind: echr
title: {nb: En sak}
exploitation: [forced_labour]
applications: [21884/15]
respondents: [GR]
rulings:
  - court: Den europeiske menneskerettsdomstolen
    instance: echr_chamber
    date: 2017-03-30
    document: JUD
    findings: [{article: 4, outcome: violation}]
"""


def findings(text: str, *, name: str = "a", folder: str = "criminal") -> list[Problem]:
    """What is found in the file of a case that cannot be built."""
    raw, problems = parse(text.encode(), Path(f"/{folder}/{name}.yaml"), f"{folder}/{name}.yaml")
    assert raw is not None, problems
    case, problems = build(raw)
    assert (case is None) == bool(problems)
    return in_order(problems)


def told(text: str) -> list[tuple[str, str, int, int]]:
    """Code, field, line and column of each finding."""
    return [(found.code, found.place.field, found.place.line, found.place.column) for found in findings(text)]


@pytest.mark.parametrize(
    ("text", "kind", "model"),
    [(CRIMINAL, "criminal", CriminalCase), (IMMIGRATION, "immigration", ImmigrationCase), (ECHR, "echr", EchrCase)],
)
def test_the_kind_tells_which_fields_a_case_has(
    text: str, kind: str, model: type[BaseModel], make_case: Callable[..., Case]
) -> None:
    case = make_case(text, name="lime-saken", kind=kind)

    assert type(case) is model
    assert (case.id, case.kind, case.title.nb) == ("lime-saken", kind, "En sak")


@pytest.mark.parametrize(
    ("old", "new", "field", "nearest"),
    [
        ("exploitation:", "exploitaton:", "exploitaton", "exploitation"),
        ("    instance:", "    instanse:", "rulings[1].instanse", "instance"),
        ("en: A case", "eng: A case", "title.eng", "en"),
        ("- label:", "- lable:", "rulings[1].defendants[1].lable", "label"),
        ("years: 9", "year: 9", "rulings[1].defendants[1].imprisonment.year", "years"),
        ("text: Dømt.", "txt: Dømt.", "rulings[1].summary.nb.txt", "text"),
        ("summary:\n      nb:", "summary:\n      nob:", "rulings[1].summary.nob", "nb"),
        ("author: kom-rulings", "autor: kom-rulings", "rulings[1].summary.nb.autor", "author"),
    ],
)
def test_a_misspelt_field_is_told_with_the_one_that_was_meant(old: str, new: str, field: str, nearest: str) -> None:
    (unknown,) = [found for found in findings(CRIMINAL.replace(old, new)) if found.code == "field-unknown"]

    assert (unknown.place.field, unknown.params["nearest"]) == (field, nearest)
    assert nearest in str(unknown.params["allowed"]).split(", ")
    assert unknown.hint("en").startswith(f"Did you mean {nearest}? Fields here: ")


@pytest.mark.parametrize(
    ("old", "new", "field", "nearest"),
    [
        ("kind: criminal", "kind: crimnal", "kind", "criminal"),
        ("[sexual]", "[sexual, beging]", "exploitation[2]", "begging"),
        ("instance: tingrett", "instance: tingret", "rulings[1].instance", "tingrett"),
        ("date: 2016-05-04\n    outcome: convicted", "date: 2016\n    outcome: uphold", "rulings[1].outcome", "upheld"),
        ("        outcome: convicted", "        outcome: aquitted", "rulings[1].defendants[1].outcome", "acquitted"),
        ("author: kom-rulings", "author: kom-ruling", "rulings[1].summary.nb.author", "kom-rulings"),
        ("author: kom-rulings", "author: 123", "rulings[1].summary.nb.author", ""),
    ],
)
def test_a_misspelt_value_is_told_with_the_one_that_was_meant(old: str, new: str, field: str, nearest: str) -> None:
    (found,) = findings(CRIMINAL.replace(old, new))

    assert (found.code, found.place.field, found.params["nearest"]) == ("value-not-allowed", field, nearest)
    assert ("Mente du" in found.hint("nb")) == bool(nearest)


def test_the_allowed_values_and_fields_are_those_of_the_kind() -> None:
    (value,) = findings(IMMIGRATION.replace("outcome: rejected", "outcome: convicted"), folder="immigration")
    (field,) = findings(ECHR + "permits: [witness]\n", folder="echr")

    assert value.params["allowed"] == "granted, rejected, valid, invalid, dismissed, not_on_merits, unknown"
    assert "respondents" in str(field.params["allowed"])
    assert "permits" not in str(field.params["allowed"])


def test_every_defect_of_a_file_is_told_at_once() -> None:
    text = """\
kind: criminal
title: {nb: ''}
exploitation: [sexual, beging]
victims: {count: 0123, minors: sum, countries: [NOR]}
rulings:
  - court: Oslo tingrett
    instance: tingret
    references: [HR-2017]
    date: 2019-02-29
    provisions: [straffeloven]
    utfall: dømt
    links: [{title: Dommen, url: lovdata.no}]
    aggravated: ja
"""
    assert told(text) == [
        ("text-empty", "title.nb", 2, 9),
        ("value-not-allowed", "exploitation[2]", 3, 24),
        ("not-a-country", "victims.countries[1]", 4, 49),
        ("not-a-number", "victims.count", 4, 11),
        ("not-a-number", "victims.minors", 4, 24),
        ("field-missing", "rulings[1].outcome", 6, 5),
        ("value-not-allowed", "rulings[1].instance", 7, 5),
        ("not-a-reference", "rulings[1].references[1]", 8, 18),
        ("not-a-date", "rulings[1].date", 9, 5),
        ("not-a-provision", "rulings[1].provisions[1]", 10, 18),
        ("field-unknown", "rulings[1].utfall", 11, 5),
        ("not-a-link", "rulings[1].links[1].url", 12, 29),
        ("not-yes-or-no", "rulings[1].aggravated", 13, 5),
    ]


@pytest.mark.parametrize(
    ("old", "new", "place", "expected"),
    [
        ("[sexual]", "sexual", ("exploitation", 3, 1), "a list"),
        ("[sexual]", "[[sexual]]", ("exploitation[1]", 3, 16), "text"),
        ("{nb: En sak, en: A case}", "En sak", ("title", 2, 1), "a group of fields"),
        ("{nb: En sak, en: A case}", "[En sak]", ("title", 2, 1), "a group of fields"),
        ("kind: criminal\n", "kind: criminal\nvictims: unknown\n", ("victims", 2, 1), "a group of fields"),
        ("- court: Oslo tingrett", "- court: [Oslo tingrett]", ("rulings[1].court", 5, 5), "text"),
        ("{years: 9}", "{years: [9]}", ("rulings[1].defendants[1].imprisonment.years", 12, 24), "text"),
        ("{text: Dømt., author: kom-rulings}", "Dømt.", ("rulings[1].summary.nb", 14, 7), "a group of fields"),
    ],
)
def test_what_has_the_wrong_shape_is_told_with_the_right_one(
    old: str, new: str, place: tuple[str, int, int], expected: str
) -> None:
    (found,) = findings(CRIMINAL.replace(old, new, 1))

    assert (found.code, found.place.field, found.place.line, found.place.column) == ("wrong-shape", *place)
    assert found.params["expected"] == expected


def test_a_case_has_at_least_one_ruling() -> None:
    text = CRIMINAL.partition("rulings:")[0]

    (none,) = findings(f"{text}rulings: []\n")
    assert (none.code, none.message("en")) == ("wrong-shape", "rulings should be a list with at least one item.")
    assert told(text) == [("field-missing", "rulings", 1, 1)]
    # A list whose only item is unsound is not empty.
    assert told(f"{text}rulings: [dommen]\n") == [("wrong-shape", "rulings[1]", 4, 11)]


def test_a_case_without_a_kind_says_so_and_no_more() -> None:
    assert told(CRIMINAL.replace("kind: criminal\n", "")) == [("field-missing", "kind", 1, 1)]


def test_the_id_of_a_case_is_its_file_name_and_stands_in_no_file() -> None:
    assert told("id: a\n" + CRIMINAL) == [("field-unknown", "id", 1, 1)]
    assert told("id: a\n" + CRIMINAL.replace("[sexual]", "sexual")) == [
        ("field-unknown", "id", 1, 1),
        ("wrong-shape", "exploitation", 4, 1),
    ]


@pytest.mark.parametrize("name", ["Lime-saken", "lime_saken", "lime saken", "-lime", "a--b", "blåbær", "con", "a" * 81])
def test_a_file_name_that_is_no_case_id_is_told(name: str) -> None:
    (found,) = findings(CRIMINAL, name=name)

    assert (found.code, found.params["name"], found.place.line) == ("file-name", name, 1)


def test_a_case_lies_in_the_folder_of_its_kind() -> None:
    (found,) = findings(CRIMINAL, folder="echr")

    assert (found.code, found.params) == ("file-misplaced", {"kind": "criminal", "folder": "echr"})
    assert found.place.field == "kind"


def test_a_case_cannot_be_changed(make_case: Callable[..., Case]) -> None:
    case = make_case(CRIMINAL)

    for part, field in ((case, "visibility"), (case.title, "nb"), (case.rulings[0], "court"), (case.victims, "count")):
        with pytest.raises(ValidationError, match="frozen"):
            setattr(part, field, "another")
    assert isinstance(case.rulings, tuple)
    assert case.rulings[0].court == "Oslo tingrett"


def test_equal_files_give_equal_cases_that_can_stand_in_a_set(make_case: Callable[..., Case]) -> None:
    assert len({make_case(CRIMINAL), make_case(CRIMINAL), make_case(CRIMINAL, name="b")}) == 2


def test_each_kind_has_the_fields_of_every_case() -> None:
    common = {"id", "kind", "title", "exploitation", "victims", "visibility", "restriction", "rulings", "sources"}

    assert list(MODELS) == ["criminal", "immigration", "echr"]
    assert all(common <= set(model.model_fields) for model in MODELS.values())
