"""Reads for pages and API: every one in a constant number of queries."""
