"""Judgments made up for tests, and what is asked of their drafts."""

from __future__ import annotations

from kom_rulings.pages.page import Block, SavedPage
from kom_rulings.records.echr import Finding
from kom_rulings.sources.draft import Draft, Value


def page_from(*texts: str, title: str = "") -> SavedPage:
    return SavedPage("page.html", "0" * 64, "html", tuple(Block(text) for text in texts), title=title)


def fields_of(draft: Draft) -> dict[str, Value]:
    return {".".join(map(str, one.path)): one.value for one in draft.fields}


def judgment(*operative: str, state: str = "Norway") -> SavedPage:
    """A judgment with these sentences in its operative part."""
    return page_from(
        f"CASE OF X.Y. v. {state.upper()}",
        "(Application no. 99991/99)",
        "JUDGMENT",
        f"In the case of X.Y. v. {state},",
        "Delivers the following judgment, which was adopted on that date:",
        "1. The applicant picked berries.",
        "FOR THESE REASONS, THE COURT, UNANIMOUSLY,",
        *(f"{n}. {sentence}" for n, sentence in enumerate(operative, 1)),
        "Done in English, and notified in writing on 7 January 2014.",
    )


def as_records(values: list[dict[str, Value]]) -> list[Finding]:
    return [Finding.model_validate(_frozen(value)) for value in values]


def _frozen(value: object) -> object:
    if isinstance(value, dict):
        return {name: _frozen(one) for name, one in value.items()}
    return tuple(value) if isinstance(value, list) else value
