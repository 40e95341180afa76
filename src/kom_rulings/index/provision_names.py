"""Provisions as search values: every name of the law, the section, and the older provision that it continues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kom_rulings.index.analysis import folded
from kom_rulings.records.provision import Provision
from kom_rulings.records.tables import Tables

#: Between the names of one value of a card.
SEPARATOR: Final = "|"
_SECTION = re.compile(
    r"(?:§§?|artikkel|article|art\.?)?\s*(?P<section>[0-9]+(?:-[0-9]+)?(?:\s?[a-h]\b)?)\s*$", re.IGNORECASE
)


class TypedProvision(NamedTuple):
    """A provision as it was typed: the words of the law, which may be missing, and the section, which may be too."""

    law: tuple[str, ...]
    section: str


def provision_values(provision: Provision, tables: Tables) -> Iterator[str]:
    """The value of a provision, and of each that continues it: ``lov:257`` also finds strl. 1902 § 224."""
    yield _value(provision, tables, "")
    row = tables.provision(provision)
    for newer in row.continued_by if row else ():
        yield _value(newer, tables, provision.name)


def shown(value: str) -> str:
    """The provision of a value as it is cited."""
    return value.split(SEPARATOR, maxsplit=1)[0]


def forerunner(value: str) -> str:
    """The older provision that a value was reached through, or nothing."""
    return value.split(SEPARATOR)[2]


def read_provision(typed: str) -> TypedProvision | None:
    """Read ``257``, ``§ 257``, ``strl § 257``, ``straffeloven 1902 § 224`` or a law alone."""
    match = _SECTION.search(typed)
    law = typed[: match.start()] if match else typed
    words = tuple(folded(word) for word in re.findall(r"\w+", law.replace("§", " ")))
    section = re.sub(r"\s", "", match["section"].lower()) if match else ""
    return TypedProvision(words, section) if words or section else None


def is_meant(value: str, typed: TypedProvision) -> bool:
    """Whether the typed provision means the value: the same section, and a law of which each typed word is a name."""
    name, laws, _ = value.split(SEPARATOR)
    section = re.sub(r"\s", "", re.split(r"§|artikkel", name)[-1])
    if typed.section and typed.section != section:
        return False
    names = laws.split()
    return all(any(one.startswith(word) for one in names) for word in typed.law)


def _value(provision: Provision, tables: Tables, through: str) -> str:
    law = tables.law(provision)
    names = [provision.law, *([law.name.nb, law.name.en or ""] if law else [])]
    words = dict.fromkeys(folded(word) for name in names for word in re.findall(r"\w+", name))
    return SEPARATOR.join((provision.name, " ".join(words), through))
