"""Saved pages that are not read, and what was asked of them in vain."""

from __future__ import annotations

from kom_rulings.errors.fault import UsageFault
from kom_rulings.wording import N_


class PageNotRead(UsageFault):
    """A saved page is none, is damaged, or is made to do harm; ``reason`` is a sentence of the catalogue."""

    message = N_("{file} cannot be read as a saved page: {reason}")
    hint = N_("Open the page in a browser and save it anew as “Web page, HTML only”, or save the document as .docx.")


class PageNotRecognised(UsageFault):
    """A page of none of the sources, or not of the one that was named."""

    message = N_("{file} is not recognised as a page of HUDOC, Lovdata, UNE, udiregelverk.no or as an overview of KOM.")
    hint = N_("Name the source with --as, or see that the page was saved whole.")


class IntoNeedsOneCase(UsageFault):
    """``--into`` names one case, and the pages tell of none or of several."""

    message = N_("--into names one case, and the pages tell of {count}.")
    hint = N_("Import one page of one case at a time, or leave out --into: cases are known again by their references.")


class NothingToTake(UsageFault):
    """``--take`` names a field that no page tells otherwise than the record."""

    message = N_("There is nothing to take at {field}.")
    hint = N_("Fields that differ or are new on the pages: {known}.")
