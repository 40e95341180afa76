"""The last look before files leave the house: nothing about victims, nothing of cases that are not for the audience."""

from kom_rulings.leak_check.checking import check_files, require_no_leaks
from kom_rulings.leak_check.guard import Guard
from kom_rulings.leak_check.leak import LeakFound

__all__ = ["Guard", "LeakFound", "check_files", "require_no_leaks"]
