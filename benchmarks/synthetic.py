"""A workspace of synthetic rulings to measure with: records and full texts, the same bytes for the same seed.

``python benchmarks/synthetic.py FOLDER --texts 2000 --words 3000 --seed 1``

The words follow Zipf's law over the vocabulary; citations and phrases are planted at known rates. Nothing in the texts
means anything, and no reference in them is that of a real ruling.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from dice import Dice
from synthetic_queries import queries
from synthetic_records import case_name, record
from synthetic_references import citation, last_reference
from vocabulary import PHRASES, vocabulary

from kom_rulings.files.fulltext import checksum
from kom_rulings.files.paths import rulings_folder

__all__ = ["PHRASES", "generate", "queries"]

#: The share of paragraphs with a citation.
CITED = 0.35
_SHORTEST, _LONGEST = 30, 120
#: The words of a sentence, at the least and at the most.
_SENTENCE = (6, 28)


def generate(folder: Path, texts: int, words: int, seed: int) -> Path:
    """Write a workspace of so many cases, each with a full text of about so many words, and return its folder.

    Raises ``FileExistsError`` where the folder holds criminal cases: they may be real.
    """
    target = rulings_folder(folder) / "criminal"
    target.mkdir(parents=True)
    for number in range(1, texts + 1):
        _write(target / f"{case_name(number)}.yaml", record(number, seed))
        reference = last_reference(number)
        body = _body(Dice(seed, "text", number), texts, words)
        _write(target / f"{case_name(number)}.{reference}.txt", f"{_head(reference, body)}\n---\n{body}")
    return folder


def _write(path: Path, content: str) -> None:
    path.write_bytes(content.encode("utf-8"))


def _head(reference: str, body: str) -> str:
    fields = {"reference": reference, "source": "synthetic", "retrieved": "2025-01-01", "sha256": checksum(body)}
    return "\n".join(f"{name}: {value}" for name, value in {**fields, "publishable": "no"}.items())


def _body(dice: Dice, texts: int, words: int) -> str:
    """Numbered paragraphs, in all between half and one and a half times the words asked for."""
    left = dice.between(words // 2, words * 3 // 2)
    paragraphs: list[str] = []
    while left >= _SHORTEST:
        length = min(dice.between(_SHORTEST, _LONGEST), left)
        paragraphs.append(f"[{len(paragraphs) + 1}] {_paragraph(dice, texts, length)}\n")
        left -= length
    return "\n".join(paragraphs)


def _paragraph(dice: Dice, texts: int, length: int) -> str:
    """Drawn words, and between them what is planted, which never is torn apart."""
    planted = [phrase for phrase, share in PHRASES.items() if dice.chance(share)]
    if dice.chance(CITED):
        planted.append(citation(dice, texts))
    known = vocabulary()
    drawn = dice.weighted(known.forms, known.sums, length - sum(one.count(" ") + 1 for one in planted))
    for one in planted:
        drawn.insert(dice.between(0, len(drawn)), one)
    return " ".join(_sentences(dice, drawn))


def _sentences(dice: Dice, words: list[str]) -> Iterator[str]:
    start = 0
    while start < len(words):
        length = dice.between(*_SENTENCE)
        stop = start + length if start + length + _SENTENCE[0] < len(words) else len(words)
        comma = min(start + dice.between(2, _SENTENCE[1]), stop)
        sentence = ", ".join(" ".join(part) for part in (words[start:comma], words[comma:stop]) if part)
        yield f"{sentence[0].upper()}{sentence[1:]}."
        start = stop


def main() -> None:
    """Write the workspace that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=2000)
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    generate(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
