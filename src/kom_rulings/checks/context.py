"""What every check is handed: the register, the tables and the place of any field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kom_rulings.problems import Problem
from kom_rulings.records.register import Case, Register
from kom_rulings.records.tables import Tables


@dataclass(frozen=True)
class Context:
    """The register and the tables a check may look at."""

    register: Register
    tables: Tables

    def problem(self, code: str, case: Case, *path: str | int, **params: object) -> Problem:
        """A finding at a field of a case; positions in ``path`` count from 0."""
        return Problem(code, self.register.files[case.id].place(*path), params)


#: A check looks at the register and yields what it finds.
Check = Callable[[Context], Iterator[Problem]]
