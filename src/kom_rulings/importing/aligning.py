"""Which ruling of a case is which on the page: by reference, else by date and instance, and never by guessing wide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kom_rulings.dates import PartialDate
from kom_rulings.errors import NotADate
from kom_rulings.importing.matching import read_references
from kom_rulings.records import Case, EchrRuling
from kom_rulings.records.case import Ruling
from kom_rulings.references import Kind, Reference
from kom_rulings.sources.draft import Draft

#: Where several rulings of a case may share one, it tells the case and not the ruling.
_OF_THE_CASE = frozenset({Kind.APPLICATION})


@dataclass(frozen=True)
class RulingOnPage:
    """What tells one ruling of a draft from another."""

    references: frozenset[Reference]
    date: PartialDate | None
    instance: str
    document: str | None

    @property
    def can_be_told(self) -> bool:
        """Whether anything tells it from other rulings."""
        return bool(self.references) or self.date is not None or self.instance != "unknown"


def rulings_on_page(draft: Draft) -> dict[int, RulingOnPage]:
    """The rulings of a draft by their position in it."""
    values: dict[int, dict[str, object]] = {}
    for one in draft.fields:
        if one.path[0] == "rulings" and len(one.path) > 2 and isinstance(one.path[1], int):  # noqa: PLR2004
            values.setdefault(one.path[1], {})[str(one.path[2])] = one.value
    return {n: _on_page(found) for n, found in sorted(values.items())}


def aligned(draft: Draft, case: Case) -> dict[int, int | None]:
    """For each ruling of the draft its position in the case, ``None`` where the case has none such."""
    on_page = rulings_on_page(draft)
    found: dict[int, int | None] = {}
    for tells in (_share_reference, _share_date, _alone_of_instance):
        for n, one in on_page.items():
            free = {m: ruling for m, ruling in enumerate(case.rulings) if m not in found.values()}
            others = [other for other in on_page if other not in found]
            if n not in found and (position := tells(one, free, [on_page[other] for other in others])) is not None:
                found[n] = position
    return {n: found.get(n) for n in on_page}


def _share_reference(one: RulingOnPage, free: Mapping[int, Ruling], _: Sequence[RulingOnPage]) -> int | None:
    return next((n for n, ruling in free.items() if one.references & _references(ruling)), None)


def _share_date(one: RulingOnPage, free: Mapping[int, Ruling], _: Sequence[RulingOnPage]) -> int | None:
    """A ruling of the same day by the same instance, unless their references tell them apart."""
    if one.date is None or one.date.day is None:
        return None
    return next((n for n, ruling in free.items() if ruling.date == one.date and _may_be(one, ruling)), None)


def _alone_of_instance(one: RulingOnPage, free: Mapping[int, Ruling], others: Sequence[RulingOnPage]) -> int | None:
    """The only ruling of an instance here and there, where dates and references agree as far as they go."""
    here = [n for n, ruling in free.items() if ruling.instance == one.instance]
    there = [other for other in others if other.instance == one.instance]
    if len(here) != 1 or len(there) != 1 or not _may_be(one, free[here[0]]):
        return None
    date = free[here[0]].date
    agree = one.date is None or not isinstance(date, PartialDate) or _overlap(one.date, date)
    return here[0] if agree else None


def _may_be(one: RulingOnPage, ruling: Ruling) -> bool:
    """Whether nothing tells them apart: another instance, another kind of document, other references of one kind."""
    kinds = _kinds(one.references) & _kinds(_references(ruling))
    same_instance = one.instance == ruling.instance or "unknown" in (one.instance, ruling.instance)
    same_document = not isinstance(ruling, EchrRuling) or one.document in (None, ruling.document)
    return same_instance and same_document and not kinds


def _kinds(references: Iterable[Reference]) -> set[Kind]:
    """The series of references of which a ruling has one; HUDOC has an item for each language of a judgment."""
    return {reference.kind for reference in references} - {Kind.HUDOC_ITEM}


def _references(ruling: Ruling) -> frozenset[Reference]:
    own = (ruling.ecli, ruling.item) if isinstance(ruling, EchrRuling) else ()
    return frozenset(one for one in (*ruling.references, *own) if one is not None and one.kind not in _OF_THE_CASE)


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    return not one.surely_before(other) and not other.surely_before(one)


def _on_page(values: Mapping[str, object]) -> RulingOnPage:
    listed = values.get("references", ())
    texts = [*(listed if isinstance(listed, Sequence) else ()), values.get("ecli", ""), values.get("item", "")]
    return RulingOnPage(
        references=frozenset(one for one in read_references(map(str, texts)) if one.kind not in _OF_THE_CASE),
        date=_date(values.get("date")),
        instance=_word(values.get("instance")) or "unknown",
        document=_word(values.get("document")),
    )


def _date(value: object) -> PartialDate | None:
    try:
        return PartialDate.parse(str(value))
    except NotADate:
        return None


def _word(value: object) -> str | None:
    return None if value is None else str(value)
