"""Whether the chain over the record is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef

from levend.audit.engine.chain import START, event_sha256, link_sha256
from levend.audit.enums import ChainFaultKind
from levend.audit.models import AuditEvent, AuditLink
from levend.audit.queries.events import fields_of
from levend.audit.queries.witness import noted_head

CHUNK = 1_000
LATE = timedelta(hours=1)
"""Longer than any transaction of ours lasts, and than clocks of two machines differ."""
REPLACED = "record_erased"
"""The event by which erasing personal data says that another event is another one now."""


@dataclass(frozen=True)
class ChainFault:
    """What is wrong at a place of the chain; `event_id` is 0 where it is about the chain as a whole."""

    kind: ChainFaultKind
    position: int
    event_id: int


@dataclass(frozen=True)
class ChainReport:
    """`unlinked` events wait for the worker and are no fault."""

    linked: int
    unlinked: int
    head: str
    faults: tuple[ChainFault, ...]

    @property
    def is_whole(self) -> bool:
        return not self.faults


@dataclass
class _Walk:
    """Where a walk along the chain is. `batch_at` and `before_at` are when this batch and the one before it were linked."""

    position: int = 0
    sha256: str = START
    batch_at: datetime | None = None
    before_at: datetime | None = None

    def enter(self, linked_at: datetime) -> None:
        if self.batch_at != linked_at:
            self.before_at, self.batch_at = self.batch_at, linked_at


def verify_chain() -> ChainReport:
    """Walk along the whole chain and compare every hash; memory stays flat however long it is.

    Finds events that were removed, changed, inserted or reordered, links that were, and a chain that is shorter
    than the head that was noted outside the database. An event that erasing personal data replaced is right when
    the record says so.
    """
    walk = _Walk()
    replaced = _replaced()
    faults = list(_along(walk, replaced))
    faults += _compare_with_noted()
    unlinked = AuditEvent.objects.filter(~Exists(AuditLink.objects.filter(event_id=OuterRef("pk"))))
    if walk.batch_at is not None and _moments_are_real():
        walk.before_at = walk.batch_at
        late = unlinked.filter(at__lt=walk.batch_at - LATE).order_by("id").values_list("pk", flat=True)
        faults += [ChainFault(ChainFaultKind.INSERTED, 0, pk) for pk in late]
    return ChainReport(walk.position, unlinked.count(), walk.sha256, tuple(faults))


def _along(walk: _Walk, replaced: dict[int, str]) -> Iterator[ChainFault]:
    chunk: list[AuditLink] = []
    for link in AuditLink.objects.order_by("position").iterator(chunk_size=CHUNK):
        chunk.append(link)
        if len(chunk) == CHUNK:
            yield from _judge(chunk, walk, replaced)
            chunk = []
    yield from _judge(chunk, walk, replaced)


def _judge(links: list[AuditLink], walk: _Walk, replaced: dict[int, str]) -> Iterator[ChainFault]:
    events = AuditEvent.objects.in_bulk([link.event_id for link in links])
    for link in links:
        yield from _judge_link(link, walk)
        event = events.get(link.event_id)
        if event is None:
            yield ChainFault(ChainFaultKind.EVENT_MISSING, link.position, link.event_id)
            continue
        if event_sha256(fields_of(event)) != replaced.get(event.pk, link.event_sha256):
            yield ChainFault(ChainFaultKind.EVENT_CHANGED, link.position, event.pk)
        if walk.before_at is not None and event.at < walk.before_at - LATE and _moments_are_real():
            yield ChainFault(ChainFaultKind.INSERTED, link.position, event.pk)


def _judge_link(link: AuditLink, walk: _Walk) -> Iterator[ChainFault]:
    """A break is told once: after it the walk goes on from the link as it stands."""
    if link.position != walk.position + 1:
        yield ChainFault(ChainFaultKind.LINK_MISSING, walk.position + 1, 0)
    elif link.previous != walk.sha256:
        yield ChainFault(ChainFaultKind.LINK_BROKEN, link.position, link.event_id)
    own = link_sha256(
        position=link.position,
        previous=link.previous,
        event_sha256=link.event_sha256,
        linked_at=link.linked_at,
    )
    if own != link.sha256:
        yield ChainFault(ChainFaultKind.LINK_CHANGED, link.position, link.event_id)
    walk.enter(link.linked_at)
    walk.position, walk.sha256 = link.position, link.sha256


def _compare_with_noted() -> Iterator[ChainFault]:
    head = noted_head()
    if head is not None and head.position:
        link = AuditLink.objects.filter(position=head.position).first()
        if link is None or link.sha256 != head.sha256:
            yield ChainFault(ChainFaultKind.NOT_AS_NOTED, head.position, link.event_id if link else 0)


def _replaced() -> dict[int, str]:
    """The hash that each erased event has now; the last word counts."""
    rows = AuditEvent.objects.filter(event=REPLACED).order_by("id").values_list("subject", "data")
    return {int(subject.partition(":")[2]): str(data.get("new", "")) for subject, data in rows}


def _moments_are_real() -> bool:
    """A demo plays its stories at moments of its own, long before they are recorded."""
    return settings.LEVEND_ENV != "demo"
