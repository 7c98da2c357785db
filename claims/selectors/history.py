"""What was done to an object, newest first: who, when, old, new, why.

The history of a claim is that of its links and of its statements as well. What is blind
to the reader is not in it (selectors.entries); a rating is there as "rated", without a
value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext

from claims.models import (
    By,
    Claim,
    ClaimMember,
    Link,
    Name,
    Origin,
    OutsideVerdict,
    ProcessingRun,
    Statement,
)
from claims.selectors.acts import Change, Shift, changes, moved, phrase, shifts
from claims.selectors.disputes import is_printed
from claims.selectors.entries import entries_visible_to
from factcheck.operations.ids import id_from
from factcheck.operations.models import AuditEntry, Token, User
from sources.models import Article, Outlet, OutletAlias, PublisherFamily

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import AnonymousUser

# The objects that have a history page, by the word in its address.
KINDS: Mapping[str, type[Model]] = {
    "claim": Claim,
    "link": Link,
    "statement": Statement,
    "name": Name,
    "origin": Origin,
    "outside-verdict": OutsideVerdict,
    "article": Article,
    "outlet": Outlet,
    "alias": OutletAlias,
    "family": PublisherFamily,
    "user": User,
    "token": Token,
}
# Of people, not of what they work on: for administrators.
PERSONAL = frozenset({"user", "token"})

QUOTES_SHOWN = 4
# Links and statements of a claim whose entries are looked up, the latest first.
MOST_LOOKED_UP = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as a page tells it.

    about    the object, where it is not the page's own: its kind, number and words
    quotes   the first of the statements that moved; more: how many besides
    undone   the entry that took it back
    """

    entry: AuditEntry
    phrase: str
    changes: tuple[Change, ...]
    shifts: tuple[Shift, ...]
    kind: str
    about: str
    quotes: tuple[str, ...]
    more: int
    undone: AuditEntry | None


@dataclass(frozen=True, slots=True)
class Step:
    """What the engine did to the statements of a claim."""

    at: datetime
    outlet: str
    article: int
    statements: int


def entries_of(user: User | AnonymousUser, kind: str, key: str) -> QuerySet[AuditEntry]:
    """The entries about an object that the user may see, newest first."""
    about = Q(target_type=KINDS[kind]._meta.label_lower, target_id=key)
    if kind == "claim" and (number := id_from(key)):
        about |= _around(number)
    return (
        entries_visible_to(user)
        .filter(about)
        .select_related("actor", "undone_by", "undoes")
        .order_by("-pk")
    )


def _around(claim: int) -> Q:
    """The entries about a claim's links and statements.

    By their numbers, written out: with a subquery PostgreSQL reads every entry that
    there is, and with numbers it looks them up in the index.
    """
    members = ClaimMember.objects.filter(claim=claim)
    inside = members.filter(state=ClaimMember.State.IN).values("statement")
    links = Link.objects.filter(
        # Whatever was done to a link, it is an editor's or was written again.
        Q(by=By.EDITOR) | Q(revision__gt=1),
        low__in=inside,
        high__in=inside,
    )
    return Q(
        target_type=Link._meta.label_lower,
        target_id__in=_texts(links.order_by("-pk").values_list("pk", flat=True)),
    ) | Q(
        # Those that were taken out as well: that they were is part of the story.
        target_type=Statement._meta.label_lower,
        target_id__in=_texts(
            members.order_by("-pk").values_list("statement_id", flat=True)
        ),
    )


def _texts(numbers: QuerySet[Any, int]) -> list[str]:
    """As targets are written."""
    return [str(number) for number in numbers[:MOST_LOOKED_UP]]


def lines_of(entries: Iterable[AuditEntry], kind: str) -> list[Line]:
    """The entries in words, in a constant number of queries."""
    entries = list(entries)
    statements = _statements(entries)
    links = _links(entries)
    titles = _titles(entries)
    return [_line(entry, kind, statements, links, titles) for entry in entries]


