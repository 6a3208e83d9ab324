"""Run folders and their index."""
