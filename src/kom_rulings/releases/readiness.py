"""What a release would be, before anything is made: what stands in the way, and what its publisher should know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kom_rulings.leak_check import LeakFound, check_files
from kom_rulings.problems import Problem, Severity
from kom_rulings.records import Ruling
from kom_rulings.releases.gathering import Content, gathered
from kom_rulings.releases.making import planned
from kom_rulings.releases.manifest import MANIFEST
from kom_rulings.releases.publishing import finished, guard_of
from kom_rulings.releases.release import Means, Release
from kom_rulings.releases.remarks import Remark
from kom_rulings.wording import N_, Language
from kom_rulings.workspace import Workspace


@dataclass(frozen=True)
class Readiness:
    """The errors and leaks that must be mended first, the remarks, and the files that would be written."""

    errors: tuple[Problem, ...]
    remarks: tuple[Remark, ...]
    files: tuple[str, ...]
    leaks: tuple[LeakFound, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.errors and not self.leaks and not any(remark.fault for remark in self.remarks)


def readiness(workspace: Workspace, release: Release, means: Means, *, force: bool = False) -> Readiness:
    """Look at a release without writing it. Its files are made and looked at, all but what LibreOffice makes of them.

    Raises ``NotAccessible`` and ``TemplateUnusable`` as publishing does.
    """
    content, errors = gathered(workspace, release)
    remarks = [*_in_the_way(release.folder(workspace.root), force=force), *_to_know(workspace, content, means)]
    files = [one.name for one in planned(content, means)] if not errors else []
    leaks = _leaks(workspace, content, means) if not errors else []
    return Readiness(tuple(errors), tuple(remarks), (*files, *([MANIFEST] if files else [])), tuple(leaks))


def _leaks(workspace: Workspace, content: Content, means: Means) -> list[LeakFound]:
    """What the leak check finds; the PDF holds the same texts as the Word file."""
    files = finished(content, Means(means.template), lambda *_: None)
    return check_files(files, guard_of(workspace, content), content.release.folder(workspace.root).name)


def _in_the_way(folder: Path, *, force: bool) -> Iterator[Remark]:
    if folder.exists() and not force:
        yield Remark("", N_("The release {folder} exists and is not overwritten."), params={"folder": folder})


def _to_know(workspace: Workspace, content: Content, means: Means) -> Iterator[Remark]:
    warnings = sum(problem.severity is Severity.WARNING for problem in workspace.problems_of_approved)
    if warnings:
        yield _told(N_("Warnings in the records, which “check” lists: {count}."), count=warnings)
    hidden = len(content.register.cases) - len(content.shown)
    if hidden:
        yield _told(N_("Cases that this edition does not show, for its date or its audience: {count}."), count=hidden)
    for language in content.release.languages:
        if lacking := [str(one.case.id) for one in content.shown if not _has_summary(one.rulings, language)]:
            yield _told(N_("Without a summary in “{language}”: {cases}."), language=language, cases=", ".join(lacking))
    if drafts := sorted(workspace.register.draft_files):
        yield _told(N_("Drafts, which are in no number and no list: {files}."), files=", ".join(drafts))
    if content.previous is None:
        yield _told(N_("The edition before is not on record: what was added late or corrected cannot be told."))
    if means.office is None:
        yield _told(N_("No PDF is made: LibreOffice is not found or not wanted."))


def _has_summary(rulings: tuple[Ruling, ...], language: Language) -> bool:
    return any(getattr(ruling.summary, language) for ruling in rulings)


def _told(message: str, **params: object) -> Remark:
    return Remark("", message, fault=False, params=params)
