"""The cap on what an upload brings, before anything of it is stored on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.files.uploadhandler import FileUploadHandler, StopUpload

if TYPE_CHECKING:
    from django.http import HttpRequest


class CappedUpload(FileUploadHandler):
    """Drops the upload once its files have more than `most` bytes.

    DATA_UPLOAD_MAX_MEMORY_SIZE counts the fields of a form and not its files; without
    this a file of any size is written to the disk first. `too_large` tells afterwards.
    Stands first among the handlers, before anything reads the form: the check of the
    form's token does, so that has to come after (csrf_exempt, then csrf_protect).
    """

    def __init__(self, request: HttpRequest, *, most: int) -> None:
        super().__init__(request)
        self.most = most
        self.received = 0
        self.too_large = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > self.most:
            self.too_large = True
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def read_capped(request: HttpRequest, *, most: int) -> bool:
    """Read the form; True: its files had more than `most` bytes, and none is there.

    Raises RequestDataTooBig where its fields have too many.
    """
    cap = CappedUpload(request, most=most)
    request.upload_handlers.insert(0, cap)
    request.POST  # noqa: B018 (reads the body)
    return cap.too_large
