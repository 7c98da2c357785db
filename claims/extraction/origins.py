"""The first-hand act at the end of a chain, as a key that two outlets can share. PURE.

Two outlets that lean on one interview must get the same key although one prints "on
Monday" and the other nothing, one the full name and the other the surname. Hence:

- the day is widened to its ISO week. A speaker who says a thing twice in a week is not
  two sources, so too wide a date costs little; too narrow a one invents independence.
  Without a dated saying the week of publication stands in, without either nothing does;
- a statement, a news conference and "reporters" are no venue that tells one saying from
  another: what one outlet tells of them the next leaves out;
- where a venue narrows it down the surname is enough; without one the full name is
  used;
- a body is the sorted set of its words: "Ministry of Works of Arland" is "Arland's
  Works Ministry", and its spokesperson speaks for it;
- a source without a name that an outlet cites has no other address: the origin is that
  outlet's report. Without such an outlet the origin stays unknown (None).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from claims.extraction.attribution import Attribution, Chain
from claims.extraction.described import Speaker
from claims.extraction.venues import Venue, act_of
from claims.facets.types import Facet, Hop, Kind, OriginKey
from claims.lexicon.organisations import HEADS
from claims.lexicon.reporting import SPOKESPERSONS
from claims.lexicon.words import words

# Which kind of origin an act of saying makes; anything else is a statement.
KIND_OF_ACT = {
    "interview": "interview",
    "post": "post",
    "filing": "filing",
    "speech": "speech",
    "call": "call",
}
ONE_DAY = timedelta(days=1)

_WORD = re.compile(r"[a-z0-9&]+")
_EMPTY_WORDS = words(
    "s the a an of for at in on and by to spokesperson spokesman spokeswoman"
)


def origin_of(
    chain: Chain,
    published: date | None,
    facets: Iterable[Facet] = (),
    *,
    venues: dict[str, tuple[str, str]] | None = None,
) -> OriginKey | None:
    """The key of the first-hand act of one sentence, None when it is unknown.

    facets are the sentence's own; those dates count that are bound to a reporting verb.
    venues gives, by speaker, the (act, name) of his only venue in the article, for
    sentences that do not repeat it; see sole_venues.
    """
    path = _path(chain)
    if not path:
        return None
    week = _week(_day_of_saying(facets) or published)
    for step in reversed(path):
        key = _first_hand(step, week, venues or {})
        if key is not None:
            return key
    return None


def origin_of_hops(
    hops: Sequence[Hop], published: date | None, facets: Iterable[Facet] = ()
) -> OriginKey | None:
    """The same of a chain as an editor writes it, outermost first.

    Each hop hands over the next. A venue is an interview unless the cue or its own
    words name another act; a speaker is a body when one of the words heads names of
    bodies, and unnamed without a capital.
    """
    chain = tuple(_attribution(number, hop) for number, hop in enumerate(hops))
    return origin_of(chain, published, facets)


def _attribution(number: int, hop: Hop) -> Attribution:
    name = hop.cited_outlet or hop.speaker
    kind = "outlet" if hop.cited_outlet and not _is_other(hop) else "person"
    if kind == "person":
        name = hop.speaker
        if not HEADS.isdisjoint(_WORD.findall(name.lower())):
            kind = "group"
    act = next((word for word in hop.cue.lower().split() if word in KIND_OF_ACT), "")
    if hop.venue in KIND_OF_ACT:
        venue: Venue | None = Venue(hop.venue)
    else:
        known = act or (act_of(hop.venue) if hop.venue else "")
        venue = Venue(known, hop.venue) if known else None
    named = any(part[0].isupper() for part in name.split())
    return Attribution(
        sentence=0,
        speaker=Speaker(name=name, role=hop.role, kind=kind, named=named),
        strength=hop.strength,
        venue=venue,
        outer=(number - 1,) if number else (),
    )


def _is_other(hop: Hop) -> bool:
    """Whether a hop names a speaker beside the publication that quotes him."""
    return bool(hop.speaker) and hop.speaker.lower() != hop.cited_outlet.lower()


def sole_venues(chains: Iterable[Chain]) -> dict[str, tuple[str, str]]:
    """Speakers who have one venue in the whole article, with its (act, name)."""
    found: dict[str, set[tuple[str, str]]] = {}
    for step in (step for chain in chains for step in chain):
        if step.venue is not None and step.venue.name and step.speaker.named:
            seen = found.setdefault(step.speaker.name, set())
            seen.add((step.venue.act, step.venue.name))
    return {name: next(iter(v)) for name, v in found.items() if len(v) == 1}


def _path(chain: Chain) -> list[Attribution]:
    """From the outermost hop inwards, side branches and opinions left out."""
    path: list[Attribution] = []
    at: list[int] = []
    for position, step in enumerate(chain):
        if step.strength == "stance" or not step.speaker.name:
            continue
        if not path or at[-1] in step.outer:
            path.append(step)
            at.append(position)
    return path


def _first_hand(
    step: Attribution, week: str, venues: dict[str, tuple[str, str]]
) -> OriginKey | None:
    speaker = step.speaker
    if speaker.kind == "outlet":
        name = speaker.name.lower()
        return OriginKey("report", "", name, week, f"report by {speaker.name}")
    if not (speaker.named or _is_body(speaker.name)):
        return None
    act, venue = "", ""
    if step.venue is not None:
        act, venue = step.venue.act, step.venue.name
    elif speaker.name in venues:
        act, venue = venues[speaker.name]
    kind = KIND_OF_ACT.get(act, "statement")
    if kind == "statement" and not venue[:1].isupper():
        venue = ""  # "in a statement", "told reporters": the other outlet prints "said"
    who = _person_key(speaker, short=bool(venue))
    if speaker.kind != "person" or not speaker.named:
        who = body_key(speaker.name)
    if not who:
        return None
    return OriginKey(kind, who, venue.lower(), week, _label(speaker.name, kind, venue))


def _person_key(speaker: Speaker, *, short: bool) -> str:
    full = speaker.key if " " in speaker.key else speaker.name.lower()
    parts = full.split()
    return parts[-1] if short and parts else " ".join(parts)


def body_key(name: str) -> str:
    """The words of a body in alphabetical order, without articles and spokespeople."""
    plain = name.lower().replace("u.s.", "us").replace("u.k.", "uk")
    return " ".join(sorted(set(_WORD.findall(plain)) - _EMPTY_WORDS))


def _is_body(name: str) -> bool:
    """True for an unnamed speaker of a body that is named: "a mining ministry official"
    is not, "the spokesperson for the Arland mining ministry" is."""
    parts = re.findall(r"[\w'-]+", name)
    speaks = any(part.lower().removesuffix("'s") in SPOKESPERSONS for part in parts)
    return speaks and any(part[0].isupper() for part in parts)


def _label(name: str, kind: str, venue: str) -> str:
    place = f" ({venue})" if venue else ""
    return f"{name}: {kind}{place}"


def _day_of_saying(facets: Iterable[Facet]) -> date | None:
    for facet in facets:
        first, end = facet.date_from, facet.date_to
        of_saying = facet.kind is Kind.DATE and facet.role == "report"
        if of_saying and first and end and end - first <= ONE_DAY:
            return first
    return None


def _week(day: date | None) -> str:
    if day is None:
        return ""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def event_of(facets: Sequence[Facet], main: int) -> tuple[date | None, date | None]:
    """The dates [from, to) of the main event: of its frame, else the first ones.

    main is the number of the main frame. Dates bound to a reporting verb do not count.
    """
    dated = [
        facet
        for facet in facets
        if facet.kind is Kind.DATE
        and facet.date_from is not None
        and facet.role != "report"
    ]
    own = [facet for facet in dated if facet.frame == main]
    for facet in own or dated:
        return facet.date_from, facet.date_to
    return None, None
