"""A piece of text as it stands in a file that may leave, and the spot in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Final, NamedTuple

from kom_rulings.wording import N_, Language, wording

_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


class Spot(NamedTuple):
    """Where in a file something stands, as a message of the catalogue with what fills it."""

    message: str
    params: Mapping[str, object] = _NOTHING

    def said(self, language: Language) -> str:
        """The spot in the reader's language."""
        return wording(language)(self.message, **self.params)


class Use(Enum):
    """What a text in a file is for."""

    #: Read by people: words are sentences, cells and names.
    READ = auto()
    #: A line of a page as it is laid out: two columns of a table may meet in it.
    LINE = auto()
    #: Read by people, and put together by the program from lines that may not belong together.
    RUNNING = auto()
    #: Where a link leads, or the place that it leads to.
    ADDRESS = auto()
    #: A name of a style or a part, a field, what programs keep: its words are not sentences.
    TECHNICAL = auto()
    #: The name of a file or folder.
    NAME = auto()
    #: A part that cannot be taken apart; nobody knows what it holds.
    NOT_READ = auto()


class Piece(NamedTuple):
    """A text, where it stands and what it is for."""

    text: str
    spot: Spot
    use: Use = Use.READ


#: The spots that several forms have.
IN_LINK: Final = Spot(N_("link"))
IN_COMMENT: Final = Spot(N_("hidden comment"))
IN_ALTERNATIVE: Final = Spot(N_("alternative text"))
IN_FILE_NAME: Final = Spot(N_("the file name"))
IN_FOLDER_NAME: Final = Spot(N_("the folder name"))


def property_named(name: str) -> Spot:
    """A property of the document: Title, Author, LastModifiedBy."""
    return Spot(N_("the property {name}"), {"name": name[:1].upper() + name[1:]})
