"""Presets, icons and the look of a report: data only."""
