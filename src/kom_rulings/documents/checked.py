"""A Word document that has passed the gate: what every command writes."""

from __future__ import annotations

from pathlib import Path

from kom_rulings.documents.accessibility import require_accessible
from kom_rulings.documents.outline import Outline
from kom_rulings.documents.word import TEMPLATE, render


def checked_docx(outline: Outline, template: Path = TEMPLATE) -> bytes:
    """The document; raises ``NotAccessible`` where it fails a point, ``TemplateUnusable`` for the template."""
    document = render(outline, template)
    require_accessible(document)
    return document
