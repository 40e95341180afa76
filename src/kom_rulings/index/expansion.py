"""From what is typed to the plan that engines receive: each word with its forms, and what was added is told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, NamedTuple

from kom_rulings.index.analysis import folded
from kom_rulings.index.catalogue import Catalogue
from kom_rulings.index.fields import PART
from kom_rulings.index.filters import OF_A_RULING
from kom_rulings.index.lexicon import PLAIN
from kom_rulings.index.scoring import TIERS
from kom_rulings.index.tree import (
    And,
    Close,
    Filter,
    How,
    Near,
    Node,
    Not,
    OneOf,
    Or,
    Phrase,
    SameRuling,
    Variant,
    Word,
    conjuncts,
    joined,
)

#: Words shorter than this match whole only.
SHORTEST_BEGINNING: Final = 4
_SHORTEST_MISSPELLED: Final = 4
#: How many letters may differ: one in a short word, two in a longer.
_LONG: Final = 7
_LONGEST_TERM: Final = 5
_SHORTEST_BEGUN: Final = 5
_LEAST_BEGUN: Final = 0.4
#: Splits a typed word that stands in no text.
Split = Callable[[str], Collection[str]]


class Form(NamedTuple):
    """A form that was added, as it is written in the corpus, and why."""

    written: str
    how: How


@dataclass(frozen=True)
class Added:
    """The forms that were searched along with a typed word; each can be switched off."""

    typed: str
    variants: tuple[Variant, ...]
    catalogue: Catalogue

    @cached_property
    def forms(self) -> Sequence[Form]:
        """The forms in the words of the corpus, without those that only differ in æ, ø and å."""
        written = [Form(self._written(words), one.how) for one in self.variants for words in self._each(one)]
        first = {one.written.lower(): one for one in reversed(written)}
        return [one for one in dict.fromkeys(written) if one == first[one.written.lower()] and self._differs(one)]

    def written(self, how: How) -> list[str]:
        """The forms of one sort."""
        return [self._written(one.words) for one in self.variants if one.how == how]

    def _differs(self, form: Form) -> bool:
        return form.written.lower() != self.typed.lower()

    def _each(self, variant: Variant) -> Iterable[tuple[str, ...]]:
        """The words of a variant; of all compounds of a part, each."""
        first = variant.words[0]
        if first.startswith(PART):
            return [(word,) for word in self.catalogue.members("part", first.removeprefix(PART))]
        return [variant.words]

    def _written(self, words: Sequence[str]) -> str:
        return " ".join(map(self.catalogue.written, words))


@dataclass
class Expander:
    """Makes plans. ``exact`` adds no forms, ``without`` are folded forms that are switched off.

    ``excluding``: what is planned is excluded, and then “-handel” leaves out no “menneskehandel”.
    """

    catalogue: Catalogue
    split: Split
    exact: bool = False
    without: frozenset[str] = frozenset()
    excluding: bool = False
    added: list[Added] = field(default_factory=list)

    def plan(self, node: Node) -> Node:
        """The plan of a tree. Filters on rulings that stand side by side are meant of the same ruling."""
        match node:
            case Word():
                return self._word(node)
            case Phrase(words, within, typed):
                return OneOf((Variant(words),), within, typed or " ".join(words))
            case Near(parts, distance):
                plans = [one for part in parts for one in conjuncts(self.plan(part))]
                return Close(tuple(one for one in plans if isinstance(one, OneOf)), distance)
            case Not(part):
                return Not(replace(self, added=[], excluding=True).plan(part))
            case And(parts):
                return joined(_same_ruling([self.plan(part) for part in self._with_terms(parts)]), And)
            case Or(parts):
                return Or(tuple(self.plan(part) for part in parts))
            case _:
                return node

    def _word(self, node: Word) -> Node:
        itself = Variant((node.text,))
        variants = {} if node.way in ("ending", "inside") else {itself.words: itself}
        for one in self._kept(self._forms(node)):
            variants.setdefault(one.words, one)
        variants = variants or {itself.words: itself}
        self._tell(node.typed or node.text, [one for one in variants.values() if one.how != "whole"])
        found = OneOf(tuple(variants.values()), node.within, node.typed or node.text)
        return found if len(variants) > 1 or self.exact else self._unheard_of(node, found)

    def _forms(self, node: Word) -> Iterator[Variant]:
        if node.way == "beginning":
            yield from _variants(self.catalogue.beginning(node.text), "beginning", 1.0)
        elif node.way in ("ending", "inside"):
            yield from _variants(self.catalogue.holding(node.text, at_end=node.way == "ending"), "part", 1.0)
        elif node.way == "near":
            yield from _variants(self._near(node.text), "lemma")
        elif not self.exact:
            yield from self._meanings(node)

    def _meanings(self, node: Word) -> Iterator[Variant]:
        """Its inflections and family, words that begin with it or are made of it, and what it is called elsewhere."""
        lemmas = self._keys(node, "lemma")
        yield from (one for lemma in lemmas for one in self._members("lemma", lemma))
        families = [*self._keys(node, "family"), *(key for one in lemmas for key in self.catalogue.keys(one, "family"))]
        yield from (one for key in dict.fromkeys(families) for one in self._members("family", key))
        yield from () if self.excluding else self._longer(node, lemmas)
        yield from self._translations([node.text])

    def _longer(self, node: Word, lemmas: Sequence[str]) -> Iterator[Variant]:
        """Words that begin with the word, and compounds that it is part of."""
        parts = {part: self.catalogue.members("part", part) for part in dict.fromkeys([node.text, *lemmas])}
        if len(node.text) >= SHORTEST_BEGINNING:
            compounds = {word for words in parts.values() for word in words}
            begun = (word for word in self.catalogue.beginning(node.text) if word not in compounds)
            yield from _variants(begun, "beginning")
        yield from (one for part, compounds in parts.items() for one in self._compounds(part, compounds))

    def _compounds(self, part: str, compounds: Sequence[str]) -> Iterator[Variant]:
        """All compounds of a part at once, or one by one where some of them are switched off."""
        if compounds and self.without.isdisjoint(compounds):
            yield Variant((PART + part,), TIERS["part"], "part")
        else:
            yield from _variants(compounds, "part")

    def _kept(self, variants: Iterable[Variant]) -> Iterator[Variant]:
        """The forms that are not switched off."""
        return (one for one in variants if folded(" ".join(one.words)) not in self.without)

    def _members(self, kind: How, key: str) -> Iterator[Variant]:
        return _variants(self.catalogue.members(kind, key), kind)  # type: ignore[arg-type]

    def _keys(self, node: Word, kind: str) -> list[str]:
        """What the word leads to as it is typed; if that is nothing, as it is spelled without æ, ø and å."""
        forms = dict.fromkeys([node.typed.lower() or node.text, node.text, PLAIN + node.text])
        found = (self.catalogue.keys(form, kind) for form in forms)  # type: ignore[arg-type]
        return next((keys for keys in found if keys), [])

    def _translations(self, words: Sequence[str]) -> Iterator[Variant]:
        """The other terms of the concept that the words name, and the forms of those that are one word."""
        key = " ".join(self._base(word) for word in words)
        concepts = dict.fromkeys(
            [*self.catalogue.keys(key, "concept"), *self.catalogue.keys(" ".join(words), "concept")]
        )
        for term in (term for concept in concepts for term in self.catalogue.members("concept", concept)):
            parts = tuple(folded(word) for word in term.split())
            yield Variant(parts, TIERS["translation"], "translation")
            if len(parts) == 1:
                lemmas = self.catalogue.keys(term, "lemma")
                forms = (word for lemma in lemmas for word in self.catalogue.members("lemma", lemma))
                yield from _variants(forms, "translation")

    def _base(self, word: str) -> str:
        keys = self._keys(Word(word), "lemma")
        return keys[0] if keys else word

    def _with_terms(self, parts: Sequence[Node]) -> Sequence[Node]:
        """Words side by side that together are a term are also searched as what the term is called elsewhere."""
        if self.exact:
            return parts
        found: list[Node] = []
        rest = list(parts)
        while rest:
            term = next((n for n in range(_LONGEST_TERM, 1, -1) if self._is_term(rest[:n], n)), 1)
            found.append(self._term(rest[:term]) if term > 1 else rest[0])
            rest = rest[term:]
        return found

    def _is_term(self, parts: Sequence[Node], n: int) -> bool:
        plain = [one.text for one in parts if isinstance(one, Word) and one.way == "forms" and one.within is None]
        return len(plain) == n and any(True for _ in self._translations(plain))

    def _term(self, parts: Sequence[Node]) -> Node:
        words = [one for one in parts if isinstance(one, Word)]
        own = tuple(one.text for one in words)
        other = [one for one in self._translations(own) if one.words != own]
        kept = list(self._kept(other))
        typed = " ".join(one.typed or one.text for one in words)
        self._tell(typed, kept)
        plain = And(tuple(self._word(one) for one in words))
        return Or((plain, OneOf(tuple(kept), None, typed))) if kept else plain

    def _unheard_of(self, node: Word, found: OneOf) -> Node:
        """A word that leads to nothing: the words that it is made of, or else those that are spelled much like it."""
        if self.catalogue.beginning(node.text)[:1] == [node.text] or node.way != "forms":
            return found
        parts = self.split(node.typed.lower() or node.text)
        if parts:
            return And(tuple(self._word(Word(folded(part), "forms", node.within, part)) for part in parts))
        near = list(self._kept(_variants(self._near(node.text), "spelling")))
        near = near or list(self._kept(_variants(self._begun(node), "part")))
        self._tell(node.typed or node.text, near)
        return replace(found, variants=(*found.variants, *near))

    def _begun(self, node: Word) -> list[str]:
        """The longest word of the corpus that the typed word begins with: jordbær for jordbærplukkerne."""
        word = node.typed.lower() or node.text
        shortest = max(_SHORTEST_BEGUN, int(_LEAST_BEGUN * len(word)))
        begun = (word[:end] for end in range(len(word) - 1, shortest - 1, -1))
        known = next((one for one in begun if self.catalogue.is_known(one)), None)
        return [folded(known)] if known else []

    def _near(self, word: str) -> list[str]:
        from kom_rulings.index.spelling import nearest_words

        if len(word) < _SHORTEST_MISSPELLED or not word.isalpha():
            return []
        distance = 2 if len(word) >= _LONG else 1
        return nearest_words(word, self.catalogue.of_length(len(word) - distance, len(word) + distance), distance)

    def _tell(self, typed: str, variants: Sequence[Variant]) -> None:
        if variants and all(one.typed != typed for one in self.added):
            self.added.append(Added(typed, tuple(variants), self.catalogue))


def _variants(words: Collection[str] | Iterator[str], how: How, weight: float | None = None) -> Iterator[Variant]:
    return (Variant((word,), TIERS[how] if weight is None else weight, how) for word in words)


def _same_ruling(parts: Sequence[Node]) -> list[Node]:
    meant = [one for one in parts if isinstance(one, Filter) and one.key in OF_A_RULING]
    if len(meant) < 2:  # noqa: PLR2004 - one filter alone needs no company
        return list(parts)
    return [*(one for one in parts if one not in meant), SameRuling(tuple(meant))]
