"""From raw trees to cases, or to findings: pydantic's complaints become ours, with place, code and “did you mean”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, get_args, get_origin

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
from kom_rulings.records.nearest import nearest
from kom_rulings.records.values import UNKNOWN
from kom_rulings.wording import N_, Phrase

AnyCase = CriminalCase | ImmigrationCase | EchrCase
MODELS: Mapping[str, type[AnyCase]] = {"criminal": CriminalCase, "immigration": ImmigrationCase, "echr": EchrCase}

_ADAPTER: TypeAdapter[AnyCase] = TypeAdapter(Annotated[AnyCase, Discriminator("kind")])
_ADD, _ADD_OR_UNKNOWN = N_("Add it."), N_("Add it. Write “unknown” if it is not known.")
_OR_WORDS = {"unknown": N_(", or “unknown”"), "some unknown": N_(", or “some” or “unknown”")}
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
        problems += problems_of(raw, error, MODELS.get(str(kind), CriminalCase))
    return (None, problems) if problems else (case, [])


def _name_problems(raw: RawFile) -> Iterator[Problem]:
    name = case_id(raw.path)
    if not is_case_id(name):
        yield Problem("file-name", Place(raw.file), {"name": name})
    kind, folder = raw.tree.get("kind"), raw.path.parent.name
    if isinstance(kind, str) and kind in MODELS and kind != folder:
        yield Problem("file-misplaced", raw.place("kind"), {"kind": kind, "folder": folder})


def problems_of(raw: RawFile, error: ValidationError, model: type[BaseModel], at: Path = ()) -> list[Problem]:
    """What pydantic complains of in the part of a file at ``at``, which ``model`` describes, as findings.

    One finding per place, since a union may complain several times about the same value.
    """
    found: dict[Place, Problem] = {}
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and detail["input"]:
            continue  # Its items are there, but unsound, and are told themselves.
        problem = _problem(raw, detail, model, at)
        found.setdefault(problem.place, problem)
    return list(found.values())


def _problem(raw: RawFile, detail: ErrorDetails, root: type[BaseModel], at: Path) -> Problem:
    kind, inner = detail["type"], _path(_tree_at(raw.tree, at), detail)
    path = (*at, *inner)
    if kind in CODES:
        return _from_value(raw, path, kind, detail["ctx"]["value"], detail["ctx"]["words"])
    if kind == "missing":
        return _missing(raw, path, _model_at(inner[:-1], root))
    if kind == "extra_forbidden":
        return _unknown_field(raw, path, _model_at(inner[:-1], root))
    if kind == "literal_error" and isinstance(detail["input"], str):
        return _value_not_allowed(raw, path, str(detail["input"]), _expected(detail))
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _kind_problem(raw)
    return _wrong_shape(raw, path, _SHAPES.get(kind, _TEXT))


def _missing(raw: RawFile, path: Path, model: type[BaseModel]) -> Problem:
    field = model.model_fields.get(str(path[-1]))
    how = _ADD_OR_UNKNOWN if field is not None and _may_be_unknown(field.annotation) else _ADD
    return Problem("field-missing", raw.place(*path), {"field": path[-1], "how": Phrase(how)})


def may_be_unknown(problem: Problem) -> bool:
    """Whether what a finding misses may be given as ``unknown``."""
    return problem.code == "field-missing" and problem.params["how"] == _ADD_OR_UNKNOWN


def _may_be_unknown(annotation: Any) -> bool:
    """Whether a field takes ``unknown``: as a value of its own, or as one of its words."""
    if get_origin(annotation) is Literal:
        return "unknown" in get_args(annotation)
    return annotation is UNKNOWN.__class__ or any(map(_may_be_unknown, get_args(annotation)))


def _from_value(raw: RawFile, path: Path, code: str, value: str, words: str) -> Problem:
    """A fault that a value's own reader found."""
    if code == "wrong-shape":
        return _wrong_shape(raw, path, value)
    params = {"value": value, "field": _last_name(path), "or_words": Phrase(_OR_WORDS.get(words, ""))}
    return Problem(code, raw.place(*path), params)


def _wrong_shape(raw: RawFile, path: Path, expected: str) -> Problem:
    return Problem("wrong-shape", raw.place(*path), {"field": _last_name(path), "expected": Phrase(expected)})


def _value_not_allowed(raw: RawFile, path: Path, value: str, allowed: Sequence[str]) -> Problem:
    words = {"value": value, "field": _last_name(path), "nearest": nearest(value, allowed)}
    return Problem("value-not-allowed", raw.place(*path), {**words, "allowed": ", ".join(allowed)})


def _kind_problem(raw: RawFile) -> Problem:
    """The kind is missing, is no text, or is none of ours."""
    kind = raw.tree.get("kind")
    if kind is None:
        return Problem("field-missing", raw.place("kind"), {"field": "kind", "how": Phrase(_ADD)})
    if not isinstance(kind, str):
        return _wrong_shape(raw, ("kind",), _TEXT)
    return _value_not_allowed(raw, ("kind",), kind, list(MODELS))


def _expected(detail: ErrorDetails) -> list[str]:
    """The values that pydantic lists as “'a', 'b' or 'c'”."""
    return [text.strip().strip("'") for text in str(detail["ctx"]["expected"]).replace(" or ", ", ").split(", ")]


def _unknown_field(raw: RawFile, path: Path, model: type[BaseModel]) -> Problem:
    allowed = sorted(set(model.model_fields) - {"id"})
    guess = "" if path[-1] == "id" else nearest(str(path[-1]), allowed)
    params = {"field": path[-1], "nearest": guess, "allowed": ", ".join(allowed)}
    return Problem("field-unknown", raw.place(*path), params)


def _tree_at(tree: Mapping[str, Tree], at: Path) -> Any:
    node: Any = tree
    for step in at:
        node = node[step]
    return node


def _path(node: Any, detail: ErrorDetails) -> Path:
    """The way to the value in the file: pydantic's way without the branches of unions that it names in between."""
    path: list[str | int] = []
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


def _model_at(path: Path, model: type[BaseModel]) -> type[BaseModel]:
    """The model whose fields stand at this place below ``model``."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            inner = (one for one in _types_in(model.model_fields[step].annotation) if issubclass(one, BaseModel))
            model = next(inner, model)
    return model


def _types_in(annotation: Any) -> Iterator[type]:
    """Every class inside an annotation."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from _types_in(argument)
