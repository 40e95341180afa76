"""The search index beside the engine that walks every record: build, refresh after one edit, query, a cold command.

``python benchmarks/searching.py [ROUNDS]``
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from timing import ROOT, median, rounds

from kom_rulings.files.paths import case_files
from kom_rulings.index.found import Wish
from kom_rulings.search_session import SearchSession
from kom_rulings.settings import Settings
from kom_rulings.workspace import Workspace

QUERIES = ("tvangsarbeid", '"sårbar situasjon"', "prostitusjon Nigeria", "Rt. 2013 s. 39", "tigging, tyveri")
IMPORTS = "import click, pydantic, whoosh.index, whoosh.query, yaml"


def edited(root: Path) -> None:
    """Change one record."""
    path = root / "rulings" / "echr" / "rantsev.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"# {time.perf_counter_ns()}\n", encoding="utf-8")


def after_an_edit(root: Path) -> None:
    """Search right after a record was changed, in a workspace that was not open before."""
    edited(root)
    with SearchSession(Workspace(root)) as session:
        session.search(Wish("tvangsarbeid"), 10, "nb")


def all_queries(workspace: Workspace) -> None:
    """Every query once."""
    with SearchSession(workspace) as session:
        for query in QUERIES:
            session.search(Wish(query), 10, "nb")


def cold(*arguments: str) -> None:
    """A command in a process of its own."""
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def main() -> None:
    """Print the medians and their ratios."""
    times = rounds(7)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(ROOT / "rulings", root / "rulings")
        cases = len(list(case_files(root)))
        build = median(lambda: Workspace(root).refresh_index(rebuild=True), times)
        refresh = median(lambda: after_an_edit(root), times)
        indexed = median(lambda: all_queries(Workspace(root)), times) / len(QUERIES)
        walking = median(lambda: all_queries(Workspace(root, Settings(engine="scan"))), times) / len(QUERIES)
        search = median(lambda: cold("-m", "kom_rulings", "search", "tvangsarbeid", "--root", name), times)
        bare = median(lambda: cold("-c", IMPORTS), times)
    print(f"{cases} cases, median of {times} rounds")
    print(f"build the index             {build:7.1f} ms")
    print(f"edit one record and search  {refresh:7.1f} ms   {refresh / build:.2f} x the build")
    print(f"a query, index              {indexed:7.1f} ms   {indexed / walking:.2f} x walking the records")
    print(f"a query, walking            {walking:7.1f} ms")
    print(f"cold search command         {search:7.1f} ms   {search / bare:.2f} x the bare imports")
    print(f"bare imports                {bare:7.1f} ms")


if __name__ == "__main__":
    main()
