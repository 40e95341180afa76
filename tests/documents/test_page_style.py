"""The style of the page: colours that stand out light, dark and on paper, and one style for every class."""

from __future__ import annotations

import re

import pytest

from documents.page_reading import PAGE
from kom_rulings.documents.html import STYLES


def colours() -> list[dict[str, str]]:
    """The colours by name: light, dark, printed."""
    rules = re.findall(r":root \{(.*?)\}", STYLES.read_text(encoding="utf-8"), re.DOTALL)
    return [dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", rule)) for rule in rules]


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", colours(), ids=["light", "dark", "print"])
@pytest.mark.parametrize("ground", ["ground", "raised"])
def test_text_and_edges_stand_out_from_what_they_are_on(scheme: dict[str, str], ground: str) -> None:
    for name in ("text", "quiet", "link", "visited"):
        assert contrast(scheme[name], scheme[ground]) >= 4.5, name
    assert contrast(scheme["edge"], scheme[ground]) >= 3


def test_there_are_no_colours_but_those_with_a_name() -> None:
    style = STYLES.read_text(encoding="utf-8")
    outside = re.sub(r":root \{.*?\}", "", style, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-f]{3}|rgb|hsl", outside)
    assert {tuple(scheme) for scheme in colours()} == {("ground", "raised", "text", "quiet", "link", "visited", "edge")}
    assert len(colours()) == 3


@pytest.mark.parametrize(
    "needed",
    [
        *("(prefers-color-scheme: dark)", "(prefers-reduced-motion: no-preference)", "@media print", ":focus-visible"),
        *("break-before: page", "table-header-group", "overflow-x: auto", "position: sticky", "max-width: 44rem"),
    ],
)
def test_the_style_serves_every_reader_and_paper(needed: str) -> None:
    assert needed in STYLES.read_text(encoding="utf-8")


def test_every_class_on_the_page_is_in_the_style() -> None:
    names = {name for one in PAGE.iter() for name in (one.get("class") or "").split()}
    styled = set(re.findall(r"\.([a-z-]+)", STYLES.read_text(encoding="utf-8")))
    assert names - styled == {"closing"}, "the last paragraph of a summary looks like any other"


def test_the_style_can_stand_in_xml_and_in_html() -> None:
    assert not re.search("[<&]", STYLES.read_text(encoding="utf-8"))
