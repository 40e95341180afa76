"""The judged queries: how much is found of what must be found, and how high it stands, by group and overall.

``python benchmarks/relevance.py [--lemmas simplemma|snowball|both|none] [--show] [--floor RECALL MRR NDCG]``

Recall is the share of the cases that must be found; MRR the mean of one over the rank of the first case that is wanted
on top; nDCG@10 counts 2 for a case wanted on top and 1 for any other that must be found. With ``--floor`` the exit code
is 1 where a figure lies below it, or where a strict hit is one that must not come.
"""

from __future__ import annotations

import argparse
import math
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from timing import ROOT
from word_forms import WAYS

from kom_rulings.index.found import Wish
from kom_rulings.search_session import SearchSession
from kom_rulings.workspace import Workspace

QUERIES = ROOT / "tests" / "relevance" / "queries.yaml"
CUT = 10


@dataclass(frozen=True)
class Judged:
    """One query with what it must find, what is wanted on top, and what must not come; then what it found."""

    query: str
    group: str
    find: frozenset[str]
    top: frozenset[str]
    never: frozenset[str]
    strict: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()

    @property
    def ranking(self) -> tuple[str, ...]:
        return self.strict + self.partial

    @property
    def recall(self) -> float:
        return len(self.find & set(self.ranking)) / len(self.find)

    @property
    def reciprocal_rank(self) -> float:
        return next((1 / n for n, case in enumerate(self.ranking, start=1) if case in self.top), 0.0)

    @property
    def ndcg(self) -> float:
        best = sorted((self._gain(case) for case in self.find), reverse=True)
        return _discounted(map(self._gain, self.ranking[:CUT])) / _discounted(best[:CUT])

    @property
    def wrong(self) -> frozenset[str]:
        return self.never & set(self.strict)

    def _gain(self, case: str) -> int:
        return 2 if case in self.top else 1 if case in self.find else 0


def judged() -> list[Judged]:
    """The queries with their judgments."""
    rows = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return [
        Judged(row["query"], row["group"], *(frozenset(row.get(key, ())) for key in ("find", "top", "not")))
        for row in rows
    ]


def searched(queries: Sequence[Judged], lemmas: str = "simplemma") -> list[Judged]:
    """Search for all of them in an index of the bundled records."""
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(ROOT / "rulings", Path(name) / "rulings")
        workspace = Workspace(Path(name))
        replace(workspace.index_folder, ways=WAYS[lemmas]).refresh().close()
        with SearchSession(workspace) as session:
            return [_searched(session, one) for one in queries]


def _searched(session: SearchSession, one: Judged) -> Judged:
    found = session.searcher.search(Wish(one.query))
    hits = (tuple(hit.case for hit in some) for some in (found.strict, found.partial))
    return Judged(one.query, one.group, one.find, one.top, one.never, *hits)


def figures(results: Sequence[Judged]) -> tuple[float, float, float]:
    """Recall, MRR and nDCG@10."""
    return (
        statistics.mean(one.recall for one in results),
        statistics.mean(one.reciprocal_rank for one in results),
        statistics.mean(one.ndcg for one in results),
    )


def main() -> int:
    """Print the figures; see the head of this file."""
    options = _options()
    results = searched(judged(), options.lemmas)
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in results:
        groups[one.group].append(one)
    print(f"{'group':<14}{'queries':>8}{'recall':>8}{'MRR':>8}{'nDCG@10':>9}{'wrong':>7}")
    for name, some in [*sorted(groups.items()), ("all", results)]:
        numbers = "".join(f"{one:>8.3f}" for one in figures(some))
        print(f"{name:<14}{len(some):>8}{numbers} {sum(len(one.wrong) for one in some):>7}")
    if options.show:
        _show(results)
    return _judge(results, options.floor)


def _judge(results: Sequence[Judged], floor: Sequence[float] | None) -> int:
    wrong = any(one.wrong for one in results)
    return int(
        floor is not None and (wrong or any(have < want for have, want in zip(figures(results), floor, strict=True)))
    )


def _show(results: Sequence[Judged]) -> None:
    """Every query that does not find all, has nothing wanted on top, or finds what must not come."""
    for one in results:
        if one.recall < 1 or one.reciprocal_rank < 1 or one.wrong:
            print(f"\n{one.group}: {one.query}   recall {one.recall:.2f}, rank {one.reciprocal_rank:.2f}")
            print(f"  lacks {sorted(one.find - set(one.ranking))}, wrong {sorted(one.wrong)}")
            print(f"  wanted {sorted(one.top)}, got {one.strict[:4]} then {one.partial[:4]}")


def _discounted(gains: Iterable[int]) -> float:
    return sum(gain / math.log2(n + 1) for n, gain in enumerate(gains, start=1))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lemmas", choices=WAYS, default="simplemma")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--floor", nargs=3, type=float, metavar=("RECALL", "MRR", "NDCG"))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
