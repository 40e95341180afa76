"""How the words of the corpus hang together, worked out when they are indexed: base forms, families, compounds, terms.

A typed word leads over a *form* to keys, and a key to its *members*, the words of the corpus under it. The forms hold
every inflection of every base form in the corpus, so that a form which stands in no text is understood too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kom_rulings.index.analysis import SMALL_WORDS, folded
from kom_rulings.index.catalogue import Catalogue, Link
from kom_rulings.index.compounds import Splitter
from kom_rulings.index.lemmas import BaseForms, WordForms
from kom_rulings.records.word_lists import WordLists

#: Before a form that is spelled without the letters æ, ø and å, as a keyboard without them does.
PLAIN = "~"


def learn(spellings: Collection[str], catalogue: Catalogue, lists: WordLists, ways: WordForms) -> None:
    """Put the words that are new into the catalogue, with all that leads to them."""
    first = catalogue.is_empty
    new = spellings if first else catalogue.unknown(spellings)
    if new:
        Lesson(new, catalogue, lists, ways, first).teach()


def learn_terms(catalogue: Catalogue, lists: WordLists, ways: WordForms) -> None:
    """Put the families and the thesaurus into the catalogue; they do not depend on the corpus."""
    families = [Link("family", str(n), word) for n, line in enumerate(lists.families) for word in line]
    concepts = [Link("concept", str(n), term) for n, group in enumerate(lists.concepts) for term in group]
    keys = [Link("concept", one.key, term_key(one.word, ways.base_forms)) for one in concepts]
    forms = [*_both_ways(families), *keys, *(_lemma_forms(lists, ways))]
    catalogue.put_words({}, forms, concepts)


def term_key(term: str, bases: BaseForms) -> str:
    """A term by the base forms of its telling words, so that its inflections meet: misbruk sårbar situasjon."""
    telling = [word for word in term.split() if folded(word) not in SMALL_WORDS] or term.split()
    return " ".join(folded(next(iter(bases(word)), word)) for word in telling)


@dataclass(frozen=True)
class Lesson:
    """New words of the corpus, to be related to each other and to what is known; ``first``: nothing is known yet."""

    spellings: Collection[str]
    catalogue: Catalogue
    lists: WordLists
    ways: WordForms
    first: bool

    def teach(self) -> None:
        """Work out the relations and put them in."""
        letters = [one for one in self.spellings if one.isalpha()]
        corpus = {base for one in letters for base in (*self.ways.base_forms(one), one)}
        known = corpus.__contains__ if self.first else lambda one: one in corpus or self.catalogue.is_known(one)
        splitter = Splitter(self.lists, self.ways.base_forms, known)
        families: dict[str, list[str]] = {}
        for n, line in enumerate(self.lists.families):
            for word in line:
                families.setdefault(word, []).append(str(n))
        based = {one: list(self.ways.base_forms(one)) or [splitter.base(one)] for one in letters}
        members = [link for one, found in based.items() for link in _members(one, found, splitter, families)]
        inflected = self.ways.inflections({base for found in based.values() for base in found})
        based |= {form: [base] for form, base in inflected.items() if form not in based}
        forms = [Link("lemma", folded(base), one) for one, found in based.items() for base in found]
        self.catalogue.put_words({one: folded(one) for one in self.spellings}, _both_ways(forms), members)


def _members(
    one: str, found: Sequence[str], splitter: Splitter, families: Mapping[str, Sequence[str]]
) -> Iterator[Link]:
    word = folded(one)
    yield from (Link("lemma", folded(base), word) for base in found)
    keys = {key for name in (one, *found) for key in families.get(name, ())}
    yield from (Link("family", key, word) for key in keys)
    parts = {part for base in (one, *found) for part in splitter.parts(base)}
    yield from (Link("part", folded(part), word) for part in parts)


def _lemma_forms(lists: WordLists, ways: WordForms) -> Iterator[Link]:
    """The inflections of the words of the families, which may be typed though they stand in no text."""
    lemmas = {base for line in lists.families for word in line for base in ways.base_forms(word)}
    yield from _both_ways(Link("lemma", folded(lemma), form) for form, lemma in ways.inflections(lemmas).items())


def _both_ways(links: Iterable[Link]) -> Iterator[Link]:
    """Each form as it is written, and marked as plain where it has letters that not every keyboard has."""
    for one in links:
        yield one
        plain = folded(one.word)
        if plain != one.word:
            yield one._replace(word=PLAIN + plain)
