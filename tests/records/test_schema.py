"""The schema that editors read: the committed file is the generated one, and it says what the models say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from kom_rulings.records.building import MODELS
from kom_rulings.records.schema import SCHEMA_LINE, SCHEMA_NAME, schema_text

RULINGS = Path(__file__).parent.parent.parent / "rulings"
SCHEMA = json.loads(schema_text())
VALIDATOR = Draft202012Validator(SCHEMA)
#: Not echr: the schema takes a finding's ``article: 4`` for a number and refuses it.
KINDS = ("criminal", "immigration", "echr")
RECORDS = sorted(path.relative_to(RULINGS).as_posix() for kind in KINDS for path in (RULINGS / kind).glob("*.yaml"))

SOUND = """
kind: criminal
title: {nb: En sak, en: A case}
exploitation: [sexual]
victims: {count: 2, minors: some, approximate: yes, countries: [NO]}
rulings:
  - court: Oslo tingrett
    instance: tingrett
    date: 2016
    outcome: convicted
    aggravated: no
    links: [{title: Dommen, url: "https://lovdata.no"}]
"""


def as_an_editor_reads(text: str) -> Any:
    """Read YAML 1.2: whole numbers are numbers, everything else is text."""
    return _typed(yaml.load(text, Loader=yaml.BaseLoader))


def errors(instance: Any) -> list[str]:
    """Where a case breaks the schema of its kind."""
    kind = instance.get("kind")
    schema = {**SCHEMA, "oneOf": [{"$ref": f"#/$defs/{kind}"}]} if kind in MODELS else SCHEMA
    branches = [error.context or [error] for error in Draft202012Validator(schema).iter_errors(instance)]
    return sorted({error.json_path for branch in branches for error in branch})


def test_the_committed_schema_is_the_generated_one() -> None:
    assert (RULINGS / SCHEMA_NAME).read_bytes().decode() == schema_text(), (
        "rulings/case.schema.json is old; write schema_text() into it"
    )


def test_the_schema_is_one_and_holds_for_a_kind_each() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    assert [branch["$ref"] for branch in SCHEMA["oneOf"]] == [f"#/$defs/{kind}" for kind in MODELS]
    assert {SCHEMA["$defs"][kind]["properties"]["kind"]["const"] for kind in MODELS} == set(MODELS)
    assert schema_text().endswith("}\n")


def test_the_first_line_of_a_case_file_leads_to_the_schema() -> None:
    relative = SCHEMA_LINE.partition("$schema=")[2]

    assert SCHEMA_LINE == "# yaml-language-server: $schema=../case.schema.json"
    assert (RULINGS / "criminal" / relative).resolve() == (RULINGS / SCHEMA_NAME).resolve()


def test_the_schema_knows_no_id_and_all_other_fields() -> None:
    for kind, model in MODELS.items():
        definition = SCHEMA["$defs"][kind]
        assert set(definition["properties"]) == set(model.model_fields) - {"id"}
        assert (definition["additionalProperties"], "id" in definition["required"]) == (False, False)


def test_there_are_records_to_validate() -> None:
    assert len(RECORDS) == 57


@pytest.mark.parametrize("record", RECORDS)
def test_each_bundled_record_is_valid(record: str) -> None:
    assert errors(as_an_editor_reads((RULINGS / record).read_text(encoding="utf-8"))) == []


def test_a_case_that_uses_every_sort_of_value_is_valid() -> None:
    assert errors(as_an_editor_reads(SOUND)) == []
    assert VALIDATOR.is_valid(as_an_editor_reads(SOUND))


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("kind: criminal", "kind: crimnal", "$"),
        ("exploitation: [sexual]\n", "", "$"),
        ("exploitation:", "exploitaton: x\nexploitation:", "$"),
        ("kind: criminal", "id: a\nkind: criminal", "$"),
        ("[sexual]", "[sexual, beging]", "$.exploitation"),
        ("nb: En sak", "nb: ''", "$.title.nb"),
        ("count: 2", "count: many", "$.victims.count"),
        ("count: 2", "count: -2", "$.victims.count"),
        ("count: 2", "count: some", "$.victims.count"),
        ("minors: some", "minors: few", "$.victims.minors"),
        ("approximate: yes", "approximate: unknown", "$.victims.approximate"),
        ("[NO]", "[Norge]", "$.victims.countries"),
        ("instance: tingrett", "instance: tingret", "$.rulings[0].instance"),
        ("date: 2016", "date: 4. mai 2016", "$.rulings[0].date"),
        ("outcome: convicted", "outcome: granted", "$.rulings[0].outcome"),
        ("    outcome: convicted\n", "", "$.rulings[0]"),
        ("aggravated: no", "aggravated: nei", "$.rulings[0].aggravated"),
    ],
)
def test_a_broken_case_is_invalid_where_it_is_broken(old: str, new: str, where: str) -> None:
    found = errors(as_an_editor_reads(SOUND.replace(old, new, 1)))

    assert found
    assert all(path.startswith(where) for path in found)


@pytest.mark.parametrize("value", ["unknown", "[]", "[sexual, begging]"])
def test_a_list_may_be_unknown_or_empty(value: str) -> None:
    assert errors(as_an_editor_reads(SOUND.replace("[sexual]", value))) == []


def _typed(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _typed(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_typed(value) for value in node]
    return int(node) if re.fullmatch(r"[-+]?\d+", node) else node
