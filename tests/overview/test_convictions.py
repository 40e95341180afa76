"""How many persons a conviction convicts: exactly so many, at least so many, or not known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kom_rulings.dates import Tertial
from kom_rulings.overview.convictions import convicted_in
from kom_rulings.records import Case, Register
from kom_rulings.standing import shown_cases


@pytest.mark.parametrize(
    ("charged", "outcomes", "found"),
    [
        ("2", ["convicted", "convicted"], (2, True)),
        ("2", ["convicted", "acquitted"], (1, True)),
        ("3", ["convicted", "acquitted", "not_charged"], (1, True)),
        ("3", ["convicted", "convicted"], (2, False)),  # of the third nothing is recorded
        ("unknown", ["convicted"], (1, False)),
        ("2", ["convicted", "unknown"], (1, False)),
        ("2", ["unknown", "unknown"], None),
        ("2", [], None),
    ],
)
def test_the_number_is_exact_only_where_every_defendant_is_recorded_with_an_outcome(
    make_case: Callable[..., Case], charged: str, outcomes: list[str], found: tuple[int, bool] | None
) -> None:
    defendants = ", ".join(f"{{label: person {n}, outcome: {outcome}}}" for n, outcome in enumerate(outcomes))
    case = make_case(
        f"kind: criminal\ntitle: {{nb: Sak}}\nexploitation: [sexual]\ncharged: {{count: {charged}}}\n"
        "rulings: [{court: Oslo tingrett, instance: tingrett, date: 2020-01-01, outcome: convicted, "
        f"defendants: [{defendants}]}}]\n"
    )
    (shown,) = shown_cases(Register((case,)), Tertial(2021, 3).last_day, "public")
    assert convicted_in(shown) == found
