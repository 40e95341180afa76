"""The register of a folder: every sound case in a stable order, and nothing hidden by what is broken beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kom_rulings.files import paths
from kom_rulings.files.fulltext import Paragraph
from kom_rulings.names import CaseId
from kom_rulings.records import Register
from kom_rulings.records.register import find_case_file, load_case, load_register
from kom_rulings.references import Reference

Records = Callable[[dict[str, str]], Path]


def criminal(reference: str = "TOSLO-2016-1234") -> str:
    return f"""\
kind: criminal
title: {{nb: En sak}}
exploitation: [sexual]
rulings:
  - {{court: Oslo tingrett, instance: tingrett, references: [{reference}], date: 2016, outcome: convicted}}
"""


IMMIGRATION = """\
kind: immigration
title: {nb: En sak}
exploitation: unknown
rulings: [{court: Utlendingsnemnda, instance: une, references: [N1611201107], date: 2014, outcome: rejected}]
"""
ECHR = """\
kind: echr
title: {nb: En sak}
exploitation: [forced_labour]
applications: [21884/15, 21885/15]
respondents: [GR]
rulings:
  - court: Den europeiske menneskerettsdomstolen
    instance: echr_chamber
    date: 2017-03-30
    document: JUD
    ecli: ECLI:CE:ECHR:2017:0330JUD002188415
    item: 001-172701
