"""A ruling as one line of a document: court, date, references with their links, outcome."""

from __future__ import annotations

from collections.abc import Iterator

from kom_rulings.describing import Describer, lowered
from kom_rulings.documents.outline import Run
from kom_rulings.records import Case, EchrCase, EchrRuling, Ruling
from kom_rulings.references import Reference, hudoc_url, lovdata_url
from kom_rulings.wording import N_


def ruling_runs(describe: Describer, case: Case, ruling: Ruling) -> Iterator[Run]:
    """The line: court, date (references): outcome."""
    references = reference_runs(describe, case, ruling)
    yield Run(f"{describe.court(ruling)}, {describe.date(ruling.date)}")
    for n, run in enumerate(references):
        yield Run(", " if n else " (")
        yield run
    yield Run(f"{')' if references else ''}: {lowered(describe.outcome(ruling))}")


def reference_runs(describe: Describer, case: Case, ruling: Ruling) -> list[Run]:
    """The references of a ruling: its own, or the application numbers of the case."""
    own = case.applications if isinstance(case, EchrCase) else ruling.references
    return [_reference(describe, case, ruling, reference) for reference in own]


def _reference(describe: Describer, case: Case, ruling: Ruling, reference: Reference) -> Run:
    """A reference, linked where the rule of its address is sure."""
    if isinstance(ruling, EchrRuling):
        exact = ruling.item or ruling.ecli or reference
        return Run(describe.say(N_("no. {number}"), number=reference), link=hudoc_url(exact))
    return Run(str(reference), link=lovdata_url(reference, criminal=case.kind == "criminal"))
