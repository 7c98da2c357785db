"""The body of a request: JSON, no larger and no deeper than we read."""

from __future__ import annotations

from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

if TYPE_CHECKING:
    from collections.abc import Mapping


class JsonBody(JSONParser):
    """DRF hands the raw stream to the parser, past Django's limit of a body's size."""

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """The object. Raises RequestDataTooBig, which is answered with 413."""
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
        raw = stream.read(limit + 1)
        if len(raw) > limit:
            raise RequestDataTooBig
        try:
            return super().parse(BytesIO(raw), media_type, parser_context)
        except RecursionError as error:
            raise ParseError("JSON parse error - nested too deep") from error
