"""The skeleton of a new record: every field of the models, explained, and sound when it is used."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kom_rulings.editing.explaining import EXPLAINED, explanation, keys_of
from kom_rulings.editing.formatting import formatted
from kom_rulings.editing.order import ORDER
from kom_rulings.editing.shapes import shapes_of
from kom_rulings.editing.skeleton import skeleton
from kom_rulings.files.reading import RawFile, Tree, parse
from kom_rulings.problems import errors_in
from kom_rulings.records.building import MODELS, build
from kom_rulings.records.case import Part
from kom_rulings.wording import LANGUAGES, Language, wording
from kom_rulings.workspace import Workspace

#: A field that is commented out: the sign, one space, and the field as it would stand.
_FIELD = re.compile(r"^( *)# ((?: {2})*(?:- )?[a-z_0-9]+:(?: .*)?)$", re.MULTILINE)
#: What makes the skeletons sound: nothing of it is a real case.
_FILLED = {
    "draft: yes": "draft: no",
    "visibility: public": "visibility: internal",
    "court: unknown": "court: Oslo tingrett",
    "[99999/99]": "[12345/10]",
    "[XX]": "[NO]",
    "date: unknown": "date: 2017",
    "    ecli: ECLI:CE:ECHR:2099:0101JUD009999999": "",
}


def raw_of(text: str, kind: str) -> RawFile:
    raw, problems = parse(text.encode(), Path(f"/{kind}/ny.yaml"), f"{kind}/ny.yaml")
    assert raw is not None, problems
    return raw


def used(text: str) -> str:
    """The skeleton with every field used."""
    return _FIELD.sub(r"\1\2", text)


def fields_in(tree: Tree, part: type[Part]) -> set[tuple[str, str]]:
    """Every field in a record, with the part that it stands in."""
    if isinstance(tree, tuple):
        return set().union(*(fields_in(one, part) for one in tree))
    assert isinstance(tree, dict)
    found = {(part.__name__, name) for name in tree}
    for name, value in tree.items():
        inner = shapes_of(part)[name].part
        found |= fields_in(value, inner) if inner else set()
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MODELS)
def test_it_builds_as_it_is_and_with_every_field_used(kind: str, language: Language) -> None:
    text = skeleton(kind, wording(language))
    for one in (text, used(text)):
        case, problems = build(raw_of(one, kind))
        assert problems == []
        assert case is not None
        assert case.draft


@pytest.mark.parametrize("kind", MODELS)
def test_every_field_of_the_models_is_in_it(kind: str) -> None:
    model = MODELS[kind]
    parts = {part.__name__: part for part in ORDER}
    tree = dict(raw_of(used(skeleton(kind, wording("nb"))), kind).tree)
    found = fields_in(tree, model)
    assert found == {(name, one) for name, _ in found for one in shapes_of(parts[name])}


@pytest.mark.parametrize("kind", MODELS)
def test_filled_in_it_passes_the_check(kind: str, records_of: Callable[[dict[str, str]], Path]) -> None:
    text = used(skeleton(kind, wording("nb")))
    for old, new in _FILLED.items():
        text = text.replace(old, new)
    if kind == "echr":
        text = text.replace("court: Oslo tingrett", "court: Den europeiske menneskerettsdomstolen")
    root = records_of({f"{kind}/ny.yaml": text})
    assert errors_in(Workspace(root).problems) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MODELS)
def test_it_is_in_order_and_fits_the_screen(kind: str, language: Language) -> None:
    text = skeleton(kind, wording(language))
    assert formatted(raw_of(text, kind), text.encode()).decode() == text
    assert max(map(len, text.split("\n"))) <= 120


def test_every_field_is_explained_and_nothing_else() -> None:
    fields = [(part, name) for part in ORDER for name in shapes_of(part)]
    assert all(explanation(part, name) for part, name in fields)
    asked = {next(key for key in keys_of(part, name) if key in EXPLAINED) for part, name in fields}
    assert asked == set(EXPLAINED)


def test_it_tells_the_allowed_values_in_the_readers_language() -> None:
    assert "hvem som kan se saken (public, partner, internal)" in skeleton("criminal", wording("nb"))
    assert "who may see the case (public, partner, internal)" in skeleton("criminal", wording("en"))
