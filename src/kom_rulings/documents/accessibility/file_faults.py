"""What can fail of a file as such and of the PDF: protection, fonts, author, leftovers and tags."""

from __future__ import annotations

from typing import Final

from kom_rulings.documents.accessibility.points import Fault
from kom_rulings.wording import N_

FILE_FAULTS: Final = {
    "locked": Fault(18, N_("The file is locked with a password."), N_("Save it without a password.")),
    "protected": Fault(
        18, N_("The document is protected against changes."), N_("Remove the protection from the template.")
    ),
    "font-unknown": Fault(
        19,
        N_("The font “{font}” is not described in the document, so it may be lacking in the PDF."),
        N_("Use the fonts of the template, and save the template in Word with its table of fonts."),
    ),
    "author-missing": Fault(20, N_("The document has no author."), N_("Give the unit as author.")),
    "author-no-unit": Fault(
        20, N_("The author “{author}” is a user name, an address or a program."), N_("Give the unit as author.")
    ),
    "author-not-named": Fault(
        20,
        N_("The author “{author}” is not named in the text."),
        N_("Give the unit as author, as the title page names it."),
    ),
    "author-differs": Fault(
        20, N_("The properties also name “{author}”."), N_("Name only the unit, as author and as the last to save.")
    ),
    "library": Fault(20, N_("The properties say “{words}”."), N_("Remove what programs have written there.")),
    "thumbnail": Fault(
        20, N_("The file holds a small picture of another document."), N_("Remove it from the template.")
    ),
    "custom-part": Fault(
        20,
        N_("The file holds properties or data of its own that the reader does not see."),
        N_("Remove them from the template."),
    ),
    "own-path": Fault(
        20, N_("The file refers to “{path}” on somebody's machine."), N_("Remove the link to the template or file.")
    ),
    "comments": Fault(20, N_("There are comments in the file."), N_("Remove them.")),
    "revisions": Fault(
        20, N_("There are tracked changes in the file."), N_("Accept or reject them, and switch tracking off.")
    ),
    "revision-ids": Fault(
        20,
        N_("The file holds numbers that tell in which sittings the text was written."),
        N_("Remove them from the template (rsid)."),
    ),
    "hidden-text": Fault(20, N_("There is hidden text."), N_("Remove it, or show it.")),
}
PDF_FAULTS: Final = {
    "pdf-locked": Fault(18, N_("The PDF is locked with a password."), N_("Make it without a password.")),
    "pdf-untagged": Fault(
        19, N_("The PDF is not tagged, so it cannot be read aloud in order."), N_("Export it as a tagged PDF.")
    ),
    "pdf-language": Fault(
        19,
        N_("The PDF gives the language “{found}”, the document is in “{language}”."),
        N_("Export it anew from the Word file."),
    ),
    "pdf-title": Fault(
        19,
        N_("The title of the PDF is “{found}”, that of the document is “{title}”."),
        N_("Export it anew from the Word file."),
    ),
    "pdf-title-hidden": Fault(
        19, N_("The PDF shows its file name instead of its title."), N_("Export it with the title shown (PDF/UA).")
    ),
    "pdf-ua": Fault(19, N_("The PDF is not marked as PDF/UA."), N_("Export it as PDF/UA.")),
    "pdf-bookmarks": Fault(19, N_("The PDF has no bookmarks."), N_("Export it with bookmarks from the headings.")),
    "pdf-font": Fault(
        19, N_("The font “{font}” is not embedded in the PDF."), N_("Export it with all fonts embedded.")
    ),
    "pdf-table": Fault(
        19,
        N_("Table {n} has no header cells in the PDF."),
        N_("Mark the first row as header row in Word, and export it anew."),
    ),
    "pdf-picture": Fault(
        19,
        N_("Picture {n} has no text in the PDF for those who do not see it."),
        N_("Write the text in Word (Alt Text), and export it anew."),
    ),
}
