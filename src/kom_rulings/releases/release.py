"""What a release is: a tertial, languages and an audience, and the means it is made with; where its files lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kom_rulings.dates import Tertial
from kom_rulings.documents.word import TEMPLATE
from kom_rulings.standing import Audience
from kom_rulings.wording import Language

EXPORTS: Final = "exports"


@dataclass(frozen=True)
class Release:
    """What is published: a tertial, in one or more languages, for an audience."""

    tertial: Tertial
    languages: tuple[Language, ...] = ("nb",)
    audience: Audience = "public"

    def folder(self, root: Path) -> Path:
        """Where it is put: 2021-3; what is not public lies apart, as 2021-3-partner and 2021-3-internal."""
        return root / EXPORTS / (str(self.tertial) if self.audience == "public" else f"{self.tertial}-{self.audience}")


@dataclass(frozen=True)
class Means:
    """What it is made with: the Word template, and LibreOffice where it is found.

    ``office`` makes the PDF and, with ``paginate``, lays out the pages whose numbers the contents show.
    """

    template: Path = TEMPLATE
    office: Path | None = None
    paginate: bool = False


def file_name(stem: str, ending: str, language: Language) -> str:
    """overview.docx; what is not Norwegian says so: overview-en.docx."""
    return f"{stem}.{ending}" if language == "nb" else f"{stem}-{language}.{ending}"
