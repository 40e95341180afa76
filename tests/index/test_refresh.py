"""The index on disk: fresh before every search, rebuilt when not to be trusted, never in the way of an answer."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock

from kom_rulings.errors import CannotWrite, IndexBusy, IndexUnusable
from kom_rulings.index.found import Wish
from kom_rulings.search_session import SearchResult, SearchSession
from kom_rulings.workspace import Workspace

LIME = "rulings/criminal/lime-saken.yaml"
WALKED = "The records were searched one by one, without the index."
LEFT_OUT = "Not searched, because the file has errors: {cases}. Run “kom-rulings check”."
KEPT = {"lime-saken", "bergen-2012-rom-barn", "larvik-13-149986-tigging-egne-barn", "rantsev", "une-n1611201107"}
BEGGING = ["bergen-2012-rom-barn", "larvik-13-149986-tigging-egne-barn"]


@pytest.fixture
def root(workspace_copy: Path) -> Path:
    """A workspace with five of the bundled cases and no index."""
    for path in workspace_copy.glob("rulings/*/*.yaml"):
        if path.stem not in KEPT:
            path.unlink()
    return workspace_copy


@pytest.fixture
def indexed(root: Path) -> Path:
    """The same with an index."""
    Workspace(root).refresh_index()
    return root


def search(root: Path, text: str) -> SearchResult:
    with SearchSession(Workspace(root)) as session:
        return session.search(Wish(text), 20, "nb")


def found(root: Path, text: str) -> list[str]:
    return sorted(hit.case for hit in search(root, text).found.strict)


def notes(root: Path, text: str = "tigging") -> list[str]:
    return [note.message for note in search(root, text).notes]


def refreshed(root: Path) -> tuple[bool, int, int]:
    done = Workspace(root).refresh_index()
    done.close()
    return done.rebuilt, done.changed, done.removed


def generations(root: Path) -> list[str]:
    return [path.name for path in (root / "index").glob("generation-*")]


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="\n")


def restamp(root: Path, **changes: object) -> None:
    """Change fields of the stamp."""
    path = root / "index" / "stamp.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **changes}), encoding="utf-8")


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a lock as another process would."""
    lock = FileLock(path, thread_local=False)
    with ThreadPoolExecutor() as pool:
        pool.submit(lock.acquire).result()
    try:
        yield
    finally:
        lock.release()


def test_a_search_builds_the_index_that_is_missing(root: Path) -> None:
    assert found(root, "tigging") == BEGGING
    assert len(generations(root)) == 1


def test_an_index_is_built_once(root: Path) -> None:
    assert [refreshed(root) for _ in range(3)] == [(True, 5, 0), (False, 0, 0), (False, 0, 0)]


def test_a_rebuild_that_is_asked_for_replaces_the_generation(indexed: Path) -> None:
    before = generations(indexed)
    assert Workspace(indexed).refresh_index(rebuild=True).rebuilt
    assert len(generations(indexed)) == 1
    assert generations(indexed) != before


def test_an_edited_file_is_indexed_anew_and_no_other(indexed: Path) -> None:
    before = generations(indexed)
    edit(indexed / LIME, "Lime", "Sitron")
    assert refreshed(indexed) == (False, 1, 0)
    assert (found(indexed, "sitron*"), found(indexed, "lime")) == (["lime-saken"], [])
    assert generations(indexed) == before


def test_a_file_with_another_time_but_the_same_content_is_not_indexed_anew(indexed: Path) -> None:
    os.utime(indexed / LIME, (1, 1))
    assert refreshed(indexed) == (False, 0, 0)


def test_an_edit_right_after_indexing_is_noticed_though_size_and_time_are_the_same(root: Path) -> None:
    now = time.time_ns()
    os.utime(root / LIME, ns=(now, now))
    Workspace(root).refresh_index()
    edit(root / LIME, "Lime", "Emil")
    os.utime(root / LIME, ns=(now, now))
    assert refreshed(root) == (False, 1, 0)
    assert found(root, "emil") == ["lime-saken"]


def test_an_added_file_is_found_and_a_removed_one_no_longer(indexed: Path) -> None:
    shutil.copy(indexed / LIME, indexed / "rulings" / "criminal" / "sitron-saken.yaml")
    assert refreshed(indexed) == (False, 1, 0)
    assert found(indexed, "lime") == ["lime-saken", "sitron-saken"]
    (indexed / LIME).unlink()
    assert refreshed(indexed) == (False, 0, 1)
    assert (found(indexed, "lime"), notes(indexed)) == (["sitron-saken"], [])


def test_a_full_text_is_found_as_long_as_it_lies_beside_its_case(indexed: Path) -> None:
    text = indexed / "rulings" / "criminal" / "lime-saken.HR-2019-469-U.txt"
    text.write_text("reference: a\nsource: b\nretrieved: c\nsha256: d\n---\n[7] Sjokolade.\n", encoding="utf-8")
    [one] = search(indexed, "sjokolade").answers
    assert (one.case.id, one.excerpts[0].number) == ("lime-saken", 7)
    text.unlink()
    assert found(indexed, "sjokolade") == []


