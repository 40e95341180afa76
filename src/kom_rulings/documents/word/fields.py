"""Fields of Word with their results already written, so that nothing asks to be updated when the document opens."""

from __future__ import annotations

from typing import Final

from kom_rulings.documents.word.markup import escaped, run

#: The end of a field that ``begin`` has begun, after its result.
END: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def begin(instruction: str) -> str:
    """The beginning of a field, up to where its result stands."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field(instruction: str, result: str, properties: str = "") -> str:
    """A whole field with its result as text; ``properties`` are those of the run with the result."""
    return begin(instruction) + run(result, properties) + END


def page_of(bookmark: str, page: int) -> str:
    """The number of the page on which a bookmark stands."""
    return field(rf"PAGEREF {bookmark} \h", str(page))


def words_of(bookmark: str, words: str, properties: str = "") -> str:
    """The words of a bookmark, as a reference that leads to it."""
    return field(rf"REF {bookmark} \h", words, properties)


def next_number(label: str, number: int) -> str:
    """The number of a caption in its series, such as the tables."""
    return field(rf"SEQ {label} \* ARABIC", str(number))
