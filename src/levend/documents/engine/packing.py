"""Several files as one, as they were handed in: a ZIP that presses nothing together."""

import io
from collections.abc import Iterable
from zipfile import ZIP_STORED, ZipFile, ZipInfo

LONGEST_NAME = 200


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The ZIP of these files by name and content, in their order; the same bytes for the same files.

    Of two of one name the later one stands in a folder with its number.
    """
    buffer = io.BytesIO()
    taken: set[str] = set()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for number, (name, data) in enumerate(files, start=1):
            called = name[-LONGEST_NAME:] or str(number)
            called = f"{number}/{called}" if called in taken else called
            taken.add(called)
            archive.writestr(ZipInfo(called), data)
    return buffer.getvalue()
