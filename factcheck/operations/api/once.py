"""`Idempotency-Key`: a POST of the API that is sent twice acts once.

For every view of the API, without a line in any of them: the middleware runs a request
that bears the header by a subclass of its view, in which `Once` stands around the
handler. So it comes after authentication, permissions and throttles: an answer is never
given to somebody who may not ask.

Only what was done is kept. A refusal leaves no row: the next try is looked at anew.
A view says of itself what does not hold for it:

    post_reads = True   its POST asks and writes nothing: the key has nothing to do
    one_commit = False  its act has several transactions; it has to be one that may be
                        done again, should the server die between act and answer
"""

from __future__ import annotations

import json
import re
from functools import cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.db import transaction
from rest_framework import exceptions, serializers, status
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import APIView

from factcheck.operations.api.scopes import person_of
from factcheck.operations.idempotency import (
    First,
    InProgressError,
    Kept,
    ReusedError,
    TakenOverError,
    begin,
    finish,
    forget,
)
from factcheck.operations.models import User

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase
    from rest_framework.request import Request

HEADER = "Idempotency-Key"
REPLAYED = "Idempotent-Replayed"
# What the column holds; printable, as every client writes it.
KEY = re.compile(r"[\x21-\x7e]([\x20-\x7e]{0,253}[\x21-\x7e])?")
# Seconds after which it is worth to ask how the first request went: most take less than
# one, the longest text some ten. That it may be taken over is told by the answer then.
ASK_AGAIN_SECONDS = 5
# Headers that belong to an answer, not to its transport.
KEPT_HEADERS = ("Location", "ETag")
# Shown once and nowhere stored in clear: a repeat of the request shows it empty.
SHOWN_ONCE = ("token", "secret")

Handler = Any


class KeyReused(exceptions.APIException):
    """The key belongs to another request."""

    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    default_detail = "This Idempotency-Key was used for another request."
    default_code = "idempotency_key_reused"


class StillInProgress(exceptions.APIException):
    """The first request is still at work. wait: seconds, for Retry-After."""

    status_code = status.HTTP_409_CONFLICT
    default_detail = "A request with this Idempotency-Key is still in progress."
    default_code = "idempotency_in_progress"

    def __init__(self, wait: float) -> None:
        super().__init__()
        self.wait = max(1, min(round(wait), ASK_AGAIN_SECONDS))


class OnceMiddleware:
    """Runs a POST with a key by `Once`; everything else as it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view_func: Any,
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        if request.method != "POST" or HEADER not in request.headers:
            return None
        view = getattr(view_func, "cls", None)
        if view is None or getattr(view, "post_reads", False):
            return None
        given = dict(view_func.initkwargs)
        if hasattr(view_func, "actions"):  # of a set of views
            run = _once(view).as_view(view_func.actions, **given)
        else:
            run = _once(view).as_view(**given)
        answer: HttpResponseBase = run(request, *view_args, **view_kwargs)
        return answer


@cache
def _once(view: type[APIView]) -> Any:
    return type(view.__name__, (Once, view), {"__doc__": view.__doc__})


class Once(APIView):
    """Stands around the handler of POST."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """After authentication, permissions and throttles, which may refuse."""
        super().initial(request, *args, **kwargs)
        handler = getattr(self, "post", None)
        if handler is not None and isinstance(request.user, User):
            vars(self)["post"] = partial(self._answer_once, handler)

    def _answer_once(
        self, handler: Handler, request: Request, *args: Any, **kwargs: Any
    ) -> Response:
        key = _key(request)
        try:
            first = begin(
                user=person_of(request),
                key=key,
                fingerprint=fingerprint_of(request._request),
            )
        except ReusedError as error:
            raise KeyReused from error
        except InProgressError as error:
            raise StillInProgress(error.wait) from error
        if isinstance(first, Kept):
            return _replayed(first)
        try:
            answer = self._act_once(first, partial(handler, request, *args, **kwargs))
        except TakenOverError as error:
            raise StillInProgress(1) from error
        except BaseException:
            forget(first)
            raise
        if not status.is_success(answer.status_code):
            forget(first)
        return answer

    def _act_once(self, first: First, handler: Callable[[], Response]) -> Response:
        if not getattr(self, "one_commit", True):
            answer = handler()
            if status.is_success(answer.status_code):
                finish(first, _kept(answer))
            return answer
        with transaction.atomic():
            answer = handler()
            if status.is_success(answer.status_code):
                finish(first, _kept(answer))
            else:
                transaction.set_rollback(True)
        return answer


def _key(request: Request) -> str:
    key = str(request.headers[HEADER])
    if not KEY.fullmatch(key):
        raise serializers.ValidationError(
            {HEADER: ["From 1 to 255 printable ASCII characters."]}
        )
    return key


def fingerprint_of(request: HttpRequest) -> str:
    """SHA-256 of method, address and body; raises RequestDataTooBig."""
    parts = (request.method or "", request.get_full_path())
    digest = sha256("\n".join(parts).encode())
    digest.update(b"\n" + request.body)
    return digest.hexdigest()


def _kept(answer: Response) -> Kept:
    data = answer.data
    if isinstance(data, dict):
        data = {key: "" if key in SHOWN_ONCE else data[key] for key in data}
    body = b"" if data is None else JSONRenderer().render(data)
    headers = {
        name: answer.headers[name] for name in KEPT_HEADERS if name in answer.headers
    }
    return Kept(answer.status_code, body.decode(), headers)


def _replayed(kept: Kept) -> Response:
    return Response(
        json.loads(kept.body) if kept.body else None,
        kept.status,
        headers={**kept.headers, REPLAYED: "true"},
    )
