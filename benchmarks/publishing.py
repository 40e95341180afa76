"""Rendering the overview for more and more cases: the time per case must stay level.

``python benchmarks/publishing.py [ROUNDS]``
"""

from __future__ import annotations

from functools import partial

from timing import ROOT, median, rounds

from kom_rulings.dates import Tertial
from kom_rulings.documents.word import render
from kom_rulings.overview.edition import Sources, edition
from kom_rulings.overview.prose import read_prose
from kom_rulings.records import Register
from kom_rulings.records.register import load_register
from kom_rulings.records.tables import load_tables
from kom_rulings.tallies import tally

TERTIAL = Tertial(2024, 3)
SIZES = (57, 150, 600, 2400)


def grown(register: Register, size: int) -> Register:
    """The bundled cases, repeated under other ids up to a size."""
    cases = [
        case.model_copy(update={"id": f"{case.id}-{n}"})
        for n in range(size // len(register.cases) + 1)
        for case in register.cases
    ]
    return Register(tuple(cases[:size]))


def rendered(register: Register) -> None:
    """Count, outline and render."""
    counted = tally(register, TERTIAL.last_day)
    sources = Sources(register, load_tables(), read_prose(ROOT, "nb")[0], counted, ())
    render(edition(sources, TERTIAL, "nb", "public"))


def main() -> None:
    """Print the times, and each size beside the smallest, per case."""
    times = rounds(3)
    bundled = load_register(ROOT)[0]
    first = 0.0
    for size in SIZES:
        total = median(partial(rendered, grown(bundled, size)), times)
        each = total / size
        first = first or each
        print(f"{size:5} cases  {total / 1000:6.2f} s  {each:5.2f} ms a case  {each / first:.2f} x the smallest")


if __name__ == "__main__":
    main()
