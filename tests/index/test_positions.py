"""Questions about places are answered as someone would who looks at every pair of words."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kom_rulings.index.passages import FIELDS, LAST_PASSAGE, LAST_WORD, bounds, field_of, passage_of, place
from kom_rulings.index.positions import are_close, in_order, within
from kom_rulings.index.tree import FieldName


class At(NamedTuple):
    """Where a word stands, told in three numbers."""

    field: int
    passage: int
    word: int


def places(some: Sequence[At]) -> array[int]:
    return array("I", sorted({place(*one) for one in some}))


#: Few fields and passages, and words at the beginning, the end and the borders, so that places meet.
_AT = st.builds(
    At,
    st.sampled_from([0, 1, len(FIELDS) - 1]),
    st.sampled_from([0, 1, LAST_PASSAGE]),
    st.one_of(st.integers(0, 6), st.integers(LAST_WORD - 3, LAST_WORD)),
)
_SOME = st.lists(_AT, max_size=8)
_FIELDS: st.SearchStrategy[FieldName] = st.sampled_from(FIELDS)


@given(st.integers(0, len(FIELDS) - 1), st.integers(0, LAST_PASSAGE), st.integers(0, LAST_WORD))
def test_a_place_tells_its_field_and_passage_and_lies_within_the_bounds_of_the_field(
    field: int, passage: int, word: int
) -> None:
    one = place(field, passage, word)
    assert field_of(one) == FIELDS[field]
    assert passage_of(one) == (FIELDS[field], passage)
    assert one & LAST_WORD == word
    first, behind = bounds(FIELDS[field])
    assert first <= one < behind
    assert array("I", [one])[0] == one


@given(_AT, _AT)
def test_places_are_ordered_as_fields_passages_and_words_are(one: At, other: At) -> None:
    assert (place(*one) < place(*other)) == (one < other)


@pytest.mark.parametrize(
    ("beyond", "last"),
    [
        ((2, 3, LAST_WORD + 1), (2, 3, LAST_WORD)),
        ((2, 3, 10**9), (2, 3, LAST_WORD)),
        ((2, LAST_PASSAGE + 1, 5), (2, LAST_PASSAGE, 5)),
        ((len(FIELDS) - 1, 10**9, 10**9), (len(FIELDS) - 1, LAST_PASSAGE, LAST_WORD)),
    ],
)
def test_what_does_not_fit_is_at_the_last_place_that_does(
    beyond: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert place(*beyond) == place(*last)


def test_the_fields_follow_each_other_without_a_gap() -> None:
    ends = [bounds(field) for field in FIELDS]
    assert ends[0][0] == 0
    assert [first for first, _ in ends[1:]] == [behind for _, behind in ends[:-1]]


@given(_SOME, _FIELDS)
def test_within_leaves_the_places_of_one_field(some: list[At], field: FieldName) -> None:
    found = places(some)
    assert list(within(found, field)) == [one for one in found if field_of(one) == field]
    assert within(found, None) == found


@given(st.lists(_SOME, min_size=1, max_size=3))
def test_in_order_finds_what_a_look_at_every_place_finds(words: list[list[At]]) -> None:
    found = [places(some) for some in words]
    expected = [one for one in found[0] if all(one + n in some for n, some in enumerate(found))]
    assert in_order(found) == expected


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ([[At(4, 0, 3)], [At(4, 0, 4)]], [At(4, 0, 3)]),
        ([[At(4, 0, 3), At(4, 1, 0)], [At(4, 1, 1)]], [At(4, 1, 0)]),
        ([[At(4, 0, 4)], [At(4, 0, 3)]], []),
        ([[At(4, 0, 3)], [At(4, 1, 4)]], []),
        ([[At(3, 0, 3)], [At(4, 0, 4)]], []),
        ([[At(4, 0, 0), At(4, 0, 1)], [At(4, 0, 0), At(4, 0, 1)]], [At(4, 0, 0)]),
        ([[At(4, 0, 0)], []], []),
    ],
)
def test_words_stand_in_order_within_one_passage(words: list[list[At]], starts: list[At]) -> None:
    assert in_order([places(some) for some in words]) == [place(*one) for one in starts]


def seen_as_close(parts: Sequence[Sequence[At]], distance: int) -> bool:
    """Whether some choice of a place of each part is in the passage of the first one's, and near it."""
    return any(
        all(one[:2] == other[:2] and abs(one.word - other.word) <= distance for other in others)
        for one, *others in product(*parts)
    )


@given(st.lists(_SOME, min_size=1, max_size=3), st.integers(0, 8))
def test_are_close_agrees_with_a_look_at_every_choice(parts: list[list[At]], distance: int) -> None:
    assert are_close([places(some) for some in parts], distance) == seen_as_close(parts, distance)


@given(_AT, _AT, st.integers(0, 30))
def test_of_two_words_each_is_as_close_to_the_other(one: At, other: At, distance: int) -> None:
    there, back = are_close([[place(*one)], [place(*other)]], distance), are_close([[place(*other)], [place(*one)]], 30)
    assert are_close([[place(*other)], [place(*one)]], distance) == there
    assert back or not there


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        (At(4, 0, 3), At(4, 0, 5), True),
        (At(4, 0, 5), At(4, 0, 3), True),
        (At(4, 0, 3), At(4, 0, 6), False),
        (At(4, 0, LAST_WORD), At(4, 1, 0), False),
        (At(4, LAST_PASSAGE, LAST_WORD), At(5, 0, 0), False),
        (At(3, 0, 3), At(4, 0, 3), False),
        (At(4, 0, 3), At(4, 0, 3), True),
        (At(0, 0, 0), At(0, 0, 1), True),
    ],
)
def test_words_of_neighbouring_passages_are_not_close_however_near_their_numbers(
    one: At, other: At, close: bool
) -> None:
    assert are_close([[place(*one)], [place(*other)]], 2) == close
