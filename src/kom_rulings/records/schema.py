"""The JSON Schema of a case file, made from the models, so that an editor completes and checks the fields."""

from __future__ import annotations

import json
from typing import Any

from kom_rulings.records.building import MODELS

SCHEMA_NAME = "case.schema.json"
#: What the first line of each case file says; editors with a YAML language server read it.
SCHEMA_LINE = f"# yaml-language-server: $schema=../{SCHEMA_NAME}"


def schema_text() -> str:
    """The schema file's content, the same bytes for the same models."""
    return json.dumps(_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _schema() -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    for name, model in MODELS.items():
        one = model.model_json_schema(mode="validation")
        definitions.update(one.pop("$defs", {}))
        definitions[name] = _without_id(one)
    branches = [{"$ref": f"#/$defs/{name}"} for name in MODELS]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case file of kom-rulings",
        "oneOf": branches,
        "$defs": definitions,
    }


def _without_id(schema: dict[str, Any]) -> dict[str, Any]:
    """The id of a case is its file name and stands in no file."""
    properties = {name: value for name, value in schema["properties"].items() if name != "id"}
    return {**schema, "properties": properties, "required": [name for name in schema["required"] if name != "id"]}
