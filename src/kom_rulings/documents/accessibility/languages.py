"""Points 2 and 3: the language of the document, and passages in another one, told by their small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from kom_rulings.documents.accessibility.document import Document, Stretch, Words
from kom_rulings.documents.accessibility.failures import Failure, in_document, in_properties, in_settings, shortened
from kom_rulings.documents.accessibility.package import q, value
from kom_rulings.wording import N_, Phrase

#: The languages that a document may be in.
_DOCUMENT_LANGUAGES: Final = ("nb-NO", "nn-NO", "en-GB")
_NORWEGIAN, _ENGLISH = Phrase(N_("Norwegian")), Phrase(N_("English"))
_SPOKEN: Final = {"nb": _NORWEGIAN, "nn": _NORWEGIAN, "no": _NORWEGIAN, "en": _ENGLISH}
_CODES: Final = {_NORWEGIAN: "nb-NO", _ENGLISH: "en-GB"}
_WORD: Final = re.compile(r"[^\W\d_]+")
#: Small words of one language that are no word of the other. Left out are those that both have (for, at, to, men, by).
_NORWEGIAN_WORDS: Final = (
    "og ikke ikkje som av på ble vart ved etter fra frå eller den det dei å er var har skal seg hun hans dem denne "
    "dette disse når hvor kvar med mot uten også ein eit et"
)
_ENGLISH_WORDS: Final = (
    "the and of was were which that with not from this these their been be he she his they who when where had has "
    "would should there its it an or"
)
_SMALL_WORDS: Final = {
    _NORWEGIAN: frozenset(_WORD.findall(_NORWEGIAN_WORDS)),
    _ENGLISH: frozenset(_WORD.findall(_ENGLISH_WORDS)),
}
_OTHER: Final = {_NORWEGIAN: _ENGLISH, _ENGLISH: _NORWEGIAN}
_QUOTATION: Final = re.compile("«([^«»]+)»|“([^“”]+)”|”([^“”]+)”")
_BETWEEN: Final = {_ENGLISH: " v. ", _NORWEGIAN: " mot "}
#: How the parties of a case stand between capitals: “Rantsev v. Cyprus”, “Chowdury m.fl. mot Hellas”.
_CASE_NAMES: Final = {
    _ENGLISH: re.compile(r"(?:\b[^\W\d_a-zæøå][\w.’'-]*|\bOthers) v\. (?:the )?[^\W\d_a-zæøå][\w]*"),
    _NORWEGIAN: re.compile(r"(?:\b[^\W\d_a-zæøå][\w.’'-]*|\bm\.fl\.) mot [^\W\d_a-zæøå][\w]*"),
}
#: A passage is taken for another language from so many small words of it, and three for each of its own.
_ENOUGH: Final = 3
_IN_QUOTATION: Final = 2
_TIMES: Final = 3


def check_language(document: Document) -> Iterator[Failure]:
    """Point 2: a language is given, the settings and properties agree, and the text is in it."""
    language = document.language
    if language not in _DOCUMENT_LANGUAGES or document.styles.defaults.language not in _DOCUMENT_LANGUAGES:
        yield Failure("language-not-set", in_settings(), {"found": document.styles.defaults.language or "–"})
        return
    core = document.package.xml(document.package.first("", "core-properties"))
    said = None if core is None else core.findtext(q("dc:language"))
    for place, found in ((in_settings(), value(document.settings, "w:themeFontLang")), (in_properties(), said)):
        if found != language:
            yield Failure("language-differs", place, {"found": found or "–", "language": language})
    if _written_otherwise(document):
        yield Failure("language-not-written", in_document(), {"language": language})


def check_passages(document: Document) -> Iterator[Failure]:
    """Point 3: names of cases, quotations and paragraphs in another language than the one they are marked with."""
    if _written_otherwise(document):
        return
    for words in document.everything:
        for marked, text in _passages(document, words):
            yield from _misread(words, marked, text)


def _misread(words: Words, marked: Phrase, text: str) -> Iterator[Failure]:
    other = _OTHER[marked]
    params = {"marked": marked, "language": other, "code": _CODES[other]}
    if _BETWEEN[other] in text and (name := _CASE_NAMES[other].search(text)):
        yield Failure("name-language", words.place, {**params, "words": name[0]})
    elif _is_in(other, text, _ENOUGH):
        yield Failure("passage-language", words.place, {**params, "words": shortened(text)})
    else:
        quotations = ("".join(parts) for parts in _QUOTATION.findall(text))
        for said in (one for one in quotations if _is_in(other, one, _IN_QUOTATION)):
            yield Failure("passage-language", words.place, {**params, "words": shortened(said)})


def _passages(document: Document, words: Words) -> Iterator[tuple[Phrase, str]]:
    """The parts of a paragraph in one language each, with that language; those in a third language are left out."""

    def marked(run: Stretch) -> Phrase | None:
        return _SPOKEN.get((document.look(words, run).language or "").lower()[:2])

    for language, runs in groupby(words.runs, key=marked):
        if language is not None:
            yield language, "".join(run.text for run in runs)


def _is_in(language: Phrase, text: str, enough: int) -> bool:
    found = _counted(text)
    return found[language] >= max(enough, _TIMES * found[_OTHER[language]])


def _written_otherwise(document: Document) -> bool:
    """Tell whether the document as a whole is in another language than it says: then each passage needs no word."""
    own = _SPOKEN.get(document.language.lower()[:2])
    if own is None:
        return True
    found = Counter[Phrase]()
    for words in document.text:
        found.update(_counted(words.text))
    return found[_OTHER[own]] >= max(_ENOUGH, _TIMES * found[own])


def _counted(text: str) -> Counter[Phrase]:
    words = _WORD.findall(text.lower())
    return Counter({language: sum(map(small.__contains__, words)) for language, small in _SMALL_WORDS.items()})
