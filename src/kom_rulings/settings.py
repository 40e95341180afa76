"""What a workspace can set in kom-rulings.toml; read once at the edge and passed on as a value."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, cast

from kom_rulings.errors import SettingsNotRead
from kom_rulings.wording import LANGUAGES, Language

SETTINGS_FILE = "kom-rulings.toml"
ENGINES = ("whoosh", "scan")


@dataclass(frozen=True)
class Settings:
    """The settings with their defaults."""

    #: The language of what is printed: nb or en.
    language: Language = "nb"
    #: The search engine: whoosh, or scan, which walks every record at each search.
    engine: str = "whoosh"
    #: How long a command waits for another one that is writing the index.
    lock_wait_seconds: float = 10.0

    def speaking(self, language: str | None) -> Settings:
        """The same settings in another language, if one is given."""
        return replace(self, language=cast("Language", language)) if language else self


def read_settings(root: Path) -> Settings:
    """Read the settings of a workspace; without a file the defaults hold."""
    path = root / SETTINGS_FILE
    if not path.is_file():
        return Settings()
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        return _settings(content)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError) as error:
        raise SettingsNotRead(file=path, reason=str(error)) from error


def _settings(content: dict[str, Any]) -> Settings:
    unknown = set(content) - {field.name for field in fields(Settings)}
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}?")
    settings = Settings(**content)
    if settings.language not in LANGUAGES:
        raise ValueError(f"language = {settings.language!r}")
    if settings.engine not in ENGINES:
        raise ValueError(f"engine = {settings.engine!r}")
    wait = settings.lock_wait_seconds
    if isinstance(wait, bool) or not isinstance(wait, int | float) or not 0 <= wait < math.inf:
        raise ValueError(f"lock_wait_seconds = {settings.lock_wait_seconds!r}")
    return settings
