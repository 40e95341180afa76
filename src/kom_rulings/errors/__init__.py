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
    │   ├── PageNotRead             a saved page that is none, is damaged, or is made to do harm
    │   ├── IntoNeedsOneCase        one case was named, and the pages tell of none or of several
    │   ├── NothingToTake           a field that no page tells otherwise than the record
    │   ├── PageNotRecognised       a page of none of the sources that are read
    │   ├── NotACaseId              a name that no case can have
    │   ├── CaseExists              a case of that name is there already
    │   ├── FolderNotEmpty          a new workspace in a folder that holds something
    │   ├── RulingsNotThere         rulings to split off that the case has not, or all of them
    │   ├── NotOtherCase            a case merged with itself, or with one of another kind
    │   ├── NotATake                a field or side that a merge does not know
    │   ├── ReasonMissing           a finding of the privacy check accepted without a reason
    │   ├── MarkNotKnown            no finding of the case has this mark
    │   ├── AcceptedAlready         the finding was accepted before
    │   └── ReleaseExists           a published release is never overwritten
    ├── RecordsNotSound             exit 1, findings of severity error stand in the way
    ├── LeaksFound                  exit 1, something in the files may tell who somebody is
    ├── NotAccessible               exit 1, a document fails the points of accessibility
    ├── FieldsDiffer                exit 1, cases that are merged say different things
    ├── TextsDiffer                 exit 1, a full text stands in the way of another
    ├── CaseUnsound                 exit 1, a case file with a defect cannot be taken apart
    ├── LayoutOdd                   exit 1, a case file is laid out in a way that is not ours
    ├── CaseBroken                  exit 1, the file of the case has a defect
    ├── DataTableBroken             a table shipped with the program or the workspace is unsound
    ├── FieldNotThere               a change at a field that is not in the file
    ├── EditorFailed                no text editor could be started
    ├── EditedMeanwhile             a record was changed by another while it was open
    ├── ActUnfinished               an interrupted renaming, splitting or merging cannot be finished
    ├── FileChanged                 the file is not the one that was read
    ├── CannotRead                  the system refused to hand out a file
    ├── CannotWrite                 the system refused to store a file (full, read-only, locked)
    ├── TableDoesNotSum             a table's cells differ from its total
    ├── PdfNotMade                  LibreOffice made no PDF
    ├── DocumentNotRead             a Word file or PDF that cannot be taken apart
    │   └── DocumentTooLarge        a Word file that unpacks to more than is read
    ├── TemplateUnusable            the Word template is missing, or is no Word file that can be used
    │   └── TemplateLacksStyles     the Word template has not all the styles
    ├── IndexBusy                   another process holds the index for writing
    └── IndexUnusable               the index folder is not ours or cannot be read

Defects in the records are not exceptions but values: see ``problems``. A message is kept in English with its
parameters apart, so that the edge can say it in the reader's language.
"""

from kom_rulings.errors.documents import (
    DocumentNotRead,
    DocumentTooLarge,
    NotAccessible,
    PdfNotMade,
    TemplateLacksStyles,
    TemplateUnusable,
)
from kom_rulings.errors.editing import (
    ActUnfinished,
    CaseExists,
    CaseUnsound,
    EditedMeanwhile,
    EditorFailed,
    FieldsDiffer,
    FolderNotEmpty,
    LayoutOdd,
    NotACaseId,
    NotATake,
    NotOtherCase,
    RulingsNotThere,
    TextsDiffer,
)
from kom_rulings.errors.failed import (
    CannotRead,
    CannotWrite,
    CaseBroken,
    DataTableBroken,
    FieldNotThere,
    FileChanged,
    IndexBusy,
    IndexUnusable,
    RecordsNotSound,
    TableDoesNotSum,
)
from kom_rulings.errors.fault import (
    KomRulingsError,
    UsageFault,
)
from kom_rulings.errors.leaks import (
    AcceptedAlready,
    LeaksFound,
    MarkNotKnown,
    ReasonMissing,
)
from kom_rulings.errors.pages import (
    IntoNeedsOneCase,
    NothingToTake,
    PageNotRead,
    PageNotRecognised,
)
from kom_rulings.errors.usage import (
    CaseNotFound,
    EndingNotKnown,
    FieldsNotUsed,
    FileExists,
    ManifestNotRead,
    NoRecords,
    NotADate,
    NotATertial,
    NotPlainText,
    OfficeNotFound,
    ReleaseExists,
    SettingsNotRead,
    TertialNotEnded,
    TextTooLarge,
    UnknownField,
    WorkspaceNotFound,
)

__all__ = [
    "AcceptedAlready",
    "ActUnfinished",
    "CannotRead",
    "CannotWrite",
    "CaseBroken",
    "CaseExists",
    "CaseNotFound",
    "CaseUnsound",
    "DataTableBroken",
    "DocumentNotRead",
    "DocumentTooLarge",
    "EditedMeanwhile",
    "EditorFailed",
    "EndingNotKnown",
    "FieldNotThere",
    "FieldsDiffer",
    "FieldsNotUsed",
    "FileChanged",
    "FileExists",
    "FolderNotEmpty",
    "IndexBusy",
    "IndexUnusable",
    "IntoNeedsOneCase",
    "KomRulingsError",
    "LayoutOdd",
    "LeaksFound",
    "ManifestNotRead",
    "MarkNotKnown",
    "NoRecords",
    "NotACaseId",
    "NotADate",
    "NotATake",
    "NotATertial",
    "NotAccessible",
    "NotOtherCase",
    "NotPlainText",
    "NothingToTake",
    "OfficeNotFound",
    "PageNotRead",
    "PageNotRecognised",
    "PdfNotMade",
    "ReasonMissing",
    "RecordsNotSound",
    "ReleaseExists",
    "RulingsNotThere",
    "SettingsNotRead",
    "TableDoesNotSum",
    "TemplateLacksStyles",
    "TemplateUnusable",
    "TertialNotEnded",
    "TextTooLarge",
    "TextsDiffer",
    "UnknownField",
    "UsageFault",
    "WorkspaceNotFound",
]
