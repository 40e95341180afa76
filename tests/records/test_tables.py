"""The tables of courts, provisions and countries: their examples are walked, and a workspace adds its own rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from babel import Locale

from kom_rulings.dates import PartialDate
from kom_rulings.errors import DataTableBroken
from kom_rulings.records.nearest import nearest
from kom_rulings.records.provision import Provision
from kom_rulings.records.tables import Court, Tables, court_code, in_force, load_tables
from kom_rulings.references import Kind, Reference

BUNDLED = load_tables()
COURT_EXAMPLES = [(court.name.nb, example) for court in BUNDLED.courts for example in court.examples]
PROVISION_EXAMPLES = [(row.provision.name, example) for row in BUNDLED.provisions for example in row.examples]
COUNTRY_EXAMPLES = [(code, name) for code, row in BUNDLED.countries.items() for name in row.examples]


@pytest.fixture
def extra(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a table of a workspace and return its folder."""

    def write(name: str, text: str) -> Path:
        folder = tmp_path / "rulings" / "tables"
        folder.mkdir(parents=True)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return folder

    return write


def test_there_are_examples_to_walk() -> None:
    assert min(len(COURT_EXAMPLES), len(PROVISION_EXAMPLES), len(COUNTRY_EXAMPLES)) >= 5


@pytest.mark.parametrize(("court", "example"), COURT_EXAMPLES, ids=str)
def test_a_court_is_known_by_its_examples(court: str, example: Reference, tables: Tables) -> None:
    owners = [owner.name.nb for owner in tables.courts_of(example)]
    if court_code(example) is None:  # N1611201107 and 25965/04 hold no code
        assert (owners, example.kind in (Kind.UNE_PRACTICE, Kind.APPLICATION)) == ([], True)
    else:
        assert court in owners


@pytest.mark.parametrize(("row", "example"), PROVISION_EXAMPLES, ids=str)
def test_a_provision_is_found_by_its_examples(row: str, example: Provision, tables: Tables) -> None:
    found = tables.provision(example)
    assert found is not None
    assert found.provision.name == row


@pytest.mark.parametrize(("code", "name"), COUNTRY_EXAMPLES)
def test_a_country_is_found_by_its_other_spellings(code: str, name: str, tables: Tables) -> None:
    assert tables.country_code(name) == code


def test_every_country_is_found_by_its_names(tables: Tables) -> None:
    found = {code: {tables.country_code(n) for n in (row.nb, row.en.upper())} for code, row in tables.countries.items()}
    assert found == {code: {code} for code in tables.countries}
    assert tables.country_code("Atlantis") is None


@pytest.mark.parametrize("language", ["nb", "en"])
def test_countries_are_named_as_in_cldr(language: str, tables: Tables) -> None:
    territories = Locale(language).territories
    ours = {code: getattr(row, language) for code, row in tables.countries.items()}
    assert ours == {code: territories[code] for code in tables.countries}


def test_names_and_codes_of_courts_are_unique(tables: Tables) -> None:
    names = [court.name.nb for court in tables.courts]
    codes = [code for court in tables.courts for code in {*court.codes, *court.file_codes}]
    provisions = [row.provision.name for row in tables.provisions]

    assert (len(set(names)), len(set(provisions))) == (len(names), len(provisions))
    # Only the Supreme Court and its committee share theirs.
    assert sorted(code for code in codes if codes.count(code) > 1) == ["HR", "HR", "HRET", "HRET"]


def test_an_appeal_goes_to_a_court_of_appeal_in_the_table(tables: Tables) -> None:
    courts = {court.appeal_court for court in tables.courts if court.appeal_court}
    assert {name: _instances(tables.court(name)) for name in courts} == dict.fromkeys(courts, ("lagmannsrett",))
    assert len(courts) == 6


def test_what_continues_a_provision_is_in_the_table(tables: Tables) -> None:
    continued = [later for row in tables.provisions for later in row.continued_by]
    assert [str(later) for later in continued] == ["strl. 2005 § 257", "strl. 2005 § 258"]
    assert None not in [tables.provision(later) for later in continued]


def test_the_law_of_every_provision_is_in_the_table(tables: Tables) -> None:
    assert None not in [tables.law(row.provision) for row in tables.provisions]
    assert tables.law(Provision.parse("tvl. § 1-1")) is None
    assert tables.provision(Provision.parse("strl. 2005 § 999")) is None


@pytest.mark.parametrize(
    ("court", "date", "existed"),
    [
        ("Bergen tingrett", "2021-04-25", True),
        ("Bergen tingrett", "2021-04-26", False),
        ("Bergen tingrett", "2021-04", True),  # may be a day before the reform
        ("Bergen tingrett", "2021", True),
        ("Bergen tingrett", "2022", False),
        ("Hordaland tingrett", "2021-04-25", False),
        ("Hordaland tingrett", "2021-04-26", True),
        ("Hordaland tingrett", "2021", True),
        ("Hordaland tingrett", "2020", False),
        ("Oslo tingrett", "1950", True),
        ("oslo TINGRETT", "2026-01-01", True),
    ],
)
def test_a_court_gives_rulings_while_it_exists(court: str, date: str, existed: bool, tables: Tables) -> None:
    row = tables.court(court)
    assert row is not None
    assert row.existed_on(PartialDate.parse(date)) is existed


