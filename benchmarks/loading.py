"""Loading and checking the records, beside parsing the same files with a plain YAML loader: ratios, not seconds.

``python benchmarks/loading.py [ROUNDS]``
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from kom_rulings.checks import run_checks
from kom_rulings.files.paths import case_files
from kom_rulings.records.register import load_register
from kom_rulings.records.tables import load_tables

ROOT = Path(__file__).parent.parent
CASES = 150


def grown(folder: Path) -> Path:
    """A workspace of 150 cases: the bundled records, copied under other names."""
    shutil.copytree(ROOT / "rulings", folder / "rulings")
    sources = list(case_files(folder))
    for n in range(CASES - len(sources)):
        source = sources[n % len(sources)]
        shutil.copy(source, source.with_name(f"kopi-{n}-{source.name}"))
    return folder


def median(run: Callable[[], object], rounds: int) -> float:
    """The median time of a run in milliseconds, after one that is not counted."""
    run()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print the medians and their ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as name:
        root = grown(Path(name))
        paths = list(case_files(root))
        tables = load_tables()
        register = load_register(root)[0]
        plain = median(lambda: [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in paths], rounds)
        load = median(lambda: load_register(root), rounds)
        check = median(lambda: run_checks(register, tables), rounds)
    print(f"{len(paths)} cases, median of {rounds} rounds")
    print(f"plain YAML load          {plain:7.1f} ms")
    print(f"load with places, models {load:7.1f} ms   {load / plain:.2f} x the plain load")
    print(f"checks                   {check:7.1f} ms   {check / plain:.2f} x the plain load")


if __name__ == "__main__":
    main()
