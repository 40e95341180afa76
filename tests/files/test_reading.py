"""Case files become trees of text with places, and whatever is wrong with them becomes a finding."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kom_rulings.files.reading import DEEPEST_NESTING, LARGEST_FILE, RawFile, Tree, parse, read_file
from kom_rulings.problems import Place, Problem

FILE = "criminal/a.yaml"
#: Pieces that YAML gives a meaning to, so that generated text is often nearly right.
PIECES = [
    *"[]{},:-?&*!|>%@`'\"#~ \n\t",
    "- ",
    ": ",
    "\n  ",
    "&a ",
    "*a",
    "!!int ",
    "---\n",
    "<<: ",
    "a",
    "b: 1\n",
    "\u0085",
]


def _parse(content: str | bytes) -> tuple[RawFile | None, list[Problem]]:
    return parse(content.encode() if isinstance(content, str) else content, Path(FILE), FILE)


def _sound(content: str | bytes) -> RawFile:
    raw, problems = _parse(content)
    assert raw is not None, problems
    assert problems == []
    return raw


def _finding(content: str | bytes) -> Problem:
    raw, problems = _parse(content)
    assert raw is None
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize(
    "text", ["NO", "2018-06", "2018-06-07", "0123", "yes", "null", "~", "0x1F", "1_000", "1e3", ".inf", "True", "1:20"]
)
def test_scalars_stay_the_text_they_are(text: str) -> None:
    assert _sound(f"a: {text}\nb: ['{text}', \"{text}\"]\n").tree == {"a": text, "b": (text, text)}


def test_a_field_without_a_value_is_empty_text() -> None:
    assert _sound("a:\nb: ''\n").tree == {"a": "", "b": ""}


def test_keys_stay_text_and_a_merge_key_merges_nothing() -> None:
    tree: dict[str, Tree] = {"NO": "1", "2018": "2", "<<": {"a": "b"}}
    assert _sound("NO: 1\n2018: 2\n<<: {a: b}\n").tree == tree


def test_folded_text_is_joined_and_literal_text_keeps_its_lines() -> None:
    assert _sound("a: >-\n  x\n  y\n\n  z\nb: |\n  x\n  y\n").tree == {"a": "x y\nz", "b": "x\ny\n"}


def test_every_key_and_item_knows_where_it_stands() -> None:
    raw = _sound("kind: criminal\nrulings:\n  - court: A\n    date: 2018\n  - court: B\ncountries: [RO, NO]\n")
    assert dict(raw.places) == {
        ("kind",): (1, 1),
        ("rulings",): (2, 1),
        ("rulings", 0): (3, 5),
        ("rulings", 0, "court"): (3, 5),
        ("rulings", 0, "date"): (4, 5),
        ("rulings", 1): (5, 5),
        ("rulings", 1, "court"): (5, 5),
        ("countries",): (6, 1),
        ("countries", 0): (6, 13),
        ("countries", 1): (6, 17),
    }
    assert raw.place("rulings", 0, "date") == Place(FILE, 4, 5, "rulings[1].date")


def test_a_missing_field_stands_where_its_parent_does() -> None:
    raw = _sound("kind: criminal\nrulings:\n  - court: A\n")
    assert raw.place("rulings", 0, "date") == Place(FILE, 3, 5, "rulings[1].date")
    assert raw.place("title", "nb") == Place(FILE, 1, 1, "title.nb")


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    content = b"\xef\xbb\xbf# first\r\na: 1\r\nb: |\r\n  x\r\n  y\r\n"
    raw = _sound(content)
    assert raw.tree == {"a": "1", "b": "x\ny\n"}
    assert raw.first_line == "# first"
    assert raw.places["b",] == (3, 1)
    assert raw.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", "yaml-syntax", 3, 2),
        ("a:\n\tb: 1\n", "yaml-syntax", 2, 1),
        ("a: *x\n", "yaml-syntax", 1, 4),
        ("a: 1\n---\nb: 2\n", "yaml-syntax", 2, 1),
        ("a: 1\nb: x\x01y\n", "yaml-syntax", 2, 1),
        ("a: 1\n? [b, c]\n: 2\n", "yaml-syntax", 2, 3),
        ("a: 1\nb: !!python/object:os.system x\n", "yaml-tag", 2, 4),
        ("a: !!python/object/apply:os.system [echo]\n", "yaml-tag", 1, 4),
        ("a: !!binary aGVp\n", "yaml-tag", 1, 4),
        ("a: !own x\n", "yaml-tag", 1, 4),
        ("a: 1\nb: 2\na: 3\n", "yaml-key-twice", 3, 1),
        ("a:\n  - b: 1\n    b: 2\n", "yaml-key-twice", 3, 5),
        ("", "file-empty", 1, 1),
        ("# only a comment\n", "file-empty", 1, 1),
        ("- a\n- b\n", "file-empty", 1, 1),
        ("just text\n", "file-empty", 1, 1),
        (b"a: 1\nb: bl\xe5\n", "file-not-utf8", 2, 1),
        ("a: 1\n".encode("utf-16"), "file-not-utf8", 1, 1),
    ],
)
def test_a_structural_defect_is_one_finding_with_its_place(
    content: str | bytes, code: str, line: int, column: int
) -> None:
    problem = _finding(content)
    assert (problem.code, problem.place.line, problem.place.column) == (code, line, column)


def test_a_finding_names_what_it_met() -> None:
    assert _finding("a:\n- b: 1\n  b: 2\n").params == {"key": "b", "first": 2}
    assert _finding("a:\n- b: 1\n  b: 2\n").place.field == "a[1].b"
    assert _finding("a: !!python/name:os x\n").params == {"tag": "!!python/name:os"}
    assert _finding(b"ab\n\xff").params == {"byte": "0xff", "position": 3}


@pytest.mark.parametrize(("content", "field"), [("a: &x 1\nb: *x\n", "b"), ("a: &x [1, *x]\n", "a[2]")])
def test_an_alias_is_a_finding_about_the_field_that_repeats(content: str, field: str) -> None:
    problem = _finding(content)
    assert (problem.code, problem.place.field) == ("yaml-alias", field)


def test_all_defects_of_a_readable_file_are_told_at_once() -> None:
    raw, problems = _parse("a: 1\na: 2\nb: &x !t 3\nc: *x\n")
    assert raw is None
    assert [(one.code, one.place.field) for one in problems] == [
        ("yaml-key-twice", "a"),
        ("yaml-tag", "b"),
        ("yaml-alias", "c"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "a: " + "[" * 100_000,
        "a: " + "{" * 100_000,
        "a: " + "[" * 100_000 + "]" * 100_000,
        "- " * 50_000 + "x",
        "a:\n  " + "- " * 200 + "x",
        "? " * 1_000,
        "\n".join(" " * n + "k:" for n in range(500)),
    ],
    ids=["brackets", "braces", "closed", "dashes", "inner-dashes", "question-marks", "indentation"],
)
def test_a_bomb_of_nesting_is_a_finding(content: str) -> None:
    problem = _finding(content)
    assert (problem.code, dict(problem.params)) == ("yaml-nesting", {"limit": DEEPEST_NESTING})


def test_many_brackets_side_by_side_are_not_deep() -> None:
    assert _sound("a: [" + "[], " * 300 + "x]\n").tree == {"a": (*[()] * 300, "x")}


def test_a_file_is_read_with_its_path_name_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: \xc3\xb8\n")
    raw, problems = read_file(path, FILE)
    assert problems == []
    assert raw is not None
    assert (raw.path, raw.file, dict(raw.tree)) == (path, FILE, {"a": "ø"})


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: " + b"x" * LARGEST_FILE)
    assert read_file(path, FILE) == (None, [Problem("file-too-large", Place(FILE), {"size": 2.0, "limit": 2})])
    path.write_bytes(b"a: " + b"x" * (LARGEST_FILE - 3))
    raw, _ = read_file(path, FILE)
    assert raw is not None


@pytest.mark.parametrize("name", ["folder.yaml", "missing.yaml", "file.yaml/inside.yaml"])
def test_what_is_no_file_is_a_finding_with_the_systems_reason(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "file.yaml").touch()
    raw, (problem,) = read_file(tmp_path / name, FILE)
    assert raw is None
    assert (problem.code, problem.place) == ("file-unreadable", Place(FILE))
    assert problem.params["reason"]


def _check_anything(content: bytes) -> None:
    raw, problems = _parse(content)
    assert (raw is None) == bool(problems)
    for place in raw.places.values() if raw else [problem.place[1:3] for problem in problems]:
        assert min(place) >= 1
    for problem in problems:
        assert problem.message("nb")


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
@example("a: \x00")
@example("\ufeffa: 1")
@example("a: x\u2028b: y")
def test_any_text_gives_a_tree_or_findings(text: str) -> None:
    _check_anything(text.encode())


@settings(deadline=None)
@given(st.binary())
@example(b"\xef\xbb\xbf")
@example(b"\xed\xa0\x80: surrogate")
def test_any_bytes_give_a_tree_or_findings(content: bytes) -> None:
    _check_anything(content)


@settings(deadline=None)
@given(
    st.text(alphabet=st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S"], exclude_characters="'\ufeff"))
)
def test_any_quoted_text_is_read_as_it_is(text: str) -> None:
    assert _sound(f"a: '{text}'\n").tree == {"a": text}
