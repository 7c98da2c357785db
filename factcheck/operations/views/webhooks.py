"""`/settings/webhooks/`: one's webhooks, what was sent, and what can be done with them.

A secret is shown on the page that follows making or changing it, and on no other: until
then it waits in the session, on the server.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import (
    PermissionDenied,
    SuspiciousOperation,
    ValidationError,
)
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from factcheck.operations.forms import NewWebhookForm, RotationForm, WebhookForm
from factcheck.operations.ids import id_from
from factcheck.operations.models import User, Webhook
from factcheck.operations.webhooks.delivery import deliver_now
from factcheck.operations.webhooks.rotation import (
    old_secret_end,
    secrets_at,
    webhook_rotate,
)
from factcheck.operations.webhooks.rules import may_have_webhooks, webhooks_visible_to
from factcheck.operations.webhooks.services import (
    delivery_replay,
    webhook_change,
    webhook_create,
    webhook_delete,
    webhook_ping,
)

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

DELIVERIES_A_PAGE = 25
UNPROCESSABLE = 422
SECRET = "webhook_secret"


@require_http_methods(["GET", "HEAD", "POST"])
def webhooks(request: HttpRequest) -> HttpResponse:
    """The webhooks that one may see, and the form for another."""
    user = _person(request)
    form = NewWebhookForm(request.POST or None)
    status = 200
    if request.method == "POST":
        made = _made(request, user, form)
        if made is not None:
            return redirect("webhook", made.pk)
        status = UNPROCESSABLE
    context = {"form": form, "rows": webhooks_visible_to(user)}
    return render(request, "webhooks/list.html", context, status=status)


def _made(request: HttpRequest, user: User, form: forms.Form) -> Webhook | None:
    if not form.is_valid():
        return None
    try:
        webhook = webhook_create(actor=user, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error)
        return None
    request.session[SECRET] = {"webhook": webhook.pk, "secret": webhook.secret}
    messages.success(request, _("The webhook is made."))
    return webhook


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def webhook(request: HttpRequest, pk: int) -> HttpResponse:
    """One webhook: how it is, what was sent; POST does one of ACTS."""
    user = _person(request)
    row = get_object_or_404(webhooks_visible_to(user), pk=pk)
    if request.method != "POST":
        return _page(request, user, row, _form_of(row))
    name = request.POST.get("act", "")
    if name == "change":
        return _change(request, user, row)
    act = ACTS.get(name)
    if act is None:
        raise SuspiciousOperation("not an act of this page")
    try:
        return act(request, user, row)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
        return redirect("webhook", pk)


def _page(
    request: HttpRequest, user: User, row: Webhook, form: forms.Form, status: int = 200
) -> HttpResponse:
    shown = request.session.get(SECRET)
    secret = ""
    if shown is not None and shown["webhook"] == row.pk and request.method == "GET":
        secret = request.session.pop(SECRET)["secret"]
    deliveries = row.deliveries.order_by("-pk")
    page = Paginator(deliveries, DELIVERIES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "webhook": row,
        "own": row.owner_id == user.pk,
        "form": form,
        "secret": secret,
        "rotation": RotationForm(),
        "two_secrets": len(secrets_at(row, timezone.now())) > 1,
        "page": page,
    }
    return render(request, "webhooks/webhook.html", context, status=status)


def _form_of(row: Webhook) -> WebhookForm:
    return WebhookForm(initial={"name": row.name, "url": row.url, "events": row.events})


def _change(request: HttpRequest, user: User, row: Webhook) -> HttpResponse:
    form = WebhookForm(request.POST)
    if form.is_valid():
        try:
            webhook_change(actor=user, webhook=row, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
    if not form.is_valid():
        return _page(request, user, row, form, UNPROCESSABLE)
    messages.success(request, _("The webhook is changed."))
    return redirect("webhook", row.pk)


def _switch(request: HttpRequest, user: User, row: Webhook) -> HttpResponse:
    enabled = request.POST["act"] == "on"
    webhook_change(actor=user, webhook=row, enabled=enabled)
    said = _("The webhook is on.") if enabled else _("The webhook is off.")
    messages.success(request, said)
    return redirect("webhook", row.pk)


def _test(request: HttpRequest, user: User, row: Webhook) -> HttpResponse:
    sent = webhook_ping(actor=user, webhook=row)
    outcome = deliver_now(sent.pk, payload_of=lambda *_: None)
    if outcome is None or not outcome.delivered:
        said = outcome.status or outcome.error if outcome else ""
        messages.warning(request, _("The test failed: %(what)s") % {"what": said})
    else:
        messages.success(
            request,
            _("The test arrived: %(status)d after %(time)d ms.")
            % {"status": outcome.status, "time": outcome.milliseconds},
        )
    return redirect("webhook", row.pk)


def _rotate(request: HttpRequest, user: User, row: Webhook) -> HttpResponse:
    form = RotationForm(request.POST)
    if not form.is_valid():
        raise ValidationError(form.errors["hours"].as_data())
    overlap = timedelta(hours=form.cleaned_data["hours"])
    webhook_rotate(actor=user, webhook=row, overlap=overlap)
    request.session[SECRET] = {"webhook": row.pk, "secret": row.secret}
    messages.success(request, _("The secret is another one from now on."))
    return redirect("webhook", row.pk)


def _end_old(request: HttpRequest, user: User, row: Webhook) -> HttpResponse:
    old_secret_end(actor=user, webhook=row)
    messages.success(request, _("The old secret holds no longer."))
    return redirect("webhook", row.pk)


def _replay(request: HttpRequest, user: User, row: Webhook) -> HttpResponse:
    delivery = get_object_or_404(
        row.deliveries, pk=id_from(request.POST.get("delivery", "")) or 0
    )
    delivery_replay(actor=user, delivery=delivery)
    messages.success(request, _("It is sent once more."))
    return HttpResponseRedirect(reverse("webhook", args=[row.pk]))


def _delete(request: HttpRequest, user: User, row: Webhook) -> HttpResponse:
    if "sure" not in request.POST:
        raise ValidationError(_("Tick that you are sure: its log goes with it."))
    webhook_delete(actor=user, webhook=row)
    messages.success(request, _("The webhook is deleted."))
    return redirect("webhooks")


ACTS: Mapping[str, Callable[[HttpRequest, User, Webhook], HttpResponse]] = {
    "on": _switch,
    "off": _switch,
    "test": _test,
    "rotate": _rotate,
    "end_old": _end_old,
    "replay": _replay,
    "delete": _delete,
}


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User) or not may_have_webhooks(request.user):
        raise PermissionDenied
    return request.user
