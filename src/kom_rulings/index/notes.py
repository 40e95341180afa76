"""Something to tell beside a result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Note:
    """A remark; ``message`` is a catalogue key, ``params`` fills it."""

    message: str
    params: Mapping[str, object] = field(default_factory=dict)
