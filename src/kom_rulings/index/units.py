"""The parts of a plan that a case may lack one by one, and those that it must have."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kom_rulings.index.tree import And, Cited, Filter, Node, Not, OneOf, Or, SameRuling, conjuncts


def units(part: Node) -> Iterable[Node]:
    """What may be lacking one by one; a term of several words lacks a word only where its other names lack too."""
    match part:
        case And(parts):
            return [unit for one in parts for unit in units(one)]
        case Or((And(words), OneOf() as other)):
            return [Or((word, other)) for word in words]
        case _:
            return [part]


def is_fixed(part: Node) -> bool:
    """Whether a part can never be lacking: filters, and what is excluded."""
    return isinstance(part, Not) or is_filter(part)


def is_filter(part: Node) -> bool:
    """Whether a part is a filter, or several to choose from."""
    if isinstance(part, Or):
        return all(is_filter(one) for one in part.parts)
    return isinstance(part.part if isinstance(part, Not) else part, Filter | SameRuling)


def lacking(plan: Node, present: Collection[OneOf]) -> list[str]:
    """The words of a plan that a case does not hold, as they were typed."""
    wanted = [unit for part in conjuncts(plan) for unit in units(part) if not is_fixed(unit)]
    return [_typed(unit) for unit in wanted if not _holds(unit, present) and _typed(unit)]


def _holds(unit: Node, present: Collection[OneOf]) -> bool:
    if isinstance(unit, Or):
        return any(_holds(one, present) for one in unit.parts)
    return unit in present


def _typed(unit: Node) -> str:
    match unit:
        case OneOf(typed=typed):
            return typed
        case Or(parts):
            return _typed(parts[0])
        case Cited(reference):
            return str(reference)
        case _:
            return ""
