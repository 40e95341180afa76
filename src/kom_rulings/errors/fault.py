"""The root of the tree: a call that failed, and one that was wrong from the start."""

from __future__ import annotations

from typing import ClassVar


class KomRulingsError(Exception):
    """A call that failed. ``message`` and ``hint`` are English catalogue keys, ``params`` fills them."""

    exit_code: ClassVar[int] = 3
    message: ClassVar[str] = ""
    hint: ClassVar[str] = ""

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(self.message.format(**params))


class UsageFault(KomRulingsError):
    """The command was called in a way that cannot be carried out."""

    exit_code = 2
