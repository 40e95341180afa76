"""From typed words to a plan: every sort of form with its weight, what can be switched off, and what is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import closing

import pytest

from kom_rulings.index.catalogue import Catalogue
from kom_rulings.index.expansion import Expander
from kom_rulings.index.fields import PART
from kom_rulings.index.lemmas import WordForms
from kom_rulings.index.lexicon import learn, learn_terms
from kom_rulings.index.query import parse
from kom_rulings.index.scoring import TIERS
from kom_rulings.index.tree import And, Close, Filter, How, Node, Not, OneOf, Or, SameRuling, Variant
from kom_rulings.records.word_lists import WordLists

FORMS: Mapping[str, str] = {
    **dict.fromkeys(["arbeid", "arbeidet"], "arbeid"),
    **dict.fromkeys(["utnytte", "utnyttet"], "utnytte"),
    **dict.fromkeys(["offer", "ofrene"], "offer"),
    **dict.fromkeys(["victim", "victims"], "victim"),
    **dict.fromkeys(["dom", "dommen"], "dom"),
}
LISTS = WordLists(
    families=(("utnytte", "utbytting"),),
    concepts=(("offer", "victim"), ("tvangsarbeid", "forced labour"), ("menneskehandel", "trafficking in persons")),
    parts=frozenset({"tvang", "arbeid", "menneske", "handel"}),
)
CORPUS = (
    *("arbeid", "arbeidet", "arbeidsgiver", "tvangsarbeid", "tvangsarbeidet", "utnytte", "utnyttet", "utbytting"),
    *("offer", "ofrene", "victims", "menneskehandel", "handel", "varehandel", "jordbær", "kobber", "kjøper", "dommen"),
)


def of_dictionary(word: str) -> Collection[str]:
    return (FORMS[word],) if word in FORMS else ()


def inflected(lemmas: Collection[str]) -> Mapping[str, str]:
    return {form: lemma for form, lemma in FORMS.items() if lemma in lemmas}


def apart(word: str) -> Collection[str]:
    """Take two compounds apart that stand in no text."""
    return {"arbeidshandel": ("arbeid", "handel"), "kjøperhandel": ("kjøper", "handel")}.get(word, ())


@pytest.fixture(scope="module")
def catalogue() -> Iterator[Catalogue]:
    with closing(Catalogue(None)) as opened:
        opened.create()
        learn_terms(opened, LISTS, WordForms(of_dictionary, inflected))
        learn(CORPUS, opened, LISTS, WordForms(of_dictionary, inflected))
        yield opened


class Planned:
    """The plan of a typed query, and what was told of it."""

    def __init__(self, catalogue: Catalogue, typed: str, *, exact: bool = False, without: Collection[str] = ()) -> None:
        self.expander = Expander(catalogue, apart, exact, frozenset(without))
        self.node: Node = self.expander.plan(parse(typed))

    def variants(self, node: Node | None = None) -> dict[str, How]:
        """The forms of a word, and why each is searched."""
        found = node or self.node
        assert isinstance(found, OneOf)
        return {" ".join(one.words): one.how for one in found.variants}

    def told(self) -> dict[str, dict[str, How]]:
        return {one.typed: {form.written: form.how for form in one.forms} for one in self.expander.added}


def test_a_word_is_searched_in_its_forms_its_family_its_beginnings_and_compounds(catalogue: Catalogue) -> None:
    assert Planned(catalogue, "arbeid").variants() == {
        "arbeid": "whole",
        "arbeidet": "lemma",
        "arbeidsgiver": "beginning",
        f"{PART}arbeid": "part",
    }
    assert Planned(catalogue, "utnyttet").variants() == {
        "utnyttet": "whole",
        "utnytte": "lemma",
        "utbytting": "family",
    }
    assert Planned(catalogue, "utbytting").variants()["utnyttet"] == "family"


@pytest.mark.parametrize(
    ("typed", "form", "how"),
    [
        ("arbeid", "arbeid", "whole"),
        ("arbeidet", "arbeid", "lemma"),
        ("utbytting", "utnytte", "family"),
        ("arbei", "arbeidsgiver", "beginning"),
        ("tvang", f"{PART}tvang", "part"),
        ("tvangen", "tvangen", "whole"),
        ("offer", "victim", "translation"),
        ("offer", "victims", "translation"),
        ("ofrene", "victims", "translation"),
        ("tvangsarbeidet", "forced labour", "translation"),
        ("menneskehandel", "trafficking in persons", "translation"),
        ("kobbir", "kobber", "spelling"),
        ("kjoper", "kjoper", "whole"),
        ("jordbærplukker", "jordbaer", "part"),
    ],
)
def test_a_form_weighs_what_its_sort_weighs(catalogue: Catalogue, typed: str, form: str, how: How) -> None:
    node = Planned(catalogue, typed).node
    assert isinstance(node, OneOf)
    [found] = [one for one in node.variants if " ".join(one.words) == form]
    assert (found.how, found.weight) == (how, TIERS[how])


def test_the_typed_word_comes_first_and_no_form_twice(catalogue: Catalogue) -> None:
    for typed in ("arbeid", "arbeidet", "utnytte", "offer", "tvangsarbeid", "handel", "kobbir"):
        node = Planned(catalogue, typed).node
        assert isinstance(node, OneOf)
        assert node.variants[0] == Variant((typed,))
        assert len({one.words for one in node.variants}) == len(node.variants)


def test_a_short_word_is_not_searched_as_a_beginning(catalogue: Catalogue) -> None:
    assert "offer" not in Planned(catalogue, "off").variants()
    assert Planned(catalogue, "kobb").variants() == {"kobb": "whole", "kobber": "beginning"}


@pytest.mark.parametrize("typed", ["arbeid", "utnyttet", "tvangsarbeid", "kobbir", "jordbærplukker", "arbeidshandel"])
def test_an_exact_search_adds_nothing(catalogue: Catalogue, typed: str) -> None:
    planned = Planned(catalogue, typed, exact=True)
    assert set(planned.variants().values()) == {"whole"}
    assert len(planned.variants()) == 1
    assert planned.told() == {}


def test_an_exact_search_joins_no_words_to_terms_and_still_knows_stars(catalogue: Catalogue) -> None:
    assert isinstance(Planned(catalogue, "forced labour", exact=True).node, And)
    assert "kobber" in Planned(catalogue, "kob*", exact=True).variants()


@pytest.mark.parametrize(
    ("typed", "without", "gone", "left"),
    [
        ("arbeid", "arbeidet", "arbeidet", "arbeidsgiver"),
        ("utnytte", "utbytting", "utbytting", "utnyttet"),
        ("arbeid", "arbeidsgiver", "arbeidsgiver", "arbeidet"),
        ("tvangsarbeid", "forced labour", "forced labour", "tvangsarbeidet"),
        ("offer", "victims", "victims", "victim"),
        ("kobb*", "kobber", "kobber", "kobb"),
    ],
)
def test_a_form_that_is_switched_off_is_not_searched_and_not_told(
    catalogue: Catalogue, typed: str, without: str, gone: str, left: str
) -> None:
    planned = Planned(catalogue, typed, without=[without])
    assert gone in Planned(catalogue, typed).variants()
    assert gone not in planned.variants()
    assert left in planned.variants()
    assert gone not in planned.told().get(typed, {})


def test_one_compound_of_a_part_can_be_switched_off_and_the_others_stay(catalogue: Catalogue) -> None:
    assert f"{PART}arbeid" in Planned(catalogue, "arbeid").variants()
    found = Planned(catalogue, "arbeid", without=["tvangsarbeidet"]).variants()
    assert f"{PART}arbeid" not in found
    assert "tvangsarbeidet" not in found
    assert found["tvangsarbeid"] == "part"


def test_the_typed_word_itself_is_never_switched_off(catalogue: Catalogue) -> None:
    assert "arbeid" in Planned(catalogue, "arbeid", without=["arbeid"]).variants()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("utnytt*", {"utnytt", "utnytte", "utnyttet"}),
        ("*andel", {"handel", "menneskehandel", "varehandel"}),
        ("*rbeid*", {"arbeid", "arbeidet", "arbeidsgiver", "tvangsarbeid", "tvangsarbeidet"}),
        ("*rbeid", {"arbeid", "tvangsarbeid"}),
        ("kjøp*", {"kjop", "kjoper"}),
        ("kobbar~", {"kobbar", "kobber"}),
        ("kobbar*", {"kobbar"}),
        ("*finnesikke*", {"finnesikke"}),
        ("a*", {"a", "arbeid", "arbeidet", "arbeidsgiver"}),
    ],
)
def test_stars_and_a_tilde_find_what_they_stand_for(catalogue: Catalogue, typed: str, found: set[str]) -> None:
    assert set(Planned(catalogue, typed).variants()) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("*handel", {"menneskehandel", "varehandel"}),
        ("*arbeid*", {"arbeidet", "arbeidsgiver", "tvangsarbeid", "tvangsarbeidet"}),
    ],
)
def test_a_star_before_a_word_finds_the_words_that_hold_it(catalogue: Catalogue, typed: str, found: set[str]) -> None:
    assert found <= set(Planned(catalogue, typed).variants())


def test_what_a_star_finds_weighs_as_much_as_a_typed_word(catalogue: Catalogue) -> None:
    for typed in ("utnytt*", "*andel", "*rbeid*"):
        node = Planned(catalogue, typed).node
        assert isinstance(node, OneOf)
        assert {one.weight for one in node.variants} == {1.0}


def test_an_unknown_compound_is_taken_apart_and_each_part_is_searched_in_its_forms(catalogue: Catalogue) -> None:
    planned = Planned(catalogue, "arbeidshandel")
    assert isinstance(planned.node, And)
    first, second = planned.node.parts
    assert planned.variants(first) == Planned(catalogue, "arbeid").variants()
    assert planned.variants(second) == Planned(catalogue, "handel").variants()
    kept = Planned(catalogue, "tittel:kjøperhandel").node
    assert isinstance(kept, And)
    assert [part.within for part in kept.parts if isinstance(part, OneOf)] == ["title", "title"]


def test_an_unknown_word_is_searched_as_the_longest_known_word_it_begins_with(catalogue: Catalogue) -> None:
    assert Planned(catalogue, "jordbærplukkerne").variants() == {"jordbaerplukkerne": "whole", "jordbaer": "part"}
    assert Planned(catalogue, "jordbærplukkerne").told() == {"jordbærplukkerne": {"jordbær": "part"}}
    assert Planned(catalogue, "arbeidetsforhold").variants()["arbeidet"] == "part"


@pytest.mark.parametrize("typed", ["domxxxxx", "qqqqqqqq", "kobberxxxxxxxxxxxxxx", "12345", "§999", "xyz"])
def test_an_unknown_word_that_is_like_no_other_is_searched_as_it_is(catalogue: Catalogue, typed: str) -> None:
    planned = Planned(catalogue, typed)
    assert list(planned.variants()) == [typed]
    assert planned.told() == {}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("forced labour", {"tvangsarbeid", "tvangsarbeidet"}),
        ("trafficking in persons", {"menneskehandel"}),
    ],
)
def test_words_side_by_side_that_are_a_term_are_also_searched_as_its_other_names(
    catalogue: Catalogue, typed: str, names: set[str]
) -> None:
    planned = Planned(catalogue, typed)
    assert isinstance(planned.node, Or)
    own, other = planned.node.parts
    assert isinstance(own, And)
    assert names <= set(planned.variants(other))
    assert set(planned.variants(other).values()) == {"translation"}
    assert " ".join(own_words(own)) in planned.told()


def own_words(node: And) -> list[str]:
    return [part.typed for part in node.parts if isinstance(part, OneOf)]


def test_a_term_is_found_among_other_words(catalogue: Catalogue) -> None:
    node = Planned(catalogue, "kobber forced labour dommen").node
    assert isinstance(node, And)
    assert [type(part) for part in node.parts] == [OneOf, Or, OneOf]


@pytest.mark.parametrize("typed", ["labour forced", "forced kobber labour", "tittel:forced labour", "forc* labour"])
def test_words_that_are_no_term_as_they_stand_are_searched_one_by_one(catalogue: Catalogue, typed: str) -> None:
    node = Planned(catalogue, typed).node
    assert isinstance(node, And)
    assert all(isinstance(part, OneOf) for part in node.parts)


def test_a_term_whose_other_names_are_switched_off_is_its_words(catalogue: Catalogue) -> None:
    node = Planned(catalogue, "forced labour", without=["tvangsarbeid", "tvangsarbeidet"]).node
    assert isinstance(node, And)


def test_filters_on_rulings_are_merged_and_others_are_left(catalogue: Catalogue) -> None:
    node = Planned(catalogue, "kobber domstol:oslo type:straff år:2018").node
    assert isinstance(node, And)
    word, kind, same = node.parts
    assert isinstance(word, OneOf)
    assert isinstance(kind, Filter)
    assert kind.key == "kind"
    assert isinstance(same, SameRuling)
    assert [one.key for one in same.filters] == ["court", "date"]


def test_one_filter_on_rulings_is_left_as_it_is(catalogue: Catalogue) -> None:
    node = Planned(catalogue, "domstol:oslo type:straff").node
    assert isinstance(node, And)
    assert all(isinstance(part, Filter) for part in node.parts)
    assert isinstance(Planned(catalogue, "domstol:oslo år:2018").node, SameRuling)
    assert isinstance(Planned(catalogue, "domstol:oslo, år:2018").node, Or)


def test_an_excluded_word_is_excluded_in_its_forms_and_that_is_not_told(catalogue: Catalogue) -> None:
    planned = Planned(catalogue, "kobber -arbeid")
    assert isinstance(planned.node, And)
    _, excluded = planned.node.parts
    assert isinstance(excluded, Not)
    assert "arbeidet" in planned.variants(excluded.part)
    assert "arbeid" not in planned.told()


def test_what_was_added_is_told_once_in_the_words_of_the_corpus(catalogue: Catalogue) -> None:
    planned = Planned(catalogue, "arbeid, arbeid kobber")
    assert list(planned.told()) == ["arbeid"]
    assert planned.told()["arbeid"] == {
        "arbeidet": "lemma",
        "arbeidsgiver": "beginning",
        "tvangsarbeid": "part",
        "tvangsarbeidet": "part",
    }


def test_a_spelling_without_special_letters_leads_to_the_same_and_is_not_told(catalogue: Catalogue) -> None:
    planned = Planned(catalogue, "kjøper")
    assert planned.variants() == Planned(catalogue, "KJOEPER").variants()
    assert planned.told() == {}


def test_phrases_have_no_forms_and_words_near_each_other_have(catalogue: Catalogue) -> None:
    assert Planned(catalogue, '"utnytte arbeid"').variants() == {"utnytte arbeid": "whole"}
    node = Planned(catalogue, "utnytte NEAR/3 arbeid").node
    assert isinstance(node, Close)
    assert node.distance == 3
    assert [len(part.variants) > 1 for part in node.parts] == [True, True]
    assert [part.typed for part in node.parts] == ["utnytte", "arbeid"]


def test_a_word_of_one_field_keeps_it_in_every_form(catalogue: Catalogue) -> None:
    node = Planned(catalogue, "tittel:arbeid").node
    assert isinstance(node, OneOf)
    assert node.within == "title"
    assert len(node.variants) > 1
