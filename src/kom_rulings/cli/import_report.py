"""The report of an import as people read it: what was understood, guessed, kept, left over, and found by the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import click

from kom_rulings.cli.edge import Edge
from kom_rulings.importing.outcome import FieldFate, Imported, TextFate
from kom_rulings.wording import N_, Language, wording

_LONGEST: Final = 90
_MOST_LEFT_OVER: Final = 12
_ACTS: Final = {
    "new": N_("new draft: {file}"),
    "changed": N_("on record: {file}"),
    "unchanged": N_("on record, and nothing to add: {file}"),
}
_WOULD: Final = {
    **_ACTS,
    "new": N_("would be a new draft: {file}"),
    "changed": N_("on record, would be added to: {file}"),
}
#: The fields by what became of them, in the order in which they are told.
_GROUPS: Final[tuple[tuple[str, Callable[[FieldFate], bool]], ...]] = (
    (N_("Understood"), lambda one: one.fate == "added" and not one.guess),
    (N_("Guessed, and marked in the file"), lambda one: one.fate == "added" and bool(one.guess)),
    (N_("Taken from the page"), lambda one: one.fate == "taken"),
    (N_("Differs and is kept as it is in the record; take the page's with --take"), lambda one: one.fate == "kept"),
    (N_("New, but only guessed or a whole ruling; take it with --take"), lambda one: one.fate == "waiting"),
)
_TEXTS: Final = {
    "added": N_("{paragraphs}: {file}"),
    "taken": N_("{paragraphs}, written anew: {file}"),
    "same": N_("{paragraphs}, as they are on record: {file}"),
    "kept": N_("{paragraphs}, other than on record; take them with --take text: {file}"),
}


def tell_all(edge: Edge, told: Sequence[Imported], silent: Sequence[str], *, dry_run: bool) -> None:
    """Print the report of every case, and of the pages that tell of none."""
    for one in told:
        _tell(edge, one, _WOULD if dry_run else _ACTS)
    for page in silent:
        edge.warn(N_("{page}: no single case was found on the page, and nothing was imported from it."), page=page)
    if dry_run:
        edge.echo(N_("Nothing was written."))


def as_data(told: Iterable[Imported], language: Language) -> list[dict[str, object]]:
    """The report for programs."""
    say = wording(language)
    return [
        {
            "page": one.page,
            "source": one.source,
            "title": one.title,
            "act": one.act,
            "kind": one.kind,
            "case": one.case,
            "file": one.file,
            "why": say(one.why, **one.params),
            "fields": [{**_field_data(field), "guess": say(field.guess)} for field in one.fields],
            "texts": [vars(text) for text in one.texts],
            "near": list(one.near),
            "left_over": list(one.left_over),
            "remarks": [say(remark) for remark in one.remarks],
            "problems": [problem.as_json() for problem in one.problems],
        }
        for one in told
    ]


def _field_data(one: FieldFate) -> dict[str, object]:
    return {"field": one.name, "fate": one.fate, "value": one.value, "present": one.present, "said": one.said}


def _tell(edge: Edge, one: Imported, acts: Mapping[str, str]) -> None:
    click.echo(f"{one.page} ({one.source}): {one.title}")
    if one.act == "refused":
        click.echo(f"  {edge.say(N_('Not imported: {why}'), why=edge.say(one.why, **one.params))}")
    else:
        click.echo(f"  {edge.say(acts[one.act], file=one.file)}")
        for head, belongs in _GROUPS:
            _tell_lines(edge, head, [_field(edge, field) for field in one.fields if belongs(field)])
        _tell_lines(edge, N_("Full text, kept in the house"), [_text(edge, text) for text in one.texts])
    more = len(one.left_over) - _MOST_LEFT_OVER
    _tell_lines(edge, N_("Not understood"), [_short(line) for line in one.left_over[:_MOST_LEFT_OVER]])
    if more > 0:
        click.echo(f"    {edge.say.plural('and {n} more line', 'and {n} more lines', more)}")
    _tell_lines(edge, N_("On record with the same number, and perhaps the same ruling (--into CASE)"), one.near)
    _tell_lines(edge, N_("Remarks"), [edge.say(remark) for remark in one.remarks])
    if one.problems:
        edge.echo(N_("  The checks find:"))
        edge.list_problems(one.problems)


def _tell_lines(edge: Edge, head: str, lines: Sequence[str]) -> None:
    if lines:
        click.echo(f"  {edge.say(head)}:")
        click.echo("\n".join(f"    {line}" for line in lines))


def _field(edge: Edge, one: FieldFate) -> str:
    """The field with its value; what the record says beside it, or the words of the page."""
    value = _short(_plain(one.value))
    if one.fate in ("kept", "taken") and one.present is not None:
        return edge.say(
            N_("{field}: here {present}, on the page {value}"),
            field=one.name,
            present=_short(_plain(one.present)),
            value=value,
        )
    if one.guess:
        return f"{one.name}: {value}  ({edge.say(one.guess)})"
    return f"{one.name}: {value}"


def _text(edge: Edge, one: TextFate) -> str:
    paragraphs = edge.say.plural("{n} paragraph", "{n} paragraphs", one.paragraphs)
    return edge.say(_TEXTS[one.fate], paragraphs=paragraphs, file=one.file)


def _plain(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_plain(one)}" for name, one in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(map(_plain, value))
    return str(value)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
