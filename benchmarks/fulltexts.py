"""Two thousand synthetic full texts: indexing, an edit, and queries with their paragraphs, beside SQLite FTS5.

``python benchmarks/fulltexts.py [--texts 2000] [--words 3000] [--queries 300]``
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from fts5 import Fts5, texts_of
from synthetic import generate
from synthetic_queries import Typed, typed_queries
from timing import milliseconds, percentile

from kom_rulings.files.fulltext import checksum
from kom_rulings.index.found import Wish
from kom_rulings.search_session import SearchSession
from kom_rulings.workspace import Workspace

LIMIT = 10
_WARM_UP = 99


def main() -> None:
    """Print what was reached, and the ratios."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        root = generate(Path(name), options.texts, options.words, options.seed)
        _report(root, options)


def _report(root: Path, options: argparse.Namespace) -> None:
    words = options.texts * options.words
    queries = typed_queries(options.seed, options.queries)
    build = milliseconds(lambda: Workspace(root).refresh_index(rebuild=True).close())
    with Fts5(root / "fts5.sqlite") as other, SearchSession(Workspace(root)) as session:
        other_build = milliseconds(lambda: other.build(texts_of(root)))
        ours = _timed(queries, lambda text: _answered(session, text))
        theirs = _timed(queries, other.search)
    size = sum(path.stat().st_size for path in (root / "index").rglob("*") if path.is_file())
    print(f"{options.texts} texts of {options.words} words, {len(queries)} queries")
    print(
        f"index       {build / 1000:8.1f} s  {words / build * 1000:10,.0f} words/s   {build / other_build:6.1f} x FTS5"
    )
    print(f"index size  {size / 1e6:8.1f} MB")
    for title, percent in (("p50", 50), ("p95", 95), ("max", 100)):
        mine, other_ms = (percentile(_all(times), percent) for times in (ours, theirs))
        print(f"query {title}   {mine:8.1f} ms  FTS5 {other_ms:8.1f} ms   {mine / other_ms:6.1f} x FTS5")
    for kind, times in sorted(ours.items()):
        print(f"  {kind:<22}{statistics.median(times):8.1f} ms  FTS5 {statistics.median(theirs[kind]):8.1f} ms")
    for title, edit in (("same words", _append), ("a new word", _append_new)):
        print(f"edit, {title:<12}{milliseconds(lambda edit=edit: _edited(root, edit)):8.1f} ms to the answer")


def _timed(queries: Sequence[Typed], search: Callable[[str], object]) -> dict[str, list[float]]:
    """The time of every query by its kind, after a hundred others: files are open, and some records at hand."""
    for query in typed_queries(_WARM_UP, 100):
        search(query.text)
    times: dict[str, list[float]] = defaultdict(list)
    for query in queries:
        times[query.kind].append(milliseconds(lambda text=query.text: search(text)))
    return times


def _answered(session: SearchSession, text: str) -> object:
    """Ten answers with their paragraphs, and the facets of the whole list."""
    result = session.search(Wish(text), LIMIT, "nb")
    return result.answers, result.found.facets


def _all(times: dict[str, list[float]]) -> list[float]:
    return [one for some in times.values() for one in some]


def _edited(root: Path, edit: Callable[[str], str]) -> None:
    """Change one full text and search in a workspace that is opened anew, in a process that has searched before."""
    path = next((root / "rulings" / "criminal").glob("*.txt"))
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    body = edit(body)
    lines = [f"sha256: {checksum(body)}" if line.startswith("sha256:") else line for line in head.splitlines()]
    path.write_text("\n".join(lines) + f"\n---\n{body}", encoding="utf-8")
    with SearchSession(Workspace(root)) as session:
        session.search(Wish("dom"), LIMIT, "nb")


def _append(body: str) -> str:
    return f"{body}[9998] dom dom\n"


def _append_new(body: str) -> str:
    return f"{body}[9999] kantarell{time.perf_counter_ns()} kantareller\n"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("texts", 2000), ("words", 3000), ("queries", 300), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args()


if __name__ == "__main__":
    main()
