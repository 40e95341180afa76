"""`fmt` puts a record in order: nothing is lost, comments stay with what they speak of, and doing it twice is once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings

from editing.records_with_comments import Written, records
from kom_rulings.editing.formatting import formatted
from kom_rulings.editing.normal_values import normal
from kom_rulings.editing.order import ORDER
from kom_rulings.editing.shapes import shape_at, shapes_of
from kom_rulings.files.layout_parts import LayoutNotKept
from kom_rulings.files.reading import RawFile, Tree, parse
from kom_rulings.files.yaml_text import comments_of
from kom_rulings.records.building import MODELS
from kom_rulings.records.case import Part

ROOT = Path(__file__).parent.parent.parent
BUNDLED = sorted((ROOT / "rulings").glob("*/*.yaml"))


def raw_of(content: bytes) -> RawFile:
    raw, problems = parse(content, Path("/criminal/sak.yaml"), "criminal/sak.yaml")
    assert raw is not None, problems
    return raw


def done(text: str) -> str:
    content = text.encode()
    return formatted(raw_of(content), content).decode()


def parts_of(part: type[Part]) -> set[type[Part]]:
    inner = {shape.part for shape in shapes_of(part).values() if shape.part}
    return {part}.union(*(parts_of(one) for one in inner))


@pytest.mark.parametrize("kind", MODELS)
def test_every_field_of_the_models_has_its_place_in_the_order(kind: str) -> None:
    for part in parts_of(MODELS[kind]):
        assert sorted(ORDER[part]) == sorted(shapes_of(part))


def test_the_order_names_no_part_that_no_record_has() -> None:
    assert set(ORDER) == set().union(*(parts_of(model) for model in MODELS.values()))


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_bundled_records_are_in_order(path: Path) -> None:
    content = path.read_bytes()
    raw, _ = parse(content, path, path.name)
    assert raw is not None
    assert formatted(raw, content) == content


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("note: x\nkind: criminal\n", "kind: criminal\nnote: x\n"),
        ("kind:\tcriminal   \n\n\n\nnote: x\n\n", "kind: criminal\n\nnote: x\n"),
        ("kind: criminal\nsources:\n- a\n-   b\n", "kind: criminal\nsources:\n  - a\n  - b\n"),
        ("kind: criminal\ntitle:\n    nb: x\n", "kind: criminal\ntitle:\n  nb: x\n"),
        ("kind: criminal\nsources: [a,b ,  c]\n", "kind: criminal\nsources: [a, b, c]\n"),
        ('kind: \'criminal\'\n"note": "x"\n', "kind: criminal\nnote: x\n"),
        ("kind: criminal\nnote: 'ja: nei'\n", "kind: criminal\nnote: 'ja: nei'\n"),
        ('kind: criminal\nnote: "null"\n', 'kind: criminal\nnote: "null"\n'),
        ("kind: criminal\nvictims: {countries: [no, se]}\n", "kind: criminal\nvictims: {countries: [NO, SE]}\n"),
        ("kind: criminal\nrulings:\n  - date: 2017-6-7\n", "kind: criminal\nrulings:\n  - date: 2017-06-07\n"),
        ("kind: criminal\nrulings:\n  - date: 7.6.2017\n", "kind: criminal\nrulings:\n  - date: 7.6.2017\n"),
        ("kind: criminal\nrulings:\n  - date: 2017-13-7\n", "kind: criminal\nrulings:\n  - date: 2017-13-7\n"),
        (
            "kind: criminal\nrulings:\n  - cites: [Rt. 2013 s. 39, HR–2017–01124–A]\n",
            "kind: criminal\nrulings:\n  - cites: [Rt-2013-39, HR-2017-1124-A]\n",
        ),
        (
            "kind: criminal\nrulings:\n  - provisions: [strl.  1902  §  224]\n",
            "kind: criminal\nrulings:\n  - provisions: [strl. 1902 § 224]\n",
        ),
    ],
)
def test_what_is_put_in_order(before: str, after: str) -> None:
    assert done(before) == after
    assert done(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # the comment above a field, and the one behind it, move with it
            "# om saken\nnote: x  # slutt\n# om typen\nkind: criminal\n",
            "# om typen\nkind: criminal\n# om saken\nnote: x  # slutt\n",
        ),
        (  # the line of the schema and what is set apart by a blank line speak of the file
            "# yaml-language-server: $schema=../case.schema.json\n# om fila\n\nnote: x\nkind: criminal\n",
            "# yaml-language-server: $schema=../case.schema.json\n# om fila\n\nkind: criminal\nnote: x\n",
        ),
        (  # a comment as far in as a group stays below it
            "kind: criminal\nrulings:\n  - date: 2017\n    court: x\n    # mer her\n  # flere\nnote: y\n# slutt\n",
            "kind: criminal\nrulings:\n  - court: x\n    date: 2017\n    # mer her\n  # flere\nnote: y\n# slutt\n",
        ),
        (  # one above what becomes the first field of an item stands between the dash and it
            "kind: criminal\nrulings:\n  - date: 2017\n    # om retten\n    court: x\n",
            "kind: criminal\nrulings:\n  -\n    # om retten\n    court: x\n    date: 2017\n",
        ),
        (
            "kind: criminal\nrulings: # alle\n  - # den første\n    court: x\n",
            "kind: criminal\nrulings:  # alle\n  -  # den første\n    court: x\n",
        ),
        (
            "kind: criminal\nsources: [a, # den ene\n    b]\n",
            "kind: criminal\nsources: [a, # den ene\n  b]\n",
        ),
        (
            "kind: criminal\nnote: >- # lang\n      en\n      to\n",
            "kind: criminal\nnote: >- # lang\n  en\n  to\n",
        ),
    ],
)
def test_a_comment_stays_with_what_it_speaks_of(before: str, after: str) -> None:
    assert done(before) == after
    assert done(after) == after


@pytest.mark.parametrize(
    "text", ["? kind\n: criminal\n", "kind: criminal\n...\n", "{kind: criminal}\n", "%YAML 1.2\n---\nkind: criminal\n"]
)
def test_a_layout_that_is_not_taken_apart_is_left(text: str) -> None:
    with pytest.raises(LayoutNotKept):
        done(text)


def test_line_ends_and_the_mark_of_utf_8_are_kept() -> None:
    content = b"\xef\xbb\xbfnote: x\r\nkind: criminal\r\n"
    assert formatted(raw_of(content), content) == b"\xef\xbb\xbfkind: criminal\r\nnote: x\r\n"


@settings(max_examples=300, deadline=None)
@given(records())
def test_nothing_is_lost_and_comments_stay(written: Written) -> None:
    before = raw_of(written.text.encode())
    text = done(written.text)
    after = raw_of(text.encode())
    assert sorted(comments_of(text)) == sorted(written.speaks_of)
    assert normal_tree(after.tree) == normal_tree(before.tree)
    assert done(text) == text
    for comment, name in written.speaks_of.items():
        assert stands_with(comment, name, text.split("\n")), (comment, name, text)


def stands_with(comment: str, name: str, lines: list[str]) -> bool:
    """Whether a comment stands behind, above or below what it speaks of."""
    n = next(n for n, line in enumerate(lines) if line.endswith(comment))
    line = lines[n]
    if name.startswith("^"):
        above = next(one for one in reversed(lines[:n]) if one.strip() and indent(one) < indent(line))
        return begins(above, name[1:])
    if not name:
        return line == comment
    if line.strip() != comment:
        return begins(line, name)
    return begins(next(one for one in lines[n:] if one.strip() and one.lstrip()[0] != "#"), name)


def begins(line: str, name: str) -> bool:
    return line.lstrip().startswith(name) or line.lstrip(" -").startswith(name)


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def normal_tree(tree: Tree | Mapping[str, Tree], path: tuple[str | int, ...] = ()) -> object:
    if isinstance(tree, Mapping):
        return {name: normal_tree(one, (*path, name)) for name, one in tree.items()}
    if isinstance(tree, tuple):
        return [normal_tree(one, (*path, n)) for n, one in enumerate(tree)]
    return normal("criminal", path, str(tree))


def test_items_of_a_list_are_as_the_list_says() -> None:
    shape = shape_at("echr", ("rulings", 2, "findings", 0, "states", 1))
    assert shape is not None
    assert shape.country
