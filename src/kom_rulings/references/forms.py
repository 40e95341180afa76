"""The forms of references, one row each: what is recognised, its canonical form and its examples.

Two readings of each form: *written* for records and running text, where a reference is spelled out, and *typed* for
the search box, where people leave out dashes, capitals and the last letter. The examples are walked by the tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

DASH = "[-\u2010\u2011\u2012\u2013\u2014\u2212]"
SPACE = "[ \t\u00a0\u202f]"
START = "(?<![A-Za-zÆØÅæøå0-9])"
END = f"(?![A-Za-zÆØÅæøå0-9])(?!{DASH}[0-9])"
_YEAR = r"((?:18|19|20)\d{2})"
#: Between the parts of a typed reference: a dash, or nothing but space.
_GAP = f"(?:{SPACE}*{DASH}{SPACE}*|{SPACE}+)"


class Kind(StrEnum):
    """What sort of reference it is, named after the series."""

    SUPREME_COURT = "HR"
    RETSTIDENDE = "Rt"
    RETTENS_GANG = "RG"
    COURT_OF_APPEAL = "L"
    DISTRICT_COURT = "T"
    COURT_FILE = "court file"
    SUPREME_COURT_FILE = "Supreme Court file"
    APPLICATION = "application"
    ECLI = "ECLI"
    HUDOC_ITEM = "HUDOC item"
    UNE_PRACTICE = "UNE practice"


@dataclass(frozen=True)
class Form:
    """One form: the written and the typed pattern, and how a match becomes canonical."""

    kind: Kind
    written: re.Pattern[str]
    typed: re.Pattern[str]
    canonical: Callable[[re.Match[str]], str]
    examples: Mapping[str, str]
    typed_examples: Mapping[str, str] = field(default_factory=dict)
    counter_examples: tuple[str, ...] = ()


def _dashed(match: re.Match[str]) -> str:
    """Join the groups that matched with hyphens, in capitals, numbers without leading zeros."""
    series, year, *rest = [group for group in match.groups() if group is not None]
    parts = [str(int(part)) if part.isdigit() else part for part in rest]
    return "-".join([series, year, *parts]).upper()


def _retstidende(match: re.Match[str]) -> str:
    return f"Rt-{match[1]}-{int(match[2])}"


def _rettens_gang(match: re.Match[str]) -> str:
    return f"RG-{match[1]}-{int(match[2])}"


def _court_file(match: re.Match[str]) -> str:
    year, number, sort, court, division = match.groups()
    tail = f"/{division}" if division else ""
    return f"{year}-{number}{sort}-{court}{tail}".upper()


def _application(match: re.Match[str]) -> str:
    return f"{int(match[1])}/{match[2]}"


def _upper(match: re.Match[str]) -> str:
    return match[0].upper()


def _supreme_court_file(match: re.Match[str]) -> str:
    return f"sak nr. {match[1]}/{int(match[2])}"


def _journal(series: str) -> tuple[str, str]:
    """Patterns for a journal cited by year and page: Rt. 2013 s. 39, Rt-2013-39; typed also Rt 2013 39."""
    # Each run of spaces is read by one part of the pattern only, so that a long one costs no more than its length.
    head = rf"{START}{series}\.?(?:{SPACE}*{DASH})?{SPACE}*{_YEAR}"
    page = rf"(?:{SPACE}*,)?{SPACE}*s(?:ide|\.)?{SPACE}*"
    tail = r"(\d{1,4})(?!\d)"
    return rf"{head}(?:{page}|{DASH}){tail}", rf"{head}(?:{page}|{_GAP}){tail}"


def _form(
    kind: Kind,
    written: str,
    typed: str,
    canonical: Callable[[re.Match[str]], str],
    *,
    examples: Mapping[str, str],
    typed_examples: Mapping[str, str] | None = None,
    counter_examples: tuple[str, ...] = (),
) -> Form:
    # In a str pattern \d takes the digits of every script; a reference has only ours.
    written, typed = (pattern.replace(r"[\d", "[0-9").replace(r"\d", "[0-9]") for pattern in (written, typed))
    patterns = re.compile(written), re.compile(typed, re.IGNORECASE)
    return Form(kind, *patterns, canonical, examples, typed_examples or {}, counter_examples)


_RT, _RT_TYPED = _journal("R[Tt]")
_RG, _RG_TYPED = _journal("RG")
_APPLICATION = r"(?<![\d/])(?<!\d[.-])(\d{1,5})/(\d{2})(?!\d|/|[.-]\d)"
_ECLI = r"ECLI:CE:ECHR:(\d{4}):(\d{2})(\d{2})([A-Z]{3})(\d{7})(\d{2})(?!\d)"
_COURT_FILE = rf"(?<!\d)(\d{{2}}){DASH}(\d{{4,6}})([A-ZÆØÅ]{{3}}){DASH}([A-ZÆØÅ]{{4}})(?:/([A-Z0-9]+))?{END}"
_SUPREME_COURT_FILE = rf"(?i:sak{SPACE}+nr\.?\s*)((?:19|20)\d{{2}})/(\d{{1,5}})(?!\d)"

FORMS: tuple[Form, ...] = (
    _form(
        Kind.ECLI,
        START + _ECLI,
        START + _ECLI,
        _upper,
        examples={"ECLI:CE:ECHR:2010:0107JUD002596504": "ECLI:CE:ECHR:2010:0107JUD002596504"},
        typed_examples={"ecli:ce:echr:2010:0107jud002596504": "ECLI:CE:ECHR:2010:0107JUD002596504"},
        counter_examples=("ECLI:CE:ECHR:2010:0107JUD00259650", "ECLI:NO:HR:2010:1"),
    ),
    _form(
        Kind.SUPREME_COURT,
        rf"{START}(HR){DASH}(\d{{4}}){DASH}(\d{{1,5}}){DASH}([A-Z]){END}",
        # After a space only the letters in use: “hr-2017-1124 i dag” names no ruling with the letter I.
        rf"{START}(HR){_GAP}(\d{{4}}){_GAP}(\d{{1,5}})(?:{SPACE}*{DASH}{SPACE}*([A-Z])|{SPACE}+([AUPS]))?{END}",
        _dashed,
        examples={
            "HR-2017-1124-A": "HR-2017-1124-A",
            "HR\u20132011\u20131453\u2013U": "HR-2011-1453-U",
            "HR-2014-02425-S": "HR-2014-2425-S",
            "HR-2005-00222-A": "HR-2005-222-A",
        },
        typed_examples={
            "hr 2017 1124 a": "HR-2017-1124-A",
            "hr-2017-1124": "HR-2017-1124",
            "hr-2017-1124 i dag": "HR-2017-1124",
        },
        counter_examples=("HR-2017-1124", "XHR-2017-1124-A", "HR-2017-1124-AB", "HR-17-1124-A"),
    ),
    _form(
        Kind.RETSTIDENDE,
        _RT,
        _RT_TYPED,
        _retstidende,
        examples={
            "Rt-2013-39": "Rt-2013-39",
            "Rt. 2013 s. 39": "Rt-2013-39",
            "Rt. 2013 side 39": "Rt-2013-39",
            "Rt.\u00a02013, s. 1247": "Rt-2013-1247",
            "Rt\u20132006\u2013111": "Rt-2006-111",
        },
        typed_examples={"rt 2013 39": "Rt-2013-39", "rt. 2013 s 39": "Rt-2013-39"},
        counter_examples=("Rt. 2013", "Art. 2013 s. 39", "Rt. 2013 s. 39001"),
    ),
    _form(
        Kind.RETTENS_GANG,
        _RG,
        _RG_TYPED,
        _rettens_gang,
        examples={"RG-2004-1": "RG-2004-1", "RG 2004 s. 1": "RG-2004-1"},
        typed_examples={"rg 2004 s 1": "RG-2004-1"},
        counter_examples=("ORG-2004-1",),
    ),
    _form(
        Kind.COURT_OF_APPEAL,
        rf"{START}(L[ABEFGH]){DASH}(\d{{4}}){DASH}(\d{{1,6}})(?:{DASH}(\d{{1,2}}))?{END}",
        rf"{START}(L[ABEFGH]){_GAP}(\d{{4}}){_GAP}(\d{{1,6}})(?:{_GAP}(\d{{1,2}}))?{END}",
        _dashed,
        examples={"LB-2018-102939-2": "LB-2018-102939-2", "LG\u20112015\u201165106": "LG-2015-65106"},
        typed_examples={"lb 2018 102939 2": "LB-2018-102939-2", "lf-2014-39428": "LF-2014-39428"},
        counter_examples=("LC-2018-102939", "LB-2018-102939-123", "LB-18-102939", "ALB-2018-1"),
    ),
    _form(
        Kind.DISTRICT_COURT,
        rf"{START}(T[A-ZÆØÅ]{{3,5}}){DASH}(\d{{4}}){DASH}(\d{{1,6}})(?:{DASH}(\d{{1,2}}))?{END}",
        # Spaces for dashes only before a number of five digits or more: “tyveri 2015 2016” is no reference.
        rf"{START}(T[A-ZÆØÅ]{{3,5}})(?:{DASH}(\d{{4}}){DASH}(\d{{1,6}})(?:{DASH}(\d{{1,2}}))?"
        rf"|{SPACE}(\d{{4}}){SPACE}(\d{{5,6}})(?:{SPACE}(\d{{1,2}}))?){END}",
        _dashed,
        examples={
            "THEDM-2020-52736": "THEDM-2020-52736",
            "TOSLO-2015-105037-2": "TOSLO-2015-105037-2",
            "TROG\u20142020\u2014186269": "TROG-2020-186269",
        },
        typed_examples={"thedm 2020 52736": "THEDM-2020-52736", "tosl-2022-105703": "TOSL-2022-105703"},
        counter_examples=("TO-2015-1", "TYVERIER-2015-1", "tyveri 2015 2016"),
    ),
    _form(
        Kind.COURT_FILE,
        _COURT_FILE,
        _COURT_FILE,
        _court_file,
        examples={
            "21-148951MED-TOSL/03": "21-148951MED-TOSL/03",
            "11-103778SAK-GULA/AVD2": "11-103778SAK-GULA/AVD2",
            "13-149986MED-LARV": "13-149986MED-LARV",
        },
        typed_examples={"12-175933med-otir/03": "12-175933MED-OTIR/03"},
        counter_examples=("121-148951MED-TOSL", "21-14MED-TOSL"),
    ),
    _form(
        Kind.SUPREME_COURT_FILE,
        _SUPREME_COURT_FILE,
        _SUPREME_COURT_FILE,
        _supreme_court_file,
        examples={
            "sak nr. 2005/1641": "sak nr. 2005/1641",
            "Sak nr 2017/318": "sak nr. 2017/318",
            "SAK\u00a0NR. 2005/1641": "sak nr. 2005/1641",
        },
        counter_examples=("2017/318",),
    ),
    _form(
        Kind.APPLICATION,
        _APPLICATION,
        rf"(?:(?:{START}(?:app(?:lication)?|søknad|klage|sak)\.?{SPACE}*)?{START}(?:nr|no|nos)\.?{SPACE}*)?{_APPLICATION}",
        _application,
        examples={"25965/04": "25965/04", "nr. 8919/80.": "8919/80", "(no. 1874/13)": "1874/13"},
        typed_examples={"app. no. 25965/04": "25965/04", "søknad nr. 25965/04": "25965/04", "nr 8919/80": "8919/80"},
        counter_examples=("01/07/2019", "2005/1641", "1.5/04", "225965/04"),
    ),
    _form(
        Kind.HUDOC_ITEM,
        r"(?<![\d-])001-\d{4,7}(?!\d)",
        r"(?<![\d-])001-\d{4,7}(?!\d)",
        _upper,
        examples={"001-96549": "001-96549"},
        counter_examples=("1001-96549", "001-123"),
    ),
    _form(
        # The form of UNE's numbers is seen in few places (not confirmed by UNE): a letter and ten digits.
        Kind.UNE_PRACTICE,
        rf"{START}N\d{{10}}(?!\d)",
        rf"{START}N\d{{10}}(?!\d)",
        _upper,
        examples={"N1611201107": "N1611201107"},
        typed_examples={"n1611201107": "N1611201107"},
        counter_examples=("N161120110", "AN1611201107"),
    ),
)
