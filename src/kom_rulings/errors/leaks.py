"""Files that may not leave, and findings of the privacy check that cannot be accepted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from kom_rulings.errors.fault import KomRulingsError, UsageFault
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from kom_rulings.problems import Place
    from kom_rulings.wording import Language


class Where(Protocol):
    """Where in a file something stands."""

    def said(self, language: Language) -> str:
        """The spot in the reader's language."""


class Leak(Protocol):
    """What was found in a file that may not leave, as the edge needs it."""

    @property
    def file(self) -> str:
        """The name of the file."""

    @property
    def spot(self) -> Where:
        """Where in the file it stands."""

    @property
    def source(self) -> Place | None:
        """Where in the records the same words stand."""

    def message(self, language: Language) -> str:
        """What is wrong, in one sentence."""

    def hint(self, language: Language) -> str:
        """How it is mended."""

    def as_json(self) -> dict[str, object]:
        """The leak as plain data."""


class LeaksFound(KomRulingsError):
    """Something in the files may tell who somebody is, or of a case that the audience may not see."""

    exit_code = 1
    message = N_("Nothing was written: the leak check found {count} places that must be looked at first.")
    hint = N_("Change the records, or accept a finding with its reason: kom-rulings accept CASE MARK --reason TEXT.")

    def __init__(self, leaks: Sequence[Leak]) -> None:
        self.leaks = leaks
        super().__init__(count=len(leaks))


class ReasonMissing(UsageFault):
    """A finding was accepted without a word on why."""

    message = N_("A finding is accepted with a reason.")
    hint = N_('Write why it may stand: --reason "…".')


class MarkNotKnown(UsageFault):
    """No finding of the case has this mark."""

    message = N_("The case {case} has no finding with the mark {mark}.")
    hint = N_("Its marks are: {known}. “kom-rulings check --privacy” tells what they stand for.")


class AcceptedAlready(UsageFault):
    """The finding was accepted before."""

    message = N_("The finding with the mark {mark} is accepted in {case} already.")
    hint = N_("Change its reason in the record if you must.")
