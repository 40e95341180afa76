"""Whether two values say the same: a reference spelled otherwise, a list in another order, a text spaced otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kom_rulings.files.reading import Tree
from kom_rulings.records.provision import Provision
from kom_rulings.references import NotAReference, Reference
from kom_rulings.sources.draft import Value

#: Pairs that say the same, and pairs that do not; the tests walk them.
SAME: Final[tuple[tuple[Value, Tree], ...]] = (
    ("Rt. 2013 s. 39", "Rt-2013-39"),
    ("HR–2014–02425–S", "HR-2014-2425-S"),
    ("strl. 1902 §224", "strl. 1902 § 224"),
    ("to  ord", "to ord"),
    (["LB-2018-102939-2"], ("LB-2018-102939-2", "18-102939AST-BORG/03")),
    (["b", "a"], ("a", "b")),
    (3, "3"),
    ({"years": 3}, {"years": "3"}),
    ([{"article": "4", "outcome": "violation"}], ({"article": "4", "outcome": "violation"},)),
)
DIFFERENT: Final[tuple[tuple[Value, Tree], ...]] = (
    ("LB-2018-102939", "LB-2018-102939-2"),
    ("2019", "2019-03-07"),
    ("convicted", "unknown"),
    (["a", "c"], ("a", "b")),
    ({"years": 3, "months": 6}, {"years": "3"}),
    ([{"article": "4"}], ({"article": "4"}, {"article": "6"})),
    ("a", ("a",)),
)


def says_the_same(value: Value, present: Tree) -> bool:
    """Whether the record says all that the page says. A list of words in the record may hold more."""
    if can_be_added(value, present):
        return not lacking(value, present)
    return _plain(value) == _plain(present)


def lacking(value: Value, present: Tree) -> list[Value]:
    """What a list of words in the record lacks of that on the page."""
    known = {_plain(one) for one in present} if isinstance(present, tuple) else set()
    return [one for one in _items(value) if _plain(one) not in known]


def can_be_added(value: Value, present: Tree) -> bool:
    """Whether both are lists of words, to which more can be added."""
    if not isinstance(present, tuple) or isinstance(value, str | int | Mapping):
        return False
    return all(isinstance(one, str) for one in value)


def _items(value: Value) -> Sequence[Value]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else [value]


def _plain(value: object) -> object:
    """The value in the one form in which it can be compared."""
    if isinstance(value, Mapping):
        return frozenset((name, _plain(one)) for name, one in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(map(_plain, value))
    return _plain_text(str(value))


def _plain_text(text: str) -> str:
    """A reference or a provision in its canonical form, other text with single spaces."""
    tidied = " ".join(text.split())
    try:
        return str(Reference.parse(tidied))
    except NotAReference:
        pass
    try:
        return str(Provision.parse(tidied))
    except ValueError:
        return tidied
