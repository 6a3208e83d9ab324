"""The runs: the table of all of them, and the curves of those that are shown."""
