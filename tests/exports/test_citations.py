"""Citations as RIS and CSL-JSON, read back by parsers that others keep."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from conftest import case_from
from exports.shown import CASE, DAY, one_case, shown_of, titled
from kom_rulings.exports.cited import Cited, cited_rulings
from kom_rulings.exports.csl import csl_json
from kom_rulings.exports.ris import ris
from kom_rulings.records import Register
from kom_rulings.records.tables import Tables, load_tables
from kom_rulings.standing import Shown, shown_cases
from kom_rulings.wording import LANGUAGES

#: The fields of an item that the schema of CSL-JSON knows, as far as we use them.
_CSL_FIELDS = {
    *("id", "type", "title", "title-short", "authority", "jurisdiction", "number", "issued", "URL", "language"),
    *("keyword", "abstract", "note"),
}
_TABLES = load_tables()


def as_ris(cases: list[Shown], tables: Tables) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rispy.loads(ris(cases, tables, "nb").decode("utf-8"))
    return found


def as_csl(cases: list[Shown], tables: Tables) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(csl_json(cases, tables, "nb"))
    return found


def everything(bundled: Register) -> list[Shown]:
    return shown_cases(bundled, dt.date(2026, 12, 31), "internal")


def test_every_bundled_ruling_comes_back_from_ris(bundled: Register, tables: Tables) -> None:
    for language in LANGUAGES:
        cited = list(cited_rulings(everything(bundled), tables, language))
        found = rispy.loads(ris(everything(bundled), tables, language).decode("utf-8"))
        assert [_from_ris(one) for one in found] == [_expected(one) for one in cited]


def _from_ris(record: dict[str, Any]) -> dict[str, Any]:
    assert record["type_of_reference"] == "CASE"
    names = ("id", "title", "publisher", "place_published", "accession_number", "date", "abstract", "language")
    plain = {name: record.get(name, "") for name in names}
    lists = {name: record.get(name, []) for name in ("keywords", "notes", "urls")}
    docket = record.get("unknown_tag", {}).get("SV", [""])
    return {**plain, **lists, "docket": docket[0], "year": record.get("year", "")}


def _expected(one: Cited) -> dict[str, Any]:
    month, day = (f"{part:02}" if part else "" for part in ((one.date.month, one.date.day) if one.date else (0, 0)))
    return {
        "id": one.id,
        "title": one.title,
        "publisher": one.court,
        "place_published": one.jurisdiction,
        "accession_number": one.number,
        "docket": one.number,
        "date": f"{one.date.year}/{month}/{day}/" if one.date else "",
        "year": str(one.date.year) if one.date else "",
        "abstract": one.abstract,
        "language": one.language,
        "keywords": list(one.keywords),
        "notes": list(one.notes),
        "urls": [one.url] if one.url else [],
    }


def test_every_bundled_ruling_comes_back_from_csl_json(bundled: Register, tables: Tables) -> None:
    for language in LANGUAGES:
        cited = list(cited_rulings(everything(bundled), tables, language))
        items = json.loads(csl_json(everything(bundled), tables, language))
        source = CiteProcJSON(items)
        assert set(source) == {one.id for one in cited}
        for one in cited:
            reference = source[one.id]
            assert reference.type == "legal_case"
            assert str(reference.title) == one.title
            assert str(reference.authority) == one.court
            assert str(reference.get("number", "")) == one.number
            assert _date_of(reference) == ((one.date.year, one.date.month, one.date.day) if one.date else None)
        assert all(set(item) <= _CSL_FIELDS for item in items)


def _date_of(reference: Any) -> tuple[int, int | None, int | None] | None:
    issued = reference.get("issued")
    return (issued.year, issued.get("month"), issued.get("day")) if issued else None


def test_a_ruling_reads_as_its_golden_text(
    bundled: Register, tables: Tables, snapshot: Callable[[str, str], None]
) -> None:
    cases = [shown_of(bundled.by_id[name], DAY) for name in ("lime-saken", "rantsev")]  # type: ignore[index]
    snapshot("citations-nb.ris.txt", ris(cases, tables, "nb").decode("utf-8").replace("\r\n", "\n"))
    snapshot("citations-en.csl.json.txt", csl_json(cases, tables, "en").decode("utf-8"))


def test_lines_of_ris_end_in_cr_lf_and_each_begins_with_its_tag(bundled: Register, tables: Tables) -> None:
    text = ris(everything(bundled), tables, "nb").decode("utf-8")
    assert not text.startswith("\ufeff")
    assert "\n" not in text.replace("\r\n", "")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in text.split("\r\n") if line)


def test_ids_are_told_apart_and_stay_when_an_earlier_ruling_is_added(tables: Tables) -> None:
    added = CASE.replace(
        "rulings:\n", "rulings:\n  - {court: unknown, instance: unknown, date: unknown, outcome: unknown}\n"
    )
    before = [one.id for one in cited_rulings([one_case()], tables, "nb")]
    after = [one.id for one in cited_rulings([shown_of(case_from(added, name="en-sak"))], tables, "nb")]
    assert before == ["en-sak_toslo-2015-105037-2", "en-sak_lb-2018-102939-2"]
    assert after == ["en-sak_unknown-unknown", *before]
    twice = [one.id for one in cited_rulings([one_case(), one_case()], tables, "nb")]
    assert twice[2:] == ["en-sak_toslo-2015-105037-2-2", "en-sak_lb-2018-102939-2-2"]


def test_ids_of_the_bundled_records_are_all_different_whatever_their_capitals(
    bundled: Register, tables: Tables
) -> None:
    names = [one.id.lower() for one in cited_rulings(everything(bundled), tables, "nb")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("date", "in_ris", "in_csl"),
    [
        ("2018-06-22", "2018/06/22/", [[2018, 6, 22]]),
        ("2018-06", "2018/06//", [[2018, 6]]),
        ("2018", "2018///", [[2018]]),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(date: str, in_ris: str, in_csl: list[list[int]], tables: Tables) -> None:
    case = [shown_of(case_from(CASE.replace("date: 2018-06", f"date: {date}")))]
    assert as_ris(case, tables)[0]["date"] == in_ris
    assert as_csl(case, tables)[0]["issued"] == {"date-parts": in_csl}


def test_an_unknown_date_is_left_out_and_told_in_the_note(tables: Tables) -> None:
    case = [shown_of(case_from(CASE.replace("date: 2018-06", "date: unknown")))]
    assert not {"date", "year"} & set(as_ris(case, tables)[0])
    first = as_csl(case, tables)[0]
    assert "issued" not in first
    assert "Datoen for avgjørelsen er ikke kjent." in first["note"]


def test_a_summary_is_an_abstract_only_where_it_may_be_given(tables: Tables) -> None:
    first, second = as_ris([one_case()], tables)
    assert (first["abstract"], first["notes"]) == ("Første avsnitt.", ["Sammendrag: KOM"])
    assert "abstract" not in second
    assert "abstract" not in as_csl([one_case(dt.date(2018, 12, 31))], tables)[0]


@given(st.text(min_size=1, max_size=60))
def test_any_title_comes_back_as_one_line(title: str) -> None:
    shown = [titled(title)]
    cited = next(iter(cited_rulings(shown, _TABLES, "nb")))
    first, second = as_ris(shown, _TABLES)
    assert first["title"] == second["title"] == cited.title
    assert cited.title
    assert str(CiteProcJSON(as_csl(shown, _TABLES))[cited.id].title)


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("a\r\nER  - \r\nTY  - BOOK", "a ER - TY - BOOK"),
        ("TI  - b", "TI - b"),
        ("a\u2028b\x85c\x1cd", "a b c d"),
        ("\u202e", "en-sak"),
    ],
)
def test_a_title_cannot_end_its_record(title: str, read: str, tables: Tables) -> None:
    assert [one["title"] for one in as_ris([titled(title)], tables)] == [read, read]


def test_a_semicolon_parts_neither_keywords_nor_addresses(tables: Tables) -> None:
    text = CASE.replace("sources:", "keywords: {nb: ['a; b']}\nsources:").replace(
        "    references: [TOSLO-2015-105037-2]\n", "    links: [{title: Dommen, url: 'https://x.no/a;b'}]\n"
    )
    first = as_ris([shown_of(case_from(text))], tables)[0]
    assert first["keywords"] == ["a, b"]
    assert first["urls"] == ["https://x.no/a%3Bb"]
