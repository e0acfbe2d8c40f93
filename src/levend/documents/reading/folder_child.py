"""The reading process of folders: a ZIP comes in; for every file a line of JSON goes out, and its bytes behind it.

python -m levend.documents.reading.folder_child START < FILE
"""

import io
import json
import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import ZipFile, ZipInfo

from levend.documents.reading.facts import Trouble
from levend.documents.reading.folder import (
    BYTES_AT_ONCE,
    HEAD,
    MOST_AT_ONCE,
    MOST_FILES,
    MOST_OF_A_FILE,
    MOST_UNPACKED,
    PDF,
    ZIP,
)
from levend.documents.reading.limits import limit

_ENCRYPTED, _UTF_8 = 0x1, 0x800
_LONGEST_NAME = 255
_ADDED = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


@dataclass(frozen=True)
class _Entry:
    """A file of the folder, not yet unpacked."""

    name: str
    archive: ZipFile
    info: ZipInfo
    is_added: bool = False


def main(start: int) -> None:
    """Read standard input, and give the files from number `start` on."""
    logging.disable()
    limit()
    data = sys.stdin.buffer.read()
    number = ignored = unread = given = whole = unpacked = 0
    try:
        for entry in _entries(data):
            if entry.is_added:
                ignored += 1
                continue
            number += 1
            if number > MOST_FILES:
                unread += 1
                continue
            unpacked += entry.info.file_size if entry.info.file_size <= MOST_OF_A_FILE else 0
            if number < start:
                continue
            if given >= BYTES_AT_ONCE or whole >= MOST_AT_ONCE:
                return _say({"next": number})
            trouble, content = (Trouble.TOO_MUCH_WORK, b"") if unpacked > MOST_UNPACKED else _unpacked(entry)
            _say(
                {"number": number, "name": entry.name, "trouble": trouble, "size": len(content)},
                content,
            )
            given, whole = given + len(content), whole + bool(content)
    except MemoryError:
        return _say({"trouble": Trouble.TOO_MUCH_WORK})
    except Exception:  # no list of what a broken file does to a reader is complete
        return _say({"trouble": Trouble.DAMAGED})
    return _say({"ignored": ignored, "unread": unread})


def _entries(data: bytes, folder: str = "") -> Iterator[_Entry]:
    """Every file, also those of a ZIP in this ZIP; one in that is a file that is no PDF."""
    archive = ZipFile(io.BytesIO(data))
    for info in archive.infolist():
        if info.is_dir():
            continue
        name = f"{folder}{_name(info)}"[-_LONGEST_NAME:]
        inner = b"" if folder else _inner(archive, info)
        if _is_added(name):
            yield _Entry(name, archive, info, is_added=True)
        elif inner:
            try:
                yield from list(_entries(inner, f"{name}/"))
            except Exception:  # a broken one is a file like any other
                yield _Entry(name, archive, info)
        else:
            yield _Entry(name, archive, info)


def _inner(archive: ZipFile, info: ZipInfo) -> bytes:
    """The ZIP that this file is; nothing for any other file, and for one that cannot be opened."""
    if not info.filename.lower().endswith(".zip") or info.file_size > 4 * MOST_OF_A_FILE:
        return b""
    try:
        data = archive.read(info)
    except Exception:
        return b""
    return data if data.startswith(ZIP) else b""


def _unpacked(entry: _Entry) -> tuple[Trouble, bytes]:
    """The bytes of a PDF of a bearable size. Of anything else only the beginning is unpacked."""
    info = entry.info
    if info.flag_bits & _ENCRYPTED:
        return Trouble.ENCRYPTED, b""
    try:
        with entry.archive.open(info) as file:
            head = file.read(HEAD)
            if PDF not in head:
                return Trouble.NO_PDF, b""
            if info.file_size > MOST_OF_A_FILE:
                return Trouble.TOO_LARGE, b""
            return Trouble.NONE, head + file.read(MOST_OF_A_FILE)
    except MemoryError:
        return Trouble.TOO_MUCH_WORK, b""
    except Exception:
        return Trouble.DAMAGED, b""


def _name(info: ZipInfo) -> str:
    """As people read it: many programs write UTF-8 without saying so."""
    if info.flag_bits & _UTF_8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode()
    except UnicodeError:
        return info.filename


def _is_added(name: str) -> bool:
    """What a computer puts beside the files of people."""
    parts = name.split("/")
    return "__MACOSX" in parts or parts[-1].startswith("._") or parts[-1].lower() in _ADDED


def _say(said: dict[str, object], content: bytes = b"") -> None:
    """One line, and what belongs to it."""
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + content)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))
