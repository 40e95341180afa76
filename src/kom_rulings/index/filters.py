"""Which cases a filter lets through, and which rulings of a case a query means."""

from __future__ import annotations

from typing import Final

from kom_rulings.index import provision_names
from kom_rulings.index.analysis import plain_name
from kom_rulings.index.card import Card, Facts
from kom_rulings.index.provision_names import SEPARATOR
from kom_rulings.index.tree import Cited, Filter, Node, SameRuling, conjuncts

#: Fields whose values belong to one ruling: filters on them in one query must hold for the same ruling.
OF_A_RULING: Final = frozenset({"court", "instance", "date", "outcome", "law", "article", "sentence", "redress"})
#: Fields matched by any beginning of their names, and not by a code.
NAMED: Final = frozenset({"court", "country", "state"})


def passes(card: Card, node: Filter | SameRuling) -> bool:
    """Whether a case is let through."""
    if isinstance(node, SameRuling):
        return any(all(_holds(ruling, one) for one in node.filters) for ruling in card.rulings)
    if node.key in OF_A_RULING:
        return any(_holds(ruling, node) for ruling in card.rulings)
    if node.key == "case":
        return card.case in node.values
    if node.key in ("cites", "reference"):
        return any(_refers(card, node.key, value) for value in node.values)
    return _holds(card.facts, node)


def is_cited(card: Card, node: Cited) -> bool:
    """Whether the case cites the reference."""
    return any(node.reference.covers(cited) for cited in card.cites)


def is_own(card: Card, node: Cited) -> bool:
    """Whether the reference is one of the case."""
    return any(node.reference.covers(own) for own in card.references)


def forerunners(card: Card, node: Node) -> list[str]:
    """The older provisions through which alone a filter on a provision was passed."""
    wanted = [one for part in conjuncts(node) for one in _filters(part) if one.key == "law"]
    found: list[str] = []
    for one in wanted:
        values = [value for ruling in card.rulings for value in ruling.values.get("law", ()) if _meant(value, one)]
        through = [provision_names.forerunner(value) for value in values]
        found += [] if "" in through else through
    return list(dict.fromkeys(found))


def meant_rulings(card: Card, node: Node) -> list[Facts]:
    """The rulings of a case that the filters of a query mean; all of them where it has none on rulings."""
    wanted = ruling_filters(node)
    return [ruling for ruling in card.rulings if all(_holds(ruling, one) for one in wanted)]


def ruling_filters(node: Node) -> list[Filter]:
    """The filters of a query that speak of one ruling."""
    return [one for part in conjuncts(node) for one in _filters(part) if one.key in OF_A_RULING]


def _filters(node: Node) -> tuple[Filter, ...]:
    if isinstance(node, SameRuling):
        return node.filters
    return (node,) if isinstance(node, Filter) else ()


def _holds(facts: Facts, node: Filter) -> bool:
    if node.low is not None or node.high is not None:
        return any(_overlap(span, node) for span in facts.spans.get(node.key, ()))
    return any(_meant(value, node) for value in facts.values.get(node.key, ()))


def _overlap(span: tuple[int, int], node: Filter) -> bool:
    return (node.low is None or span[1] >= node.low) and (node.high is None or span[0] <= node.high)


def _meant(value: str, node: Filter) -> bool:
    if node.key == "law":
        typed = [provision_names.read_provision(one) for one in node.values]
        return any(one is not None and provision_names.is_meant(value, one) for one in typed)
    if node.key in NAMED:
        return any(_is_named(value, typed) for typed in node.values)
    return value in node.values


def _is_named(value: str, typed: str) -> bool:
    """Whether each typed word begins a word of one of the names; behind “=” the name must be the whole name."""
    names = [plain_name(name) for name in value.split(SEPARATOR)]
    if typed.startswith("="):
        return typed[1:] in names
    return any(all(any(word.startswith(one) for word in name.split()) for one in typed.split()) for name in names)


def _refers(card: Card, key: str, value: str) -> bool:
    references = card.cites if key == "cites" else card.references
    return any(one.text == value or one.text.startswith(f"{value}-") for one in references)
