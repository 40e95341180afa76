"""An import from beginning to end: every case planned, and then one act that writes all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Final

from kom_rulings.checks import run_checks
from kom_rulings.errors import NothingToTake
from kom_rulings.files.moving import Act, Write
from kom_rulings.importing.fates import Wanted
from kom_rulings.importing.known_case import Means, known_case
from kom_rulings.importing.matching import matches, near_matches
from kom_rulings.importing.new_case import new_case
from kom_rulings.importing.origin import Origin
from kom_rulings.importing.outcome import Imported
from kom_rulings.importing.plan import Plan
from kom_rulings.names import CaseId
from kom_rulings.problems import Problem
from kom_rulings.records import Case, Register
from kom_rulings.records.tables import Tables
from kom_rulings.sources.draft import Draft
from kom_rulings.wording import N_, Wording

_SEVERAL: Final = N_("Its references belong to several cases: {cases}. Name the right one with --into.")
_OTHER_KIND: Final = N_("The page tells of a case of kind {kind}, and {case} is one of kind {other}.")


class ImportSession:
    """Plans one draft after the other; each sees the register as those before would leave it.

    ``take`` names the fields that are taken from the pages, ``into`` the one case that they are imported into.
    """

    def __init__(
        self, root: FilePath, register: Register, say: Wording, take: Sequence[str] = (), into: CaseId | None = None
    ) -> None:
        self._root, self._register, self._say, self._into = root, register, say, into
        self._wanted = Wanted(take)
        self._plans: list[Plan] = []
        self._contents: dict[str, bytes] = {}

    def add(self, draft: Draft, origin: Origin, remarks: Sequence[str] = ()) -> None:
        """Plan the import of a draft; ``remarks`` are those on its page."""
        told = Imported(
            page=origin.page,
            source=draft.source,
            title=draft.title,
            act="refused",
            kind=draft.kind,
            left_over=draft.left_over,
            remarks=(*remarks, *draft.remarks),
        )
        plan = self._plan(draft, origin, told)
        self._plans.append(plan)
        if plan.writes and plan.case is not None and plan.raw is not None:
            self._register = self._register.with_case(plan.case, plan.raw)
            self._contents |= {write.file: write.content for write in plan.writes}

    def act(self) -> Act:
        """Every file that is to be written, each once with its last content. Raises ``NothingToTake``."""
        if self._wanted.unused:
            names = sorted({one.name for plan in self._plans for one in plan.told.fields if one.fate != "same"})
            raise NothingToTake(field=", ".join(self._wanted.unused), known=", ".join(names))
        files: dict[str, Write] = {}
        for write in (write for plan in self._plans for write in plan.writes):
            files[write.file] = replace(write, before=files.get(write.file, write).before)
        return Act("import", tuple(files.values()))

    def told(self, tables: Tables) -> list[Imported]:
        """What became of each draft, with what the checks find in its record."""
        found = run_checks(self._register.with_drafts, tables)
        by_file: dict[str, list[Problem]] = {}
        for problem in found:
            by_file.setdefault(problem.place.file, []).append(problem)
        return [
            replace(plan.told, problems=(*plan.told.problems, *by_file.get(plan.told.file, ()))) for plan in self._plans
        ]

    def _plan(self, draft: Draft, origin: Origin, told: Imported) -> Plan:
        meant = self._meant(draft, origin)
        if len(meant) > 1:
            return Plan(replace(told, why=_SEVERAL, params={"cases": ", ".join(case.id for case in meant)}))
        if not meant:
            near = tuple(f"{reference} ({case})" for reference, case in near_matches(draft, self._register))
            return new_case(draft, origin, replace(told, near=near), self._root, self._register, self._say)
        case, raw = meant[0], self._register.files[meant[0].id]
        if case.kind != draft.kind:
            told = replace(told, why=_OTHER_KIND, params={"kind": draft.kind, "case": case.id, "other": case.kind})
            return Plan(told)
        content = self._contents.get(raw.file) or raw.path.read_bytes()
        return known_case(case, raw, content, draft, origin, told, Means(self._register, self._wanted, self._say))

    def _meant(self, draft: Draft, origin: Origin) -> Sequence[Case]:
        if self._into is not None:
            return [self._register.with_drafts.by_id[self._into]]
        return matches(draft, origin.sha256, self._register)
