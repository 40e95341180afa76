"""Whatever a page says and whatever stands in a record: nothing of the record is lost, and once is as good as twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from importing.drafts import ORIGIN
from kom_rulings.files.moving import carry_out
from kom_rulings.files.reading import read_file
from kom_rulings.importing.outcome import Imported
from kom_rulings.importing.sameness import says_the_same
from kom_rulings.importing.session import ImportSession
from kom_rulings.problems import Path as Way
from kom_rulings.sources.draft import Draft, TextPart, Understood
from kom_rulings.wording import wording
from kom_rulings.workspace import Workspace

#: Fields of a criminal case, and values that each may have.
POOL: dict[Way, list[Any]] = {
    ("title", "nb"): ["En sak", "En annen sak: med kolon", "«Sitat» #1"],
    ("title", "en"): ["A case"],
    ("keywords", "nb"): [["tvangsarbeid"], ["tigging", "tvangsarbeid"], ["? merkelig", ": rart"]],
    ("victims",): [{"count": 2, "minors": "some"}, {"countries": ["RO", "NG"]}],
    ("rulings", 0, "date"): ["2018-06-22", "2018-06", "unknown"],
    ("rulings", 0, "court"): ["Oslo tingrett", "Bergen tingrett"],
    ("rulings", 0, "outcome"): ["convicted", "acquitted"],
    ("rulings", 0, "provisions"): [["strl. 2005 § 257"], ["strl. 2005 §258", "strl. 2005 § 257"]],
    ("rulings", 0, "note"): ["Kort.", "Lang " * 60 + "slutt"],
    ("rulings", 0, "cites"): [["Rt. 2013 s. 39"], ["HR-2017-1124-A", "Rt-2013-39"]],
    ("rulings", 0, "legal_force"): [{"date": "2019", "how": "not_appealed"}],
    ("rulings", 1, "instance"): ["lagmannsrett"],
    ("rulings", 1, "references"): [["LB-2019-1000"]],
    ("rulings", 1, "outcome"): ["upheld", "set_aside"],
}
REFERENCE = Understood(("rulings", 0, "references"), ["TOSLO-2018-500"], "")


def _draft(values: dict[Way, Any], guesses: frozenset[Way]) -> Draft:
    fields = tuple(Understood(way, value, "", "antatt" if way in guesses else "") for way, value in values.items())
    if any(way[:2] == ("rulings", 1) for way in values):
        fields = (*fields, Understood(("rulings", 1, "date"), "2019-09-10", ""))
    parts = (TextPart("", ((1, "Ett avsnitt."),)),)
    return Draft("lovdata", "criminal", "X", ("TOSLO-2018-500",), (REFERENCE, *fields), parts, "TOSLO-2018-500")


VALUES = st.fixed_dictionaries({}, optional={way: st.sampled_from(values) for way, values in POOL.items()})
DRAFTS = st.builds(_draft, VALUES, st.frozensets(st.sampled_from(sorted(POOL, key=str))))


def _carry_out(root: Path, draft: Draft) -> Imported:
    workspace = Workspace(root)
    session = ImportSession(root, workspace.register, wording("nb"))
    session.add(draft, ORIGIN)
    act = session.act()
    if act.writes:
        carry_out(root, act)
    return session.told(workspace.tables)[0]


def _leaves(tree: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from _leaves(value, (*way, name))
    elif isinstance(tree, tuple) and any(isinstance(one, dict) for one in tree):
        for n, value in enumerate(tree):
            yield from _leaves(value, (*way, n))
    else:
        yield way, tree


def _record(root: Path) -> dict[Way, Any]:
    path = root / "rulings/criminal/toslo-2018-500.yaml"
    raw, problems = read_file(path, path.name)
    assert raw is not None, problems
    return dict(_leaves(raw.tree))


def _approve(root: Path) -> None:
    path = root / "rulings/criminal/toslo-2018-500.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("draft: yes\n", ""), encoding="utf-8")


@settings(max_examples=30, deadline=None)
@given(DRAFTS, DRAFTS, st.booleans())
def test_a_second_page_takes_nothing_from_the_record_and_a_third_time_changes_nothing(
    first: Draft, second: Draft, approved: bool
) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "rulings").mkdir()
        assert _carry_out(root, first).act == "new"
        if approved:
            _approve(root)
        before = _record(root)
        _carry_out(root, second)
        after = _record(root)
        kept = {way: value for way, value in before.items() if value != "unknown" or approved}
        assert all(says_the_same(value, after[way]) for way, value in kept.items() if way[0] != "provenance")
        told = _carry_out(root, second)
        assert told.act == "unchanged"
        assert _record(root) == after


@settings(max_examples=30, deadline=None)
@given(DRAFTS)
def test_all_that_a_page_says_stands_in_a_new_record(draft: Draft) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "rulings").mkdir()
        told = _carry_out(root, draft)
        assert told.act == "new"
        record = _record(root)
        for one in told.fields:
            values = dict(_leaves(one.value, one.path)) if isinstance(one.value, dict) else {one.path: one.value}
            assert all(says_the_same(value, record[way]) for way, value in values.items())
        assert Workspace(root).register.drafts[0].id == "toslo-2018-500"
