"""Outlines to write in every form: one with all there is, and any number with texts that would break the form."""

from __future__ import annotations

from hypothesis import strategies as st

from kom_rulings.documents.numbering import numbered
from kom_rulings.documents.outline import (
    Bullets,
    ChartBlock,
    Contents,
    Heading,
    Landscape,
    Outline,
    Paragraph,
    Portrait,
    Run,
    Runs,
    Series,
    TableBlock,
    text,
)

TABLE = TableBlock(
    caption="Domfellelser etter år",
    description="Én rad per år, den siste raden er summen.",
    heads=("År", "Totalt", "Rettskraftig"),
    rows=(
        (text("2016"), text("2"), (Run("1", link="#cases"),)),
        (text("2017"), text("1"), text("1")),
        ((Run("Totalt", bold=True),), (Run("3", bold=True),), (Run("2", bold=True),)),
    ),
    widths=(40, 30, 30),
    numeric=2,
    total=True,
    anchor="table-year",
)
CHART = ChartBlock(
    caption="Domfellelser etter år og form",
    description="2016: to saker om seksuelle ytelser. 2017: én om tvangsarbeid.",
    categories=("2016", "2017"),
    series=(Series("Seksuelle ytelser", (2, 0)), Series("Tvangsarbeid", (0, 1))),
    category_title="År",
    value_title="Saker",
    anchor="figure-year",
)
CASES = TableBlock(
    caption="Saker",
    description="",
    heads=("Nr.", "Sak", "Domstol, dato og referanse"),
    rows=(
        (
            text("1"),
            (Run("Siliadin v. France", link="#case-siliadin", language="en"),),
            (
                Run("Den europeiske menneskerettsdomstolen, 26. juli 2005 ("),
                Run("73316/01", link="https://hudoc.echr.coe.int/eng?i=001-69891"),
                Run(")"),
            ),
        ),
    ),
    widths=(10, 40, 50),
)
SAMPLE = numbered(
    Outline(
        title="Rettsavgjørelser om menneskehandel",
        author="Koordineringsenheten mot menneskehandel (KOM)",
        subject="Oversikt per 31. desember 2021",
        language="nb",
        as_of="2021-12-31",
        blocks=(
            Heading(1, "Rettsavgjørelser om menneskehandel", "title"),
            Paragraph(text("Oversikt fra KOM"), "subtitle"),
            Contents("Innhold"),
            Heading(2, "Tall", "numbers", new_page=True),
            Paragraph((Run("Per 31. desember 2021: "), Run("3", bold=True), Run(" domfellelser.")), "lead"),
            Paragraph((Run("Se "), Run("", mention="table-year", link="#table-year"), Run("."))),
            TABLE,
            CHART,
            Paragraph(text("Ikke regnet med, dato ukjent: 7"), "source", anchor="not-counted"),
            Heading(3, "Etter domstol", "courts"),
            Paragraph((Run("Etter "), Run("§ 257", link="https://lovdata.no/lov/2005-05-20-28/%C2%A7257"), Run("."))),
            Bullets((text("tingrett"), (Run("Skriv til "), Run("KOM", link="mailto:kom@example.org")))),
            Landscape(),
            Heading(2, "Saker", "cases"),
            CASES,
            Portrait(),
            Heading(2, "Sammendrag", "summaries"),
            Heading(4, "Siliadin v. France", "case-siliadin", language="en"),
            Bullets((text("EMD, 26. juli 2005: krenkelse"),), keep=True),
            Paragraph(text("Saken regnes med."), "note"),
            Paragraph((Run("Retten kalte det "), Run("servitude", italic=True, language="en"), Run(".")), "closing"),
        ),
    )
)

#: What has a meaning of its own in HTML, in Markdown or in the order of signs.
FRAGMENTS = (
    *("|", "\\|", "\\", "*", "**", "_", "__", "`", "```", "~~", "$", "$$a$$", ":x:", "^", "=", "===", "---", "|---|"),
    *(
        "#",
        "# ",
        "## a",
        "1.",
        "2) ",
        "- ",
        "+ ",
        "* ",
        "> ",
        ">",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\u2028",
        "\x85",
    ),
    *("<script>alert(1)</script>", "</style>", "</td>", "<!--", "-->", "]]>", "<?xml", "<b>", "&amp;", "&", "&#60;"),
    *("[a](javascript:alert(1))", "![", "!", "[", "]", "(", ")", "[ ]", "[a]: http://b.no", "<http://b.no>", '"', "'"),
    *(
        "\u202e",
        "\u202d",
        "\u2066",
        "\u2069",
        "\u200f",
        "\ufeff",
        "\x00",
        "\x07",
        "\x0b",
        "\x1b",
        "\x9f",
        "\ud800",
        "\ufffe",
    ),
    *(
        "סחר",
        "اتجار",
        "😀",
        "👩‍👧",
        "人身売買",
        "a",
        "b c",
        "Æ",
        " ",
        "\u00a0",
        "\u200b",
        "2017",
        "é",
        "%",
        "{",
        "}",
        "x" * 90,
    ),
)
nasty_words = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=6).map("".join)
_links = st.sampled_from(
    [None, None, "https://lovdata.no/a_(b)?c=1&copy=2", "#places", "#no-place", "javascript:alert(1)"]
)
nasty_runs: st.SearchStrategy[Runs] = st.lists(
    st.builds(Run, text=nasty_words, bold=st.booleans(), italic=st.booleans(), link=_links), max_size=4
).map(tuple)


@st.composite
def nasty_outlines(draw: st.DrawFn) -> Outline:
    """Documents of every kind of block that holds text, with texts that mean harm."""
    blocks = draw(st.lists(st.one_of(_headings, _paragraphs, _bullets, _tables(), _charts()), max_size=5))
    title = Heading(1, draw(nasty_words), "title")
    words = draw(nasty_words)
    return numbered(Outline(words, words, words, "nb", "2021-12-31", (title, Contents(words), *blocks)))


_anchors = st.one_of(st.sampled_from(["places", "a b", "", "æ", "main"]), nasty_words)
_headings = st.builds(Heading, level=st.integers(2, 5), text=nasty_words, anchor=_anchors)
_paragraphs = st.builds(Paragraph, runs=nasty_runs)
_bullets = st.builds(Bullets, items=st.lists(nasty_runs, max_size=3).map(tuple))


@st.composite
def _tables(draw: st.DrawFn) -> TableBlock:
    columns = draw(st.integers(1, 3))
    rows = st.lists(st.tuples(*[nasty_runs] * columns), max_size=3).map(tuple)
    heads = draw(st.tuples(*[nasty_words] * columns))
    words, anchor = draw(nasty_words), draw(_anchors)
    return TableBlock(words, words, heads, draw(rows), (1,) * columns, draw(st.integers(0, columns)), anchor=anchor)


@st.composite
def _charts(draw: st.DrawFn) -> ChartBlock:
    categories = draw(st.lists(nasty_words, max_size=4).map(tuple))
    values = st.tuples(*[st.integers(0, 10**6)] * len(categories))
    series = st.lists(st.builds(Series, name=nasty_words, values=values), max_size=3).map(tuple)
    words = draw(nasty_words)
    return ChartBlock(words, words, categories, draw(series), words, words, draw(_anchors))
