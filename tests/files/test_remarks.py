"""Comments that the program leaves stand beside the field that they speak of and change no value."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kom_rulings.files.reading import parse
from kom_rulings.files.remarks import with_remarks
from kom_rulings.files.writing import text_of
from kom_rulings.problems import Path as Way
from kom_rulings.problems import dotted, undotted

TEXT = """\
kind: criminal
title:
  nb: En sak
victims: {count: 3}  # sikkert
rulings:
  - court: Oslo tingrett
    summary:
      nb:
        text: >-
          Lang tekst.
    references: [LB-2019-1]
"""


def tree_of(text: str) -> object:
    raw, problems = parse(text.encode(), Path("a.yaml"), "a.yaml")
    assert raw is not None, problems
    return raw.tree


@pytest.mark.parametrize(
    ("way", "line"),
    [
        (("kind",), "kind: criminal  # antatt: x"),
        (("title",), "# antatt: x\ntitle:"),
        (("title", "nb"), "  nb: En sak  # antatt: x"),
        (("victims",), "# antatt: x\nvictims: {count: 3}  # sikkert"),
        (("rulings", 0, "court"), "  - court: Oslo tingrett  # antatt: x"),
        (("rulings", 0, "references"), "    references: [LB-2019-1]  # antatt: x"),
        (("rulings", 0, "summary", "nb", "text"), "        # antatt: x\n        text: >-"),
    ],
)
def test_a_remark_stands_behind_its_field_or_above_it(way: Way, line: str) -> None:
    marked = with_remarks(TEXT, {way: "antatt: x"})
    assert f"\n{line}\n" in f"\n{marked}"
    assert tree_of(marked) == tree_of(TEXT)


def test_a_remark_on_a_field_that_is_not_there_is_left_out() -> None:
    assert with_remarks(TEXT, {("rulings", 7, "date"): "x"}) == TEXT


def test_a_remark_of_several_lines_becomes_one() -> None:
    assert "kind: criminal  # a b\n" in with_remarks(TEXT, {("kind",): "a\nb"})


def test_a_long_line_gets_its_remark_above() -> None:
    text = f"note: {'ord ' * 30}slutt\n"
    assert with_remarks(text, {("note",): "antatt: fra en setning"}).startswith("# antatt: fra en setning\nnote: ")


WORDS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=["Cc"]), min_size=1, max_size=40
)
VALUES = st.one_of(WORDS.map(str.strip), st.lists(WORDS.map(str.strip), min_size=1, max_size=4))
TREES = st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), VALUES, min_size=1, max_size=5)


@given(TREES, st.text(min_size=1, max_size=20))
def test_any_value_is_written_as_it_is_whatever_is_remarked(tree: dict[str, object], remark: str) -> None:
    tidied = " ".join(remark.split()).replace("\0", "")
    plain = "".join(one for one in tidied if one.isprintable() and ord(one) < 0xD800)
    text = text_of(tree, {(name,): plain for name in tree})
    assert tree_of(text) == {name: tuple(one) if isinstance(one, list) else one for name, one in tree.items()}


PARAGRAPH = st.lists(st.sampled_from(["ord", "langtord", "a", "å-ø", "2019"]), min_size=1, max_size=60)


@given(st.lists(PARAGRAPH, min_size=1, max_size=4))
def test_a_long_text_is_folded_and_read_back_word_by_word(paragraphs: list[list[str]]) -> None:
    text = "\n".join(" ".join(words) for words in paragraphs)
    assert tree_of(text_of({"summary": {"text": text}}, {})) == {"summary": {"text": text}}
    assert max(map(len, text_of({"summary": {"text": text}}, {}).splitlines())) <= 120


@given(st.lists(st.one_of(st.integers(0, 99), st.from_regex(r"[a-z_]{1,9}", fullmatch=True)), min_size=1, max_size=6))
def test_the_way_to_a_field_is_read_as_it_is_written(steps: list[str | int]) -> None:
    way = ("rulings", *steps)
    assert undotted(dotted(way)) == way
