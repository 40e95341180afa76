"""A search as a lawyer meets it: the right rulings in order, the paragraph to cite, and what was done for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kom_rulings.files.fulltext import checksum
from kom_rulings.index.answers import Answer, summary_paragraphs
from kom_rulings.index.facet_labels import facet_query
from kom_rulings.index.facets import FACETS
from kom_rulings.index.found import SORTS, Sort, Wish
from kom_rulings.index.query import parse
from kom_rulings.records.register import Register
from kom_rulings.search_session import SearchResult, SearchSession
from kom_rulings.settings import Settings
from kom_rulings.wording import Language
from kom_rulings.workspace import Workspace

CASE = """\
# yaml-language-server: $schema=../case.schema.json
kind: criminal
title: {nb: Saken om gull, en: The gold case}
exploitation: [begging]
rulings:
  - court: Oslo tingrett
    instance: tingrett
    references: [TOSLO-2015-40246]
    date: 2015-09-28
    outcome: convicted
    summary:
      nb: {text: "Gull og sølv.\\n\\nBare kobber.\\n\\nTo barn fikk gull.", author: kom-rulings}
      en: {text: "Gold and silver.\\n\\nOnly copper.", author: kom-rulings}
  - court: Høyesterett
    instance: hoyesterett
    references: [HR-2016-2491-A]
    date: 2016-12
    outcome: upheld
    summary:
      nb: {text: "Anken ble forkastet.", author: kom-rulings}
  - court: Høyesteretts ankeutvalg
    instance: ankeutvalg
    date: unknown
    outcome: appeal_not_admitted
"""
ECHR = """\
# yaml-language-server: $schema=../case.schema.json
kind: echr
title: {nb: Gruve mot Hellas, en: Gruve v. Greece}
exploitation: unknown
applications: [123/45, 678/90, 99/91]
respondents: [GR]
rulings:
  - court: Den europeiske menneskerettsdomstolen
    instance: echr_chamber
    references: [123/45]
    date: 2012-05-05
    document: JUD
    findings: [{article: 4, outcome: violation}]
