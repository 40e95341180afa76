"""Drafts as plain text, for golden files that people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kom_rulings.sources.draft import Draft, TextPart, Understood, Value

_WIDTH = 80


def rendered(drafts: Sequence[Draft]) -> str:
    """All drafts of a page, one after the other."""
    return "\n".join("\n".join(_lines(draft)) + "\n" for draft in drafts) or "nothing was understood of the page\n"


def _lines(draft: Draft) -> Iterator[str]:
    yield f"{draft.kind} from {draft.source}: {draft.title}"
    yield f"references: {'; '.join(draft.references) or '–'}"
    yield from map(_field, draft.fields)
    if draft.texts:
        yield f"full text of {draft.text_reference or '–'}"
    for part in draft.texts:
        yield from _text(part)
    yield from (f"left over: {_short(line)}" for line in draft.left_over)
    yield from (f"remark: {remark}" for remark in draft.remarks)


def _field(field: Understood) -> str:
    told = f"guessed: {field.guess} «{field.said}»" if field.guess else f"read: «{field.said}»"
    return f"{_path(field.path)} = {_value(field.value)}   ({told})"


def _path(path: Sequence[str | int]) -> str:
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return written.removeprefix(".")


def _value(value: Value) -> str:
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_value(one)}" for name, one in value.items()) + "}"
    return "[" + "; ".join(map(_value, value)) + "]"


def _text(part: TextPart) -> Iterator[str]:
    yield f"  {part.name or 'the ruling'}, {'numbered' if part.numbered else 'not numbered'}"
    yield from (f"    [{number}] {_short(text)}" for number, text in part.paragraphs)


def _short(text: str) -> str:
    """A paragraph by its beginning and its end, so that one that was cut shows."""
    line = text.replace("\n", " ⏎ ")
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 20]} … {line[-16:]} ({len(line)})"