@pytest.mark.parametrize("line", ["part: Dissenting opinion\n", "numbering: ours\n"])
def test_a_number_that_is_not_the_rulings_own_is_never_cited(indexed: Path, line: str) -> None:
    text = indexed / "rulings" / "criminal" / "lime-saken.HR-2019-469-U.part.txt"
    text.write_text(f"reference: a\nsource: b\nretrieved: c\n{line}sha256: d\n---\n[7] Sjokolade.\n", encoding="utf-8")
    [one] = search(indexed, "sjokolade").answers
    assert (one.case.id, one.excerpts[0].number) == ("lime-saken", None)


def test_a_broken_file_is_left_out_and_told_until_it_is_mended(indexed: Path) -> None:
    sound = (indexed / LIME).read_bytes()
    (indexed / LIME).write_text("title: [", encoding="utf-8")
    for _ in range(2):
        assert "lime-saken" not in found(indexed, "")
        [note] = search(indexed, "tigging").notes
        assert (note.message, note.params) == (LEFT_OUT, {"cases": "lime-saken"})
    (indexed / LIME).write_bytes(sound)
    assert (found(indexed, "lime"), notes(indexed)) == (["lime-saken"], [])


def test_a_file_that_is_broken_from_the_start_is_told_too(root: Path) -> None:
    (root / LIME).write_text("title: [", encoding="utf-8")
    assert notes(root) == notes(root) == [LEFT_OUT]


@pytest.mark.parametrize("field", ["schema_version", "analysis_version", "engine", "word_lists"])
def test_an_index_of_another_version_or_engine_is_rebuilt(indexed: Path, field: str) -> None:
    restamp(indexed, **{field: "other"})
    assert [refreshed(indexed), refreshed(indexed)] == [(True, 5, 0), (False, 0, 0)]


@pytest.mark.parametrize("content", ["", "null", "{}", '{"files": {}}', "\x00", '{"files": {"a": 5}}'])
def test_a_stamp_that_cannot_be_read_means_a_rebuild(indexed: Path, content: str) -> None:
    (indexed / "index" / "stamp.json").write_text(content, encoding="utf-8")
    assert refreshed(indexed) == (True, 5, 0)
    assert found(indexed, "tigging") == BEGGING


@pytest.mark.parametrize("generation", ["../x", "generation-../../x", "generation-gone", ""])
def test_a_generation_that_is_gone_or_no_generation_is_not_used(indexed: Path, generation: str) -> None:
    shutil.copytree(indexed / "index" / generations(indexed)[0], indexed / "x")
    restamp(indexed, generation=generation)
    assert refreshed(indexed) == (True, 5, 0)
    assert (indexed / "x").is_dir()


