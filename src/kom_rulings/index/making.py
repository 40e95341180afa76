"""The documents of a workspace, made one by one, or by several processes where there is much to read."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from kom_rulings.files.fulltext import read_text
from kom_rulings.files.paths import TEXT_SUFFIX, case_files, case_id, relative, texts_by_case
from kom_rulings.index.fields import Document, document
from kom_rulings.index.spool import Pickled, pickled
from kom_rulings.names import CaseId
from kom_rulings.records.register import find_case_file, load_case
from kom_rulings.records.tables import Tables

#: From so many bytes of full texts on, the start of other processes is worth while.
_MUCH: Final = 8_000_000
_CASES_AT_A_TIME: Final = 32


@dataclass(frozen=True)
class _Job:
    """The file of a case, and those of its full texts."""

    record: Path
    texts: tuple[Path, ...]


def some_documents(root: Path, tables: Tables, cases: Sequence[CaseId]) -> list[Document]:
    """The documents of the named cases; what cannot be built has none."""
    return list(_made(root, tables, [job for case in cases if (job := _job(root, case))]))


def all_documents(root: Path, tables: Tables) -> Iterator[Pickled]:
    """The documents of all cases, each in one piece."""
    jobs = _jobs(root)
    much = sum(path.stat().st_size for job in jobs for path in job.texts) > _MUCH
    return _by_several(root, tables, jobs) if much else map(pickled, _made(root, tables, jobs))


def _job(root: Path, case: CaseId) -> _Job | None:
    record = find_case_file(root, case)
    return _Job(record, tuple(sorted(record.parent.glob(f"{case}.*{TEXT_SUFFIX}")))) if record else None


def _jobs(root: Path) -> list[_Job]:
    """All there is to read, case by case; of two files of one name the first counts, as it does in the register."""
    records: dict[CaseId, Path] = {}
    for path in case_files(root):
        records.setdefault(case_id(path), path)
    texts = texts_by_case(root)
    return [_Job(path, tuple(texts.get(case, ()))) for case, path in records.items()]


def _made(root: Path, tables: Tables, jobs: Sequence[_Job]) -> Iterator[Document]:
    for job in jobs:
        case, _, _ = load_case(job.record, root)
        read = (read_text(path, relative(path, root))[0] for path in job.texts)
        if case is not None and not case.draft:
            yield document(case, [text for text in read if text is not None], tables)


def _pickled(root: Path, tables: Tables, jobs: Sequence[_Job]) -> list[Pickled]:
    return [pickled(one) for one in _made(root, tables, jobs)]


def _by_several(root: Path, tables: Tables, jobs: Sequence[_Job]) -> Iterator[Pickled]:
    """In the same order; where no other process can be started, in this one."""
    parts = [jobs[n : n + _CASES_AT_A_TIME] for n in range(0, len(jobs), _CASES_AT_A_TIME)]
    done = 0
    try:
        with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as pool:
            for some in pool.map(partial(_pickled, root, tables), parts):
                yield from some
                done += 1
    except (OSError, BrokenProcessPool):
        for part in parts[done:]:
            yield from _pickled(root, tables, part)
