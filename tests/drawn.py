"""Glyphs that are drawn once for all tests, which takes longer than most of what they do with them."""

import os
from pathlib import Path

import pytest

from core.places import Places


@pytest.fixture(scope="session")
def drawn_glyphs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with the usual font of glyphs."""
    from core.tasks.glyphs import GlyphsSettings, GlyphTasks

    folder = tmp_path_factory.mktemp("drawn")
    list(GlyphTasks.open(GlyphsSettings(), 0, Places(folder, folder, folder, folder)))
    return folder


def with_glyphs(places: Places, drawn: Path) -> Places:
    """The same places, with the drawn glyphs in their cache, which replaces files and never writes into them."""
    places.cache.mkdir(parents=True)
    for file in drawn.iterdir():
        os.link(file, places.cache / file.name)
    return places
