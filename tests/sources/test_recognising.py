"""A page is recognised by its source, or by the one that was named, or not at all."""

from __future__ import annotations

import pytest

from kom_rulings.errors import PageNotRecognised
from kom_rulings.pages.page import SavedPage
from kom_rulings.pages.reading import page_of
from kom_rulings.sources import recognising


def reader(sign: str) -> recognising.PageReaders:
    """A source whose pages hold a sign."""

    def recognises(page: SavedPage) -> bool:
        return any(sign in block.text for block in page.blocks)

    return recognising.PageReaders(recognises, lambda _page, _tables: [])


@pytest.fixture(autouse=True)
def two_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognising, "readers", lambda: {"hudoc": reader("EMD"), "lovdata": reader("HR")})


def test_the_first_source_that_knows_a_page_has_it() -> None:
    assert recognising.recognised(page_of(b"<p>HR", "a")) == "lovdata"
    assert recognising.recognised(page_of(b"<p>HR og EMD", "a")) == "hudoc"


def test_only_the_source_that_was_named_is_asked() -> None:
    assert recognising.recognised(page_of(b"<p>HR og EMD", "a"), "lovdata") == "lovdata"
    with pytest.raises(PageNotRecognised, match="side"):
        recognising.recognised(page_of(b"<p>HR", "side.html"), "hudoc")


def test_a_page_that_no_source_knows_is_refused() -> None:
    with pytest.raises(PageNotRecognised):
        recognising.recognised(page_of(b"<p>Noe annet", "a"))
