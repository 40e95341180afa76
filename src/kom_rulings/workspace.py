"""A workspace: the folder with the records and all that is derived from it, each part read when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kom_rulings.checks import run_checks
from kom_rulings.errors import (
    CannotWrite,
    CaseBroken,
    CaseNotFound,
    DataTableBroken,
    IndexBusy,
    IndexUnusable,
    KomRulingsError,
    NoRecords,
    WorkspaceNotFound,
)
from kom_rulings.files.fulltext import FullText, read_text
from kom_rulings.files.paths import TABLES, case_files, find_root, relative, rulings_folder, text_files
from kom_rulings.index.answers import Answer, answer
from kom_rulings.index.contract import Hit, SearchEngine
from kom_rulings.index.fields import Document, document
from kom_rulings.index.query import EVERYTHING, Node, Word, cited_in, narrowed, parse, printed, wanted_words
from kom_rulings.index.refresh import ENGINES, IndexFolder, Refreshed
from kom_rulings.names import CaseId
from kom_rulings.problems import Place, Problem, in_order
from kom_rulings.records.nearest import nearest
from kom_rulings.records.register import Case, Register, find_case_file, load_case, load_register
from kom_rulings.records.tables import Tables, load_tables
from kom_rulings.references import find_references
from kom_rulings.settings import Settings, read_settings
from kom_rulings.wording import LANGUAGES, N_, Language


@dataclass(frozen=True)
class Note:
    """Something to tell beside a result; ``message`` is a catalogue key."""

    message: str
    params: dict[str, object]


@dataclass(frozen=True)
class SearchResult:
    """The answers to a query, how it was read, how many there are in all, and what is to be told beside."""

    query: str
    read_as: str
    total: int
    answers: tuple[Answer, ...]
    notes: tuple[Note, ...]


class Workspace:
    """Everything an edge needs, from one root folder."""

    def __init__(self, root: Path, settings: Settings | None = None) -> None:
        self.root = root
        self.settings = settings or read_settings(root)

    @classmethod
    def find(cls, start: Path, root: Path | None = None) -> Workspace:
        """The workspace at ``root``, or the nearest one from ``start`` upward.

        Raises ``WorkspaceNotFound`` where no folder holds records, ``NoRecords`` where the folder is empty.
        """
        found = find_root(start.absolute()) if root is None else (root if rulings_folder(root).is_dir() else None)
        if found is None:
            raise WorkspaceNotFound(start=root or start)
        if not any(case_files(found)):
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
        return self._tables()[0]

    @property
    def unread(self) -> list[str]:
        """The files of cases that could not be built, and so are in no number and no list."""
        cases = {file.file for file in self.register.files.values()}
        return sorted({relative(path, self.root) for path in case_files(self.root)} - cases)

    @cached_property
    def problems(self) -> list[Problem]:
        """Everything that is found in the records, the tables, the prose and the published figures, in order."""
        from kom_rulings.overview.prose import read_prose
        from kom_rulings.tallies.published import read_figures

        register, problems = self._loaded
        tables, table_problems = self._tables()
        languages = LANGUAGES if (rulings_folder(self.root) / "overview").exists() else ()
        others = [read_figures(self.root)[1], *(read_prose(self.root, language)[1] for language in languages)]
        found = [*problems, *table_problems, *run_checks(register, tables), *(one for some in others for one in some)]
        return in_order(found)

    def _tables(self) -> tuple[Tables, list[Problem]]:
        """The tables; where a row of the workspace cannot be used, ours alone, and the finding."""
        try:
            return load_tables(rulings_folder(self.root) / TABLES), []
        except DataTableBroken as error:
            ours_alone = Problem("table-not-read", Place(error.problems[0].place.file))
            return load_tables(), [*error.problems, ours_alone]

    def case(self, name: str) -> Case:
        """A case by its id or any spelling of a reference of it; else ``CaseNotFound`` with the nearest id."""
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
        raise CaseNotFound(name=name, nearest=nearest(name, self.register.by_id))

    def texts(self, case: CaseId) -> list[FullText]:
        """The full texts beside a case."""
        paths = [path for path in text_files(self.root) if path.name.startswith(f"{case}.")]
        read = [read_text(path, relative(path, self.root))[0] for path in paths]
        return [text for text in read if text is not None]

    def refresh_index(self, *, rebuild: bool = False) -> Refreshed:
        """Bring the search index up to date."""
        return self._index_folder.refresh(self._documents, rebuild=rebuild)

    def search(self, text: str, filters: Sequence[Node], limit: int, language: Language) -> SearchResult:
        """Search the records; a stale index is refreshed first, and where it cannot be, the records are walked."""
        query = narrowed(parse(text), filters)
        engine, notes = self._engine()
        try:
            hits = engine.search(query)
        except IndexUnusable:
            engine = self.refresh_index(rebuild=True).engine
            hits = engine.search(query)
        answers = [self._answer(hit, query, language) for hit in hits[:limit]]
        if not hits:
            notes += self._suggestions(engine, query)
        if query == EVERYTHING and text.strip():
            notes.append(Note(N_("Nothing in the query can be searched for, so every case is shown."), {}))
        notes += _completed(query, [one.case for one in answers if one is not None])
        engine.close()
        shown = tuple(one for one in answers if one is not None)
        return SearchResult(text, printed(query), len(hits), shown, tuple(notes))

    @property
    def _index_folder(self) -> IndexFolder:
        return IndexFolder(self.root, self.settings.engine, self.settings.lock_wait_seconds)

    def _engine(self) -> tuple[SearchEngine, list[Note]]:
        try:
            refreshed = self.refresh_index()
            return refreshed.engine, [_left_out(refreshed.left_out)] if refreshed.left_out else []
        except (IndexBusy, IndexUnusable, CannotWrite) as error:
            engine = ENGINES["scan"](self.root)
            engine.build(self._documents(None))
            return engine, [Note(N_("The records were searched one by one, without the index."), {}), _told(error)]

    def _documents(self, cases: Sequence[CaseId] | None) -> list[Document]:
        """The documents of some cases, or of all; what cannot be built is left to ``check``."""
        if cases is None:
            register = load_register(self.root)[0]
            return [document(case, register.texts_of(case.id), self.tables) for case in register.cases]
        found = [self._case_or_none(case) for case in cases]
        return [document(case, self.texts(case.id), self.tables) for case in found if case is not None]

    def _case_or_none(self, name: CaseId) -> Case | None:
        path = find_case_file(self.root, name)
        return load_case(path, self.root)[0] if path else None

    def _answer(self, hit: Hit, query: Node, language: Language) -> Answer | None:
        case = self._case_or_none(hit.case)
        return answer(hit, case, self.texts(case.id), query, language) if case else None

    def _suggestions(self, engine: SearchEngine, query: Node) -> list[Note]:
        found: list[Note] = []
        for word in dict.fromkeys(wanted_words(query)):
            near = engine.suggest(word.text) if isinstance(word, Word) else []
            if near:
                params: dict[str, object] = {"nearest": ", ".join(near)}
                found.append(Note(N_("Did you mean {nearest}?"), params))
        return found


def _completed(query: Node, cases: Sequence[Case]) -> list[Note]:
    """Tell of a reference that was typed without its last part: another number at the end is another ruling."""
    notes = []
    for typed in cited_in(query):
        found = [one for case in cases for one in case.references if typed.covers(one)]
        if found and typed not in found:
            message = N_(
                "{typed} is not in the records as it is written; {found} is shown, which may be another ruling."
            )
            notes.append(Note(message, {"typed": typed, "found": ", ".join(map(str, found))}))
    return notes


def _left_out(cases: Sequence[CaseId]) -> Note:
    """Files that could not be read are not found by any search, and that is said."""
    message = N_("Not searched, because the file has errors: {cases}. Run “kom-rulings check”.")
    return Note(message, {"cases": ", ".join(cases)})


def _told(error: KomRulingsError) -> Note:
    """An error that did not stop the command, as a note."""
    return Note(error.message, error.params)
