"""The numbers that lists put before their items without writing them."""

from __future__ import annotations

import re
from typing import Final

from kom_rulings.documents.item_numbers import written
from kom_rulings.pages.elements import Element

_WHOLE: Final = re.compile(r"-?\d{1,5}", re.ASCII)


class ItemNumbers:
    """The numbers of the items of one ``<ol>``."""

    def __init__(self, element: Element) -> None:
        self._kind = element.get("type") or "1"
        self._next = _number(element.get("start"), 1)

    def of(self, item: Element) -> str:
        """The number of the next item as it is shown, such as “3.” or “c.”."""
        number = _number(item.get("value"), self._next)
        self._next = number + 1
        return f"{written(number, item.get('type') or self._kind)}."


def _number(text: str, otherwise: int) -> int:
    return int(text) if _WHOLE.fullmatch(text.strip()) else otherwise
