"""The cases as data: what exists on the date, and what is kept in the house."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from exports.shown import DAY, one_case
from kom_rulings.exports.rulings_json import hidden_references, rulings_json
from kom_rulings.records import Register
from kom_rulings.references import Reference
from kom_rulings.standing import Shown, shown_cases


def data(shown: Shown, *hidden: str) -> dict[str, Any]:
    refused = frozenset(map(Reference.parse, hidden))
    content: dict[str, Any] = json.loads(rulings_json([shown], refused, DAY, "public"))
    return content


def test_the_date_and_the_audience_are_told() -> None:
    assert {**data(one_case()), "cases": []} == {"as_of": "2021-12-31", "audience": "public", "cases": []}


def test_notes_and_sources_stay_in_the_house() -> None:
    text = json.dumps(data(one_case()))
    assert "Et notat" not in text
    assert "hemmelig" not in text


def test_a_citation_of_a_hidden_case_is_left_out() -> None:
    (case,) = data(one_case(), "LB-2018-102939-2")["cases"]
    assert case["rulings"][0]["cites"] == ["HR-2017-1124-A"]


def test_a_summary_of_another_without_permission_is_left_out() -> None:
    first, second = data(one_case())["cases"][0]["rulings"]
    assert first["summary"]["nb"]["text"] == "Første avsnitt."
    assert second["summary"] == {"nb": None, "en": None}


def test_a_summary_that_tells_later_days_is_left_out() -> None:
    (ruling,) = data(one_case(dt.date(2018, 12, 31)))["cases"][0]["rulings"]
    assert ruling["summary"] == {"nb": None, "en": None}


def test_hidden_are_the_references_of_all_that_is_not_shown(bundled: Register) -> None:
    shown = [one for one in shown_cases(bundled, DAY, "public") if one.case.id != "lime-saken"]
    hidden = hidden_references(bundled, shown)
    assert Reference.parse("LB-2018-102939-2") in hidden
    assert Reference.parse("25965/04") not in hidden
