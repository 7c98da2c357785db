"""What clients of HTTP do that no view hears of: a body that nobody reads, a slash."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from factcheck.operations.problems import API_PREFIX, refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

SAFE = ("GET", "HEAD", "OPTIONS")
# Bytes of a refused body that are read all the same, in pieces: eight times what is
# taken (DATA_UPLOAD_MAX_MEMORY_SIZE). Who sends more than that is cut off.
MOST_READ = 40 * 1024 * 1024
PIECE = 64 * 1024


class EdgeMiddleware:
    """Stands before the middleware that sends an address without its slash on.

    A refusal may be made before the body is read. The server would close the connection
    under who still sends it, and they see that and not the answer: what is left of the
    body is read first.

    Who is sent on with a POST asks again with GET, and the body is lost: they are told.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method in SAFE or not request.path_info.startswith(API_PREFIX):
            return response
        if response.status_code == HTTPStatus.MOVED_PERMANENTLY:
            wanted = f"Addresses end with a slash: {request.path_info}/"
            response = refusal(HTTPStatus.NOT_FOUND, wanted)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            _read_past(request)
        return response


def _read_past(request: HttpRequest) -> None:
    left = MOST_READ
    try:
        while left > 0 and (piece := request.read(min(PIECE, left))):
            left -= len(piece)
    except OSError:  # who sends has gone
        return
