"""An outline as a Word document; the only folder that knows docx."""

from kom_rulings.documents.word.template import REQUIRED_STYLES, TEMPLATE
from kom_rulings.documents.word.writer import render

__all__ = ["REQUIRED_STYLES", "TEMPLATE", "render"]
