"""Markup scanned from left to right before a tree is built of it: bounded, and freed of what is never read.

A parser trusts what it is given: a million attributes, tags without end, elements inside each other without number.
So it gets markup that was written anew, with known elements and the few attributes that are read. Every sign of the
page is looked at a fixed number of times, whatever the page holds.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from kom_rulings.errors import PageNotRead
from kom_rulings.pages.known_markup import ATTRIBUTES, CLOSED_BY_OTHERS, ELEMENTS, LONGEST, RAW, VOID
from kom_rulings.wording import N_, Phrase

#: A judgment of the Grand Chamber of 300 pages has some 60,000 elements, 30 deep.
_MOST_TAGS, _MOST_ELEMENTS, _DEEPEST, _MOST_ATTRIBUTES = 1_000_000, 200_000, 400, 1_000
#: What is kept of comments and style sheets, which tell where a page is from and how it looks.
_MOST_COMMENTS, _COMMENT, _STYLES = 100, 5_000, 2_000_000
_NAME: Final = re.compile(r"[a-zA-Z][^\s/>]*+")
#: Quotes count only where a value begins, as in browsers; one that is never closed is a sign like any other.
_TAG_END: Final = re.compile(r"""(?:[^>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+>""")
_ATTRIBUTE: Final = re.compile(r"""([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]++)))?+""")
_ENDS: Final = {name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE) for name in RAW}

_TAGS_SAID: Final = N_("it has more than 1,000,000 tags, which no page of a source has.")
_ELEMENTS_SAID: Final = N_("it has more than 200,000 elements, which no page of a source has.")
_DEPTH_SAID: Final = N_("it has more than 400 elements inside each other, which no page of a source has.")
_ATTRIBUTES_SAID: Final = N_("it has an element with more than 1,000 attributes, which no page of a source has.")
_ENTITIES_SAID: Final = N_("it declares entities of its own, which no page of a source does.")
_NO_MARKUP: Final = N_("it is neither a saved web page nor a Word document (.docx).")


@dataclass
class Scanned:
    """Markup that is safe to build a tree of, with the comments and the style sheets of the page."""

    markup: str
    comments: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)


def scanned(text: str, file: str) -> Scanned:
    """Scan a page. Raises ``PageNotRead`` where it is beyond the bounds, or holds no element of HTML."""
    return _Scan(text, file).run()


class _Scan:
    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self._at = 0
        self._out: list[str] = []
        self._found = Scanned("")
        self._open: Counter[str] = Counter()
        self._depth = self._elements = self._style_size = 0

    def run(self) -> Scanned:
        if self._text.count("<") > _MOST_TAGS:
            raise self._refused(_TAGS_SAID)
        while (start := self._text.find("<", self._at)) >= 0:
            self._out.append(self._text[self._at : start])
            self._at = start
            self._at = self._next()
        self._out.append(self._text[self._at :])
        if not self._elements:
            raise self._refused(_NO_MARKUP)
        self._found.markup = "".join(self._out)
        return self._found

    def _next(self) -> int:
        """Take what begins with the “<” here, and return where it ends; what never ends holds the rest of the page."""
        text, at = self._text, self._at
        if text.startswith("<!--", at):
            return self._comment(at)
        if text.startswith(("<!", "<?"), at):
            return self._declaration(at)
        closing = text.startswith("</", at)
        name = _NAME.match(text, at + 2 if closing else at + 1)
        if name is None:
            self._out.append("&lt;")
            return at + 1
        end = _TAG_END.match(text, name.end())
        if end is None:
            return len(text)
        known = name[0].lower() if name[0].lower() in ELEMENTS else "span"
        if closing:
            self._close(known)
            return end.end()
        return self._element(known, text[name.end() : end.end() - 1], end.end())

    def _comment(self, at: int) -> int:
        end = self._text.find("-->", at + 2)
        if len(self._found.comments) < _MOST_COMMENTS and end >= 0:
            self._found.comments.append(self._text[at + 4 : min(end, at + _COMMENT)])
        return end + 3 if end >= 0 else len(self._text)

    def _declaration(self, at: int) -> int:
        end = self._text.find(">", at)
        if "<!ENTITY" in self._text[at:end].upper():
            raise self._refused(_ENTITIES_SAID)
        return end + 1 if end >= 0 else len(self._text)

    def _element(self, name: str, attributes: str, end: int) -> int:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise self._refused(_ELEMENTS_SAID)
        if name in RAW:
            return self._raw(name, end)
        self._out.append(f"<{name}{self._attributes(attributes)}>")
        if name not in VOID and name not in CLOSED_BY_OTHERS:
            self._depth += 1
            if self._depth > _DEEPEST:
                raise self._refused(_DEPTH_SAID)
        if name not in VOID:
            self._open[name] += 1
        return end

    def _close(self, name: str) -> None:
        """Close an element that is open; the tag of one that is not is no text and is left out."""
        if not self._open[name]:
            self._out.append({"br": "<br>", "p": "<p></p>"}.get(name, ""))
            return
        self._open[name] -= 1
        self._depth -= name not in CLOSED_BY_OTHERS
        self._out.append(f"</{name}>")

    def _raw(self, name: str, start: int) -> int:
        """Take an element whose content is no markup; only titles and style sheets are kept."""
        end = _ENDS[name].search(self._text, start)
        content = self._text[start : end.start() if end else len(self._text)]
        if name == "title":
            self._out.append(f"<title>{content.replace('<', '&lt;')}</title>")
        elif name == "style" and self._style_size + len(content) <= _STYLES:
            self._style_size += len(content)
            self._found.styles.append(content)
        return self._text.find(">", end.end() - 1) + 1 or len(self._text) if end else len(self._text)

    def _attributes(self, text: str) -> str:
        found: dict[str, str] = {}
        for n, match in enumerate(_ATTRIBUTE.finditer(text)):
            if n >= _MOST_ATTRIBUTES:
                raise self._refused(_ATTRIBUTES_SAID)
            name = match[1].lower()
            if name in ATTRIBUTES and name not in found:
                found[name] = next(filter(None, (match[2], match[3], match[4])), "")
        kept = {name: value for name, value in found.items() if len(value) <= LONGEST}
        return "".join(f' {name}="{value.replace(chr(34), "&quot;")}"' for name, value in kept.items())

    def _refused(self, reason: str) -> PageNotRead:
        return PageNotRead(file=self._file, reason=Phrase(reason))
