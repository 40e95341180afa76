"""The public names of the package: all there, all sorted."""

from __future__ import annotations

import kom_rulings


def test_every_public_name_is_there_and_in_order() -> None:
    assert sorted(kom_rulings.__all__) == kom_rulings.__all__
    assert all(hasattr(kom_rulings, name) for name in kom_rulings.__all__)
