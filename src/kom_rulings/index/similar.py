"""Cases like a case: those that share its provisions, its forms of exploitation and the words it is described by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kom_rulings.index.analysis import SMALL_WORDS, words
from kom_rulings.index.card import Card
from kom_rulings.index.passages import FIELDS, passages
from kom_rulings.index.provision_names import shown
from kom_rulings.index.tree import And, AtLeast, FieldName, Filter, Node, Not, OneOf, Variant
from kom_rulings.records.register import Case
from kom_rulings.records.tables import Tables

#: The fields whose words describe a case; a summary tells too much of what every case has.
_DESCRIBED_BY: Final[tuple[FieldName, ...]] = ("title", "keywords", "legal_points")
_SHORTEST: Final = 4
_FEWEST_SHARED: Final = 2


def like(case: Case, card: Card, tables: Tables) -> Node:
    """The plan that finds cases like a case, but not the case itself."""
    everything = passages(case, (), tables)
    described = [
        word for name in FIELDS if name in _DESCRIBED_BY for one in everything[name] for word in words(one.text)
    ]
    telling = dict.fromkeys(word for word in described if len(word) >= _SHORTEST and word not in SMALL_WORDS)
    shared = [OneOf((Variant((word,)),), None, word) for word in telling]
    parts: tuple[Node, ...] = (*shared, *_alike(card))
    return And((AtLeast(parts, _FEWEST_SHARED), Not(Filter("case", (case.id,)))))


def _alike(card: Card) -> Iterable[Node]:
    """The provisions and forms of exploitation of the case, as filters that need not hold."""
    provisions = {shown(value) for ruling in card.rulings for value in ruling.values.get("law", ())}
    yield from (Filter("law", (name,), typed=f"lov:{name}") for name in sorted(provisions))
    forms = card.facts.values.get("exploitation", ())
    yield from (Filter("exploitation", (form,), typed=f"utnyttelse:{form}") for form in forms if form != "unknown")
