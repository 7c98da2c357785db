"""Rows again, under other names."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from typing import TypeVar

from django.db.models import Model

VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
WORD = re.compile(r"[A-Za-z]+")

Row = TypeVar("Row", bound=Model)
Renamed = Callable[[str], str]


def renaming(invented: set[str], by: int) -> Renamed:
    """Other names in place of the invented ones, as many letters each."""
    table = {}
    for word in invented:
        other = "".join(_turned(letter, by) for letter in word.lower())
        table |= {word: other.capitalize(), word.lower(): other}

    def renamed(text: str) -> str:
        return WORD.sub(lambda found: table.get(found[0], found[0]), text)

    return renamed


def again(row: Row, renamed: Renamed, *texts: str) -> Row:
    """The row as one that is not stored yet, its texts under other names."""
    other = copy(row)
    other._state = copy(row._state)
    other._state.fields_cache = {}
    other.pk, other._state.adding = None, True
    for name in texts:
        setattr(other, name, renamed(getattr(other, name)))
    return other


def _turned(letter: str, by: int) -> str:
    ring = VOWELS if letter in VOWELS else CONSONANTS
    # Vowels turn slower: five copies would else be the same.
    step = by // len(CONSONANTS) + by if ring is VOWELS else by
    return ring[(ring.index(letter) + step) % len(ring)]
