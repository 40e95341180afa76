"""Case ids are safe on every file system, and every finding can be said in both languages."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kom_rulings.names import is_case_id
from kom_rulings.problem_codes import CODES
from kom_rulings.problems import Path, Place, Problem, Severity, dotted, errors_in, in_order
from kom_rulings.wording import Language

PLACE = Place("criminal/a.yaml", 3, 5, "rulings[1].date")


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def _params(code: str) -> dict[str, object]:
    """A value that is easy to recognise for each parameter the code's message and hint use."""
    names = _fields(CODES[code].message) | _fields(CODES[code].hint)
    return {name: f"<{name}>" for name in names}


@pytest.mark.parametrize("text", ["lime-saken", "hr-2017-1124-a", "a", "0", "con-1", "com10", "lpt0", "a" * 80])
def test_lower_case_letters_digits_and_single_hyphens_make_a_case_id(text: str) -> None:
    assert is_case_id(text) is True


@pytest.mark.parametrize(
    "text",
    [
        *("con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"),
        *("..", ".", "../a", "a/b", "a\\b", "/a", "c:a", "~", "a.yaml", ".a", "a."),
        *("", "-", "-a", "a-", "a--b", "A", "Lime", "søm", "a b", " a", "a\n", "a\x00", "a_b", "a*", "a?"),
        *("a" * 81, "\u0661", "\uff41", "a\u2013b", "a\u0301"),
    ],
)
def test_whatever_a_file_system_could_stumble_over_is_no_case_id(text: str) -> None:
    assert is_case_id(text) is False


@settings(deadline=None)
@given(st.text(alphabet="ab1-./\\ \n", max_size=8))
def test_a_case_id_never_leaves_its_folder(text: str) -> None:
    assert is_case_id(text) is bool(re.fullmatch(r"[ab1]+(-[ab1]+)*", text))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), ""),
        (("kind",), "kind"),
        (("title", "nb"), "title.nb"),
        (("rulings", 0, "date"), "rulings[1].date"),
        (("rulings", 1, "defendants", 9), "rulings[2].defendants[10]"),
        ((0, "a"), "[1].a"),
    ],
)
def test_positions_count_from_one_where_people_read_them(path: Path, expected: str) -> None:
    assert dotted(path) == expected


def test_findings_stand_by_file_and_line_and_the_gravest_first() -> None:
    note = Problem("outcome-inferred", Place("a.yaml", 2, 1))
    warning = Problem("date-not-known", Place("a.yaml", 2, 1))
    error = Problem("summary-missing", Place("a.yaml", 2, 9))
    tenth = Problem("file-empty", Place("a.yaml", 10))
    other = Problem("file-empty", Place("b.yaml", 1))
    assert in_order([other, tenth, note, warning, error]) == [error, warning, note, tenth, other]
    assert errors_in([other, note, warning, error]) == [other, error]


def test_findings_alike_in_all_else_stand_by_code_and_column() -> None:
    early, late = Problem("file-empty", Place("a.yaml", 1, 2)), Problem("file-empty", Place("a.yaml", 1, 7))
    other_code = Problem("summary-missing", Place("a.yaml", 1, 1))
    assert in_order([late, other_code, early]) == [early, late, other_code]


def test_a_finding_as_data_speaks_both_languages() -> None:
    problem = Problem("yaml-key-twice", PLACE, {"key": "date", "first": 2})
    assert problem.as_json() == {
        "code": "yaml-key-twice",
        "severity": "error",
        "file": "criminal/a.yaml",
        "line": 3,
        "column": 5,
        "field": "rulings[1].date",
        "message": {"nb": "Feltet date står to ganger.", "en": "The field date stands twice."},
        "hint": {
            "nb": "Behold ett av dem; det første står på linje 2.",
            "en": "Keep one of them; the first stands on line 2.",
        },
    }


@pytest.mark.parametrize(("language", "start"), [("nb", "Mente du date? "), ("en", "Did you mean date? ")])
def test_a_hint_begins_with_the_nearest_name_where_there_is_one(language: Language, start: str) -> None:
    plain = Problem("field-unknown", PLACE, {"field": "dato", "allowed": "date, court"})
    guessed = Problem("field-unknown", PLACE, {"field": "dato", "allowed": "date, court", "nearest": "date"})
    assert guessed.hint(language) == start + plain.hint(language)
    assert "date, court" in plain.hint(language)


def test_an_empty_guess_is_not_offered() -> None:
    problem = Problem("field-unknown", PLACE, {"field": "x", "allowed": "date", "nearest": ""})
    assert problem.hint("en") == "Fields here: date."


def test_braces_in_a_value_are_shown_as_they_are() -> None:
    problem = Problem("value-not-allowed", PLACE, {"field": "kind", "value": "{0} {x}", "allowed": "a"})
    assert problem.message("en") == "“{0} {x}” is not a value that kind can have."


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_said_in_english_with_all_its_parameters(code: str) -> None:
    params = _params(code)
    problem = Problem(code, PLACE, params)
    assert problem.message("en") == CODES[code].message.format_map(params)
    assert problem.hint("en") == CODES[code].hint.format_map(params)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_translated_with_the_same_parameters(code: str) -> None:
    problem = Problem(code, PLACE, _params(code))
    for english, bokmaal in (
        (problem.message("en"), problem.message("nb")),
        (problem.hint("en"), problem.hint("nb")),
    ):
        assert english
        assert bokmaal
        assert english != bokmaal
        assert set(re.findall("<.+?>", english)) == set(re.findall("<.+?>", bokmaal))


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("code", CODES)
def test_no_code_leaves_a_brace_behind(code: str, language: Language) -> None:
    problem = Problem(code, PLACE, _params(code))
    said = f"{problem.message(language)} {problem.hint(language)}"
    # The overview marks its parts with {#part}: those braces are meant.
    assert not re.search("[{}]", said.replace("{#<part>}", "").replace("{#purpose}", ""))


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_plain_words_with_hyphens_and_has_a_severity(code: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert Problem(code, PLACE).severity is Severity(CODES[code].severity)
