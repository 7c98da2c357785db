"""The words of the published vocabulary, each with what it means.

schema.org has claims and reviews of claims, and no relation between two claims. These
are the words for that; wherever schema.org has one, its word is used instead. What is
an enumeration in the code is one here, read from it: a new relation, level, kind or
state without a line below fails as soon as this module is loaded.

An address of a term never changes its meaning: what means something else is a new term.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, gettext_noop
from django.utils.translation import gettext_lazy as _

from claims.facets.types import Kind, Level
from claims.linkage.types import Relation
from claims.models import By, Link
from claims.selectors.wording import LABELS

Words = str | Promise


class Sort(StrEnum):
    """What a term is."""

    CLASS = "class"
    PROPERTY = "property"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the vocabulary.

    of       of a value: the class of which it is one
    domain, range  of a property: names of ours, or compact ones (schema:Claim)
    aligned  pairs of a property of RDF, RDFS or SKOS and what it leads to
    """

    name: str
    sort: Sort
    label: Words
    definition: Words
    of: str = ""
    domain: str = ""
    range: str = ""
    aligned: tuple[tuple[str, str], ...] = ()


RELATIONS: Mapping[Relation, Words] = {
    Relation.CORROBORATES: _(
        "Same fact; every facet that can be compared agrees, refines, or differs in "
        "naming only."
    ),
    Relation.CONFLICTS: _(
        "Same fact; a facet that can be compared cannot be true in both, at the same "
        "time and for the same period. It does not say which of the two is right."
    ),
    Relation.UPDATES: _(
        "Same fact or state, and one tells a later state of the world. Later is not "
        "automatically right, and a larger number alone is never an update."
    ),
    Relation.NONE: _("Neither of these, says an editor."),
}
LEVELS: Mapping[Level, Words] = {
    Level.AGREE: _("Both give the same value."),
    Level.REFINES: _(
        "One is more exact than the other: a day inside a month, 90 minutes for about "
        "an hour and a half."
    ),
    Level.CONFLICT: _("The two values cannot both be true."),
    Level.NOT_COMPARABLE: _(
        "Another period, scope or measure: the two values are of different things."
    ),
    Level.NAMING_VARIANT: _("The same under another name or in another spelling."),
    Level.UPDATED: _("The state changed between the times that the two tell of."),
    Level.UNKNOWN: _("One side does not state it: silence, and no disagreement."),
}
KINDS: Mapping[Kind, Words] = {
    Kind.DATE: _("When: a day, month, year or span of days."),
    Kind.DURATION: _("How long."),
    Kind.AMOUNT: _("A sum of money, with its currency."),
    Kind.COUNT: _("How many people or things."),
    Kind.PERCENT: _("A share or a rate."),
    Kind.ORDINAL: _("Which in an order: the first, the third."),
    Kind.PERSON: _("Who, by name."),
    Kind.ORGANISATION: _("Which company, ministry or body."),
    Kind.PLACE: _("Where."),
    Kind.PRODUCT: _("Which product or model."),
    Kind.TITLE: _("The office or title of a person."),
    Kind.POLARITY: _("Whether it is said to be so, or not to be so."),
    Kind.MODALITY: _("Whether it is told as done, planned, expected or only possible."),
}
STATES: Mapping[Link.State, Words] = {
    Link.State.SUGGESTED: _("Found by the engine; nobody has decided on it."),
    Link.State.CONFIRMED: _("An editor says that it holds."),
    Link.State.REJECTED: _("An editor says that it does not hold."),
    Link.State.UNSURE: _("An editor has looked at it and could not tell."),
}
DECIDERS: Mapping[By, Words] = {
    By.ENGINE: _("Found by rules over the printed words, which the reason names."),
    By.EDITOR: _("Said by a person of the newsroom."),
}
# Their names, which the table of choices has in English alone.
NAMED = (gettext_noop("engine"), gettext_noop("editor"))

CLASSES = (
    Term(
        "Statement",
        Sort.CLASS,
        _("statement"),
        _("One printed sentence of one article: its exact words."),
        aligned=(("rdfs:subClassOf", "schema:Claim"),),
    ),
    Term(
        "Link",
        Sort.CLASS,
        _("link"),
        _(
            "Two statements about the same fact, what they are to each other, and why. "
            "Links are not transitive."
        ),
        aligned=(("rdfs:subClassOf", "schema:Intangible"),),
    ),
    Term(
        "Comparison",
        Sort.CLASS,
        _("comparison of a facet"),
        _("One facet of a link: the value on each side, and how the two compare."),
        aligned=(("rdfs:subClassOf", "schema:Intangible"),),
    ),
    Term(
        "Facet",
        Sort.CLASS,
        _("facet"),
        _("One typed value in a statement: the words that give it, and their place."),
        aligned=(("rdfs:subClassOf", "schema:Intangible"),),
    ),
    Term(
        "Origin",
        Sort.CLASS,
        _("origin"),
        _("The first-hand act or document that a statement goes back to."),
        aligned=(("rdfs:subClassOf", "prov:Entity"),),
    ),
    Term(
        "Relation",
        Sort.CLASS,
        _("relation"),
        _("What two statements can be to each other."),
    ),
    Term(
        "Level", Sort.CLASS, _("level"), _("How one facet of two statements compares.")
    ),
    Term("Kind", Sort.CLASS, _("facet kind"), _("What a facet is a value of.")),
    Term("State", Sort.CLASS, _("state of a link"), _("What was decided on a link.")),
    Term("Decider", Sort.CLASS, _("who decided"), _("Whose word it is that holds.")),
)


