"""An editor decides what counts as a statement: hides one, or makes one of a sentence.

A hidden statement keeps its row and its links, and is shown and counted nowhere. A
sentence that was made a statement is read like the others, and again by every later
engine; words that a later version no longer prints are orphaned like all others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from claims.facets.types import StatementRecord
from claims.models import By, Claim, ClaimMember, Statement
from claims.permissions import may_edit_statement, require
from claims.records import load_records
from claims.services.conflict import ConflictError
from claims.services.corrections import open_for_editing
from claims.services.extraction import statement_add
from claims.services.identity import words_hash
from claims.services.marked import read_alone
from claims.services.pipeline import anchor, is_read
from claims.services.refresh import title_from
from claims.services.settle import follow
from claims.services.traces import statements_delete, with_editor_traces
from claims.store.candidates import CandidateStore
from claims.store.locks import lock_linking
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User
from sources.models import ArticleVersion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.engine import Engine

# A statement is a sentence: the longest that papers print have some hundred words.
LEAST_CHARACTERS, MOST_CHARACTERS = 10, 1_500

NOT_PRINTED = gettext_noop(
    "The article does not print these words one after the other."
)
SEVERAL = gettext_noop(
    "The article prints these words more than once: take more of them."
)
LENGTH = gettext_noop("From %(least)d to %(most)d characters.")
KNOWN = gettext_noop("These words are a statement already.")
OTHER_VERSION = gettext_noop("The article has a newer text: look at it first.")


@transaction.atomic
def statement_hide(
    *,
    actor: User,
    statement: Statement,
    engine: Engine,
    hide: bool = True,
    edition: str | None = None,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> AuditEntry:
    """Hide a statement everywhere, or show it again (hide=False).

    Raises PermissionDenied; ConflictError also when it is so already.
    """
    require(may_edit_statement, actor)
    open_for_editing(statement, edition)
    if (statement.hidden_by_id is not None) == hide:
        raise ConflictError(
            _("This statement is hidden already.")
            if hide
            else _("This statement is shown already."),
            hidden_json(statement),
        )
    before = hidden_json(statement)
    set_hidden(statement, actor if hide else None, engine=engine)
    return audit(
        actor=actor,
        verb="statement.hide" if hide else "statement.show",
        target=statement,
        before=before,
        after=hidden_json(statement),
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )


def set_hidden(statement: Statement, by: User | None, *, engine: Engine) -> None:
    """Write who hides the statement; its links and claims follow."""
    statement.hidden_by = by
    statement.save(update_fields=["hidden_by"])
    claims = claims_with([statement.pk])
    if by is not None:
        claims |= forget_titles([statement.quote])
    follow(statement_ids=[statement.pk], engine=engine, also_claims=claims)


def forget_titles(quotes: Iterable[str]) -> set[int]:
    """Empty the titles that are words which are shown no more; claim_refresh of the
    claims, which are returned, finds others. Those that an editor gave stay.

    By the words: a claim keeps its title when the statement has left it or gone on into
    another, and its row does not say whose words they were.
    """
    named = Claim.objects.filter(
        title_by=By.ENGINE, title__in={title_from(quote) for quote in quotes}
    )
    found = set(named.values_list("pk", flat=True))
    Claim.objects.filter(pk__in=found).update(title="")
    return found


def hidden_json(statement: Statement) -> dict[str, Any]:
    """Who has hidden the statement, for an audit entry."""
    return {"hidden_by": statement.hidden_by_id}


def words_in(text: str, words: str) -> tuple[int, int]:
    """Where a text prints the words, white space apart. Raises ValidationError.

    The words must stand there once: a form without scripts has only them to go by.
    """
    words = words.strip()
    times = text.count(words) if words else 0
    if times != 1:
        raise ValidationError({"words": _(SEVERAL) if times else _(NOT_PRINTED)})
    start = text.index(words)
    return start, start + len(words)


def statement_mark(
    *,
    actor: User,
    version: ArticleVersion,
    start: int,
    end: int,
    engine: Engine,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> Statement:
    """Make a statement of version.text[start:end], which the engine did not cut so.

    The words are read before the transaction begins. Raises PermissionDenied,
    ValidationError by field; ConflictError when the article has another text now.
    """
    require(may_edit_statement, actor)
    start, end = _trimmed(version.text, start, end)
    record = _read(version, start, end, engine)
    with transaction.atomic():
        return _mark(actor, version, record, engine, reason, token, request_id)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    if not 0 <= start < end <= len(text):
        raise ValidationError({"words": _(NOT_PRINTED)})
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if not LEAST_CHARACTERS <= end - start <= MOST_CHARACTERS:
        raise ValidationError(
            {"words": _(LENGTH) % {"least": LEAST_CHARACTERS, "most": MOST_CHARACTERS}}
        )
    return start, end


def _read(
    version: ArticleVersion, start: int, end: int, engine: Engine
) -> StatementRecord:
    article = version.article
    if not is_read(article.language):
        return StatementRecord(version.text[start:end], start, end)
    others = Statement.objects.filter(
        version=version, state=Statement.State.PRINTED
    ).values_list("pk", flat=True)
    beside = [stored.record for stored in load_records(list(others)).values()]
    return read_alone(
        version,
        (start, end),
        published=anchor(article),
        beside=beside,
        engine=engine,
    )


def _mark(
    actor: User,
    version: ArticleVersion,
    record: StatementRecord,
    engine: Engine,
    reason: str,
    token: Token | None,
    request_id: str,
) -> Statement:
    lock_linking()
    version.article.refresh_from_db()
    article = version.article
    if article.current_version_id != version.pk or article.withdrawn_at is not None:
        raise ConflictError(_(OTHER_VERSION), {"version": article.current_version_id})
    known = Statement.objects.filter(
        article=article,
        words_hash=words_hash(record.text),
        version=version,
        start=record.start,
    ).first()
    if known is not None and known.state == Statement.State.PRINTED:
        raise ValidationError({"words": _(KNOWN)})
    pk = statement_add(
        version=version, record=record, engine_version=engine.version, known=known
    )
    Statement.objects.filter(pk=pk).update(marked_by=actor)
    statement = Statement.objects.get(pk=pk)
    audit(
        actor=actor,
        verb="statement.mark",
        target=statement,
        before={"marked_by": None},
        after=marked_json(statement),
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )
    follow(statement_ids=[pk], engine=engine)
    return statement


def marked_json(statement: Statement) -> dict[str, Any]:
    """Who made a statement of the words, for an audit entry."""
    return {"marked_by": statement.marked_by_id}


def unmark(statement: Statement, *, engine: Engine) -> None:
    """Leave the words to the engine again; without other work on it the row goes."""
    Statement.objects.filter(pk=statement.pk).update(marked_by=None)
    store = CandidateStore()
    if with_editor_traces([statement.pk]):
        store.delete_keys([statement.pk])
        Statement.objects.filter(pk=statement.pk).update(state=Statement.State.RETIRED)
        follow(
            statement_ids=[statement.pk],
            engine=engine,
            also_claims=claims_with([statement.pk]),
        )
        return
    partners, claims = statements_delete(statement_ids=[statement.pk], store=store)
    follow(statement_ids=sorted(partners), engine=engine, also_claims=claims)


def claims_with(statement_ids: list[int]) -> set[int]:
    """Claims that hold one of the statements."""
    members = ClaimMember.objects.filter(
        statement__in=statement_ids, state=ClaimMember.State.IN
    )
    return set(members.values_list("claim_id", flat=True))
