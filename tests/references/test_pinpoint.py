"""Pinpoints behind references: every example, and where “§” is a law and not a paragraph."""

from __future__ import annotations

import pytest

from kom_rulings.references import Reference
from kom_rulings.references.pinpoint import ECHR_KINDS, EXAMPLES, pinpoint_at


@pytest.mark.parametrize(("typed", "paragraphs"), EXAMPLES.items())
def test_a_pinpoint_is_read_right_behind_its_reference(
    typed: tuple[str, str], paragraphs: tuple[int, int] | None
) -> None:
    reference, tail = typed
    found = pinpoint_at(reference + tail, len(reference), of_echr=Reference.parse(reference).kind in ECHR_KINDS)
    assert (found and (found.first, found.last)) == paragraphs


def test_flg_alone_belongs_to_the_reference() -> None:
    text = "Rt. 2013 s. 39 flg. om tyveri"
    found = pinpoint_at(text, len("Rt. 2013 s. 39"), of_echr=False)
    assert found is not None
    assert text[found.end :] == " om tyveri"
