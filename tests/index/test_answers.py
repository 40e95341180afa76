"""From hits to answers: the passages that show what was asked for, and the shape of an answer as JSON."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kom_rulings.files.fulltext import FullText, Paragraph
from kom_rulings.index.answers import Answer, answer, summary_paragraphs
from kom_rulings.index.contract import Hit
from kom_rulings.index.query import parse
from kom_rulings.records.register import Case, Register
from kom_rulings.wording import Language

CASE = """\
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


@pytest.fixture
def case(make_case: Callable[..., Case]) -> Case:
    return make_case(CASE, name="gull")


def full_text(case: Case, *paragraphs: str) -> FullText:
    """A full text whose paragraphs are numbered from 11."""
    numbered = tuple(Paragraph(n, text) for n, text in enumerate(paragraphs, start=11))
    return FullText(
        case.id, "criminal/gull.HR-2016-2491-A.txt", "HR-2016-2491-A", "domstol.no", "2026", False, numbered
    )


def answered(case: Case, query: str, *texts: FullText, language: Language = "nb") -> Answer:
    return answer(Hit(case.id, 1.23456), case, texts, parse(query), language)


def shown(result: Answer) -> list[str]:
    return [passage.text for passage in result.passages]


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
        ("forkastet -gull", ["Anken ble forkastet."]),
    ],
)
def test_the_passages_are_those_with_most_of_the_words(case: Case, query: str, passages: list[str]) -> None:
    assert shown(answered(case, query)) == passages


@pytest.mark.parametrize("query", ["", "tingrett", "TOSLO-2015-40246", "-gull", "kob", '"gull sølv"'])
def test_the_first_paragraph_is_shown_where_none_has_the_words(case: Case, query: str) -> None:
    assert shown(answered(case, query)) == ["Gull og sølv."]


def test_at_most_two_passages_are_shown(case: Case) -> None:
    text = full_text(case, "gull én", "gull to", "gull tre")
    assert shown(answered(case, "gull", text)) == ["gull én", "gull to"]


def test_a_paragraph_of_a_full_text_keeps_its_number(case: Case) -> None:
    text = full_text(case, "Innledning", "Straffen for gull og barn")
    result = answered(case, "barn gull straffen", text)
    assert [(passage.number, passage.text) for passage in result.passages] == [
        (12, "Straffen for gull og barn"),
        (None, "To barn fikk gull."),
    ]


def test_the_full_text_comes_before_the_summary_where_both_show_as_much(case: Case) -> None:
    result = answered(case, "kobber", full_text(case, "Om kobber"))
    assert shown(result) == ["Om kobber", "Bare kobber."]


def test_the_passages_are_in_the_language_asked_for(case: Case) -> None:
    assert shown(answered(case, "gold", language="en")) == ["Gold and silver."]
    assert list(summary_paragraphs(case, "en")) == ["Gold and silver.", "Only copper.", "Anken ble forkastet."]


def test_a_case_without_summary_has_no_passage(make_case: Callable[..., Case]) -> None:
    bare = make_case(CASE[: CASE.index("    summary:")])
    assert answered(bare, "gull").passages == ()


def test_the_title_falls_back_on_norwegian(case: Case, make_case: Callable[..., Case]) -> None:
    assert case.title_in("nb") == "Saken om gull"
    assert case.title_in("en") == answered(case, "gull").title("en") == "The gold case"
    assert make_case(CASE.replace(", en: The gold case", "")).title_in("en") == "Saken om gull"


def test_an_answer_as_json_tells_all_that_is_promised(case: Case) -> None:
    result = answered(case, "barn", full_text(case, "Om barn"), language="en")
    assert result.as_json("en") == {
        "case": "gull",
        "kind": "criminal",
        "title": "The gold case",
        "references": ["TOSLO-2015-40246", "HR-2016-2491-A"],
        "date": "2016-12",
        "score": 1.235,
        "paragraphs": [{"number": 11, "text": "Om barn"}],
    }


def test_a_case_without_a_dated_ruling_has_no_date(make_case: Callable[..., Case]) -> None:
    undated = make_case(CASE.replace("2015-09-28", "unknown").replace("2016-12\n", "unknown\n"))
    result = answered(undated, "gull")
    assert result.date is None
    assert result.as_json("nb")["date"] is None


def test_an_answer_about_a_bundled_case_shows_its_words(bundled: Register) -> None:
    case = next(one for one in bundled.cases if one.id == "rantsev")
    shown_words = " ".join(shown(answered(case, "Kypros")))
    assert "Kypros" in shown_words
    assert answered(case, "Kypros").as_json("nb")["date"] == "2010-01-07"