"""


def full_text(body: str = "[1] Saken.\n\n[2] Anken\n  forkastes.\n", *, head: str = "") -> str:
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    reference = "reference: TOSLO-2016-1234\nsource: https://lovdata.no\nretrieved: 2026-11-23\n"
    return f"{reference}sha256: {sha256}\n{head}---\n{body}"


def ids(register: Register) -> list[str]:
    return [f"{case.kind}/{case.id}" for case in register.cases]


def test_cases_stand_by_kind_and_id_whatever_order_the_files_are_written_in(tmp_path: Path) -> None:
    files = [("immigration", "a", IMMIGRATION), ("criminal", "c", criminal("TOSLO-2016-3")), ("echr", "b", ECHR)]
    files += [("criminal", "a2", criminal("TOSLO-2016-2")), ("criminal", "a-1", criminal("TOSLO-2016-1"))]
    registers = []
    for n, order in enumerate((files, files[::-1])):
        for kind, name, text in order:
            path = tmp_path / str(n) / "rulings" / kind / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        registers.append(load_register(tmp_path / str(n)))

    (first, none), (second, no_more) = registers
    assert ids(first) == ["criminal/a-1", "criminal/a2", "criminal/c", "echr/b", "immigration/a"]
    assert (first.cases, none, no_more) == (second.cases, [], [])


def test_the_order_of_a_listing_does_not_matter(records_of: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    root = records_of({f"criminal/{name}.yaml": criminal(f"TOSLO-2016-{n}") for n, name in enumerate("abc")})
    listing = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda folder: iter(sorted(listing(folder), reverse=True)))

    assert [path.name for path in paths.case_files(root)] == ["a.yaml", "b.yaml", "c.yaml"]
    assert ids(load_register(root)[0]) == ["criminal/a", "criminal/b", "criminal/c"]


def test_a_broken_file_hides_no_sound_one(records_of: Records) -> None:
    root = records_of(
        {
            "criminal/a.yaml": criminal(),
            "criminal/b.yaml": "kind: [",
            "criminal/c.yaml": criminal("TOSLO-2016-9").replace("convicted", "convictd"),
            "criminal/d.yaml": "",
            "echr/e.yaml": ECHR,
            "criminal/e.HR-2017-1124-A.txt": "no head",
        }
    )
    register, problems = load_register(root)

    assert ids(register) == ["criminal/a", "echr/e"]
    assert [(found.place.file, found.code) for found in problems] == [
        ("criminal/b.yaml", "yaml-syntax"),
        ("criminal/c.yaml", "value-not-allowed"),
        ("criminal/d.yaml", "file-empty"),
        ("criminal/e.HR-2017-1124-A.txt", "text-header"),
    ]


def test_a_folder_without_records_is_an_empty_register(tmp_path: Path) -> None:
    assert load_register(tmp_path) == (Register((), {}, ()), [])


def test_only_case_files_are_read(records_of: Records) -> None:
    root = records_of({"criminal/a.yaml": criminal(), "criminal/.b.yaml": "[", "criminal/c.yml": "[", "d.yaml": "["})
    register, problems = load_register(root)

    assert ids(register) == ["criminal/a"]
    assert [(problem.code, problem.place.file) for problem in problems] == [
        ("file-unexpected", "criminal/c.yml"),
        ("file-unexpected", "d.yaml"),
    ]


def test_a_case_is_found_by_every_reference_of_its_rulings(records_of: Records) -> None:
    root = records_of({"criminal/a.yaml": criminal(), "echr/e.yaml": ECHR, "immigration/i.yaml": IMMIGRATION})
    register, _ = load_register(root)

    found = {reference.text: case.id for reference, case in register.by_reference.items()}
    assert found == {
        "TOSLO-2016-1234": "a",
        "21884/15": "e",
        "21885/15": "e",
        "ECLI:CE:ECHR:2017:0330JUD002188415": "e",
        "001-172701": "e",
        "N1611201107": "i",
    }
    assert register.by_reference[Reference.parse("TOSLO\u20132016\u20131234")] is register.by_id[CaseId("a")]


def test_a_reference_that_two_cases_share_leads_to_the_first(records_of: Records) -> None:
    register, _ = load_register(records_of({"criminal/b.yaml": criminal(), "criminal/a.yaml": criminal()}))

    assert register.by_reference[Reference.parse("TOSLO-2016-1234")].id == "a"


def test_an_id_used_twice_is_told_and_the_first_case_stands(records_of: Records) -> None:
    root = records_of({"criminal/a.yaml": criminal(), "immigration/a.yaml": IMMIGRATION, "echr/a.yaml": ECHR})
    register, problems = load_register(root)

    assert ids(register) == ["criminal/a"]
    assert [(found.code, found.place.file, found.params["other"]) for found in problems] == [
        ("case-id-twice", "immigration/a.yaml", "criminal/a.yaml"),
        ("case-id-twice", "echr/a.yaml", "criminal/a.yaml"),
    ]


def test_the_kinds_of_a_register_are_told_apart(records_of: Records) -> None:
    root = records_of({"criminal/a.yaml": criminal(), "echr/e.yaml": ECHR, "immigration/i.yaml": IMMIGRATION})
    register, _ = load_register(root)

    kinds = (register.criminal, register.immigration, register.echr)
    assert [[case.id for case in cases] for cases in kinds] == [["a"], ["i"], ["e"]]


def test_a_full_text_stands_beside_its_case(records_of: Records) -> None:
    root = records_of({"criminal/a.yaml": criminal(), "criminal/a.TOSLO-2016-1234.txt": full_text()})
    register, problems = load_register(root)

    (text,) = register.texts_of(CaseId("a"))
    assert (problems, register.texts_of(CaseId("b"))) == ([], ())
    assert (text.case, text.file) == ("a", "criminal/a.TOSLO-2016-1234.txt")
    assert (text.reference, text.source, text.retrieved) == ("TOSLO-2016-1234", "https://lovdata.no", "2026-11-23")
    assert text.paragraphs == (Paragraph(1, "Saken."), Paragraph(2, "Anken forkastes."))
    assert text.publishable is False


def test_a_full_text_is_publishable_when_its_head_says_so(records_of: Records) -> None:
    root = records_of({"criminal/a.T.txt": full_text(head="publishable: yes\n")})

    assert [text.publishable for text in load_register(root)[0].texts] == [True]


def test_a_full_text_that_was_changed_is_kept_and_told(records_of: Records) -> None:
    text = full_text().replace("forkastes", "tas til følge")
    register, problems = load_register(records_of({"criminal/a.T.txt": text}))

    assert [found.code for found in problems] == ["text-checksum"]
    assert register.texts[0].paragraphs[1] == Paragraph(2, "Anken tas til følge.")


def test_the_file_of_a_case_is_found_by_its_id(records_of: Records) -> None:
    root = records_of({"echr/e.yaml": ECHR, "criminal/broken.yaml": "["})

    assert find_case_file(root, "e") == root / "rulings" / "echr" / "e.yaml"
    assert find_case_file(root, "broken") == root / "rulings" / "criminal" / "broken.yaml"
    assert [find_case_file(root, name) for name in ("f", "../echr/e", "E", "")] == [None] * 4


def test_one_case_is_loaded_without_the_others(records_of: Records) -> None:
    root = records_of({"echr/e.yaml": ECHR, "criminal/broken.yaml": "["})
    case, raw, problems = load_case(root / "rulings" / "echr" / "e.yaml", root)
    nothing, no_tree, told = load_case(root / "rulings" / "criminal" / "broken.yaml", root)

    assert case is not None
    assert raw is not None
    assert (case.id, raw.file, raw.tree["kind"], problems) == ("e", "echr/e.yaml", "echr", [])
    assert (nothing, no_tree, [found.code for found in told]) == (None, None, ["yaml-syntax"])
