"""What a template must not bring into a document: its contents, comments, names of people, protection, old pictures."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from kom_rulings.documents.outline import Outline
from kom_rulings.documents.package import clean
from kom_rulings.documents.word.inlines import WORD_LANGUAGES

#: What the document part keeps beside the headers and footers that are in use.
_KEPT: Final = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
}
_KEPT_OF_PACKAGE: Final = {
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
}
#: Settings that lock a document, follow its writers, ask the reader something or lead to files of the house.
_UNWANTED: Final = (
    *("writeProtection", "documentProtection", "trackRevisions", "updateFields", "attachedTemplate", "linkStyles"),
    *("mailMerge", "docVars", "rsids", "footnotePr", "endnotePr", "savePreviewPicture", "formsDesign", "revisionView"),
)
#: The longest property that the library takes.
_LONGEST: Final = 255
_APPLICATION: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>"
)


def clear(document: WordDocument) -> None:
    """Leave styles, lists, page, header and footer of the template, and nothing else of it."""
    body = document.element.body
    page = document.sections[-1]._sectPr
    for child in list(body):
        body.remove(child)
    body.append(page)
    in_use = {element.get(qn("r:id")) for element in page}
    rels = document.part.rels
    for key in [key for key, one in rels.items() if one.reltype not in _KEPT and key not in in_use]:
        del rels[key]
    _clear_package(document)
    _clear_settings(document)


def _clear_package(document: WordDocument) -> None:
    rels = document.part.package.rels
    for key, one in list(rels.items()):
        if one.reltype not in _KEPT_OF_PACKAGE:
            del rels[key]
        elif one.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            one.target_part._blob = _APPLICATION


def _clear_settings(document: WordDocument) -> None:
    document.part._settings_part.rels.clear()
    for element in list(document.settings.element.iter(*(qn(f"w:{name}") for name in _UNWANTED))):
        element.getparent().remove(element)


def write_properties(document: WordDocument, outline: Outline) -> None:
    """Title, author, subject, language and day of the outline, and no property of the template's."""
    properties = document.core_properties
    for child in list(properties._element):
        properties._element.remove(child)
    author = _property(outline.author)
    properties.title, properties.author, properties.last_modified_by = _property(outline.title), author, author
    properties.subject, properties.language = _property(outline.subject), WORD_LANGUAGES[outline.language]
    properties.revision = 1
    moment = dt.datetime.combine(dt.date.fromisoformat(outline.as_of), dt.time())
    properties.created = properties.modified = moment


def _property(words: str) -> str:
    return " ".join(clean(words).split())[:_LONGEST]


def write_language(document: WordDocument, outline: Outline) -> None:
    """The language of the document, in the defaults of its styles and in its settings."""
    language = WORD_LANGUAGES[outline.language]
    styles, settings = document.styles.element, document.settings.element
    for element in (*styles.iter(qn("w:lang")), *settings.iter(qn("w:themeFontLang"))):
        element.set(qn("w:val"), language)
    run = _default_run(styles)
    if run.find(qn("w:lang")) is None:
        run.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{language}"/>'))


def _default_run(styles: Any) -> Any:
    """The properties of a run that every style begins with, made where the template has none."""
    found = styles
    for name in ("docDefaults", "rPrDefault", "rPr"):
        inner = found.find(qn(f"w:{name}"))
        if inner is None:
            inner = parse_xml(f"<w:{name} {nsdecls('w')}/>")
            found.insert(0, inner)
        found = inner
    return found
