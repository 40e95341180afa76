"""Documents that cannot be made or read, or are not accessible to everyone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from kom_rulings.errors.fault import KomRulingsError
from kom_rulings.wording import N_

if TYPE_CHECKING:
    from kom_rulings.wording import Language


class Told(Protocol):
    """A failure of a document as the edge needs it."""

    @property
    def point(self) -> int:
        """The number of the point that fails."""

    def message(self, language: Language) -> str:
        """What is wrong, where, and how it is mended."""


class NotAccessible(KomRulingsError):
    """A document that was made fails points of accessibility; ``failures`` tells which, where, and how to mend them."""

    exit_code = 1
    message = N_("The document was not written: it is not accessible to everyone. Points that fail: {points}.")
    hint = N_("Mend the text or the template as the list says, and try again.")

    def __init__(self, failures: Sequence[Told]) -> None:
        self.failures = failures
        super().__init__(points=", ".join(map(str, sorted({failure.point for failure in failures}))))


class PdfNotMade(KomRulingsError):
    """LibreOffice failed, or what it made cannot be used."""

    message = N_("LibreOffice made no PDF: {reason}")
    hint = N_("Publish with --no-pdf to do without, and make the PDF in Word.")


class DocumentNotRead(KomRulingsError):
    """A Word file or PDF cannot be taken apart: it is none, is damaged, or is beyond every bound."""

    message = N_("The document cannot be read: {reason}")
    hint = N_("If the program made it, this is a defect of the program; otherwise save it anew as .docx or .pdf.")


class DocumentTooLarge(DocumentNotRead):
    """A Word file that unpacks to more than is read."""


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
