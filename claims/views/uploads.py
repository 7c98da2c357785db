"""The cap on what the form for articles accepts, before anything is stored on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

if TYPE_CHECKING:
    from django.http import HttpRequest


class CappedUpload(FileUploadHandler):
    """Drops the upload once it is larger than a body may be.

    DATA_UPLOAD_MAX_MEMORY_SIZE counts the fields of a form and not its files; without
    this a file of any size is written to the disk first. `too_large` tells afterwards.
    """

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.received = 0
        self.too_large = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0):
            self.too_large = True
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
