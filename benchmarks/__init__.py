"""Speed and memory beside peers, in one run: ratios, never part of the tests."""
