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
from typing import NamedTuple

from claims.facets import BY_KIND
from claims.facets.types import Facet, Kind, StatementRecord
from claims.linkage.items import item
from claims.linkage.kept import Kept
from claims.linkage.kinds import NAMED
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


def _hashes(texts: Iterable[str]) -> tuple[int, ...]:
    return tuple([_hash(text) for text in texts])


def _in(bucket: int, hashes: Iterable[int]) -> set[int]:
    high = bucket << HASH_BITS
    return {high | each for each in hashes}


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


class _Parts(NamedTuple):
    """Hashes of what a statement is filed and looked for under.

    weekly  content words and what they miss of names; pairs of names; single names
    rare    its words, rarest first
    """

    weekly: tuple[int, ...]
    pairs: tuple[int, ...]
    alone: tuple[int, ...]
    rare: tuple[int, ...]


def _parts_of(record: StatementRecord) -> _Parts:
    words = _rare_first(record)
    named = _names(record)
    single = {key for kind, keys in named if kind != Kind.PLACE for key in keys}
    pairs = combinations(sorted({keys[0] for _, keys in named[:MOST_PAIRED]}), 2)
    return _Parts(
        weekly=_hashes(
            [f"w:{word}" for word in words]
            + [f"e:{name}" for name in single - set(words)]
        ),
        pairs=_hashes(f"p:{low}|{high}" for low, high in pairs),
        alone=_hashes(f"n:{name}" for name in sorted(single)[:MOST_ALONE]),
        rare=_hashes(f"r:{word}" for word in words),
    )


# The same statement is filed, looked for and held against those of its article.
_parts = Kept(_parts_of)


def _names(record: StatementRecord) -> list[tuple[Kind, list[str]]]:
    """The keys of each name that has any, each name once."""
    found: dict[tuple[Kind, str], list[str]] = {}
    for facet in record.facets:
        name = facet.kind, facet.value
        if facet.kind in NAMED and name not in found:
            found[name] = _name_keys(facet)
    return [(kind, keys) for (kind, _), keys in found.items() if keys]


def block_keys(record: StatementRecord) -> frozenset[int]:
    """Keys under which a statement is filed."""
    bucket, parts = week_bucket(record.published), _parts(record)
    undated = parts.pairs + parts.alone
    if bucket != UNDATED:
        undated += parts.rare[:MOST_RARE]
    return frozenset(_in(bucket, parts.weekly) | _in(UNDATED, undated))


def probe_keys(record: StatementRecord, newest: int = UNDATED) -> frozenset[int]:
    """Keys under which its partners may be filed.

    newest  the latest bucket in use, for texts without a date (UNDATED: not known)
    """
    bucket, parts = week_bucket(record.published), _parts(record)
    keys = _in(UNDATED, parts.weekly + parts.pairs)
    if bucket != UNDATED:
        weeks = range(bucket - 1, bucket + 2)
    else:
        keys |= _in(UNDATED, parts.rare + parts.alone)
        weeks = range(max(FIRST_WEEK, newest - NEWEST_WEEKS + 1), newest + 1)
    for week in weeks:
        keys |= _in(week, parts.weekly)
    return frozenset(keys)
