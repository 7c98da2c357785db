"""What is done to an article: a sentence is marked, it is withdrawn, restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims.engine import load_engine
from claims.forms import describe_errors
from claims.forms.articles import MarkForm, RestoreForm, WithdrawForm
from claims.permissions import may_edit_statement, may_withdraw
from claims.services.conflict import ConflictError
from claims.services.statements import OTHER_VERSION, statement_mark, words_in
from claims.services.withdrawal import restore as restore_article
from claims.services.withdrawal import withdraw as withdraw_article
from claims.views.articles import article_answer, article_or_404
from claims.views.people import acting
from sources.services import Refused

if TYPE_CHECKING:
    from django.forms import Form
    from django.http import HttpRequest, HttpResponse

    from claims.models import Statement
    from factcheck.operations.models import User
    from sources.models import Article

CONFLICT, UNPROCESSABLE = 409, 422


@require_POST
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a statement of a sentence of the article."""
    actor = acting(request, may_edit_statement)
    found = article_or_404(pk)
    if found.withdrawn_at is not None:
        return article_answer(request, found, status=CONFLICT)
    form = MarkForm(request.POST, auto_id="mark-%s")
    status = UNPROCESSABLE
    if form.is_valid():
        try:
            statement = _marked(actor, found, form)
        except ValidationError as error:
            form.add_error("words", error.messages[0])
        except ConflictError:
            form.add_error(None, _(OTHER_VERSION))
            status = CONFLICT
        else:
            messages.success(request, _("The sentence is a statement now."))
            return redirect("claims:statement", statement.pk)
    describe_errors(form)
    return article_answer(request, found, status=status, marking=True, mark=form)


def _marked(actor: User, found: Article, form: MarkForm) -> Statement:
    given = form.cleaned_data
    version = found.current_version
    if version is None or version.pk != given["version"]:
        raise ConflictError(OTHER_VERSION, {"version": found.current_version_id})
    version.article = found
    start, end = given["start"], given["end"]
    if start is None or end is None:
        start, end = words_in(version.text, given["words"].replace("\r\n", "\n"))
    return statement_mark(
        actor=actor, version=version, start=start, end=end, engine=load_engine()
    )


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the article out of sight, with the reason that its tombstone tells."""
    actor = acting(request, may_withdraw)
    found = article_or_404(pk)
    form = WithdrawForm(request.POST, auto_id="withdraw-%s")
    if form.is_valid():
        try:
            withdraw_article(
                actor=actor,
                article=found,
                reason=form.cleaned_data["reason"],
                engine=load_engine(),
            )
        except Refused as refusal:
            return _refused(request, found, form, refusal)
        messages.success(request, _("The article is withdrawn. Nothing of it counts."))
        return HttpResponseRedirect(reverse("claims:article", args=[pk]))
    describe_errors(form)
    return article_answer(request, found, status=UNPROCESSABLE, withdraw=form)


@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a withdrawn article again."""
    actor = acting(request, may_withdraw)
    found = article_or_404(pk)
    form = RestoreForm(request.POST, auto_id="restore-%s")
    if form.is_valid():
        try:
            restore_article(
                actor=actor,
                article=found,
                reason=form.cleaned_data["reason"],
                engine=load_engine(),
            )
        except Refused as refusal:
            return _refused(request, found, form, refusal)
        messages.success(request, _("The article is shown and counted again."))
        return HttpResponseRedirect(reverse("claims:article", args=[pk]))
    describe_errors(form)
    return article_answer(request, found, status=UNPROCESSABLE, restore=form)


def _refused(
    request: HttpRequest, found: Article, form: Form, refusal: Refused
) -> HttpResponse:
    """Somebody was quicker: the page shows how the article stands now."""
    reason = refusal.reason
    messages.warning(request, f"{reason[:1].upper()}{reason[1:]}.")
    return article_answer(request, article_or_404(found.pk), status=CONFLICT)
