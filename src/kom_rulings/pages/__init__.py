"""Saved pages of any state, read with bounds into headings, paragraphs and tables of text; nothing is ever fetched."""
