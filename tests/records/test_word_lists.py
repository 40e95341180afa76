"""The lists of words that searching uses: ours, with what a workspace adds, and ours alone where that is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kom_rulings.errors import DataTableBroken
from kom_rulings.index.found import Wish
from kom_rulings.records.word_lists import load_word_lists, word_lists_digest
from kom_rulings.search_session import SearchSession
from kom_rulings.settings import Settings
from kom_rulings.workspace import Workspace

CASE = """\
# yaml-language-server: $schema=../case.schema.json
kind: criminal
title: {nb: Saken om gull}
exploitation: [begging]
rulings:
  - court: Oslo tingrett
    instance: tingrett
    references: [TOSLO-2015-40246]
    date: 2015-09-28
    outcome: convicted
    summary:
      nb: {text: "WORDS", author: kom-rulings}
"""
RecordsOf = Callable[[dict[str, str]], Path]
Open = Callable[..., tuple[Workspace, SearchSession]]


@pytest.fixture
def opened(records_of: RecordsOf) -> Iterator[Open]:
    """A workspace with a case that holds some words, and lists of its own, opened for searching."""
    sessions: list[SearchSession] = []

    def open_it(words: str, engine: str = "scan", **lists: str) -> tuple[Workspace, SearchSession]:
        tables = {f"tables/{name}.yaml": text for name, text in lists.items()}
        root = records_of({"criminal/gull.yaml": CASE.replace("WORDS", words), **tables})
        workspace = Workspace(root, Settings(engine=engine))
        sessions.append(SearchSession(workspace))
        return workspace, sessions[-1]

    yield open_it
    for one in sessions:
        one.close()


def found(session: SearchSession, text: str) -> list[str]:
    return [hit.case for hit in session.search(Wish(text), 5, "nb").found.strict]


def test_the_shipped_lists_load_and_hold_what_they_should() -> None:
    lists = load_word_lists()
    assert min(map(len, (lists.families, lists.concepts, lists.parts, lists.whole, lists.joints))) > 0
    assert any({"dom", "dommen"} <= set(line) for line in lists.families)
    assert any({"tvangsarbeid", "forced labour"} <= set(group) for group in lists.concepts)
    assert {"arbeid", "domstol"} <= lists.parts
    assert load_word_lists() is lists
    assert len(word_lists_digest()) == 16


def test_the_shipped_lists_are_in_small_letters_and_without_words_that_stand_twice() -> None:
    lists = load_word_lists()
    words = [word for line in lists.families for word in line]
    assert len(words) == len(set(words))
    terms = [term for group in lists.concepts for term in group]
    assert len(terms) == len(set(terms))
    assert all(one == one.lower().strip() for one in (*words, *terms, *lists.parts, *lists.whole))
    assert all(len(group) > 1 for group in (*lists.families, *lists.concepts))


@pytest.mark.parametrize("engine", ["scan", "whoosh"])
def test_a_family_that_a_workspace_adds_is_used_by_a_search(opened: Open, engine: str) -> None:
    _, session = opened("Bare kvakkeri.", engine, word_families="families:\n  - [Blingse, kvakkeri, zumling]\n")
    assert found(session, "blingse") == ["gull"]
    assert found(session, "zumling") == ["gull"]


def test_without_the_added_family_the_same_search_finds_nothing(opened: Open) -> None:
    _, session = opened("Bare kvakkeri.")
    assert found(session, "blingse") == []


def test_concepts_and_compounds_that_a_workspace_adds_are_used_by_a_search(opened: Open) -> None:
    _, session = opened(
        "Et kvakkverk og gullkvakkeri.",
        thesaurus="concepts:\n  - {nb: [kvakkverk], en: [quack work, quackery]}\n",
        compounds="parts: [kvakkeri]\n",
    )
    assert found(session, "quackery") == ["gull"]
    assert found(session, "quack work") == ["gull"]
    assert found(session, "kvakkeri") == ["gull"]


def test_a_workspace_adds_to_our_lists_and_takes_nothing_away(opened: Open) -> None:
    workspace, _ = opened("Gull.", word_families="families:\n  - [kvakke, kvakkeri]\n", compounds="whole: [Gullsmed]\n")
    ours, theirs = load_word_lists(), workspace.word_lists
    assert theirs.families == (*ours.families, ("kvakke", "kvakkeri"))
    assert theirs.whole == ours.whole | {"gullsmed"}
    assert (theirs.concepts, theirs.parts, theirs.joints) == (ours.concepts, ours.parts, ours.joints)
    assert [one.code for one in workspace.problems if "tables/" in one.place.file] == []


def test_a_list_that_has_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "word_families.yaml"
    path.write_text("families:\n  - [kvakke, kvakkeri]\n", encoding="utf-8")
    assert load_word_lists(tmp_path).families[-1] == ("kvakke", "kvakkeri")
    path.write_text("families:\n  - [kvekke, kvekkeri, kvekket]\n", encoding="utf-8")
    assert load_word_lists(tmp_path).families[-1] == ("kvekke", "kvekkeri", "kvekket")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("families:\n  - [kvakke, kvakkeri\n", 3),
        ("families:\n  - [kvakke, kvakkeri]\nfamilys: []\n", 3),
        ("families:\n  - [kvakke, kvakkeri]\n  - 12\n", 3),
        ("families:\n  - [kvakke]\n  - [kvakkeri, {a: b}]\n", 3),
        ("families: many\n", 1),
    ],
)
def test_a_broken_list_is_a_finding_with_its_line_and_a_search_goes_on_with_ours(
    opened: Open, text: str, line: int
) -> None:
    workspace, session = opened("En dommer og kvakkeri.", word_families=text)
    found_in_list = [one for one in workspace.problems if one.place.file == "tables/word_families.yaml"]
    assert "table-not-read" in {one.code for one in found_in_list}
    assert line in {one.place.line for one in found_in_list if one.code != "table-not-read"}
    assert workspace.word_lists == load_word_lists()
    assert found(session, "dommene") == ["gull"]
    assert found(session, "kvakke") == ["gull"]


@pytest.mark.parametrize("name", ["word_families.yaml", "thesaurus.yaml", "compounds.yaml"])
def test_a_list_that_cannot_be_read_tells_its_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xff\xfe\x00 nothing")
    with pytest.raises(DataTableBroken) as raised:
        load_word_lists(tmp_path)
    assert {problem.place.file for problem in raised.value.problems} == {f"tables/{name}"}
