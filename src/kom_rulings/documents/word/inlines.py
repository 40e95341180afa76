"""What stands inside paragraphs: runs, links, references to captions, and the bookmarks that they lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kom_rulings.documents.outline import Run
from kom_rulings.documents.package import bookmark_name
from kom_rulings.documents.word.fields import words_of
from kom_rulings.documents.word.markup import paragraph, run, says_something
from kom_rulings.documents.word.relations import Relations
from kom_rulings.wording import Language

#: The languages as Word names them.
WORD_LANGUAGES: Final[Mapping[Language, str]] = {"nb": "nb-NO", "en": "en-GB"}


class Inlines:
    """Writes the insides of paragraphs; the numbers of bookmarks run through the document."""

    def __init__(self, styles: Mapping[str, str], relations: Relations, language: Language) -> None:
        """``styles`` are the ids of the template's styles by their names."""
        self._styles, self._relations, self._language = styles, relations, language
        self._places: set[str] = set()

    def paragraph(self, style: str, inside: str, properties: str = "") -> str:
        """A paragraph of the style with this name."""
        return paragraph(self._styles[style], inside, properties)

    def style(self, name: str) -> str:
        """The id of a style in the template."""
        return self._styles[name]

    def runs(self, runs: Sequence[Run]) -> str:
        """The runs, with their links; nothing where nobody could see anything of them."""
        return "".join(map(self._run, runs)) if any(says_something(one.text) for one in runs) else ""

    def words(self, words: str, language: Language | None = None) -> str:
        """Plain words, told apart where they are in another language than the document."""
        return run(words, self._spoken(language))

    def bookmarked(self, anchor: str | None, inside: str) -> str:
        """The inside with a bookmark around it; a name that is taken already is not given twice."""
        name = bookmark_name(anchor) if anchor else ""
        if not name or name in self._places:
            return inside
        self._places.add(name)
        n = len(self._places)
        return f'<w:bookmarkStart w:id="{n}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{n}"/>'

    def _run(self, one: Run) -> str:
        if one.mention:
            return words_of(bookmark_name(one.mention), one.text, self._properties(one))
        if not one.link:
            return run(one.text, self._properties(one))
        return self._linked(one, one.link)

    def _linked(self, one: Run, link: str) -> str:
        inside = run(one.text, self._properties(one, linked=True))
        if not inside:
            return ""
        if link.startswith("#"):
            return link_to(link[1:], inside)
        key = self._relations.address(link)
        if key is None:
            return run(one.text, self._properties(one))
        return f'<w:hyperlink r:id="{key}" w:history="1">{inside}</w:hyperlink>'

    def _properties(self, one: Run, *, linked: bool = False) -> str:
        """The style of the run; only what a second style would say is written beside it."""
        styled = "Hyperlink" if linked else "Strong" if one.bold else "Emphasis" if one.italic else None
        bold = one.bold and styled != "Strong"
        italic = one.italic and styled != "Emphasis"
        return (
            (f'<w:rStyle w:val="{self._styles[styled]}"/>' if styled else "")
            + ("<w:b/><w:bCs/>" if bold else "")
            + ("<w:i/><w:iCs/>" if italic else "")
            + self._spoken(one.language)
        )

    def _spoken(self, language: Language | None) -> str:
        other = language is not None and language != self._language
        return f'<w:lang w:val="{WORD_LANGUAGES[language]}"/>' if language and other else ""


def link_to(anchor: str, inside: str) -> str:
    """The inside as a link to a place in the document."""
    return f'<w:hyperlink w:anchor="{bookmark_name(anchor)}" w:history="1">{inside}</w:hyperlink>'
