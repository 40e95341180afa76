"""Make what is derived when the package is built: compiled catalogues and the Word template."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DerivedFiles(BuildHookInterface):  # type: ignore[misc]
    """Runs before every build, also of an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues and build the template."""
        root = Path(self.root)
        for source in root.glob("src/kom_rulings/locale/*/LC_MESSAGES/*.po"):
            compile_catalogue(source)
        specification = importlib.util.spec_from_file_location("build_template", root / "scripts" / "build_template.py")
        if specification is None or specification.loader is None:
            raise FileNotFoundError("scripts/build_template.py")
        module = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(module)
        module.build(root / "src" / "kom_rulings" / "data" / "overview.docx")


def compile_catalogue(source: Path) -> None:
    """Write the compiled catalogue beside its source."""
    with source.open("rb") as file:
        catalogue = read_po(file)
    with source.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalogue)
