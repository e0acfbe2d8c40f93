"""Asking a child process for the PDF files in a folder that somebody packed (ZIP): a few at a time, never an exception.

A ZIP in a ZIP is opened too, one deep: people pack the folders of others. What a computer adds by itself is passed over.
"""

import io
import json
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

from levend.documents.reading.facts import Trouble
from levend.documents.reading.process import run_reader
from levend.documents.reading.read import MOST_BYTES as MOST_OF_A_FILE

MOST_BYTES = 90 * 1024 * 1024
"""Of what is handed in together."""
MOST_FILES = 1_000
MOST_UNPACKED = 1024 * 1024 * 1024
MOST_AT_ONCE = 20
BYTES_AT_ONCE = 40 * 1024 * 1024
"""After so many PDF files or bytes the child stops, and is asked for the rest: nobody ever holds the whole folder unpacked."""
MOST_SECONDS = 60
ZIP = b"PK\x03\x04"
PDF = b"%PDF-"
HEAD = 1024
_CHILD = "levend.documents.reading.folder_child"

__all__ = ["MOST_BYTES", "MOST_FILES", "MOST_OF_A_FILE", "FolderFile", "FolderPart", "read_folder"]


@dataclass(frozen=True)
class FolderFile:
    """`number` counts from 1; `name` is that of the file with its folders. `data` is empty where there is trouble."""

    number: int
    name: str
    trouble: Trouble
    data: bytes = b""


@dataclass(frozen=True)
class FolderPart:
    """Some files in order. `next` is the number to go on with, 0 at the end; then `ignored` counts what a computer
    added, `unread` what came after the last file that we take, and `trouble` says that the folder could not be read on."""

    files: tuple[FolderFile, ...] = ()
    next: int = 0
    ignored: int = 0
    unread: int = 0
    trouble: Trouble = Trouble.NONE


class _Said(BaseModel):
    """A line of the child's: of a file, `size` bytes follow; without a number it is the last one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int = 0
    name: str = ""
    trouble: Trouble = Trouble.NONE
    size: int = 0
    next: int = 0
    ignored: int = 0
    unread: int = 0


def read_folder(data: bytes, *, start: int = 1) -> FolderPart:
    """The next files of a folder, from number `start`."""
    if len(data) > MOST_BYTES:
        return FolderPart(trouble=Trouble.TOO_LARGE)
    output, ended_well = run_reader(_CHILD, [str(start)], data, seconds=MOST_SECONDS)
    files: list[FolderFile] = []
    stream = io.BytesIO(output)
    while line := stream.readline():
        try:
            said = _Said.model_validate(json.loads(line))
        except (ValueError, ValidationError):
            break
        if not said.number:
            return FolderPart(tuple(files), said.next, said.ignored, said.unread, said.trouble)
        content = stream.read(said.size)
        if len(content) < said.size:
            break
        files.append(FolderFile(said.number, said.name, said.trouble, content))
    return FolderPart(tuple(files), trouble=Trouble.DAMAGED if ended_well else Trouble.TOO_MUCH_WORK)
