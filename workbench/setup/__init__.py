"""The setup panel: presets, the form built from the schema, and what is wrong with it."""
