"""The register: every case that could be built, ordered, with look-up by name and reference; findings travel beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kom_rulings.files.fulltext import FullText, read_text
from kom_rulings.files.paths import KINDS, SUFFIX, case_files, relative, rulings_folder, text_files, unexpected
from kom_rulings.files.reading import RawFile, read_file
from kom_rulings.names import CaseId, is_case_id
from kom_rulings.problems import Place, Problem
from kom_rulings.records.building import AnyCase, build
from kom_rulings.records.criminal import CriminalCase, CriminalRuling
from kom_rulings.records.echr import EchrCase, EchrRuling
from kom_rulings.records.immigration import ImmigrationCase, ImmigrationRuling
from kom_rulings.references import Reference

Case = AnyCase
Ruling = CriminalRuling | ImmigrationRuling | EchrRuling


class Recorded(NamedTuple):
    """What a reference names: a ruling of a case, or the case alone, as an application number does."""

    case: Case
    ruling: Ruling | None


@dataclass(frozen=True)
class Register:
    """The cases of a folder in stable order, whatever order the files came in.

    ``drafts`` are cases that nobody has approved: they are checked, and are in no number, no list and no search.
    ``files`` are those of both, and ``draft_files`` those of drafts, sound or not.
    """

    cases: tuple[Case, ...]
    files: Mapping[CaseId, RawFile] = field(default_factory=dict, repr=False)
    texts: tuple[FullText, ...] = field(default=(), repr=False)
    drafts: tuple[Case, ...] = ()
    draft_files: frozenset[str] = frozenset()

    @cached_property
    def with_drafts(self) -> Register:
        """The register as it would be if every draft were approved."""
        return replace(self, cases=tuple(sorted_cases((*self.cases, *self.drafts))), drafts=())

    def with_case(self, case: Case, raw: RawFile) -> Register:
        """The register with a case that is new, or instead of the one of its id."""
        approved, drafts = (
            tuple(
                sorted_cases((*(one for one in some if one.id != case.id), *((case,) if case.draft is wanted else ())))
            )
            for some, wanted in ((self.cases, False), (self.drafts, True))
        )
        files = {**self.files, case.id: raw}
        draft_files = (self.draft_files - {raw.file}) | ({raw.file} if case.draft else set())
        return Register(approved, files, self.texts, drafts, draft_files)

    @cached_property
    def by_id(self) -> Mapping[CaseId, Case]:
        """The cases by their id."""
        return {case.id: case for case in self.cases}

    @cached_property
    def by_former_id(self) -> Mapping[CaseId, Case]:
        """The cases, drafts too, by every id that they had or that was merged into them, where none has it now."""
        ids = {case.id for case in (*self.cases, *self.drafts)}
        former = {CaseId(name): case for case in (*self.drafts, *self.cases) for name in case.formerly}
        return {name: case for name, case in former.items() if name not in ids}

    @cached_property
    def by_reference(self) -> Mapping[Reference, Case]:
        """The cases by every reference of theirs; the first one where two share it."""
        index: dict[Reference, Case] = {}
        for case in self.cases:
            for reference in case.references:
                index.setdefault(reference, case)
        return index

    @cached_property
    def _recorded(self) -> Mapping[Reference, Recorded]:
        index: dict[Reference, Recorded] = {}
        for case in self.cases:
            for ruling in case.rulings:
                for reference in _references_of(ruling):
                    index.setdefault(reference, Recorded(case, ruling))
        for reference, case in self.by_reference.items():
            index.setdefault(reference, Recorded(case, None))
        return index

    @cached_property
    def _same_number(self) -> Mapping[Reference, tuple[Reference, ...]]:
        index: dict[Reference, tuple[Reference, ...]] = {}
        for reference in self.by_reference:
            index[reference.number] = (*index.get(reference.number, ()), reference)
        return index

    def ruling_of(self, reference: Reference) -> Recorded | None:
        """What exactly this reference names; each parallel name (Rt and HR) leads to the same ruling."""
        return self._recorded.get(reference)

    def nearest_to(self, reference: Reference) -> tuple[Reference, ...]:
        """The recorded references of the same number, whatever their last part: LB-2018-102939-2 for LB-2018-102939."""
        return self._same_number.get(reference.number, ())

    @property
    def criminal(self) -> tuple[CriminalCase, ...]:
        """The criminal cases."""
        return tuple(case for case in self.cases if isinstance(case, CriminalCase))

    @property
    def immigration(self) -> tuple[ImmigrationCase, ...]:
        """The immigration cases."""
        return tuple(case for case in self.cases if isinstance(case, ImmigrationCase))

    @property
    def echr(self) -> tuple[EchrCase, ...]:
        """The cases before the Court in Strasbourg."""
        return tuple(case for case in self.cases if isinstance(case, EchrCase))

    def texts_of(self, case: CaseId) -> tuple[FullText, ...]:
        """The full texts beside a case."""
        return tuple(text for text in self.texts if text.case == case)


def load_register(root: Path) -> tuple[Register, list[Problem]]:
    """Read every record below ``root``; what could not be built is told in the findings and hides nothing else."""
    cases: dict[CaseId, Case] = {}
    files: dict[CaseId, RawFile] = {}
    problems: list[Problem] = []
    draft_files: set[str] = set()
    for path in case_files(root):
        case, raw, found = load_case(path, root)
        problems += found
        if raw is not None and raw.tree.get("draft") == "yes":
            draft_files.add(raw.file)
        if case is None or raw is None:
            continue
        if case.id in cases:
            problems.append(Problem("case-id-twice", Place(raw.file), {"case": case.id, "other": files[case.id].file}))
            continue
        cases[case.id], files[case.id] = case, raw
    texts, text_problems = _load_texts(root)
    problems += [
        Problem("file-unexpected", Place(relative(path, root)), {"name": path.name}) for path in unexpected(root)
    ]
    ordered = sorted_cases(cases.values())
    approved, drafts = (tuple(case for case in ordered if case.draft is wanted) for wanted in (False, True))
    return Register(approved, files, texts, drafts, frozenset(draft_files)), problems + text_problems


def load_case(path: Path, root: Path) -> tuple[Case | None, RawFile | None, list[Problem]]:
    """Read and build one case file."""
    raw, problems = read_file(path, relative(path, root))
    if raw is None:
        return None, None, problems
    case, problems = build(raw)
    return case, raw, problems


def find_case_file(root: Path, name: str) -> Path | None:
    """The file of a case by its id, without reading any other."""
    if not is_case_id(name):
        return None
    candidates = (rulings_folder(root) / kind / f"{name}{SUFFIX}" for kind in KINDS)
    return next((path for path in candidates if path.is_file()), None)


def sorted_cases(cases: Iterable[Case]) -> list[Case]:
    """Order cases by kind and id: the order of all lists that have no better one."""
    return sorted(cases, key=lambda case: (case.kind, case.id))


def _references_of(ruling: Ruling) -> tuple[Reference, ...]:
    own = (ruling.ecli, ruling.item) if isinstance(ruling, EchrRuling) else ()
    return (*ruling.references, *(reference for reference in own if reference is not None))


def _load_texts(root: Path) -> tuple[tuple[FullText, ...], list[Problem]]:
    texts: list[FullText] = []
    problems: list[Problem] = []
    for path in text_files(root):
        text, found = read_text(path, relative(path, root))
        problems += found
        if text is not None:
            texts.append(text)
    return tuple(texts), problems
