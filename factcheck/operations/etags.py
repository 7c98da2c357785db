"""ETags of what the API shows, and the preconditions of a write: 412 and 428.

The tag is a strong one: a digest of the bytes of the answer. It differs between two
readers where what they may see differs, and tells nothing of what one may not see: who
is blind to a rating keeps the tag that they had before it was given.

A write that must not run over a newer state asks

    require_match(request, etag_of(representation), must=True)

where the representation is what a plain GET of the object, without `fields` and
`expand`, shows to who writes. Tags are compared without their `W/`: a proxy that
compresses marks a tag as weak, and ours is of the body before it was compressed.
"""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.utils.http import parse_etags
from rest_framework.exceptions import APIException
from rest_framework.renderers import JSONRenderer

if TYPE_CHECKING:
    from django.http import HttpRequest
    from rest_framework.request import Request

# Hexadecimal digits of the digest: 128 bits, as in a UUID.
DIGITS = 32


class PreconditionFailed(APIException):
    """412: the object is not, or no longer, what the writer has seen."""

    status_code = HTTPStatus.PRECONDITION_FAILED
    default_detail = "It has changed since you read it: read it again."
    default_code = "precondition_failed"

    def __init__(self, etag: str) -> None:
        super().__init__()
        self.members = {"current": {"etag": etag}}


class PreconditionRequired(APIException):
    """428: the write must say which state it was decided on."""

    status_code = HTTPStatus.PRECONDITION_REQUIRED
    default_detail = "Send If-Match with the ETag of what you have read."
    default_code = "precondition_required"


def etag_of(representation: Any) -> str:
    """The tag with which a GET answers that shows `representation` (JSON-ready)."""
    return tag(JSONRenderer().render(representation))


def tag(body: bytes) -> str:
    """The strong tag of a body, in its quotation marks."""
    return f'"{hashlib.sha256(body).hexdigest()[:DIGITS]}"'


def matches(header: str, etag: str) -> bool:
    """Whether a list of tags, or `*`, names this one. A broken list names none."""
    given = parse_etags(header.strip())
    return given == ["*"] or etag in {each.removeprefix("W/") for each in given}


def require_match(request: HttpRequest | Request, etag: str, *, must: bool) -> None:
    """Go on only if the request's If-Match names the present tag.

    must  whether a request without the header is refused
    Raises PreconditionRequired (428) and PreconditionFailed (412). Ask inside the
    transaction of the write, or the object may change in between.
    """
    header = request.headers.get("If-Match")
    if header is None:
        if must:
            raise PreconditionRequired
        return
    if not matches(header, etag):
        raise PreconditionFailed(etag)