def _property(
    name: str, label: Words, definition: Words, domain: str, range_: str, *same: str
) -> Term:
    aligned = tuple(("rdfs:subPropertyOf", other) for other in same)
    return Term(
        name,
        Sort.PROPERTY,
        label,
        definition,
        domain=domain,
        range=range_,
        aligned=aligned,
    )


CLAIM, TEXT, NUMBER = "schema:Claim", "xsd:string", "xsd:integer"
PROPERTIES = (
    _property(
        "statement",
        _("statement of a claim"),
        _("A statement about the one fact that the claim is."),
        CLAIM,
        "Statement",
        "schema:hasPart",
    ),
    _property(
        "link",
        _("link of a claim"),
        _("A link between two statements of the claim."),
        CLAIM,
        "Link",
    ),
    _property(
        "outlets",
        _("outlets"),
        _("How many outlets print the fact."),
        CLAIM,
        NUMBER,
    ),
    _property(
        "independentOrigins",
        _("independent origins"),
        _(
            "How many origins the statements go back to. An upper bound: a statement "
            "whose origin is unknown counts as its outlet’s own."
        ),
        CLAIM,
        NUMBER,
    ),
    _property(
        "conflictCount",
        _("conflicts"),
        _("How many links of the claim conflict and are not rejected."),
        CLAIM,
        NUMBER,
    ),
    _property(
        "firstReported",
        _("first reported"),
        _("The first local day on which an outlet printed it."),
        CLAIM,
        "xsd:date",
    ),
    _property(
        "lastReported",
        _("last reported"),
        _("The last local day on which an outlet printed it."),
        CLAIM,
        "xsd:date",
    ),
    _property(
        "stillPrinted",
        _("still printed"),
        _("Whether the article’s latest version prints the words."),
        "Statement",
        "xsd:boolean",
    ),
    _property(
        "origin",
        _("origin of a statement"),
        _("Where the statement comes from in the end, where that is known."),
        "Statement",
        "Origin",
        "prov:hadPrimarySource",
    ),
    _property(
        "facet",
        _("facet of a statement"),
        _("A value that the statement gives."),
        "Statement",
        "Facet",
    ),
    _property(
        "a", _("one side"), _("The one statement of a link."), "Link", "Statement"
    ),
    _property(
        "b", _("other side"), _("The other statement of a link."), "Link", "Statement"
    ),
    _property(
        "relation",
        _("relation of a link"),
        _("What the two statements of a link are to each other."),
        "Link",
        "Relation",
    ),
    _property(
        "later",
        _("later statement"),
        _("Of an update: the statement that tells the later state."),
        "Link",
        "Statement",
    ),
    _property("state", _("state"), _("What was decided on the link."), "Link", "State"),
    _property(
        "decidedBy",
        _("decided by"),
        _("Whether the relation is the engine’s or an editor’s word."),
        "Link",
        "Decider",
    ),
    _property(
        "score",
        _("score"),
        _("The engine’s order of links from 0 to 1. Not a probability."),
        "Link",
        "xsd:double",
    ),
    _property(
        "reason",
        _("reason"),
        _("How the values were resolved, and which rule decided, in words."),
        "",
        TEXT,
    ),
    _property(
        "compares",
        _("compares"),
        _("A facet of the two statements, side by side."),
        "Link",
        "Comparison",
    ),
    _property(
        "level",
        _("level of a comparison"),
        _("How the two values compare."),
        "Comparison",
        "Level",
    ),
    _property("kind", _("kind"), _("What the facet is a value of."), "", "Kind"),
    _property(
        "role",
        _("role"),
        _("The part that the value plays in what is told; may be empty."),
        "",
        TEXT,
    ),
    _property(
        "inA",
        _("value on the one side"),
        _("The value in statement a; missing where it states none."),
        "Comparison",
        "Facet",
    ),
    _property(
        "inB",
        _("value on the other side"),
        _("The value in statement b; missing where it states none."),
        "Comparison",
        "Facet",
    ),
    _property(
        "start",
        _("start"),
        _("The first code point of the words, counted from 0 in the statement."),
        "Facet",
        NUMBER,
    ),
    _property(
        "end",
        _("end"),
        _("The first code point after the words."),
        "Facet",
        NUMBER,
    ),
)


def _values(of: str, words: Iterable[str], told: Mapping[Any, Words]) -> list[Term]:
    """The terms of an enumeration, in its order. KeyError: one has no definition."""
    return [
        Term(str(word), Sort.VALUE, _label(word), told[word], of=of) for word in words
    ]


def _label(word: str) -> Words:
    said = LABELS.english[word] if isinstance(word, Kind) else word.replace("_", " ")
    return gettext_lazy(said)


TERMS: tuple[Term, ...] = (
    *CLASSES,
    *PROPERTIES,
    *_values("Relation", Relation, RELATIONS),
    *_values("Level", Level, LEVELS),
    *_values("Kind", Kind, KINDS),
    *_values("State", Link.State, STATES),
    *_values("Decider", By, DECIDERS),
)
