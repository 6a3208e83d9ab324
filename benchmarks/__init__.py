"""Speed and latency, measured; never part of the test run. `python -m benchmarks` writes one table of figures."""
