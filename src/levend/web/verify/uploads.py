"""Taking a file in memory only, so that nothing of it is left behind."""

import io

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

MOST_SENT = 100 * 1024 * 1024
"""A request beyond this many bytes is not even read to its end."""


class InMemory(FileUploadHandler):
    """Keeps at most `most` bytes; of anything longer it keeps nothing and says `too_large`."""

    def __init__(self, request: HttpRequest, most: int) -> None:
        super().__init__(request)
        self.most = most
        self.too_large = False
        self._kept = io.BytesIO()

    def new_file(self, *args: object, **kwargs: object) -> None:
        super().new_file(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self._kept = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > self.most:
            self.too_large = True
            self._kept = io.BytesIO()
            raise StopUpload(connection_reset=False)
        self._kept.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self._kept.seek(0)
        return InMemoryUploadedFile(
            self._kept, self.field_name, self.file_name or "", self.content_type, file_size, self.charset
        )


def is_beyond_reading(request: HttpRequest) -> bool:
    """Whether the request announces more than we let anybody send."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdecimal() or int(length) > MOST_SENT
