"""How much a shared word says: rare words say more. PURE.

Frequencies are wordfreq's packaged English list, frozen with its version, so two texts
always get the same weights, whatever was imported before.
"""

from __future__ import annotations

from functools import lru_cache

from wordfreq import zipf_frequency

# Zipf value (log10 of occurrences per 10^9 words) from which a word is too common to be
# a block key. With 5.5, lemma keys reach .98 of the true partners on public same-event
# sentences; three rare words alone reach .60.
TOO_COMMON = 5.5

# Zipf value of a word that the list does not know: a name or a product.
UNKNOWN = 1.0


@lru_cache(maxsize=200_000)
def zipf(word: str) -> float:
    """Zipf frequency of a lower-case word, 1 (unknown) to about 7.7 ("the")."""
    return max(UNKNOWN, zipf_frequency(word, "en", wordlist="small"))


@lru_cache(maxsize=200_000)
def weight(word: str) -> float:
    """Evidence of a shared word, 0 (function words) to 1 (unknown words)."""
    return min(1.0, max(0.05, (6.5 - zipf(word)) / (6.5 - UNKNOWN)))
