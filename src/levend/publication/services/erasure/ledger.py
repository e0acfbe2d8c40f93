"""The list of erasures outside the database: hashes and ids, by which they are done again after a restore."""

import os
from pathlib import Path

from django.conf import settings

from levend.audit.models import Erasure
from levend.organisations.models import Location
from levend.publication.engine.ledger import Entry, entries_of, line_of


def ledger_path() -> Path:
    return Path(settings.LEVEND_DATA) / "erasures.jsonl"


def entries() -> tuple[Entry, ...]:
    """What was noted, oldest first; of one erasure only what was noted last. Lines that a crash cut off are passed over."""
    try:
        return entries_of(ledger_path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()


def note(erasure: Erasure) -> None:
    """Add the erasure to the list, unless it stands there with the same hashes; on disk before this returns."""
    entry = _entry(erasure)
    if entry in entries():
        return
    path = ledger_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as file:
        file.write(line_of(entry))
        file.flush()
        os.fsync(file.fileno())


def _entry(erasure: Erasure) -> Entry:
    location = Location.objects.get(pk=int(erasure.subject.partition(":")[2]))
    rows = erasure.hashes.order_by("id")
    return Entry(
        reference=erasure.reference,
        location=location.code,
        asked_by=erasure.asked_by_ref,
        asked_at=erasure.asked_at.isoformat(),
        confirmed_by=erasure.closed_by_ref,
        confirmed_at=erasure.closed_at.isoformat() if erasure.closed_at else "",
        length=erasure.length,
        salt=erasure.salt,
        digest=erasure.digest,
        key=erasure.key_id,
        hashes=tuple((row.kind, row.old_sha256, row.new_sha256) for row in rows),
    )
