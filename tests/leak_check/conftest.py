"""A register with a public case, one under a restriction, one that is not for the public and a draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kom_rulings.leak_check import Guard, LeakFound, check_files
from kom_rulings.standing import Audience, may_see
from kom_rulings.workspace import Workspace

CASE = """# yaml-language-server: $schema=../case.schema.json
kind: criminal
title: {{nb: {title}}}
popular_name: {popular}
exploitation: [sexual]
visibility: {visibility}
{more}rulings:
  - court: Borgarting lagmannsrett
    instance: lagmannsrett
    references: [{reference}]
    date: 2018-05-04
    outcome: convicted
    provisions: [strl. 2005 § 257]
    summary:
      nb: {{text: "{text}", author: KOM}}
"""
PUBLIC = {
    "title": "Den åpne saken om tigging",
    "popular": "Åpne-saken",
    "visibility": "public",
    "more": "",
    "reference": "LB-2099-11111",
    "text": "Lagmannsretten dømte for menneskehandel.",
}
RESTRICTED = {
    **PUBLIC,
    "title": "Den lukkede saken om gartneriet",
    "popular": "Gartnerisaken",
    "visibility": "internal",
    "more": "restriction: {scope: Hele dommen}\n",
    "reference": "LB-2099-22222",
}
INTERNAL = {
    **PUBLIC,
    "title": "Saken om neglesalongen i byen",
    "popular": "Kjeden",
    "visibility": "internal",
    "reference": "LB-2099-33333",
}
DRAFT = {
    **PUBLIC,
    "title": "Et utkast om vaskehallen",
    "popular": "Vaskehall-saken",
    "more": "draft: yes\n",
    "reference": "LB-2099-44444",
}
TEXT = """reference: LB-2099-11111
source: https://lovdata.no
retrieved: 2026-11-23
sha256: {sum}
---
{body}"""


@pytest.fixture
def workspace(records_of: Callable[[dict[str, str]], Path]) -> Workspace:
    cases = {"apen-saken": PUBLIC, "lukket-sak": RESTRICTED, "negl": INTERNAL, "vaskehallen": DRAFT}
    return Workspace(records_of({f"criminal/{name}.yaml": CASE.format(**case) for name, case in cases.items()}))


@pytest.fixture
def look(workspace: Workspace) -> Callable[..., list[LeakFound]]:
    """What the leak check finds in one file: ``look("a.md", b"…")``."""

    def check(name: str, content: bytes | str, audience: Audience = "public", folder: str = "") -> list[LeakFound]:
        shown = [case for case in workspace.register.cases if may_see(case, audience)]
        made = content.encode() if isinstance(content, str) else content
        return check_files([(name, made)], Guard(workspace, audience, shown), folder)

    return check