"""
RecordsOf = Callable[[dict[str, str]], Path]


def full_text(reference: str, *paragraphs: str) -> str:
    """A full text whose paragraphs are numbered from 11."""
    body = "".join(f"[{n}] {text}\n" for n, text in enumerate(paragraphs, start=11))
    head = f"reference: {reference}\nsource: test\nretrieved: 2026-01-01\nsha256: {checksum(body)}\n---\n"
    return head + body


@pytest.fixture
def search(records_of: RecordsOf) -> Iterator[Callable[..., SearchResult]]:
    """Search two small cases, and what else is put beside them."""
    sessions: list[SearchSession] = []

    def carry_out(
        text: str, files: dict[str, str] | None = None, *, language: Language = "nb", limit: int = 9, **wished: object
    ) -> SearchResult:
        root = records_of({"criminal/gull.yaml": CASE, "echr/gruve.yaml": ECHR, **(files or {})})
        sessions.append(SearchSession(Workspace(root, Settings(engine="scan"))))
        return sessions[-1].search(Wish(text, **wished), limit, language)  # type: ignore[arg-type]

    yield carry_out
    for session in sessions:
        session.close()


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchSession]:
    """The bundled records, searched through Whoosh."""
    import shutil

    root = tmp_path_factory.mktemp("bundled")
    shutil.copytree(Path(__file__).parent.parent / "rulings", root / "rulings")
    with SearchSession(Workspace(root)) as opened:
        yield opened


def cases(result: SearchResult) -> list[str]:
    return [hit.case for hit in result.found.strict]


def found(session: SearchSession, text: str, **wished: object) -> list[str]:
    return cases(session.search(Wish(text, **wished), 5, "nb"))  # type: ignore[arg-type]


def shown(answer: Answer) -> list[str]:
    return [one.text for one in answer.excerpts]


Search = Callable[..., SearchResult]


@pytest.mark.parametrize(
    ("query", "passages"),
    [
        ("kobber", ["Bare kobber."]),
        ("gull", ["Gull og sølv.", "To barn fikk gull."]),
        ("barn gull", ["To barn fikk gull.", "Gull og sølv."]),
        ("kobb", ["Bare kobber."]),
        ("kob*", ["Bare kobber."]),
        ("SOELV", ["Gull og sølv."]),
        ('"fikk gull"', ["To barn fikk gull."]),
        ("kobber, forkastet", ["Bare kobber.", "Anken ble forkastet."]),
        ("forkastet -tiger", ["Anken ble forkastet."]),
        ("barn NEAR gull", ["To barn fikk gull.", "Gull og sølv."]),
    ],
)
def test_the_excerpts_are_the_paragraphs_with_most_of_the_words(
    search: Search, query: str, passages: list[str]
) -> None:
    [answer] = search(query).answers
    assert shown(answer) == passages


@pytest.mark.parametrize("query", ["type:straff", "tingrett", "TOSLO-2015-40246"])
def test_the_first_paragraph_of_the_summary_is_shown_where_none_has_the_words(search: Search, query: str) -> None:
    assert shown(search(query).answers[0]) == ["Gull og sølv."]


def test_a_paragraph_of_a_full_text_comes_with_its_number_and_is_cited_by_it(search: Search) -> None:
    text = full_text("HR-2016-2491-A", "Innledning", "Straffen for gull og barn")
    [answer] = search("barn gull straffen", {"criminal/gull.HR-2016-2491-A.txt": text}).answers
    assert [(one.number, one.text) for one in answer.excerpts] == [
        (12, "Straffen for gull og barn"),
        (None, "To barn fikk gull."),
    ]
    assert [one.citation for one in answer.excerpts] == ["HR-2016-2491-A avsnitt 12", "TOSLO-2015-40246"]


def test_a_paragraph_from_strasbourg_is_cited_by_title_number_and_section(search: Search) -> None:
    files = {"echr/gruve.123-45.txt": full_text("123/45", "The applicant worked underground.")}
    [answer] = search("underground", files).answers
    assert answer.excerpts[0].citation == "Gruve mot Hellas, nr. 123/45 m.fl., § 11"
    [answer] = search("underground", files, language="en").answers
    assert answer.excerpts[0].citation == "Gruve v. Greece, no. 123/45 and others, § 11"


def test_the_words_are_marked_in_the_original_text(search: Search) -> None:
    [answer] = search("SOELV gull").answers
    [excerpt] = [one for one in answer.excerpts if one.text == "Gull og sølv."]
    assert [excerpt.text[start:end] for start, end in excerpt.marks] == ["Gull", "sølv"]


def test_of_a_phrase_only_its_own_words_are_marked(search: Search) -> None:
    text = full_text("HR-2016-2491-A", "gull ble gull fikk gull")
    [answer] = search('"fikk gull"', {"criminal/gull.HR-2016-2491-A.txt": text}).answers
    assert answer.excerpts[0].marks == ((14, 18), (19, 23))


def test_the_excerpts_are_in_the_language_asked_for_where_there_is_one(search: Search) -> None:
    [answer] = search("gold", language="en").answers
    assert shown(answer) == ["Gold and silver."]
    assert list(summary_paragraphs(answer.case, "en")) == ["Gold and silver.", "Only copper.", "Anken ble forkastet."]


def test_a_case_is_cited_by_its_latest_reference_or_else_by_its_title(search: Search) -> None:
    assert search("kobber").answers[0].citation == "HR-2016-2491-A"
    unnamed = CASE.replace("    references: [TOSLO-2015-40246]\n", "").replace("    references: [HR-2016-2491-A]\n", "")
    assert search("kobber", {"criminal/gull.yaml": unnamed}).answers[0].citation == "Saken om gull"


def test_a_ruling_that_lacks_a_word_follows_and_says_which(search: Search) -> None:
    result = search("gull kobber diamanter")
    assert cases(result) == []
    [answer] = result.answers
    assert (answer.case.id, answer.partial, answer.missing) == ("gull", True, ("diamanter",))


def test_without_hits_the_part_that_is_to_blame_is_named_with_the_hits_without_it(search: Search) -> None:
    blamed = search("gull type:emd").found.blamed
    assert [(one.part, one.hits) for one in blamed] == [(parse("gull"), 1), (parse("type:emd"), 1)]
    blamed = search("gull kobber diamanter").found.blamed
    assert [(one.part, one.hits) for one in blamed] == [(parse("diamanter"), 1)]
    assert [one.hits for one in search("diamanter").found.blamed] == [2]


def test_compounds_that_stand_in_no_text_are_near_by_their_parts(search: Search) -> None:
    files = {"criminal/gull.yaml": CASE.replace("Bare kobber.", "Ofre for menneskehandel.")}
    assert cases(search("menneskehandelsoffer NEAR/2 menneskehandelsofre", files)) == ["gull"]
    assert cases(search("menneskehandelsoffer NEAR/2 gull", files)) == []


def test_every_filter_can_be_taken_away(search: Search) -> None:
    result = search("gull type:straff -år:2020")
    assert result.found.active_filters("nb") == [
        ("type:straff", "gull -år:2020"),
        ("-år:2020", "gull type:straff"),
    ]


def test_a_misspelled_word_is_searched_as_those_that_are_spelled_alike_and_that_is_told(search: Search) -> None:
    result = search("kobbir")
    assert cases(result) == ["gull"]
    [note] = result.notes
    assert note.params == {"typed": "kobbir", "nearest": "kobber"}
    assert search("qqqqqqqq").notes == ()


def test_words_as_they_are_typed_and_forms_that_are_switched_off(search: Search) -> None:
    assert cases(search("kobberet")) == ["gull"]
    assert cases(search("kobberet", exact=True)) == []
    assert [(one.typed, [form.written for form in one.forms]) for one in search("kobberet").found.added] == [
        ("kobberet", ["kobber"])
    ]
    assert cases(search("kobberet", without=("Kobber",))) == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (" , , ", "Nothing in the query can be searched for, so every case is shown."),
        ("HR-2016-2491", "HR-2016-2491 is not in the records as it is written; HR-2016-2491-A is shown"),
        ("gull HR-2016-2491", "HR-2016-2491 is not in the records as it is written; HR-2016-2491-A is shown"),
        ("type:qqqq gull", "“type:qqqq” is no filter that is known, and was searched as words."),
        ("HR-2016-2491-A", ""),
        ("", ""),
    ],
)
def test_a_result_tells_when_it_may_not_be_what_was_asked_for(search: Search, typed: str, told: str) -> None:
    notes = [note.message.format(**note.params) for note in search(typed).notes]
    assert [note[: len(told)] for note in notes] == ([told] if told else [])


def test_a_result_tells_how_the_query_was_read(search: Search) -> None:
    result = search("saken OG  gull", filters=(parse("type:straff"),), language="en")
    assert result.found.read_as("en") == "saken gull kind:straff"
    assert [one.case.title_in("en") for one in result.answers] == ["The gold case"]


def test_a_newer_provision_finds_its_forerunner_and_marks_it(session: SearchSession) -> None:
    result = session.search(Wish('lov:"strl § 257" tigging'), 9, "nb")
    through = {str(answer.case.id): answer.through for answer in result.answers}
    assert through["bergen-2012-rom-barn"] == ("strl. 1902 § 224",)
    newer = session.search(Wish("lov:257 nettovergrep, lov:257 thedm"), 9, "nb")
    assert all(answer.through == () for answer in newer.answers)
    assert "bergen-2012-rom-barn" not in found(session, 'lov:"strl 2005 § 257" utfall:frifunnet år:2020-')


def test_filters_on_rulings_hold_for_one_and_the_same_ruling(session: SearchSession) -> None:
    assert "lime-saken" in found(session, "domstol:oslo år:2018")
    assert "lime-saken" in found(session, "domstol:borgarting år:2021")
    assert "lime-saken" not in found(session, "domstol:oslo år:2021")


@pytest.mark.parametrize(
    "query",
    [
        "prostitusjon",
        "type:straff",
        "domstol:oslo",
        "år:2015-2020 utfall:domfelt",
        "tigging, tvangsarbeid",
        "finnesikke barn",
    ],
)
def test_the_numbers_of_the_facets_are_those_of_the_lists_they_lead_to(session: SearchSession, query: str) -> None:
    whole = session.search(Wish(query), 1, "nb").found
    assert set(whole.facets) <= set(FACETS)
    for key, values in whole.facets.items():
        for value, count in values[:4]:
            narrowed = session.search(Wish(query, (parse(facet_query(key, value)),)), 1, "nb").found
            list_of = narrowed.strict if whole.strict else narrowed.partial
            assert len(list_of) == count, facet_query(key, value)


def dates(session: SearchSession, sort: Sort) -> list[int]:
    return [
        session.searcher.cards[hit.case].latest for hit in session.search(Wish("barn", sort=sort), 1, "nb").found.strict
    ]


def test_hits_are_sorted_by_date_sentence_or_citations(session: SearchSession) -> None:
    assert dates(session, "date") == sorted(dates(session, "relevance"), reverse=True)
    cards = session.searcher.cards
    longest = [cards[hit.case].longest_sentence for hit in session.searcher.search(Wish("", sort="sentence")).strict]
    assert longest == sorted(longest, reverse=True)
    assert longest[0] > 0
    assert {tuple(sorted(found(session, "barn", sort=sort))) for sort in SORTS} == {
        tuple(sorted(found(session, "barn")))
    }


def test_a_ruling_that_others_cite_comes_first_when_sorted_by_citations(search: Search) -> None:
    citing = CASE.replace("om gull, en: The gold", "om tinn, en: The tin").replace(
        "TOSLO-2015-40246", "TOSLO-2015-40247"
    )
    citing = citing.replace("HR-2016-2491-A", "HR-2016-2492-A").replace("forkastet.", "forkastet, jf. HR-2016-2491-A.")
    result = search("gull", {"criminal/tinn.yaml": citing}, sort="cited")
    assert cases(result) == ["gull", "tinn"]
    assert cases(search("siterer:HR-2016-2491-A", {"criminal/tinn.yaml": citing})) == ["tinn"]
    assert cases(search("HR-2016-2491-A", {"criminal/tinn.yaml": citing})) == ["gull", "tinn"]
    assert cases(search("referanse:HR-2016-2491-A", {"criminal/tinn.yaml": citing})) == ["gull"]


def test_similar_cases_share_provisions_exploitation_and_words(session: SearchSession, bundled: Register) -> None:
    wish = session.like(bundled.by_id["hr-2016-2491-a"], Wish(""))  # type: ignore[index]
    result = session.search(wish, 5, "nb")
    similar = [answer.case.id for answer in result.answers]
    assert "rt-2006-111-trondheim" in similar[:3]
    assert "hr-2016-2491-a" not in cases(result)
    assert result.found.read_as("nb") == "saker som ligner på hr-2016-2491-a"


def test_what_is_excluded_leaves_out_its_forms_but_not_compounds_or_longer_words(session: SearchSession) -> None:
    trafficking = set(found(session, "menneskehandel"))
    assert trafficking > set(found(session, "menneskehandel -handel")) > trafficking - set(found(session, "handel"))
    assert found(session, "tigging -tigging") == found(session, "tigging -tiggingen") == []


def test_the_whole_word_comes_before_its_forms_parts_and_translations(records_of: RecordsOf) -> None:
    words = ["tvangsarbeid", "tvangsarbeidet", "tvangsarbeidsformål", "forced labour"]
    files = {
        f"criminal/c{n}.yaml": CASE.replace("begging", "sexual").replace("Bare kobber.", f"Bare {word}.")
        for n, word in enumerate(words)
    }
    with SearchSession(Workspace(records_of(files), Settings(engine="scan"))) as session:
        assert found(session, "tvangsarbeid") == ["c0", "c1", "c2", "c3"]
        assert found(session, '"tvangsarbeid"') == ["c0"]
        assert found(session, "forced labour") == ["c3", "c0", "c1"]


@pytest.mark.parametrize(
    "forms",
    [
        "dommen dommer dommene",
        "offer offeret ofre ofrene",
        "utnyttelse utnytting utnyttet",
        "frifunnet frifinnelse frifant",
        "prostitusjon prostituert",
        "sårbar sårbare sårbart",
        "mindreårig mindreårige mindrearig mindreaarige",
        "Høyesterett Høgsterett hoeyesterett",
    ],
)
def test_the_forms_of_a_word_meet(records_of: RecordsOf, forms: str) -> None:
    words = forms.split()
    files = {
        f"criminal/c{n}.yaml": CASE.replace("Høyesterett", "Oslo tingrett").replace("Bare kobber.", f"Bare {word}.")
        for n, word in enumerate(words)
    }
    with SearchSession(Workspace(records_of(files), Settings(engine="scan"))) as session:
        for word in words:
            assert len(found(session, word)) == len(words), word


def test_where_only_filters_are_typed_the_newest_comes_first(session: SearchSession) -> None:
    hits = session.searcher.search(Wish("type:emd")).strict
    days = [session.searcher.cards[hit.case].latest for hit in hits]
    assert days == sorted(days, reverse=True)


def test_a_list_of_words_that_cannot_be_used_is_told(search: Search) -> None:
    result = search("gull", {"tables/thesaurus.yaml": "concepts: [{xx: [gull]}]\n"})
    assert cases(result) == ["gull"]
    assert [note.params for note in result.notes] == [{"files": "tables/thesaurus.yaml"}]
