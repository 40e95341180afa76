"""Another id for a case: its file and its full texts get the new name, and the record tells the old one."""

from __future__ import annotations

from pathlib import Path

from kom_rulings.editing.case_text import field, free_name, opened, put, renamed_text, texts_in, texts_of
from kom_rulings.files.moving import Act, Write


def renaming(root: Path, path: Path, name: str) -> Act:
    """What renaming a case would do; nothing is written. Raises ``NotACaseId`` or ``CaseExists``."""
    new = free_name(root, name)
    case = opened(root, path)
    former = [one for one in texts_in(case.raw.tree.get("formerly")) if one != new]
    put(case.document.root, field("formerly", (*former, case.id)), case.kind, ())
    return Act(
        name=f"rename {case.id} {new}",
        writes=[Write(f"{path.parent.name}/{new}{path.suffix}", None, case.encoded(case.document))],
        moves=[(file, renamed_text(file, new)) for file, _ in texts_of(root, case.id)],
        removals=[(case.raw.file, case.raw.sha256)],
    )
