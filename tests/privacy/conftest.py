"""The public names that the tests of the privacy gate are read with."""

from __future__ import annotations

import pytest

from kom_rulings.privacy.known_names import KnownNames, load_known_names
from kom_rulings.records import Register
from kom_rulings.records.tables import Tables


@pytest.fixture(scope="session")
def known(tables: Tables, bundled: Register) -> KnownNames:
    """Our public names, with those of the tables and of the bundled records."""
    return load_known_names(tables, bundled)
