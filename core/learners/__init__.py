"""The networks that are adapted."""
