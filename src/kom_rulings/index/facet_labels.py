"""Facets as they are read, and the query that narrows by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kom_rulings.index.card import THROUGH
from kom_rulings.index.filters import NAMED
from kom_rulings.index.provision_names import SEPARATOR
from kom_rulings.index.search_fields import SEARCH_FIELDS, code_name
from kom_rulings.labels import EXPLOITATION_FORM, FINAL, FINDING, INSTANCE, KIND, OUTCOME, YES_NO
from kom_rulings.wording import N_, Language, wording

_LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "kind": KIND,
    "instance": INSTANCE,
    "outcome": {**FINDING, **OUTCOME, "inadmissible": FINDING["inadmissible"]},
    "exploitation": {**EXPLOITATION_FORM, "unknown": FINDING["unknown"]},
    "minors": YES_NO,
    "final": FINAL,
}
_OLDER: Final = f"{SEPARATOR}{THROUGH}"


def facet_name(key: str, language: Language) -> str:
    """The name of the field, as it is typed."""
    names = next(one.names for one in SEARCH_FIELDS if one.key == key)
    return names[0] if language == "nb" else names[1]


def facet_label(key: str, value: str, language: Language) -> str:
    """A value as it is read."""
    if value.endswith(_OLDER):
        return wording(language)(N_("{provision} and its forerunner"), provision=value.removesuffix(_OLDER))
    if key in NAMED:
        return _name(key, value, language)
    labels = _LABELS.get(key, {})
    return wording(language)(labels[value]) if value in labels else value


def facet_query(key: str, value: str) -> str:
    """The filter that lets through what was counted."""
    value = value.removesuffix(_OLDER)
    typed = f"={_name(key, value, 'nb')}" if key in NAMED else code_name(key, value)
    quoted = f'"{typed}"' if " " in typed else typed
    return f"{facet_name(key, 'nb')}:{quoted}"


def _name(key: str, value: str, language: Language) -> str:
    """A country by its name, a court by its own: bokmål, then English; a country has its code before them."""
    names = value.split(SEPARATOR)
    names = names if key == "court" else names[1:]
    return names[0] if language == "nb" else names[1]
