"""Hits as they are read in the terminal and as data: how the query was read, what was added, rulings and facets."""

from __future__ import annotations

from collections.abc import Iterator

import click

from kom_rulings.cli.edge import Edge
from kom_rulings.formats import date_text
from kom_rulings.index.answers import Answer, Excerpt
from kom_rulings.index.facet_labels import facet_label, facet_name, facet_query
from kom_rulings.index.found import Found
from kom_rulings.labels import FORM_HOW, KIND, SEARCH_FIELD
from kom_rulings.search_session import SearchResult
from kom_rulings.wording import N_

_LONGEST_EXCERPT = 280
_MOST_FORMS = 12
_MOST_FACET_VALUES = 6


def as_data(edge: Edge, result: SearchResult) -> dict[str, object]:
    """The result in the shape that ``search --json`` promises."""
    found = result.found
    return {
        "query": found.wish.text,
        "read_as": found.read_as(edge.spoken),
        "filters": [{"filter": one, "without": rest} for one, rest in found.active_filters(edge.spoken)],
        "forms": [
            {"word": one.typed, "form": form.written, "how": form.how} for one in found.added for form in one.forms
        ],
        "total": len(found.strict),
        "partial": len(found.partial),
        "hits": [_hit(edge, answer) for answer in result.answers],
        "facets": {
            facet_name(key, edge.spoken): [
                {"value": facet_label(key, value, edge.spoken), "query": facet_query(key, value), "count": count}
                for value, count in values
            ]
            for key, values in found.facets.items()
        },
        "notes": list(_notes(edge, result)),
    }


def print_citations(result: SearchResult) -> None:
    """The ready citations, the best paragraph of each hit where it has a number."""
    for answer in result.answers:
        click.echo(best_citation(answer))


def print_result(edge: Edge, result: SearchResult) -> None:
    """The whole answer."""
    found = result.found
    for note in _notes(edge, result):
        click.echo(note, err=True)
    read_as = found.read_as(edge.spoken)
    click.echo(edge.say.plural("{n} hit for: {query}", "{n} hits for: {query}", len(found.strict), query=read_as))
    _print_reading(edge, found)
    for n, answer in enumerate(result.answers, start=1):
        if answer.partial and (n == 1 or not result.answers[n - 2].partial):
            click.echo("\n" + edge.say(N_("These lack one or more of the words:")))
        _print_answer(edge, n, answer)
    if len(found.strict) + len(found.partial) > 1:
        _print_facets(edge, found)


def best_citation(answer: Answer) -> str:
    """The citation of the best paragraph, or of the ruling that is told of there; else that of the case."""
    return next((one.citation for one in answer.excerpts if one.passage.ruling is not None), answer.citation)


def _hit(edge: Edge, answer: Answer) -> dict[str, object]:
    latest = answer.latest
    return {
        "case": answer.case.id,
        "kind": answer.case.kind,
        "title": answer.case.title_in(edge.spoken),
        "references": [str(reference) for reference in answer.case.references],
        "date": str(latest) if latest else None,
        "score": round(answer.score, 3),
        "partial": answer.partial,
        "missing": list(answer.missing),
        "through": list(answer.through),
        "citation": best_citation(answer),
        "paragraphs": [one.as_json() for one in answer.excerpts],
    }


def _notes(edge: Edge, result: SearchResult) -> Iterator[str]:
    """What is told beside the hits; without any, which word or filter is to blame."""
    yield from (edge.say(note.message, **note.params) for note in result.notes)
    for blame in result.found.blamed:
        part = result.found.part_text(blame.part, edge.spoken)
        yield edge.say.plural(
            "Without “{part}” there is {n} hit.", "Without “{part}” there are {n} hits.", blame.hits, part=part
        )


def _print_reading(edge: Edge, found: Found) -> None:
    for text, rest in found.active_filters(edge.spoken):
        _line(
            edge, 1, N_("Filter: {filter} (without it: {rest})"), filter=text, rest=rest or edge.say(N_("everything"))
        )
    for one in found.added:
        forms = [f"{form.written} ({edge.say(FORM_HOW[form.how])})" for form in one.forms]
        more = f" … (+{len(forms) - _MOST_FORMS})" if len(forms) > _MOST_FORMS else ""
        _line(edge, 1, N_("{word}: also {forms}"), word=one.typed, forms=", ".join(forms[:_MOST_FORMS]) + more)
    if found.added:
        _line(edge, 1, N_("--exact switches all of these off, --without FORM one of them."))


def _print_answer(edge: Edge, n: int, answer: Answer) -> None:
    date = date_text(answer.latest, edge.spoken) if answer.latest else edge.say(N_("date not known"))
    click.echo(f"\n{n}. " + click.style(answer.case.title_in(edge.spoken), bold=True))
    references = ", ".join(map(str, answer.case.references))
    about = (edge.say(KIND[answer.case.kind]), date, answer.case.id, references)
    click.echo("   " + " · ".join(one for one in about if one))
    for older in answer.through:
        _line(edge, 2, N_("Found through {provision}, which the provision continues."), provision=older)
    if answer.missing:
        _line(edge, 2, N_("Lacks: {words}"), words=", ".join(answer.missing))
    for one in answer.excerpts:
        number = f" ({one.number})" if one.number is not None else ""
        click.echo(f"   {edge.say(SEARCH_FIELD[one.field])}{number}: {_marked(one)}")
    _line(edge, 2, N_("Cite: {citation}"), citation=best_citation(answer))


def _line(edge: Edge, depth: int, message: str, **params: object) -> None:
    """A line below a head; ``depth`` 1 belongs to the whole answer, 2 to one hit."""
    click.echo(" " * (depth + 1) + edge.say(message, **params))


def _marked(excerpt: Excerpt) -> str:
    """The text around the first marked word, with the words marked where the terminal can show it."""
    start, end = _window(excerpt)
    pieces, at = [], start
    for first, last in excerpt.marks:
        if start <= first and last <= end:
            pieces += [excerpt.text[at:first], click.style(excerpt.text[first:last], bold=True)]
            at = last
    before, after = "… " if start else "", " …" if end < len(excerpt.text) else ""
    return before + "".join([*pieces, excerpt.text[at:end]]) + after


def _window(excerpt: Excerpt) -> tuple[int, int]:
    """Where to cut: at spaces, so that the first marked word stands within."""
    text = excerpt.text
    first = excerpt.marks[0][0] if excerpt.marks else 0
    start = 0 if first < _LONGEST_EXCERPT // 2 else text.rfind(" ", 0, first - _LONGEST_EXCERPT // 3) + 1
    if len(text) - start <= _LONGEST_EXCERPT:
        return start, len(text)
    space = text.rfind(" ", start, start + _LONGEST_EXCERPT)
    return start, space if space > start else start + _LONGEST_EXCERPT


def _print_facets(edge: Edge, found: Found) -> None:
    click.echo("\n" + edge.say(N_("Narrow down:")))
    for key, values in found.facets.items():
        if len(values) > 1:
            some = [f"{facet_label(key, value, edge.spoken)} ({count})" for value, count in values]
            more = " …" if len(some) > _MOST_FACET_VALUES else ""
            click.echo(f"  {facet_name(key, edge.spoken)}: {', '.join(some[:_MOST_FACET_VALUES])}{more}")
