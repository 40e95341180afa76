"""What every benchmark measures with: times in milliseconds, their median and percentiles, and how many rounds."""

from __future__ import annotations

import math
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent


def rounds(default: int) -> int:
    """How often to measure: the first argument of the command, or the default."""
    return int(sys.argv[1]) if len(sys.argv) > 1 else default


def milliseconds(run: Callable[[], object]) -> float:
    """The time of one run."""
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def median(run: Callable[[], object], rounds: int) -> float:
    """The median time of a run in milliseconds, after one that is not counted."""
    run()
    return statistics.median(milliseconds(run) for _ in range(rounds))


def percentile(times: Sequence[float], percent: float) -> float:
    """The time that so many percent of the runs do not exceed; one that was measured, never one between two."""
    return sorted(times)[max(math.ceil(percent / 100 * len(times)), 1) - 1]
