"""How a page shows its text: bold, italic and centred, from elements, attributes and the rules of its style sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from kom_rulings.pages.elements import Element

_CLASS: Final = re.compile(r"[a-z]*\.([\w-]+)", re.ASCII)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_HEAVY: Final = 600


@dataclass(frozen=True)
class Look:
    """How text is shown."""

    bold: bool = False
    italic: bool = False
    centred: bool = False


PLAIN: Final = Look()
#: What a style changes, by the names of the fields of ``Look``.
Change = Mapping[str, bool]
Rules = Mapping[str, Change]


def rules_of(sheets: Iterable[str]) -> Rules:
    """What style sheets say of single classes; all other rules are left."""
    found: dict[str, dict[str, bool]] = {}
    for sheet in sheets:
        for rule in sheet.split("}"):
            before, _, body = rule.rpartition("{")
            change = change_of(body)
            for selector in before.rpartition("{")[2].rpartition("*/")[2].split(",") if change else ():
                match = _CLASS.fullmatch(selector.strip().lower())
                if match:
                    found.setdefault(match[1], {}).update(change)
    return found


def look_of(element: Element, around: Look, rules: Rules) -> Look:
    """How the text of an element is shown, from how the text around it is."""
    changes: dict[str, bool] = {}
    if element.name in {"b", "strong"}:
        changes["bold"] = True
    if element.name in {"i", "em"}:
        changes["italic"] = True
    if element.name == "center":
        changes["centred"] = True
    if element.get("align"):
        changes["centred"] = element.get("align").strip().lower() == "center"
    for name in element.classes:
        changes.update(rules.get(name, {}))
    changes.update(change_of(element.get("style")))
    return replace(around, **changes) if changes else around


def is_hidden(element: Element) -> bool:
    """Whether an element says of itself that it is not shown; what only style sheets hide may unfold by a click."""
    return "hidden" in element.attributes or bool(_HIDDEN.search(element.get("style").lower()))


def change_of(style: str) -> dict[str, bool]:
    """What the declarations of a style change."""
    changes: dict[str, bool] = {}
    for declaration in style.lower().split(";"):
        name, _, written = declaration.partition(":")
        value = written.replace("!important", "").strip()
        match name.strip():
            case "font-weight":
                changes["bold"] = _is_heavy(value)
            case "font" if "bold" in value.split():
                changes["bold"] = True
            case "font-style":
                changes["italic"] = value in {"italic", "oblique"}
            case "text-align":
                changes["centred"] = value == "center"
    return changes


def _is_heavy(weight: str) -> bool:
    return int(weight) >= _HEAVY if weight.isascii() and weight.isdecimal() else weight.startswith("bold")
