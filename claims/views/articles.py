"""The list of articles, an article with what others print, adding and correcting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from claims.filters import id_from, words_from
from claims.forms import ArticleForm, PublishedForm, describe_errors
from claims.permissions import may_correct_article, may_import, require
from claims.selectors.articles import article_page, articles, outlets_with_articles
from claims.selectors.reading import reading_of

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
    """Correct the publication date; dates and links follow at once."""
    require(may_correct_article, request.user)
    found = _found(pk)
    form = PublishedForm(request.POST)
    if not form.is_valid():
        describe_errors(form)
        return _page(request, found, form, status=UNPROCESSABLE)
    raise Http404


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """`/articles/add/`: store the text, read and link it, show it."""
    require(may_import, request.user)
    form = ArticleForm(request.POST or None, request.FILES or None)
    return render(request, "articles/add.html", {"form": form})


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
