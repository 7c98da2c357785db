"""What was done, in words: the verb of an entry and the values that it changed.

What stands in `before` and `after` is shown only where it is known to be open to every
editor; of claims, only what is listed here. What editors of the tables themselves have
changed (an outlet, a name) is shown column by column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from claims.facets.types import Kind
from claims.selectors.wording import LABELS, link_words
from factcheck.operations.models import AuditEntry

Words = str | Promise
Sides = tuple[Mapping[str, Any], Mapping[str, Any]]

# What the verb of an entry ends with that takes another back.
UNDONE = ".undo"

# Who … : with the name of the actor before it.
PHRASES: Mapping[str, Words] = {
    "article.correct_date": lazy("corrected the publication date"),
    "article.create": lazy("added the article"),
    "article.move": lazy("moved the article to another outlet"),
    "article.restore": lazy("brought the article back"),
    "article.update": lazy("corrected the article"),
    "article.version": lazy("read a new version"),
    "article.withdraw": lazy("withdrew the article"),
    "bulk.assign": lazy("asked for ratings of several claims"),
    "bulk.confirm": lazy("confirmed the links of several claims"),
    "bulk.confirm_links": lazy("confirmed several links"),
    "bulk.reject": lazy("rejected the links of several claims"),
    "bulk.reject_links": lazy("rejected several links"),
    "claim.adjudicate": lazy("wrote the verdict"),
    "claim.assign": lazy("asked somebody to rate"),
    "claim.assignment_done": lazy("rated, as asked"),
    "claim.comment": lazy("commented"),
    "claim.conflict": lazy("found a conflict"),
    "claim.create": lazy("made this claim"),
    "claim.dispute": lazy("rated otherwise than somebody else: disputed among editors"),
    "claim.found": lazy("found this claim"),
    "claim.merge": lazy("merged another claim into this one"),
    "claim.merged_into": lazy("merged this claim into another"),
    "claim.publish": lazy("published the card"),
    "claim.rate": lazy("rated"),
    "claim.rename": lazy("gave the claim a title"),
    "claim.reopen": lazy("opened the claim again"),
    "claim.split": lazy("split statements off"),
    "claim.split_from": lazy("made this claim of another"),
    "claim.unassign": lazy("took a request to rate back"),
    "claim.unpublish": lazy("took the card back"),
    "comparison.set_level": lazy("marked a facet as not comparable"),
    "link.confirmed": lazy("confirmed the link"),
    "link.create": lazy("linked by hand"),
    "link.rejected": lazy("rejected the link"),
    "link.relation": lazy("changed what the link says"),
    "link.unsure": lazy("was not sure about the link"),
    "name.merge": lazy("said that it is the same bearer as another name"),
    "nameapart.create": lazy("said that two names are not the same"),
    "nameapart.delete": lazy("said no longer that two names are not the same"),
    "origin.merge": lazy("made one origin of two"),
    "origin.move": lazy("moved the origin to another outlet"),
    "outlet.create": lazy("added the outlet"),
    "outlet.merge": lazy("merged the outlet into another"),
    "outlet.take": lazy("moved articles to this outlet"),
    "outletalias.move": lazy("moved the alias to another outlet"),
    "outsideverdict.attach": lazy("placed the verdict from elsewhere"),
    "outsideverdict.create": lazy("brought in the verdict from elsewhere"),
    "outsideverdict.detach": lazy("took the verdict from elsewhere off its claim"),
    "outsideverdict.match": lazy("had the verdict from elsewhere placed"),
    "outsideverdict.remove": lazy("removed the verdict from elsewhere"),
    "outsideverdict.update": lazy("brought in what its publisher has changed"),
    "slot.add": lazy("opened one more place for a rating"),
    "slot.release": lazy("gave a place for a rating back"),
    "slot.take": lazy("took a place for a rating"),
    "statement.correct_attribution": lazy("corrected who says it"),
    "statement.correct_facet": lazy("corrected a value"),
    "statement.correct_origin": lazy("corrected the origin"),
    "statement.hide": lazy("hid the statement"),
    "statement.mark": lazy("made a statement of a sentence"),
    "statement.move": lazy("moved the statement to another claim"),
    "statement.remove": lazy("took the statement out of a claim"),
    "statement.remove_facet": lazy("said that no value stands there"),
    "statement.show": lazy("showed the statement again"),
}

# Of a row of a table that is edited as such: "outlet.update".
ON_ROWS: Mapping[str, Words] = {
    "create": lazy("added it"),
    "update": lazy("changed it"),
    "delete": lazy("deleted it"),
}
TABLES = frozenset(
    {
        *("claims.name", "claims.namevariant", "claims.nameapart", "claims.origin"),
        "claims.outsideverdict",
        *("sources.outlet", "sources.outletalias", "sources.publisherfamily"),
        *("operations.user", "operations.token"),
    }
)
SECRET = frozenset({"id", "password", "digest", "token_key", "revision"})

COLUMNS: Mapping[str, Words] = {
    "title": lazy("title"),
    "relation": lazy("relation"),
    "state": lazy("state"),
    "direction": lazy("the later one"),
    "level": lazy("level"),
    "published": lazy("publication date"),
    "published_date": lazy("publication date"),
}
# Columns of a link whose values are words of ours.
LINKED = frozenset({"relation", "state", "level"})
DIRECTIONS: Mapping[object, Words] = {
    1: lazy("the second"),
    -1: lazy("the first"),
    0: "",
}
# A title or a value in a line of history; the whole stands on the page itself.
SHOWN_CHARACTERS = 160


@dataclass(frozen=True, slots=True)
class Change:
    """One value before and after; empty where there was none.

    sides: they are the two sides of a link instead, side by side.
    """

    label: str
    old: str
    new: str
    sides: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """What became of the members of a claim: how many came, how many left."""

    claim: int
    came: int
    left: int


def phrase(entry: AuditEntry) -> str:
    """What the actor did. An entry that takes another back says so."""
    verb = entry.verb.removesuffix(UNDONE)
    if verb == "link.decide":
        # What was decided is in the entry that is taken back.
        after = entry.before if entry.verb.endswith(UNDONE) else entry.after
        verb = _decision(entry, after)
    plain = ON_ROWS.get(verb.rpartition(".")[2], verb.replace(".", " "))
    words = str(PHRASES.get(verb, plain)).replace("_", " ")
    if entry.verb.endswith(UNDONE):
        return _("took back: %(act)s") % {"act": words}
    return words


def _decision(entry: AuditEntry, after: Mapping[str, Any]) -> str:
    before = entry.before if after is entry.after else entry.after
    if before.get("relation") != after.get("relation"):
        return "link.relation"
    return f"link.{after.get('state', 'decide')}"


def changes(entry: AuditEntry, sides: Sides | None = None) -> tuple[Change, ...]:
    """The values that the act changed, as far as every editor may see them.

    sides: before and after, where the entry's own are not to be shown whole.
    """
    before, after = sides or (entry.before, entry.after)
    columns: Mapping[str, Words] = COLUMNS
    if entry.target_type in TABLES:
        columns = {key: key.replace("_", " ") for key in {**before, **after}}
    found = [
        Change(str(label), _value(key, before), _value(key, after))
        for key, label in columns.items()
        if before.get(key) != after.get(key) and _open(entry, key)
    ]
    if entry.verb.startswith("comparison."):
        found = [*_compared(after.get("facet") or before.get("facet")), *found]
    found += _rows(str(_("value")), before.get("facets"), after.get("facets"), _facet)
    found += _rows(str(_("who says it")), before.get("hops"), after.get("hops"), _hop)
    return tuple(change for change in found if change.old or change.new)


def shifts(entry: AuditEntry) -> tuple[Shift, ...]:
    """The claims whose members the act changed."""
    before, after = (_members(side) for side in (entry.before, entry.after))
    found = []
    for claim in sorted({*before, *after}, key=int):
        was, now = before.get(claim, set()), after.get(claim, set())
        if was != now:
            found.append(Shift(int(claim), len(now - was), len(was - now)))
    return tuple(found)


def moved(entry: AuditEntry) -> set[int]:
    """The statements that came into a claim or left one."""
    before, after = (_members(side) for side in (entry.before, entry.after))
    return {
        int(pk)
        for claim in {*before, *after}
        for pk in before.get(claim, set()) ^ after.get(claim, set())
    }


def _members(side: Mapping[str, Any]) -> dict[str, set[str]]:
    members = side.get("members")
    if not isinstance(members, dict):
        return {}
    return {
        claim: {pk for pk, held in rows.items() if held.startswith("in ")}
        for claim, rows in members.items()
    }


def _open(entry: AuditEntry, key: str) -> bool:
    """A claim's state may follow from ratings: that is told by the verbs alone."""
    return key not in SECRET and (key, entry.target_type) != ("state", "claims.claim")


