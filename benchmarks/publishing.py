"""Rendering the overview for more and more cases: the time per case must stay level.

``python benchmarks/publishing.py [ROUNDS]``
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from kom_rulings.dates import Tertial
from kom_rulings.overview.edition import Sources, edition
from kom_rulings.overview.prose import read_prose
from kom_rulings.overview.word import render
from kom_rulings.records import Register
from kom_rulings.records.register import load_register
from kom_rulings.records.tables import load_tables
from kom_rulings.tallies import tally

ROOT = Path(__file__).parent.parent
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


def rendered(register: Register) -> float:
    """Seconds to count, outline and render."""
    start = time.perf_counter()
    counted = tally(register, TERTIAL.last_day)
    sources = Sources(register, load_tables(), read_prose(ROOT, "nb")[0], counted, ())
    render(edition(sources, TERTIAL, "nb", "public"))
    return time.perf_counter() - start


def main() -> None:
    """Print the times, and each size beside the smallest, per case."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    bundled = load_register(ROOT)[0]
    rendered(bundled)
    first = 0.0
    for size in SIZES:
        seconds = statistics.median(rendered(grown(bundled, size)) for _ in range(rounds))
        each = 1000 * seconds / size
        first = first or each
        print(f"{size:5} cases  {seconds:6.2f} s  {each:5.2f} ms a case  {each / first:.2f} x the smallest")


if __name__ == "__main__":
    main()
