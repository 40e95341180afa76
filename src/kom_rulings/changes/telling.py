"""The changes of a tertial told to an audience: as a chapter of the overview, and as a document for the newsletter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, Protocol, TypeVar

from kom_rulings.changes.comparing import Changes
from kom_rulings.changes.coverage import coverage
from kom_rulings.changes.items import Items, Name
from kom_rulings.changes.ledger import Ledger
from kom_rulings.changes.reconciled import Reconciled, hidden_cases
from kom_rulings.dates import Tertial
from kom_rulings.describing import Describer
from kom_rulings.documents.numbering import numbered
from kom_rulings.documents.outline import Block, Bullets, Heading, Outline, Paragraph, Run, Runs, text
from kom_rulings.formats import date_text, tertial_text
from kom_rulings.names import CaseId
from kom_rulings.records import Register
from kom_rulings.records.tables import Tables
from kom_rulings.standing import Audience, is_for, may_see
from kom_rulings.tallies.published import Comparison
from kom_rulings.wording import N_, Language, wording

_KINDS: Final = {
    "criminal": N_("Criminal cases:"),
    "immigration": N_("Immigration cases:"),
    "echr": N_("The European Court of Human Rights:"),
}
_NONE = N_(
    "So far as the records show, no ruling on human trafficking was given in the {tertial}: none in Norwegian criminal "
    "cases, none in immigration cases and none by the European Court of Human Rights."
)
_NO_CRIMINAL = N_(
    "So far as the records show, no ruling on human trafficking was given in Norwegian criminal cases in the {tertial}."
)
_NO_EDITION = N_(
    "What the previous edition said is not on record, so it cannot be told what has been added late or corrected "
    "since. The numbers as of {before} are those that the records give for that day now."
)


class _OfCase(Protocol):
    @property
    def case(self) -> CaseId: ...


_Change = TypeVar("_Change", bound=_OfCase)


def chapter_blocks(
    changes: Changes, register: Register, describe: Describer, audience: Audience, name: Name, *, level: int = 3
) -> Iterator[Block]:
    """What stands under the heading of the overview's chapter.

    ``name`` gives the title of a case that the audience may see and that counts on the last day, linked to its place.
    ``level`` is that of the headings within the chapter.
    """
    yield from _Telling(changes, register, describe, audience, name, level).blocks()
    if not changes.rulings:
        yield _next_update(changes.tertial, describe.language)


def changes_outline(
    changes: Changes,
    register: Register,
    tables: Tables,
    language: Language,
    audience: Audience,
    comparisons: Sequence[Comparison] = (),
) -> Outline:
    """The document of its own, for the newsletter: title, numbers, the changes, the next update."""
    say, describe = wording(language), Describer(tables, language)
    as_of = date_text(changes.now.as_of, language)

    def name(case: CaseId) -> Run:
        found = register.by_id[case]
        return Run(describe.title(found), bold=True, language=describe.title_language(found))

    blocks = (
        *_opening(changes, language),
        *_numbers(changes, comparisons, language),
        *_Telling(changes, register, describe, audience, name, 2).blocks(),
        _next_update(changes.tertial, language),
    )
    return numbered(
        Outline(
            title=say(N_("New in rulings on human trafficking")),
            author=say(N_("Coordinating Unit against Human Trafficking (KOM)")),
            subject=say(N_("Changes as of {date}"), date=as_of),
            language=language,
            as_of=changes.now.as_of.isoformat(),
            blocks=blocks,
        )
    )


def _opening(changes: Changes, language: Language) -> Iterator[Block]:
    say = wording(language)
    yield Heading(1, say(N_("New in rulings on human trafficking")), "title")
    yield Paragraph(text(say(N_("From the Coordinating Unit against Human Trafficking (KOM)"))), "subtitle")
    date, tertial = date_text(changes.now.as_of, language), tertial_text(changes.tertial, language)
    yield Paragraph(text(say(N_("As of {date}, {tertial}"), date=date, tertial=tertial)), "subtitle")


def _numbers(changes: Changes, comparisons: Sequence[Comparison], language: Language) -> Iterator[Block]:
    """How many convictions there are and were, and how far the records reach."""
    total, final = changes.reconciliation["criminal"][:2]
    said = wording(language).plural(
        "As of {date} the records count {n} conviction for human trafficking. Final: {final}. As of {before} the "
        "numbers were {was} and {was_final}.",
        "As of {date} the records count {n} convictions for human trafficking. Final: {final}. As of {before} the "
        "numbers were {was} and {was_final}.",
        total.now.count,
        date=date_text(changes.now.as_of, language),
        before=date_text(changes.before.as_of, language),
        final=final.now.count,
        was=total.previous.count,
        was_final=final.previous.count,
    )
    yield Paragraph(text(said), "lead")
    warning = coverage(comparisons, changes.now.as_of, language)
    if warning:
        yield Paragraph(text(warning))


def _next_update(tertial: Tertial, language: Language) -> Paragraph:
    date = date_text(tertial.next.last_day, language)
    return Paragraph(text(wording(language)(N_("The next update is as of {date}."), date=date)))


class _Telling:
    """Tells the changes section by section; one without changes is left out, or told in a sentence."""

    def __init__(
        self, changes: Changes, register: Register, describe: Describer, audience: Audience, name: Name, level: int
    ) -> None:
        self._changes, self._register, self._audience, self._level = changes, register, audience, level
        self._language, self._say = describe.language, describe.say
        self._items = Items(changes, register, describe, name)

    def blocks(self) -> Iterator[Block]:
        yield from self._rulings()
        yield from self._standing()
        yield from self._force()
        yield from self._revisions()
        yield self._heading(N_("From the previous numbers to those now"), "changes-numbers")
        yield from Reconciled(self._changes, self._language, self._name_if_seen).blocks()

    def _rulings(self) -> Iterator[Block]:
        changes = self._changes
        yield self._heading(N_("New rulings"), "changes-rulings")
        kinds = [changes.now.cases[one.case].kind for one in changes.rulings]
        tertial = tertial_text(changes.tertial, self._language)
        if "criminal" not in kinds:
            yield self._sentence(_NO_CRIMINAL if kinds else _NONE, tertial=tertial)
        for kind, label in _KINDS.items():
            found = [one for one, its in zip(changes.rulings, kinds, strict=True) if its == kind]
            if found:
                yield self._sentence(label, closing=True)
                yield self._list(found, lambda one: [self._items.given(one)])
        if not changes.standing and not changes.force:
            yield self._sentence(N_("No case is counted otherwise than before, and no ruling has become final."))

    def _standing(self) -> Iterator[Block]:
        if self._changes.standing:
            yield self._heading(N_("Cases that are counted otherwise"), "changes-standing")
            yield self._sentence(N_("These cases count otherwise as of {date} than as of {before}:"), closing=True)
            yield self._list(self._changes.standing, lambda one: [self._items.standing(one)])

    def _force(self) -> Iterator[Block]:
        if self._changes.force:
            yield self._heading(N_("Rulings that have become final"), "changes-force")
            yield self._sentence(N_("These rulings are final as of {date}, and were not as of {before}:"), closing=True)
            yield self._list(self._changes.force, lambda one: [self._items.force(one)])

    def _revisions(self) -> Iterator[Block]:
        """What was added late and what was corrected; where the edition is not on record, that this cannot be told."""
        changes = self._changes
        yield self._heading(N_("Added late and corrected"), "changes-revisions")
        if changes.edition is None:
            yield self._sentence(_NO_EDITION)
        elif not (changes.late or changes.corrected or changes.joined or changes.divided):
            yield self._sentence(N_("Nothing has been added late or corrected since the previous edition."))
        if changes.late:
            message = N_("These rulings already counted as of {before}, but were not in the previous edition:")
            yield self._sentence(message, closing=True)
            yield self._list(changes.late, self._items.late)
        if changes.corrected:
            message = N_("In these cases the records say something else of {before} than the previous edition did:")
            yield self._sentence(message, closing=True)
            yield self._list(changes.corrected, lambda one: [self._items.corrected(one)])
        if changes.joined:
            yield self._sentence(
                N_("These cases have been merged into others since the previous edition:"), closing=True
            )
            yield self._list(changes.joined, lambda one: [self._items.joined(one)], lambda one: one.into)
        if changes.divided:
            message = N_("These cases were part of others in the previous edition, and are cases of their own now:")
            yield self._sentence(message, closing=True)
            yield self._list(changes.divided, lambda one: [self._items.divided(one)], lambda one: one.origin)

    def _heading(self, words: str, anchor: str) -> Heading:
        return Heading(self._level, self._say(words), anchor)

    def _sentence(self, message: str, *, closing: bool = False, **params: object) -> Paragraph:
        """A sentence, in which the two days may be spoken of; ``closing`` keeps it with the list after it."""
        days = {"date": self._changes.now.as_of, "before": self._changes.before.as_of}
        dates = {key: date_text(day, self._language) for key, day in days.items()}
        return Paragraph(text(self._say(message, **dates, **params)), "closing" if closing else "body")

    def _list(
        self,
        found: Sequence[_Change],
        items: Callable[[_Change], Iterable[Runs]],
        other: Callable[[_Change], CaseId] = lambda one: one.case,
    ) -> Bullets:
        """The items of the cases that may be shown, and so may the ``other`` they name; the rest is only counted."""
        shown = [one for one in found if self._seen(one.case) and self._seen(other(one))]
        told = [runs for one in shown for runs in items(one)]
        hidden = {one.case for one in found if one not in shown}
        return Bullets((*told, *([text(hidden_cases(self._language, len(hidden)))] if hidden else [])))

    def _name_if_seen(self, case: CaseId) -> Run | None:
        return self._items.name(case) if self._seen(case) else None

    def _seen(self, case: CaseId) -> bool:
        return seen(case, self._register, self._changes.edition, self._audience)


def seen(case: CaseId, register: Register, edition: Ledger | None, audience: Audience) -> bool:
    """Whether an audience may be told of a case; of one that has left the records the edition knows."""
    recorded = register.by_id.get(case)
    if recorded is not None:
        return may_see(recorded, audience)
    successor = register.by_former_id.get(case)
    if successor is not None and not may_see(successor, audience):
        return False
    visibility = edition.cases[case].visibility if edition else "restricted"
    return visibility != "restricted" and is_for(visibility, audience)
