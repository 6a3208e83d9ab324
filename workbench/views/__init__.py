"""What a run looks like: each view takes plain data and draws it."""
