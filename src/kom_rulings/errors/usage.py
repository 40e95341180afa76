"""Wrong use: the command was called in a way that cannot be carried out (exit code 2)."""

from __future__ import annotations

from kom_rulings.errors.fault import UsageFault
from kom_rulings.wording import N_


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
