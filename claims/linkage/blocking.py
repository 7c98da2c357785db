"""Block keys: which statements are worth comparing at all. PURE.

A key is a 63-bit integer, week bucket << 48 | 48-bit hash: the bucket in the high bits
keeps inserts at one end of the index. A statement is filed

    by week       under each content word that is not common, by its event's name, so
                  that "talks" meets "meeting", and under what words miss of a name: the
                  sound of a surname, initials
    without date  under each pair of names, so that it is still found a month later, and
                  under single names and its rarest words, for those who ask without one

Whoever looks for partners probes the week, the weeks before and after, and the texts
that have no date. A text without a date probes single names and words instead, and the
newest weeks, when it is told which: what has no date is mostly about today.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from claims.facets import BY_KIND
from claims.facets.types import Facet, Kind, StatementRecord
from claims.linkage.kinds import NAMED
from claims.linkage.profile import item
from claims.linkage.rarity import TOO_COMMON, zipf

HASH_BITS = 48
MONDAY = date(1970, 1, 5)

# Buckets below the first week are kept for keys without a date.
UNDATED = 0
FIRST_WEEK = 8


# Most names of one statement that are paired: 6 make 15 pairs. A list of twenty company
# names would make 190 keys that nobody else has.
MOST_PAIRED = 6

# Names of one statement filed without a date: whoever asks without one gets the newest
# statements that print one of them.
MOST_ALONE = 3

# Words of a dated statement filed without a date, rarest first. Who asks without a date
# then reaches .84 of the true partners on public same-event sentences, against .71 with
# three words and .35 with none.
MOST_RARE = 6

# Newest weeks in which a text without a date is looked for.
NEWEST_WEEKS = 4


def week_bucket(day: date | None) -> int:
    """Bucket of a publication day; UNDATED without one or before 1970."""
    if day is None or day < MONDAY:
        return UNDATED
    return (day - MONDAY).days // 7 + FIRST_WEEK


def bucket_of(key: int) -> int:
    """The week bucket in which a key stands."""
    return key >> HASH_BITS


@lru_cache(maxsize=100_000)
def _hash(text: str) -> int:
    digest = blake2b(text.encode(), digest_size=HASH_BITS // 8).digest()
    return int.from_bytes(digest, "big")


def _key(bucket: int, text: str) -> int:
    return bucket << HASH_BITS | _hash(text)


def _in(bucket: int, texts: Iterable[str]) -> set[int]:
    return {_key(bucket, text) for text in texts}


def _rare_first(record: StatementRecord) -> list[str]:
    """Content words that are not common, by their events' names, rarest first."""
    words = {word for word in record.lemmas if zipf(word) < TOO_COMMON}
    ordered = sorted(words, key=lambda word: (zipf(word), word))
    return list(dict.fromkeys(item(word) for word in ordered))


def _name_keys(facet: Facet) -> list[str]:
    """Keys of a name, one for all its spellings first: a surname goes by its sound."""
    keys = sorted(BY_KIND[facet.kind].keys(facet))
    if facet.kind == Kind.PERSON:
        return [key for key in keys if key.startswith("~")]
    return keys


def _names(record: StatementRecord, kinds: Iterable[Kind]) -> list[list[str]]:
    """The keys of each name that is of one of the kinds, each name once."""
    found = {
        (facet.kind, facet.value): _name_keys(facet)
        for facet in record.facets
        if facet.kind in kinds
    }
    return [keys for keys in found.values() if keys]


def _weekly(record: StatementRecord) -> set[str]:
    words = _rare_first(record)
    kinds = (Kind.PERSON, Kind.ORGANISATION, Kind.PRODUCT)
    names = {key for keys in _names(record, kinds) for key in keys}
    return {f"w:{word}" for word in words} | {f"e:{n}" for n in names - set(words)}


def _pairs(record: StatementRecord) -> set[str]:
    names = {keys[0] for keys in _names(record, NAMED)[:MOST_PAIRED]}
    return {f"p:{low}|{high}" for low, high in combinations(sorted(names), 2)}


def _alone(record: StatementRecord) -> set[str]:
    kinds = (Kind.PERSON, Kind.ORGANISATION, Kind.PRODUCT)
    names = {key for keys in _names(record, kinds) for key in keys}
    return {f"n:{name}" for name in sorted(names)[:MOST_ALONE]}


def block_keys(record: StatementRecord) -> frozenset[int]:
    """Keys under which a statement is filed."""
    bucket = week_bucket(record.published)
    undated = _pairs(record) | _alone(record)
    if bucket != UNDATED:
        undated |= {f"r:{word}" for word in _rare_first(record)[:MOST_RARE]}
    return frozenset(_in(bucket, _weekly(record)) | _in(UNDATED, undated))


def probe_keys(record: StatementRecord, newest: int = UNDATED) -> frozenset[int]:
    """Keys under which its partners may be filed.

    newest  the latest bucket in use, for texts without a date (UNDATED: not known)
    """
    bucket = week_bucket(record.published)
    weekly = _weekly(record)
    keys = _in(UNDATED, weekly | _pairs(record))
    if bucket != UNDATED:
        weeks = range(bucket - 1, bucket + 2)
    else:
        words = {f"r:{word}" for word in _rare_first(record)}
        keys |= _in(UNDATED, words | _alone(record))
        weeks = range(max(FIRST_WEEK, newest - NEWEST_WEEKS + 1), newest + 1)
    for week in weeks:
        keys |= _in(week, weekly)
    return frozenset(keys)
