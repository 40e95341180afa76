"""A saved page read from its file; its first bytes tell what it is, not its name."""

from __future__ import annotations

from pathlib import Path

from kom_rulings.documents.unpacking import ZIP
from kom_rulings.pages.guarding import content_of
from kom_rulings.pages.markup import read_html
from kom_rulings.pages.page import SavedPage
from kom_rulings.pages.word_file import read_word_page


def read_page(path: Path) -> SavedPage:
    """Read a saved page, HTML or Word. Raises ``PageNotRead`` with the reason."""
    file = str(path)
    return page_of(content_of(path, file), file)


def page_of(content: bytes, file: str) -> SavedPage:
    """Read the bytes of a saved page; ``file`` is its name in messages. Raises ``PageNotRead`` with the reason."""
    return read_word_page(content, file) if content.startswith(ZIP) else read_html(content, file)
