"""The form that adds an article: stored, read, linked and shown in one request."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from claims.engine import load_engine
from claims.forms import ArticleForm, describe_errors
from claims.permissions import may_import
from claims.services.pipeline import process_version
from claims.views.people import acting
from factcheck.operations.uploads import read_capped
from sources.services import (
    ParsedArticle,
    Refused,
    Status,
    article_store,
    submission_parse,
)

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.http import HttpRequest, HttpResponse

    from factcheck.operations.models import User

UNPROCESSABLE = 422
TOO_LARGE = gettext_lazy("Larger than 5 MB: only the article itself is needed.")
# Hexadecimal digits of an upload's hash in the identifier that is made from it.
NAME_DIGITS = 16

# Which field a refusal is about, by a word of its reason; the first that fits.
ABOUT = (
    ("date", "published"),
    ("url", "url"),
    ("address", "url"),
    ("outlet", "outlet"),
    ("title", "title"),
)
DONE = {
    Status.CREATED: gettext_lazy("The article is stored and compared."),
    Status.NEW_VERSION: gettext_lazy(
        "This article was known; its new text is the next version."
    ),
    Status.UPDATED: gettext_lazy(
        "This text was known; what the form adds to it is stored."
    ),
    Status.UNCHANGED: gettext_lazy(
        "This article was stored already; nothing has changed."
    ),
}


# The cap must be in place before anything reads the form, and the check of the token
# reads it: so the check comes after, in `_add`.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """`/articles/add/`."""
    actor = acting(request, may_import)
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    try:
        too_large = read_capped(request, most=most)
    except RequestDataTooBig:
        form = ArticleForm()
        form.too_large = str(TOO_LARGE)
        return _page(request, form, status=UNPROCESSABLE)
    return _add(request, actor, file_too_large=too_large)


@csrf_protect
def _add(request: HttpRequest, actor: User, *, file_too_large: bool) -> HttpResponse:
    if request.method != "POST":
        return _page(request, ArticleForm())
    form = ArticleForm(request.POST, request.FILES)
    if file_too_large:
        form.add_error("file", TOO_LARGE)
        form.errors.pop("text", None)
    elif form.is_valid():
        try:
            stored = article_store(parsed=_parsed(form), actor=actor)
        except Refused as refusal:
            _refuse(form, refusal.reason)
        else:
            if stored.article is not None and stored.version is not None:
                process_version(
                    stored.version, engine=load_engine(), again=stored.must_read_again
                )
                messages.success(request, DONE[stored.status])
                return redirect("claims:article", stored.article.pk)
            _refuse(form, stored.reason)
    describe_errors(form)
    return _page(request, form, status=UNPROCESSABLE)


def _parsed(form: ArticleForm) -> ParsedArticle:
    given = form.cleaned_data
    outlet = given["outlet"].name if given["outlet"] else given["new_outlet"]
    day = given["published"]
    fields = {
        "outlet": outlet,
        "published": day.isoformat() if day else "",
        "title": given["title"],
        "url": given["url"],
        "language": given["language"],
        "translated_from": given["translated_from"],
    }
    file: UploadedFile | None = given["file"]
    if file is None:
        return submission_parse(fields=fields | {"text": given["text"]})
    content = file.read()
    # A name made from the content: "index.html" of two outlets are two articles.
    name = sha256(content).hexdigest()[:NAME_DIGITS]
    suffix = PurePath(file.name or "").suffix.lower()
    return submission_parse(
        fields=fields, file=content, file_name=f"submitted-{name}{suffix}"
    )


def _refuse(form: ArticleForm, reason: str) -> None:
    lowered = reason.lower()
    given = "file" if form.cleaned_data.get("file") else "text"
    field = next((field for word, field in ABOUT if word in lowered), given)
    form.add_error(field, f"{reason[:1].upper()}{reason[1:]}.")


def _page(
    request: HttpRequest, form: ArticleForm, *, status: int = 200
) -> HttpResponse:
    return render(request, "articles/add.html", {"form": form}, status=status)
