"""Fifty thousand queries that make no sense: every one is answered, and a session is none the worse for it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.nasty import NASTY
from kom_rulings.index.found import Wish
from kom_rulings.index.query import parse, printed
from kom_rulings.search_session import SearchSession
from kom_rulings.workspace import Workspace

RULINGS = Path(__file__).parent.parent.parent / "rulings"
#: So many strings in each of so many examples.
STRINGS, EXAMPLES = 100, 500

_PIECES = st.sampled_from(
    [
        "tigging",
        "ofre",
        "'x'",
        "((",
        "))",
        ",",
        ",",
        "-",
        "--",
        "-(",
        '"',
        '""',
        "*",
        "*x*",
        "x~",
        "~",
        "OR",
        "AND",
        "NOT",
        "IKKE",
        "ELLER",
        "NEAR",
        "NEAR/",
        "NEAR/99999",
        "near/3",
        "type:",
        "type:emd",
        "år:",
        "år:>2015",
        "år:9999999",
        "lov:",
        "lov:§",
        "lov:257",
        "artikkel:x",
        "straff:>5år",
        "straff:-",
        "land:(",
        "tittel:(",
        'tittel:"',
        "siterer:",
        "siterer:Rt-2013-39",
        "hr-2017-1124",
        "25965/04",
        "§",
        "§§",
        "§",
        "257",
        "/",
        "\\",
        "%",
        "{x}",
        "{0}",
        "\x00",
        "�",
        "\u202e",
        "æøå",
        "ﬁ",
        "İ",
        "ß",
    ]
)
_TYPED = st.one_of(
    st.text(max_size=40),
    st.lists(_PIECES, max_size=8).map(" ".join),
    st.lists(st.one_of(_PIECES, st.text(max_size=4)), max_size=8).map("".join),
)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchSession]:
    """Three bundled records, so that there is something to find."""
    root = tmp_path_factory.mktemp("fuzzed")
    for name in ("criminal/lime-saken", "echr/rantsev", "immigration/lb-2015-82734"):
        target = root / "rulings" / f"{name}.yaml"
        target.parent.mkdir(parents=True)
        shutil.copy(RULINGS / f"{name}.yaml", target)
    with SearchSession(Workspace(root)) as opened:
        yield opened


@settings(deadline=None, max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(st.lists(_TYPED, min_size=STRINGS, max_size=STRINGS))
def test_whatever_is_typed_is_answered(session: SearchSession, typed: list[str]) -> None:
    for text in typed:
        found = session.searcher.search(Wish(text))
        assert len(found.strict) <= 3
        assert isinstance(found.read_as("en"), str)


@pytest.mark.parametrize("nasty", NASTY)
def test_what_is_nasty_is_answered_with_all_that_is_shown(session: SearchSession, nasty: str) -> None:
    result = session.search(Wish(nasty, without=(nasty,)), 3, "nb")
    assert result.found.read_as("nb") == printed(parse(nasty))
    assert all(one.forms is not None for one in result.found.added)
    assert len(result.found.active_filters("nb")) <= 200
    assert isinstance(result.found.facets, dict)
