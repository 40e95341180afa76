"""The words a reader meets, in bokmål or English, from the gettext catalogues.

English is the language of the code and the key of every message; the bokmål catalogue lies in
``locale/nb/LC_MESSAGES/kom_rulings.po`` and is compiled when the package is built.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["nb", "en"]
LANGUAGES: tuple[Language, ...] = ("nb", "en")
LOCALE_FOLDER = Path(__file__).parent / "locale"
DOMAIN = "kom_rulings"


def N_(message: str) -> str:
    """Mark a message for the catalogue where it is defined; it is translated where it is shown."""
    return message


class Phrase(str):
    """A parameter that is itself a message, and is translated before it is filled in."""

    __slots__ = ()


class Wording:
    """Says messages in one language: ``say("Found {n} cases", n=3)``."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._catalogue = _catalogue(language)

    def __call__(self, message: str, **params: object) -> str:
        """Return the message in the reader's language with its parameters filled in."""
        return self._catalogue.gettext(message).format(**self._translated(params)) if message else ""

    def plural(self, one: str, many: str, n: int, **params: object) -> str:
        """Return the singular or the plural, as ``n`` asks; ``{n}`` may stand in the message."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **self._translated(params))

    def _translated(self, params: Mapping[str, object]) -> dict[str, object]:
        said = self._catalogue.gettext
        return {name: said(value) if isinstance(value, Phrase) and value else value for name, value in params.items()}


@cache
def wording(language: Language) -> Wording:
    """Return the wording of a language; each catalogue is read once."""
    return Wording(language)


def _catalogue(language: Language) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    try:
        return gettext.translation(DOMAIN, LOCALE_FOLDER, languages=[language])
    except FileNotFoundError:
        return _compiled(LOCALE_FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po")


def _compiled(source: Path) -> gettext.NullTranslations:
    """Compile a catalogue in memory, where the package lies as it is in git and was not built."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
