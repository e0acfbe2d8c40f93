"""Taking several files of one request in memory only, bounded together."""

from django.core.files.uploadedfile import InMemoryUploadedFile

from levend.web.verify.uploads import InMemory


class InMemoryTogether(InMemory):
    """Keeps at most `most` bytes of all files of a request; of more it keeps nothing further and says `too_large`."""

    _before = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        super().receive_data_chunk(raw_data, self._before + start)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self._before += file_size
        return super().file_complete(file_size)
