"""Our query language: what is typed becomes a tree, the tree is printed back, and nothing typed is an error."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.nasty import NASTY
from kom_rulings.index.pieces import LONGEST, MOST_WORDS
from kom_rulings.index.query import narrowed, parse, printed, read
from kom_rulings.index.tree import (
    EVERYTHING,
    And,
    Cited,
    Filter,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Word,
    asked_for,
)
from kom_rulings.references import Reference

TIGGING, TYVERI, BARN = Word("tigging"), Word("tyveri"), Word("barn")
GARTNERI = Cited(Reference.parse("HR-2017-1124-A"))
CHILDREN = Cited(Reference.parse("Rt-2013-39"))
CRIMINAL, ECHR = Filter("kind", ("criminal",)), Filter("kind", ("echr",))


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("tigging", TIGGING),
        ("tigging tyveri barn", And((TIGGING, TYVERI, BARN))),
        ("tigging OG tyveri AND barn", And((TIGGING, TYVERI, BARN))),
        ("tigging og tyveri and barn", And((TIGGING, TYVERI, BARN))),
        ("tigging, tyveri", Or((TIGGING, TYVERI))),
        ("tigging ELLER tyveri OR barn", Or((TIGGING, TYVERI, BARN))),
        ("tigging eller tyveri or barn", Or((TIGGING, TYVERI, BARN))),
        ("tigging barn, tyveri", Or((And((TIGGING, BARN)), TYVERI))),
        ("tigging -tyveri", And((TIGGING, Not(TYVERI)))),
        ("tigging IKKE tyveri NOT barn", And((TIGGING, Not(TYVERI), Not(BARN)))),
        ("tigging ikke tyveri ikkje barn", And((TIGGING, Not(TYVERI), Not(BARN)))),
        ("(tigging, tyveri) barn", And((Or((TIGGING, TYVERI)), BARN))),
        ("barn -(tigging, tyveri)", And((BARN, Not(Or((TIGGING, TYVERI)))))),
        ("((tigging tyveri) barn)", And((TIGGING, TYVERI, BARN))),
        ('-"tigging tyveri"', Not(Phrase(("tigging", "tyveri")))),
        ("«tigging tyveri»", Phrase(("tigging", "tyveri"))),
        ("tigg*", Word("tigg", "beginning")),
        ("*handel", Word("handel", "ending")),
        ("*arbeid*", Word("arbeid", "inside")),
        ("menneskehandell~", Word("menneskehandell", "near")),
        ("Trømsø*", Word("tromso", "beginning")),
        ("tigging NEAR tyveri", Near((TIGGING, TYVERI), 10)),
        ("tigging NÆR/3 tyveri barn", And((Near((TIGGING, TYVERI), 3), BARN))),
        ("tigging near/2 tyveri NEAR/5 barn", Near((TIGGING, TYVERI, BARN), 5)),
        ('"tigging tyveri" NEAR barn', Near((Phrase(("tigging", "tyveri")), BARN), 10)),
        ("tigging NEAR Rt-2013-39", And((TIGGING, CHILDREN))),
        ("§ 257", Word("§257")),
        ("§§257 barn", And((Word("§257"), BARN))),
        ("utf. § 8-4", And((Word("utf"), Word("§8-4")))),
        ('"strl. § 60 a"', Phrase(("strl", "§60a"))),
        ("hr 2017 1124 a", GARTNERI),
        ("barn i rt. 2013 s 39 tyveri", And((BARN, CHILDREN, TYVERI))),
        ("barn,Rt–2013–39", Or((BARN, CHILDREN))),
        ("(Rt-2013-39) barn", And((CHILDREN, BARN))),
        ("IKKE Rt-2013-39", Not(CHILDREN)),
        ("Rt-2013-39 avsnitt 45 barn", And((CHILDREN, BARN))),
        ("Rt. 2013 s. 39 flg. barn", And((CHILDREN, BARN))),
        ("Rt-2013-39 § 257", And((CHILDREN, Word("§257")))),
        ("", EVERYTHING),
        (" , , ", EVERYTHING),
        ("()", EVERYTHING),
        ("-()", EVERYTHING),
    ],
)
def test_what_is_typed_becomes_a_tree(typed: str, tree: Node) -> None:
    assert parse(typed) == tree


def years(first: int, last: int) -> Filter:
    import datetime as dt

    return Filter("date", (), dt.date(first, 1, 1).toordinal(), dt.date(last, 12, 31).toordinal())


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("type:straff", CRIMINAL),
        ("kind:criminal", CRIMINAL),
        ("TYPE:Straffesak", CRIMINAL),
        ("type: straff", CRIMINAL),
        ("-type:straff", Not(CRIMINAL)),
        ("type:(straff, emd)", Or((CRIMINAL, ECHR))),
        ("type:straff, type:emd", Or((CRIMINAL, ECHR))),
        ("domstol:borgarting", Filter("court", ("borgarting",))),
        ('court:"Oslo District"', Filter("court", ("oslo district",))),
        ("instans:høyesterett", Filter("instance", ("hoyesterett",))),
        ("instans:hoeyesterett", Filter("instance", ("hoyesterett",))),
        ("instans:lagm", Filter("instance", ("lagmannsrett",))),
        ("år:2015", years(2015, 2015)),
        ("ar:2015-2020", years(2015, 2020)),
        ("year:2020-2015", years(2015, 2020)),
        ("år:2015–2020 barn", And((years(2015, 2020), BARN))),
        ("lov:257", Filter("law", ("257",))),
        ('lov:"strl § 257"', Filter("law", ("strl § 257",))),
        ("lov:strl. 1902 § 224 barn", And((Filter("law", ("strl. 1902 § 224",)), BARN))),
        ("law:§ 8-4", Filter("law", ("§ 8-4",))),
        ("artikkel:4", Filter("article", ("4",))),
        ("art:p1-1", Filter("article", ("P1-1",))),
        ("utnyttelse:tvangsarbeid", Filter("exploitation", ("forced_labour",))),
        ("exploitation:begging", Filter("exploitation", ("begging",))),
        ("land:Nigeria", Filter("country", ("nigeria",))),
        ("mindreårige:ja", Filter("minors", ("yes",))),
        ("mindrearige:ukjent", Filter("minors", ("unknown",))),
        ("rettskraftig:nei", Filter("final", ("no",))),
        ("utfall:frifunnet", Filter("outcome", ("acquitted",))),
        ("utfall:avvist", Filter("outcome", ("dismissed", "inadmissible"))),
        ('outcome:"no violation"', Filter("outcome", ("no_violation",))),
        ("straff:>5år", Filter("sentence", (), 5 * 360 + 1, None)),
        ("straff:>5 år barn", And((Filter("sentence", (), 1801, None), BARN))),
        ("straff:<=18mnd", Filter("sentence", (), None, 540)),
        ("straff:2-5 år", Filter("sentence", (), 720, 1800)),
        ("straff:2år6mnd", Filter("sentence", (), 900, 900)),
        ("oppreisning:>100000", Filter("redress", (), 100001, None)),
        ("oppreisning:>=100 000 barn", And((Filter("redress", (), 100000, None), BARN))),
        ("stat:Hellas", Filter("state", ("hellas",))),
        ("tillatelse:vitne", Filter("permit", ("witness",))),
        ("siterer:HR-2017-1124-A", Filter("cites", ("HR-2017-1124-A",))),
        ("siterer:rt. 2013 s. 39 barn", And((Filter("cites", ("Rt-2013-39",)), BARN))),
        ("referanse:25965/04", Filter("reference", ("25965/04",))),
        ("tittel:barn", Word("barn", within="title")),
        ('summary:"tigging tyveri"', Phrase(("tigging", "tyveri"), "summary")),
        ("sammendrag:(barn, tigg*)", Or((Word("barn", within="summary"), Word("tigg", "beginning", "summary")))),
        ("stikkord:barn tyveri", And((Word("barn", within="keywords"), TYVERI))),
    ],
)
def test_fields_have_norwegian_and_english_names(typed: str, tree: Node) -> None:
    assert parse(typed) == tree
    assert not read(typed).notes


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("type:tull barn", "tull barn"),
        ("år:ifjor", "ifjor"),
        ("år:2019-13-45", '"2019-13-45"'),
        ("straff:streng", "streng"),
        ("siterer:ingen", "ingen"),
        ('type:"tull og tøys"', '"tull og tøys"'),
        ("type:(straff, tull)", "straff, tull"),
    ],
)
def test_a_value_that_the_field_cannot_have_is_searched_as_words_and_told(typed: str, reading: str) -> None:
    found = read(typed)
    assert printed(found.node) == reading
    assert [note.message for note in found.notes] == [
        "“{name}:{value}” is no filter that is known, and was searched as words."
    ]


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("  Tigging   TYVERI ", "Tigging TYVERI"),
        ("tigging OG tyveri", "tigging tyveri"),
        ("tigging ELLER tyveri", "tigging, tyveri"),
        ("tigging,,tyveri,", "tigging, tyveri"),
        (",tigging", "tigging"),
        ("tigging OR AND tyveri", "tigging, tyveri"),
        ("tigging IKKE tyveri", "tigging -tyveri"),
        ("NOT NOT tigging", "-tigging"),
        ("tigging NOT", "tigging"),
        ("NOT, tigging", "tigging"),
        ("--tigging", "-tigging"),
        ("- tigging", "tigging"),
        ("(tigging", "tigging"),
        ("tigging) tyveri", "tigging tyveri"),
        ("(tigging, tyveri) (barn", "(tigging, tyveri) barn"),
        ("-(tigging, barn", "-(tigging, barn)"),
        ("tigging NEAR", "tigging"),
        ("tigging NEAR tyveri", "tigging NEAR tyveri"),
        ("tigging NEAR/0 tyveri", "tigging NEAR/1 tyveri"),
        ("au-pair", '"au-pair"'),
        ('"Au  Pair"', '"Au Pair"'),
        ('tigging "au pair', 'tigging "au pair"'),
        ('tigging"au pair"tyveri', 'tigging "au pair" tyveri'),
        ('""tigging""', "tigging"),
        ('"', ""),
        ('-"', ""),
        ('"…"', ""),
        ("“au pair”", '"au pair"'),
        ("tigg**", "tigg*"),
        ("ti*gging", "ti gging"),
        ("*", ""),
        ("type:", "type"),
        ("title:rantsev", "tittel:rantsev"),
        ("hva:tigging", "tigging"),
        ("tittel:(rantsev kypros)", "tittel:rantsev tittel:kypros"),
        ("year:>2015", "år:>2015"),
        ("Rt. 2013 side 39", "Rt-2013-39"),
        ("HR–2017–01124–A", "HR-2017-1124-A"),
        ("hr 2017 1124", "HR-2017-1124"),
        ("(hr-2017-1124) b", "HR-2017-1124 b"),
        ("(hr-2017-1124) u", "HR-2017-1124 OG u"),
        ("Rantsev (25965/04)", "Rantsev 25965/04"),
        ("ecli:ce:echr:2010:0107jud002596504", "ECLI:CE:ECHR:2010:0107JUD002596504"),
        ("sak nr 2017/318", "sak nr. 2017/318"),
    ],
)
def test_the_reading_is_printed_in_normal_form(typed: str, reading: str) -> None:
    assert printed(parse(typed)) == reading


def test_the_reading_names_fields_in_the_language_of_the_reader() -> None:
    node = parse("type:straff tittel:barn (hr-2017-1124) u")
    assert printed(node, "en") == "kind:straff AND title:barn AND HR-2017-1124 AND u"


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("tigging på den gården", "tigging gården"),
        ("handel med barn i Norge", "handel barn Norge"),
        ("hvilke saker finnes om tigging", "tigging"),
        ("what is the duty to investigate trafficking", "duty investigate trafficking"),
        ("ikke krenkelse", "krenkelse"),
        ("offeret ikke kan anmelde", "offeret anmelde"),
        ("den", "den"),
        ("i og på", "i og på"),
        ("den, tigging", "den, tigging"),
        ('"den" tigging', '"den" tigging'),
        ("-den tigging", "-den tigging"),
        ("og Rt-2013-39", "Rt-2013-39"),
        ("tittel:den tigging", "tittel:den tigging"),
    ],
)
def test_small_words_are_dropped_unless_alone_quoted_or_placed(typed: str, reading: str) -> None:
    assert printed(parse(typed)) == reading


@pytest.mark.parametrize("nasty", NASTY)
def test_a_nasty_text_has_a_reading_that_is_stable(nasty: str) -> None:
    tree = parse(nasty)
    assert parse(printed(tree)) == tree


def test_of_a_very_long_query_the_beginning_is_read_and_that_is_told() -> None:
    for text in ("tigging " * MOST_WORDS * 2, "x" * (LONGEST + 1)):
        assert [note.message for note in read(text).notes] == ["The query is very long; only its beginning was read."]


_PIECES = st.sampled_from(
    [
        "tigging",
        "tyveri",
        "-x",
        "(",
        ")",
        ",",
        "OR",
        "ELLER",
        "IKKE",
        "not",
        "ikke",
        "og",
        "eller",
        "or",
        "NEAR",
        "NEAR/5",
        "type:straff",
        "type:tull",
        "lov:257",
        "lov:§",
        "257",
        "a",
        "år:2015-2020",
        "tittel:a",
        "tittel:(",
        "straff:>5år",
        "25",
        "år",
        "Rt-2013-39",
        "hr-2017-1124",
        "u",
        "au-pair",
        "utnytt*",
        "*handel",
        "or~",
        "til",
        "den",
        "25965/04",
        "LB-2018-102939",
        "2",
        "type:(straff,",
        'sammendrag:"a',
        "siterer:Rt-2013-39",
        '"',
        ":",
        "~",
        "*",
        "-",
        "NÆR",
        "OG",
    ]
)
_TYPED = st.one_of(
    st.text(max_size=30),
    st.lists(st.one_of(_PIECES, _PIECES, st.text(max_size=3)), max_size=12).map(" ".join),
    st.lists(_PIECES, max_size=9).map("".join),
)


@settings(deadline=None, max_examples=500)
@given(_TYPED)
@example("LA:0000:0")
@example("AR:2000LA-0000-0")
@example("0(TIL:TIL")
@example("0/00RT2000-0")
def test_what_is_printed_is_read_back_as_the_same_tree(text: str) -> None:
    tree = parse(text)
    assert parse(printed(tree)) == tree


def test_filters_narrow_a_query_down() -> None:
    assert narrowed(EVERYTHING, []) == EVERYTHING
    assert narrowed(EVERYTHING, [CRIMINAL]) == CRIMINAL
    assert narrowed(TIGGING, [CRIMINAL, ECHR]) == And((TIGGING, CRIMINAL, ECHR))
    assert narrowed(And((TIGGING, BARN)), [CRIMINAL]) == And((TIGGING, BARN, CRIMINAL))
    assert narrowed(Or((TIGGING, BARN)), [CRIMINAL]) == And((Or((TIGGING, BARN)), CRIMINAL))


def test_what_a_case_is_wanted_for_leaves_out_what_is_excluded() -> None:
    node = parse('tigging -tyveri ("au pair", Rt-2013-39) type:straff')
    assert list(asked_for(node)) == [TIGGING, Phrase(("au", "pair")), CHILDREN, CRIMINAL]
