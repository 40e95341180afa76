"""The tables of examples that live with the rules of importing."""

from __future__ import annotations

import pytest

from kom_rulings.files.reading import Tree
from kom_rulings.importing.naming import EXAMPLES, new_name, slug
from kom_rulings.importing.sameness import DIFFERENT, SAME, lacking, says_the_same
from kom_rulings.names import is_case_id
from kom_rulings.sources.draft import Draft, Understood, Value


@pytest.mark.parametrize(("value", "present"), SAME)
def test_what_says_the_same_is_no_difference(value: Value, present: Tree) -> None:
    assert says_the_same(value, present)


@pytest.mark.parametrize(("value", "present"), DIFFERENT)
def test_what_says_something_else_is_a_difference(value: Value, present: Tree) -> None:
    assert not says_the_same(value, present)


def test_a_list_lacks_what_it_has_in_no_spelling() -> None:
    assert lacking(["Rt. 2013 s. 39", "HR-2017-1124-A"], ("Rt-2013-39",)) == ["HR-2017-1124-A"]


@pytest.mark.parametrize(("text", "name"), EXAMPLES.items())
def test_a_name_is_made_from_a_text(text: str, name: str) -> None:
    assert slug(text) == name
    assert is_case_id(name)


def draft(kind: str, title: str, *references: str) -> Draft:
    return Draft("hudoc", kind, title, references, (Understood(("title", "nb"), title, ""),))  # type: ignore[arg-type]


def test_a_new_case_is_named_by_its_reference_and_in_strasbourg_by_its_public_name() -> None:
    assert new_name(draft("criminal", "Ola mot Kari", "LB-2019-1000"), ()) == "lb-2019-1000"
    assert new_name(draft("echr", "X.Y. mot Hellas", "99991/99"), ()) == "xy-mot-hellas"


def test_a_norwegian_case_is_never_named_by_its_title() -> None:
    assert new_name(draft("criminal", "Ola mot Kari"), ()) == "hudoc"


def test_a_name_that_is_taken_gets_a_number() -> None:
    taken = {"lb-2019-1000", "lb-2019-1000-2"}
    assert new_name(draft("criminal", "", "LB-2019-1000"), taken) == "lb-2019-1000-3"


@pytest.mark.parametrize("text", ["../../etc/passwd", "con", "   ", "/", "a" * 300, "..\\x", "\0"])
def test_no_text_makes_a_name_that_leads_elsewhere(text: str) -> None:
    assert is_case_id(new_name(draft("echr", text, text), ()))
