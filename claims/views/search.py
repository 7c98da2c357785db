"""Search over claims, statements and articles."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.selectors.found import HITS_A_PAGE, results
from claims.store.query import MOST_CHARACTERS, parse_query
from claims.store.search import NEWEST, Corpus
from factcheck.operations.ids import id_from

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# Beyond the last page that is counted; a larger number is a mistake in the address.
LAST_PAGE = 1000


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """`/search/?q=&in=&page=`: one kind of hits, the numbers of the others beside."""
    text = request.GET.get("q", "").replace("\x00", " ").strip()[:MOST_CHARACTERS]
    asked = request.GET.get("in", "")
    corpus = Corpus(asked) if asked in list(Corpus) else Corpus.CLAIMS
    page = min(id_from(request.GET.get("page", "")) or 1, LAST_PAGE)
    found = results(parse_query(text), corpus, page)
    labels = {
        Corpus.CLAIMS: _("Claims"),
        Corpus.STATEMENTS: _("Statements"),
        Corpus.ARTICLES: _("Articles"),
    }
    context = {
        "text": text,
        "corpus": corpus.value,
        "found": found,
        "newest": f"{NEWEST:,}" if found.newest else "",
        "before": found.page - 1,
        "after": found.page + 1,
        "start": (found.page - 1) * HITS_A_PAGE + 1,
        "tabs": [
            {
                "value": kind.value,
                "label": label,
                "count": found.counts[kind.value],
                "query": urlencode({"q": text, "in": kind.value}),
            }
            for kind, label in labels.items()
        ],
    }
    return render(request, "claims/search.html", context)
