"""What each field of a record holds, taken from the models: words, dates, references, countries, groups of fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, get_args, get_origin

from kom_rulings.problems import Path
from kom_rulings.records.building import MODELS
from kom_rulings.records.case import Part
from kom_rulings.records.values import Unknown

_COUNTRY_PATTERN: Final = "^[A-Z]{2}$"


@dataclass(frozen=True)
class Shape:
    """What a field holds, and whether it must stand.

    ``words`` are the values where only some are allowed, ``part`` the group of fields where it is one, ``holds`` the
    types of its values.
    """

    required: bool
    listed: bool
    part: type[Part] | None
    words: tuple[str, ...]
    holds: frozenset[type]
    country: bool
    link: bool
    default: object

    @property
    def may_be_unknown(self) -> bool:
        """Whether the field takes ``unknown``."""
        return Unknown in self.holds or "unknown" in self.words


@cache
def shapes_of(part: type[Part]) -> dict[str, Shape]:
    """The fields of a part of a record, with what each holds."""
    return {name: _shape(field) for name, field in part.model_fields.items() if name != "id"}


def part_at(kind: str, path: Path) -> type[Part] | None:
    """The part of a record of a kind that stands at a way, or ``None`` where no group of fields does."""
    part: type[Part] | None = MODELS[kind]
    for step in path:
        if isinstance(step, str):
            shape = shapes_of(part).get(step) if part else None
            part = shape.part if shape else None
    return part


def shape_at(kind: str, path: Path) -> Shape | None:
    """What the field at a way holds, or ``None`` where there is no such field; items of a list are as the list."""
    names = [n for n, step in enumerate(path) if isinstance(step, str)]
    part = part_at(kind, path[: names[-1]]) if names else None
    return shapes_of(part).get(str(path[names[-1]])) if part else None


def _shape(field: Any) -> Shape:
    found = list(_within(field.annotation))
    schemas = [one.json_schema for one in (*field.metadata, *found) if hasattr(one, "json_schema")]
    types = [one for one in found if isinstance(one, type)]
    return Shape(
        required=field.is_required(),
        listed=any(get_origin(one) is tuple for one in found),
        part=next((one for one in types if issubclass(one, Part)), None),
        words=tuple(word for one in found if get_origin(one) is Literal for word in get_args(one)),
        holds=frozenset(types),
        country=any(_says(schema, "pattern", _COUNTRY_PATTERN) for schema in schemas),
        link=any(_says(schema, "format", "uri") for schema in schemas),
        default=field.get_default(),
    )


def _within(annotation: Any) -> Iterator[Any]:
    """An annotation and everything inside it, what is told beside its types too."""
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    if get_origin(annotation) is not Literal:
        for argument in get_args(annotation):
            yield from _within(argument)


def _says(schema: Any, name: str, value: str) -> bool:
    if not isinstance(schema, dict):
        return False
    return schema.get(name) == value or any(_says(one, name, value) for one in schema.get("anyOf", ()))
