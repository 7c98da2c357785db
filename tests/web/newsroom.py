"""A small newsroom with one disputed claim, for the tests of the pages.

Three invented outlets tell of one call between two invented ministers: two say 5 May,
one 6 May; one says half an hour, one forty minutes; one spells a name differently. A
second claim is consistent, from two outlets of one origin; a third changed since.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claims.facets.types import Kind, Level
from claims.linkage.types import Relation
from claims.models import Claim, ClaimFacet, ClaimOutlet, Link, Statement
from claims.services.refresh import FINDINGS
from factcheck.operations.models import User
from factcheck.operations.roles import Role
from sources.models import Article
from tests.factories import (
    ArticleFactory,
    ArticleVersionFactory,
    ClaimFactory,
    ComparisonFactory,
    FacetFactory,
    HopFactory,
    LinkFactory,
    MemberFactory,
    OriginFactory,
    OutletFactory,
    StatementFactory,
    UserFactory,
    digest,
)


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What the tests name."""

    call: Claim
    ferry: Claim
    ban: Claim
    tide: Article
    editor: User
    other: User
    reader: User


def a_person(name: str, role: Role | None = Role.EDITOR) -> User:
    first, _, last = name.partition(" ")
    return UserFactory(
        username=first.lower(), first_name=first, last_name=last, role=role
    )


def an_article(outlet: str, title: str, day: int, *paragraphs: str) -> Article:
    """An article of 2031-05-`day` with a version that holds the paragraphs."""
    article = ArticleFactory(
        outlet=OutletFactory(name=outlet, slug=outlet.lower().replace(" ", "-")),
        title=title,
        published_date=date(2031, 5, day),
    )
    ArticleVersionFactory(article=article, text="\n\n".join(paragraphs))
    return article


def a_statement(article: Article, quote: str, **columns: object) -> Statement:
    """A statement that the article prints; the quote must stand in its text."""
    version = article.current_version
    start = version.text.index(quote)
    return StatementFactory(
        version=version,
        article=article,
        quote=quote,
        words_hash=digest(quote),
        start=start,
        end=start + len(quote),
        **columns,
    )


def a_facet(statement: Statement, kind: Kind, text: str, value: str, **columns: object):
    start = statement.quote.index(text)
    return FacetFactory(
        statement=statement,
        kind=kind.value,
        start=start,
        end=start + len(text),
        text=text,
        value=value,
        **columns,
    )


def a_day(statement: Statement, text: str, day: date, **columns: object):
    return a_facet(
        statement,
        Kind.DATE,
        text,
        day.isoformat(),
        date_from=day,
        date_to=date.fromordinal(day.toordinal() + 1),
        granularity="day",
        timex=day.isoformat(),
        **columns,
    )


def compared(link: Link, low, high, level: Level, reason: str = "") -> None:
    """Facets of the two statements held against each other; in any order."""
    by_statement = {facet.statement_id: facet for facet in (low, high) if facet}
    sides = {}
    for side, statement in (("low", link.low_id), ("high", link.high_id)):
        facet = by_statement.get(statement)
        if facet:
            sides |= {
                f"{side}_start": facet.start,
                f"{side}_end": facet.end,
                f"{side}_text": facet.text,
                f"{side}_value": facet.value,
            }
    kind = (low or high).kind
    ComparisonFactory(link=link, kind=kind, level=level.value, reason=reason, **sides)


def a_claim(title: str, statements: list[Statement], **columns: object) -> Claim:
    outlets = {row.article.outlet_id: row.article.outlet for row in statements}
    days = [row.article.published_date for row in statements]
    claim = ClaimFactory(
        title=title,
        outlets=len(outlets),
        first_reported=min(days),
        last_reported=max(days),
        **columns,
    )
    for statement in statements:
        MemberFactory(claim=claim, statement=statement)
    for outlet in outlets.values():
        ClaimOutlet.objects.create(claim=claim, outlet=outlet, statements=1)
    return claim


def has_facets(claim: Claim, **levels: Level) -> None:
    for kind, level in levels.items():
        ClaimFacet.objects.create(claim=claim, kind=kind, worst_level=level.value)
    given = {level.value for level in levels.values()}
    claim.finding = next(
        (finding for level, finding in FINDINGS if level in given), claim.finding
    )
    claim.save(update_fields=["finding"])


def make_newsroom() -> Newsroom:
    tide = an_article(
        "Tidewater Gazette",
        "Ministers talk about the strait",
        10,
        "Ministers of both shores are talking again.",
        "Mira Dolan and Ketil Aas spoke by phone last Monday for about half an hour, "
        "her office said. The ferry line to Skarholm reopens in June.",
        "Fishing boats may not enter the strait.",
    )
    bell = an_article(
        "Northern Bell",
        "A call across the water",
        12,
        "The two ministers, Dolan and Aas, had a call on 5 May, the Bell has learnt.",
        "The Skarholm ferry will sail again in June.",
    )
    crier = an_article(
        "Salt Crier",
        "Dolan rings Oss",
        14,
        "Mira Dolan and Ketil Oss spoke on 6 May for forty minutes.",
        "Since Tuesday fishing boats may enter the strait again.",
    )
    return Newsroom(
        call=_the_call(tide, bell, crier),
        ferry=_the_ferry(tide, bell),
        ban=_the_ban(tide, crier),
        tide=tide,
        editor=a_person("Ada Moreau"),
        other=a_person("Jo Okafor"),
        reader=a_person("Rue Reader", Role.READER),
    )


