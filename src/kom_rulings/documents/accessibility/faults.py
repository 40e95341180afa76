"""Everything that can fail in a document: for each code the point, what is wrong, and how it is mended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kom_rulings.documents.accessibility.file_faults import FILE_FAULTS, PDF_FAULTS
from kom_rulings.documents.accessibility.points import Fault
from kom_rulings.wording import N_

_DOCUMENT: Final = {
    "title-missing": Fault(1, N_("The document has no title."), N_("Give the document a title.")),
    "title-file-name": Fault(
        1,
        N_("The title “{title}” looks like a file name."),
        N_("Give the document a title that says what it holds."),
    ),
    "language-not-set": Fault(
        2,
        N_("The language of the document is given as “{found}”."),
        N_("Set the language of the template to nb-NO, nn-NO or en-GB."),
    ),
    "language-differs": Fault(
        2,
        N_("Here the language is “{found}”, in the styles it is “{language}”."),
        N_("Give the same language in both."),
    ),
    "language-not-written": Fault(
        2,
        N_("The document is marked as {language}, but most of it is written in another language."),
        N_("Mark the document with the language that it is written in."),
    ),
    "name-language": Fault(
        3,
        N_("The name of the case “{words}” is {language}, but is marked as {marked}."),
        N_("Mark the name with the language {code}."),
    ),
    "passage-language": Fault(
        3,
        N_("“{words}” is {language}, but is marked as {marked}."),
        N_("Mark the passage with the language {code}."),
    ),
}
_HEADINGS: Final = {
    "heading-one": Fault(
        4, N_("Headings of level 1: {count}. There must be one, the title."), N_("Let the title alone be of level 1.")
    ),
    "heading-first": Fault(
        4, N_("A heading stands before the heading of level 1."), N_("Begin with the title, as heading of level 1.")
    ),
    "heading-jump": Fault(
        4, N_("The level of the headings jumps from {before} to {after}."), N_("Go down one level at a time.")
    ),
    "heading-empty": Fault(4, N_("A heading is empty."), N_("Write the heading, or remove the paragraph.")),
    "heading-title-style": Fault(
        4,
        N_("The style Title is used. Programs that read aloud do not take it for a heading."),
        N_("Use the style Heading 1."),
    ),
    "heading-faked": Fault(
        4, N_("A line in bold looks like a heading, but is none."), N_("Use a heading style, or take the bold away.")
    ),
    "contents-missing": Fault(
        5, N_("There are {count} headings, but no table of contents."), N_("Put a table of contents after the title.")
    ),
    "contents-unlinked": Fault(
        5, N_("An entry of the table of contents is no link."), N_("Make every entry a link to its heading.")
    ),
    "contents-dead": Fault(
        5,
        N_("An entry of the table of contents leads to “{anchor}”, which is not there."),
        N_("Make the table of contents anew."),
    ),
    "contents-differ": Fault(
        5,
        N_("The table of contents does not agree with the headings. The next heading is “{heading}”."),
        N_("Make the table of contents anew from all headings, in their order."),
    ),
    "contents-ask": Fault(
        5,
        N_("Word will ask the reader whether to update the fields."),
        N_("Write the entries into the field, and take the mark of update away."),
    ),
}
_TABLES: Final = {
    "table-header": Fault(
        6, N_("The first row is not marked as header row."), N_("Mark the first row as a header that is repeated.")
    ),
    "table-header-look": Fault(
        6, N_("The table is not set to have a header row."), N_("Tick “Header Row” in the table design.")
    ),
    "table-header-below": Fault(
        6, N_("A row below the first is marked as header row."), N_("Let only the first rows be headers.")
    ),
    "table-first-column": Fault(
        7,
        N_("The table is not set to have a first column that names the rows."),
        N_("Tick “First Column” in the table design."),
    ),
    "cell-merged": Fault(8, N_("A cell is merged with another."), N_("Divide it, and repeat what it says.")),
    "cell-empty": Fault(8, N_("A cell is empty."), N_("Write 0, “none” or “not known”.")),
    "table-nested": Fault(8, N_("The table stands within another table."), N_("Let it stand by itself.")),
    "row-uneven": Fault(
        8, N_("The row has {cells} cells, the table {columns} columns."), N_("Give every row the same cells.")
    ),
    "row-splits": Fault(
        9, N_("The row may be divided between two pages."), N_("Do not allow the row to break across pages.")
    ),
    "table-title": Fault(9, N_("The table has no title."), N_("Write a title among its properties (Alt Text).")),
    "table-description": Fault(
        9, N_("The table has no description."), N_("Write a description among its properties (Alt Text).")
    ),
}
_PICTURES: Final = {
    "caption-missing": Fault(
        10,
        N_("There is no caption and no sentence right before it."),
        N_("Put a paragraph in the style Caption before it, or a sentence that says what it shows."),
    ),
    "caption-bare": Fault(10, N_("The caption holds only a number."), N_("Say in the caption what is shown.")),
    "alt-missing": Fault(11, N_("It has no text for those who do not see it."), N_("Write what it shows (Alt Text).")),
    "alt-file-name": Fault(
        11, N_("Its text for those who do not see it is a file name."), N_("Write what it shows (Alt Text).")
    ),
    "chart-decorative": Fault(
        11, N_("A chart is marked as mere decoration."), N_("Write what the chart shows (Alt Text).")
    ),
    "picture-floating": Fault(
        12, N_("It floats beside the text, and may be read at the wrong place."), N_("Choose “In Line with Text”.")
    ),
    "text-box": Fault(
        12,
        N_("There is a text box, an embedded object or a drawing of an older kind."),
        N_("Write the text in the document itself, and put pictures in line with it."),
    ),
}
_LINKS: Final = {
    "link-empty": Fault(13, N_("A link has no text."), N_("Write where the link leads.")),
    "link-address": Fault(
        13, N_("The text of a link is the bare address “{words}”."), N_("Write what the link leads to.")
    ),
    "link-vague": Fault(
        13,
        N_("The text of a link is “{words}”, which does not say where it leads."),
        N_("Write what the link leads to."),
    ),
    "link-dead": Fault(
        13,
        N_("A link leads to “{target}”, which is not there or is no web address."),
        N_("Correct the target, or take the link away."),
    ),
    "bookmark-twice": Fault(
        13, N_("Two places have the same name, “{anchor}”."), N_("Give every place that links lead to its own name.")
    ),
    "contrast-low": Fault(
        14,
        N_("The colour {ink} on {paper} has the contrast {ratio}. Text needs 4.5, large text 3."),
        N_("Choose a darker or lighter colour in the style."),
    ),
    "chart-colour-unknown": Fault(
        14,
        N_("The colour of series {n} is not given, so its contrast is unknown."),
        N_("Give the series a fixed colour."),
    ),
    "chart-faint": Fault(
        14,
        N_("Series {n} has the contrast {ratio} to white. It needs 3."),
        N_("Choose a darker colour for the series."),
    ),
    "chart-text-faint": Fault(
        14, N_("Text in the chart has the contrast {ratio} to white. It needs 4.5."), N_("Choose a darker colour.")
    ),
    "chart-colour-alone": Fault(
        14,
        N_("The series of the chart are told apart by colour alone."),
        N_("Give each its own pattern, or write its name beside it."),
    ),
}
_LAYOUT: Final = {
    "paragraph-empty": Fault(
        15, N_("A paragraph is empty."), N_("Remove it. Set the distance, or the page break, in the style.")
    ),
    "tabs": Fault(15, N_("Text is shifted with tabs."), N_("Use indents, or a table.")),
    "blanks": Fault(15, N_("Text is shifted with repeated blanks."), N_("Use indents, or a table.")),
    "line-breaks": Fault(15, N_("Text is shifted with repeated line breaks."), N_("Make them paragraphs.")),
    "list-typed": Fault(15, N_("A list is typed by hand."), N_("Use a list style, so that it is read as a list.")),
    "list-unknown": Fault(
        15, N_("The list refers to a numbering that is not in the document."), N_("Use the list style of the template.")
    ),
    "text-small": Fault(16, N_("Text is {size} points. The smallest is 9."), N_("Choose a larger size.")),
    "text-justified": Fault(
        16, N_("The paragraph is justified, which leaves uneven gaps."), N_("Align the style to the left.")
    ),
    "text-not-left": Fault(16, N_("A long paragraph is not aligned to the left."), N_("Align the style to the left.")),
    "picture-of-text": Fault(
        16,
        N_("A picture may hold text or numbers that cannot be enlarged or read aloud."),
        N_("Write the text as text and the numbers as a table or chart. A logo is described with the word “Logo”."),
    ),
    "edge-alone": Fault(
        17,
        N_("“{words}” stands only in a header or footer, which is often not read aloud."),
        N_("Say it in the text too."),
    ),
}
#: Every code, with its point and its words.
FAULTS: Final[Mapping[str, Fault]] = {
    **_DOCUMENT,
    **_HEADINGS,
    **_TABLES,
    **_PICTURES,
    **_LINKS,
    **_LAYOUT,
    **FILE_FAULTS,
    **PDF_FAULTS,
}
