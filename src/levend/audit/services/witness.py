"""The witness: the head of the chain, noted in a file beside the database.

A chain alone cannot tell that its last links were taken off together with their events. The file can, as long as it
is no part of what is restored with the database.
"""

from levend.audit.engine.heads import head_line
from levend.audit.models import AuditLink
from levend.audit.queries.witness import witness_path
from levend.core import clock


def note_head(*, reason: str = "") -> None:
    """Add the head of the chain to the file.

    With a `reason` (a restore) the chain may be shorter than before: from this line on it is compared anew.
    """
    last = AuditLink.objects.order_by("-position").first()
    path = witness_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(
            head_line(
                position=last.position if last else 0,
                sha256=last.sha256 if last else "",
                at=clock.now(),
                reason=reason,
            )
        )
