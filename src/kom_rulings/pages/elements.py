"""The elements of a page as plain objects, and the walk over them that no depth can break."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(eq=False)
class Element:
    """An element by its name in small letters, with what is in it: elements and text.

    ``holds`` are the names of all elements below it.
    """

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)
    holds: set[str] = field(default_factory=set)

    def get(self, name: str) -> str:
        """An attribute, empty where there is none."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> tuple[str, ...]:
        """Its class names, in small letters."""
        return tuple(self.get("class").lower().split())

    def outermost(self, *names: str) -> Iterator[Element]:
        """The elements of these names below it that stand in no other of them."""
        rest: list[Element | str] = self.children[::-1]
        while rest:
            one = rest.pop()
            if isinstance(one, Element) and one.name in names:
                yield one
            elif isinstance(one, Element) and not one.holds.isdisjoint(names):
                rest.extend(one.children[::-1])

    @property
    def text(self) -> str:
        """All text below it, as it stands."""
        return "".join(what for _, what in walk(self) if isinstance(what, str))


Event = tuple[Literal["open", "text", "close"], Element | str]


def walk(element: Element) -> Iterator[Event]:
    """Opening, text and closing of all that is in an element, itself included, without calling itself."""
    stack: list[tuple[Element, Iterator[Element | str]]] = [(element, iter(element.children))]
    yield "open", element
    while stack:
        parent, rest = stack[-1]
        child = next(rest, None)
        if child is None:
            stack.pop()
            yield "close", parent
        elif isinstance(child, str):
            yield "text", child
        else:
            yield "open", child
            stack.append((child, iter(child.children)))
