"""What editors decide on links, and how they link two statements by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST

from claims.engine import load_engine
from claims.forms import DecisionForm, describe_errors
from claims.forms.curation import FacetForm, HandLinkForm, RelationForm, SearchForm
from claims.models import Claim, ClaimMember, FacetComparison, Link, Statement
from claims.permissions import may_decide
from claims.selectors.levels import facets_of
from claims.selectors.nearby import members_shown, statements_with
from claims.selectors.wording import link_words
from claims.services.conflict import ConflictError
from claims.services.hand_links import link_create
from claims.services.levels import comparison_set_level
from claims.services.review import link_decide
from claims.views.changed import Redo, Side, changed_page, who_was_last
from claims.views.people import acting

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

UNPROCESSABLE = 422
DECIDED = {
    Link.State.CONFIRMED.value: lazy("Link confirmed."),
    Link.State.REJECTED.value: lazy(
        "Link rejected: it no longer counts on this claim."
    ),
    Link.State.UNSURE.value: lazy("Link marked as not sure."),
}


@require_POST
def decide(request: HttpRequest, pk: int, link: int) -> HttpResponse:
    """Confirm, reject or doubt a link of this claim."""
    actor = acting(request, may_decide)
    found = _link(pk, link)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise SuspiciousOperation("not a decision of this page")
    state = form.cleaned_data["state"]
    back = _place(pk, link)
    try:
        link_decide(
            actor=actor,
            link=found,
            state=state,
            revision=form.cleaned_data["revision"],
            # All the same means: what the page showed, whatever it says by now.
            relation=request.POST.get("relation") or None,
        )
    except ConflictError as error:
        return _changed(
            request,
            error,
            found,
            yours=[Side(_("state"), str(Link.State(state).label))],
            back=back,
            redo=Redo(
                reverse("claims:decide", args=[pk, link]),
                _("Decide it all the same"),
                {"state": state, "revision": str(error.current.get("revision", ""))},
            ),
        )
    messages.success(request, DECIDED[state])
    return HttpResponseRedirect(back)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int, link: int) -> HttpResponse:
    """Say what two linked statements are to each other."""
    actor = acting(request, may_decide)
    found = _link(pk, link)
    if request.method != "POST":
        return _change_page(request, pk, found)
    form = RelationForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["revision"]:
        describe_errors(form)
        return _change_page(request, pk, found, form, status=UNPROCESSABLE)
    given = form.cleaned_data
    try:
        link_decide(
            actor=actor,
            link=found,
            state=Link.State.CONFIRMED,
            revision=given["revision"],
            relation=given["relation"],
            direction=given["later"],
            reason=given["reason"],
        )
    except ConflictError as error:
        fields = {
            "relation": given["relation"],
            "later": str(given["later"] or ""),
            "reason": given["reason"],
            "revision": str(error.current.get("revision", "")),
        }
        return _changed(
            request,
            error,
            found,
            yours=[Side(_("relation"), link_words(given["relation"]))],
            back=_place(pk, link),
            redo=Redo(request.path, _("Change it all the same"), fields),
        )
    said = link_words(given["relation"])
    messages.success(request, _("The link now says: %s.") % said)
    return HttpResponseRedirect(_place(pk, link))


@require_POST
def facet(request: HttpRequest, pk: int, link: int) -> HttpResponse:
    """Set a facet aside as not comparable; the relation follows."""
    actor = acting(request, may_decide)
    found = _link(pk, link)
    form = FacetForm(request.POST)
    if not form.is_valid():
        describe_errors(form)
        return _change_page(request, pk, found, facet=form, status=UNPROCESSABLE)
    given = form.cleaned_data
    row = FacetComparison.objects.filter(link=found, pk=given["facet"]).first()
    try:
        now = comparison_set_level(
            actor=actor,
            comparison=row or FacetComparison(link=found),
            revision=given["revision"],
            reason=given["reason"],
        )
    except ConflictError as error:
        # The facets may be others now: it is chosen again on the page itself.
        return _changed(
            request,
            error,
            found,
            yours=[Side(_("not comparable"), given["reason"])],
            back=reverse("claims:link-change", args=[pk, link]),
        )
    messages.success(
        request, _("Set aside. The link now says: %s.") % now.get_relation_display()
    )
    return HttpResponseRedirect(_place(pk, link))


@require_http_methods(["GET", "HEAD", "POST"])
def by_hand(request: HttpRequest, pk: int) -> HttpResponse:
    """Link a statement of this claim with any other, whatever the engine says."""
    actor = acting(request, may_decide)
    claim = get_object_or_404(Claim, pk=pk, merged_into=None)
    if request.method != "POST":
        return _hand_page(request, claim)
    form = HandLinkForm(request.POST)
    if not form.is_valid():
        describe_errors(form)
        return _hand_page(request, claim, form, status=UNPROCESSABLE)
    given = form.cleaned_data
    one, other = (_statement(given[name]) for name in ("one", "other"))
    later = {1: other, -1: one}.get(given["later"] or 0)
    try:
        link = link_create(
            actor=actor,
            one=one,
            other=other,
            relation=given["relation"],
            later=later,
            revision=given["revision"],
            reason=given["reason"],
            engine=load_engine(),
        )
    except ValidationError as refusal:
        form.add_error(None, refusal.messages[0])
        return _hand_page(request, claim, form, status=UNPROCESSABLE)
    except ConflictError as error:
        low, high = sorted((one.pk, other.pk))
        fields = {name: str(value or "") for name, value in given.items()}
        return _changed(
            request,
            error,
            Link.objects.filter(low=low, high=high).first(),
            yours=[Side(_("relation"), link_words(given["relation"]))],
            back=reverse("claims:claim", args=[pk]),
            redo=Redo(
                request.path,
                _("Link them so all the same"),
                fields | {"revision": str(error.current.get("revision", ""))},
            ),
        )
    return _linked(request, claim, link)


def _linked(request: HttpRequest, claim: Claim, link: Link) -> HttpResponse:
    inside = ClaimMember.objects.filter(claim=claim, state=ClaimMember.State.IN)
    both = inside.filter(statement__in=(link.low_id, link.high_id)).count()
    if both == len((link.low_id, link.high_id)):
        messages.success(request, _("Linked by hand."))
        return HttpResponseRedirect(_place(claim.pk, link.pk))
    messages.success(
        request,
        _("Linked by hand. The two stand in different claims: merge them if one."),
    )
    return HttpResponseRedirect(reverse("claims:merge", args=[claim.pk]))


def _link(pk: int, link: int) -> Link:
    inside = ClaimMember.objects.filter(claim=pk).values("statement")
    rows = Link.objects.select_related(
        "low__article__outlet", "high__article__outlet"
    ).filter(low__in=inside, high__in=inside)
    shown = {
        f"{end}__{column}": None
        for end in ("low", "high")
        for column in ("hidden_by", "article__withdrawn_at")
    }
    return get_object_or_404(rows, pk=link, **shown)


def _statement(pk: int) -> Statement:
    return get_object_or_404(
        Statement, pk=pk, hidden_by=None, article__withdrawn_at=None
    )


def _place(pk: int, link: int) -> str:
    return reverse("claims:claim", args=[pk]) + f"#link-{link}"


def _changed(
    request: HttpRequest,
    error: ConflictError,
    link: Link | None,
    *,
    yours: list[Side],
    back: str,
    redo: Redo | None = None,
) -> HttpResponse:
    """The page of two editors on one link."""
    now = error.current
    theirs = []
    if now and link is not None:
        theirs = [
            Side(_("state"), link_words(now["state"])),
            Side(_("relation"), link_words(now["relation"])),
            *who_was_last(request.user, link),
        ]
    return changed_page(
        request,
        said=str(error),
        yours=yours,
        theirs=theirs,
        back=back,
        redo=redo if now else None,
    )


def _change_page(
    request: HttpRequest,
    pk: int,
    link: Link,
    form: RelationForm | None = None,
    *,
    facet: FacetForm | None = None,
    status: int = 200,
) -> HttpResponse:
    seen = {"revision": link.revision}
    context: dict[str, Any] = {
        "claim": get_object_or_404(Claim, pk=pk),
        "link": link,
        "form": form or RelationForm(initial=seen | {"relation": link.relation}),
        "facet_form": facet or FacetForm(initial=seen),
        "pair_rows": (link.low, link.high),
        "rows": facets_of(link),
    }
    return render(request, "claims/link_change.html", context, status=status)


def _hand_page(
    request: HttpRequest,
    claim: Claim,
    form: HandLinkForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    asked = form.data if form else request.GET
    search = SearchForm({"q": asked.get("q", "")})
    words = search.cleaned_data["q"] if search.is_valid() else ""
    members = members_shown(claim)
    chosen = str(asked.get("one") or (members[0].pk if members else ""))
    context = {
        "claim": claim,
        "form": form or HandLinkForm(),
        "search": search,
        "words": words,
        "members": members,
        "found": statements_with(words) if words else members,
        "one": chosen,
        "other": str(asked.get("other", "")),
    }
    return render(request, "claims/link_by_hand.html", context, status=status)
