"""How lawyers cite: one canonical form for every spelling, and the addresses that follow from it."""

from kom_rulings.references.citations import Citation, find_citations
from kom_rulings.references.forms import Kind
from kom_rulings.references.links import hudoc_url, lovdata_url
from kom_rulings.references.malformed import Malformed, find_malformed
from kom_rulings.references.reference import NotAReference, Reference, find_references

__all__ = [
    "Citation",
    "Kind",
    "Malformed",
    "NotAReference",
    "Reference",
    "find_citations",
    "find_malformed",
    "find_references",
    "hudoc_url",
    "lovdata_url",
]
