"""Checks of texts: summaries missing or not ours to publish, restrictions, and the line that names the schema."""

from __future__ import annotations

from collections.abc import Iterator

from kom_rulings.checks.context import Context
from kom_rulings.problems import Problem
from kom_rulings.records.case import SummaryText
from kom_rulings.records.register import Case
from kom_rulings.records.schema import SCHEMA_LINE


def summary_missing(context: Context) -> Iterator[Problem]:
    """Every case that may be published has a summary in Norwegian, and for partners abroad one in English."""
    for case in context.register.cases:
        if case.restriction is not None:
            continue
        languages = {language for _, language, _ in _summaries(case)}
        if "nb" not in languages:
            yield context.problem("summary-missing", case, "rulings")
        elif "en" not in languages:
            yield context.problem("translation-missing", case, "rulings")


def permission_missing(context: Context) -> Iterator[Problem]:
    """A summary that another wrote is published by their leave only."""
    for case in context.register.cases:
        for n, language, summary in _summaries(case):
            if summary.author in ("Lovdata", "court") and summary.permission is None:
                path = ("rulings", n, "summary", language)
                yield context.problem("permission-missing", case, *path, author=summary.author)


def restricted_but_public(context: Context) -> Iterator[Problem]:
    """Where reproduction is restricted (domstolloven § 130), nothing is published but the count."""
    for case in context.register.cases:
        if case.restriction is not None and case.visibility == "public":
            yield context.problem("restricted-but-public", case, "visibility")


def draft_not_counted(context: Context) -> Iterator[Problem]:
    """A draft is in no number and no search until somebody has looked at it."""
    for case in context.register.cases:
        if case.draft:
            yield context.problem("draft-not-counted", case, "draft")


def schema_not_named(context: Context) -> Iterator[Problem]:
    """The first line names the schema, so that an editor completes and checks the fields."""
    for case in context.register.cases:
        if context.register.files[case.id].first_line != SCHEMA_LINE:
            yield context.problem("schema-not-named", case, line=SCHEMA_LINE)


def _summaries(case: Case) -> Iterator[tuple[int, str, SummaryText]]:
    for n, ruling in enumerate(case.rulings):
        for language, text in (("nb", ruling.summary.nb), ("en", ruling.summary.en)):
            if text is not None:
                yield n, language, text
