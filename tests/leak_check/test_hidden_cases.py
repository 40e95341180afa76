"""Nothing of a case that the audience may not see leaves, however it is told, and no other word is taken for it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kom_rulings.leak_check import Guard, LeakFound, check_files
from kom_rulings.standing import may_see
from kom_rulings.workspace import Workspace
from leak_check.conftest import CASE, DRAFT, INTERNAL, PUBLIC, RESTRICTED, TEXT
from leak_check.planted import BODY, LINKS, changed, run, with_paragraph, word_file

Look = Callable[..., list[LeakFound]]

#: What tells of a hidden case, the file that it stands in, and why the case is hidden.
TELLING: dict[str, tuple[str, bytes | str, str]] = {
    "a reference": ("a.md", "Se LB-2099-22222 om dette.", "restricted"),
    "a reference with other dashes": ("a.md", "Se LB–2099–22222.", "restricted"),
    "a title": ("a.csv", '"Sak"\n"Om Den lukkede saken om gartneriet fra 2018"\n', "restricted"),
    "a title over two lines": ("a.md", "Den lukkede saken\nom gartneriet", "restricted"),
    "a popular name": ("a.txt", "Dette er som i Gartnerisaken fra 2018.", "restricted"),
    "an id": ("a.json", '{"id": "lukket-sak"}', "restricted"),
    "an id of one word": ("a.json", '{"id": "vaskehallen"}', "draft"),
    "an id as the name of a field": ("a.json", '{"lukket-sak": 1}', "restricted"),
    "an anchor": ("a.html", '<h2 id="sak-lukket-sak">x</h2>', "restricted"),
    "a link within a page": ("a.html", '<a href="#lukket-sak">x</a>', "restricted"),
    "an address at Lovdata": (
        "a.html",
        '<a href="https://lovdata.no/dokument/LBSTR/avgjorelse/lb-2099-22222">x</a>',
        "restricted",
    ),
    "the name of a full text": ("a.md", "Se lukket-sak.LB-2099-22222.txt", "restricted"),
    "the name of the file": ("lukket-sak.csv", "a\n", "restricted"),
    "a reference in the name of the file": ("uttrekk_lb-2099-22222.csv", "a\n", "restricted"),
    "a paragraph of a Word file": (
        "a.docx",
        changed(word_file(), BODY, "Slutten av oversikten.", "Se LB-2099-33333."),
        "audience",
    ),
    "a reference split over runs": ("a.docx", with_paragraph(run("Se LB-2099-") + run("33333")), "audience"),
    "a bookmark": (
        "a.docx",
        with_paragraph(f'<w:bookmarkStart w:id="9" w:name="k_lukket_sak"/>{run("x")}'),
        "restricted",
    ),
    "a link of a Word file": (
        "a.docx",
        changed(word_file(), LINKS, "https://lovdata.no/", r"\g<0>lb-2099-33333/"),
        "audience",
    ),
    "a popular name of a draft": ("a.md", "I Vaskehall-saken dømte retten.", "draft"),
}


@pytest.mark.parametrize("what", TELLING)
def test_what_tells_of_a_hidden_case_is_found_and_says_why(what: str, look: Look) -> None:
    name, content, why = TELLING[what]
    assert {leak.code for leak in look(name, content)} == {why}


#: What only looks as if it told of a hidden case.
INNOCENT = (
    "Se LB-2099-11111 og LB-2099-222222.",
    "Åpne-saken og Den åpne saken om tigging.",
    "Kjeden av bevis holdt ikke. Kjeden er brutt.",
    "Saken om en neglesalong i byen.",
    "den lukkede saken om gartneriet",
    "Gartnerisakene er flere.",
    "apen-saken",
    "negl",
    "https://lovdata.no/dokument/LBSTR/avgjorelse/lb-2099-11111",
)


@pytest.mark.parametrize("words", INNOCENT)
def test_words_that_a_hidden_case_shares_with_others_are_let_through(words: str, look: Look) -> None:
    assert look("a.md", words) == []


def test_what_an_audience_may_see_is_let_through(look: Look) -> None:
    assert [leak.code for leak in look("a.md", "Se LB-2099-33333.", "public")] == ["audience"]
    assert look("a.md", "Se LB-2099-33333.", "internal") == []


@pytest.mark.parametrize("audience", ["public", "partner", "internal"])
def test_a_restricted_case_and_a_draft_are_for_nobody(audience: str, look: Look) -> None:
    text = "LB-2099-22222 og Vaskehall-saken"
    assert [leak.code for leak in look("a.md", text, audience)] == ["restricted", "draft"]


def test_what_is_published_may_cite_a_ruling_of_which_a_draft_is_being_written(look: Look) -> None:
    assert look("a.md", "Se LB-2099-44444.", "public") == []


def test_a_reference_that_a_shown_case_has_too_is_let_through(records_of: Callable[[dict[str, str]], Path]) -> None:
    twin = {**INTERNAL, "reference": PUBLIC["reference"]}
    workspace = Workspace(
        records_of({"criminal/a.yaml": CASE.format(**PUBLIC), "criminal/b.yaml": CASE.format(**twin)})
    )
    guard = Guard(workspace, "public", workspace.register.cases)
    assert check_files([("a.md", b"Se LB-2099-11111.")], guard) == []


def test_an_id_that_is_a_part_of_a_shown_one_is_let_through(records_of: Callable[[dict[str, str]], Path]) -> None:
    cases = {"criminal/negl-sak-oslo.yaml": CASE.format(**PUBLIC), "criminal/negl-sak.yaml": CASE.format(**INTERNAL)}
    guard = Guard(Workspace(records_of(cases)), "public", ())
    assert check_files([("a.html", b'<h2 id="negl-sak-oslo">x</h2>')], guard) == []
    assert [leak.code for leak in check_files([("a.html", b'<h2 id="negl-sak">x</h2>')], guard)] == ["audience"]


def test_a_leak_tells_where_in_the_records_the_same_words_stand(records_of: Callable[[dict[str, str]], Path]) -> None:
    told = {**PUBLIC, "text": "Lagmannsretten viste til LB-2099-22222 og til Kari Testesen."}
    cases = {"criminal/a.yaml": CASE.format(**told), "criminal/b.yaml": CASE.format(**RESTRICTED)}
    workspace = Workspace(records_of(cases))
    shown = [case for case in workspace.register.cases if may_see(case, "public")]
    found = check_files([("a.md", told["text"].encode())], Guard(workspace, "public", shown))
    assert [(leak.code, leak.source.file, leak.source.field) for leak in found if leak.source] == [
        ("privacy-person-name", "criminal/a.yaml", "rulings[1].summary.nb.text"),
        ("restricted", "criminal/a.yaml", "rulings[1].summary.nb.text"),
    ]
    assert "kom-rulings accept a " in found[0].hint("nb")


PARAGRAPH = (
    "Lagmannsretten finner det bevist at de tre kvinnene ble hentet til landet med løfte om arbeid i et gartneri, og "
    "at de så snart de var kommet fram, ble fratatt passene og satt til å arbeide uten lønn i mer enn fjorten måneder."
)


@pytest.mark.parametrize(
    ("publishable", "words", "found"),
    [
        ("", PARAGRAPH, ["full-text"]),
        ("", PARAGRAPH.upper(), ["full-text"]),
        ("", f"Retten sa dette: {PARAGRAPH}", ["full-text"]),
        ("", "Anken ble forkastet av en enstemmig lagmannsrett i mai.", ["full-text"]),
        ("", "Kvinnene ble fratatt passene og satt til å arbeide uten lønn.", []),
        ("publishable: yes\n", PARAGRAPH, []),
    ],
)
def test_what_is_copied_from_a_full_text_leaves_only_if_it_may(
    publishable: str, words: str, found: list[str], records_of: Callable[[dict[str, str]], Path]
) -> None:
    body = f"[1] {PARAGRAPH}\n\n[2] Anken ble forkastet av en enstemmig lagmannsrett i mai.\n"
    text = TEXT.format(sum=hashlib.sha256(body.encode()).hexdigest(), body=body).replace("---\n", f"{publishable}---\n")
    files = {"criminal/a.yaml": CASE.format(**PUBLIC), "criminal/a.LB-2099-11111.txt": text}
    workspace = Workspace(records_of(files))
    guard = Guard(workspace, "public", workspace.register.cases)
    assert [leak.code for leak in check_files([("a.md", words.encode())], guard)] == found


def test_the_title_of_a_draft_that_is_the_name_of_a_court_hides_nothing(
    records_of: Callable[[dict[str, str]], Path],
) -> None:
    draft = {**DRAFT, "title": "Borgarting lagmannsrett"}
    workspace = Workspace(records_of({"criminal/a.yaml": CASE.format(**draft)}))
    assert check_files([("a.md", b"Borgarting lagmannsrett")], Guard(workspace, "public", ())) == []
