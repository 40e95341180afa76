"""Faults of a call, as one tree of exceptions; the edge maps each class to an exit code.

::

    KomRulingsError                 exit 3, failed
    ├── UsageFault                  exit 2, wrong use
    │   ├── WorkspaceNotFound       no folder upward holds rulings/
    │   ├── NoRecords               rulings/ holds no case file
    │   ├── SettingsNotRead         kom-rulings.toml cannot be used
    │   ├── CaseNotFound            a name that is no case and no reference
    │   ├── NotADate                a day, month or year was expected
    │   ├── NotATertial             YEAR-1, YEAR-2 or YEAR-3 was expected
    │   ├── TertialNotEnded         an overview of days that are still to come
    │   ├── NotPlainText            a file that is no text in UTF-8
    │   ├── TextTooLarge            a text beyond what is read
    │   ├── EndingNotKnown          a file whose ending tells no form that we write
    │   ├── FileExists              a file of that name is there, and may be someone's work
    │   ├── ManifestNotRead         a folder that is no release
    │   ├── OfficeNotFound          page numbers were asked for, and LibreOffice is not found
    │   ├── UnknownField            no column of an export has this name
    │   ├── FieldsNotUsed           columns were picked for a form that has none
    │   └── ReleaseExists           a published release is never overwritten
    ├── RecordsNotSound             exit 1, findings of severity error stand in the way
    ├── NotAccessible               exit 1, a document fails the points of accessibility
    ├── CaseBroken                  exit 1, the file of the case has a defect
    ├── DataTableBroken             a table shipped with the program or the workspace is unsound
    ├── FieldNotThere               a change at a field that is not in the file
    ├── FileChanged                 the file is not the one that was read
    ├── CannotRead                  the system refused to hand out a file
    ├── CannotWrite                 the system refused to store a file (full, read-only, locked)
    ├── TableDoesNotSum             a table's cells differ from its total
    ├── PdfNotMade                  LibreOffice made no PDF
    ├── DocumentNotRead             a Word file or PDF that cannot be taken apart
    ├── TemplateUnusable            the Word template is missing, or is no Word file that can be used
    │   └── TemplateLacksStyles     the Word template has not all the styles
    ├── IndexBusy                   another process holds the index for writing
    └── IndexUnusable               the index folder is not ours or cannot be read

Defects in the records are not exceptions but values: see ``problems``. A message is kept in English with its
parameters apart, so that the edge can say it in the reader's language.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from kom_rulings.wording import N_

if TYPE_CHECKING:
    from pathlib import Path

    from kom_rulings.problems import Problem
    from kom_rulings.wording import Language


class Told(Protocol):
    """A failure of a document as the edge needs it."""

    @property
    def point(self) -> int:
        """The number of the point that fails."""

    def message(self, language: Language) -> str:
        """What is wrong, where, and how it is mended."""


class KomRulingsError(Exception):
    """A call that failed. ``message`` and ``hint`` are English catalogue keys, ``params`` fills them."""

    exit_code: ClassVar[int] = 3
    message: ClassVar[str] = ""
    hint: ClassVar[str] = ""

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(self.message.format(**params))


class UsageFault(KomRulingsError):
    """The command was called in a way that cannot be carried out."""

    exit_code = 2


class WorkspaceNotFound(UsageFault):
    """No folder from ``start`` upward holds a folder ``rulings/``."""

    message = N_("Found no folder with records: neither {start} nor any folder above it holds a folder “rulings”.")
    hint = N_("Go to the folder that holds the records, or name it with --root DIR.")


class NoRecords(UsageFault):
    """There is a folder ``rulings``, but no case file in it."""

    message = N_("There are no records in {folder}.")
    hint = N_("A case is a .yaml file in rulings/criminal, rulings/immigration or rulings/echr.")


class SettingsNotRead(UsageFault):
    """``kom-rulings.toml`` is no TOML, or holds a setting that does not exist."""

    message = N_("The settings in {file} cannot be used: {reason}")
    hint = N_("The settings are: language, engine, lock_wait_seconds.")


class CaseNotFound(UsageFault):
    """``name`` is neither a case id nor a reference of a known ruling."""

    message = N_("There is no case “{name}”.")
    hint = N_("A case is named by its file name without .yaml, or by any reference. “kom-rulings search” finds it.")


class NotADate(UsageFault):
    """``text`` is no day, month or year."""

    message = N_("“{text}” is not a date that exists.")
    hint = N_("Write a day as 2019-04-30, a month as 2019-04 or a year as 2019.")


class NotATertial(UsageFault):
    """``text`` is no four-month period."""

    message = N_("“{text}” is not a tertial.")
    hint = N_("Write the year and 1, 2 or 3, for example 2021-3 for September–December 2021.")


class TertialNotEnded(UsageFault):
    """An overview speaks of a tertial that is over."""

    message = N_("Tertial {tertial} ends on {date}, which is still to come.")
    hint = N_("Publish when it has ended. “tally” counts as of any day.")


class NotPlainText(UsageFault):
    """``file`` is binary, or in another encoding than UTF-8."""

    message = N_("{file} is not plain text in UTF-8: there is the byte {byte} on line {line}.")
    hint = N_("Save it as plain text (.txt) in UTF-8. Word and PDF files are not read; copy the text out of them.")


class TextTooLarge(UsageFault):
    """``file`` is larger than a text that is read."""

    message = N_("{file} is larger than {limit} MB and is not read.")
    hint = N_("Divide the text into smaller files.")


class EndingNotKnown(UsageFault):
    """The ending of ``file`` is none of ``endings``, the forms that can be written."""

    message = N_("The ending of {file} does not tell what to write.")
    hint = N_("Let the name end in one of these: {endings}.")


class FileExists(UsageFault):
    """``file`` is there already; a person may have worked on it."""

    message = N_("The file {file} exists and is not overwritten.")
    hint = N_("Give another name, or use --force to write over it.")


class ManifestNotRead(UsageFault):
    """The folder holds no manifest, or one that this program did not write."""

    message = N_("{file} cannot be read as the manifest of a release: {reason}")
    hint = N_("Name the folder of a release, such as exports/2021-3.")


class OfficeNotFound(UsageFault):
    """Only LibreOffice knows on which page a heading stands."""

    message = N_("LibreOffice is not found, and without it there are no page numbers.")
    hint = N_("Install LibreOffice, name its program in KOM_RULINGS_SOFFICE, or leave out --paginate.")


class UnknownField(UsageFault):
    """``name`` is no column of an export."""

    message = N_("There is no column “{name}”.")
    hint = N_("The columns are: {known}.")


class FieldsNotUsed(UsageFault):
    """Columns were picked for a form that is no table."""

    message = N_("Columns cannot be picked for {file}: it is no table.")
    hint = N_("Leave out --fields, or export to one of: {endings}.")


class ReleaseExists(UsageFault):
    """The release folder is there already."""

    message = N_("The release {folder} exists and is not overwritten.")
    hint = N_("Move it away first, or use --force, which keeps the old one beside the new.")


class RecordsNotSound(KomRulingsError):
    """Findings of severity error forbid the act."""

    exit_code = 1
    message = N_("Nothing was published. Errors that must be mended first: {count}.")
    hint = N_("Mend them in the files named, and publish again.")

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__(count=len(problems))


class NotAccessible(KomRulingsError):
    """A document that was made fails points of accessibility; ``failures`` tells which, where, and how to mend them."""

    exit_code = 1
    message = N_("Nothing was published. The document is not accessible to everyone; points that fail: {points}.")
    hint = N_("Mend the text or the template as the list says, and publish again.")

    def __init__(self, failures: Sequence[Told]) -> None:
        self.failures = failures
        super().__init__(points=", ".join(map(str, sorted({failure.point for failure in failures}))))


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


class PdfNotMade(KomRulingsError):
    """LibreOffice failed, or what it made cannot be used."""

    message = N_("LibreOffice made no PDF: {reason}")
    hint = N_("Publish with --no-pdf to do without, and make the PDF in Word.")


class DocumentNotRead(KomRulingsError):
    """A Word file or PDF cannot be taken apart: it is none, is damaged, or is beyond every bound."""

    message = N_("The document cannot be read: {reason}")
    hint = N_("If the program made it, this is a defect of the program; otherwise save it anew as .docx or .pdf.")


class TemplateUnusable(KomRulingsError):
    """The Word template is missing, or is no Word file that can be used; ``reason`` is a sentence of the catalogue."""

    message = N_("The Word template {file} cannot be used: {reason}")
    hint = N_(
        "Without --template the program uses its own. If that is the one that is named here, install the program again."
    )


class TemplateLacksStyles(TemplateUnusable):
    """The Word template has not all the styles; ``styles`` names those that are missing."""

    message = N_("The Word template {file} cannot be used: it lacks the styles {styles}.")
    hint = N_(
        "Make the template from an overview that the program has written: its text is left out, and its styles can be "
        "changed but not renamed. Without --template the program uses its own."
    )


class IndexBusy(KomRulingsError):
    """Another process has held the index for writing longer than we wait."""

    message = N_("Another process is writing the search index in {folder}; gave up after {seconds} seconds.")
    hint = N_("Try again when it has finished. The old index is untouched.")


class IndexUnusable(KomRulingsError):
    """The index folder was not written by this user or cannot be read."""

    message = N_("The search index in {folder} is not used: {reason}")
    hint = N_("Delete the contents of the folder; the index is built anew from the records.")
