"""All that a release is made of, counted once and shared by its files, and the errors that stand in its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kom_rulings.changes import Changes, Ledger, changes
from kom_rulings.changes.editions import read_ledger
from kom_rulings.documents.outline import Outline
from kom_rulings.overview.edition import Sources, edition
from kom_rulings.overview.prose import Prose, read_prose
from kom_rulings.problems import Problem, errors_in
from kom_rulings.records import Register
from kom_rulings.records.tables import Tables
from kom_rulings.releases.release import Release
from kom_rulings.standing import Shown, shown_cases
from kom_rulings.tallies import Tally, tally
from kom_rulings.tallies.published import Comparison, compare, read_figures
from kom_rulings.wording import LANGUAGES, Language
from kom_rulings.workspace import Workspace


@dataclass(frozen=True)
class Content:
    """What is told in every file of the release."""

    release: Release
    register: Register
    tables: Tables
    prose: Mapping[Language, Prose]
    comparisons: tuple[Comparison, ...]
    previous: Ledger | None

    @cached_property
    def tally(self) -> Tally:
        """The numbers on the last day of the tertial."""
        return tally(self.register, self.release.tertial.last_day)

    @cached_property
    def shown(self) -> list[Shown]:
        """The cases that the audience sees."""
        return shown_cases(self.register, self.release.tertial.last_day, self.release.audience)

    @cached_property
    def changes(self) -> Changes:
        """What is new since the edition before."""
        return changes(self.register, self.release.tertial, self.previous)

    def overview(self, language: Language) -> Outline:
        """The overview in a language."""
        sources = Sources(self.register, self.tables, self.prose[language], self.tally, self.comparisons, self.changes)
        return edition(sources, self.release.tertial, language, self.release.audience)


def gathered(workspace: Workspace, release: Release) -> tuple[Content, list[Problem]]:
    """The content of the release, and the errors that stand in its way."""
    root = workspace.root
    prose = {language: read_prose(root, language) for language in release.languages}
    previous, ledger_problems = read_ledger(root, release.tertial.previous)
    content = Content(
        release=release,
        register=workspace.register,
        tables=workspace.tables,
        prose={language: read for language, (read, _) in prose.items()},
        comparisons=tuple(compare(read_figures(root)[0], workspace.register)),
        previous=previous,
    )
    others = {f"overview/{language}.md" for language in LANGUAGES if language not in release.languages}
    found = [problem for problem in workspace.problems_of_approved if problem.place.file not in others]
    needed = [*ledger_problems, *(problem for _, problems in prose.values() for problem in problems)]
    return content, errors_in([*found, *(problem for problem in needed if problem not in found)])
