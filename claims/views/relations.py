"""The pictures of what hangs together: origins and outlets, statements and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from claims.charts.graph import Joined, graph
from claims.charts.origins import Lean, tree
from claims.facets.types import Level
from claims.linkage.clustering import bridges
from claims.models import Link
from claims.selectors.material import effective_hops
from claims.selectors.sheet import RELATION_MARKS
from claims.selectors.wording import origin_words
from claims.views.picture import LINES, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.models import Statement
    from claims.selectors.sheet import Sheet

# Fewer statements or links than this are told in one sentence below.
LEAST_STATEMENTS = 3


def origins_picture(sheet: Sheet) -> Picture | None:
    """Who leans on whom; None where one outlet stands alone."""
    giving = _giving(sheet)
    leans = [
        _lean(row, counts=row.pk in giving or not giving)
        for row in sheet.material.shown
    ][:LINES]
    if len({lean.outlet for lean in leans}) < 2:
        return None
    rows = dict.fromkeys(
        (lean.origin, _through(lean), _("yes") if lean.counts else _("mention only"))
        for lean in leans
    )
    return Picture(
        key="origins",
        title=_("Who leans on whom"),
        note=_("Solid: gives what is disputed. Dashed: only mentions it, not counted.")
        if giving
        else "",
        description="; ".join(f"{row[1]} ← {row[0]}" for row in rows),
        heads=(_("Origin"), _("Outlet"), _("Counted")),
        table=tuple(rows),
        template="claims/_origins.html",
        chart=tree(leans),
    )


def _giving(sheet: Sheet) -> set[int]:
    """The statements that give a disputed facet."""
    return {
        entry.statement.pk
        for line in sheet.matrix.lines
        if line.level == Level.CONFLICT
        for side in line.sides
        for entry in side.entries
    }


def _lean(statement: Statement, *, counts: bool) -> Lean:
    outlet = statement.article.outlet.name
    origin = statement.origin
    if origin is None:
        copied = statement.article.copy_of
        source = copied.outlet.name if copied else outlet
        note = "" if copied else _("names no source")
        return Lean(source, outlet, note, counts=counts)
    origin = origin.merged_into or origin
    through = dict.fromkeys(
        hop.cited_outlet.name if hop.cited_outlet else hop.cited_text
        for hop in effective_hops(statement.hops.all())
    )
    via = ", ".join(
        name for name in through if name and name not in str(origin) and name != outlet
    )
    day = date_format(origin.date_from) if origin.date_from else ""
    return Lean(
        origin=origin_words(origin),
        outlet=outlet,
        note=day,
        via=_("via %(outlets)s") % {"outlets": via} if via else "",
        counts=counts,
    )


def _through(lean: Lean) -> str:
    return f"{lean.outlet} ({lean.via})" if lean.via else lean.outlet


def links_picture(sheet: Sheet) -> Picture | None:
    """The claim's links as a graph; None where there are too few to make one."""
    rows = sheet.material.shown[:LINES]
    places = {row.pk: place for place, row in enumerate(rows)}
    standing = sheet.material.standing_links
    cuts = set(bridges([(link.low_id, link.high_id) for link in standing]))
    drawn = [link for link in standing if {link.low_id, link.high_id} <= places.keys()]
    if len(rows) < LEAST_STATEMENTS or len(drawn) < LEAST_STATEMENTS - 1:
        return None
    names = _names(rows)
    joined = [
        Joined(
            min(places[link.low_id], places[link.high_id]),
            max(places[link.low_id], places[link.high_id]),
            mark=RELATION_MARKS[link.relation],
            firm=link.state == Link.State.CONFIRMED,
            bridge=(link.low_id, link.high_id) in cuts,
        )
        for link in drawn
    ]
    table = tuple(
        (
            names[each.a],
            link.get_relation_display(),
            names[each.b],
            link.get_state_display(),
            _("yes") if each.bridge else "",
        )
        for each, link in zip(joined, drawn, strict=True)
    )
    return Picture(
        key="links",
        title=_("How the statements are linked"),
        note=_(
            "Solid: confirmed. Dashed: suggested. "
            "In a ring: without this link the claim falls apart."
        ),
        description="; ".join(" ".join(row[:3]) for row in table),
        heads=(
            _("Statement"),
            _("Relation"),
            _("Statement"),
            _("State"),
            _("Holds it together"),
        ),
        table=table,
        template="claims/_graph.html",
        chart=graph(names, joined),
    )


def _names(rows: Sequence[Statement]) -> list[str]:
    """The outlet of each statement, numbered where one has several."""
    outlets = [row.article.outlet.name for row in rows]
    return [
        f"{outlets[:place].count(name) + 1} · {name}"
        if outlets.count(name) > 1
        else name
        for place, name in enumerate(outlets)
    ]
