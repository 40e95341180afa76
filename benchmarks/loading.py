"""Loading and checking the records, beside parsing the same files with a plain YAML loader: ratios, not seconds.

``python benchmarks/loading.py [ROUNDS]``
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import yaml
from timing import ROOT, median, rounds

from kom_rulings.checks import run_checks
from kom_rulings.files.paths import case_files
from kom_rulings.records.register import load_register
from kom_rulings.records.tables import load_tables

CASES = 150


def grown(folder: Path) -> Path:
    """A workspace of 150 cases: the bundled records, copied under other names."""
    shutil.copytree(ROOT / "rulings", folder / "rulings")
    sources = list(case_files(folder))
    for n in range(CASES - len(sources)):
        source = sources[n % len(sources)]
        shutil.copy(source, source.with_name(f"kopi-{n}-{source.name}"))
    return folder


def main() -> None:
    """Print the medians and their ratios."""
    times = rounds(15)
    with tempfile.TemporaryDirectory() as name:
        root = grown(Path(name))
        paths = list(case_files(root))
        tables = load_tables()
        register = load_register(root)[0]
        plain = median(lambda: [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in paths], times)
        load = median(lambda: load_register(root), times)
        check = median(lambda: run_checks(register, tables), times)
    print(f"{len(paths)} cases, median of {times} rounds")
    print(f"plain YAML load          {plain:7.1f} ms")
    print(f"load with places, models {load:7.1f} ms   {load / plain:.2f} x the plain load")
    print(f"checks                   {check:7.1f} ms   {check / plain:.2f} x the plain load")


if __name__ == "__main__":
    main()
