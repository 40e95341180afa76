"""Pages of a source that lack parts, repeat them or hold odd text are understood as far as they go."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kom_rulings.pages.page import Block, Grid, SavedPage
from kom_rulings.records.case import Source
from kom_rulings.records.tables import Tables, load_tables
from kom_rulings.sources.draft import Draft
from kom_rulings.sources.recognising import readers
from sources.test_golden_pages import PAGES, page_at

PATHS = {source: [path for path in PAGES if path.parent.name == source] for source in readers()}
ODD_TEXTS = (
    "–",
    "0",
    "99.99.9999",
    "(0)",
    "31. februar 2019",
    "§ 257 §§ –",
    "HR-",
    "9999999999/99",
    "\u0661",
    "²",
    "v.",
)


@cache
def page(path: Path) -> SavedPage:
    return page_at(path)


def understood(saved: SavedPage, source: Source, tables: Tables) -> list[Draft]:
    readers()[source].recognises(saved)
    return readers()[source].drafts(saved, tables)


def spoiled(part: Block | Grid, text: str) -> Block | Grid:
    return replace(part, text=text) if isinstance(part, Block) else replace(part, rows=((text,), (text, text, text)))


@pytest.mark.parametrize("source", PATHS)
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_page_with_parts_gone_repeated_or_odd_is_no_fault(source: Source, data: st.DataObject) -> None:
    saved = page(data.draw(st.sampled_from(PATHS[source])))
    parts: Sequence[Block | Grid] = data.draw(st.lists(st.sampled_from(saved.parts), max_size=30))
    odd = [spoiled(part, data.draw(st.sampled_from(ODD_TEXTS))) for part in parts[:3]]
    assert isinstance(understood(replace(saved, parts=(*parts, *odd)), source, load_tables()), list)
    cut = data.draw(st.integers(0, len(saved.parts)))
    assert isinstance(understood(replace(saved, parts=saved.parts[:cut], metadata={}), source, load_tables()), list)


GROWING: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "1" * n,
    "letters": lambda n: "a" * n,
    "capitals": lambda n: "A" * n,
    "brackets": lambda n: "(" * n,
    "dates": lambda n: "1. mai 2019 " * (n // 12),
    "references": lambda n: "HR-2099-1-A, " * (n // 13),
    "articles": lambda n: "Article 4 of the Convention, " * (n // 29),
    "lines": lambda n: "1\n" * (n // 2),
    "words and full stops": lambda n: "v. A. " * (n // 6),
    "sections": lambda n: "§ 257 og " * (n // 9),
    "hyphens": lambda n: "a-" * (n // 2),
    "commas": lambda n: "Norge, " * (n // 7),
}


def cost(saved: SavedPage, source: Source, tables: Tables) -> float:
    def once() -> float:
        start = time.process_time()
        understood(saved, source, tables)
        return time.process_time() - start

    return min(once(), once())


@pytest.mark.parametrize("kind", GROWING)
@pytest.mark.parametrize("source", PATHS)
def test_four_times_the_text_takes_no_more_than_some_four_times_the_work(source: Source, kind: str) -> None:
    saved, tables = page(PATHS[source][0]), load_tables()

    def with_text(n: int) -> SavedPage:
        text = GROWING[kind](n)
        return replace(saved, title=text, parts=tuple(with_end(part, text) for part in saved.parts))

    assert cost(with_text(8_000), source, tables) < 10 * cost(with_text(2_000), source, tables) + 0.1


def with_end(part: Block | Grid, text: str) -> Block | Grid:
    if isinstance(part, Block):
        return replace(part, text=f"{part.text} {text}")
    return replace(part, rows=tuple(tuple(f"{cell} {text}" for cell in row) for row in part.rows))
