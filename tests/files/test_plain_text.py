"""A text that is handed in: every usual form of UTF-8, and a clear refusal of everything else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kom_rulings.errors import CannotRead, NotPlainText, TextTooLarge
from kom_rulings.files import plain_text
from kom_rulings.files.plain_text import read_plain_stream, read_plain_text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        ("§ 257 på norsk".encode(), "§ 257 på norsk"),
        ("med merke".encode("utf-8-sig"), "med merke"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
    ],
)
def test_text_in_utf8_is_read_with_plain_line_ends(tmp_path: Path, content: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert read_plain_text(path) == text
    assert read_plain_stream(io.BytesIO(content), "a") == text


@pytest.mark.parametrize(
    ("content", "byte", "line"),
    [
        ("en linje\nlønn".encode("cp1252"), "0xf8", 2),
        ("utf-16".encode("utf-16"), "0xff", 1),
        ("utf-16".encode("utf-16-le"), "0x00", 1),
        (b"PK\x03\x04\n\x00", "0x00", 2),
    ],
)
def test_what_is_no_text_in_utf8_is_refused_with_the_place(content: bytes, byte: str, line: int) -> None:
    with pytest.raises(NotPlainText) as told:
        read_plain_stream(io.BytesIO(content), "a.txt")
    assert told.value.params == {"file": "a.txt", "byte": byte, "line": line}


def test_a_text_beyond_the_limit_is_refused_and_no_more_of_it_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text, "LARGEST", 3)
    stream = io.BytesIO(b"12345678")
    with pytest.raises(TextTooLarge):
        read_plain_stream(stream, "a.txt")
    assert stream.tell() == 4
    assert read_plain_stream(io.BytesIO(b"123"), "a.txt") == "123"


def test_a_folder_and_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    for path, reason in ((tmp_path, "it is a folder"), (tmp_path / "x", "it does not exist")):
        with pytest.raises(CannotRead) as told:
            read_plain_text(path)
        assert told.value.params["reason"] == reason
