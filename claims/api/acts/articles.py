"""What is done to an article: a sentence marked, its day corrected, withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework import serializers, status
from rest_framework.reverse import reverse

from claims.api.acts.asked import (
    MarkAsked,
    PublishedAsked,
    RestoreAsked,
    WithdrawAsked,
)
from claims.api.acts.base import Act, Done, ReceiptSerializer, Values, found
from claims.api.conflict import Conflict
from claims.api.printed import published
from claims.permissions import may_correct_article, may_edit_statement, may_withdraw
from claims.services.dating import date_correct
from claims.services.statements import OTHER_VERSION, statement_mark, words_in
from claims.services.withdrawal import restore, withdraw
from factcheck.operations.tokens import CURATE
from sources.models import Article
from sources.services import Refused

if TYPE_CHECKING:
    from rest_framework.request import Request

ARTICLES = Article.objects.select_related("outlet", "current_version")
SHOWN = ARTICLES.filter(withdrawn_at=None)


class MarkReceiptSerializer(ReceiptSerializer):
    """The new statement; start and end count in the text of the article."""

    id = serializers.IntegerField()
    quote = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class MarkView(Act):
    """Make a statement of a sentence that the engine has not cut so.

    409: the article has a newer text; `current.version` is its number.
    """

    summary = "Mark a sentence as a statement"
    allowed = may_edit_statement
    uses_engine = True
    write_scope = CURATE
    asked = MarkAsked
    receipt = MarkReceiptSerializer
    code = status.HTTP_201_CREATED

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        article = found(SHOWN, numbers["pk"])
        version = article.current_version
        if version is None or version.number != given["version"]:
            now = version.number if version else None
            raise Conflict(OTHER_VERSION, {"version": now})
        version.article = article
        start, end = given.get("start"), given.get("end")
        if start is None or end is None:
            start, end = words_in(version.text, given["words"])
        row = statement_mark(
            version=version,
            start=start,
            end=end,
            engine=self.engine(),
            reason=given.get("reason", ""),
            **self.by(request),
        )
        told = {"id": row.pk, "quote": row.quote, "start": row.start, "end": row.end}
        address = reverse("statement-detail", [row.pk], request=request)
        return Done(row, told, {"Location": address})


class ArticleReceiptSerializer(ReceiptSerializer):
    """The article. published: as exactly as it is known."""

    id = serializers.IntegerField()
    external_id = serializers.CharField()
    withdrawn = serializers.BooleanField()
    published = serializers.CharField(allow_null=True)


class ArticleAct(Act):
    """An act on a whole article."""

    allowed = may_withdraw
    uses_engine = True
    write_scope = CURATE
    receipt = ArticleReceiptSerializer

    def done(self, article: Article) -> Done:
        """The receipt."""
        now = ARTICLES.get(pk=article.pk)
        told = {
            "id": now.pk,
            "external_id": now.external_id,
            "withdrawn": now.withdrawn_at is not None,
            "published": published(now),
        }
        return Done(now, told)


class WithdrawView(ArticleAct):
    """Take the article out of sight everywhere; its page tells the reason."""

    summary = "Withdraw an article"
    asked = WithdrawAsked

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        article = found(ARTICLES, numbers["pk"])
        withdraw(
            article=article,
            reason=given["reason"],
            engine=self.engine(),
            **self.by(request),
        )
        return self.done(article)


class RestoreView(ArticleAct):
    """Show a withdrawn article again; a text that came meanwhile is read now."""

    summary = "Restore an article"
    asked = RestoreAsked
    one_commit = False  # it may be read, which no transaction waits for

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        article = found(ARTICLES, numbers["pk"])
        restore(
            article=article,
            reason=given.get("reason", ""),
            engine=self.engine(),
            **self.by(request),
        )
        return self.done(article)


class PublishedView(ArticleAct):
    """Correct the date of publication; relative dates and links follow at once."""

    summary = "Correct a publication date"
    allowed = may_correct_article
    asked = PublishedAsked
    one_commit = False  # it is read anew, which no transaction waits for

    def act(self, request: Request, given: Values, **numbers: int) -> Done:
        article = found(SHOWN, numbers["pk"])
        try:
            date_correct(
                article=article,
                published=given["published"],
                engine=self.engine(),
                **self.by(request),
            )
        except Refused as refusal:
            said = f"{refusal.reason[:1].upper()}{refusal.reason[1:]}."
            raise serializers.ValidationError({"published": said}) from refusal
        return self.done(article)
