"""Records, files and the index: what a command found in its way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kom_rulings.errors.fault import KomRulingsError
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from kom_rulings.problems import Problem


class RecordsNotSound(KomRulingsError):
    """Findings of severity error forbid the act."""

    exit_code = 1
    message = N_("Nothing was published. Errors that must be mended first: {count}.")
    hint = N_("Mend them in the files named, and publish again.")

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__(count=len(problems))


class CaseBroken(KomRulingsError):
    """The case is there, but its file has a defect and cannot be shown."""

    exit_code = 1
    message = N_("The case “{name}” cannot be shown: {file} has an error on line {line}.")
    hint = N_("Run “kom-rulings check” to see what is wrong and how to mend it.")


class DataTableBroken(KomRulingsError):
    """A data table (courts, provisions, countries) has rows that cannot be used; ``problems`` tells which."""

    message = N_("The data table {file} cannot be used, line {line}: {reason}")
    hint = N_("Mend the row, or take it out.")

    def __init__(self, file: Path, problems: Sequence[Problem]) -> None:
        self.problems = problems
        first = problems[0]
        reason = f"{first.place.field}: {first.message('en')}" if first.place.field else first.message("en")
        super().__init__(file=file, line=first.place.line, reason=reason)


class FieldNotThere(KomRulingsError):
    """A change was asked for at a field that is not in the file."""

    message = N_("There is no field {field} in {file}; nothing was written.")
    hint = N_("Look at the file, and name a field that it has.")


class FileChanged(KomRulingsError):
    """The file on disk is not the one that was read, so it is not overwritten."""

    message = N_("{file} has been changed by someone else since it was read; nothing was written.")
    hint = N_("Read it again and repeat the change.")


class CannotRead(KomRulingsError):
    """The system refuses to hand out ``file``."""

    message = N_("Cannot read {file}: {reason}")
    hint = N_("See that the file exists and that you have the right to read it.")


class CannotWrite(KomRulingsError):
    """The system refuses to store ``file``; what stood there before still stands."""

    message = N_("Cannot write {file}: {reason}")
    hint = N_("See that the disk has room and that you have the right to write there. Nothing was changed.")


class TableDoesNotSum(KomRulingsError):
    """A table's cells differ from its total: never shown, never printed."""

    message = N_("The table “{table}” does not sum: the cells give {cells}, the total is {total}.")
    hint = N_("This is a defect of the program. Report it with the records as they are.")


class IndexBusy(KomRulingsError):
    """Another process has held the index for writing longer than we wait."""

    message = N_("Another process is writing the search index in {folder}; gave up after {seconds} seconds.")
    hint = N_("Try again when it has finished. The old index is untouched.")


class IndexUnusable(KomRulingsError):
    """The index folder was not written by this user or cannot be read."""

    message = N_("The search index in {folder} is not used: {reason}")
    hint = N_("Delete the contents of the folder; the index is built anew from the records.")
