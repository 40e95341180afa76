"""Judgments and decisions of the Court in Strasbourg, saved from HUDOC in English or French, read into drafts."""

from kom_rulings.sources.hudoc.drafting import drafts
from kom_rulings.sources.hudoc.telling import recognises

__all__ = ["drafts", "recognises"]