def test_left_over_generations_go_with_the_next_build_and_nothing_else_does(indexed: Path) -> None:
    (indexed / "index" / "generation-leftover" / "deep").mkdir(parents=True)
    (indexed / "index" / "README.md").write_text("mine", encoding="utf-8")
    (indexed / "index" / ".stamp.json.abc.tmp").write_text("{", encoding="utf-8")
    Workspace(indexed).refresh_index(rebuild=True)
    assert len(generations(indexed)) == 1
    assert not list((indexed / "index").glob("*.tmp"))
    assert (indexed / "index" / "README.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("content", [b"", b"\x00" * 2000, None])
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves the file open
@pytest.mark.parametrize("edited", [False, True])
def test_a_damaged_table_of_contents_means_a_rebuild(indexed: Path, content: bytes | None, edited: bool) -> None:
    [damaged] = (indexed / "index").glob("generation-*/*.toc")
    damaged.unlink()
    if content is not None:
        damaged.write_bytes(content)
    if edited:
        edit(indexed / LIME, "Lime", "Sitron")
    assert refreshed(indexed) == (True, 5, 0)
    assert found(indexed, "tigging") == BEGGING


@pytest.mark.parametrize("damage", [b"", b"not a catalogue", b"SQLite format 3\x00" + b"\xff" * 5000, None])
@pytest.mark.parametrize("edited", [False, True])
def test_a_damaged_or_missing_catalogue_is_built_anew(indexed: Path, damage: bytes | None, edited: bool) -> None:
    [path] = (indexed / "index").glob("generation-*/catalogue.sqlite")
    path.unlink() if damage is None else path.write_bytes(damage)
    if edited:
        edit(indexed / LIME, "Lime", "Sitron")
    assert found(indexed, "tigging") == BEGGING
    assert (notes(indexed), refreshed(indexed)) == ([], (False, 0, 0))


def test_a_catalogue_that_lost_its_end_is_built_anew(indexed: Path) -> None:
    [path] = (indexed / "index").glob("generation-*/catalogue.sqlite")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert found(indexed, "tigging") == BEGGING


@pytest.mark.parametrize("version", [-1, 0, 999])
def test_an_index_of_an_older_or_newer_program_is_built_anew(indexed: Path, version: int) -> None:
    restamp(indexed, schema_version=version, analysis_version=version)
    assert [refreshed(indexed), refreshed(indexed)] == [(True, 5, 0), (False, 0, 0)]


def test_an_update_that_was_cut_short_before_its_stamp_is_done_again(indexed: Path) -> None:
    before = (indexed / "index" / "stamp.json").read_bytes()
    edit(indexed / LIME, "Lime", "Sitron")
    assert refreshed(indexed) == (False, 1, 0)
    (indexed / "index" / "stamp.json").write_bytes(before)
    assert refreshed(indexed) == (False, 1, 0)
    assert (found(indexed, "sitron*"), found(indexed, "tigging")) == (["lime-saken"], BEGGING)


def test_a_writer_that_holds_the_lock_is_waited_for_and_then_told(root: Path) -> None:
    (root / "kom-rulings.toml").write_text("lock_wait_seconds = 0.2", encoding="utf-8")
    (root / "index").mkdir()
    with held(root / "index" / ".lock"):
        with pytest.raises(IndexBusy) as caught:
            Workspace(root).refresh_index()
        assert caught.value.params == {"folder": root / "index", "seconds": 0.2}
        assert found(root, "tigging") == BEGGING
        assert notes(root) == [WALKED, IndexBusy.message]
        assert generations(root) == []
    assert notes(root) == []


def test_a_fresh_index_is_read_while_another_writes(indexed: Path) -> None:
    with held(indexed / "index" / ".lock"):
        assert (notes(indexed), found(indexed, "tigging")) == ([], BEGGING)


def test_a_search_answers_where_the_index_cannot_be_made(root: Path) -> None:
    (root / "index").write_text("in the way", encoding="utf-8")
    with pytest.raises(CannotWrite):
        Workspace(root).refresh_index()
    assert found(root, "tigging") == BEGGING
    assert notes(root) == [WALKED, CannotWrite.message]
    assert (root / "index").read_text(encoding="utf-8") == "in the way"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards folders by rights of its own")
def test_an_index_folder_that_others_can_write_is_refused(indexed: Path) -> None:
    folder = indexed / "index"
    folder.chmod(0o757)
    for rebuild in (False, True):
        with pytest.raises(IndexUnusable, match="another user"):
            Workspace(indexed).refresh_index(rebuild=rebuild)
    assert found(indexed, "tigging") == BEGGING
    assert notes(indexed) == [WALKED, IndexUnusable.message]
    folder.chmod(0o755)
    assert notes(indexed) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards folders by rights of its own")
def test_a_generation_that_others_can_write_is_never_read_but_built_anew(indexed: Path) -> None:
    [folder] = (indexed / "index").glob("generation-*")
    folder.chmod(0o757)
    assert found(indexed, "tigging") == BEGGING
    assert not folder.exists()


@pytest.mark.parametrize("pattern", ["*.seg", "*.toc"])
@pytest.mark.parametrize("damage", [b"", b"not an index", None])
def test_a_damaged_or_missing_part_of_the_index_is_built_anew(
    indexed: Path, pattern: str, damage: bytes | None
) -> None:
    for path in list((indexed / "index").glob(f"generation-*/{pattern}")):
        path.unlink() if damage is None else path.write_bytes(damage)
    assert found(indexed, "tigging") == BEGGING
    assert notes(indexed) == []


STAMP = {
    "files": {},
    "left_out": [],
    "written_ns": 1,
    "schema_version": 2,
    "analysis_version": 2,
    "word_lists": "",
    "engine": "whoosh",
    "generation": "generation-000000000000",
}


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(STAMP),
        '{"generation": 5}',
        "[" * 100_000,
        "null",
        json.dumps({**STAMP, "left_out": [5]}),
        json.dumps({**STAMP, "files": []}),
        json.dumps({**STAMP, "written_ns": None}),
        json.dumps({**STAMP, "engine": 1, "generation": None}),
        json.dumps({**STAMP, "generation": "generation-" + "0" * 300}),
    ],
)
def test_a_stamp_that_we_have_not_written_counts_for_none(indexed: Path, content: str) -> None:
    (indexed / "index" / "stamp.json").write_text(content, encoding="utf-8")
    assert found(indexed, "tigging") == BEGGING


def test_a_table_of_the_workspace_is_in_the_words_of_every_case(indexed: Path) -> None:
    tables = indexed / "rulings" / "tables"
    tables.mkdir()
    (tables / "countries.yaml").write_text("countries:\n  RO: {nb: Dacia, en: Dacia}\n", encoding="utf-8")
    assert set(found(indexed, "dacia")) >= set(BEGGING)


def test_the_scan_engine_needs_no_index(root: Path) -> None:
    (root / "kom-rulings.toml").write_text('engine = "scan"', encoding="utf-8")
    assert found(root, "tigging") == BEGGING
    assert (notes(root), refreshed(root)) == ([], (False, 0, 0))
    assert not (root / "index").exists()
