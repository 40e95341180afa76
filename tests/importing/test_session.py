"""Drafts become records: gaps are filled, a person's work stays, and the same page twice changes nothing."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from importing.drafts import APPEAL, ORIGIN
from kom_rulings.errors import CannotWrite, FileChanged, NothingToTake
from kom_rulings.files.fulltext import read_text
from kom_rulings.files.moving import Act
from kom_rulings.files.moving import carry_out as carry_out_act
from kom_rulings.files.replacing import replace_file
from kom_rulings.importing.origin import Origin
from kom_rulings.importing.outcome import Imported
from kom_rulings.importing.session import ImportSession
from kom_rulings.sources.draft import Draft, Understood
from kom_rulings.wording import wording
from kom_rulings.workspace import Workspace

RECORD = """\
# yaml-language-server: $schema=../case.schema.json
kind: criminal
title: {nb: Navnet vi bruker}  # vårt eget
exploitation: [sexual]
keywords: {nb: [menneskehandel]}
rulings:
  # tingretten
  - court: Oslo tingrett
    instance: tingrett
    references: [TOSLO-2018-500]
    date: 2019-01-15
    outcome: convicted
    provisions: [strl. 2005 § 257]
    summary: {nb: {text: Om saken., author: KOM}}
"""
Records = Callable[[dict[str, str]], Path]


@pytest.fixture
def root(records_of: Records) -> Path:
    return records_of({"criminal/saken.yaml": RECORD})


def plan(root: Path, *drafts: Draft, take: tuple[str, ...] = (), into: str | None = None) -> ImportSession:
    session = ImportSession(root, Workspace(root).register, wording("nb"), take, into)  # type: ignore[arg-type]
    for draft in drafts:
        session.add(draft, ORIGIN)
    return session


def carry_out(root: Path, *drafts: Draft, take: tuple[str, ...] = (), into: str | None = None) -> list[Imported]:
    session = plan(root, *drafts, take=take, into=into)
    write(root, session.act())
    return session.told(Workspace(root).tables)


def write(root: Path, act: Act) -> None:
    if act.writes:
        carry_out_act(root, act)


def everything(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def fates(told: Imported) -> dict[str, str]:
    return {one.name: one.fate for one in told.fields}


def test_a_case_that_is_not_on_record_becomes_a_draft(tmp_path: Path) -> None:
    (tmp_path / "rulings").mkdir()
    told = carry_out(tmp_path, APPEAL)[0]
    assert (told.act, told.case, told.file) == ("new", "lb-2019-1000", "criminal/lb-2019-1000.yaml")
    register = Workspace(tmp_path).register
    assert register.cases == ()
    case = register.drafts[0]
    assert [str(ruling.date) for ruling in case.rulings] == ["unknown", "2019-09-10"]
    assert case.provenance[0].sha256 == ORIGIN.sha256
    assert "draft-not-counted" in {problem.code for problem in told.problems}


def test_what_is_guessed_is_marked_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "rulings").mkdir()
    carry_out(tmp_path, APPEAL)
    text = (tmp_path / "rulings/criminal/lb-2019-1000.yaml").read_text(encoding="utf-8")
    assert "    outcome: upheld  # antatt: fra slutningen\n" in text
    assert "    date: 2019-09-10\n" in text


def test_the_full_text_lies_beside_the_record_and_is_not_for_publication(tmp_path: Path) -> None:
    (tmp_path / "rulings").mkdir()
    carry_out(tmp_path, APPEAL)
    main, opinion = sorted(Workspace(tmp_path).register.texts, key=lambda text: text.part)
    assert [(one.number, one.text) for one in main.paragraphs] == [
        (1, "Saken gjelder straffutmåling."),
        (2, "Anken forkastes."),
    ]
    assert (main.source, main.retrieved, main.publishable, main.citable) == (ORIGIN.address, "2026-11-20", False, True)
    assert (opinion.part, opinion.citable) == ("Dissens", False)


def test_the_same_page_twice_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "rulings").mkdir()
    carry_out(tmp_path, APPEAL)
    before = everything(tmp_path)
    told = carry_out(tmp_path, APPEAL)[0]
    assert told.act == "unchanged"
    assert set(fates(told).values()) == {"same"}
    assert everything(tmp_path) == before


def test_a_page_saved_anew_that_says_nothing_new_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "rulings").mkdir()
    carry_out(tmp_path, APPEAL)
    before = everything(tmp_path)
    session = ImportSession(tmp_path, Workspace(tmp_path).register, wording("nb"))
    session.add(APPEAL, replace(ORIGIN, sha256="b" * 64))
    write(tmp_path, session.act())
    assert everything(tmp_path) == before


def test_a_field_that_a_person_has_set_is_never_overwritten(root: Path) -> None:
    other = replace(APPEAL, fields=(*APPEAL.fields, Understood(("rulings", 0, "date"), "2019-01-16", "16. januar")))
    told = carry_out(root, other)[0]
    assert fates(told)["rulings[1].date"] == "kept"
    assert fates(told)["title.nb"] == "kept"
    assert "date: 2019-01-15" in (root / "rulings/criminal/saken.yaml").read_text(encoding="utf-8")


def test_take_takes_the_field_that_it_names_and_no_other(root: Path) -> None:
    other = replace(APPEAL, fields=(*APPEAL.fields, Understood(("rulings", 0, "date"), "2019-01-16", "16. januar")))
    told = carry_out(root, other, take=("rulings[1].date",))[0]
    assert fates(told)["rulings[1].date"] == "taken"
    text = (root / "rulings/criminal/saken.yaml").read_text(encoding="utf-8")
    assert "date: 2019-01-16" in text
    assert "title: {nb: Navnet vi bruker}  # vårt eget" in text
    assert "  # tingretten\n" in text


def test_a_gap_is_filled_where_the_page_says_so_plainly(root: Path) -> None:
    more = Understood(("rulings", 0, "cites"), ["HR-2017-1124-A"], "HR-2017-1124-A")
    told = carry_out(root, replace(APPEAL, fields=(*APPEAL.fields, more)))[0]
    assert fates(told)["rulings[1].cites"] == "added"
    assert "cites: [HR-2017-1124-A]" in (root / "rulings/criminal/saken.yaml").read_text(encoding="utf-8")


def test_a_guess_waits_for_a_person_in_an_approved_record(root: Path) -> None:
    guess = Understood(("rulings", 0, "aggravated"), "yes", "grov", "fra ordet grov")
    draft = replace(APPEAL, fields=(*APPEAL.fields, guess))
    assert fates(carry_out(root, draft)[0])["rulings[1].aggravated"] == "waiting"
    assert fates(carry_out(root, draft, take=("aggravated",))[0])["rulings[1].aggravated"] == "taken"
    assert "aggravated: yes  # antatt: fra ordet grov" in (root / "rulings/criminal/saken.yaml").read_text(
        encoding="utf-8"
    )


def test_a_new_ruling_waits_for_a_person_in_an_approved_record(root: Path) -> None:
    assert fates(carry_out(root, APPEAL)[0])["rulings[2]"] == "waiting"
    assert len(Workspace(root).register.cases[0].rulings) == 1
    assert fates(carry_out(root, APPEAL, take=("rulings",))[0])["rulings[2]"] == "taken"
    rulings = Workspace(root).register.cases[0].rulings
    assert [ruling.instance for ruling in rulings] == ["tingrett", "lagmannsrett"]
    text = (root / "rulings/criminal/saken.yaml").read_text(encoding="utf-8")
    assert "outcome: upheld  # antatt: fra slutningen" in text


def test_a_new_ruling_stands_where_it_stands_on_the_page(root: Path) -> None:
    first = (
        Understood(("rulings", 0, "court"), "Oslo tingrett", ""),
        Understood(("rulings", 0, "instance"), "tingrett", ""),
        Understood(("rulings", 0, "references"), ["TOSLO-2017-400"], ""),
        Understood(("rulings", 1, "references"), ["TOSLO-2018-500"], ""),
        Understood(("rulings", 2, "court"), "Borgarting lagmannsrett", ""),
        Understood(("rulings", 2, "instance"), "lagmannsrett", "", "antatt"),
    )
    draft = replace(APPEAL, references=("TOSLO-2018-500",), fields=first, texts=())
    carry_out(root, draft, take=("rulings",))
    case = Workspace(root).register.cases[0]
    assert [str(one.references[0]) if one.references else "" for one in case.rulings] == [
        "TOSLO-2017-400",
        "TOSLO-2018-500",
        "",
    ]
    text = (root / "rulings/criminal/saken.yaml").read_text(encoding="utf-8")
    assert "instance: lagmannsrett  # antatt: antatt" in text


def test_a_ruling_that_nothing_tells_from_others_waits_in_a_draft_too(tmp_path: Path) -> None:
    (tmp_path / "rulings").mkdir()
    carry_out(tmp_path, APPEAL)
    nameless = (APPEAL.fields[4], Understood(("rulings", 1, "outcome"), "set_aside", "oppheves"))
    told = carry_out(tmp_path, replace(APPEAL, fields=nameless, texts=()))[0]
    assert fates(told)["rulings[2]"] == "waiting"
    assert len(Workspace(tmp_path).register.drafts[0].rulings) == 2


def test_a_list_of_words_is_added_to_and_keeps_what_it_has(root: Path) -> None:
    carry_out(root, APPEAL, take=("keywords.nb",))
    assert Workspace(root).register.cases[0].keywords.nb == ("menneskehandel", "straffutmåling")


def test_what_is_unknown_in_a_draft_is_a_gap(tmp_path: Path) -> None:
    (tmp_path / "rulings").mkdir()
    carry_out(tmp_path, APPEAL)
    later = replace(
        APPEAL,
        fields=(
            Understood(("rulings", 0, "references"), ["TOSLO-2018-500"], ""),
            Understood(("rulings", 0, "date"), "2018-06-22", "22. juni 2018"),
        ),
        texts=(),
    )
    assert fates(carry_out(tmp_path, later)[0])["rulings[1].date"] == "added"
    assert str(Workspace(tmp_path).register.drafts[0].rulings[0].date) == "2018-06-22"


def test_what_a_person_has_said_is_unknown_stays_so(records_of: Records) -> None:
    root = records_of({"criminal/saken.yaml": RECORD.replace("2019-01-15", "unknown")})
    dated = replace(APPEAL, fields=(*APPEAL.fields, Understood(("rulings", 0, "date"), "2019-01-16", "16. januar")))
    assert fates(carry_out(root, dated)[0])["rulings[1].date"] == "kept"


def test_two_pages_of_one_case_in_one_import_become_one_draft(tmp_path: Path) -> None:
    (tmp_path / "rulings").mkdir()
    first = replace(
        APPEAL,
        references=("TOSLO-2018-500",),
        fields=(
            Understood(("rulings", 0, "references"), ["TOSLO-2018-500"], ""),
            Understood(("rulings", 0, "instance"), "tingrett", ""),
        ),
        texts=(),
    )
    told = carry_out(tmp_path, first, APPEAL)
    assert [one.act for one in told] == ["new", "changed"]
    register = Workspace(tmp_path).register
    assert [case.id for case in register.drafts] == ["toslo-2018-500"]
    assert [ruling.instance for ruling in register.drafts[0].rulings] == ["tingrett", "lagmannsrett"]


def test_references_of_several_cases_are_told_and_nothing_is_done(records_of: Records) -> None:
    other = RECORD.replace("TOSLO-2018-500", "LB-2019-1000").replace("tingrett", "lagmannsrett")
    root = records_of({"criminal/en.yaml": RECORD, "criminal/to.yaml": other.replace("Oslo", "Borgarting")})
    before = everything(root)
    told = carry_out(root, APPEAL)[0]
    assert (told.act, told.params) == ("refused", {"cases": "en, to"}) or told.params == {"cases": "to, en"}
    assert everything(root) == before
    assert carry_out(root, APPEAL, into="en")[0].case == "en"


def test_a_reference_with_another_last_part_is_told_and_not_taken_for_the_same(root: Path) -> None:
    draft = replace(APPEAL, references=("TOSLO-2018-500-2",), fields=APPEAL.fields[:4], texts=())
    told = carry_out(root, draft)[0]
    assert (told.act, told.near) == ("new", ("TOSLO-2018-500 (saken)",))


def test_a_page_of_another_kind_than_the_case_is_refused(root: Path) -> None:
    told = carry_out(root, replace(APPEAL, kind="immigration"))[0]
    assert (told.act, told.params["other"]) == ("refused", "criminal")


def test_a_page_that_tells_too_little_for_a_record_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rulings").mkdir()
    told = carry_out(tmp_path, Draft("hudoc", "echr", "En side", (), (Understood(("title", "nb"), "X", ""),)))[0]
    assert told.act == "refused"
    assert "field-missing" in {problem.code for problem in told.problems}
    assert everything(tmp_path) == {}


def test_to_take_what_does_not_differ_is_a_mistake_and_nothing_is_written(root: Path) -> None:
    before = everything(root)
    with pytest.raises(NothingToTake) as caught:
        carry_out(root, APPEAL, take=("rulings", "rulings[9].date"))
    assert caught.value.params["field"] == "rulings[9].date"
    assert everything(root) == before


def test_a_full_text_that_differs_is_kept_until_it_is_taken(tmp_path: Path) -> None:
    (tmp_path / "rulings").mkdir()
    carry_out(tmp_path, APPEAL)
    before = everything(tmp_path)
    other = replace(APPEAL, texts=(replace(APPEAL.texts[0], paragraphs=((1, "En annen tekst."),)),))
    assert [one.fate for one in carry_out(tmp_path, other)[0].texts] == ["kept"]
    assert everything(tmp_path) == before
    assert [one.fate for one in carry_out(tmp_path, other, take=("text",))[0].texts] == ["taken"]
    text, problems = read_text(tmp_path / "rulings/criminal/lb-2019-1000.LB-2019-1000.txt", "x")
    assert text is not None
    assert (text.paragraphs[0].text, problems) == ("En annen tekst.", [])


def test_a_failure_in_the_middle_leaves_everything_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(root)
    session = plan(root, APPEAL, take=("rulings",))

    def fails_at_the_opinion(path: Path, content: bytes) -> None:
        if "opinion" in path.name:
            raise CannotWrite(file=path, reason=errno.ENOSPC)
        replace_file(path, content)

    monkeypatch.setattr("kom_rulings.files.moving.replace_file", fails_at_the_opinion)
    assert len(session.act().writes) == 3
    with pytest.raises(CannotWrite):
        write(root, session.act())
    assert everything(root) == before


def test_a_record_that_was_changed_in_the_meantime_is_left_alone(root: Path) -> None:
    act = plan(root, APPEAL, take=("rulings",)).act()
    path = root / "rulings/criminal/saken.yaml"
    path.write_text(RECORD + "note: Skrevet imens.\n", encoding="utf-8")
    with pytest.raises(FileChanged):
        write(root, act)
    assert path.read_text(encoding="utf-8").endswith("note: Skrevet imens.\n")
    assert len(everything(root)) == 1


def test_a_file_that_came_up_in_the_meantime_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "rulings/criminal").mkdir(parents=True)
    act = plan(tmp_path, APPEAL).act()
    path = tmp_path / "rulings/criminal/lb-2019-1000.yaml"
    path.write_bytes(b"someone else's")
    with pytest.raises(FileChanged):
        write(tmp_path, act)
    assert path.read_bytes() == b"someone else's"


def test_a_page_without_references_is_known_again_by_its_checksum(tmp_path: Path) -> None:
    (tmp_path / "rulings").mkdir()
    nameless = Draft(
        "une",
        "immigration",
        "Avslag",
        (),
        (Understood(("title", "nb"), "Avslag", ""), Understood(("rulings", 0, "outcome"), "rejected", "")),
    )
    origin = Origin("une", "side.html", "c" * 64)
    for expected in ("new", "unchanged"):
        session = ImportSession(tmp_path, Workspace(tmp_path).register, wording("nb"))
        session.add(nameless, origin)
        write(tmp_path, session.act())
        assert [one.act for one in session.told(Workspace(tmp_path).tables)] == [expected]
    assert [case.id for case in Workspace(tmp_path).register.drafts] == ["une"]
