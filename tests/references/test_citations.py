"""Citations in running text: every spelling with its pinpoint, what is malformed and why, and no false alarm."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.references import Citation, Reference, find_citations, find_malformed, find_references, malformed
from kom_rulings.references.citations import EXAMPLES
from kom_rulings.references.malformed import INNOCENT

#: Pieces that references are made of, so that many texts hold something that is almost one.
PIECES = [
    *("HR", "hr", "Rt", "Rt.", "RG", "LB", "LX", "la", "TOSLO", "tosl", "ECLI:CE:ECHR:", "ECLI:NO:", "001-96549", "N"),
    *("sak nr.", "nr.", "søknad", "no.", "avsnitt", "premiss", "§", "flg.", "i", "s.", "side", "MED", "JUD", "A", "a"),
    *(
        "-",
        "\u2013",
        "/",
        " ",
        "\u00a0",
        "\n",
        "\r\n",
        ",",
        "(",
        ")",
        ":",
        "17",
        "39",
        "2013",
        "1124",
        "102939",
        "25965/04",
    ),
]
texts = st.text() | st.lists(st.sampled_from(PIECES)).map("".join)


def told(citation: Citation) -> str:
    """The reference and its paragraphs as the examples write them."""
    if citation.pinpoint is None:
        return citation.reference.text
    first, last, _ = citation.pinpoint
    return f"{citation.reference} {first}" + (f"-{last}" if last != first else "")


def test_there_are_examples_enough() -> None:
    assert len(EXAMPLES) >= 40
    assert len(malformed.EXAMPLES) + len(INNOCENT) >= 60


@pytest.mark.parametrize(("text", "expected"), EXAMPLES.items())
def test_a_citation_is_found_with_its_pinpoint(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(told(citation) for citation in find_citations(text)) == expected
    assert find_malformed(text) == []


@pytest.mark.parametrize(("text", "expected"), malformed.EXAMPLES.items())
def test_what_is_malformed_is_told_with_the_reason_and_what_is_meant(text: str, expected: tuple[str, str, str]) -> None:
    (found,) = find_malformed(text)
    assert (found.text, found.why, found.meant) == expected
    assert text[found.start : found.end] == found.text
    assert find_citations(text) == []


@pytest.mark.parametrize("text", INNOCENT)
def test_an_innocent_sentence_gives_no_alarm(text: str) -> None:
    assert find_citations(text) == []
    assert find_malformed(text) == []


def test_every_reason_has_an_example() -> None:
    reasons = {value for name, value in vars(malformed).items() if name.isupper() and isinstance(value, str)}
    assert {why for _, why, _ in malformed.EXAMPLES.values()} == {one for one in reasons if one.endswith(".")}


def test_a_suffix_is_another_ruling() -> None:
    one, other = find_citations("LB-2018-102939 og LB-2018-102939-2")
    assert one.reference != other.reference


@settings(deadline=None)
@given(texts)
def test_in_any_text_citations_lie_apart_and_read_back_to_their_reference(text: str) -> None:
    end = 0
    for citation in find_citations(text):
        assert end <= citation.start < citation.end <= len(text)
        assert Reference.parse(text[citation.start : citation.end]) == citation.reference
        end = citation.end


@settings(deadline=None)
@given(texts)
def test_in_any_text_what_is_malformed_overlaps_no_reference(text: str) -> None:
    sound, unsound = find_references(text), find_malformed(text)
    spans = sorted([(one.start, one.end) for one in sound] + [(one.start, one.end) for one in unsound])
    assert all(earlier_end <= start for (_, earlier_end), (start, _) in pairwise(spans))


@settings(deadline=None)
@given(texts)
def test_in_any_text_what_is_meant_is_a_reference(text: str) -> None:
    for found in find_malformed(text):
        assert found.text == text[found.start : found.end]
        assert not found.meant or Reference.parse(found.meant).text == found.meant


HOSTILE: dict[str, Callable[[int], str]] = {
    "HR-": lambda n: "HR-" * (n // 3),
    "strokes": lambda n: "1/" * (n // 2),
    "digits": lambda n: "1" * n,
    "dashes": lambda n: "HR" + "-" * n,
    "Rt and spaces": lambda n: "Rt" + " " * n,
    "Rt, year and spaces": lambda n: "Rt. 2013" + " " * n + "s" + " " * n,
    "many Rt and spaces": lambda n: ("Rt" + " " * 998) * (n // 1000),
    "lower-case series and spaces": lambda n: "hr 2017" + " " * n + "1124" + " " * n + "\u2013" + " " * n + "i",
    "references and spaces": lambda n: ("HR-2017-1124-A" + " " * 986) * (n // 1000),
    "reference and opening brackets": lambda n: "25965/04" + "(" * n,
    "pinpoint words": lambda n: "HR-2017-1124-A" + " se" * (n // 3),
    "ECLI": lambda n: "ECLI:CE:ECHR:" * (n // 13),
    "capitals": lambda n: "T" * n,
    "court files": lambda n: "21-148951MED-TOSL/" + "A" * n,
    "line breaks": lambda n: "sak nr." + "\r\n" * (n // 2),
    "suffixes": lambda n: "LB-2018-102939" + "-1" * (n // 2),
    "application word and spaces": lambda n: "søknad" + " " * n + "nr." + " " * n,
    "number sign and spaces": lambda n: ("søknad nr." + " " * 990) * (n // 1000),
    "application words": lambda n: "søknad nr. " * (n // 11),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_megabyte_of_hostile_text_is_read_in_linear_time(name: str) -> None:
    times = []
    for size in (250_000, 1_000_000):
        text = HOSTILE[name](size)
        start = time.perf_counter()
        find_citations(text)
        find_malformed(text)
        times.append(time.perf_counter() - start)
    assert times[1] < 30, times
    assert times[1] < 12 * times[0] + 2, times
