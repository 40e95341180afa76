"""Decisions in immigration cases: what the words of a page say of permit, nationality, outcome and the rest."""
