"""The synthetic workspace that benchmarks measure with: the same bytes everywhere, sound records, words after Zipf."""

from __future__ import annotations

import hashlib
import importlib
import re
import statistics
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kom_rulings.checks import run_checks
from kom_rulings.problems import errors_in
from kom_rulings.records import Register
from kom_rulings.records.register import load_register
from kom_rulings.records.tables import Tables
from kom_rulings.references import Reference
from kom_rulings.references.forms import Kind

ROOT = Path(__file__).parent.parent
TEXTS, WORDS = 20, 300
#: Of all full texts together; another one means that figures measured before cannot be compared.
TEXTS_SHA256 = "68f7a8f0e814cea1f15afc7848343f1b95ee1749c5723f8f2f12b90ff19b53f9"


def benchmark(name: str) -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        return importlib.import_module(name)


def generated(folder: Path, seed: int) -> Path:
    root = benchmark("synthetic").generate(folder, TEXTS, WORDS, seed)
    assert isinstance(root, Path)
    return root


def contents(root: Path, pattern: str = "*") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "rulings" / "criminal").glob(pattern))}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generated(tmp_path_factory.mktemp("synthetic"), 1)


@pytest.fixture(scope="module")
def register(root: Path) -> Register:
    return load_register(root)[0]


@pytest.fixture
def fts5(tmp_path: Path, register: Register) -> Iterator[Any]:
    with benchmark("fts5").Fts5(tmp_path / "fts5.db") as comparison:
        assert comparison.build(register.texts) > 0
        yield comparison


def test_the_same_seed_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    assert contents(generated(tmp_path, 1)) == contents(root)


def test_the_bytes_are_the_same_on_every_machine(root: Path) -> None:
    assert hashlib.sha256(b"".join(contents(root, "*.txt").values())).hexdigest() == TEXTS_SHA256


def test_another_seed_gives_other_texts_and_records(root: Path, tmp_path: Path) -> None:
    other = contents(generated(tmp_path, 2))
    assert other.keys() == contents(root).keys()
    assert not set(other.values()) & set(contents(root).values())


def test_what_stands_in_the_folder_is_not_overwritten(root: Path) -> None:
    with pytest.raises(FileExistsError):
        generated(root, 1)


def test_records_and_texts_are_sound(root: Path, tables: Tables) -> None:
    register, problems = load_register(root)
    assert errors_in([*problems, *run_checks(register, tables)]) == []
    assert "text-checksum" not in {problem.code for problem in problems}
    assert len(register.cases) == len(register.texts) == TEXTS


def test_no_reference_can_be_that_of_a_real_ruling(register: Register) -> None:
    for reference in (reference for case in register.cases for reference in case.references):
        assert synthetic(reference), reference


def synthetic(reference: Reference) -> bool:
    numbers = [int(part) for part in re.findall(r"\d+", reference.text)]
    return numbers[1] >= (90_000 if reference.kind is Kind.SUPREME_COURT else 900_000)


def test_cases_differ(register: Register) -> None:
    assert {len(case.rulings) for case in register.criminal} == {1, 2}
    assert len({ruling.outcome for case in register.criminal for ruling in case.rulings}) >= 4
    assert len({ruling.court for case in register.criminal for ruling in case.rulings}) >= 5
    assert len({case.exploitation for case in register.criminal}) >= 3


def test_texts_are_about_as_long_as_asked_for(register: Register) -> None:
    lengths = [len(paragraph.text.split()) for text in register.texts for paragraph in text.paragraphs]
    assert sum(lengths) == pytest.approx(TEXTS * WORDS, rel=0.25)
    assert 30 <= min(lengths) <= max(lengths) <= 120
    assert not any(text.publishable for text in register.texts)


def test_words_follow_zipfs_law(register: Register) -> None:
    running = " ".join(paragraph.text for text in register.texts for paragraph in text.paragraphs)
    counts = Counter(re.findall(r"\w+", running.lower())).values()
    assert max(counts) >= 20 * statistics.median(counts)


def test_queries_are_mixed_and_the_same_for_a_seed() -> None:
    queries = benchmark("synthetic").queries
    asked = queries(1, 50)
    assert (len(asked), asked) == (50, queries(1, 50))
    assert asked != queries(2, 50)
    for part in ('"', "*", "år:", "domstol:", "utfall:", "-9"):
        assert any(part in query for query in asked), part


def test_fts5_finds_a_planted_phrase(fts5: Any, register: Register) -> None:
    found = {one.case: one for one in fts5.search('"sårbar situasjon"')}
    planted = {
        (text.case, paragraph.number)
        for text in register.texts
        for paragraph in text.paragraphs
        if "sårbar situasjon" in paragraph.text.lower()
    }
    assert planted
    assert {(case, number) for case, one in found.items() for number in one.paragraphs} == planted
    assert all("[" in one.snippet for one in found.values())


@pytest.mark.parametrize("query", ["", '"', "* § -", "HR-2017-91124-A", "og AND (", "NEAR(a b)", "a:b", "\0", "\ud800"])
def test_fts5_throws_at_nothing(fts5: Any, query: str) -> None:
    assert isinstance(fts5.search(query), list)


def test_percentiles_were_measured() -> None:
    percentile = benchmark("timing").percentile
    assert [percentile([3.0, 1.0, 2.0, 4.0], percent) for percent in (0, 50, 75, 95)] == [1.0, 2.0, 3.0, 4.0]
