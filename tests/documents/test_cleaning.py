"""What is harmless in every form: one line, no sign that turns the text around, only addresses of web and mail."""

from __future__ import annotations

import pytest

from kom_rulings.documents.cleaning import address_of, joined, one_line, place_name, right_to_left
from kom_rulings.documents.outline import Run


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("to\nlinjer", "to linjer"),
        ("to\r\n\tlinjer", "to linjer"),
        ("skille\u2028og\x85skille", "skille og skille"),
        ("side\x0cskift", "side skift"),
        ("26\u00a0000 kroner", "26\u00a0000 kroner"),
        ("\x00a\x1b[31mb\x7f", "a[31mb"),
        ("12 \u202e34\u202c 56", "12 34 56"),
        ("\u2066a\u2069", "a"),
        ("\ufeffForan", "Foran"),
        ("halvt tegn \ud83d", "halvt tegn "),
        ("👩\u200d👧 og æøå", "👩\u200d👧 og æøå"),
        (" foran og bak ", " foran og bak "),
    ],
)
def test_text_becomes_one_line_that_reads_as_it_stands(words: str, line: str) -> None:
    assert one_line(words) == line


def test_runs_are_joined_before_the_spaces_are_counted() -> None:
    assert joined((Run(" a "), Run(" b", bold=True), Run("\n"))) == "a b"


@pytest.mark.parametrize(("words", "answer"), [("סחר", True), ("dom (اتجار)", True), ("Ærlig – 2017", False)])
def test_text_written_leftwards_is_known(words: str, answer: bool) -> None:
    assert right_to_left(words) is answer


@pytest.mark.parametrize("link", ["https://lovdata.no/lov/2005-05-20-28/%C2%A7257", "HTTP://a.no", "mailto:kom@a.no"])
def test_an_address_of_the_web_or_of_mail_is_a_link(link: str) -> None:
    assert address_of(Run("a", link=link)) == link


@pytest.mark.parametrize(
    "link",
    [
        *(None, "", "#place", "javascript:alert(1)", " https://a.no", "java\nscript:alert(1)", "data:text/html,x"),
        *(
            "file:///a",
            "//a.no",
            "https:a.no",
            "https://",
            'https://a.no/"onclick="x',
            "https://a.no/a b",
            "vbscript:x",
        ),
    ],
)
def test_any_other_address_is_no_link(link: str | None) -> None:
    assert address_of(Run("a", link=link)) is None


@pytest.mark.parametrize(
    ("anchor", "name"), [("case-a", "case-a"), ("a b", "a_b"), ("a.b", "a_b"), ("sak-æ", "sak-æ"), ('"><x', "___x")]
)
def test_a_place_is_named_by_letters_digits_hyphens_and_underscores(anchor: str, name: str) -> None:
    assert place_name(anchor) == name