def _the_call(tide: Article, bell: Article, crier: Article) -> Claim:
    first = a_statement(
        tide,
        "Mira Dolan and Ketil Aas spoke by phone last Monday for about half an hour, "
        "her office said.",
        event_from=date(2031, 5, 5),
        event_to=date(2031, 5, 6),
        origin=OriginFactory(label="Dolan’s office"),
    )
    HopFactory(statement=first, speaker="Dolan’s office", cue="said")
    second = a_statement(
        bell,
        "The two ministers, Dolan and Aas, had a call on 5 May, the Bell has learnt.",
        event_from=date(2031, 5, 5),
        event_to=date(2031, 5, 6),
    )
    third = a_statement(
        crier,
        "Mira Dolan and Ketil Oss spoke on 6 May for forty minutes.",
        event_from=date(2031, 5, 6),
        event_to=date(2031, 5, 7),
    )
    fifth, sixth = date(2031, 5, 5), date(2031, 5, 6)
    monday = a_day(first, "last Monday", fifth, anchor=tide.published_date)
    may5 = a_day(second, "5 May", fifth)
    may6 = a_day(third, "6 May", sixth)
    half = a_facet(
        first,
        Kind.DURATION,
        "about half an hour",
        "1800 s",
        number=Decimal(1800),
        unit="s",
        hedge="about",
    )
    forty = a_facet(
        third, Kind.DURATION, "forty minutes", "2400 s", number=Decimal(2400), unit="s"
    )
    aas = a_facet(first, Kind.PERSON, "Ketil Aas", "ketil aas")
    oss = a_facet(third, Kind.PERSON, "Ketil Oss", "ketil oss")
    agree = LinkFactory(
        low=first, high=second, engine_reason="Both resolve to 5 May 2031."
    )
    compared(agree, monday, may5, Level.AGREE)
    compared(agree, half, None, Level.UNKNOWN)
    differ = LinkFactory(
        low=second,
        high=third,
        relation=Relation.CONFLICTS.value,
        engine_reason="Days 5 May and 6 May cannot both be true.",
    )
    compared(differ, may5, may6, Level.CONFLICT, "one day apart, neither hedged")
    both = LinkFactory(
        low=first,
        high=third,
        relation=Relation.CONFLICTS.value,
        engine_reason="last Monday is 5 May; half an hour is not forty minutes.",
    )
    compared(both, monday, may6, Level.CONFLICT)
    compared(both, half, forty, Level.CONFLICT)
    compared(both, aas, oss, Level.NAMING_VARIANT)
    claim = a_claim(
        "Dolan and Aas spoke by phone",
        [first, second, third],
        origins=3,
        conflicts=2,
        priority=30,
    )
    has_facets(
        claim,
        date=Level.CONFLICT,
        duration=Level.CONFLICT,
        person=Level.NAMING_VARIANT,
    )
    return claim


def _the_ferry(tide: Article, bell: Article) -> Claim:
    first = a_statement(tide, "The ferry line to Skarholm reopens in June.")
    second = a_statement(bell, "The Skarholm ferry will sail again in June.")
    columns = {
        "date_from": date(2031, 6, 1),
        "date_to": date(2031, 7, 1),
        "granularity": "month",
    }
    one = a_facet(first, Kind.DATE, "June", "2031-06", **columns)
    two = a_facet(second, Kind.DATE, "June", "2031-06", **columns)
    link = LinkFactory(low=first, high=second, engine_reason="Both give June 2031.")
    compared(link, one, two, Level.AGREE)
    claim = a_claim(
        "The Skarholm ferry reopens", [first, second], origins=1, priority=5
    )
    has_facets(claim, date=Level.AGREE)
    return claim


def _the_ban(tide: Article, crier: Article) -> Claim:
    first = a_statement(tide, "Fishing boats may not enter the strait.")
    second = a_statement(
        crier, "Since Tuesday fishing boats may enter the strait again."
    )
    one = a_facet(first, Kind.POLARITY, "may not enter", "denied")
    two = a_facet(second, Kind.POLARITY, "may enter", "affirmed")
    link = LinkFactory(
        low=first,
        high=second,
        relation=Relation.UPDATES.value,
        direction=1,
        engine_reason="Entering was forbidden on 10 May and is allowed since.",
    )
    compared(link, one, two, Level.UPDATED)
    claim = a_claim(
        "Fishing boats may enter the strait", [first, second], origins=2, priority=12
    )
    has_facets(claim, polarity=Level.UPDATED)
    return claim
