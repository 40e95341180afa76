"""The changes as KOM tells them: whole newsletters as golden text, and what each audience is told of each change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from changes.histories import echr_case, echr_ruling, register, with_facts
from counting.histories import case, ruling
from kom_rulings.changes import Changes, Ledger, changes, ledger_of
from kom_rulings.changes.data import changes_data
from kom_rulings.changes.telling import changes_outline, chapter_blocks
from kom_rulings.dates import Tertial
from kom_rulings.describing import Describer
from kom_rulings.documents.markdown import markdown
from kom_rulings.documents.outline import Heading, Outline, Run, TableBlock
from kom_rulings.documents.plain import as_text, newsletter
from kom_rulings.names import CaseId
from kom_rulings.records import Case, Register
from kom_rulings.records.case import Restriction
from kom_rulings.records.tables import Tables
from kom_rulings.references import Reference
from kom_rulings.standing import Audience
from kom_rulings.tallies.published import compare, read_figures
from kom_rulings.wording import Language

ROOT = Path(__file__).parents[2]
NOW = Tertial(2021, 3)
CONVICTED = ruling("tingrett", "2020-05-04", "convicted", references=(Reference.parse("TOSL-2020-12345"),))
UPHELD = ruling("lagmannsrett", "2021-11-11", "upheld")


def edition_before(was: Register, tertial: Tertial = NOW) -> Ledger:
    return ledger_of(was, tertial.previous.last_day, tertial.previous)


def outline_of(
    found: Changes, now: Register, tables: Tables, language: Language = "nb", audience: Audience = "public"
) -> Outline:
    return changes_outline(found, now, tables, language, audience)


@pytest.fixture
def tell(tables: Tables) -> Callable[..., str]:
    """The newsletter about a register, with what the edition before said where one is given."""

    def told(
        now: Register, was: Register | None = None, *, language: Language = "nb", audience: Audience = "public"
    ) -> str:
        found = changes(now, NOW, edition_before(was) if was else None)
        return newsletter(outline_of(found, now, tables, language, audience))

    return told


Tell = Callable[..., str]


@pytest.mark.parametrize("tertial", ["2021-3", "2022-1"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_newsletter_of_a_tertial_reads_as_its_golden_text(
    bundled: Register, tables: Tables, snapshot: Callable[[str, str], None], tertial: str, language: Language
) -> None:
    figures = compare(read_figures(ROOT)[0], bundled)
    found = changes(bundled, Tertial.parse(tertial), None)
    outline = changes_outline(found, bundled, tables, language, "public", figures)
    snapshot(f"changes-{tertial}-{language}.txt", newsletter(outline))
    snapshot(f"changes-{tertial}-{language}.md", markdown(outline))


@pytest.mark.parametrize("language", ["nb", "en"])
def test_what_was_added_late_and_corrected_reads_as_its_golden_text(
    bundled: Register, tables: Tables, snapshot: Callable[[str, str], None], language: Language
) -> None:
    now = edited(bundled)
    found = changes(now, NOW, edition_before(bundled))
    snapshot(f"changes-corrected-{language}.txt", newsletter(outline_of(found, now, tables, language)))


def edited(bundled: Register) -> Register:
    """The bundled records as they might be after a winter: one case added, removed, hidden, and four corrected."""
    cases: dict[str, Any] = {case.id: case for case in bundled.cases}
    del cases["bergen-2016-grov-nigeria"]
    cases["hr-2016-2491-a"] = with_facts(cases["hr-2016-2491-a"], visibility="internal", exploitation=("begging",))
    cases["larvik"] = with_facts(cases.pop("larvik-13-149986-tigging-egne-barn"), id=CaseId("larvik"))
    cases["bergen-2017-to-mindrearige"] = with_facts(
        cases["bergen-2017-to-mindrearige"], exploitation=("forced_labour",), victims=cases["lime-saken"].victims
    )
    first, *rest = cases["rt-2006-111-trondheim"].rulings
    cases["rt-2006-111-trondheim"] = with_facts(
        cases["rt-2006-111-trondheim"], rulings=(first, *(with_facts(one, outcome="set_aside") for one in rest))
    )
    found = with_facts(cases["chowdury"].rulings[0].findings[0], outcome="no_violation")
    cases["chowdury"] = with_facts(
        cases["chowdury"], rulings=(with_facts(cases["chowdury"].rulings[0], findings=(found,)),)
    )
    new = ruling("tingrett", "2021-06-15", "convicted", references=(Reference.parse("TOSL-2021-12345"),))
    cases["ny"] = case(new, name="ny")
    return register(*cases.values())


def test_for_2021_3_two_rulings_are_told_as_final_with_how(bundled: Register, tables: Tables) -> None:
    text = newsletter(outline_of(changes(bundled, NOW, None), bundled, tables))
    final = text[text.index("Avgjørelser som er blitt rettskraftige") : text.index("Lagt til i ettertid")]
    assert "LB-2018-102939-2" in final
    assert "THEDM-2020-52736" in final
    assert "Rettskraftig 5. november 2021: anken trukket." in final
    assert "anken ikke tillatt fremmet. Dagen er ikke kjent" in final


def test_for_2022_1_it_is_told_that_no_ruling_was_given_and_when_the_next_update_comes(
    bundled: Register, tables: Tables
) -> None:
    text = newsletter(outline_of(changes(bundled, Tertial(2022, 1), None), bundled, tables))
    assert "ble det ikke avsagt noen rettsavgjørelse om menneskehandel i 1. tertial 2022" in text
    assert "Neste oppdatering er per 31. august 2022." in text


def test_where_only_strasbourg_has_ruled_the_sentence_speaks_of_criminal_cases_alone(tell: Tell) -> None:
    text = tell(register(echr_case(echr_ruling("2021-10-07", "violation"))))
    assert "i norske straffesaker i 3. tertial 2021." in text
    assert "ingen av Den europeiske" not in text
    assert "e mot Norge. Den europeiske menneskerettsdomstolen (kammer), 7. oktober 2021 (nr. 20116/12" in text
    english = tell(register(echr_case(echr_ruling("2021-10-07", "violation"))), language="en")
    assert "e v. Norway. European Court of Human Rights (chamber), 7 October 2021 (no. 20116/12" in english


def test_a_grand_chamber_after_a_chamber_says_that_it_stands_in_its_place(tell: Tell) -> None:
    later = echr_ruling("2021-10-07", "violation", instance="echr_grand_chamber")
    text = tell(register(echr_case(echr_ruling("2020-10-07", "violation"), later)))
    assert (
        "I tellingen trer den i stedet for den tidligere avgjørelsen i saken. Saken regnes under «Krenkelse»." in text
    )


@pytest.mark.parametrize(
    ("rulings", "said"),
    [
        ((CONVICTED, UPHELD), "Før: domfellelse, ikke rettskraftig eller ikke kjent (tingrett, 2020). Nå: domfellelse"),
        ((CONVICTED, ruling("lagmannsrett", "2021-11-11", "acquitted")), "Nå: frifinnelse, ikke rettskraftig"),
        (
            (CONVICTED, ruling("lagmannsrett", "2021-11-11", "set_aside")),
            "Nå: ingen stående avgjørelse av skyldspørsmålet.",
        ),
        (
            (CONVICTED, ruling("lagmannsrett", "unknown", "acquitted", not_before="2021-10")),
            "Nå: ikke regnet med, dato ikke kjent.",
        ),
        ((ruling("tingrett", "2021", "convicted"),), "Bare året er kjent, og avgjørelsen regnes derfor med fra 31."),
        ((ruling("tingrett", "unknown", "convicted"), UPHELD), "datoen for den neste avgjørelsen i saken"),
        ((CONVICTED, ruling("hoyesterett", "2021-11-11", "upheld")), "Rettskraftig 11. november 2021: siste instans."),
    ],
)
def test_a_change_says_what_it_means_for_the_count(tell: Tell, rulings: tuple[Any, ...], said: str) -> None:
    assert said in tell(register(case(*rulings)))


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (
            case(CONVICTED, exploitation=("sexual",)),
            case(CONVICTED, exploitation=("begging",)),
            (
                "Form for utnyttelse: Forrige utgave sa «Prostitusjon eller andre seksuelle ytelser»; registeret sier "
                "nå «Tvangsarbeid eller tvangstjenester»."
            ),
        ),
        (
            case(CONVICTED),
            case(with_facts(CONVICTED, outcome="acquitted")),
            (
                "Stående avgjørelse: Forrige utgave sa «domfellelse, ikke rettskraftig eller ikke kjent (tingrett, "
                "2020)»; registeret sier nå «frifinnelse, ikke rettskraftig eller ikke kjent (tingrett, 2020)»."
            ),
        ),
        (
            case(CONVICTED, UPHELD),
            case(with_facts(CONVICTED, date=UPHELD.date)),
            (
                "Slik registeret er nå, forelå det ingen avgjørelse i saken per 31. august 2021. I forrige utgave sto "
                "den som «domfellelse, ikke rettskraftig eller ikke kjent (tingrett, 2020)»."
            ),
        ),
        (
            case(CONVICTED, ruling("ankeutvalg", "2021-02-02", "not_on_guilt")),
            case(CONVICTED),
            "En avgjørelse i forrige utgave er ikke lenger i registeret: Høyesteretts ankeutvalg, 2. februar 2021.",
        ),
    ],
)
def test_a_correction_says_what_the_edition_said_and_what_the_records_say(
    tell: Tell, was: Case, now: Case, said: str
) -> None:
    assert said in tell(register(now), register(was))


def test_a_case_that_has_left_the_records_is_known_by_its_reference(tell: Tell) -> None:
    text = tell(register(), register(case(CONVICTED, name="en-sak")))
    assert "TOSL-2020-12345. Saken er ikke lenger i registeret." in text
    assert "TOSL-2020-12345: ut av «Domfelt, alle»" in text


def test_a_case_added_late_is_told_with_its_rulings_and_what_it_counts_as(tell: Tell) -> None:
    text = tell(register(case(CONVICTED, name="ny")), register())
    assert "men var ikke med i forrige utgave:\n\n– ny. Tingrett (domstol ikke kjent), 4. mai 2020" in text
    assert "Saken regnes som en domfellelse." in text


def test_nothing_late_or_corrected_is_said_where_the_edition_is_on_record(tell: Tell) -> None:
    one = register(case(CONVICTED))
    assert "Ingenting er lagt til i ettertid eller rettet siden forrige utgave." in tell(one, one)
    assert "Hva forrige utgave sa, er ikke bevart." in tell(one)


@pytest.mark.parametrize(
    ("facts", "audience", "named"),
    [
        ({"visibility": "public"}, "public", True),
        ({"visibility": "partner"}, "public", False),
        ({"visibility": "partner"}, "partner", True),
        ({"visibility": "internal"}, "partner", False),
        ({"visibility": "internal"}, "internal", True),
        ({"visibility": "internal", "restriction": Restriction(scope="alt")}, "internal", False),
    ],
)
def test_a_case_that_an_audience_may_not_see_is_only_counted(
    tables: Tables, tell: Tell, facts: dict[str, Any], audience: Audience, *, named: bool
) -> None:
    final = ruling("hoyesterett", "2021-12-01", "upheld", references=(Reference.parse("HR-2021-2400-A"),))
    was = register(case(with_facts(CONVICTED, outcome="acquitted"), name="hemmelig", **facts))
    now = register(case(CONVICTED, final, name="hemmelig", **facts))
    text = tell(now, was, audience=audience)
    data = str(changes_data(changes(now, NOW, edition_before(was)), now, audience))
    for secret in ("hemmelig", "HR-2021-2400-A"):
        assert (secret in text) is named
        assert (secret in data) is named
    assert "TOSL-2020-12345" not in text
    assert text.count("1 sak som ikke kan vises.") == (0 if named else 5)
    assert "Domfelt, alle" in text
    assert outline_of(changes(now, NOW, None), now, tables, audience=audience).blocks


@pytest.mark.parametrize(("visibility", "named"), [("public", True), ("partner", False), ("internal", False)])
def test_a_case_that_has_left_the_records_is_named_only_to_those_who_could_see_it(
    tell: Tell, visibility: str, *, named: bool
) -> None:
    text = tell(register(), register(case(CONVICTED, visibility=visibility)))
    assert ("TOSL-2020-12345" in text) is named


def test_a_case_made_internal_is_no_longer_named_though_the_edition_named_it(tell: Tell) -> None:
    now = case(with_facts(CONVICTED, outcome="acquitted"), visibility="internal")
    text = tell(register(now), register(case(CONVICTED)))
    assert "TOSL-2020-12345" not in text
    assert "1 sak som ikke kan vises." in text


def test_the_chapter_of_the_overview_links_the_cases_and_says_when_the_next_update_comes(
    bundled: Register, tables: Tables
) -> None:
    def name(case: CaseId) -> Run:
        return Run(str(bundled.by_id[case].title.nb), link=f"#case-{case}")

    def chapter(tertial: Tertial) -> Outline:
        found = changes(bundled, tertial, None)
        blocks = tuple(chapter_blocks(found, bundled, Describer(tables, "nb"), "public", name))
        assert {block.level for block in blocks if isinstance(block, Heading)} == {3}
        return Outline("", "", "", "nb", "", blocks)

    text = as_text(chapter(NOW))
    assert "[Lime-saken – tvangsarbeid i dagligvarekjede](#case-lime-saken). Borgarting lagmannsrett" in text
    assert "Neste oppdatering" not in text
    assert "Neste oppdatering er per 31. august 2022." in as_text(chapter(Tertial(2022, 1)))


@pytest.mark.parametrize("tertial", [Tertial(2013, 3), Tertial(2017, 3), NOW, Tertial(2022, 1)])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_document_is_sound_whatever_the_tertial(
    bundled: Register, tables: Tables, tertial: Tertial, language: Language
) -> None:
    outline = outline_of(changes(bundled, tertial, None), bundled, tables, language)
    headings = [block for block in outline.blocks if isinstance(block, Heading)]
    assert [block.level for block in headings] == [1, *(2 for _ in headings[1:])]
    assert len({block.anchor for block in headings}) == len(headings)
    for block in outline.blocks:
        if isinstance(block, TableBlock):
            assert sum(block.widths) == 100
            assert block.number
            assert all(len(row) == len(block.heads) == len(block.widths) for row in block.rows)


def test_a_table_with_all_its_columns_fits_a_line_of_a_letter(bundled: Register, tables: Tables) -> None:
    now = edited(bundled)
    for language in ("nb", "en"):
        text = newsletter(outline_of(changes(now, NOW, edition_before(bundled)), now, tables, language))
        table = [line for line in text.splitlines() if line.startswith(("Domfelt", "Convicted"))]
        assert len(table) > 5
        assert all(len(line.split()) > 7 for line in table)


def test_as_data_every_number_stands_with_its_cases(bundled: Register) -> None:
    data: Any = changes_data(changes(bundled, NOW, None), bundled, "public")
    assert (data["tertial"], data["as_of"], data["next_update"]) == ("2021-3", "2021-12-31", "2022-04-30")
    assert data["previous"] == {"tertial": "2021-2", "as_of": "2021-08-31", "on_record": False}
    assert [one["case"] for one in data["rulings"]["shown"]] == ["lime-saken", "zoletic"]
    assert [(one["case"], one["how"], one["counts_from"]) for one in data["legal_force"]["shown"]] == [
        ("thedm-2020-52736", "appeal_withdrawn", "2021-11-05"),
        ("lime-saken", "appeal_not_admitted", "2021-12-31"),
    ]
    assert data["reconciliation"]["convictions_final"]["new"] == {"count": 1, "cases": ["lime-saken"]}
