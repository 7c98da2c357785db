"""The list of articles, and an article with what others print beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from claims.engine import load_engine
from claims.filters import id_from, words_from
from claims.forms import PublishedForm, describe_errors
from claims.permissions import may_correct_article
from claims.selectors.articles import article_page, articles, outlets_with_articles
from claims.selectors.reading import reading_of
from claims.services.pipeline import reanchor
from claims.views.people import acting
from sources.services import Refused, published_correct

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from sources.models import Article

ARTICLES_A_PAGE = 50
UNPROCESSABLE = 422


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
    """`/articles/<number>/`."""
    found = _found(pk)
    form = PublishedForm(initial={"published": found.published_date})
    return _page(request, found, form)


@require_POST
def published(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct the publication date; relative dates and links follow at once."""
    actor = acting(request, may_correct_article)
    found = _found(pk)
    form = PublishedForm(request.POST)
    if form.is_valid():
        day = form.cleaned_data["published"]
        try:
            changed = published_correct(
                article=found,
                published=day.isoformat() if day else "",
                actor=actor,
            )
        except Refused as refusal:
            reason = refusal.reason
            form.add_error("published", f"{reason[:1].upper()}{reason[1:]}.")
        else:
            if changed:
                reanchor(found, engine=load_engine())
                messages.success(
                    request, "The date is saved; what rests on it follows."
                )
            return redirect("claims:article", pk)
    describe_errors(form)
    return _page(request, found, form, status=UNPROCESSABLE)


def _found(pk: int) -> Article:
    found = article_page(pk)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest, found: Article, form: PublishedForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "article": found,
        "reading": reading_of(found),
        "form": form,
        "may_correct": may_correct_article(request.user),
    }
    return render(request, "articles/article.html", context, status=status)
