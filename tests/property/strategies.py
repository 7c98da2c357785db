"""What properties are tried on: news-like sentences, and text that nobody prints."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

PEOPLE = ("Orla Venn", "Tavi Rusk", "Kavin Dolberg", "Kevin Dolberg", "Lena Orrik")
FIRMS = ("Delvora", "Ostrik Steel", "Halden Bank", "Nordfell Group")
PLACES = ("Halden", "Ostrava Bay", "Norway", "Geneva")
VERBS = (
    "met",
    "did not meet",
    "sued",
    "banned",
    "allowed",
    "may ban",
    "lost",
    "denied that it paid",
    "failed to pay",
    "spoke by phone with",
)
THINGS = (
    "$2.5 billion",
    "about 8 million euros",
    "12 workers",
    "at least 40 miners",
    "90% of its staff",
    "most of its staff",
    "the new X40 chip",
    "Premier Tavi Rusk",
    "exports of copper",
    "a third title",
)
TIMES = (
    "on March 6",
    "last Thursday",
    "in mid-April",
    "in the first quarter",
    "in the second quarter",
    "for an hour",
    "for about one and a half hours",
    "four days after the talks",
    "again",
    "",
)
REPORTS = ("", ", the ministry said", ", according to the Halden Post", " in Halden")

days = st.integers(0, 400).map(lambda n: date(2031, 1, 1) + timedelta(days=n))

sentences = st.builds(
    lambda who, did, what, when, told: (
        f"{who} {did} {what} {when}".strip() + f"{told}."
    ),
    st.sampled_from(PEOPLE + FIRMS + PLACES),
    st.sampled_from(VERBS),
    st.sampled_from(THINGS),
    st.sampled_from(TIMES),
    st.sampled_from(REPORTS),
)

# Where the parser sees one sentence and print has two, or the other way.
_torn = (
    "including.” Lt.",
    "she said. at 5 p.m.",
    "of the Halden Group — Lt.",
    "the caucus, the mayor of Halden and p.m.",
    "Orla Venn of the Halden police said early Wednesday .",
)
torn = st.lists(
    st.one_of(st.sampled_from(_torn), sentences), min_size=2, max_size=4
).map(" ".join)

# Anything that can be stored or sent: every plane, controls, lone marks, no surrogates.
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)

PIECES = (
    "\u00a0",
    "\u202e",
    "\u0000",
    "“",
    "”",
    "[",
    "]",
    "; ",
    " (rule value_conflict)",
    "$" * 40,
    "9" * 400,
    "1,000,000,000,000,000,000,000,000",
    "1e400 billion dollars",
    "32 Foo 2031",
    "on February 30",
    "Q9 2031",
    "\U0001f600",
    "İstanbul",
    "ﬁrst",
    "a\u0301",
    "(" * 50,
    "\n\n",
    "\r",
    "not " * 30,
    "the " * 30,
    "x" * 500,
    "minus infinity percent",
    "half a million",
    "in the year 99999",
)
hostile = st.lists(
    st.one_of(st.sampled_from(PIECES), texts.map(lambda t: t[:20]), sentences),
    max_size=8,
).map(" ".join)
