"""Money as the languages write it."""

from __future__ import annotations

import pytest

from kom_rulings.formats import money_text
from kom_rulings.wording import Language


@pytest.mark.parametrize(
    ("amount", "language", "written"),
    [
        (26_000_000, "nb", "26 000 000 kr"),
        (26_000_000, "en", "NOK 26,000,000"),
        (150_000, "nb", "150 000 kr"),
        (0, "nb", "0 kr"),
    ],
)
def test_kroner_are_written_whole_with_the_separators_of_the_language(
    amount: int, language: Language, written: str
) -> None:
    assert money_text(amount, language).replace("\N{NO-BREAK SPACE}", " ") == written
