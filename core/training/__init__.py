"""The loop, evaluation and checkpoints."""
