"""`rename`, `split` and `merge`: rulings, texts and comments come along, and nothing is chosen without asking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editing.records_with_comments import Written, records
from kom_rulings.editing.merging import merging
from kom_rulings.editing.renaming import renaming
from kom_rulings.editing.splitting import splitting
from kom_rulings.errors import (
    CaseExists,
    CaseUnsound,
    FieldsDiffer,
    LayoutOdd,
    NotACaseId,
    NotATake,
    NotOtherCase,
    RulingsNotThere,
    TextsDiffer,
)
from kom_rulings.files.fulltext import checksum
from kom_rulings.files.moving import Act, carry_out
from kom_rulings.files.reading import parse
from kom_rulings.files.yaml_text import comments_of
from kom_rulings.records.register import Register, load_register
from kom_rulings.references import find_references
from kom_rulings.workspace import Workspace

Records = Callable[[dict[str, str]], Path]

HEAD = """\
# yaml-language-server: $schema=../case.schema.json
kind: criminal
# om tittelen
title: {nb: En sak}
exploitation: [sexual]
"""
FIRST = """\
  # om tingretten
  - court: Oslo tingrett
    instance: tingrett
    references: [TOSLO-2015-105037-2]
    date: 2018-06-22  # dagen
    outcome: convicted
"""
SECOND = """\
  - court: Borgarting lagmannsrett
    instance: lagmannsrett
    references: [LB-2018-102939-2]
    date: 2021-09-10
    outcome: upheld
    # mer om lagmannsretten
"""
REMAND = """\
  - court: Høyesteretts ankeutvalg
    instance: ankeutvalg
    references: [HR-2019-469-U]
    date: 2019-03-07
    outcome: not_on_guilt
