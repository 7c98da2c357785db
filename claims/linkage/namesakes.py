"""Which names of two statements stand for the same person, place or thing. PURE."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from claims.facets import BY_KIND
from claims.facets.names import same_person
from claims.facets.tolerances import DEFAULT, Tolerances
from claims.facets.types import Comparison, Facet, Kind, StatementRecord
from claims.linkage.config import LinkageConfig
from claims.linkage.kinds import AGREEING
from claims.linkage.profile import Name, Profile, office_of

# Jaro-Winkler likeness of two forenames that may be one name, misspelt or transcribed.
FORENAME = 0.75


def same_names(left: Profile, right: Profile) -> dict[str, str]:
    """Names on the left ("kind:value") to those on the right that stand for the same.

    One value under two kinds is one name: the kinds of unknown names are guesses.
    """
    found: dict[str, str] = {}
    if (  # four pairs in five have nobody in common
        left.called.isdisjoint(right.called)
        and left.lemmas.isdisjoint(right.values)
        and right.lemmas.isdisjoint(left.values)
    ):
        return found
    for one in left.names:
        if one.key in found:
            continue
        match = right.values.get(one.value) or _same_name(one, right.names)
        if match is not None:
            found[one.key] = match.key
        elif one.value in right.lemmas:
            found[one.key] = one.value  # a name that nobody recognised over there
    for other in right.names:
        if other.value in left.lemmas:
            found.setdefault(other.value, other.key)
    return found


def _same_name(one: Name, others: tuple[Name, ...]) -> Name | None:
    """The first of the others that may be the same name."""
    kind, signs, office = one.kind, one.signs, one.office
    for other in others:
        if kind != other.kind:
            continue
        # Names without a sign in common are two; nothing is known of people with an
        # office each, where a surname that only sounds alike may be enough.
        two = signs and signs.isdisjoint(other.signs) and not (office and other.office)
        if not two and _one_name(one, other):
            return other
    return None


@lru_cache(maxsize=65_536)
def _one_name(one: Name, other: Name) -> bool:
    offices = one.office, other.office
    # No tolerance bears on names.
    level = _name_level(one, other, offices, DEFAULT).level
    return level in AGREEING or _same_surname(one, other)


def name_level(
    one: Facet,
    other: Facet,
    sides: tuple[StatementRecord, StatementRecord],
    config: LinkageConfig,
) -> Comparison:
    """The level of two names of one kind; of people with the offices told of them."""
    offices = office_of(one, sides[0]), office_of(other, sides[1])
    return _name_level(one, other, offices, config.tolerances)


def _name_level(
    one: Facet | Name,
    other: Facet | Name,
    offices: tuple[str, str],
    tolerances: Tolerances,
) -> Comparison:
    """Of names nothing but the value is compared, which a Name has as a facet has."""
    if one.kind == Kind.PERSON:
        return same_person(one.value, other.value, offices if all(offices) else None)
    level: Comparison = BY_KIND[one.kind].compare(one, other, tolerances)
    return level


def _same_surname(one: Name, other: Name) -> bool:
    """People printed by one surname whose full names differ in a forename's
    spelling.
    """
    if one.kind != Kind.PERSON or one.text != other.text or " " in one.text:
        return False
    first, second = one.value.split()[0], other.value.split()[0]
    return JaroWinkler.similarity(first, second) >= FORENAME
