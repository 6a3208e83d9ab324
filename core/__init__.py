"""The engine of Innerloop: meta-learning without a window. Works where Qt is not installed."""
