"""Records written by hand: names that are taken, files that cannot be taken apart, cases that say different things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kom_rulings.errors.fault import KomRulingsError, UsageFault
from kom_rulings.wording import N_


class NotACaseId(UsageFault):
    """``name`` cannot be the file name of a case."""

    message = N_("“{name}” cannot be a case id.")
    hint = N_("Use lower-case letters a–z, digits and hyphens only, for example lime-saken.")


class CaseExists(UsageFault):
    """There is a case ``name`` already, in ``file``."""

    message = N_("There is a case “{name}” already: {file}. Nothing was written.")
    hint = N_("Choose another id, or work on that case with “kom-rulings edit”.")


class FolderNotEmpty(UsageFault):
    """A new workspace is made in an empty folder only."""

    message = N_("{folder} is not empty. Nothing was written.")
    hint = N_("Name a folder that does not exist, or one that is empty.")


class RulingsNotThere(UsageFault):
    """``numbers`` does not pick some, but not all, of the ``count`` rulings of a case."""

    message = N_("“{numbers}” does not pick rulings that can be moved. Rulings in the case: {count}.")
    hint = N_("Write the numbers of the rulings from 1 on, with commas: 3,4. At least one must stay where it is.")


class NotOtherCase(UsageFault):
    """A case is merged with itself, or with one of another kind."""

    message = N_("{case} and {into} cannot be merged: they must be two cases of one kind.")
    hint = N_("Name two different cases, both criminal, both immigration, or both before the Court in Strasbourg.")


class NotATake(UsageFault):
    """What was given to ``--take`` names no field that differs, or no side."""

    message = N_("“{text}” does not tell what to take.")
    hint = N_("Write INTO or CASE for every field, or FIELD=INTO, FIELD=CASE for one. Fields that differ: {fields}.")


class Difference(Protocol):
    """A field of which two cases say different things, as the edge shows it."""

    @property
    def field(self) -> str:
        """The field, as people read it."""

    @property
    def into(self) -> str:
        """What the case says that the other is merged into."""

    @property
    def case(self) -> str:
        """What the other says."""


class FieldsDiffer(KomRulingsError):
    """Two cases that are merged say different things, and nobody has told which holds."""

    exit_code = 1
    message = N_("The cases were not merged: they say different things of {count} fields.")
    hint = N_("Tell which holds with --take FIELD=INTO or --take FIELD=CASE, or --take INTO for all that is left.")

    def __init__(self, differences: Sequence[Difference]) -> None:
        self.differences = differences
        super().__init__(count=len(differences))


class CaseUnsound(KomRulingsError):
    """The file of a case has a defect, so that it cannot be taken apart."""

    exit_code = 1
    message = N_("{file} has an error on line {line}, so nothing was changed.")
    hint = N_("Run “kom-rulings edit” to mend it; “kom-rulings check” tells how.")


class LayoutOdd(KomRulingsError):
    """A file is sound, but laid out in a way that could not be put together again without a loss."""

    exit_code = 1
    message = N_("{file} is laid out in a way that cannot be changed without a loss, so it was left as it is.")
    hint = N_("Write it as the other records are: no “?”, no “...”, no braces around it all, ordinary line ends.")


class TextsDiffer(KomRulingsError):
    """A full text cannot move to a name that another text has."""

    exit_code = 1
    message = N_("{file} cannot be moved: {other} is there already and holds another text. Nothing was changed.")
    hint = N_("See which of the two is right, and take the other away.")


class EditorFailed(KomRulingsError):
    """The text editor is not there, or ended with an error."""

    message = N_("The text editor {editor} could not be used: {reason}. The record is as it was.")
    hint = N_('Name one that waits until the file is closed, for example EDITOR=notepad or EDITOR="code --wait".')


class EditedMeanwhile(KomRulingsError):
    """Somebody else changed the record while it was open; what was written lies in ``mine``."""

    message = N_("{file} was changed by someone else while it was open. What you wrote is kept in {mine}.")
    hint = N_(
        "Move {mine} elsewhere, carry your changes over into the record with “kom-rulings edit”, and delete it then."
    )


class ActUnfinished(KomRulingsError):
    """A renaming, splitting or merging was interrupted, and a file of it was changed since."""

    message = N_("“{act}” was interrupted earlier and cannot be finished: {file} was changed since.")
    hint = N_("See that each case stands once with all its rulings, and delete {journal} then.")