def _line(
    entry: AuditEntry,
    kind: str,
    statements: Mapping[str, Statement],
    links: Mapping[str, Link],
    titles: Collection[str],
) -> Line:
    own = next((k for k, m in KINDS.items() if _label(m) == entry.target_type), "")
    # Words of what readers no longer see are not repeated here either.
    shown = {"link": links, "statement": statements}.get(own, {entry.target_id})
    sides = _titled(entry.before, titles), _titled(entry.after, titles)
    quotes = [
        statements[str(pk)].quote
        for pk in sorted(moved(entry))
        if str(pk) in statements and own != "statement"
    ]
    about = ""
    if own == "link" and entry.target_id in links and kind != "link":
        link = links[entry.target_id]
        about = f"{link.low.article.outlet}, {link.high.article.outlet}"
    elif own == "statement" and entry.target_id in statements and kind != "statement":
        about = statements[entry.target_id].quote
    return Line(
        entry=entry,
        phrase=phrase(entry),
        changes=changes(entry, sides) if entry.target_id in shown else (),
        shifts=shifts(entry),
        kind=own,
        about=about,
        quotes=tuple(quotes[:QUOTES_SHOWN]),
        more=max(0, len(quotes) - QUOTES_SHOWN),
        undone=getattr(entry, "undone_by", None),
    )


def _titled(side: Mapping[str, Any], titles: Collection[str]) -> Mapping[str, Any]:
    """The values with a title of the engine only where its words are shown still."""
    if side.get("title_by") != By.ENGINE or side["title"] in titles:
        return side
    return {**side, "title": gettext("words of a statement")}


def _titles(entries: Sequence[AuditEntry]) -> set[str]:
    """The titles of the engine that a statement prints which readers see."""
    titles: dict[int, set[str]] = defaultdict(set)
    for entry in entries:
        for side in (entry.before, entry.after):
            if side.get("title_by") == By.ENGINE:
                titles[int(entry.target_id)].add(side["title"])
    rows = ClaimMember.objects.filter(
        claim__in=titles,
        statement__hidden_by=None,
        statement__article__withdrawn_at=None,
    )
    return {
        title
        for claim, quote in rows.values_list("claim", "statement__quote")
        for title in titles[claim]
        if is_printed(title, quote)
    }


def _label(model: type[Model]) -> str:
    return model._meta.label_lower


def _statements(entries: Sequence[AuditEntry]) -> dict[str, Statement]:
    ids = {pk for entry in entries for pk in moved(entry)}
    ids |= _targets(entries, Statement)
    rows = Statement.objects.filter(
        pk__in=ids, hidden_by=None, article__withdrawn_at=None
    ).only("quote")
    return {str(row.pk): row for row in rows}


def _links(entries: Sequence[AuditEntry]) -> dict[str, Link]:
    rows = Link.objects.filter(
        pk__in=_targets(entries, Link),
        low__hidden_by=None,
        high__hidden_by=None,
        low__article__withdrawn_at=None,
        high__article__withdrawn_at=None,
    ).select_related("low__article__outlet", "high__article__outlet")
    return {str(row.pk): row for row in rows.defer("low__frames", "high__frames")}


def _targets(entries: Sequence[AuditEntry], model: type[Model]) -> set[int]:
    return {
        int(entry.target_id)
        for entry in entries
        if entry.target_type == _label(model) and entry.target_id.isdecimal()
    }


@dataclass(frozen=True, slots=True)
class Words:
    """What an object is, for the head of its page. printed: by an outlet."""

    text: str
    printed: bool = False


def words_of(subject: Model) -> list[Words]:
    """What an object is, in words; nothing of what readers no longer see."""
    if isinstance(subject, Statement):
        return _quoted([subject])
    if isinstance(subject, Link):
        return _quoted([subject.low, subject.high])
    if isinstance(subject, Article) and subject.withdrawn_at is not None:
        return [Words(str(subject.outlet))]
    return [Words(str(subject))]


def _quoted(statements: Sequence[Statement]) -> list[Words]:
    return [
        Words(row.quote, printed=True)
        for row in statements
        if row.hidden_by_id is None and row.article.withdrawn_at is None
    ]


def steps_of(claim: Claim, number: int) -> list[Step]:
    """When the engine read the articles whose statements are in the claim, newest
    first; each article once, at its first reading."""
    inside = ClaimMember.objects.filter(
        claim=claim,
        state=ClaimMember.State.IN,
        statement__hidden_by=None,
        statement__article__withdrawn_at=None,
    )
    counted: dict[int, int] = {}
    for pk in inside.values_list("statement__article", flat=True):
        counted[pk] = counted.get(pk, 0) + 1
    first: dict[int, Step] = {}
    runs = ProcessingRun.objects.filter(
        version__article__in=counted, finished_at__isnull=False
    ).select_related("version__article__outlet")
    for run in runs.order_by("finished_at", "pk"):
        article = run.version.article
        if article.pk not in first and run.finished_at is not None:
            first[article.pk] = Step(
                run.finished_at, str(article.outlet), article.pk, counted[article.pk]
            )
    return sorted(first.values(), key=lambda step: step.at, reverse=True)[:number]
