"""Every planted leak is found, innocent texts are left alone, and the bundled records give no false alarm."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from kom_rulings.privacy.identity_numbers import check_digits_are_right
from kom_rulings.privacy.known_names import KnownNames
from kom_rulings.privacy.reading import Reading
from kom_rulings.privacy.scanning import DETECTORS, find_sightings
from kom_rulings.privacy.sighting import KINDS
from kom_rulings.references import citations, malformed
from kom_rulings.references.forms import FORMS
from privacy.planted import Leak, figures, innocents, is_caught, leaks

RULINGS = Path(__file__).parent.parent.parent / "rulings"
MOST_FALSE_ALARMS = 0.02


@pytest.mark.parametrize("leak", leaks(), ids=lambda leak: f"{leak.kind}: {leak.text}")
def test_a_planted_leak_is_caught_as_its_kind(leak: Leak, known: KnownNames) -> None:
    assert is_caught(leak, known), find_sightings(leak.text, known)


@pytest.mark.parametrize("text", innocents())
def test_an_innocent_text_is_left_alone(text: str, known: KnownNames) -> None:
    assert find_sightings(text, known) == []


def test_the_tables_are_large_enough_and_every_leak_is_caught_with_hardly_a_false_alarm(known: KnownNames) -> None:
    told = figures(known)
    assert told.leaks >= 240
    assert told.innocents >= 360
    assert told.caught == told.leaks, told
    assert told.false_alarms < MOST_FALSE_ALARMS * told.innocents, told


def test_every_kind_is_looked_for_and_has_leaks() -> None:
    assert list(DETECTORS) == list(KINDS)
    assert {leak.kind for leak in leaks()} == set(KINDS)


def test_no_identity_number_in_the_table_can_be_a_living_persons(known: KnownNames) -> None:
    for leak in leaks():
        for start, end in leak.places:
            digits = "".join(sign for sign in Reading.of(leak.text[start:end], known).text if sign.isdigit())
            is_synthetic = len(digits) == 11 and int(digits[2:4]) > 40
            assert (
                leak.kind != "identity-number"
                or len(digits) != 11
                or is_synthetic
                or not check_digits_are_right(digits)
            )


REFERENCES = [
    *citations.EXAMPLES,
    *malformed.EXAMPLES,
    *(text for text in malformed.INNOCENT if "telefon" not in text),  # a telephone number is one here
    *(text for form in FORMS for text in (*form.examples, *form.typed_examples, *form.counter_examples)),
]


@pytest.mark.parametrize("text", REFERENCES)
def test_no_spelling_of_a_reference_is_taken_for_a_leak(text: str, known: KnownNames) -> None:
    assert find_sightings(text, known) == []


@pytest.mark.parametrize("path", sorted(RULINGS.rglob("*.yaml")), ids=lambda path: path.name)
def test_the_bundled_records_give_no_false_alarm(path: Path, known: KnownNames) -> None:
    tree = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # all text, as the records are read
    assert [(text, found) for text in texts_in(tree) if (found := find_sightings(text, known))] == []


@pytest.mark.parametrize("path", sorted(RULINGS.rglob("*.md")), ids=lambda path: path.name)
def test_the_prose_of_the_overview_gives_no_false_alarm(path: Path, known: KnownNames) -> None:
    assert find_sightings(path.read_text(encoding="utf-8"), known) == []


def texts_in(tree: object) -> Iterator[str]:
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, list):
        for branch in tree:
            yield from texts_in(branch)
    elif isinstance(tree, str):
        yield tree


def test_sightings_are_told_in_order_and_never_overlap(known: KnownNames) -> None:
    text = " ".join(leak.text for leak in leaks())
    found = find_sightings(text, known)
    assert len(found) > len(leaks()) // 2
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(one.text == text[one.start : one.end] for one in found)


def test_of_two_kinds_at_one_place_the_graver_counts(known: KnownNames) -> None:
    found = find_sightings("Kari Testesen, f. 120399 12345, Storgata 5B", known)
    assert [one.kind for one in found] == ["person-name", "identity-number", "address"]


def test_a_sighting_stands_where_it_stands_in_the_text_as_it_is(known: KnownNames) -> None:
    (found,) = find_sightings("Hun\u00ad heter K\u00adari&nbsp;Test\u200besen.", known)
    assert found.text == "K\u00adari&nbsp;Test\u200besen"


def test_an_empty_text_tells_nothing(known: KnownNames) -> None:
    assert find_sightings("", known) == []
    assert find_sightings("\u00ad\u200b&shy;", known) == []


#: What costs most in one pattern or another, repeated without end.
HOSTILE = (
    *("1", "1 ", "1.", "a", "A", "Aa ", "A. ", "@", "a@", "a.", "a-", "+4 ", "f. ", "født i A ", "Aagate ", "A Gate "),
    *(
        "&amp;",
        "&",
        "%4",
        "http:",
        "telefon ",
        "pass nummer ",
        "jente på 1 år ",
        "NO12 3456 ",
        "P<NORA<",
        "\n",
        "A and A ",
    ),
    *(
        "A v. ",
        "a\u0300",
        "\u00ad",
        "dommer Kari ",
        "Kari Testesen, ",
        "10.1234/",
        "00 ",
        "LB-2018-",
        "Strada A ",
        '"a ',
    ),
    *(
        "(",
        "a (at) ",
        "12 Aa ",
        "A.B. fra ",
        "Aa-",
        "1. januar ",
        "konto 1234 ",
        "Den europeiske ",
        "TESTESEN, ",
        "Å, ",
    ),
)


def hostile_text(length: int) -> str:
    each = length // len(HOSTILE)
    return "\n".join((unit * (each // len(unit) + 1))[:each] for unit in HOSTILE)


@pytest.mark.parametrize("text", [hostile_text, "a".__mul__, "A".__mul__, "1".__mul__], ids=["mixed", "a", "A", "1"])
def test_a_hostile_text_costs_no_more_than_its_length(text: Callable[[int], str], known: KnownNames) -> None:
    def seconds(length: int) -> float:
        hostile, start = text(length), time.perf_counter()
        find_sightings(hostile, known)
        return time.perf_counter() - start

    # Four times the text: four times the cost, where a pattern that backtracks without bounds would cost sixteen times.
    assert seconds(1_000_000) < 9 * seconds(250_000)
