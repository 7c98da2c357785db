"""Why a pair is related: one sentence that a person reads and a program parses. PURE.

    date: “June 6” [2025-06-06] conflict “last Thursday” [2025-06-05]; … (rule
    value_conflict)

Each part names the facet, both values as printed, in brackets what each was resolved
to, and the level between them. Where it is the wording that relates two statements, the
words in common come first. parse() and in_common() read render() back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.facets.types import Facet, Kind, Level
from claims.linkage.types import FacetComparison

SILENT = "not stated"

PART = re.compile(
    r"(?P<kind>[a-z]+): “(?P<a>[^”]*)” \[(?P<ra>[^\]]*)\] (?P<level>[a-z ]+)"
    r" “(?P<b>[^”]*)” \[(?P<rb>[^\]]*)\]"
)
# A row of the table, or a scorer by its name (claims/linkage/scorer.py).
RULE = re.compile(r"\(rule (?P<rule>[a-z_]+(?::[a-z0-9._-]+)?)\)$")

IN_COMMON = "in common: "
WORDS = re.compile(rf"^{IN_COMMON}(?P<words>“[^”]*”(?:, “[^”]*”)*)")
WORD = re.compile(r"“([^”]*)”")


@dataclass(frozen=True, slots=True)
class Part:
    """One facet of a reason, as parsed back."""

    kind: Kind
    level: Level
    a: str
    a_resolved: str
    b: str
    b_resolved: str


def resolved(facet: Facet | None) -> str:
    """What a printed value was read as; for a relative date with its anchor."""
    if facet is None:
        return SILENT
    words = facet.value or "unresolved"
    if facet.anchor is not None:
        words += f", counted from {facet.anchor.isoformat()}"
    if facet.hedge:
        words += f", {facet.hedge.replace('_', ' ')}"
    if facet.implied:
        words += ", implied"
    return words.replace("]", ")").replace("[", "(")


def _printed(facet: Facet | None) -> str:
    return "" if facet is None else _plain(facet.text)


def _plain(text: str) -> str:
    """The text without the quotation marks that tell the parts of a reason apart."""
    return text.replace("”", '"').replace("“", '"')


def _part(comparison: FacetComparison) -> str:
    level = comparison.level.replace("_", " ")
    return (
        f"{comparison.kind}: “{_printed(comparison.a)}” [{resolved(comparison.a)}]"
        f" {level} “{_printed(comparison.b)}” [{resolved(comparison.b)}]"
    )


def render(
    rule: str,
    comparisons: tuple[FacetComparison, ...],
    words: Sequence[str] = (),
    note: str = "",
) -> str:
    """The reason for a decision, most telling facets first as given.

    words are those in common, where it is they that relate; the note is a scorer's.
    """
    said = [_part(c) for c in comparisons]
    if words:
        said.insert(0, IN_COMMON + ", ".join(f"“{_plain(word)}”" for word in words))
    if note:
        said.append(note)
    return f"{'; '.join(said)} (rule {rule})"


def in_common(reason: str) -> tuple[str, ...]:
    """The words in common that a rendered reason names, () where it names none."""
    found = WORDS.match(reason)
    return tuple(WORD.findall(found["words"])) if found else ()


def parse(reason: str) -> tuple[str, tuple[Part, ...]]:
    """(rule, parts) of a rendered reason; ValueError when it is not one."""
    rule = RULE.search(reason)
    if rule is None:
        raise ValueError(f"no rule at the end of the reason: {reason!r}")
    return rule["rule"], tuple(
        Part(
            Kind(m["kind"]),
            Level(m["level"].replace(" ", "_")),
            m["a"],
            m["ra"],
            m["b"],
            m["rb"],
        )
        for m in PART.finditer(reason)
    )
