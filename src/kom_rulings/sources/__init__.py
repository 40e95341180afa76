"""Saved pages of HUDOC, Lovdata, UNE, udiregelverk.no and KOM's own overview, read into drafts of records."""
