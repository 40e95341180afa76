"""From raw trees to cases, or to findings: pydantic's complaints become ours, with place, code and “did you mean”."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Discriminator, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kom_rulings.files.paths import case_id
from kom_rulings.files.reading import RawFile, Tree
from kom_rulings.names import is_case_id
from kom_rulings.problem_codes import CODES
from kom_rulings.problems import Path, Place, Problem
from kom_rulings.records.criminal import CriminalCase
from kom_rulings.records.echr import EchrCase
from kom_rulings.records.immigration import ImmigrationCase
from kom_rulings.records.tables import nearest
from kom_rulings.wording import N_, Phrase

AnyCase = CriminalCase | ImmigrationCase | EchrCase
MODELS: Mapping[str, type[AnyCase]] = {"criminal": CriminalCase, "immigration": ImmigrationCase, "echr": EchrCase}

_ADAPTER: TypeAdapter[AnyCase] = TypeAdapter(Annotated[AnyCase, Discriminator("kind")])
_LIST, _GROUP, _TEXT = N_("a list"), N_("a group of fields"), N_("text")
_SHAPES = {
    "tuple_type": _LIST,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "dict_type": _GROUP,
    "too_short": N_("a list with at least one item"),
}


def build(raw: RawFile) -> tuple[AnyCase | None, list[Problem]]:
    """Build a case from what was read; with any defect there is no case, and every defect is told."""
    problems = [*_name_problems(raw)]
    kind = raw.tree.get("kind")
    if "id" in raw.tree:
        problems.append(_unknown_field(raw, ("id",), MODELS.get(str(kind), CriminalCase)))
    try:
        case = _ADAPTER.validate_python({**raw.tree, "id": case_id(raw.path)})
    except ValidationError as error:
        problems += _problems(raw, error)
    return (None, problems) if problems else (case, [])


def _name_problems(raw: RawFile) -> Iterator[Problem]:
    name = case_id(raw.path)
    if not is_case_id(name):
        yield Problem("file-name", Place(raw.file), {"name": name})
    kind, folder = raw.tree.get("kind"), raw.path.parent.name
    if kind in MODELS and kind != folder:
        yield Problem("file-misplaced", raw.place("kind"), {"kind": kind, "folder": folder})


def _problems(raw: RawFile, error: ValidationError) -> list[Problem]:
    """One finding per place; a union may complain several times about the same value."""
    found: dict[Place, Problem] = {}
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and detail["input"]:
            continue  # Its items are there, but unsound, and are told themselves.
        problem = _problem(raw, detail)
        found.setdefault(problem.place, problem)
    return list(found.values())


def _problem(raw: RawFile, detail: ErrorDetails) -> Problem:
    kind, path = detail["type"], _path(raw.tree, detail)
    if kind in CODES:
        return _from_value(raw, path, kind, detail["ctx"]["value"])
    if kind == "missing":
        return Problem("field-missing", raw.place(*path), {"field": path[-1]})
    if kind == "extra_forbidden":
        return _unknown_field(raw, path, _model_at(raw.tree, path[:-1]))
    if kind == "literal_error" and not isinstance(detail["input"], str):
        return _wrong_shape(raw, path, _TEXT)
    if kind in ("literal_error", "union_tag_invalid", "union_tag_not_found"):
        return _value_not_allowed(raw, path, detail)
    return _wrong_shape(raw, path, _SHAPES.get(kind, _TEXT))


def _from_value(raw: RawFile, path: Path, code: str, value: str) -> Problem:
    """A fault that a value's own reader found."""
    if code == "wrong-shape":
        return _wrong_shape(raw, path, value)
    return Problem(code, raw.place(*path), {"value": value, "field": path[-1] if path else ""})


def _wrong_shape(raw: RawFile, path: Path, expected: str) -> Problem:
    return Problem("wrong-shape", raw.place(*path), {"field": _last_name(path), "expected": Phrase(expected)})


def _value_not_allowed(raw: RawFile, path: Path, detail: ErrorDetails) -> Problem:
    if detail["type"] == "union_tag_not_found":
        return Problem("field-missing", raw.place("kind"), {"field": "kind"})
    if detail["type"] == "union_tag_invalid":
        path, value, allowed = ("kind",), str(detail["ctx"]["tag"]), list(MODELS)
    else:
        value = str(detail["input"])
        allowed = [text.strip().strip("'") for text in detail["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    params = {
        "value": value,
        "field": _last_name(path),
        "nearest": nearest(value, allowed),
        "allowed": ", ".join(allowed),
    }
    return Problem("value-not-allowed", raw.place(*path), params)


def _unknown_field(raw: RawFile, path: Path, model: type[BaseModel]) -> Problem:
    allowed = sorted(set(model.model_fields) - {"id"})
    params = {"field": path[-1], "nearest": nearest(str(path[-1]), allowed), "allowed": ", ".join(allowed)}
    return Problem("field-unknown", raw.place(*path), params)


def _path(tree: Mapping[str, Tree], detail: ErrorDetails) -> Path:
    """The way to the value in the file: pydantic's way without the branches of unions that it names in between."""
    path: list[str | int] = []
    node: Any = tree
    for step in detail["loc"]:
        inside = (isinstance(node, dict) and step in node) or (isinstance(node, tuple) and isinstance(step, int))
        if inside:
            node = node[step]
            path.append(step)
    if detail["type"] == "missing":
        path.append(detail["loc"][-1])
    return tuple(path)


def _last_name(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _model_at(tree: Mapping[str, Tree], path: Path) -> type[BaseModel]:
    """The model whose fields stand at this place of a file."""
    model: type[BaseModel] = MODELS.get(str(tree.get("kind")), CriminalCase)
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = next(_models_in(model.model_fields[step].annotation), model)
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, types.UnionType, tuple, Annotated):
        for argument in get_args(annotation):
            yield from _models_in(argument)
