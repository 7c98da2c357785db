"""Block keys: which statements are worth comparing at all. PURE.

Each content word that is not common, and each name, makes a key together with the week
of publication; each pair of names makes one without a date, so that a statement printed
a month later is still found. A key is a 63-bit integer, week bucket << 48 | 48-bit
hash: the bucket in the high bits keeps inserts at one end of the index. Whoever looks
for partners also probes the week before and after; a text without a date probes single
names instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import blake2b
from itertools import combinations

from claims.facets import BY_KIND
from claims.facets.types import Kind, StatementRecord
from claims.linkage.rarity import TOO_COMMON, zipf

HASH_BITS = 48
MONDAY = date(1970, 1, 5)

# Buckets below the first week are kept for keys without a date.
UNDATED = 0
FIRST_WEEK = 8

NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PRODUCT)

# Most names of one statement that are paired: 6 make 15 pairs. A list of twenty company
# names would make 190 keys that nobody else has.
MOST_PAIRED = 6


# Names of one statement filed without a date: whoever asks without one gets the newest
# statements that print one of them.
MOST_ALONE = 3


def week_bucket(day: date | None) -> int:
    """Bucket of a publication day; UNDATED without one or before 1970."""
    if day is None or day < MONDAY:
        return UNDATED
    return (day - MONDAY).days // 7 + FIRST_WEEK


def _key(bucket: int, text: str) -> int:
    digest = blake2b(text.encode(), digest_size=HASH_BITS // 8).digest()
    return bucket << HASH_BITS | int.from_bytes(digest, "big")


def _names(record: StatementRecord) -> list[str]:
    found: dict[str, None] = {}
    for facet in record.facets:
        if facet.kind in NAMED:
            for key in sorted(BY_KIND[facet.kind].keys(facet)):
                found[key] = None
    return list(found)


def _weekly(record: StatementRecord) -> set[str]:
    words = {f"w:{lemma}" for lemma in record.lemmas if zipf(lemma) < TOO_COMMON}
    return words | {f"e:{name}" for name in _names(record)}


def _pairs(record: StatementRecord) -> Iterable[int]:
    for low, high in combinations(sorted(_names(record)[:MOST_PAIRED]), 2):
        yield _key(UNDATED, f"p:{low}|{high}")


def _alone(record: StatementRecord) -> Iterable[int]:
    """Keys of single names without a date, for those who ask without one."""
    kinds = (Kind.PERSON, Kind.ORGANISATION, Kind.PRODUCT)
    names = {
        key
        for facet in record.facets
        if facet.kind in kinds
        for key in BY_KIND[facet.kind].keys(facet)
    }
    for name in sorted(names)[:MOST_ALONE]:
        yield _key(UNDATED, f"n:{name}")


def block_keys(record: StatementRecord) -> frozenset[int]:
    """Keys under which a statement is filed."""
    bucket = week_bucket(record.published)
    weekly = frozenset(_key(bucket, text) for text in _weekly(record))
    return weekly | frozenset(_pairs(record)) | frozenset(_alone(record))


def probe_keys(record: StatementRecord) -> frozenset[int]:
    """Keys under which its partners may be filed: its own and the neighbouring
    weeks'.
    """
    bucket = week_bucket(record.published)
    buckets = (bucket,) if bucket == UNDATED else (bucket - 1, bucket, bucket + 1)
    weekly = _weekly(record)
    alone = _alone(record) if bucket == UNDATED else ()
    return (
        frozenset(_key(each, text) for each in buckets for text in weekly)
        | frozenset(_pairs(record))
        | frozenset(alone)
    )
