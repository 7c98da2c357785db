"""Which sort of thing a member of a parsed sentence is. PURE."""

from __future__ import annotations

from enum import StrEnum

from claims.facets.ties import Member
from claims.facets.types import Kind


class Sort(StrEnum):
    """Sorts that a name, a number or a day can be; OTHER for a plain word."""

    PERSON = "person"
    BODY = "organisation"
    PLACE = "place"
    DAY = "day"
    NUMBER = "number"
    NAME = "name"
    OTHER = ""


NAMES = frozenset({Sort.PERSON, Sort.BODY, Sort.PLACE, Sort.NAME})

# The pipeline's labels of entities.
BY_LABEL = {
    "PERSON": Sort.PERSON,
    **dict.fromkeys(
        ("ORG", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"), Sort.BODY
    ),
    **dict.fromkeys(("GPE", "LOC"), Sort.PLACE),
    **dict.fromkeys(("DATE", "TIME"), Sort.DAY),
    **dict.fromkeys(
        ("MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"), Sort.NUMBER
    ),
}
BY_POS = {"NUM": Sort.NUMBER, "PROPN": Sort.NAME}

KINDS = {
    Sort.PERSON: Kind.PERSON,
    Sort.PLACE: Kind.PLACE,
    Sort.DAY: Kind.DATE,
    Sort.NUMBER: Kind.COUNT,
}
LABELLED = {"MONEY": Kind.AMOUNT, "PERCENT": Kind.PERCENT, "ORDINAL": Kind.ORDINAL}


def sort_of(member: Member) -> Sort:
    """The sort of a member, by its entity, else by its part of speech."""
    return BY_LABEL.get(member.entity) or BY_POS.get(member.pos, Sort.OTHER)


def kind_of(member: Member) -> Kind:
    """The kind of facet that a member is shown as."""
    if member.entity in LABELLED:
        return LABELLED[member.entity]
    return KINDS.get(sort_of(member), Kind.ORGANISATION)
