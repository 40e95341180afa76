"""A workbook read back as its sheets, cells with their types, and what is set up beside them."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FIRST_DAY = dt.date(1899, 12, 30)


@dataclass(frozen=True)
class ReadSheet:
    """A sheet as it is on disk: rows of values, the parts that have a formula, and the XML for all else."""

    name: str
    rows: list[list[object]]
    xml: str

    @property
    def told(self) -> dict[object, object]:
        """A sheet of two columns: what is told under each name."""
        return {row[0]: row[1] for row in self.rows[1:]}


def part(package: bytes, name: str) -> str:
    """A part of the package as text."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return source.read(name).decode("utf-8")


def read_back(package: bytes) -> list[ReadSheet]:
    """Every sheet of a workbook; a number in a format of days is a day."""
    names = re.findall(r'<sheet name="([^"]*)"', part(package, "xl/workbook.xml"))
    strings = _strings(package)
    days = _day_formats(package)
    sheets = []
    for n, name in enumerate(names, start=1):
        xml = part(package, f"xl/worksheets/sheet{n}.xml")
        rows = ET.fromstring(xml).iter(f"{_MAIN}row")
        sheets.append(ReadSheet(name, [[_value(cell, strings, days) for cell in row] for row in rows], xml))
    return sheets


def _strings(package: bytes) -> list[str]:
    root = ET.fromstring(part(package, "xl/sharedStrings.xml"))
    return ["".join(text.text or "" for text in one.iter(f"{_MAIN}t")) for one in root.iter(f"{_MAIN}si")]


def _day_formats(package: bytes) -> set[str]:
    """The indices of the cell formats that show a number as a day."""
    styles = ET.fromstring(part(package, "xl/styles.xml"))
    days = {one.get("numFmtId") for one in styles.iter(f"{_MAIN}numFmt") if "yy" in str(one.get("formatCode"))}
    formats = styles.find(f"{_MAIN}cellXfs")
    assert formats is not None
    return {str(n) for n, one in enumerate(formats) if one.get("numFmtId") in days}


def _value(cell: ET.Element, strings: list[str], days: set[str]) -> object:
    value = cell.findtext(f"{_MAIN}v")
    assert value is not None
    assert cell.find(f"{_MAIN}f") is None, "a formula"
    if cell.get("t") == "s":
        return strings[int(value)]
    if cell.get("s") in days:
        return _FIRST_DAY + dt.timedelta(days=int(value))
    return float(value) if "." in value else int(value)
