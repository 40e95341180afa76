"""Something that is told of a release or of one of its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Remark:
    """``file`` is empty where the whole release is meant; a ``fault`` is not as it must be."""

    file: str
    message: str
    fault: bool = True
    params: Mapping[str, object] = field(default_factory=dict)
