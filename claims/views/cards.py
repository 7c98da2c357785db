"""The published cards: their list, a card, its page for frames, taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_POST, require_safe

from claims.exports.claim_review import as_script, claim_reviews, review_feed
from claims.exports.oembed import WIDTH, card_height, frame_html
from claims.forms.verdicts import ReasonForm
from claims.models import Claim
from claims.permissions import may_adjudicate
from claims.selectors.cards import shown_cards
from claims.selectors.verdicts import (
    card_verdict,
    printings,
    public_verdict,
    public_verdicts,
    since,
    withdrawn_verdict,
)
from claims.services.conflict import ConflictError
from claims.services.publishing import claim_unpublish
from claims.views.people import acting

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from claims.models import Verdict

CARDS_A_PAGE = 25
# Cards in a page of the feed: some three reviews each, of a kilobyte or two.
REVIEWED_A_PAGE = 200
GONE = 410
UNPROCESSABLE = 422
THEMES = ("light", "dark")
NARROW = 360  # pixels: the width of the small card shown beside the large one


@login_not_required
@require_safe
def card_list(request: HttpRequest) -> HttpResponse:
    """`/published/`: open to everybody."""
    page = Paginator(public_verdicts(), CARDS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "cards": shown_cards(list(page.object_list)),
        "newsroom": settings.NEWSROOM,
    }
    return render(request, "cards/list.html", context)


@login_not_required
@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """`/published/reviews.jsonld`: all cards as ClaimReview, a page at a time.

    A feed of the form that aggregators read; open to everybody and to every site.
    """
    page = Paginator(public_verdicts(), REVIEWED_A_PAGE).get_page(
        request.GET.get("page")
    )
    address = request.build_absolute_uri(request.path)
    following = f"{address}?page={page.number + 1}" if page.has_next() else ""
    # What programs read is the same for every reader.
    with translation.override(settings.LANGUAGE_CODE):
        feed = review_feed(shown_cards(list(page.object_list)), following=following)
    return JsonResponse(
        feed,
        content_type="application/ld+json",
        json_dumps_params={"ensure_ascii": False},
        headers={"Access-Control-Allow-Origin": "*"},
    )


@login_not_required
@require_safe
def card(request: HttpRequest, pk: int) -> HttpResponse:
    """`/published/<number of the claim>/`: open to everybody; 410 once taken back."""
    verdict = card_verdict(pk)
    if verdict is None:
        return _gone(request, pk, "cards/gone.html")
    if verdict.claim_id != pk:
        return redirect("claims:card", verdict.claim_id)
    return _page(request, verdict, ReasonForm())


@login_not_required
@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]
def embed(request: HttpRequest, pk: int) -> HttpResponse:
    """`/embed/<number of the claim>/?theme=`: the one page that others may frame.

    It asks for no cookie, holds no form and runs no script but the theme's.
    """
    theme = request.GET.get("theme", "")
    context = {"theme": theme if theme in THEMES else "auto"}
    verdict = card_verdict(pk)
    if verdict is None:
        return _gone(request, pk, "cards/embed_gone.html", context)
    return render(request, "cards/embed.html", {**context, **_shown(verdict)})


@require_POST
def unpublish(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a card back, with the reason that readers will find in its place."""
    actor = acting(request, may_adjudicate)
    claim = get_object_or_404(Claim, pk=pk)
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            claim_unpublish(
                actor=actor, claim=claim, reason=form.cleaned_data["reason"]
            )
        except ConflictError as error:
            messages.warning(request, str(error))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The card is taken back."))
    verdict = public_verdict(pk)
    if form.is_valid() or verdict is None:
        return redirect("claims:card", pk)
    return _page(request, verdict, form, status=UNPROCESSABLE)


def _shown(verdict: Verdict) -> dict[str, Any]:
    (shown,) = shown_cards([verdict])
    return {"card": shown, "since": since(verdict), "newsroom": settings.NEWSROOM}


def _page(
    request: HttpRequest, verdict: Verdict, form: ReasonForm, *, status: int = 200
) -> HttpResponse:
    pk = verdict.claim_id
    context = _shown(verdict)
    shown = context["card"]
    url = request.build_absolute_uri(reverse("claims:card", args=[pk]))
    frame = request.build_absolute_uri(reverse("claims:embed", args=[pk]))
    height = card_height(shown, WIDTH)
    # What programs read is the same for every reader.
    with translation.override(settings.LANGUAGE_CODE):
        (neutral,) = shown_cards([verdict])
        reviews = claim_reviews(
            neutral,
            url=url,
            newsroom=settings.NEWSROOM,
            home=request.build_absolute_uri("/"),
        )
    context |= {
        "url": url,
        "oembed": request.build_absolute_uri(reverse("claims:oembed")),
        "frame": frame_html(shown, frame=frame, width=WIDTH, height=height),
        "narrow": NARROW,
        "narrow_height": card_height(shown, NARROW),
        "reviews": as_script(reviews),
        "history": printings(pk),
        "form": form,
        "may_adjudicate": may_adjudicate(request.user),
    }
    return render(request, "cards/card.html", context, status=status)


def _gone(
    request: HttpRequest, pk: int, template: str, more: dict[str, Any] | None = None
) -> HttpResponse:
    """The note that a card leaves. Raises Http404 when there never was one."""
    verdict = withdrawn_verdict(pk)
    if verdict is None:
        raise Http404
    context = {"verdict": verdict, "newsroom": settings.NEWSROOM, **(more or {})}
    return render(request, template, context, status=GONE)
