"""Presets and icons: data only."""
