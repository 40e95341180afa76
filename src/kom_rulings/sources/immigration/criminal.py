"""Drafts of criminal cases from collections of immigration law: what identifies them, without their outcome."""

from __future__ import annotations

from typing import Final

from kom_rulings.sources.draft import Draft
from kom_rulings.sources.immigration.shared_facts import (
    SUMMARY_LEFT,
    Identity,
    cites_of,
    exploitation_of,
    keywords_of,
    provisions_of,
    ruling_fields,
    text_of,
)
from kom_rulings.sources.immigration.taken_apart import TakenApart
from kom_rulings.wording import N_

_CRIMINAL: Final = N_("The ruling is of a criminal case; outcome and sentence were not read from this page.")


def criminal_draft(page: TakenApart, identity: Identity) -> Draft:
    """The draft of a criminal ruling."""
    reference = str(identity.reference or "")
    texts, left_out = text_of(page, identity.instance)
    return Draft(
        source=identity.source,
        kind="criminal",
        title=page.heading or reference,
        references=(reference,) if reference else (),
        fields=(
            *exploitation_of(page),
            *keywords_of(page),
            *ruling_fields(identity),
            *provisions_of(page, identity.date),
            *cites_of(page, identity.reference),
        ),
        texts=texts,
        text_reference=reference,
        left_over=tuple(one.said for one in page.labels.all("case_number", "document_type", "court", "other")),
        remarks=(_CRIMINAL, *((SUMMARY_LEFT,) if left_out else ())),
    )
