"""Searching a workspace: an index that is fresh, the answers with their paragraphs, and what is told beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Self

from kom_rulings.errors import CannotWrite, IndexBusy, IndexUnusable, KomRulingsError
from kom_rulings.files.fulltext import FullText, read_text
from kom_rulings.files.paths import relative, texts_by_case
from kom_rulings.index.answers import Answer, Shown
from kom_rulings.index.compounds import Splitter
from kom_rulings.index.evidence import Wanted
from kom_rulings.index.found import Found, Like, Wish
from kom_rulings.index.notes import Note
from kom_rulings.index.refresh import Refreshed
from kom_rulings.index.searching import Searcher
from kom_rulings.index.similar import like
from kom_rulings.index.tree import Cited, Node, asked_for
from kom_rulings.names import CaseId
from kom_rulings.records.register import Case
from kom_rulings.wording import N_, Language
from kom_rulings.workspace import Workspace

#: Records and full texts that were shown lately; they belong to the index as it was opened.
_CASES_AT_HAND, _TEXTS_AT_HAND = 2048, 256


@dataclass(frozen=True)
class SearchResult:
    """What was found, the answers that are shown of it, and what is to be told beside."""

    found: Found
    answers: tuple[Answer, ...]
    notes: tuple[Note, ...]


class SearchSession:
    """An open index over a workspace; open it anew to see records that have changed since."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._refreshed, self._notes = _refreshed(workspace)
        self._case = lru_cache(maxsize=_CASES_AT_HAND)(workspace.case_or_none)
        self._texts = lru_cache(maxsize=_TEXTS_AT_HAND)(self._read_texts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of open files."""
        self._refreshed.close()

    @cached_property
    def searcher(self) -> Searcher:
        """The open index."""
        return Searcher(self._refreshed.engine, self._refreshed.catalogue, self._split)

    def like(self, case: Case, wish: Wish) -> Wish:
        """The wish for cases like a case."""
        plan = like(case, self.searcher.cards[case.id], self._workspace.tables)
        return replace(wish, like=Like(case.id, plan))

    def search(self, wish: Wish, limit: int, language: Language) -> SearchResult:
        """Search, and make the answers that are shown; a damaged index is built anew and asked again."""
        try:
            return self._search(wish, limit, language)
        except IndexUnusable:
            self.close()
            self._refreshed = self._workspace.refresh_index(rebuild=True)
            del self.searcher
            return self._search(wish, limit, language)

    def _search(self, wish: Wish, limit: int, language: Language) -> SearchResult:
        found = self.searcher.search(wish)
        answers = list(self._answers(found, limit, language))
        notes = [*self._notes, *found.notes, *_completed(found.node, [one.case for one in answers])]
        return SearchResult(found, tuple(answers), tuple(notes))

    def _answers(self, found: Found, limit: int, language: Language) -> Iterator[Answer]:
        shown = found.shown
        show = Shown(found.plan, Wanted(found.plan), self._workspace.tables, language)
        places = self.searcher.engine.places(show.wanted.words, [hit.case for hit, _ in shown[:limit]])
        for hit, partial in shown[:limit]:
            case = self._case(hit.case)
            if case is not None:
                card, texts = self.searcher.cards[hit.case], self._texts(hit.case)
                yield show.answer(hit, case, texts, card, places[hit.case], partial=partial)

    def _read_texts(self, case: CaseId) -> list[FullText]:
        read = [read_text(path, relative(path, self._workspace.root))[0] for path in self._text_files.get(case, ())]
        return [text for text in read if text is not None]

    @cached_property
    def _text_files(self) -> dict[CaseId, list[Path]]:
        """The full texts by case, walked once: a folder of thousands is not walked for every answer."""
        return texts_by_case(self._workspace.root)

    def _split(self, word: str) -> Sequence[str]:
        """The pieces of a typed compound that stand in the corpus. The lists are read when first needed."""
        catalogue = self._refreshed.catalogue
        splitter = Splitter(self._workspace.word_lists, lambda one: catalogue.keys(one, "lemma"), catalogue.is_known, 4)
        return splitter.pieces(word)


def _refreshed(workspace: Workspace) -> tuple[Refreshed, list[Note]]:
    try:
        refreshed = workspace.refresh_index()
    except (IndexBusy, IndexUnusable, CannotWrite) as error:
        walked = Note(N_("The records were searched one by one, without the index."))
        return workspace.index_folder.walked(), [walked, _told(error)]
    notes = [_left_out(refreshed.left_out)] if refreshed.left_out else []
    return refreshed, [*notes, *_lists_left_out(workspace)]


def _completed(node: Node, cases: Sequence[Case]) -> Iterator[Note]:
    """Tell of a reference that was typed without its last part: another number at the end is another ruling."""
    message = N_("{typed} is not in the records as it is written; {found} is shown, which may be another ruling.")
    for typed in (one.reference for one in asked_for(node) if isinstance(one, Cited)):
        found = [one for case in cases for one in case.references if typed.covers(one)]
        if found and typed not in found:
            yield Note(message, {"typed": typed, "found": ", ".join(map(str, found))})


def _left_out(cases: Sequence[CaseId]) -> Note:
    """Files that could not be read are not found by any search, and that is said."""
    message = N_("Not searched, because the file has errors: {cases}. Run “kom-rulings check”.")
    return Note(message, {"cases": ", ".join(cases)})


def _lists_left_out(workspace: Workspace) -> list[Note]:
    """Lists of words that cannot be used are told; those that come with the program stand in for them."""
    files = dict.fromkeys(problem.place.file for problem in workspace.word_list_problems)
    message = N_(
        "{files} has errors, and only the lists that come with the program were used. Run “kom-rulings check”."
    )
    return [Note(message, {"files": ", ".join(files)})] if files else []


def _told(error: KomRulingsError) -> Note:
    """An error that did not stop the command, as a note."""
    return Note(error.message, error.params)
