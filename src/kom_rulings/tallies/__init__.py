"""What is counted for the overview, with the cases behind each number, and held against published figures."""

from kom_rulings.tallies.tally import Tally, tally

__all__ = ["Tally", "tally"]
