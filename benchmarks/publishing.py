"""The overview for more and more cases: the time and the memory that a case takes must stay level.

``python benchmarks/publishing.py [ROUNDS]``
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import median

from timing import ROOT, rounds

from kom_rulings.changes import changes
from kom_rulings.dates import Tertial
from kom_rulings.documents import html
from kom_rulings.documents.accessibility import check_docx
from kom_rulings.documents.word import render
from kom_rulings.overview.edition import Sources, edition
from kom_rulings.overview.prose import read_prose
from kom_rulings.records import Register
from kom_rulings.records.register import load_register
from kom_rulings.records.tables import load_tables
from kom_rulings.tallies import tally

TERTIAL = Tertial(2024, 3)
SIZES = (57, 150, 600, 1250, 2500, 5000)
STEPS = ("outline", "word", "gate", "html")


def grown(size: int) -> Register:
    """The bundled cases, repeated under other ids up to a size."""
    bundled = load_register(ROOT)[0].cases
    cases = [
        case.model_copy(update={"id": f"{case.id}-{n}"}) for n in range(size // len(bundled) + 1) for case in bundled
    ]
    return Register(tuple(cases[:size]))


def measured(size: int) -> tuple[dict[str, float], float, float]:
    """Seconds of each step, megabytes of the document, and the most memory that this process has used so far."""
    register, tables, prose = grown(size), load_tables(), read_prose(ROOT, "nb")[0]
    took: dict[str, float] = {}

    def timed(step: str, act: Callable[[], object]) -> object:
        started = time.perf_counter()
        result = act()
        took[step] = time.perf_counter() - started
        return result

    def outlined() -> object:
        news = changes(register, TERTIAL, None)
        counted = tally(register, TERTIAL.last_day)
        return edition(Sources(register, tables, prose, counted, (), news), TERTIAL, "nb", "public")

    outline = timed("outline", outlined)
    document = timed("word", lambda: render(outline))
    timed("gate", lambda: check_docx(document))
    timed("html", lambda: html.page(outline))
    return took, len(document) / 1e6, _peak()


def _peak() -> float:
    """Megabytes, where the system tells."""
    if sys.platform == "win32":
        return float("nan")
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the times of each size, each in a process of its own, and a case beside one of the smallest size of 150."""
    times = rounds(3)
    print("cases   " + "".join(f"{step:>9}" for step in STEPS) + "    all  ms/case   ratio   docx    peak memory")
    base = 0.0
    for size in SIZES:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            runs = [process.submit(measured, size).result() for _ in range(times)]
        took = {step: median(run[0][step] for run in runs) for step in STEPS}
        total = sum(took.values())
        each = 1000 * total / size
        base = each if size == 150 else base
        ratio = f"{each / base:5.2f} x" if base else "      –"
        steps = "".join(f"{took[step]:7.2f} s" for step in STEPS)
        print(f"{size:5}   {steps} {total:5.2f} s  {each:6.2f}  {ratio}  {runs[-1][1]:4.1f} MB  {runs[-1][2]:6.0f} MB")


if __name__ == "__main__":
    main()
