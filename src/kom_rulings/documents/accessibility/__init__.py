"""Accessibility: the twenty points that every Word file and PDF is checked for before it leaves the house."""

from kom_rulings.documents.accessibility.failures import Failure, Place
from kom_rulings.documents.accessibility.gate import check_docx, require_accessible
from kom_rulings.documents.accessibility.pdf_tags import check_pdf
from kom_rulings.documents.accessibility.points import POINTS

__all__ = ["POINTS", "Failure", "Place", "check_docx", "check_pdf", "require_accessible"]
