"""Putting the marker in place of a passage, in rows of any app; through the door, inside the step that erases."""

from collections.abc import Iterable
from typing import cast

from django.db.models import CharField, Model

from levend.audit.engine.chain import event_sha256
from levend.audit.engine.passages import Finder, erased_in
from levend.audit.enums import ErasedKind
from levend.audit.models import ErasedHash, Erasure
from levend.audit.queries.events import event_rows, fields_of
from levend.audit.queries.texts import CHUNK, TextPlace
from levend.audit.services.record import record
from levend.audit.values import ActorRef, JsonValue
from levend.core import clock


def erase_in(place: TextPlace, finder: Finder) -> list[int]:
    """Erase the passage from these rows; return the keys of those that held it.

    A text that becomes longer than its field by the marker is cut at the field's end.
    """
    changed = []
    for row in list(place.rows.order_by("pk").iterator(chunk_size=CHUNK)):
        fields = [field for field in place.fields if _erase(row, field, finder)]
        if fields:
            row.save(update_fields=fields)
            changed.append(int(row.pk))
    return changed


def erase_events(*, actor: ActorRef, subjects: Iterable[str], finder: Finder) -> int:
    """Erase the passage from what events of these subjects carry, where it should never have been.

    The event's hash changes with it, so another event says which hash it has now: the chain holds that one too.
    """
    count = 0
    for event in list(event_rows(*subjects).order_by("id").iterator(chunk_size=CHUNK)):
        data = erased_in(event.data, finder)
        if data != event.data:
            old = event_sha256(fields_of(event))
            event.data = data
            event.save(update_fields=["data"])
            record(
                actor=actor,
                event="record_erased",
                subject=f"event:{event.pk}",
                data={"old": old, "new": event_sha256(fields_of(event))},
            )
            count += 1
    return count


def keep_erased_hash(*, erasure: Erasure, kind: ErasedKind, old: str, new: str = "") -> None:
    """Remember that a hash names nothing any more, or something else."""
    ErasedHash.objects.get_or_create(
        erasure=erasure, kind=kind, old_sha256=old, defaults={"new_sha256": new, "at": clock.now()}
    )


def _erase(row: Model, field: str, finder: Finder) -> bool:
    before = cast(JsonValue, getattr(row, field))  # a text or JSON, by the place's own list
    after = erased_in(before, finder)
    if after == before:
        return False
    column = row._meta.get_field(field)  # noqa: SLF001  (public in Django, by its own word)
    if isinstance(after, str) and isinstance(column, CharField) and column.max_length:
        after = after[: column.max_length]
    setattr(row, field, after)
    return True
