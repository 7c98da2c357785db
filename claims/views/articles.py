"""The list of articles, and an article with what others print beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from claims.engine import load_engine
from claims.filters import words_from
from claims.forms import PublishedForm, describe_errors
from claims.forms.articles import MarkForm, RestoreForm, WithdrawForm
from claims.permissions import (
    may_correct_article,
    may_edit_statement,
    may_withdraw,
)
from claims.selectors.articles import (
    article_page,
    articles,
    outlets_with_articles,
    words_led_to,
)
from claims.selectors.reading import reading_of
from claims.selectors.uncut import parts_of
from claims.services.dating import date_correct
from claims.views.people import acting
from factcheck.operations.ids import id_from
from sources.services import Refused

if TYPE_CHECKING:
    from django.forms import Form
    from django.http import HttpRequest, HttpResponse

    from sources.models import Article

ARTICLES_A_PAGE = 50
OK, GONE, UNPROCESSABLE = 200, 410, 422
MARKING = "mark"


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """`/articles/?q=&outlet=`."""
    text = words_from(request.GET.get("q", ""))
    outlet = id_from(request.GET.get("outlet", ""))
    page = Paginator(articles(text=text, outlet=outlet), ARTICLES_A_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "page": page,
        "text": text,
        "outlet": outlet,
        "outlets": outlets_with_articles(),
    }
    return render(request, "articles/list.html", context)


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """`/articles/<number>/`; `?at=<statement>.<start>.<end>` leads to words of it,
    `?mode=mark` offers what is no statement to be made one.
    """
    return article_answer(request, article_or_404(pk))


@require_POST
def published(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct the publication date; relative dates and links follow at once."""
    actor = acting(request, may_correct_article)
    found = article_or_404(pk)
    form = PublishedForm(request.POST)
    if form.is_valid():
        day = form.cleaned_data["published"]
        try:
            changed = date_correct(
                article=found,
                published=day.isoformat() if day else "",
                actor=actor,
                engine=load_engine(),
            )
        except Refused as refusal:
            reason = refusal.reason
            form.add_error("published", f"{reason[:1].upper()}{reason[1:]}.")
        else:
            if changed:
                messages.success(
                    request, gettext("The date is saved; what rests on it follows.")
                )
            return redirect("claims:article", pk)
    describe_errors(form)
    return article_answer(request, found, status=UNPROCESSABLE, form=form)


def article_or_404(pk: int) -> Article:
    """The article with what its page shows of itself."""
    found = article_page(pk)
    if found is None:
        raise Http404
    return found


def article_answer(
    request: HttpRequest,
    found: Article,
    *,
    status: int = OK,
    marking: bool = False,
    **forms: Form,
) -> HttpResponse:
    """The page of an article, with the forms as they were sent where they were.

    Of a withdrawn article there is a tombstone, and nothing of its text.
    """
    context: dict[str, Any] = {
        "article": found,
        "may_withdraw": may_withdraw(request.user),
        "withdraw": WithdrawForm(auto_id="withdraw-%s"),
        "restore": RestoreForm(auto_id="restore-%s"),
        **forms,
    }
    if found.withdrawn_at is not None:
        gone = GONE if status == OK else status
        return render(request, "articles/withdrawn.html", context, status=gone)
    context |= {
        "may_correct": may_correct_article(request.user),
        "may_mark": may_edit_statement(request.user),
    }
    context.setdefault(
        "form", PublishedForm(initial={"published": found.published_date})
    )
    marking = marking or request.GET.get("mode") == MARKING
    if marking and context["may_mark"]:
        version = {"version": found.current_version_id}
        context |= {"parts": parts_of(found)}
        context.setdefault("mark", MarkForm(initial=version, auto_id="mark-%s"))
        return render(request, "articles/marking.html", context, status=status)
    at = words_led_to(found, request.GET.get("at", ""))
    context |= {"reading": reading_of(found, at=at)}
    return render(request, "articles/article.html", context, status=status)
