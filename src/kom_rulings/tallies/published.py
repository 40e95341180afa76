"""The figures KOM has published, set beside what the records give on the same date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from kom_rulings.dates import PartialDate
from kom_rulings.files.reading import RawFile, read_file
from kom_rulings.problems import Problem
from kom_rulings.records.case import Part
from kom_rulings.records.register import Register
from kom_rulings.records.values import UNKNOWN, CountOrUnknown, DateOrUnknown, Text, Yes
from kom_rulings.tallies.tally import Tally, tally
from kom_rulings.wording import N_

FIGURES_FILE = "published-figures.yaml"

#: The figures compared, with the heading of each.
MEASURES: Mapping[str, str] = {
    "total": N_("Convictions"),
    "final": N_("Final"),
    "not_final": N_("Not final"),
    "minors": N_("With minors"),
    "sexual": N_("Prostitution or other sexual services"),
    "labour": N_("Forced labour or services"),
    "both": N_("Both forms"),
}
