"""Checks of meaning, across the fields of a case and across cases; a check finds, it never removes."""

from kom_rulings.checks.catalogue import CHECKS, run_checks

__all__ = ["CHECKS", "run_checks"]