"""
TAIL = "sources: [a, b]\n# til slutt\n"
WHOLE = HEAD + "rulings:\n" + FIRST + SECOND + TAIL


def text_of(reference: str, body: str = "[1] Tekst.\n") -> str:
    return f"reference: {reference}\nsource: x\nretrieved: 2020\nsha256: {checksum(body)}\n---\n{body}"


def path_of(root: Path, case: str) -> Path:
    return root / "rulings" / "criminal" / f"{case}.yaml"


def read(root: Path, case: str) -> str:
    return path_of(root, case).read_text(encoding="utf-8")


def done(root: Path, act: Act) -> Register:
    """The records once it is done, which must be sound."""
    carry_out(root, act)
    register, problems = load_register(root)
    assert problems == []
    return register


def test_a_renamed_case_keeps_its_text_its_full_texts_and_its_old_ids(records_of: Records) -> None:
    name = "criminal/gammel.LB-2018-102939-2.operative.txt"
    root = records_of({"criminal/gammel.yaml": WHOLE, name: text_of("LB-2018-102939-2")})
    register = done(root, renaming(root, path_of(root, "gammel"), "ny"))
    assert [case.id for case in register.cases] == ["ny"]
    assert read(root, "ny") == WHOLE.replace("# til slutt", "formerly: [gammel]\n# til slutt")
    assert [text.file for text in register.texts] == ["criminal/ny.LB-2018-102939-2.operative.txt"]
    register = done(root, renaming(root, path_of(root, "ny"), "nyere"))
    assert register.cases[0].formerly == ("gammel", "ny")
    assert Workspace(root).case("gammel").id == "nyere"
    assert Workspace(root).case("NY").id == "nyere"
    register = done(root, renaming(root, path_of(root, "nyere"), "ny"))
    assert register.cases[0].formerly == ("gammel", "nyere")


def test_line_ends_and_the_mark_of_utf_8_move_with_a_case(records_of: Records) -> None:
    root = records_of({"criminal/a.yaml": ""})
    path_of(root, "a").write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    done(root, renaming(root, path_of(root, "a"), "b"))
    content = path_of(root, "b").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf#")
    assert content.count(b"\n") == content.count(b"\r\n")


def test_a_case_that_has_a_name_again_is_found_by_it_and_not_by_the_former_one(records_of: Records) -> None:
    other = HEAD + "rulings:\n" + REMAND
    root = records_of({"criminal/a.yaml": WHOLE + "formerly: [b]\n", "criminal/b.yaml": other})
    assert Workspace(root).case("b").id == "b"


@pytest.mark.parametrize(
    ("name", "error"),
    [("Ny sak", NotACaseId), ("con", NotACaseId), ("", NotACaseId), ("../b", NotACaseId), ("b", CaseExists)],
)
def test_a_name_that_cannot_be_used_is_refused(records_of: Records, name: str, error: type[Exception]) -> None:
    root = records_of({"criminal/a.yaml": WHOLE, "echr/b.yaml": "kind: echr\n"})
    with pytest.raises(error):
        renaming(root, path_of(root, "a"), name)
    with pytest.raises(error):
        splitting(root, path_of(root, "a"), name, "1")


@pytest.mark.parametrize(("text", "error"), [("kind: [", CaseUnsound), ("{kind: criminal}\n", LayoutOdd)])
def test_a_file_that_cannot_be_taken_apart_is_left(records_of: Records, text: str, error: type[Exception]) -> None:
    root = records_of({"criminal/a.yaml": text})
    with pytest.raises(error):
        renaming(root, path_of(root, "a"), "b")
    assert read(root, "a") == text


def test_rulings_that_are_split_off_take_their_texts_and_comments_along(records_of: Records) -> None:
    root = records_of(
        {
            "criminal/a.yaml": WHOLE + "formerly: [eldre]\n",
            "criminal/a.LB-2018-102939-2.txt": text_of("LB-2018-102939-2"),
            "criminal/a.TOSLO-2015-105037-2.txt": text_of("TOSLO-2015-105037-2"),
        }
    )
    register = done(root, splitting(root, path_of(root, "a"), "b", "2"))
    assert read(root, "a") == HEAD + "rulings:\n" + FIRST + TAIL + "formerly: [eldre]\n"
    assert read(root, "b") == HEAD + "rulings:\n" + SECOND + "sources: [a, b]\nsplit_from: a\n"
    assert [(one.id, one.formerly, one.split_from) for one in register.cases] == [
        ("a", ("eldre",), None),
        ("b", (), "a"),
    ]
    assert sorted(text.file for text in register.texts) == [
        "criminal/a.TOSLO-2015-105037-2.txt",
        "criminal/b.LB-2018-102939-2.txt",
    ]


@pytest.mark.parametrize("numbers", ["", "0", "3", "1,2", "en", "1;2", "1,-2"])
def test_rulings_that_cannot_be_split_off_are_refused(records_of: Records, numbers: str) -> None:
    root = records_of({"criminal/a.yaml": WHOLE})
    with pytest.raises(RulingsNotThere):
        splitting(root, path_of(root, "a"), "b", numbers)


def test_what_was_split_can_be_merged_again(records_of: Records) -> None:
    root = records_of({"criminal/a.yaml": WHOLE, "criminal/a.LB-2018-102939-2.txt": text_of("LB-2018-102939-2")})
    done(root, splitting(root, path_of(root, "a"), "b", "2"))
    register = done(root, merging(root, path_of(root, "b"), path_of(root, "a"), ()))
    assert read(root, "a") == WHOLE.replace("# til slutt", "formerly: [b]\n# til slutt")
    assert not path_of(root, "b").exists()
    assert [text.file for text in register.texts] == ["criminal/a.LB-2018-102939-2.txt"]
    assert Workspace(root).case("b").id == "a"


def test_merged_rulings_stand_in_the_order_of_their_dates(records_of: Records) -> None:
    undated = "  - {court: unknown, instance: unknown, date: unknown, outcome: unknown}\n"
    root = records_of({"criminal/a.yaml": WHOLE, "criminal/b.yaml": HEAD + "rulings:\n" + undated + REMAND + undated})
    register = done(root, merging(root, path_of(root, "b"), path_of(root, "a"), ()))
    dates = [str(ruling.date) for ruling in register.cases[0].rulings]
    assert dates == ["2018-06-22", "unknown", "2019-03-07", "unknown", "2021-09-10"]


def test_rulings_that_share_a_reference_become_one_and_gaps_are_filled(records_of: Records) -> None:
    same = (
        "  # fra avisen\n"
        "  - court: unknown\n    instance: lagmannsrett\n    date: unknown\n    outcome: upheld\n"
        "    references: [LB–2018–102939–2, 18-102939AST-BORG/03]\n    note: Ny.  # sett\n"
    )
    root = records_of({"criminal/a.yaml": WHOLE, "criminal/b.yaml": HEAD + "rulings:\n" + same})
    register = done(root, merging(root, path_of(root, "b"), path_of(root, "a"), ()))
    ruling = register.cases[0].rulings[1]
    assert len(register.cases[0].rulings) == 2
    assert (str(ruling.court), str(ruling.date), ruling.note) == ("Borgarting lagmannsrett", "2021-09-10", "Ny.")
    assert list(map(str, ruling.references)) == ["LB-2018-102939-2", "18-102939AST-BORG/03"]
    assert {"# fra avisen", "# sett"} <= set(comments_of(read(root, "a")))


def test_lists_are_united_and_what_is_not_known_gives_way(records_of: Records) -> None:
    more = (
        "keywords: {nb: [tigging, anke]}\n"
        "privacy_accepted:\n  # vurdert\n  - {finding: phone, mark: x1, reason: Offentlig.}\n"
        "provenance: [{source: hudoc, sha256: abc}]\nformerly: [c]\n"
    )
    own = WHOLE.replace("exploitation: [sexual]", "exploitation: unknown") + "keywords:\n  nb:\n    - anke\n    - dom\n"
    root = records_of(
        {
            "criminal/a.yaml": own,
            "criminal/b.yaml": HEAD + "rulings:\n" + REMAND + "sources:\n  - b\n  - c  # ny\n" + more,
        }
    )
    case = done(root, merging(root, path_of(root, "b"), path_of(root, "a"), ())).cases[0]
    assert case.sources == ("a", "b", "c")
    assert case.keywords.nb == ("anke", "dom", "tigging")
    assert case.exploitation == ("sexual",)
    assert [one.mark for one in case.privacy_accepted] == ["x1"]
    assert [one.sha256 for one in case.provenance] == ["abc"]
    assert case.formerly == ("c", "b")
    assert {"# vurdert", "# ny", "# om tittelen", "# til slutt"} <= set(comments_of(read(root, "a")))


OTHER = HEAD.replace("En sak", "En annen") + "visibility: internal\nvictims: {count: 3}\nrulings:\n" + REMAND
OWN = WHOLE.replace("rulings:", "victims:\n  count: 2  # talt\nrulings:")


def test_fields_that_differ_are_told_and_nothing_is_chosen(records_of: Records) -> None:
    root = records_of({"criminal/a.yaml": OWN, "criminal/b.yaml": OTHER})
    with pytest.raises(FieldsDiffer) as caught:
        merging(root, path_of(root, "b"), path_of(root, "a"), ("victims=INTO",))
    found = [(one.field, one.into, one.case) for one in caught.value.differences]
    assert found == [("title.nb", "En sak", "En annen"), ("visibility", "public", "internal")]


@pytest.mark.parametrize(
    ("takes", "expected"),
    [
        (("INTO",), ("En sak", "public", 2)),
        (("CASE",), ("En annen", "internal", 3)),
        (("INTO", "victims.count=CASE"), ("En sak", "public", 3)),
        (("title=case", "INTO", "visibility = CASE"), ("En annen", "internal", 2)),
    ],
)
def test_what_is_taken_stands(records_of: Records, takes: tuple[str, ...], expected: tuple[object, ...]) -> None:
    root = records_of({"criminal/a.yaml": OWN, "criminal/b.yaml": OTHER})
    case = done(root, merging(root, path_of(root, "b"), path_of(root, "a"), takes)).cases[0]
    assert (case.title.nb, case.visibility, case.victims.count) == expected
    assert "# talt" in comments_of(read(root, "a"))


@pytest.mark.parametrize("take", ["", "BEGGE", "title=", "tittel=INTO", "victims.minors=CASE"])
def test_a_choice_that_names_nothing_is_refused(records_of: Records, take: str) -> None:
    root = records_of({"criminal/a.yaml": OWN, "criminal/b.yaml": OTHER})
    with pytest.raises(NotATake):
        merging(root, path_of(root, "b"), path_of(root, "a"), ("INTO", take))


def test_a_draft_does_not_make_a_draft_of_what_it_is_merged_into(records_of: Records) -> None:
    root = records_of({"criminal/a.yaml": WHOLE, "criminal/b.yaml": HEAD + "rulings:\n" + REMAND + "draft: yes\n"})
    with pytest.raises(FieldsDiffer) as caught:
        merging(root, path_of(root, "b"), path_of(root, "a"), ())
    assert [one.field for one in caught.value.differences] == ["draft"]


def test_only_two_cases_of_a_kind_are_merged(records_of: Records) -> None:
    root = records_of({"criminal/a.yaml": WHOLE, "echr/e.yaml": "kind: echr\n"})
    for other in (path_of(root, "a"), root / "rulings/echr/e.yaml"):
        with pytest.raises(NotOtherCase):
            merging(root, path_of(root, "a"), other, ())


def test_a_full_text_never_replaces_another(records_of: Records) -> None:
    files = {"criminal/a.yaml": WHOLE, "criminal/b.yaml": HEAD + "rulings:\n" + REMAND}
    texts = {"criminal/a.R.txt": text_of("HR-2019-469-U"), "criminal/b.R.txt": text_of("HR-2019-469-U", "[1] Annen.\n")}
    root = records_of({**files, **texts})
    with pytest.raises(TextsDiffer):
        merging(root, path_of(root, "b"), path_of(root, "a"), ())
    (root / "rulings/criminal/b.R.txt").write_text(texts["criminal/a.R.txt"], encoding="utf-8")
    register = done(root, merging(root, path_of(root, "b"), path_of(root, "a"), ()))
    assert [text.file for text in register.texts] == ["criminal/a.R.txt"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records(with_rulings=True), records(with_rulings=True), st.sampled_from(["INTO", "CASE"]))
def test_a_merge_loses_no_comment_and_no_ruling(tmp_path: Path, one: Written, other: Written, side: str) -> None:
    folder = tmp_path / "rulings" / "criminal"
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"a": one.text, "b": other.text.replace("merknad", "bemerkning")}
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    act = merging(tmp_path, folder / "b.yaml", folder / "a.yaml", (side,))
    merged = act.writes[0].content.decode()
    raw, problems = parse(act.writes[0].content, folder / "a.yaml", "criminal/a.yaml")
    assert problems == []
    assert raw is not None
    assert set(comments_of(merged)) == {comment for text in texts.values() for comment in comments_of(text)}
    own, added = (set(found(text)) for text in texts.values())
    assert set(found(merged)) == own | added


def found(text: str) -> list[str]:
    """The references in a record."""
    return [str(one.reference) for one in find_references(text)]