def _value(key: str, side: Mapping[str, Any]) -> str:
    value = side.get(key)
    if value is None or isinstance(value, dict):
        return ""
    if key == "direction":
        return str(DIRECTIONS.get(value, ""))
    if key in LINKED:
        return link_words(value)
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return _short(str(value).replace("_", " "))


def _short(text: str) -> str:
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[:SHOWN_CHARACTERS]}…"


def _compared(facet: Mapping[str, Any] | None) -> list[Change]:
    """Both sides of a facet that was set aside."""
    if not facet:
        return []
    label = LABELS.get(Kind(facet["kind"]), facet["kind"])
    low, high = (str(facet.get(f"{side}_text", "")) for side in ("low", "high"))
    return [Change(label, low, high, sides=True)]


def _rows(
    label: str,
    before: list[Any] | None,
    after: list[Any] | None,
    told: Callable[[Mapping[str, Any]], str],
) -> list[Change]:
    """Editor's rows for editor's rows; without one the engine's reading holds."""
    if before is None and after is None:
        return []
    reading = _("as the engine reads it")
    old, new = (
        "; ".join(filter(None, map(told, rows or ()))) or reading
        for rows in (before, after)
    )
    return [Change(label, _short(old), _short(new))]


def _facet(row: Mapping[str, Any]) -> str:
    value = row.get("value") or _("nothing of the kind")
    return f"“{row.get('text', '')}”: {value}"


def _hop(row: Mapping[str, Any]) -> str:
    names = (row.get(name) for name in ("speaker", "role", "venue", "cited_text"))
    return ", ".join(str(name) for name in names if name)
