"""What was erased, by subject and by hash."""

from collections.abc import Iterable

from levend.audit.enums import ErasedKind, ErasureState
from levend.audit.models import ErasedHash, Erasure


def erasures_of(subject: str) -> tuple[Erasure, ...]:
    """Every erasure of a subject, newest first; who may know is asked above."""
    return tuple(Erasure.objects.filter(subject=subject).order_by("-id"))


def open_erasure(subject: str) -> Erasure | None:
    """The erasure that waits for a second person."""
    return Erasure.objects.filter(subject=subject, state=ErasureState.ASKED).first()


def erased_hashes(hashes: Iterable[str], *kinds: ErasedKind) -> frozenset[str]:
    """Those of these hashes that named a text, document or letter out of which personal data was erased since."""
    rows = ErasedHash.objects.filter(old_sha256__in=list(hashes))
    if kinds:
        rows = rows.filter(kind__in=kinds)
    return frozenset(rows.values_list("old_sha256", flat=True))


def present_hash(sha256: str) -> str:
    """The hash under which a frozen text is kept now; the same when nothing was erased from it."""
    seen = {sha256}
    while True:
        row = (
            ErasedHash.objects.filter(kind=ErasedKind.CONTENT, old_sha256=sha256)
            .exclude(new_sha256="")
            .last()
        )
        if row is None or row.new_sha256 in seen:
            return sha256
        sha256 = row.new_sha256
        seen.add(sha256)
