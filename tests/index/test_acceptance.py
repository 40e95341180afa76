"""What people type, and exactly the cases that hold all of it, over every engine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kom_rulings.index.found import Wish
from kom_rulings.search_session import SearchSession
from kom_rulings.settings import ENGINES, Settings
from kom_rulings.workspace import Workspace

RULINGS = Path(__file__).parent.parent.parent / "rulings"
ACCEPTANCE: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "acceptance.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module", params=ENGINES)
def session(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchSession]:
    """The bundled records, opened with each engine."""
    root = tmp_path_factory.mktemp(request.param)
    shutil.copytree(RULINGS, root / "rulings")
    with SearchSession(Workspace(root, Settings(engine=request.param))) as opened:
        yield opened


@pytest.mark.parametrize("query", ACCEPTANCE)
def test_a_query_finds_exactly_its_cases(session: SearchSession, query: str) -> None:
    assert sorted(hit.case for hit in session.searcher.search(Wish(query)).strict) == sorted(ACCEPTANCE[query])


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Rt. 2013 s. 39", "rt-2013-39-litauiske-barn-tyveri"),
        ("25965/04", "rantsev"),
        ("hr 2017 1124", "hr-2017-1124-a-gartneri"),
        ("gartnerisaken", "hr-2017-1124-a-gartneri"),
        ("siliadin, trelldom", "siliadin"),
        ("kypros tigging 25965/04", "rantsev"),
    ],
)
def test_what_is_named_comes_first(session: SearchSession, query: str, first: str) -> None:
    assert session.searcher.search(Wish(query)).shown[0][0].case == first
