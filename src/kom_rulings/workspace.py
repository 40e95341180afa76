"""A workspace: the folder with the records and all that is derived from it, each part read when first asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kom_rulings.checks import run_checks
from kom_rulings.errors import (
    CaseBroken,
    CaseNotFound,
    DataTableBroken,
    NoRecords,
    WorkspaceNotFound,
)
from kom_rulings.files.moving import unfinished
from kom_rulings.files.paths import (
    KNOWN_NAMES_FILE,
    TABLES,
    WORD_LIST_FILES,
    case_files,
    find_root,
    relative,
    rulings_folder,
)
from kom_rulings.index.refresh import IndexFolder, Refreshed
from kom_rulings.names import CaseId
from kom_rulings.problems import Place, Problem, in_order
from kom_rulings.records.nearest import nearest
from kom_rulings.records.register import Case, Register, find_case_file, load_case, load_register
from kom_rulings.records.tables import Tables, load_tables
from kom_rulings.records.word_lists import WordLists, load_word_lists
from kom_rulings.references import find_references
from kom_rulings.settings import Settings, read_settings
from kom_rulings.wording import LANGUAGES

if TYPE_CHECKING:
    from kom_rulings.privacy.known_names import KnownNames
    from kom_rulings.privacy.looking import Lookout


class Workspace:
    """Everything an edge needs, from one root folder."""

    def __init__(self, root: Path, settings: Settings | None = None) -> None:
        self.root = root
        self.settings = settings or read_settings(root)

    @classmethod
    def find(cls, start: Path, root: Path | None = None, *, may_be_empty: bool = False) -> Workspace:
        """The workspace at ``root``, or the nearest one from ``start`` upward.

        Raises ``WorkspaceNotFound`` where no folder holds records, ``NoRecords`` where the folder is empty and may not.
        """
        found = find_root(start.absolute()) if root is None else (root if rulings_folder(root).is_dir() else None)
        if found is None:
            raise WorkspaceNotFound(start=root or start)
        if not may_be_empty and not any(case_files(found)):
            raise NoRecords(folder=rulings_folder(found))
        return cls(found.absolute())

    @cached_property
    def _loaded(self) -> tuple[Register, list[Problem]]:
        return load_register(self.root)

    @property
    def register(self) -> Register:
        """Every case that could be built."""
        return self._loaded[0]

    @property
    def tables(self) -> Tables:
        """Courts, provisions and countries, with the rows that the workspace adds."""
        return self._tables[0]

    @property
    def unread(self) -> list[str]:
        """The files of cases that could not be built, and so are in no number and no list."""
        cases = {file.file for file in self.register.files.values()} | self.register.draft_files
        return sorted({relative(path, self.root) for path in case_files(self.root)} - cases)

    @cached_property
    def problems(self) -> list[Problem]:
        """Everything that is found in the records and drafts, the tables, the prose and the published figures."""
        return in_order([*run_checks(self.register.with_drafts, self.tables), *self._read])

    @cached_property
    def problems_of_approved(self) -> list[Problem]:
        """What is found where drafts are left out: a draft stands in nobody's way."""
        found = [*run_checks(self.register, self.tables), *self._read]
        return in_order(one for one in found if one.place.file not in self._draft_files)

    @cached_property
    def privacy_problems(self) -> list[Problem]:
        """What in the records, drafts and prose may tell who somebody is, less what was accepted."""
        from kom_rulings.privacy.records import passages_beside, privacy_problems

        return in_order(privacy_problems(self.register, self.lookout, passages_beside(self.root)))

    @cached_property
    def lookout(self) -> Lookout:
        """Who finds what may tell who somebody is, in the records and in what leaves; each text is scanned once."""
        from kom_rulings.privacy.looking import Lookout

        return Lookout(self.known_names)

    @property
    def known_names(self) -> KnownNames:
        """The names that may stand in what is published, with those that the workspace adds."""
        return self._known_names[0]

    @cached_property
    def _known_names(self) -> tuple[KnownNames, list[Problem]]:
        """The public names; where the list of the workspace cannot be used, ours alone, and the finding."""
        from kom_rulings.privacy.known_names import load_known_names

        try:
            return load_known_names(self.tables, self.register, rulings_folder(self.root) / TABLES), []
        except DataTableBroken as error:
            ours_alone = Problem("table-not-read", Place(error.problems[0].place.file))
            return load_known_names(self.tables, self.register), [*error.problems, ours_alone]

    @property
    def _known_names_problems(self) -> list[Problem]:
        """What is wrong in the list of names that the workspace adds; where it adds none, nothing is loaded to tell."""
        added = rulings_folder(self.root) / TABLES / KNOWN_NAMES_FILE
        return self._known_names[1] if added.is_file() else []

    @cached_property
    def _draft_files(self) -> frozenset[str]:
        """The files of drafts and of the full texts beside them."""
        files = self.register.draft_files
        drafts = {Path(file).stem for file in files}
        return files | {text.file for text in self.register.texts if text.case in drafts}

    @cached_property
    def _read(self) -> list[Problem]:
        """What is found by reading alone, before any check."""
        from kom_rulings.changes.editions import edition_problems
        from kom_rulings.overview.prose import read_prose
        from kom_rulings.tallies.published import read_figures

        languages = LANGUAGES if (rulings_folder(self.root) / "overview").exists() else ()
        others = [
            read_figures(self.root)[1],
            edition_problems(self.root),
            unfinished(self.root),
            self._known_names_problems,
            *(read_prose(self.root, language)[1] for language in languages),
        ]
        return [*self._loaded[1], *self._tables[1], *self.word_list_problems, *(one for some in others for one in some)]

    @cached_property
    def _tables(self) -> tuple[Tables, list[Problem]]:
        """The tables; where a row of the workspace cannot be used, ours alone, and the finding."""
        try:
            return load_tables(rulings_folder(self.root) / TABLES), []
        except DataTableBroken as error:
            ours_alone = Problem("table-not-read", Place(error.problems[0].place.file))
            return load_tables(), [*error.problems, ours_alone]

    def case(self, name: str) -> Case:
        """A case by its id, a spelling of a reference, or an id that it had; else ``CaseNotFound`` with the nearest."""
        path = find_case_file(self.root, name.lower())
        if path is not None:
            case, _, problems = load_case(path, self.root)
            if case is None:
                raise CaseBroken(name=name, file=problems[0].place.file, line=problems[0].place.line)
            return case
        for found in find_references(name, typed=True):
            for reference, case in self.register.by_reference.items():
                if found.reference.covers(reference):
                    return case
        former = self.register.by_former_id.get(CaseId(name.lower()))
        if former is not None:
            return former
        raise CaseNotFound(name=name, nearest=nearest(name, self.register.by_id))

    @cached_property
    def _word_lists(self) -> tuple[WordLists, list[Problem]]:
        """The lists of words; where one of the workspace cannot be used, ours alone, and the finding."""
        try:
            return load_word_lists(rulings_folder(self.root) / TABLES), []
        except DataTableBroken as error:
            ours_alone = Problem("table-not-read", Place(error.problems[0].place.file))
            return load_word_lists(), [*error.problems, ours_alone]

    @property
    def word_lists(self) -> WordLists:
        """Word families, thesaurus and parts of compounds, with what the workspace adds."""
        return self._word_lists[0]

    @property
    def word_list_problems(self) -> list[Problem]:
        """What is wrong in the lists that the workspace adds; where it adds none, nothing is loaded to tell."""
        folder = rulings_folder(self.root) / TABLES
        return self._word_lists[1] if any((folder / name).is_file() for name in WORD_LIST_FILES) else []

    def refresh_index(self, *, rebuild: bool = False) -> Refreshed:
        """Bring the search index up to date."""
        return self.index_folder.refresh(rebuild=rebuild)

    @property
    def index_folder(self) -> IndexFolder:
        """The index, with what it is made of."""
        wait = self.settings.lock_wait_seconds
        return IndexFolder(self.root, self.settings.engine, wait, lambda: self.tables, lambda: self.word_lists)

    def case_or_none(self, name: CaseId) -> Case | None:
        """The case of a file name, or nothing where its file is gone or has defects."""
        path = find_case_file(self.root, name)
        return load_case(path, self.root)[0] if path else None
