"""How long import and search take: `python -m tests.perf`. No test is timed."""
