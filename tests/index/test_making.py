"""Documents are the same whether one process makes them, several, or one because no other can be started."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Self

import pytest

from kom_rulings.files.fulltext import checksum
from kom_rulings.index import making
from kom_rulings.index.fields import Document, document
from kom_rulings.index.making import all_documents, some_documents
from kom_rulings.index.spool import Pickled
from kom_rulings.names import CaseId
from kom_rulings.records.register import Register
from kom_rulings.records.tables import Tables

BODY = "[1] Tvangsarbeid i Åsgårdstrand, jf. HR-2017-1124-A.\n[2] Lagmannsretten viser til § 257.\n"
HEAD = f"reference: TOSLO-2019-1\nsource: test\nretrieved: 2026-01-01\nsha256: {checksum(BODY)}\n---\n"


@pytest.fixture
def root(workspace_copy: Path) -> Path:
    """The bundled records with a full text, and a record that cannot be built."""
    (workspace_copy / "rulings/criminal/lime-saken.TOSLO-2019-1.txt").write_text(HEAD + BODY, encoding="utf-8")
    (workspace_copy / "rulings/criminal/broken.yaml").write_text("kind: [", encoding="utf-8")
    return workspace_copy


def unpacked(some: Iterator[Pickled]) -> tuple[list[Pickled], list[Document]]:
    made = list(some)
    return made, [pickle.loads(one.content) for one in made]


def content(one: Document) -> tuple[object, ...]:
    return one.card, dict(one.places), dict(one.weights), dict(one.lengths)


def in_one_process(root: Path, tables: Tables) -> tuple[list[Pickled], list[Document]]:
    return unpacked(all_documents(root, tables))


def test_several_processes_make_the_documents_that_one_makes_in_the_same_order(
    root: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, documents = in_one_process(root, tables)
    monkeypatch.setattr(making, "_MUCH", 0)
    monkeypatch.setattr(making, "_CASES_AT_A_TIME", 16)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    made_by_several, by_several = unpacked(all_documents(root, tables))
    assert [one.card.case for one in made_by_several] == [one.card.case for one in made]
    assert list(map(content, by_several)) == list(map(content, documents))
    assert [(one.card, one.spellings) for one in made_by_several] == [(one.card, one.spellings) for one in made]


def no_process(*_: object, **__: object) -> None:
    raise OSError("no process can be started")


def test_where_no_other_process_can_be_started_all_documents_are_made_in_this_one(
    root: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, documents = in_one_process(root, tables)
    monkeypatch.setattr(making, "_MUCH", 0)
    monkeypatch.setattr(making, "ProcessPoolExecutor", no_process)
    made_here, here = unpacked(all_documents(root, tables))
    assert list(map(content, here)) == list(map(content, documents))
    assert [one.spellings for one in made_here] == [one.spellings for one in made]


class Breaking:
    """A pool that makes one batch and then breaks."""

    def __init__(self, *_: object) -> None:
        """Nothing is started."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is to be ended."""

    def map(self, function: object, parts: list[object]) -> Iterator[object]:
        assert callable(function)
        yield function(parts[0])
        raise BrokenProcessPool


def test_where_a_process_breaks_the_rest_is_made_here_and_nothing_twice(
    root: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, documents = in_one_process(root, tables)
    monkeypatch.setattr(making, "_MUCH", 0)
    monkeypatch.setattr(making, "_CASES_AT_A_TIME", 8)
    monkeypatch.setattr(making, "ProcessPoolExecutor", Breaking)
    assert [one.case for one in unpacked(all_documents(root, tables))[1]] == [one.case for one in documents]


def test_little_to_read_starts_no_other_process(root: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_by_several", no_process)
    assert len(in_one_process(root, tables)[1]) > 0


def test_what_is_made_is_what_the_register_holds(root: Path, tables: Tables, bundled: Register) -> None:
    made, documents = in_one_process(root, tables)
    assert {one.case for one in documents} == set(bundled.by_id)
    plain = {one.case: one for one in documents}
    for case in bundled.cases:
        if case.id != "lime-saken":
            assert content(plain[case.id]) == content(document(case, bundled.texts_of(case.id), tables))
    [lime] = [one for one in made if one.card.case == "lime-saken"]
    assert "åsgårdstrand" in lime.spellings
    assert plain[CaseId("lime-saken")].lengths["text"] > 0


def test_some_documents_are_those_of_the_named_cases_that_can_be_built(root: Path, tables: Tables) -> None:
    _, documents = in_one_process(root, tables)
    some = some_documents(root, tables, [CaseId(one) for one in ("lime-saken", "broken", "never-heard-of")])
    assert list(map(content, some)) == [content(one) for one in documents if one.case == "lime-saken"]
    assert some_documents(root, tables, []) == []


def test_of_two_files_of_one_name_the_first_counts(root: Path, tables: Tables) -> None:
    (root / "rulings/immigration/lime-saken.yaml").write_text("kind: [", encoding="utf-8")
    _, documents = in_one_process(root, tables)
    assert [one.card.kind for one in documents if one.case == "lime-saken"] == ["criminal"]


def test_a_workspace_without_records_makes_no_documents(tmp_path: Path, tables: Tables) -> None:
    assert list(all_documents(tmp_path, tables)) == []
