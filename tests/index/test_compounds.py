"""Compounds are taken apart as a reader would, and what only looks like one stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kom_rulings.index.analysis import spelled_words
from kom_rulings.index.compounds import Splitter
from kom_rulings.index.lemmas import base_forms
from kom_rulings.index.passages import passages
from kom_rulings.records.register import Register
from kom_rulings.records.tables import Tables
from kom_rulings.records.word_lists import load_word_lists

EXAMPLES = yaml.safe_load((Path(__file__).parent / "compounds.yaml").read_text(encoding="utf-8"))
SPLIT: dict[str, list[str]] = EXAMPLES["split"]
WHOLE: list[str] = EXAMPLES["whole"]


@pytest.fixture(scope="module")
def corpus(bundled: Register, tables: Tables) -> frozenset[str]:
    """The words of the bundled records with their base forms, as an index has them."""
    texts = (one.text for case in bundled.cases for some in passages(case, (), tables).values() for one in some)
    words = {word for text in texts for word in spelled_words(text)[0]}
    return frozenset(base for word in words for base in (word, *base_forms(word)))


@pytest.fixture(scope="module", params=["lexicon alone", "lexicon and corpus"])
def splitter(request: pytest.FixtureRequest, corpus: frozenset[str]) -> Splitter:
    known = corpus.__contains__ if request.param == "lexicon and corpus" else lambda _: False
    return Splitter(load_word_lists(), base_forms, known)


def test_the_examples_are_as_many_as_they_should_be() -> None:
    assert len(SPLIT) >= 150
    assert len(WHOLE) >= 100


@pytest.mark.parametrize(("word", "parts"), SPLIT.items())
def test_a_compound_is_found_by_its_parts(splitter: Splitter, word: str, parts: list[str]) -> None:
    assert set(parts) <= set(splitter.parts(word))


@pytest.mark.parametrize("word", WHOLE)
def test_what_only_looks_like_a_compound_is_whole(splitter: Splitter, word: str) -> None:
    assert not splitter.parts(word)
    assert splitter.base(word) == word


def test_words_of_the_lexicon_and_those_that_are_listed_as_whole_are_never_split(splitter: Splitter) -> None:
    lists = load_word_lists()
    assert {word for word in lists.parts | lists.whole if splitter.parts(word)} == set()


@pytest.mark.parametrize("word", ["", "ab", "x" * 500, "1902", "au-pair", "arbeid" * 11, "§257"])
def test_what_is_no_word_or_too_long_is_whole(splitter: Splitter, word: str) -> None:
    assert not splitter.parts(word)
