"""The values a field can hold, each read from text: unknown, counts, yes and no, dates, references and the like."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any, Final, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Discriminator, InstanceOf, PlainSerializer, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from kom_rulings.dates import PartialDate
from kom_rulings.errors import NotADate
from kom_rulings.records.provision import Provision
from kom_rulings.references import Kind, NotAReference, Reference


class Unknown(Enum):
    """A value of its own: not zero, not no, not empty."""

    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return self.value


UNKNOWN: Final = Unknown.UNKNOWN

_NUMBER = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)


def fault(code: str, value: object, *words: str) -> PydanticCustomError:
    """The error that becomes a finding of this code; ``words`` are what else the value may be."""
    return PydanticCustomError(code, "{value}", {"value": str(value), "words": " ".join(words)})


def _reader(read: Callable[[str], object], code: str, *words: str) -> BeforeValidator:
    """A validator that reads text; ``words`` are texts with a meaning of their own, such as ``unknown``."""

    def validate(value: object) -> object:
        if not isinstance(value, str):
            raise fault("wrong-shape", "text")
        if value in words:
            return UNKNOWN if value == "unknown" else value
        try:
            return read(value)
        except (ValueError, NotADate) as error:
            raise fault(code, value, *words) from error

    return BeforeValidator(validate)


def _whole_number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _yes_or_no(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError(text)
    return text == "yes"


def _country_code(text: str) -> str:
    if not _COUNTRY.fullmatch(text):
        raise ValueError(text)
    return text


def _web_address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", text):
        raise ValueError(text)
    return text


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError(text)
    return text.strip()


def _schema(*kinds: dict[str, Any], unknown: bool = False) -> WithJsonSchema:
    branches = [*kinds, *([{"const": "unknown"}] if unknown else [])]
    return WithJsonSchema(branches[0] if len(branches) == 1 else {"anyOf": branches})


#: How a value is printed back as text, the same way that it is read.
_AS_TEXT = PlainSerializer(str, return_type=str)
_AS_YES = PlainSerializer(lambda value: "yes" if value is True else "no" if value is False else "unknown")
_AS_NUMBER = PlainSerializer(lambda value: value if isinstance(value, int) else str(value))

_NUMBER_SCHEMA: dict[str, Any] = {"type": "integer", "minimum": 0}
_YES_SCHEMA: dict[str, Any] = {"enum": ["yes", "no", True, False]}
_DATE_SCHEMA: dict[str, Any] = {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
#: An editor sees a number in “article: 4”; to us it is text like any other.
_TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "integer", "number"], "minLength": 1}

Text = Annotated[str, _reader(_filled, "text-empty"), _schema(_TEXT_SCHEMA)]
TextOrUnknown = Annotated[str | Unknown, _reader(_filled, "text-empty", "unknown"), _AS_TEXT, _schema(_TEXT_SCHEMA)]
Count = Annotated[int, _reader(_whole_number, "not-a-number"), _schema(_NUMBER_SCHEMA)]
CountOrUnknown = Annotated[
    int | Unknown,
    _reader(_whole_number, "not-a-number", "unknown"),
    _AS_NUMBER,
    _schema(_NUMBER_SCHEMA, unknown=True),
]
#: A number, ``some`` (at least one, how many is not known) or ``unknown``.
CountOrSome = Annotated[
    int | Literal["some"] | Unknown,
    _reader(_whole_number, "not-a-number", "some", "unknown"),
    _AS_NUMBER,
    _schema(_NUMBER_SCHEMA, {"const": "some"}, unknown=True),
]
Yes = Annotated[bool, _reader(_yes_or_no, "not-yes-or-no"), _AS_YES, _schema(_YES_SCHEMA)]
YesOrUnknown = Annotated[
    bool | Unknown, _reader(_yes_or_no, "not-yes-or-no", "unknown"), _AS_YES, _schema(_YES_SCHEMA, unknown=True)
]
DateOrUnknown = Annotated[
    InstanceOf[PartialDate] | InstanceOf[Unknown],
    _reader(PartialDate.parse, "not-a-date", "unknown"),
    _AS_TEXT,
    _schema(_DATE_SCHEMA, unknown=True),
]
Ref = Annotated[InstanceOf[Reference], _reader(Reference.parse, "not-a-reference"), _AS_TEXT, _schema(_TEXT_SCHEMA)]


def _reference_of(kind: Kind) -> Callable[[str], Reference]:
    """A reader of references of one kind only."""

    def read(text: str) -> Reference:
        reference = Reference.parse(text)
        if reference.kind is not kind:
            raise NotAReference(text)
        return reference

    return read


Application = Annotated[
    InstanceOf[Reference],
    _reader(_reference_of(Kind.APPLICATION), "not-a-reference"),
    _AS_TEXT,
    _schema(_TEXT_SCHEMA),
]
Ecli = Annotated[
    InstanceOf[Reference], _reader(_reference_of(Kind.ECLI), "not-a-reference"), _AS_TEXT, _schema(_TEXT_SCHEMA)
]
HudocItem = Annotated[
    InstanceOf[Reference], _reader(_reference_of(Kind.HUDOC_ITEM), "not-a-reference"), _AS_TEXT, _schema(_TEXT_SCHEMA)
]
ProvisionText = Annotated[
    InstanceOf[Provision], _reader(Provision.parse, "not-a-provision"), _AS_TEXT, _schema(_TEXT_SCHEMA)
]
Country = Annotated[str, _reader(_country_code, "not-a-country"), _schema({"type": "string", "pattern": "^[A-Z]{2}$"})]
CountryOrUnknown = Annotated[
    str | Unknown,
    _reader(_country_code, "not-a-country", "unknown"),
    _AS_TEXT,
    _schema({"type": "string", "pattern": "^[A-Z]{2}$"}, unknown=True),
]
Link = Annotated[str, _reader(_web_address, "not-a-link"), _schema({"type": "string", "format": "uri"})]


def _list_or_unknown(value: object) -> str:
    return "unknown" if value in ("unknown", UNKNOWN) else "list"


_UnknownList = Annotated[
    InstanceOf[Unknown],
    BeforeValidator(lambda _: UNKNOWN),
    _AS_TEXT,
    _schema({"const": "unknown"}),
]
_Item = TypeVar("_Item")
#: A list, or ``unknown``; an empty list says that there is none.
ListOrUnknown = Annotated[
    Annotated[tuple[_Item, ...], Tag("list")] | Annotated[_UnknownList, Tag("unknown")],
    Discriminator(_list_or_unknown),
]
