"""Rulings as Lovdata shows them, on its free pages and in Lovdata Pro: what a person saved, never fetched."""

from kom_rulings.sources.lovdata.drafting import drafts
from kom_rulings.sources.lovdata.recognition import recognises

__all__ = ["drafts", "recognises"]
