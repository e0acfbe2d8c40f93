"""Asking a child process to read a file.

A PDF is a program for its reader: it may be made to hang it, to eat its memory or to crash it. So it is read by a
process that holds no secret, may not use much, and is waited for only so long.
"""

import json
import threading
from collections.abc import Iterable

from pydantic import TypeAdapter, ValidationError

from levend.documents.reading.facts import PdfFacts, Trouble
from levend.documents.reading.process import run_reader

MOST_BYTES = 25 * 1024 * 1024
MOST_SECONDS = 60
"""Until the reader is stopped. It takes one or two; a machine that is busy with all else must not call a file hostile."""
AT_ONCE = 2

_places = threading.BoundedSemaphore(AT_ONCE)
_facts = TypeAdapter(PdfFacts)
WORDS = "--words"
_CHILD = "levend.documents.reading.child"
_HEAD = 1024
"""Bytes at the start of a file in which readers look for its mark."""


def read_pdf(pdf: bytes, *, attachments: Iterable[str] = (), words: bool = False) -> PdfFacts:
    """What the file holds, never an exception; at most `AT_ONCE` files at a time per process.

    `attachments` names the ones whose text is wanted, `words` asks for those of the first page where there is no form. What was found before the reader failed is kept.
    """
    if len(pdf) > MOST_BYTES:
        return PdfFacts(Trouble.TOO_LARGE)
    if b"%PDF-" not in pdf[:_HEAD]:
        return PdfFacts(Trouble.NO_PDF)
    with _places:
        wanted = [*attachments, *([WORDS] if words else [])]
        output, ended_well = run_reader(_CHILD, wanted, pdf, seconds=MOST_SECONDS)
    found: dict[str, object] = {"trouble": Trouble.NONE if ended_well else Trouble.TOO_MUCH_WORK}
    for line in output.splitlines():
        found |= _object(line)
    try:
        return _facts.validate_json(json.dumps(found))
    except ValidationError:
        return PdfFacts(Trouble.DAMAGED)


def _object(line: bytes) -> dict[str, object]:
    """A line of the child's; half a line, where it was stopped, says nothing."""
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
