"""Write what is generated: the schema of a case file and the pages on case files, findings and commands.

``python scripts/write_docs.py [--check]``; with ``--check`` nothing is written, and the exit code tells whether a file
is out of date.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kom_rulings.cli.main import COMMANDS, main
from kom_rulings.problem_codes import CODES
from kom_rulings.records.building import MODELS
from kom_rulings.records.schema import SCHEMA_NAME, schema_text
from kom_rulings.records.values import UNKNOWN
from kom_rulings.wording import wording

ROOT = Path(__file__).parent.parent
MADE = "<!-- Written by scripts/write_docs.py from the code; do not edit. -->"
_TITLES = {"criminal": "Criminal cases", "immigration": "Immigration cases", "echr": "Cases before the ECtHR"}

_CASE_FILE = """
One YAML file per case in `rulings/criminal/`, `rulings/immigration/` or `rulings/echr/`, in UTF-8. The file name is the
case id: lower-case letters, digits and hyphens. The first line names the schema, so that an editor completes and checks
the fields. A field that is left out is not known; `unknown` says so in words; an empty list says that there is none.
Dates are days (2017-06-07), months (2017-06) or years (2017). Anchors and tags are not used.

A full text lies beside the record as `CASE.REFERENCE.txt`: a head of `reference`, `source`, `retrieved`, `sha256` and
perhaps `publishable: yes`, a line of `---`, then paragraphs that begin with their number: `[12]`. What has numbers of
its own lies in a file beside it, `CASE.REFERENCE.operative.txt` or `CASE.REFERENCE.opinion-1.txt`, whose head says
`part`; where the ruling has no numbers and ours only keep the order, the head says `numbering: ours`. Neither is cited
by number.
"""
_EXIT_CODES = """
Exit codes: 0 fine, 1 findings, 2 wrong use, 3 failed. What a command prints is Norwegian bokmål, or English with
`--lang en`. The workspace is the nearest folder upward that holds `rulings/`, or `--root DIR`, or `KOM_RULINGS_ROOT`;
`kom-rulings.toml` there may set `language`, `engine` and `lock_wait_seconds`.
"""


def files() -> dict[Path, str]:
    """Every generated file with its content."""
    return {
        ROOT / "rulings" / SCHEMA_NAME: schema_text(),
        ROOT / "docs" / "case-file.md": "\n".join(_case_file()) + "\n",
        ROOT / "docs" / "checks.md": "\n".join(_checks()) + "\n",
        ROOT / "docs" / "cli.md": "\n".join(_commands()) + "\n",
    }


def _case_file() -> Iterator[str]:
    yield from (MADE, "", "# The case file", "")
    yield from _CASE_FILE.strip().splitlines()
    seen: set[type[BaseModel]] = set()
    for kind, model in MODELS.items():
        yield from ("", f"## {_TITLES[kind]} (`kind: {kind}`)", "", _first_line(model))
        yield from _fields(model)
        yield from _parts(model, seen)


def _parts(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    """The groups of fields inside a model, each once in the page."""
    for part in _inner_models(model):
        if part not in seen:
            seen.add(part)
            yield from ("", f"### {part.__name__}", "", _first_line(part))
            yield from _fields(part)
            yield from _parts(part, seen)


def _fields(model: type[BaseModel]) -> Iterator[str]:
    yield from ("", "| field | holds | must stand |", "| --- | --- | --- |")
    for name, field in model.model_fields.items():
        if name != "id":
            holds = _holds(field)
            yield f"| `{name}` | {holds}{f'. {field.description}' if field.description else ''} | {_must(field)} |"


def _must(field: FieldInfo) -> str:
    if field.is_required():
        return "yes"
    return "no (`unknown`)" if field.default is UNKNOWN else "no"


def _holds(field: FieldInfo) -> str:
    return _type(field.annotation, field.metadata)


def _type(annotation: Any, metadata: list[Any] | tuple[Any, ...] = ()) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return ", ".join(f"`{one}`" for one in arguments)
    if origin in (Union, types.UnionType):
        return " or ".join(dict.fromkeys(_type(one) for one in arguments if one is not types.NoneType))
    if origin is tuple:
        return f"a list of {_type(arguments[0])}"
    if hasattr(annotation, "__metadata__"):
        return _type(arguments[0], annotation.__metadata__)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return _WORDS.get(getattr(annotation, "__name__", ""), _from_schema(metadata))


_WORDS = {
    "str": "text",
    "int": "a whole number",
    "bool": "`yes` or `no`",
    "Unknown": "`unknown`",
    "PartialDate": "a day, month or year",
    "Reference": "a reference",
    "Provision": "a provision",
}


def _from_schema(metadata: list[Any] | tuple[Any, ...]) -> str:
    return str(metadata)


def _inner_models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for field in model.model_fields.values():
        yield from _models_in(field.annotation)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _first_line(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split())


def _checks() -> Iterator[str]:
    yield from (MADE, "", "# Findings", "")
    yield "What `kom-rulings check` can find. An error stops publishing, a warning asks for a look, a note informs."
    say = wording("nb")
    yield from ("", "| code | severity | message and remedy | på bokmål |", "| --- | --- | --- | --- |")
    for name, code in CODES.items():
        english, norwegian = f"{code.message} *{code.hint}*", f"{_raw(say, code.message)} *{_raw(say, code.hint)}*"
        yield f"| `{name}` | {code.severity} | {_cell(english)} | {_cell(norwegian)} |"


def _raw(say: Any, message: str) -> str:
    return str(say._catalogue.gettext(message))


def _cell(words: str) -> str:
    return words.replace("{{", "{").replace("}}", "}").replace("|", "\\|")


def _commands() -> Iterator[str]:
    yield from (MADE, "", "# Commands", "")
    yield from _EXIT_CODES.strip().splitlines()
    with click.Context(main, info_name="kom-rulings") as parent:
        for name in COMMANDS:
            command = main.get_command(parent, name)
            if command is not None:
                yield from ("", f"## {name}", "", command.help or "", "", "```text")
                yield f"kom-rulings {name} {' '.join(_usage(command))}"
                yield from ("```", "", "| option | meaning |", "| --- | --- |")
                yield from (_option(option) for option in command.params if isinstance(option, click.Option))


def _usage(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            yield (parameter.name or "").upper() + ("..." if parameter.nargs == -1 else "")
    yield "[OPTIONS]"


def _option(option: click.Option) -> str:
    takes = "" if option.is_flag else " " + _cell(option.make_metavar(click.Context(main)))
    return f"| `{', '.join(option.opts)}{takes}` | {_cell(option.help or '')} |"


def run() -> int:
    """Write or check."""
    stale = [path for path, content in files().items() if not path.exists() or path.read_text("utf-8") != content]
    for path in stale:
        print("out of date:", path.relative_to(ROOT).as_posix())
        if "--check" not in sys.argv:
            path.write_text(files()[path], encoding="utf-8", newline="\n")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(run())