@pytest.mark.parametrize(
    ("provision", "date", "expected"),
    [
        ("strl. 2005 § 257", "2015-09-30", False),
        ("strl. 2005 § 257", "2015-10-01", True),
        ("strl. 2005 § 257", "2015", True),
        ("strl. 1902 § 224", "2002", False),
        ("strl. 1902 § 224", "2003-01-01", True),
        ("strl. 1902 § 224", "2021-09-10", True),  # goes on to govern older acts
        ("utf. § 8-4", "2009-12-31", False),
    ],
)
def test_no_provision_applies_before_its_time(provision: str, date: str, expected: bool, tables: Tables) -> None:
    row = tables.provision(Provision.parse(provision))
    assert row is not None
    assert in_force(row, PartialDate.parse(date)) is expected


def test_a_repealed_law_that_does_not_apply_after_ends(extra: Callable[[str, str], Path]) -> None:
    folder = extra("provisions", "laws: [{law: l., name: {nb: l, en: l}, from: 2000, to: 2010-06-30}]\n")
    law = load_tables(folder).law(Provision.parse("l. § 1"))
    assert law is not None
    assert [in_force(law, PartialDate.parse(date)) for date in ("2010-06-30", "2010-07-01")] == [True, False]


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("HR-2017-1124-A", "HR"),
        ("Rt-2013-39", "HR"),
        ("LB-2018-102939-2", "LB"),
        ("TOSLO-2015-105037-2", "TOSLO"),
        ("21-148951MED-TOSL/03", "TOSL"),
        ("13-149986MED-LARV", "LARV"),
        ("25965/04", None),
        ("N1611201107", None),
    ],
)
def test_a_reference_holds_the_code_of_its_court(reference: str, code: str | None) -> None:
    assert court_code(Reference.parse(reference)) == code


def test_the_nearest_word_is_one_that_is_much_like_it(tables: Tables) -> None:
    assert tables.nearest_court("Oslo tingret") == "Oslo tingrett"
    assert nearest("begging", []) == ""
    assert nearest("xyz", ["begging", "crime"]) == ""


def test_a_workspace_adds_courts(extra: Callable[[str, str], Path]) -> None:
    folder = extra("courts", "courts: [{name: {nb: Ny tingrett, en: New}, instances: [tingrett], codes: [TNYE]}]\n")
    tables = load_tables(folder)

    assert [court.name.nb for court in tables.courts_of(Reference.parse("TNYE-2016-1"))] == ["Ny tingrett"]
    assert _instances(tables.court("ny tingrett")) == ("tingrett",)
    assert len(tables.courts) == len(BUNDLED.courts) + 1
    assert BUNDLED.court("Ny tingrett") is None


def test_rows_of_a_workspace_go_before_ours(extra: Callable[[str, str], Path]) -> None:
    row = "{provision: strl. 2005 § 257, name: {nb: menneskehandel, en: trafficking in human beings}}"
    found = load_tables(extra("provisions", f"provisions: [{row}]\n")).provision(Provision.parse("strl. 2005 § 257"))
    assert found is not None
    assert found.name.en == "trafficking in human beings"


def test_a_workspace_renames_and_adds_countries(extra: Callable[[str, str], Path]) -> None:
    tables = load_tables(extra("countries", "countries:\n  RO: {nb: Rom, en: Rom}\n  ZZ: {nb: Ukjent, en: Unknown}\n"))
    assert [tables.country_code(name) for name in ("rom", "Romania", "ukjent")] == ["RO", None, "ZZ"]
    assert tables.countries["NO"].nb == "Norge"


def test_a_workspace_without_tables_has_ours(tmp_path: Path) -> None:
    assert load_tables(tmp_path / "rulings" / "tables") == BUNDLED


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("courts", "courts: [\n", "courts.yaml cannot be used, line 2: The file is not valid YAML"),
        ("courts", "# nothing\n", "courts.yaml cannot be used, line 1: The file holds no fields."),
        ("courts", "courts: [{name: {nb: A, en: B}}]\n", "courts[1].instances: The field instances is missing."),
        (
            "courts",
            "courts: [{name: {nb: A, en: B}, instances: [tingret]}]\n",
            "courts[1].instances[1]: “tingret” is not a value that instances can have.",
        ),
        ("courts", "cuorts: []\n", "cuorts: There is no field cuorts here."),
        (
            "provisions",
            "provisions: [{provision: loven, name: {nb: A, en: B}}]\n",
            "provisions[1].provision: “loven” is not a provision of a known form.",
        ),
        ("courts", "courts: {a: b}\n", "courts: courts should be a list."),
        ("countries", "countries: {RO: Romania}\n", "countries.RO: RO should be a group of fields."),
    ],
)
def test_a_broken_table_is_refused(name: str, text: str, reason: str, extra: Callable[[str, str], Path]) -> None:
    with pytest.raises(DataTableBroken) as caught:
        load_tables(extra(name, text))
    assert reason in str(caught.value)


def _instances(court: Court | None) -> tuple[str, ...]:
    return court.instances if court else ()
