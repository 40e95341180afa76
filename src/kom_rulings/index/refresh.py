"""The index on disk: fresh before every search, built beside the old one and swapped, one writer at a time.

``index/stamp.json`` names the folder of the generation in use. A build makes a new folder and then replaces the stamp
in one step; an update commits into the folder and then replaces the stamp. Killed at any moment, the next run finds
the old stamp, and at worst does the same update again.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from filelock import FileLock, Timeout

from kom_rulings.errors import IndexBusy, IndexUnusable
from kom_rulings.files.paths import TABLES, TEXT_SUFFIX, case_files, case_id, case_of_text, table_files, text_files
from kom_rulings.files.refusals import writing
from kom_rulings.index.catalogue import Catalogue
from kom_rulings.index.contract import OpenEngine, SearchEngine
from kom_rulings.index.lemmas import WordForms
from kom_rulings.index.lexicon import learn, learn_terms
from kom_rulings.index.making import all_documents, some_documents
from kom_rulings.index.spool import Spool
from kom_rulings.index.stamp import STAMP_FILE, FileState, Stamp, changed_files, current_files, read_stamp, write_stamp
from kom_rulings.names import CaseId
from kom_rulings.records.register import find_case_file, load_case
from kom_rulings.records.tables import Tables
from kom_rulings.records.word_lists import WordLists
from kom_rulings.wording import N_, Phrase

_LOCK_FILE = ".lock"
_NOT_OURS = N_("another user has written it, or could")


def _whoosh(folder: Path) -> SearchEngine:
    from kom_rulings.index.whoosh_engine import WhooshEngine

    return WhooshEngine(folder)


def _scan(folder: Path) -> SearchEngine:
    from kom_rulings.index.scan_engine import ScanEngine

    return ScanEngine(folder)


#: The engines by name; a new one is one file and one line here.
ENGINES: dict[str, OpenEngine] = {"whoosh": _whoosh, "scan": _scan}


@dataclass(frozen=True)
class Refreshed:
    """An engine and a catalogue that are up to date, and what had to be done for it."""

    engine: SearchEngine
    catalogue: Catalogue
    rebuilt: bool
    changed: int
    removed: int
    left_out: tuple[CaseId, ...] = ()

    def close(self) -> None:
        """Let go of open files."""
        self.engine.close()
        self.catalogue.close()


@dataclass(frozen=True)
class IndexFolder:
    """Where the index of a workspace lies, what it is made with, and how long to wait for another writer."""

    root: Path
    engine: str
    wait_seconds: float
    tables: Callable[[], Tables]
    lists: Callable[[], WordLists]
    ways: WordForms = field(default_factory=WordForms)

    @property
    def folder(self) -> Path:
        """The folder of the index."""
        return self.root / "index"

    def refresh(self, *, rebuild: bool = False) -> Refreshed:
        """Bring the index up to date and open it.

        Raises ``IndexBusy`` when another process writes longer than we wait, ``CannotWrite`` when the folder cannot be
        written, ``IndexUnusable`` when it belongs to another user: an index is never read that others may have made.
        """
        if self.engine == "scan":
            return self.walked()
        if self.folder.is_dir() and not _written_by_us(self.folder):
            raise IndexUnusable(folder=self.folder, reason=Phrase(_NOT_OURS))
        stamp = self._usable_stamp()
        files = self._files(stamp)
        if stamp is not None and not rebuild and not any(changed_files(stamp.files, files)):
            return self._open(stamp)
        with self._locked():
            now = self._usable_stamp()
            return self._write(now, files if now == stamp else self._files(now), rebuild=rebuild)

    def walked(self) -> Refreshed:
        """The slow engine over the records as they are, with nothing written."""
        engine, catalogue = ENGINES["scan"](self.folder), Catalogue(None)
        self._index(engine, catalogue)
        return Refreshed(engine, catalogue, rebuilt=False, changed=0, removed=0)

    def _open(self, stamp: Stamp) -> Refreshed:
        """Open a fresh index; if it turns out to be damaged, build it anew."""
        try:
            engine, catalogue = self._opened(stamp)
            engine.places(["a"], [])
            catalogue.is_known("a")
        except IndexUnusable:
            with self._locked():
                return self._write(None, self._files(None), rebuild=True)
        return Refreshed(engine, catalogue, rebuilt=False, changed=0, removed=0, left_out=stamp.left_out)

    def _opened(self, stamp: Stamp) -> tuple[SearchEngine, Catalogue]:
        folder = self.folder / stamp.generation
        return ENGINES[self.engine](folder), Catalogue(folder)

    def _write(self, stamp: Stamp | None, files: dict[str, FileState], *, rebuild: bool) -> Refreshed:
        if stamp is None or rebuild:
            return self._build(files)
        changed, gone = changed_files(stamp.files, files)
        if any(_is_table(name) for name in changed | gone):
            return self._build(files)
        try:
            return self._update(stamp, files, sorted({_case_of(name) for name in changed | gone}))
        except IndexUnusable:
            return self._build(files)

    def _update(self, stamp: Stamp, files: dict[str, FileState], cases: Sequence[CaseId]) -> Refreshed:
        """Words first, then lists, then cards: what is left of an update that was cut short does no harm."""
        engine, catalogue = self._opened(stamp)
        documents = some_documents(self.root, self.tables(), cases)
        without = sorted(set(cases) - {document.case for document in documents})
        learn({word for document in documents for word in document.spellings}, catalogue, self.lists(), self.ways)
        parts = catalogue.parts_of({word for document in documents for word in document.places})
        engine.update([document.with_parts(parts) for document in documents], without)
        catalogue.put_cards((document.card for document in documents), without)
        left_out = self._broken(files, {*stamp.left_out, *without} - {document.case for document in documents})
        write_stamp(self.folder, replace(stamp, files=files, written_ns=time.time_ns(), left_out=left_out))
        return Refreshed(engine, catalogue, False, len(documents), len(without), left_out)

    def _build(self, files: dict[str, FileState]) -> Refreshed:
        generation = f"generation-{uuid.uuid4().hex[:12]}"
        target = self.folder / generation
        with writing(target):
            target.mkdir(mode=0o700, parents=True)
            engine, catalogue = ENGINES[self.engine](target), Catalogue(target)
            cases = self._index(engine, catalogue)
        left_out = self._broken(files, {*map(_case_of, files)} - cases)
        write_stamp(self.folder, Stamp(self.engine, generation, files, time.time_ns(), left_out))
        self._remove_others(generation)
        return Refreshed(engine, catalogue, rebuilt=True, changed=len(cases), removed=0, left_out=left_out)

    def _index(self, engine: SearchEngine, catalogue: Catalogue) -> set[CaseId]:
        """Fill a catalogue with the words of all documents, and then an engine with the documents."""
        catalogue.create()
        with Spool(all_documents(self.root, self.tables())) as spool:
            catalogue.put_cards(spool.cards)
            learn_terms(catalogue, self.lists(), self.ways)
            learn(spool.spellings, catalogue, self.lists(), self.ways)
            parts = catalogue.parts_of(None)
            engine.build(document.with_parts(parts) for document in spool.documents())
        return {card.case for card in spool.cards}

    def _usable_stamp(self) -> Stamp | None:
        """The stamp of an index that this program can go on with; one of another user is refused."""
        stamp = read_stamp(self.folder)
        if stamp is None or not stamp.fits(self.engine) or not _plain_name(stamp.generation):
            return None
        generation = self.folder / stamp.generation
        return stamp if generation.is_dir() and _written_by_us(generation) else None

    def _files(self, stamp: Stamp | None) -> dict[str, FileState]:
        paths = [*case_files(self.root), *text_files(self.root), *table_files(self.root)]
        return current_files(paths, self.root, stamp)

    def _broken(self, files: Mapping[str, FileState], cases: Iterable[CaseId]) -> tuple[CaseId, ...]:
        """Those of the cases that have a file with defects; drafts are left out on purpose."""
        recorded = {_case_of(name) for name in files if not name.endswith(TEXT_SUFFIX) and not _is_table(name)}
        paths = {one: find_case_file(self.root, one) for one in sorted(recorded & set(cases))}
        return tuple(one for one, path in paths.items() if path is None or load_case(path, self.root)[0] is None)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        with writing(self.folder):
            self.folder.mkdir(exist_ok=True)
            lock = FileLock(self.folder / _LOCK_FILE, timeout=self.wait_seconds)
            try:
                lock.acquire()
            except Timeout as error:
                raise IndexBusy(folder=self.folder, seconds=self.wait_seconds) from error
        try:
            yield
        finally:
            lock.release()

    def _remove_others(self, generation: str) -> None:
        """Clear away older generations; one that another process still reads may stay until the next build."""
        for folder in self.folder.glob("generation-*"):
            if folder.name != generation:
                shutil.rmtree(folder, ignore_errors=True)
        for leftover in self.folder.glob(f".{STAMP_FILE}.*.tmp"):
            leftover.unlink(missing_ok=True)


def _case_of(name: str) -> CaseId:
    """The case that a record or a full text (``CASE.REFERENCE.txt``) belongs to."""
    path = Path(name)
    return case_of_text(path) if name.endswith(TEXT_SUFFIX) else case_id(path)


def _is_table(name: str) -> bool:
    """Whether it is a table of courts, provisions or countries: what it says is in the words of every case."""
    return name.startswith(f"{TABLES}/")


def _plain_name(generation: str) -> bool:
    return re.fullmatch(r"generation-[0-9a-f]{12}", generation) is not None


def _written_by_us(folder: Path) -> bool:
    """Whether the folder is this user's and no other can write to it; Windows guards by its own rights."""
    if not hasattr(os, "getuid"):
        return True
    status = folder.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o002
