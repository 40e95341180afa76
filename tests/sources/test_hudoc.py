"""Judgments from HUDOC: sentences of the operative part become findings as records hold them; nothing is made up."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.records import Register
from kom_rulings.records.echr import EchrCase, EchrRuling, Finding
from kom_rulings.records.tables import Tables, load_tables
from kom_rulings.sources import hudoc
from kom_rulings.sources.hudoc import articles, circumstances, conclusions, dating, findings, states, titles
from kom_rulings.sources.hudoc.operative import Found
from sources.judgments import as_records, fields_of, judgment, page_from

CYPRUS_AND_RUSSIA = {"cyprus": "CY", "chypre": "CY", "russia": "RU", "russie": "RU", "russian federation": "RU"}
LIMBS = {"substantive": "in its substantive limb", "procedural": "in its procedural limb", "both": ""}


def shown(one: Found) -> str:
    applicants = f"({one.about.applicants[1]})" if one.about.applicants else ""
    article = one.article.name if one.article else "*"
    return " ".join(filter(None, (article, one.outcome, one.about.limb, *one.about.states, applicants)))


@pytest.mark.parametrize(("sentence", "expected"), findings.EXAMPLES.items())
def test_a_sentence_of_the_operative_part_gives_the_findings_of_its_example(
    sentence: str, expected: tuple[str, ...]
) -> None:
    found, clear = findings.sentence_found(sentence, CYPRUS_AND_RUSSIA)
    assert (*map(shown, found), *(() if clear else ("?",))) == expected


@pytest.mark.parametrize(("text", "expected"), articles.EXAMPLES.items())
def test_articles_are_named_as_records_name_them(text: str, expected: tuple[str, ...] | None) -> None:
    groups = articles.groups_in(text)
    assert (articles.names_of(groups) if all(group.clear for group in groups) else None) == expected


@pytest.mark.parametrize(("text", "expected"), circumstances.EXAMPLES.items())
def test_limb_applicants_and_states_are_read_from_the_words_around_a_finding(text: str, expected: object) -> None:
    about = circumstances.circumstances_of(text, CYPRUS_AND_RUSSIA)
    assert (about.limb, about.applicants, about.states) == expected
    assert about.clear


@pytest.mark.parametrize(("line", "expected"), conclusions.EXAMPLES.items())
def test_a_conclusion_of_the_case_details_gives_the_finding_of_its_example(
    line: str, expected: tuple[str, ...]
) -> None:
    found = conclusions.conclusion_found(line, CYPRUS_AND_RUSSIA)
    assert ((shown(found),) if found else ()) == expected


@pytest.mark.parametrize(("text", "expected"), states.EXAMPLES.items())
def test_respondent_states_have_their_codes(text: str, expected: tuple[str, ...], tables: Tables) -> None:
    assert tuple(state.code or "?" for state in states.states_in(text, tables)) == expected


@pytest.mark.parametrize(("text", "expected"), titles.EXAMPLES.items())
def test_a_case_has_its_name_in_the_words_of_the_page_and_in_bokmal(
    text: str, expected: tuple[str, str] | None, tables: Tables
) -> None:
    title = titles.title_in(text, tables)
    assert ((title.own, title.nb) if title else None) == expected


@pytest.mark.parametrize(("text", "expected"), dating.EXAMPLES.items())
def test_days_are_read_in_english_and_french(text: str, expected: str | None) -> None:
    day = dating.day_in(text)
    assert (str(day) if day else None) == expected


def sentence_for(finding: Finding, tables: Tables) -> str:
    """The operative part of a judgment would say a finding so."""
    protocol, dash, number = finding.article.removeprefix("P").partition("-")
    article = f"Article {number} of Protocol No. {protocol}" if dash else f"Article {finding.article} of the Convention"
    held = "a violation" if finding.outcome == "violation" else "no violation"
    limbs = {**LIMBS, "both": "in its substantive and procedural limbs", "unknown": ""}
    named = finding.states if isinstance(finding.states, tuple) else ()
    by = f"by {' and '.join(tables.countries[code].en for code in named)}" if named else ""
    whom = f"in respect of the {finding.applicants.en}" if finding.applicants else ""
    if finding.outcome == "inadmissible":
        return f"Declares the complaint under {article} inadmissible"
    words = ("Holds that there has been", held, "of", article, limbs[finding.limb], by, whom)
    return " ".join(filter(None, words))


def test_findings_on_record_are_read_again_from_sentences_that_say_so(bundled: Register, tables: Tables) -> None:
    """Rulings disposed of as a whole say nothing on articles; all others hold findings in the same form."""
    read = 0
    for case, ruling in ((one, ruling) for one in bundled.echr for ruling in one.rulings):
        if any(one.outcome in ("violation", "no_violation") for one in ruling.findings):
            sentences = [sentence_for(one, tables) for one in ruling.findings]
            found = findings.findings_in(sentences, names_for(case, tables))
            assert as_records(found.values) == sorted_by_outcome(ruling), (case.id, sentences)
            assert not found.unclear
            read += 1
    assert read > 15


def names_for(case: EchrCase, tables: Tables) -> Mapping[str, str]:
    return {tables.countries[code].en.casefold(): code for code in case.respondents}


def sorted_by_outcome(ruling: EchrRuling) -> list[Finding]:
    return sorted(ruling.findings, key=lambda one: one.outcome not in ("violation", "no_violation"))


@settings(max_examples=200, deadline=None)
@given(
    article=st.sampled_from(["2", "3", "4", "6", "8", "14"]),
    outcome=st.sampled_from(["violation", "no_violation"]),
    limb=st.sampled_from(["unknown", "substantive", "procedural", "both"]),
    named=st.sampled_from(["unknown", ("CY",), ("RU",), ("CY", "RU")]),
)
def test_every_finding_that_a_record_can_hold_is_read_from_a_sentence_that_says_so(
    article: str, outcome: str, limb: str, named: object
) -> None:
    told = {"article": article, "outcome": outcome, "limb": limb, "states": named}
    finding = Finding.model_validate(told)
    found = findings.findings_in([sentence_for(finding, load_tables())], CYPRUS_AND_RUSSIA)
    assert as_records(found.values) == [finding]


def test_the_state_of_a_finding_is_recorded_only_where_there_are_several(tables: Tables) -> None:
    held = "Holds that there has been a violation of Article 4 of the Convention by {};"
    one = hudoc.drafts(judgment(held.format("Norway")), tables)[0]
    two = hudoc.drafts(judgment(held.format("Norway"), state="Norway and Sweden"), tables)[0]
    assert fields_of(one)["rulings.0.findings"] == [{"article": "4", "outcome": "violation"}]
    assert fields_of(two)["rulings.0.findings"] == [{"article": "4", "outcome": "violation", "states": ["NO"]}]


def test_a_violation_by_a_state_that_is_not_known_is_not_laid_on_the_other(tables: Tables) -> None:
    page = judgment(
        "Holds that there has been a violation of Article 4 by Atlantis;",
        "Holds that there has been a violation of Article 3;",
        "Holds that there has been a violation of Article 2 by Norway.",
        state="Atlantis and Norway",
    )
    draft = hudoc.drafts(page, tables)[0]
    assert [one["article"] for one in fields_of(draft)["rulings.0.findings"]] == ["2"]  # type: ignore[union-attr, index, call-overload]
    assert sum("violation of Article" in line for line in draft.left_over) == 2


def test_a_part_that_is_inadmissible_does_not_stand_beside_what_was_held_on_the_article(tables: Tables) -> None:
    page = judgment(
        "Declares the complaint under Article 4 on the spring inadmissible and that under Article 3 inadmissible;",
        "Holds that there has been no violation of Article 4.",
    )
    found = fields_of(hudoc.drafts(page, tables)[0])["rulings.0.findings"]
    assert found == [{"article": "4", "outcome": "no_violation"}, {"article": "3", "outcome": "inadmissible"}]


def test_what_is_only_admissible_is_no_finding(tables: Tables) -> None:
    draft = hudoc.drafts(judgment("Declares the complaint under Article 4 admissible."), tables)[0]
    assert "rulings.0.findings" not in fields_of(draft)
    assert not draft.left_over


def test_the_day_of_a_judgment_is_not_that_of_the_deliberation_nor_of_finality(tables: Tables) -> None:
    page = page_from(
        "CASE OF X.Y. v. NORWAY",
        "(Application no. 99991/99)",
        "JUDGMENT",
        "FINAL",
        "07/04/2014",
        "In the case of X.Y. v. Norway,",
        "Having deliberated in private on 3 December 2013,",
        "Delivers the following judgment, which was adopted on that date:",
        "1. The applicant picked berries.",
    )
    assert "rulings.0.date" not in fields_of(hudoc.drafts(page, tables)[0])


def test_a_day_of_notice_is_a_guess(tables: Tables) -> None:
    draft = hudoc.drafts(judgment("Holds that there has been a violation of Article 4."), tables)[0]
    (date,) = (one for one in draft.fields if one.path[-1] == "date")
    assert (date.value, bool(date.guess)) == ("2014-01-07", True)
