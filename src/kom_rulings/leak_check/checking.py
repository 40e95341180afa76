"""The leak check: every text of every finished file before the guard, and all that is found told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kom_rulings.errors import LeaksFound
from kom_rulings.leak_check.guard import Guard
from kom_rulings.leak_check.leak import LeakFound, leak_of_mention, leak_of_sighting
from kom_rulings.leak_check.piece import IN_FOLDER_NAME, Piece, Use
from kom_rulings.leak_check.reading import pieces_of


def check_files(files: Iterable[tuple[str, bytes]], guard: Guard, folder: str = "") -> list[LeakFound]:
    """Everything in the files, their names and the name of their folder that may not leave; empty when all is well."""
    found: dict[tuple[object, ...], LeakFound] = {}
    for file, piece in _pieces(files, folder):
        for leak in _leaks(file, piece, guard):
            found.setdefault((file, leak.spot.message, *leak.spot.params.values(), leak.code, *_what(leak)), leak)
    return list(found.values())


def require_no_leaks(files: Iterable[tuple[str, bytes]], guard: Guard, folder: str = "") -> None:
    """Raise ``LeaksFound`` with all that may not leave."""
    if leaks := check_files(files, guard, folder):
        raise LeaksFound(leaks)


def _pieces(files: Iterable[tuple[str, bytes]], folder: str) -> Iterator[tuple[str, Piece]]:
    if folder:
        yield folder, Piece(folder, IN_FOLDER_NAME, Use.NAME)
    for name, content in files:
        yield from ((name, piece) for piece in pieces_of(name, content))


def _leaks(file: str, piece: Piece, guard: Guard) -> Iterator[LeakFound]:
    if piece.use is Use.NOT_READ:
        yield LeakFound(file, piece.spot, "not-read")
        return
    sightings, mentions, copied = guard.look(piece)
    for sighting in sightings:
        source = guard.where(sighting)
        yield leak_of_sighting(file, piece.spot, sighting, source, guard.case_at(source))
    for mention in mentions:
        yield leak_of_mention(file, piece.spot, mention, guard.where_told(mention))
    if copied is not None:
        yield LeakFound(file, piece.spot, "full-text", params={"text": copied})


def _what(leak: LeakFound) -> tuple[object, ...]:
    return tuple(leak.params.get(name) for name in ("mark", "words", "case", "text"))
