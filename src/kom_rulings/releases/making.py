"""The files of a release, each made from the same content when it is its turn; Word and PDF pass the gate first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from kom_rulings.changes.telling import changes_outline
from kom_rulings.documents import html, markdown, pdf
from kom_rulings.documents.accessibility import check_pdf, require_accessible
from kom_rulings.documents.checked import checked_docx
from kom_rulings.documents.outline import ChartBlock, Outline
from kom_rulings.documents.pagination import paginated
from kom_rulings.errors import NotAccessible
from kom_rulings.exports.convictions_xlsx import convictions_xlsx
from kom_rulings.exports.rulings_csv import rulings_csv
from kom_rulings.exports.rulings_json import hidden_references, rulings_json
from kom_rulings.overview.figures import figures_outline
from kom_rulings.releases.gathering import Content
from kom_rulings.releases.release import Means, file_name
from kom_rulings.wording import Language


@dataclass(frozen=True)
class Planned:
    """A file that is still to be made; ``needs_office`` tells that it depends on LibreOffice."""

    name: str
    make: Callable[[], bytes]
    needs_office: bool = False


def planned(content: Content, means: Means) -> list[Planned]:
    """Every file of the release but the manifest, in the order in which they are made."""
    making = _Making(content, means)
    in_languages = (one for language in content.release.languages for one in making.in_language(language))
    return [*in_languages, Planned("rulings.json", making.rulings_json)]


class _Making:
    """Makes the files; what several of them are made from is made once."""

    def __init__(self, content: Content, means: Means) -> None:
        self._content, self._means = content, means
        self._overviews: dict[Language, Outline] = {}
        self._documents: dict[Language, bytes] = {}

    def in_language(self, language: Language) -> Iterator[Planned]:
        def one(stem: str, ending: str, make: Callable[[Language], bytes], *, needs_office: bool = False) -> Planned:
            return Planned(file_name(stem, ending, language), partial(make, language), needs_office)

        paginate = self._means.paginate
        yield one("overview", "docx", self._overview_docx, needs_office=paginate)
        yield one("overview", "html", lambda spoken: html.page(self._overview(spoken)))
        if self._means.office is not None:
            yield one("overview", "pdf", self._overview_pdf, needs_office=True)
        yield one("convictions", "xlsx", self._convictions)
        yield one("rulings", "csv", self._rulings_csv)
        yield one("changes", "docx", self._changes_docx)
        yield one("changes", "md", lambda spoken: markdown.markdown(self._changes(spoken)).encode())
        yield one("figures", "md", self._figures)

    def rulings_json(self) -> bytes:
        content = self._content
        release = content.release
        hidden = hidden_references(content.register, content.shown)
        return rulings_json(content.shown, hidden, release.tertial.last_day, release.audience)

    def _overview(self, language: Language) -> Outline:
        if language not in self._overviews:
            self._overviews[language] = self._content.overview(language)
        return self._overviews[language]

    def _overview_docx(self, language: Language) -> bytes:
        """The Word document, with page numbers in its contents where they are asked for; the PDF is made from it."""
        outline, means = self._overview(language), self._means
        if means.paginate and means.office is not None:
            document = paginated(outline, means.template, means.office)
            require_accessible(document)
        else:
            document = checked_docx(outline, means.template)
        self._documents[language] = document
        return document

    def _overview_pdf(self, language: Language) -> bytes:
        office = self._means.office
        assert office is not None
        outline = self._overview(language)
        charts = [block.description for block in outline.blocks if isinstance(block, ChartBlock)]
        made = pdf.to_pdf(self._documents[language], office, outline.as_of, charts)
        if failures := check_pdf(made, outline.title, language):
            raise NotAccessible(failures)
        return made

    def _changes(self, language: Language) -> Outline:
        content = self._content
        seen_by = content.release.audience
        return changes_outline(
            content.changes, content.register, content.tables, language, seen_by, content.comparisons
        )

    def _changes_docx(self, language: Language) -> bytes:
        return checked_docx(self._changes(language), self._means.template)

    def _convictions(self, language: Language) -> bytes:
        content = self._content
        return convictions_xlsx(content.shown, content.tally, content.tables, language, content.release.audience)

    def _rulings_csv(self, language: Language) -> bytes:
        return rulings_csv(self._content.shown, self._content.tables, language)

    def _figures(self, language: Language) -> bytes:
        content = self._content
        day = content.release.tertial.last_day
        return markdown.markdown(figures_outline(content.register, day, language, content.comparisons)).encode()
