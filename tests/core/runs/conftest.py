"""A home that the runs of one file share: training takes longest."""

import pytest

from core.places import Places


@pytest.fixture(scope="module")
def glyph_places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    home = tmp_path_factory.mktemp("glyphs")
    return Places(home, home / "runs", home / "data", home / "cache")
