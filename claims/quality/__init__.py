"""Labelled data sets: a file's columns tell its kind; each kind is one module.

A module has `reads(row) -> bool` and `measure(rows, engine) -> Measurement`. Every row
counts, and an answer that cannot be read is a wrong one.
"""

from claims.quality import attribution, pairs, quantities, retrieval, timex

KINDS = (attribution, pairs, timex, quantities, retrieval)
