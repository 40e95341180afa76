"""KOM's own earlier overviews, written by hand in Word or by this program, read into a draft for each case."""

from kom_rulings.sources.overview.drafting import drafts
from kom_rulings.sources.overview.whole_document import recognises

__all__ = ["drafts", "recognises"]
